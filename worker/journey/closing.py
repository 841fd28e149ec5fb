"""Step 7 of the journey: what a poll says of its source, kept in one transaction.

validators, next check      what to ask with, and when
ladder                      ok, degraded, failing, dead
outage                      many sources at once: the fault is here, said once
quiet, drift, missed        it answers, and yet something is wrong
what the operator is told   in the same transaction: a kill neither loses nor doubles it
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from pacts.errors import FetchError, FetchFailure
from pacts.model import Item, Listing, Source, Validators
from pacts.terms import SourceKind
from sources.moves import is_same_host
from storage.records import Outage, SourceHealth, SourceState
from storage.store import Store
from worker.care import drift, ladder, missed, outage, pace, rhythm
from worker.care.acquaint import asked_as
from worker.care.advice import advice_on
from worker.care.interval import interval, learn, wait
from worker.care.ladder import Say, Step
from worker.config import Config
from worker.journey.telling import tell_operator

log = structlog.get_logger("health")


@dataclass(frozen=True, slots=True)
class Closing:
    """Everything that a poll is closed with. ``fresh`` are the items that it met first."""

    source: Source
    state: SourceState
    store: Store
    config: Config
    now: datetime
    fresh: int = 0
    missed: bool = False
    """Whether all that it listed is new, so that something may have come and gone before."""
    wait: timedelta = timedelta()
    """After a failure, the least time until the next check."""

    def tell(self, headline: str, detail: str) -> int:
        return tell_operator(self.store, self.config, headline, detail, now=self.now)


def close(case: Closing, outcome: Listing | FetchError) -> int:
    """Keep what came of a poll; returns how many alerts the operator gets.

    What a poll says of a source that was configured otherwise meanwhile is of no use: the source
    stays due, as its new configuration wants it.
    """
    if isinstance(outcome, FetchError) and outcome.failure is FetchFailure.POSTPONED:
        later = case.now + pace.postponed(outcome)
        case.store.poll_postponed(case.source.name, next_check=later)
        return 0
    with case.store.transaction():
        if _is_outdated(case):
            return 0
        health = case.store.source_health(case.source.name)
        if isinstance(outcome, FetchError):
            after, told = _failed(case, health, outcome)
        else:
            after, told = _worked(case, health, outcome)
        if after != health:
            case.store.keep_health(case.source.name, after)
    return told


def _is_outdated(case: Closing) -> bool:
    """Validators of another address, or kept with other selectors, would hide what is new now."""
    url, reading = case.store.asked_now(case.source.name)
    changed = reading is not None and reading != asked_as(case.source).reading
    return changed or url != case.state.url


# --- failed --------------------------------------------------------------------------------


def _failed(case: Closing, health: SourceHealth, error: FetchError) -> tuple[SourceHealth, int]:
    source, now = case.source, case.now
    step = ladder.step(health, error.failure, now)
    length = interval(source, case.state.watched)
    ours, told = _outage(case, step)
    if ours:
        after = ladder.spared(step.health)
        due = pace.next_check_after_failure(now, length, 0, error)
    else:
        after = step.health
        due = pace.next_check_after_failure(now, length, case.state.failures, error)
        due = ladder.next_check(after, due, now)
        if step.say is Say.FELL:
            told = case.tell(f"Source {source.name} is failing", _why(after, error))
    due = max(due, now + case.wait)
    case.store.poll_failed(source.name, reason=error.reason, now=now, next_check=due)
    return after, told


def _why(health: SourceHealth, error: FetchError) -> str:
    since = f"since {health.since:%Y-%m-%d %H:%M} UTC: " if health.since else ""
    _, means, act = advice_on(error.failure)
    return f"{since}{error.reason}. {means} {act}"


def _outage(case: Closing, step: Step) -> tuple[bool, int]:
    """Whether a source fails with many others; the first to notice says so."""
    store, began = case.store, step.health.since or case.now
    known = store.outage()
    if known is not None and outage.belongs(step.health, known.since):
        return True, 0
    early = step.health.told or case.now - began < outage.LASTS
    if early and step.say is not Say.FELL:
        return False, 0
    toll = outage.toll(store, began)
    if not toll.is_ours:
        return False, 0
    store.keep_outage(Outage(began))
    return True, case.tell(toll.headline, toll.detail(began))


# --- worked --------------------------------------------------------------------------------


def _worked(case: Closing, health: SourceHealth, listing: Listing) -> tuple[SourceHealth, int]:
    source, now = case.source, case.now
    step = ladder.step(health, None, now)
    told = _end_outage(case, health, step.health)
    if step.say is Say.RECOVERED:
        told += case.tell(
            f"Source {source.name} has recovered",
            f"it answers again; it failed since {health.since:%Y-%m-%d %H:%M} UTC.",
        )
    after, more = _moved(case, step.health, listing.moved_to)
    told += more
    empty = not (listing.items or listing.unchanged or source.kind is SourceKind.FOLDER)
    after, more = _quiet(case, after, empty=empty)
    told += more
    if case.missed:
        after, more = _missed(case, after, listing)
        told += more
    if source.kind is SourceKind.LISTING and not listing.unchanged:
        after, more = _drift(case, after, listing.items)
        told += more
    _keep(case, listing, doubted=empty or drift.is_suspect(after))
    return after, told


def _keep(case: Closing, listing: Listing, *, doubted: bool) -> None:
    """What to ask with next time, and when.

    What looks wrong is asked for whole again: "not changed" would leave the doubt.
    """
    state, name, now = case.state, case.source.name, case.now
    watched = learn(state.watched, state.last_success, now, hit=case.fresh > 0)
    pause = wait(interval(case.source, watched), name, now, first=state.last_success is None)
    case.store.poll_succeeded(
        name,
        validators=Validators() if doubted else listing.validators,
        now=now,
        next_check=pace.next_check(now, pause, listing.max_age),
        watched=watched,
        whole=not listing.unchanged or pace.is_whole_due(state.last_whole, name, now),
    )


def _end_outage(case: Closing, before: SourceHealth, after: SourceHealth) -> int:
    """The first to come back has the others asked; it is over when most of them are back."""
    store, known = case.store, case.store.outage()
    if known is None or not outage.belongs(before, known.since):
        return 0
    store.keep_health(case.source.name, after)  # so that it is not counted among the failing
    if not known.woken:
        store.keep_outage(replace(known, woken=True))
        outage.wake(store, known.since, case.now)
    if outage.toll(store, known.since).is_ours:
        return 0
    store.keep_outage(None)
    return case.tell(
        "Sources answer again",
        f"the outage that began at {known.since:%Y-%m-%d %H:%M} UTC is over.",
    )


def _moved(case: Closing, health: SourceHealth, home: str | None) -> tuple[SourceHealth, int]:
    """Told once for each new host, also when the redirect comes and goes: one that leads to another
    path or query with every poll has not moved again.
    """
    if home is None or (health.moved_to and is_same_host(home, health.moved_to)):
        return health, 0
    told = case.tell(
        f"Source {case.source.name} has moved",
        f"its address redirects for good to {home}. Look at what is there now, since a domain that"
        " changed hands redirects as well; then change `url`, or remove the source. Until then"
        " the redirect is followed.",
    )
    return replace(health, moved_to=home), told


def _quiet(case: Closing, health: SourceHealth, *, empty: bool) -> tuple[SourceHealth, int]:
    """Told once that nothing comes any more, and once that it comes again."""
    name, now, last = case.source.name, case.now, case.state.last_new_item
    if case.fresh:
        if health.quiet_since is None:
            return health, 0
        told = case.tell(f"Source {name} has news again", "it had gone quiet.")
        return replace(health, quiet_since=None), told
    if health.quiet_since or last is None or now - last <= rhythm.shortest(empty=empty):
        return health, 0
    arrivals = case.store.arrivals(name, last - rhythm.HISTORY)
    if not rhythm.is_quiet(arrivals, now, empty=empty):
        return health, 0
    seen = "its list is empty, and nothing new has come" if empty else "nothing new has come"
    told = case.tell(
        f"Source {name} has gone quiet",
        f"it answers, but {seen} since {last:%Y-%m-%d %H:%M} UTC, longer than its habit of the"
        " weeks before explains. Open it in a browser: it may have moved its news elsewhere.",
    )
    return replace(health, quiet_since=now), told


def _missed(case: Closing, health: SourceHealth, listing: Listing) -> tuple[SourceHealth, int]:
    """Logged each time, told when it was not the only time of late."""
    source, count = case.source, len(listing.items)
    since = case.state.last_success or case.now
    log.warning("window_missed", source=source.name, items=count, since=since.isoformat())
    after, tell = missed.note(health, case.now)
    if not tell:
        return after, 0
    told = case.tell(
        f"Source {source.name} may have had more than was seen",
        f"all {count} items that it listed were new, {after.missed} times of late, the last time"
        f" after a check at {since:%Y-%m-%d %H:%M} UTC: others may have come and gone in between."
        f" {missed.advice(source, count)}",
    )
    return after, told


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
