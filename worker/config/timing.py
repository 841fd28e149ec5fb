"""When a channel may be used: quiet hours, digests and rates, each checked where it is read.

Every function takes the text of the file and gives the value, or raises ValueError with the
sentence that the user reads.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from cronsim import CronSim, CronSimError

from pacts.model import Rate
from worker.config.values import time_zone

_CLOCK: Final = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_RATE: Final = re.compile(r"([1-9][0-9]{0,3})/([mhd])")
_PER: Final = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
_FIELDS: Final = (
    ("minute", "0 to 59"),
    ("hour", "0 to 23"),
    ("day of the month", "1 to 31 or L for the last"),
    ("month", "1 to 12 or jan to dec"),
    ("day of the week", "0 to 7 or sun to sat"),
)
_SOME_DAY: Final = datetime(2026, 1, 1)  # noqa: DTZ001 - cron lines are read on wall clocks


def clock(text: str) -> str:
    """``HH:MM``."""
    if not _CLOCK.fullmatch(text):
        raise ValueError("needs times as HH:MM from 00:00 to 23:59, such as 07:30")
    return text


def quiet_hours(text: str) -> tuple[str, str, str]:
    """``22:00-06:30 Asia/Ho_Chi_Minh``."""
    hours, _, zone = text.partition(" ")
    begin, dash, end = hours.partition("-")
    if not dash or not zone.strip():
        raise ValueError('is not of the form "22:00-06:30 Asia/Ho_Chi_Minh"')
    if clock(begin) == clock(end):
        raise ValueError("begins and ends at the same time: that is either never or always")
    return begin, end, _zone_of(zone)


def digest_time(text: str) -> tuple[str, str]:
    """``07:30 Asia/Ho_Chi_Minh``, or the five fields of a cron line and a zone."""
    *when, zone = text.split() or [""]
    if len(when) == 1:
        return clock(when[0]), _zone_of(zone)
    if len(when) != len(_FIELDS):
        raise ValueError(
            'is not of the form "07:30 Asia/Ho_Chi_Minh"'
            ' or, as a cron line, "30 7 * * mon-fri Asia/Ho_Chi_Minh"'
        )
    return _cron(when), _zone_of(zone)


def _cron(parts: list[str]) -> str:
    for place, (part, (name, allowed)) in enumerate(zip(parts, _FIELDS, strict=True)):
        alone = ["*"] * len(_FIELDS)
        alone[place] = part
        if _first(" ".join(alone)) is None:
            raise ValueError(f"is no cron line: its {name} must be {allowed}, or *")
    line = " ".join(parts)
    if _first(line) is None:
        raise ValueError("never comes: no month that it names has such a day")
    return line


def _first(line: str) -> datetime | None:
    """Some time of a cron line; None where there is none, or where it is no cron line."""
    try:
        return next(CronSim(line, _SOME_DAY), None)
    except (CronSimError, AssertionError, ValueError):
        return None  # the library asserts some of what it expects of steps


def rate(text: str) -> Rate:
    """``20/h``."""
    found = _RATE.fullmatch(text)
    if not found:
        raise ValueError("is not of the form 20/h: a number of messages, then /m, /h or /d")
    return Rate(int(found[1]), _PER[found[2]])


def rate_text(value: Rate) -> str:
    """The form that :func:`rate` reads back."""
    return f"{value.count}/{next(unit for unit, per in _PER.items() if per == value.per)}"


def _zone_of(text: str) -> str:
    try:
        return time_zone(text.strip())
    except ValueError as error:
        raise ValueError(f"names something that {error}") from error
