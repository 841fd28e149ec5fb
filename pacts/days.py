"""Days and periods as people write them, whatever the locale of the process."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from pacts.model import Period

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(moment: date) -> str:
    """ "6 May 2025"."""
    return f"{moment.day} {_month(moment)} {moment.year}"


def minute(moment: datetime) -> str:
    """ "6 May 2025, 08:30 UTC"; the time must be in UTC, as all of ours are."""
    return f"{day(moment)}, {moment:%H:%M} UTC"


def period(when: Period) -> str:
    """ "6 May 2025", "5–12 May 2025", "28 April – 2 May 2025", "May 2025", "2025"."""
    first, last = when.start, when.end
    if first == last:
        return day(first)
    if when == Period.year(first.year):
        return str(first.year)
    if when == Period.month(first.year, first.month):
        return f"{_month(first)} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {_month(first)} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def adverb(when: Period) -> str:
    """For the middle of a sentence: "on 6 May 2025", "in May 2025", "between 5 and 12 May 2025"."""
    first, last = when.start, when.end
    if first == last:
        return f"on {day(first)}"
    if when in (Period.year(first.year), Period.month(first.year, first.month)):
        return f"in {period(when)}"
    if first.year != last.year:
        return f"between {day(first)} and {day(last)}"
    begin = str(first.day) if first.month == last.month else f"{first.day} {_month(first)}"
    return f"between {begin} and {day(last)}"


def _month(moment: date) -> str:
    return _MONTHS[moment.month - 1]
