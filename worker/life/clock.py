"""The one place that asks what time it is; everywhere else ``now`` is an argument."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from pacts.errors import UsageError

Clock = Callable[[], datetime]


def real_clock() -> datetime:
    return datetime.now(UTC)


def shifted_clock(start: datetime) -> Clock:
    """A clock that shows ``start`` now and runs on from there: replays of old material."""
    offset = start - real_clock()
    return lambda: real_clock() + offset


def parse_time(text: str) -> datetime:
    """An ISO 8601 day (its noon, UTC) or time (UTC unless it says otherwise). Raises UsageError.

    Noon, so that what was published on that day in any time zone is not in the future.
    """
    try:
        if len(text) == len("2025-05-24"):
            return datetime.combine(date.fromisoformat(text), time(12), tzinfo=UTC)
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"not an ISO 8601 date or time: {text!r}") from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def clock_at(text: str | None) -> Clock:
    """The clock that ``--at`` asks for: the real one when it says nothing."""
    return shifted_clock(parse_time(text)) if text else real_clock
