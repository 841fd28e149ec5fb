"""Dates in a sentence: what day, month, year or interval is meant, seen from publication."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from extraction.analysis import Sentence
from extraction.comparisons import in_comparison
from extraction.counted_dates import read_counted
from extraction.digit_dates import FIRST_YEAR, LAST_YEAR, number, period_of, read_digits
from extraction.lexicon import Mark
from pacts.model import Period
from pacts.terms import DateBasis

_LONGEST_RANGE: Final = 60
"""Days; two dates farther apart are two dates, not an interval."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time named by tokens ``first`` to ``last - 1``."""

    first: int
    last: int
    period: Period
    basis: DateBasis
    weekday: bool = False
    """Named by its weekday only: which week depends on whether it is past or to come."""
    whole_day: bool = True
    """Day precision; otherwise a month, a year or something vague like "last week"."""
    later: Period | None = None
    """Where it lies if it is still to come, when the text names only the day of a month."""
    earlier: Period | None = None
    """Where it lies if it is past, when the text names no year."""


def read_dates(sentence: Sentence, published: date | None) -> tuple[Dated, ...]:
    """Every time named in the sentence, in its order; ranges joined."""
    found = sorted(_all(sentence, published), key=lambda d: (d.first, -d.last))
    kept: list[Dated] = []
    for dated in found:
        if _is_deadline(sentence, dated) or in_comparison(sentence, dated.first, dated.last):
            continue
        if kept and dated.weekday and dated.first == kept[-1].last and _is_ago(sentence, kept[-1]):
            continue  # "a year ago Thursday"
        if not kept or dated.first >= kept[-1].last:
            kept.append(dated)
    return tuple(_joined(sentence, kept))


def _is_ago(sentence: Sentence, dated: Dated) -> bool:
    """Whether a time is counted back from now."""
    marks = sentence.of("date.word", dated.first, dated.last)
    return any(mark.value in _AGO for mark in marks)


def _is_deadline(sentence: Sentence, dated: Dated) -> bool:
    """ "extended until 2029", "by 2030": when something ends, not when it is done."""
    if not sentence.is_a("deadline", dated.first - 1):
        return False
    prolonged = any(
        mark.value == "renew" and mark.last == dated.first - 1 for mark in sentence.of("trigger")
    )
    return prolonged or not dated.whole_day


def _all(sentence: Sentence, published: date | None) -> Iterator[Dated]:
    for found in read_digits(sentence, published):
        yield Dated(
            found.first, found.last, found.period, DateBasis.STATED, whole_day=found.whole_day
        )
    for counted in read_counted(sentence, published):
        yield Dated(
            counted.first,
            counted.last,
            counted.period,
            DateBasis.STATED,
            whole_day=counted.whole_day,
            later=counted.later,
        )
    if published:
        yield from _days_alone(sentence, published)
    for mark in sentence.of("date.months"):
        dated = _around_month(sentence, mark.first, mark.last, int(mark.value), published)
        if dated:
            yield dated
    if published:
        yield from _relative(sentence, published)
    yield from _years(sentence, published)


def _joined(sentence: Sentence, dates: Sequence[Dated]) -> Iterator[Dated]:
    """ "May 30 to June 2" as one interval."""
    pending: Dated | None = None
    for dated in dates:
        if (
            pending
            and pending.whole_day
            and dated.whole_day
            and _range_between(sentence, pending.last, dated.first)
            and 0 < (dated.period.end - pending.period.start).days <= _LONGEST_RANGE
            and pending.basis is DateBasis.STATED is dated.basis
        ):
            period = Period(pending.period.start, dated.period.end)
            pending = replace(pending, last=dated.last, period=period)
            continue
        if pending:
            yield pending
        pending = dated
    if pending:
        yield pending


def _range_between(sentence: Sentence, first: int, last: int) -> bool:
    """ "5/5 - 7/5", "từ ngày 5/5 đến ngày 7/5"."""
    if last - first > _RANGE_WORDS or not sentence.is_a("date.range", min(first, last - 1)):
        return False
    return all(sentence.is_a("date.links", i) for i in range(first + 1, last))


_RANGE_WORDS: Final = 2


def _days_alone(sentence: Sentence, published: date) -> Iterator[Dated]:
    """ "se firma el 14", "ngày 14, ...": the last such day, or else the next."""
    for mark in sentence.of("date.day_alone"):
        day, behind = number(sentence, mark.last, 1, 31), sentence.word(mark.last + 1)
        if day is None or (behind and behind not in _BEHIND_A_DAY):
            continue
        before = date(published.year, published.month, 1) - timedelta(days=1)
        last = before if day > published.day else published
        nearest = period_of(last.year, last.month, (day,), published)
        if nearest is not None:
            after = nearest.end.replace(day=1) + timedelta(days=_LONGEST_MONTH)
            later = period_of(after.year, after.month, (day,), published)
            yield Dated(mark.first, mark.last + 1, nearest, DateBasis.STATED, later=later)


_BEHIND_A_DAY: Final = frozenset({".", ",", ";", ":", ")", "!", '"'})

# --- with a month's name -------------------------------------------------------------------


def _around_month(
    sentence: Sentence, first: int, last: int, month: int, published: date | None
) -> Dated | None:
    begin, days = _days_before(sentence, first)
    end = last
    if not days and sentence.lexicon.date.get("month_before_day"):
        end, days = _days_after(sentence, last)
    elif not days:
        end, days = last, ()
    end, year = _year_after(sentence, end)
    if not days and year is None and not _looks_like_month(sentence, first):
        return None
    period = period_of(year, month, days, published)
    if period is None:
        return None
    earlier = None
    if year is None and published and period.start > published:
        earlier = period_of(period.start.year - 1, month, days, None)
    return Dated(begin, end, period, DateBasis.STATED, whole_day=bool(days), earlier=earlier)


def _days_before(sentence: Sentence, first: int) -> tuple[int, tuple[int, ...]]:
    """ "5-7 May", "6 de mayo", "the 6th of May"."""
    index = first - 1
    while index > 0 and sentence.is_a("date.links", index):
        index -= 1
    last_day = number(sentence, index, 1, 31)
    if last_day is None:
        return first, ()
    if sentence.is_a("date.range", index - 1):
        first_day = number(sentence, index - 2, 1, 31)
        if first_day is not None and first_day < last_day:
            return index - 2, (first_day, last_day)
    return index, (last_day,)


def _days_after(sentence: Sentence, last: int) -> tuple[int, tuple[int, ...]]:
    """ "May 6", "May 5-7", "May 5 to 7"."""
    index = last + 1 if sentence.word(last) == "." else last
    day = number(sentence, index, 1, 31)
    if day is None:
        return last, ()
    end = index + 1
    if sentence.is_a("date.links", end):
        end += 1
    if sentence.is_a("date.range", end):
        other = number(sentence, end + 1, 1, 31)
        followed_by_month = any(m.first == end + 2 for m in sentence.of("date.months"))
        if other is not None and other > day and not followed_by_month:
            return end + 2, (day, other)
    return end, (day,)


def _year_after(sentence: Sentence, end: int) -> tuple[int, int | None]:
    index = end
    while _links_year(sentence, index) and index < end + 2:
        index += 1
    year = number(sentence, index, FIRST_YEAR, LAST_YEAR)
    return (index + 1, year) if year is not None else (end, None)


def _links_year(sentence: Sentence, index: int) -> bool:
    return sentence.word(index) in {",", "/", "-"} or sentence.is_a("date.links", index)


def _looks_like_month(sentence: Sentence, first: int) -> bool:
    """Whether a month's name stands alone as one: "in March", not "march" or "may"."""
    capital = sentence.text[sentence.tokens[first].start].isupper()
    if sentence.lexicon.date.get("month_capital") and not capital:
        return False
    return sentence.is_a("date.before_month", first - 1)


# --- relative to publication ---------------------------------------------------------------


def _relative(sentence: Sentence, published: date) -> Iterator[Dated]:
    for mark in sentence.of("date.weekdays"):
        if len(sentence.word(mark.first)) <= 3 and sentence.lexicon.date.get("month_capital"):
            token = sentence.tokens[mark.first]
            if not sentence.text[token.start].isupper():
                continue
        back = (published.weekday() - (int(mark.value) - 1)) % 7
        day = published - timedelta(days=back)
        yield Dated(mark.first, mark.last, Period.day(day), DateBasis.RELATIVE, weekday=True)
    for mark in sentence.of("date.word"):
        period = _RELATIVE_PERIODS.get(mark.value)
        if period:
            start, end = period
            span = Period(published + timedelta(days=start), published + timedelta(days=end))
            yield Dated(mark.first, mark.last, span, DateBasis.RELATIVE, whole_day=start == end)
        elif mark.value in _AGO:
            yield _ago(sentence, mark, published)
        elif mark.value in _UNITS and (ago := _ago_before(sentence, mark)):
            yield replace(_ago(sentence, mark, published), first=ago.first)
        elif mark.value in _CALENDAR:
            named = _CALENDAR[mark.value](published)
            yield Dated(mark.first, mark.last, named, DateBasis.RELATIVE, whole_day=False)


def _next_month(published: date) -> Period:
    later = published.replace(day=1) + timedelta(days=_LONGEST_MONTH)
    return Period.month(later.year, later.month)


_LONGEST_MONTH: Final = 31


def _next_week(published: date) -> Period:
    monday = published + timedelta(days=7 - published.weekday())
    return Period(monday, monday + timedelta(days=6))


_DAYS_OLD: Final = timedelta(days=46)


def _this_year(published: date) -> Period:
    """The year so far; of what is days old people say "this week" or the day."""
    begin = date(published.year, 1, 1)
    end = published - _DAYS_OLD
    return Period(begin, end if end >= begin else published)


_CALENDAR: Final[Mapping[str, Callable[[date], Period]]] = {
    "this_year": _this_year,
    "last_year": lambda day: Period.year(day.year - 1),
    "next_year": lambda day: Period.year(day.year + 1),
    "next_month": _next_month,
    "next_week": _next_week,
}
"""Periods of the calendar, weeks from Monday to Sunday."""

_AGO: Final = {
    "days_ago": 1,
    "weeks_ago": 7,
    "months_ago": 30,
    "years_ago": 365,
    "decades_ago": 3650,
    "week_ago": 7,
    "month_ago": 30,
    "year_ago": 365,
}
"""Days in the unit that somebody counts back in."""
_ONE_AGO: Final = frozenset({"week_ago", "month_ago", "year_ago"})
"""In the singular, which needs no number: "год назад"."""
_SAME_DAY: Final = frozenset({"today", "to_the_day"})
_UNITS: Final = {f"unit_{name.removesuffix('_ago')}": days for name, days in _AGO.items()}
"""The same where "ago" stands in front: "il y a trois ans"."""


def _ago_before(sentence: Sentence, unit: Mark) -> Mark | None:
    """The words for "ago" in front of a number and its unit: "*il y a* trois ans"."""
    near = (m for m in sentence.of("date.ago_before") if 0 <= unit.first - m.last <= 2)
    return next((m for m in near if not _has_unit(sentence, m.last, unit.first)), None)


def _has_unit(sentence: Sentence, first: int, last: int) -> bool:
    """Whether another unit stands in between: "il y a un an *jour* pour jour"."""
    return any(m.value in _UNITS and first <= m.first < last for m in sentence.of("date.word"))


def _ago(sentence: Sentence, mark: Mark, published: date) -> Dated:
    """ "nine days ago", "a year ago", "decades ago"."""
    unit = _AGO.get(mark.value) or _UNITS[mark.value]
    number = _count_before(sentence, mark.first) or (1 if mark.value in _ONE_AGO else None)
    back = min(unit * (number or 3), (published - date(FIRST_YEAR, 1, 1)).days)
    day = published - timedelta(days=back)
    period = Period.day(day) if unit == 1 else Period(day - timedelta(unit // 2), day)
    whole = unit == 1 and number is not None
    today = next((m for m in sentence.of("date.word") if m.first == mark.last), None)
    if unit == _AGO["years_ago"] and number and today and today.value in _SAME_DAY:
        same = Period.day(_years_before(published, number))  # "a year ago today"
        return Dated(mark.first - 1, today.last, same, DateBasis.RELATIVE)
    return Dated(max(0, mark.first - 1), mark.last, period, DateBasis.RELATIVE, whole_day=whole)


_RELATIVE_PERIODS: Final = {
    "today": (0, 0),
    "yesterday": (-1, -1),
    "tomorrow": (1, 1),
    "last_week": (-7, -1),
    "last_month": (-31, -1),
    "next": (1, 365),
}
"""Days from publication, first and last."""


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year - years, day=28)


def _count_before(sentence: Sentence, first: int) -> int | None:
    digits = number(sentence, first - 1, 1, 200)
    if digits is not None:
        return digits
    words = [m for m in sentence.of("date.numbers") if m.last == first]
    return int(words[0].value) if words else None


def _years(sentence: Sentence, published: date | None) -> Iterator[Dated]:
    for index, token in enumerate(sentence.tokens):
        earliest = FIRST_YEAR if sentence.is_a("date.before_month", index - 1) else 1900
        year = number(sentence, index, earliest, LAST_YEAR)
        if year is None or len(token.word) != 4:
            continue
        if _is_term(sentence, index):
            if published and (over := _years_over(sentence, index, year, published)):
                yield Dated(index, index + 3, over, DateBasis.STATED, whole_day=False)
            continue
        if (
            sentence.word(index - 1) in {"$", "€", "£", "¥", "no", "."}
            or sentence.word(index + 1) == "%"
        ):
            continue
        yield Dated(index, index + 1, Period.year(year), DateBasis.STATED, whole_day=False)


def _is_term(sentence: Sentence, index: int) -> bool:
    """ "the plan for 2026-2030": years that something runs, not when it is done."""
    return any(
        sentence.word(index + side) == "-"
        and number(sentence, index + 2 * side, 1900, LAST_YEAR) is not None
        for side in (-1, 1)
    )


def _years_over(sentence: Sentence, first: int, year: int, published: date) -> Period | None:
    """ "signed in 2018-2020": years that are over, behind a word for when, are when it was done."""
    before = first - 1
    while sentence.is_a("date.links", before):
        before -= 1
    last = number(sentence, first + 2, year + 1, published.year - 1)
    when = sentence.is_a("date.before_month", before) and not sentence.is_a("of", before)
    if last is None or sentence.word(first + 1) != "-" or not when:
        return None
    return Period(Period.year(year).start, Period.year(last).end)
