"""Alerts counted against labelled happenings: how many each gets, which are lost, which are false.

The pieces are those of the journey: extraction, placing, deciding; only the store is in memory.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from memory_archive import MemoryArchive

from pacts.model import Alert, Article, Event, Sighting, Watch
from pacts.terms import Reason, Status
from worker.settling import sighting_of

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
NEWS = ("partnership", "relations", "agreement")
CONCLUDED = Watch("concluded", ("desk",), NEWS)
EXPECTED = Watch("expected", ("early",), NEWS, status=frozenset({Status.CONCLUDED, Status.PLANNED}))


@dataclass(frozen=True)
class Reading:
    """An article as it was read: its sightings, and the happening of each, where it is labelled."""

    article: Article
    sightings: tuple[Sighting, ...]
    happenings: Mapping[Sighting, str]
    """Labelled sightings only; a label without a happening is "" (history, other scopes)."""
    lenient: bool = False
    """Whether labellers leave open if it should alert."""


@dataclass
class Tally:
    """What came of one order of arrival on one channel."""

    firsts: Counter[str] = field(default_factory=Counter)
    """Alerts for each happening that tell a conclusion as if it were new."""
    follow_ups: Counter[str] = field(default_factory=Counter)
    false: list[tuple[str, Alert]] = field(default_factory=list)
    """Article and alert, where no sighting behind it is of a labelled happening."""
    merged: list[tuple[str, ...]] = field(default_factory=list)
    """Happenings that were told as one."""
    alerts: list[tuple[str, Alert]] = field(default_factory=list)


def reading(article: Article, events: Sequence[Event], labels: Mapping[Event, str]) -> Reading:
    told = tuple(sighting_of(article, event) for event in events)
    known = {one: labels[one.event] for one in told if one.event in labels}
    return Reading(article, told, known)


def arrive(readings: Iterable[Reading], watch: Watch) -> Tally:
    """Let articles arrive in this order, each on the day of its publication."""
    archive, tally = MemoryArchive(), Tally()
    happening_of: dict[Sighting, str] = {}
    lenient: set[Sighting] = set()
    for one in readings:
        happening_of |= one.happenings
        if one.lenient:
            lenient |= set(one.sightings)
        now = (one.article.published or LONG_AGO) + timedelta(minutes=5)
        for alert in archive.read(one.article, list(one.sightings), [watch], now):
            if alert.reason.sends:
                _count(alert, one, happening_of, lenient, tally)
    return tally


def _count(
    alert: Alert,
    read: Reading,
    happening_of: Mapping[Sighting, str],
    lenient: set[Sighting],
    tally: Tally,
) -> None:
    assert alert.story
    tally.alerts.append((read.article.key, alert))
    speaking = [s for s in alert.story.sightings if s.event.status is alert.story.status]
    names = {happening_of.get(s, "") for s in speaking} - {""}
    if not names:
        if not any(s in lenient for s in speaking):
            tally.false.append((read.article.key, alert))
        return
    if len(names) > 1:
        tally.merged.append(tuple(sorted(names)))
    counter = tally.firsts if alert.reason is Reason.FIRST else tally.follow_ups
    for name in names:
        counter[name] += 1


def spread(tallies: Iterable[Tally]) -> dict[str, Counter[int]]:
    """For each happening, how often it got so many first alerts."""
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for tally in tallies:
        for name, number in tally.firsts.items():
            found[name][number] += 1
    return found
