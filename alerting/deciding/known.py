"""What a channel knows of a story by the alerts made so far, and what it was spared on purpose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from alerting.deciding.changes import correction, joined
from alerting.merging.documents import paper_of
from pacts.model import Alert, Story
from pacts.terms import Reason, Status

HOPES: Final = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.RUMOURED})
"""Not done yet, as far as it is told."""


def sent_to(told: Sequence[Alert], channel: str) -> list[Alert]:
    """The alerts that a channel was told, the oldest first."""
    return [alert for alert in told if alert.reason.sends and channel in alert.channels]


def heard(told: Sequence[Alert], channel: str) -> Story | None:
    """The story as the channel knows it; None where it heard nothing.

    Two stories that became one may have been told apart: a plan that was told after a conclusion
    does not take the conclusion back.
    """
    known: Story | None = None
    for alert in sent_to(told, channel):
        told_later = alert.story
        if told_later is None:
            continue
        if known and known.status is Status.CONCLUDED and told_later.status in HOPES:
            continue
        known = told_later
    return known


def stories_heard(told: Sequence[Alert], channel: str) -> list[Story]:
    """The story in all the states in which the channel was told it."""
    return [alert.story for alert in sent_to(told, channel) if alert.story]


def spared(told: Sequence[Alert], channel: str, now: Story) -> Story | None:
    """The story as it was when the channel was spared it for good; None where it was not.

    Spared for good is what the first poll of a source brought, and what something stronger said
    already. It ends where the story is another one by now: it says more than was inhibited, or it
    happened when the service was watching already, so that it was no old news.
    """
    records = [a for a in told if a.reason in LASTING and channel in a.channels and a.story]
    if not records or records[-1].story is None:
        return None
    record, then = records[-1], records[-1].story
    if then.status is not now.status:
        return then  # progress is judged by itself
    was_news = record.reason is Reason.BASELINE and _is_of_that_day(record, now)
    says_more = record.reason is Reason.INHIBITED and _says_more(then, now)
    return None if was_news or says_more else then


def watches_known(told: Sequence[Alert], channel: str) -> frozenset[str]:
    """Watches whose words were found once in an article that may be believed."""
    return frozenset(
        name
        for alert in told
        if channel in alert.channels and alert.reason is not Reason.HELD
        for name in alert.watches
    )


def is_nameless(story: Story) -> bool:
    """Whether its document is only "an agreement" or "documents"."""
    return paper_of(
        story.document, story.document_kind, story.count, story.parties, statement=False
    ).generic


LASTING: Final = frozenset({Reason.BASELINE, Reason.INHIBITED})
"""Why a channel is spared a story for good, in the status in which it was."""


def _is_of_that_day(record: Alert, story: Story) -> bool:
    done = story.status is Status.CONCLUDED
    return done and story.date is not None and story.date.end >= record.created.date()


def _says_more(then: Story, now: Story) -> bool:
    named = is_nameless(then) and not is_nameless(now)
    return named or bool(correction(then, now) or joined(then.parties, now))
