"""What an anniversary celebrates: "on the 50th anniversary of relations (19 June 1975)"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from extraction.analysis import Sentence
from extraction.dates import Dated
from extraction.frame import Frame
from extraction.lexicon import Mark

_REACH: Final = 20
"""Tokens between "anniversary" and the date at most."""
_COUNT_REACH: Final = 4
"""Tokens between "anniversary" and its number at most, on either side."""
_MOST_YEARS: Final = 500
_OLD: Final = 5
"""Years: where no number says which anniversary it is, so long ago is its beginning."""


def without_jubilees(
    frame: Frame, dates: Sequence[Dated], published: date | None
) -> Sequence[Dated]:
    """The dates of a sentence but those on which what is celebrated began: no deed's of today."""
    marks = frame.sentence.of("jubilee")
    if not marks or published is None:
        return dates
    kept: list[Dated] = []
    left_out: Dated | None = None
    for dated in dates:
        same_bracket = left_out is not None and _in_one_bracket(frame.sentence, left_out, dated)
        if same_bracket or any(_begins(frame, mark, dated, published) for mark in marks):
            left_out = dated
        else:
            kept.append(dated)
    return kept


def _begins(frame: Frame, mark: Mark, dated: Dated, published: date) -> bool:
    """Whether the date stands behind an anniversary, and is as old as that says."""
    sentence = frame.sentence
    reach = _REACH * sentence.lexicon.stretch
    if not 0 <= dated.first - mark.last <= reach:
        return False
    if mark.last <= frame.trigger.first < dated.first:
        return False  # "marked the anniversary and signed on 5 May": the deed's own
    years = published.year - dated.period.end.year
    number = _number(sentence, mark)
    if number is not None:
        return abs(years - number) <= 1
    return years >= _OLD and sentence.word(dated.first - 1) == "("


def _number(sentence: Sentence, mark: Mark) -> int | None:
    """Which anniversary: "50th anniversary", "kỷ niệm 50 năm"."""
    reach = _COUNT_REACH * sentence.lexicon.stretch
    near = range(max(0, mark.first - reach), min(len(sentence.tokens), mark.last + reach))
    digits = [int(sentence.word(i)) for i in near if sentence.word(i).isdecimal()]
    return next((number for number in digits if 1 < number <= _MOST_YEARS), None)


def _in_one_bracket(sentence: Sentence, first: Dated, second: Dated) -> bool:
    """ "(19 June 1975 - 19 June 2025)": what celebrates stands with what is celebrated."""
    between = range(first.last, second.first)
    return sentence.word(first.first - 1) == "(" and not any(
        sentence.word(i) == ")" for i in between
    )
