"""When to try again: pure arithmetic on times, no clock and no store."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from pacts.errors import NOT_REACHED, FetchError, FetchFailure
from pacts.model import Validators
from worker.care.interval import share

LONGEST_BACK_OFF: Final = timedelta(hours=12)
LONGEST_RETRY_AFTER: Final = timedelta(hours=24)
LONGEST_PROMISE: Final = timedelta(hours=1)
"""A server may promise "no change for a week" by mistake; this much of it is believed."""

WHOLE_EVERY: Final = timedelta(hours=24)
"""The longest that the word of a server is taken for it that nothing has changed."""

ITEM_BACK_OFF: Final = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 3 * 60, 12 * 60))
MOST_ATTEMPTS: Final = len(ITEM_BACK_OFF) + 1
"""After so many failures an item is judged by what its listing said of it."""

_HOST_FAILS: Final = NOT_REACHED | {
    FetchFailure.TIMEOUT,
    FetchFailure.THROTTLED,
    FetchFailure.ROBOTS_UNREADABLE,
    FetchFailure.BOT_WALL,
}


def next_check(now: datetime, wait: timedelta, max_age: float | None) -> datetime:
    """After a poll that worked: ``wait`` from now, later if the server says so."""
    promised = min(timedelta(seconds=max_age or 0), LONGEST_PROMISE)
    return now + max(wait, promised)


def next_check_after_failure(
    now: datetime, every: timedelta, failures: int, error: FetchError | None
) -> datetime:
    """After a failed poll; ``failures`` is how many failed in a row before this one.

    The first failure waits as long as a success would, each further one twice as long, up to
    12 hours; a page that is gone for good is looked at once a day; a server that names a time
    is given it, up to a day.
    """
    if error is not None and error.failure is FetchFailure.GONE:
        return now + max(every, LONGEST_RETRY_AFTER)
    doubled = every * (1 << min(failures, 20))
    wait = max(every, min(doubled, LONGEST_BACK_OFF))
    if error is not None and error.retry_after is not None:
        asked = timedelta(seconds=min(error.retry_after, LONGEST_RETRY_AFTER.total_seconds()))
        wait = max(wait, asked)
    return now + wait


def next_try(now: datetime, attempts: int, error: FetchError | None = None) -> datetime:
    """When an item that was put off is tried again; ``attempts`` counts the failures before."""
    if error is not None and error.failure is FetchFailure.POSTPONED:
        return now + postponed(error)
    wait = ITEM_BACK_OFF[min(attempts, len(ITEM_BACK_OFF) - 1)]
    if error is not None and error.retry_after is not None:
        asked = timedelta(seconds=min(error.retry_after, LONGEST_RETRY_AFTER.total_seconds()))
        wait = max(wait, asked)
    return now + wait


def postponed(error: FetchError) -> timedelta:
    """How long until the host's turn comes: what was said, within a second and a day."""
    asked = timedelta(seconds=min(error.retry_after or 0.0, LONGEST_RETRY_AFTER.total_seconds()))
    return max(timedelta(seconds=1), asked)


def is_final(error: FetchError, attempts: int) -> bool:
    """Whether a page is not tried again; ``attempts`` counts the failures before this one."""
    if error.failure is FetchFailure.POSTPONED:
        return False
    return attempts + 1 >= MOST_ATTEMPTS or error.failure is FetchFailure.ROBOTS_DISALLOW


def blames_the_host(error: FetchError) -> bool:
    """Whether the next page of the same host would most likely fail the same way."""
    return error.failure in _HOST_FAILS


def is_whole_due(last_whole: datetime | None, name: str, now: datetime) -> bool:
    """Whether everything is to be asked for, whatever the server said before: once a day.

    Servers exist that answer 304 to a feed that has changed. Each source has its own hour for it,
    18 to 24 hours after the last time, so that sources which were added together drift apart.
    """
    if last_whole is None or last_whole > now:  # a clock that was put back
        return True
    return now - last_whole >= WHOLE_EVERY * (1 - share(name, last_whole) / 4)


def validators_to_send(known: Validators, *, whole: bool) -> Validators:
    """What to ask with. The hash alone still spares us the parsing when nothing has changed."""
    return Validators(body_hash=known.body_hash) if whole else known
