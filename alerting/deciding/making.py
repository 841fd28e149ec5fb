"""Verdicts become alerts: channels that are told the same for the same reason share one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from alerting.deciding.case import Verdict
from alerting.matching.watches import matched_words
from pacts.headline import headline
from pacts.model import Alert, Article, Story, Watch
from pacts.terms import Priority, Reason, Status

_LOUDNESS: Final = (Priority.LOW, Priority.NORMAL, Priority.HIGH)


def loudest(priorities: Iterable[Priority]) -> Priority:
    return max(priorities, key=_LOUDNESS.index, default=Priority.LOW)


def for_channel(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """What is left of the verdicts of the watches of one channel: one that sends, in which they
    join, else one for each reason not to.
    """
    sending = [verdict for verdict in verdicts if verdict.reason.sends]
    by_reason: dict[tuple[Reason, int | None], Verdict] = {}
    for verdict in sending or verdicts:
        key = (sending[0].reason if sending else verdict.reason, verdict.silence)
        had = by_reason.get(key)
        by_reason[key] = replace(had, watches=(*had.watches, *verdict.watches)) if had else verdict
    return list(by_reason.values())


def alerts_of(
    verdicts: Iterable[Verdict], article: Article | None, story: Story | None, now: datetime
) -> tuple[Alert, ...]:
    """One alert for all channels with the same reason and detail, those that are sent first.

    About ``story``, or about ``article`` itself where there is none. No article gives rise to a
    reminder.
    """
    groups: dict[tuple[Reason, str], list[Verdict]] = {}  # of a denial the detail says the status
    for verdict in verdicts:
        groups.setdefault((verdict.reason, verdict.detail), []).append(verdict)
    ordered = sorted(groups.values(), key=lambda group: not group[0].reason.sends)
    return tuple(_alert(group, article, story, now) for group in ordered)


def line(story: Story, before: Status | None) -> str:
    """The headline; of a denial that of what is denied, as it had been told."""
    return headline(replace(story, status=before) if before else story)


def watches_of(verdicts: Iterable[Verdict]) -> list[Watch]:
    return list({watch.name: watch for v in verdicts for watch in v.watches}.values())


def words_of(watches: Iterable[Watch], article: Article) -> tuple[str, ...]:
    """The keywords of these watches as they stand in the article."""
    found = [word for watch in watches for word in matched_words(watch, article) or ()]
    return tuple(dict.fromkeys(found))


def _alert(
    verdicts: Sequence[Verdict], article: Article | None, story: Story | None, now: datetime
) -> Alert:
    watches, first = watches_of(verdicts), verdicts[0]
    said = line(story, first.before) if story else article.title if article else ""
    return Alert(
        reason=first.reason,
        watches=tuple(watch.name for watch in watches),
        channels=tuple(dict.fromkeys(verdict.channel for verdict in verdicts)),
        priority=loudest(watch.priority for watch in watches),
        created=now,
        headline=said,
        story=story,
        article=None if story else article,
        matched=words_of(watches, article) if article else (),
        detail=first.detail,
        source=article.source if article else "",
        item=article.key if article else "",
        silence=first.silence,
    )
