"""Dates in digits with marks between: 2025-05-06, 6/5/2025, 6.5.2025, 11/3, 5-8/5, tháng 5/2025."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from extraction.analysis import Sentence
from extraction.counted_dates import nearest_year
from pacts.model import Period

FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2100


@dataclass(frozen=True, slots=True)
class InDigits:
    """A time named by tokens ``first`` to ``last - 1``."""

    first: int
    last: int
    period: Period
    whole_day: bool = True


def number(sentence: Sentence, index: int, low: int, high: int) -> int | None:
    """The number that the token at ``index`` is, when it lies within the bounds."""
    word = sentence.word(index)
    return int(word) if word.isdecimal() and word.isascii() and low <= int(word) <= high else None


def period_of(
    year: int | None, month: int, days: Sequence[int], published: date | None
) -> Period | None:
    """The day, days or month meant; the year nearest to publication where none is named."""
    if year is None:
        if published is None:
            return None
        year = nearest_year(month, days[0] if days else 1, published)
    try:
        if not days:
            return Period.month(year, month)
        return Period(date(year, month, days[0]), date(year, month, days[-1]))
    except ValueError:
        return None


def read_digits(sentence: Sentence, published: date | None) -> Iterator[InDigits]:
    """2025-05-06, 6/5/2025, 6.5.2025, 11/3, tháng 5/2025."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if not token.word[0].isdecimal():
            continue
        if "." in token.word:
            yield from _dotted(sentence, index, published)
        elif sentence.word(index + 1) in {"/", "-"}:
            slashed = _slashed(sentence, index, published)
            if slashed:
                yield slashed


def _dotted(sentence: Sentence, index: int, published: date | None) -> Iterator[InDigits]:
    parts = sentence.word(index).split(".")
    if not all(part.isdecimal() for part in parts):
        return
    if len(parts) == 2 and _is_day_of(sentence, index) and int(parts[1]) <= _MONTHS:
        period = period_of(None, int(parts[1]), (int(parts[0]),), published)
        if period:
            yield InDigits(index, index + 1, period)
    if len(parts) == 3 and len(parts[2]) == 4:
        period = (
            period_of(int(parts[2]), int(parts[1]), (int(parts[0]),), None)
            if int(parts[1]) <= 12
            else None
        )
        if period:
            yield InDigits(index, index + 1, period)


def _slashed(sentence: Sentence, index: int, published: date | None) -> InDigits | None:
    mark = sentence.word(index + 1)
    year = number(sentence, index, FIRST_YEAR, LAST_YEAR)
    second = number(sentence, index + 2, 1, 31)
    if second is None:
        month = number(sentence, index, 1, 12)
        year = number(sentence, index + 2, FIRST_YEAR, LAST_YEAR)
        if mark == "/" and month and year:
            return InDigits(index, index + 3, Period.month(year, month), whole_day=False)
        return None
    if year is not None:
        day = number(sentence, index + 4, 1, 31)
        if sentence.word(index + 3) == mark and day and second <= 12:
            period = period_of(year, second, (day,), None)
            return None if period is None else InDigits(index, index + 5, period)
        return None
    if second > 12 or number(sentence, index, 1, 31) is None:
        return None
    first, days = _slashed_days(sentence, index)
    if sentence.word(index + 3) == mark:
        third = number(sentence, index + 4, FIRST_YEAR, LAST_YEAR)
        period = period_of(third, second, days, None) if third else None
        return InDigits(first, index + 5, period) if period else None
    if _is_short(sentence, first, index):
        period = period_of(None, second, days, published)
        return None if period is None else InDigits(first, index + 3, period)
    return None


def _is_short(sentence: Sentence, first: int, index: int) -> bool:
    """ "6/5"; with a hyphen, which parts other numbers too, only behind a word for a day."""
    if sentence.word(index + 1) == "-":
        return _is_day_of(sentence, first) and sentence.word(index + 3) != "/"
    return bool(sentence.lexicon.date.get("short_numeric"))


def _is_day_of(sentence: Sentence, index: int) -> bool:
    """Whether a word for a day stands before: "ngày 17-5", "hôm 29.5"."""
    return bool(sentence.lexicon.date.get("short_numeric")) and sentence.is_a(
        "date.day_before", index - 1
    )


_MONTHS: Final = 12


def _slashed_days(sentence: Sentence, index: int) -> tuple[int, tuple[int, ...]]:
    """The day at ``index``, and an earlier one that it closes a range with: "5-8/5"."""
    day, between = int(sentence.word(index)), index - 1
    while sentence.is_a("date.links", between):
        between -= 1
    earlier = number(sentence, between - 1, 1, 31)
    if (
        sentence.lexicon.date.get("short_numeric")
        and sentence.is_a("date.range", between)
        and sentence.word(between - 2) not in {"/", "-"}
        and earlier is not None
        and earlier < day
    ):
        return between - 1, (earlier, day)
    return index, (day,)
