"""How far down a source is: ok, degraded, failing, dead. Pure.

    failed poll   its weight is added; the rung follows from the sum and from how long it lasts
    good poll     ok at once, whatever came before

The operator is told once for each fall, when the source is failing, and once when it is back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final

from pacts.errors import FetchFailure
from pacts.terms import Rung
from storage.records import SourceHealth
from worker.care.advice import advice_on

FAILING_AT: Final = 3.0
"""Three hard failures, six soft ones or twelve that pass by themselves. With a check every 15
minutes and the back-off of ``worker.care.pace``: 45 minutes, 8 hours, 4 days."""
DEAD_AT: Final = 10.0
DEAD_AFTER: Final = timedelta(days=7)
"""Both are needed: many failures, over so long a time."""
PROBE_EVERY: Final = timedelta(days=7)
"""How often a dead source is asked."""


class Say(Enum):
    """What the operator has to hear."""

    FELL = auto()
    RECOVERED = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """Where a poll leaves a source, and what is to be said of it."""

    health: SourceHealth
    say: Say | None = None


def step(health: SourceHealth, failure: FetchFailure | None, now: datetime) -> Step:
    """The state after a poll at ``now`` that failed so, or worked when ``failure`` is None."""
    if failure is None:
        return _up(health)
    since = health.since or now
    weight = health.weight + advice_on(failure).weight
    rung = max(health.rung, _rung(weight, now - since), key=_depth)
    owed = rung in (Rung.FAILING, Rung.DEAD) and not health.told
    after = replace(
        health,
        rung=rung,
        weight=weight,
        since=since,
        failure=failure.name,
        told=health.told or owed,
    )
    return Step(after, Say.FELL if owed else None)


def untold(health: SourceHealth) -> SourceHealth:
    """For a fall that was not announced after all: the next failure announces it."""
    return replace(health, told=False)


def spared(health: SourceHealth) -> SourceHealth:
    """In an outage nobody dies and nobody is told of: what fails is here."""
    rung = min(health.rung, Rung.FAILING, key=_depth)
    return replace(untold(health), rung=rung)


def next_check(health: SourceHealth, due: datetime, now: datetime) -> datetime:
    """``due``, or later for a dead source."""
    return max(due, now + PROBE_EVERY) if health.rung is Rung.DEAD else due


def _up(health: SourceHealth) -> Step:
    after = replace(health, rung=Rung.OK, weight=0.0, since=None, failure=None, told=False)
    return Step(after, Say.RECOVERED if health.told else None)


def _rung(weight: float, lasted: timedelta) -> Rung:
    if weight >= DEAD_AT and lasted >= DEAD_AFTER:
        return Rung.DEAD
    return Rung.FAILING if weight >= FAILING_AT else Rung.DEGRADED


def _depth(rung: Rung) -> int:
    return list(Rung).index(rung)
