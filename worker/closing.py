"""Step 7 of the journey: what a poll says of its source, kept in one transaction.

validators, next check      what to ask with, and when
ladder                      ok, degraded, failing, dead
outage                      many sources at once: the fault is here, said once
quiet, drift                it answers, and yet something is wrong
what the operator is told   in the same transaction: a kill neither loses nor doubles it
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from pacts.errors import FetchError
from pacts.model import Item, Listing, Source
from pacts.terms import SourceKind
from storage.records import SourceHealth, SourceState
from storage.store import Store
from worker import drift, ladder, outage, pace, rhythm
from worker.advice import advice_on
from worker.config import Config
from worker.interval import interval, learn, wait
from worker.ladder import Say
from worker.telling import tell_operator

_OUTAGE_LASTS: Final = timedelta(minutes=30)
"""Shorter breaks of our own network are nobody's business."""


@dataclass(frozen=True, slots=True)
class Closing:
    """Everything that a poll is closed with. ``fresh`` are the items that it met first."""

    source: Source
    state: SourceState
    store: Store
    config: Config
    now: datetime
    fresh: int = 0
    wait: timedelta = timedelta()
    """After a failure, the least time until the next check."""

    def tell(self, headline: str, detail: str) -> int:
        return tell_operator(self.store, self.config, headline, detail, now=self.now)


def close(case: Closing, outcome: Listing | FetchError) -> int:
    """Keep what came of a poll; returns how many alerts the operator gets."""
    with case.store.transaction():
        health = case.store.source_health(case.source.name)
        if isinstance(outcome, FetchError):
            after, told = _failed(case, health, outcome)
        else:
            after, told = _worked(case, health, outcome)
        if after != health:
            case.store.keep_health(case.source.name, after)
    return told


# --- failed --------------------------------------------------------------------------------


def _failed(case: Closing, health: SourceHealth, error: FetchError) -> tuple[SourceHealth, int]:
    store, source, now = case.store, case.source, case.now
    step = ladder.step(health, error.failure, now)
    length = interval(source, case.state.watched)
    due = pace.next_check_after_failure(now, length, case.state.failures, error)
    due = ladder.next_check(step.health, max(due, now + case.wait), now)
    store.poll_failed(source.name, reason=error.reason, now=now, next_check=due)
    began, fell = step.health.since or now, step.say is Say.FELL
    if not fell and (step.health.told or now - began < _OUTAGE_LASTS or store.outage()):
        return step.health, 0
    # Kept first: the count of those that fail must hold this one.
    store.keep_health(source.name, step.health)
    if outage.is_ours(outage.failing(store, began), len(case.config.sources)):
        return ladder.untold(step.health), _say_outage(case, began)
    if not fell:
        return step.health, 0
    return step.health, case.tell(f"Source {source.name} is failing", _why(step.health, error))


def _why(health: SourceHealth, error: FetchError) -> str:
    since = f"since {health.since:%Y-%m-%d %H:%M} UTC: " if health.since else ""
    return f"{since}{error.reason}. {advice_on(error.failure).act}"


def _say_outage(case: Closing, began: datetime) -> int:
    if case.store.outage() is not None:
        return 0
    case.store.keep_outage(began)
    failing, all_of_them = outage.failing(case.store, began), len(case.config.sources)
    return case.tell(
        f"{failing} of {all_of_them} sources fail at once",
        f"since {began:%Y-%m-%d %H:%M} UTC: the network of this machine is the likely cause."
        " Check its connection, name server and proxy. Sources that still fail when it is back"
        " are told one by one.",
    )


# --- worked --------------------------------------------------------------------------------


def _worked(case: Closing, health: SourceHealth, listing: Listing) -> tuple[SourceHealth, int]:
    source, now = case.source, case.now
    _keep(case, listing)
    step = ladder.step(health, None, now)
    told = _end_outage(case, health)
    if step.say is Say.RECOVERED:
        told += case.tell(
            f"Source {source.name} has recovered",
            f"it answers again; it failed since {health.since:%Y-%m-%d %H:%M} UTC.",
        )
    after, more = _moved(case, step.health, listing.moved_to)
    told += more
    after, more = _quiet(case, after)
    told += more
    if source.kind is SourceKind.LISTING and not listing.unchanged:
        after, more = _drift(case, after, listing.items)
        told += more
    return after, told


def _keep(case: Closing, listing: Listing) -> None:
    """What to ask with next time, and when."""
    state, name, now = case.state, case.source.name, case.now
    watched = learn(state.watched, state.last_success, now, hit=case.fresh > 0)
    pause = wait(interval(case.source, watched), name, now, first=state.last_success is None)
    case.store.poll_succeeded(
        name,
        validators=listing.validators,
        now=now,
        next_check=pace.next_check(now, pause, listing.max_age),
        watched=watched,
        whole=not listing.unchanged or pace.is_whole_due(state.last_whole, name, now),
    )


def _end_outage(case: Closing, before: SourceHealth) -> int:
    """The first to come back of those that fell in an outage ends it."""
    began = case.store.outage() if before.since and not before.told else None
    if began is None or not outage.belongs(before, began):
        return 0
    case.store.keep_outage(None)
    outage.wake(case.store, began, case.now)
    return case.tell(
        "Sources answer again",
        f"the outage that began at {began:%Y-%m-%d %H:%M} UTC is over; all that failed in it are"
        " asked now.",
    )


def _moved(case: Closing, health: SourceHealth, home: str | None) -> tuple[SourceHealth, int]:
    """Told once for each new address, also when the redirect comes and goes."""
    if home is None or home == health.moved_to:
        return health, 0
    told = case.tell(
        f"Source {case.source.name} has moved",
        f"its address redirects for good to {home}. Look at what is there now, since a domain that"
        " changed hands redirects as well; then change `url`, or remove the source. Until then"
        " the redirect is followed.",
    )
    return replace(health, moved_to=home), told


def _quiet(case: Closing, health: SourceHealth) -> tuple[SourceHealth, int]:
    """Told once that nothing comes any more, and once that it comes again."""
    name, now, last = case.source.name, case.now, case.state.last_new_item
    if case.fresh:
        if health.quiet_since is None:
            return health, 0
        told = case.tell(f"Source {name} has news again", "it had gone quiet.")
        return replace(health, quiet_since=None), told
    if health.quiet_since or last is None or now - last <= rhythm.SHORTEST:
        return health, 0
    arrivals = case.store.arrivals(name, last - rhythm.HISTORY)
    if not rhythm.is_quiet(arrivals, now):
        return health, 0
    told = case.tell(
        f"Source {name} has gone quiet",
        f"it answers, and has listed nothing new since {last:%Y-%m-%d %H:%M} UTC, much longer"
        " than ever in the weeks before. Open it in a browser: it may have moved its news"
        " elsewhere.",
    )
    return replace(health, quiet_since=now), told


def _drift(
    case: Closing, health: SourceHealth, items: tuple[Item, ...]
) -> tuple[SourceHealth, int]:
    """Told once that the page no longer looks as it did, and once that it does again."""
    name, now = case.source.name, case.now
    after = drift.look(health, items, now)
    if after.drift and not health.drift:
        detail = (
            f"{after.drift}. Correct `select`, and try it with `pactwatch sources test {name}`."
        )
        return after, case.tell(f"Source {name} no longer looks as it did", detail)
    if health.drift and not after.drift and not drift.is_settled(health, now):
        return after, case.tell(f"Source {name} looks as before", "what it lists is whole again.")
    return after, 0
