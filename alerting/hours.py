"""When a message may go out: quiet hours and daily digests, in the zone of the channel.

Both are wall-clock times, also across a change of clocks: a time that the clocks skip is taken as
if they had not been changed yet, a time that they show twice as the first of the two.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from pacts.model import Channel
from pacts.terms import Priority

_LOUDNESS: Final = (Priority.LOW, Priority.NORMAL, Priority.HIGH)
_DAY: Final = timedelta(days=1)


def not_before(channel: Channel, priority: Priority, now: datetime) -> datetime:
    """The earliest time at which an alert of ``priority`` may leave through ``channel``, in UTC.

    ``now`` where nothing holds it back. A digest that falls into quiet hours leaves at their end.
    Alerts as loud as ``channel.loud`` wait for neither.
    """
    moment = now.astimezone(UTC)
    if channel.loud is not None and _LOUDNESS.index(priority) >= _LOUDNESS.index(channel.loud):
        return moment
    if channel.digest:
        moment = _next(*channel.digest, moment)
    return _after_quiet(*channel.quiet, moment) if channel.quiet else moment


def _after_quiet(begin: str, end: str, zone_name: str, moment: datetime) -> datetime:
    """The end of the quiet hours that hold ``moment``, else ``moment`` itself.

    Quiet hours hold their begin and not their end; equal times mean none.
    """
    first, last, zone = _clock(begin), _clock(end), ZoneInfo(zone_name)
    if first == last:
        return moment
    today = moment.astimezone(zone).date()
    for evening in (today - _DAY, today):
        morning = evening if first < last else evening + _DAY
        if _at(evening, first, zone) <= moment < _at(morning, last, zone):
            return _at(morning, last, zone)
    return moment


def _next(at: str, zone_name: str, moment: datetime) -> datetime:
    """The next time that the clocks of the zone show ``at``: ``moment`` itself if they do now."""
    clock, zone = _clock(at), ZoneInfo(zone_name)
    today = moment.astimezone(zone).date()
    days = (today + _DAY * ahead for ahead in (-1, 0, 1, 2))
    return min(found for day in days if (found := _at(day, clock, zone)) >= moment)


def _at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _clock(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))
