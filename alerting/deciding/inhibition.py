"""When a story need not be told, because the same article tells the same channel a stronger one."""

from __future__ import annotations

from typing import Final

from alerting.deciding.case import Case, Sibling, is_old
from alerting.deciding.known import HOPES, is_nameless
from alerting.deciding.news import news_for
from alerting.deciding.silences import silenced_by
from alerting.matching.watches import wants
from alerting.merging.documents import Match, paper_of, same_paper
from alerting.merging.levels import bag_of
from pacts.model import Story
from pacts.terms import DateBasis, Kind, Status

_STRONGER: Final = frozenset({Kind.PARTNERSHIP, Kind.RELATIONS, Kind.AGREEMENT})


def stronger_sibling(case: Case, channel: str) -> Story | None:
    """What the same article tells the same channel of the same parties, and says more."""
    for sibling in case.siblings:
        if _says_more(sibling.story, case.story) and _is_told(case, sibling, channel):
            return sibling.story
    return None


def _says_more(sibling: Story, story: Story) -> bool:
    """Whether ``story`` is not worth a message of its own beside ``sibling``.

    The statement of a summit that also brought a partnership or an agreement; "an agreement"
    beside the agreement by its name; and beside what was concluded the vague plan of more.
    """
    if not set(story.parties) <= set(sibling.parties):
        return False
    if sibling.status is Status.CONCLUDED and story.status in HOPES:
        return _is_vague_beside(sibling, story)
    if sibling.status is not story.status:
        return False
    if story.kind is Kind.STATEMENT:
        return sibling.kind in _STRONGER
    return (
        story.kind is sibling.kind is Kind.AGREEMENT
        and story.act is sibling.act
        and is_nameless(story)
        and not _is_package(story)
        and not is_nameless(sibling)
    )


def _is_vague_beside(done: Story, plan: Story) -> bool:
    """Whether a plan says no more than that what was concluded goes on.

    "More agreements will follow", "it will be ratified", "ties are to be upgraded further" have
    neither a day nor a name that what is done does not have. A plan with either is news: it can be
    waited for, or it is another document.
    """
    if plan.kind is not done.kind or _has_a_day(plan):
        return False
    if plan.kind is Kind.PARTNERSHIP:
        return not plan.level or bag_of(plan.level) <= bag_of(done.level or "")
    return plan.kind is Kind.RELATIONS or is_nameless(plan) or _same_document(done, plan)


def _has_a_day(plan: Story) -> bool:
    return plan.date is not None and plan.date_basis is not DateBasis.PUBLICATION


def _same_document(a: Story, b: Story) -> bool:
    papers = [
        paper_of(one.document, one.document_kind, one.count, one.parties, statement=False)
        for one in (a, b)
    ]
    return same_paper(*papers) is Match.SAME


def _is_package(story: Story) -> bool:
    return paper_of(
        story.document, story.document_kind, story.count, story.parties, statement=False
    ).package


def _is_told(case: Case, sibling: Sibling, channel: str) -> bool:
    """Whether the channel hears of it, or has heard: not what it was spared, and still is."""
    story = sibling.story
    if not story.confirmed or news_for(story, sibling.told, channel) is None:
        return False
    return any(
        channel in watch.notify
        and wants(watch, story, case.article)
        and not is_old(story, case.article, watch, case.now)
        and not silenced_by(case.silences, story, watch.name, case.now, source=case.article.source)
        for watch in case.watches
    )
