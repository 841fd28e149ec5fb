"""Alerts counted against labelled happenings: how many each gets, which are lost, which are false.

The pieces are those of the journey: extraction, placing, deciding; only the store is in memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from memory_archive import MemoryArchive

from pacts.model import Alert, Article, Event, Sighting, Watch
from pacts.terms import Reason, Status
from worker.journey.settling import sightings_of

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

    concluded: Counter[str] = field(default_factory=Counter)
    """Alerts that tell a happening as done, as the first or as progress."""
    too_late: list[str] = field(default_factory=list)
    """Happenings told as planned after they had been told as done."""
    false: list[str] = field(default_factory=list)
    """Headlines of alerts on what no label knows."""
    merged: list[tuple[str, ...]] = field(default_factory=list)
    """Happenings that were told as one."""
    others: Counter[str] = field(default_factory=Counter)
    """Alerts with another reason than first and progress, by reason."""


def reading(article: Article, events: Sequence[Event], labels: Mapping[Event, str]) -> Reading:
    told = tuple(sightings_of(article, events))
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
                _count(alert, happening_of, lenient, tally)
    return tally


def _count(
    alert: Alert, happening_of: Mapping[Sighting, str], lenient: set[Sighting], tally: Tally
) -> None:
    assert alert.story
    status = alert.story.status
    speaking = [s for s in alert.story.sightings if s.event.status is status]
    names = {happening_of.get(s, "") for s in speaking} - {""}
    if not names and not any(s in lenient for s in speaking):
        tally.false.append(f"{alert.headline} ({speaking[0].item})")
    if len(names) > 1:
        tally.merged.append(tuple(sorted(names)))
    if alert.reason not in {Reason.FIRST, Reason.ADVANCED}:
        tally.others[alert.reason.value] += 1
    elif status is Status.CONCLUDED:
        tally.concluded.update(names)
    else:
        tally.too_late += [name for name in names if tally.concluded[name]]
