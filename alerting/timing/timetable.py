"""The times of digests: HH:MM of every day, or a cron line, on the wall clocks of a time zone.

A time is one that the clocks of the zone show, and each comes once: one that they skip is taken
as if they had not been changed yet (02:30 is 03:30 then), one that they show twice is the first
of the two. Cron lines mean what they mean to Debian's cron, days of month and week included.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from cronsim import CronSim

_DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)


def next_time(when: str, zone_name: str, moment: datetime) -> datetime:
    """The first time of ``when`` at or after ``moment``, in UTC.

    Raises ValueError when there is none in fifty years, and CronSimError for what is no cron line.
    """
    zone = ZoneInfo(zone_name)
    moment = moment.astimezone(UTC)
    # Where clocks have just been put forward, times that they skipped may still be to come.
    put_forward = max(_offset(moment, zone) - _offset(moment - _DAY - _MINUTE, zone), timedelta())
    shown = _wall(moment, zone).replace(second=0, microsecond=0)
    best: datetime | None = None
    for wall in CronSim(as_cron(when), shown - put_forward - _MINUTE):
        found = at(wall.date(), wall.time(), zone)
        if best is not None and found >= best and _wall(best, zone) <= wall:
            return best
        if found >= moment and (best is None or found < best):
            best = found
            if _wall(best, zone) == wall:
                return best
    if best is None:
        raise ValueError(f"no time in fifty years: {when}")
    return best


def as_cron(when: str) -> str:
    """``07:30`` as the cron line that says the same; a cron line as it is."""
    hour, colon, minute = when.partition(":")
    return f"{int(minute)} {int(hour)} * * *" if colon else when


def at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """When the clocks of ``zone`` show that time of that day, in UTC: see above."""
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
