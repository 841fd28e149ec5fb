"""How sources are doing, in words: the same for every command that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from pacts.model import Source
from pacts.terms import Rung, Trust
from storage.records import SourceHealth, SourceState
from storage.store import Store
from worker.care import missed, outage
from worker.care.advice import act_on
from worker.care.cost import LOOKS_BACK, Cost, cost_of
from worker.care.rhythm import HISTORY, usual_gap
from worker.commands.options import config_directory, database_path
from worker.life.runtime import load_config
from worker.showing.shapes import time_json

LATE: Final = timedelta(minutes=10)
"""A check so long overdue means that nobody polls: the service is not running."""


_STATES: Final = (
    "dead", "failing", "degraded", "overdue", "held", "drifting", "quiet", "empty",
    "not polled yet", "ok",
)  # fmt: skip
"""All states, the worst first."""
Unread = tuple[int, str]
WELL: Final = SourceHealth()


@dataclass(frozen=True, slots=True)
class Health:
    """One source; ``state`` is the worst that is true of it."""

    name: str
    kind: str
    state: str
    trust: str = Trust.ALLOWED.value
    """``hold`` as well when it is held for what its pages look like."""
    last_success: datetime | None = None
    last_new_item: datetime | None = None
    next_check: datetime | None = None
    usual_gap: timedelta | None = None
    """Usual time between two polls that bring something new."""
    items: int = 0
    reason: str | None = None
    """All that is wrong, each with its cause; None when nothing is."""
    act: str | None = None
    """What to do about its failure."""
    cost: Cost | None = None

    @property
    def said(self) -> str | None:
        """Reason and advice in one."""
        return f"{self.reason}; to do: {self.act}" if self.act else self.reason

    def as_json(self) -> dict[str, Any]:
        gap = self.usual_gap
        return {
            "source": self.name,
            "kind": self.kind,
            "state": self.state,
            "trust": self.trust,
            "last_success": time_json(self.last_success),
            "last_new_item": time_json(self.last_new_item),
            "next_check": time_json(self.next_check),
            "usual_gap_seconds": round(gap.total_seconds()) if gap else None,
            "items": self.items,
            "reason": self.said,
            **(self.cost.as_json() if self.cost else {}),
        }


@dataclass(frozen=True, slots=True)
class Known:
    """What the database knows of one source. ``unread`` is how many of its articles wait for
    another try, and why the latest of them does.
    """

    state: SourceState
    health: SourceHealth = WELL
    unread: Unread | None = None
    with_many: bool = False
    """Whether it fails in an outage, together with others."""
    usual_gap: timedelta | None = None
    pages: int = 0
    """Pages that were fetched for it in the time that costs look back on."""


def health(config: Path | None, database: Path | None, *, now: datetime) -> list[Health]:
    """Every configured source, trouble first, else in the order of the file.

    Without a database none is polled yet.
    """
    directory = config_directory(config)
    sources = load_config(directory).sources
    path = database_path(database, directory)
    known: dict[str, Known] = {}
    if path.is_file():
        with Store.open(path, read_only=True) as store:
            known = _known(store, now)
    found = [health_of(source, known.get(source.name), now) for source in sources]
    return sorted(found, key=lambda one: (_STATES.index(one.state), one.reason is None))


def _known(store: Store, now: datetime) -> dict[str, Known]:
    healths, unread = store.source_healths(), store.unread()
    pages, out = store.pages_since(now - LOOKS_BACK), store.outage()
    return {
        state.name: Known(
            state,
            healths.get(state.name, WELL),
            unread.get(state.name),
            out is not None and outage.belongs(healths.get(state.name, WELL), out.since),
            _usual_gap(store, state),
            pages.get(state.name, 0),
        )
        for state in store.source_states()
    }


def _usual_gap(store: Store, state: SourceState) -> timedelta | None:
    if state.last_new_item is None:
        return None
    return usual_gap(store.arrivals(state.name, state.last_new_item - HISTORY))


def health_of(source: Source, known: Known | None, now: datetime) -> Health:
    """What is to be said of one source; ``known`` is None when the database knows nothing."""
    if known is None or known.state.last_poll is None:
        due = known.state.next_check if known else None
        kind, trust = source.kind.value, source.trust.value
        return Health(source.name, kind, "not polled yet", trust, next_check=due)
    state, held = known.state, known.health.held_at is not None
    return Health(
        source.name,
        source.kind.value,
        _state(known, now),
        Trust.HOLD.value if held else source.trust.value,
        state.last_success,
        state.last_new_item,
        state.next_check,
        known.usual_gap,
        state.items,
        "; ".join(_reasons(source, known, now)) or None,
        _act(known) if state.failures else None,
        cost_of(source, state, known.pages, now),
    )


def _state(known: Known, now: datetime) -> str:
    state, health = known.state, known.health
    if state.failures:
        return (health.rung if health.rung is not Rung.OK else Rung.DEGRADED).value
    if now > state.next_check + LATE:
        return "overdue"
    if health.held_at is not None:
        return "held"
    if health.drift:
        return "drifting"
    if health.quiet_since is not None:
        return "quiet"
    return "ok" if state.items else "empty"


def _act(known: Known) -> str | None:
    failure = known.health.failure
    ours = outage.of_the_network(failure) if known.with_many else None
    return ours or act_on(failure)


def _reasons(source: Source, known: Known, now: datetime) -> Iterator[str]:
    state, health = known.state, known.health
    if state.failures:
        times = "once" if state.failures == 1 else f"{state.failures} times in a row"
        next_try = f"next try {state.next_check:%Y-%m-%d %H:%M} UTC"
        yield f"{state.last_error}; failed {times}, {next_try}"
    elif not state.items:
        yield "it answers, and has never listed anything"
    if health.held_at is not None:
        yield (
            f"on hold since {health.held_at:%Y-%m-%d %H:%M} UTC: {health.held_why}"
            f" (`pactwatch sources release {source.name}` ends it)"
        )
    if health.drift:
        yield f"{health.drift}: correct `select`"
    if health.moved_to:
        yield f"it redirects for good to {health.moved_to}: change `url`"
    if health.quiet_since is not None and state.last_new_item:
        yield f"nothing new since {state.last_new_item:%Y-%m-%d}, much longer than usual"
    if health.missed_at is not None and missed.is_of_late(health, now):
        at = f"{health.missed_at:%Y-%m-%d %H:%M} UTC"
        yield f"all that it listed at {at} was new: others may have come and gone before"
    if known.unread:
        count, why = known.unread
        articles = "1 article waits" if count == 1 else f"{count} articles wait"
        yield f"{articles} for another try: {why}"
