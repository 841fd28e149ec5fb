"""When an alert may leave through a channel: the wait for sources, digests and quiet hours.

All of them are wall-clock times in the zone of the channel, also across a change of clocks
(:mod:`alerting.timing.timetable` says how).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from alerting.timing.timetable import at, next_time
from pacts.model import Channel, Held, Rate
from pacts.terms import Priority, Reason, Wait

_LOUDNESS: Final = (Priority.LOW, Priority.NORMAL, Priority.HIGH)
_DAY: Final = timedelta(days=1)


def held(channel: Channel, reason: Reason, priority: Priority, now: datetime) -> Held:
    """From when on an alert may leave through ``channel``, and what it waits for last.

    ``now`` where nothing holds it back. All wait for the next digest; where there is none, the
    first alert of a story waits for more sources; and what falls into quiet hours leaves at their
    end. Alerts as loud as ``channel.loud`` wait for none of these.
    """
    found = Held(now.astimezone(UTC))
    if priority in loud(channel):
        return found
    if channel.digest:
        found = Held(next_time(*channel.digest, found.until), Wait.DIGEST)
    elif reason is Reason.FIRST and channel.group_wait:
        found = Held(found.until + channel.group_wait, Wait.GROUP)
    return after_quiet(channel, found)


def loud(channel: Channel) -> tuple[Priority, ...]:
    """The priorities that wait for nothing on ``channel``."""
    return () if channel.loud is None else _LOUDNESS[_LOUDNESS.index(channel.loud) :]


def next_digest(channel: Channel, now: datetime) -> datetime | None:
    """The first digest of ``channel`` later than ``now``, in UTC; None where it sends none."""
    if channel.digest is None:
        return None
    planned = next_time(*channel.digest, now.astimezone(UTC) + timedelta(microseconds=1))
    return after_quiet(channel, Held(planned)).until


def room(rate: Rate, taken: Sequence[datetime], now: datetime) -> datetime:
    """When a channel that took messages at these times, the latest first, may get another one."""
    counted = [moment for moment in taken if moment > now - rate.per]
    return now if len(counted) < rate.count else counted[rate.count - 1] + rate.per


def after_quiet(channel: Channel, found: Held) -> Held:
    """The end of the quiet hours that hold ``found.until``, else ``found`` itself."""
    if channel.quiet is None:
        return found
    end = _end_of_quiet(*channel.quiet, found.until)
    return found if end is None else Held(end, Wait.QUIET)


def _end_of_quiet(begin: str, end: str, zone_name: str, moment: datetime) -> datetime | None:
    """The end of the quiet hours that hold ``moment``; None where none do.

    Quiet hours hold their begin and not their end; equal times mean none.
    """
    first, last, zone = _clock(begin), _clock(end), ZoneInfo(zone_name)
    if first == last:
        return None
    today = moment.astimezone(zone).date()
    for evening in (today - _DAY, today):
        morning = evening if first < last else evening + _DAY
        if at(evening, first, zone) <= moment < at(morning, last, zone):
            return at(morning, last, zone)
    return None


def _clock(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))
