"""Dates whose parts carry their unit behind them: 2025年5月6日, 去年12月, 五月六日, 27日至29日."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from extraction.analysis import Sentence
from extraction.once import once
from pacts.model import Period

_FIRST_YEAR: Final = 1800
_LAST_YEAR: Final = 2100
_AHEAD: Final = 150
"""A date without a year may lie this many days after publication; later ones were last year's."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A time named by tokens ``first`` to ``last - 1``."""

    first: int
    last: int
    period: Period
    whole_day: bool
    later: Period | None = None
    """The next such day, where only the day of the month is named."""


def read_counted(sentence: Sentence, published: date | None) -> Iterator[Counted]:
    """Every such date of a sentence, in its order; none where the language has no such units."""
    units = sentence.lexicon.date
    if "year_unit" not in units:
        return
    pattern = _pattern(sentence.lexicon.code, tuple(_parts(units)))
    starts = [token.start for token in sentence.tokens]
    before: date | None = None
    for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
        found = _read(match, units, published, before)
        if found:
            period, whole, later = found
            before = period.start
            first = bisect_left(starts, match.start())
            yield Counted(first, bisect_left(starts, match.end()), period, whole, later)


def _parts(units: Mapping[str, Any]) -> Iterator[str]:
    """The alternatives of each unit and of the words for a shifted year or month."""
    for name in ("year_unit", "month_unit", "day_unit", "range"):
        yield "|".join(map(re.escape, sorted(units[name], key=len, reverse=True)))
    for name in ("year", "month", "follow"):
        yield "|".join(map(re.escape, units["shift"][name]))
    yield "|".join(map(re.escape, units["years_back"]))
    yield "".join(units["digits"]) + units["ten"]


@once
def _pattern(_language: str, parts: tuple[str, ...]) -> re.Pattern[str]:
    year, month, day, until, shift_year, shift_month, follow, back, digits = parts
    number = rf"(?:\d{{1,2}}|[{digits}]{{1,3}})"
    years = (
        rf"(?:(?P<year>\d{{4}}|[{digits}]{{4}})\s?(?:{year})|(?P<near_year>{shift_year})"
        rf"|(?P<near_follow>{follow})|(?P<back>{number})\s?(?:{back}))"
    )
    months = rf"(?P<month>{number})\s?(?:{month})"
    days = rf"(?P<day>{number})\s?(?:{day})"
    spans = rf"(?:(?P<from>{number})\s?(?:{day})?\s?(?:{until})\s?)?{days}"
    # One digit of a word and the unit are too little: they stand in other words as well.
    alone = spans.replace("{1,3}", "{2,3}")
    return re.compile(
        rf"{years}(?:[,，]?\s?{months}(?:\s?{spans.replace('?P<', '?P<a_')})?)?"
        rf"|{months.replace('?P<', '?P<b_')}(?:\s?{spans.replace('?P<', '?P<b_')})?"
        rf"|(?P<near_month>{shift_month})?{alone.replace('?P<', '?P<c_')}"
    )


def _read(
    match: re.Match[str], units: Mapping[str, Any], published: date | None, before: date | None
) -> tuple[Period, bool, Period | None] | None:
    parts = {name: text for name, text in match.groupdict().items() if text}
    numbers = {
        name.rpartition("_")[2]: _number(text, units)
        for name, text in parts.items()
        if not name.startswith("near")
    }
    month, day, begin = numbers.get("month"), numbers.get("day"), numbers.get("from")
    if month is None and not parts.keys() & {"year", "near_year", "near_follow", "back"}:
        shift = units["shift"]["month"].get(parts.get("near_month"))
        return _day_alone(day, begin, shift, published)
    if "near_follow" in parts and before is None:
        return None
    year = _year(parts, numbers, units["shift"], published, before)
    if year is None and month and published:
        year = nearest_year(month, begin or day or 1, published)
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if month is None:  # "this year" alone says nothing about when
        return (Period.year(year), False, None) if "year" in parts else None
    period = _period(year, month, begin, day)
    return (period, day is not None, None) if period else None


def _year(
    parts: Mapping[str, str],
    numbers: Mapping[str, int],
    shift: Mapping[str, Mapping[str, int]],
    published: date | None,
    before: date | None,
) -> int | None:
    """The year named, told from publication, or taken from the date before in the sentence."""
    if "year" in numbers:
        return numbers["year"]
    if "near_follow" in parts and before:
        return before.year + shift["follow"][parts["near_follow"]]
    if published and "near_year" in parts:
        return published.year + shift["year"][parts["near_year"]]
    if published and "back" in numbers:
        return published.year - numbers["back"]
    if published and before and before.year < published.year and "month" in numbers:
        return before.year if numbers["month"] >= before.month else None
    return None


def _day_alone(
    day: int | None, begin: int | None, shift: int | None, published: date | None
) -> tuple[Period, bool, Period | None] | None:
    """ "27日": of this month or the last; of the next where it is still to come."""
    if day is None or published is None:
        return None
    back = shift if shift is not None else -(day > published.day)
    period = _in_month(published, back, begin, day)
    later = _in_month(published, back + 1, begin, day) if shift is None else None
    return (period, True, later) if period else None


def _in_month(published: date, shift: int, begin: int | None, day: int) -> Period | None:
    months = published.year * 12 + published.month - 1 + shift
    return _period(months // 12, months % 12 + 1, begin, day)


def _period(year: int, month: int, begin: int | None, day: int | None) -> Period | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return Period.month(year, month)
    try:
        first = date(year, month, begin) if begin and begin < day else date(year, month, day)
        return Period(first, date(year, month, day))
    except ValueError:
        return None


def nearest_year(month: int, day: int, published: date) -> int:
    """The year in which a day without one lies nearest before or shortly after publication."""
    for year in (published.year + 1, published.year):
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if (candidate - published).days <= _AHEAD:
            return year
    return published.year - 1


def _number(text: str, units: Mapping[str, Any]) -> int:
    """A number in digits of either kind; "ten" between them counts tens."""
    if text.isdecimal():
        return int(text)
    value = {char: number for number, chars in enumerate(units["digits"]) for char in chars}
    tens, ten, ones = text.partition(units["ten"])
    if ten:
        return 10 * (value.get(tens, 1) if tens else 1) + (value.get(ones, 0) if ones else 0)
    return int("".join(str(value.get(char, 0)) for char in text))
