"""Step 8c, dating: which of the dates of a sentence is the deed's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from extraction.analysis import Sentence
from extraction.commas import breaks_between
from extraction.dates import Dated
from extraction.frame import Frame
from extraction.lexicon import Mark
from extraction.relatives import begin_of_verb
from pacts.terms import DateBasis

_OPENING: Final = 1
_ATTACHED: Final = 1
"""A date that stands right at the deed is its own, however vague: "signed last year"."""


def _with_brackets(sentence: Sentence, end: int) -> int:
    """ "signed a treaty (2015)": a year in brackets belongs to what stands before."""
    if sentence.word(end - 1) != "(":
        return end
    closing = (i for i in range(end, len(sentence.tokens)) if sentence.word(i) == ")")
    return next(closing, end)


def _past_abbreviation(sentence: Sentence, end: int) -> int:
    """ "signed by the Kuwait Fund (KF) in May 1983": a short bracket does not end the clause."""
    if sentence.word(end - 1) != "(" or sentence.word(end + 1) != ")":
        return end
    return sentence.clause(end + 2)[1]


_DATE_REACH: Final = 60
"""Tokens between a deed and its date at most."""


def nearest_date(frame: Frame, dates: Iterable[Dated]) -> Dated | None:
    """The date in the trigger's clause that stands closest; another clause's only in front."""
    sentence = frame.sentence
    _, end = sentence.clause(frame.trigger.first)
    begin = begin_of_verb(sentence, frame.trigger)
    end = _past_abbreviation(sentence, _with_temporal_clause(frame, end))
    end = _with_brackets(sentence, end)
    reach = _DATE_REACH * sentence.lexicon.stretch
    inside = [
        d
        for d in dates
        if begin <= d.first < max(end, frame.last + 6)
        and _gap(frame, d) <= reach
        and not _describes_head(frame, d)
        and not sentence.has("relative", end, d.first)  # "signed the accord *on which* in 2015"
        and not _is_span_of_years(sentence, d)
    ]
    inside = [d for d in inside if not _belongs_elsewhere(frame, d)]
    when = _before_when(sentence, dates, begin)
    if when and not inside:
        return when
    if not inside:  # "In 1984, after months of talks, they reached ..."
        ahead = _OPENING * sentence.lexicon.stretch**2
        opening = [d for d in dates if d.first <= ahead and d.last <= begin]
        opening = opening or [d for d in dates if d.last <= begin and _opens_for(frame, d)]
        return opening[0] if opening and frame.trigger.first >= begin else None
    attached = _ATTACHED * sentence.lexicon.stretch
    return min(
        inside,
        key=lambda d: (
            _parted(frame, d),
            _gap(frame, d) > attached,
            not d.whole_day,
            _gap(frame, d),
        ),
    )


def _is_span_of_years(sentence: Sentence, dated: Dated) -> bool:
    """ "a plan of cooperation for 2023-2026": what the paper is for, and no day of signing."""
    until = next((m.last for m in sentence.of("date.range") if m.first == dated.last), None)
    if dated.whole_day or until is None or not sentence.lexicon.noun_last:
        return False
    word = sentence.word(until)
    return word.isdecimal() and len(word) == _YEAR


_YEAR: Final = 4
"""Digits of a year."""


def _before_when(sentence: Sentence, dates: Iterable[Dated], begin: int) -> Dated | None:
    """ "since March 2020, when the two made peace": the date before the clause is its own."""
    if not any(mark.first == begin for mark in sentence.of("temporal")):
        return None
    return next((d for d in dates if 0 <= begin - d.last <= _COMMA_AND_YEAR), None)


_COMMA_AND_YEAR: Final = 2
"""Tokens between a date and "when": a comma, the word for a year."""


def _parted(frame: Frame, dated: Dated) -> bool:
    """Whether a comma that parts statements stands between a date and the deed.

    So does one before "and": "joined the union in 2004, and today the country ...".
    """
    sentence = frame.sentence
    first, last = sorted((dated.first, frame.trigger.first))
    behind = range(frame.last, dated.first)
    joined = any(sentence.word(i) == "," and sentence.is_a("joins", i + 1) for i in behind)
    return joined or breaks_between(sentence, first, last)


def _with_temporal_clause(frame: Frame, end: int) -> int:
    """ "was signed before the war began in 1941": the later clause dates the earlier one."""
    sentence = frame.sentence
    if any(mark.first == end for mark in sentence.of("temporal")):
        return sentence.clause(end)[1]
    return end


def _gap(frame: Frame, dated: Dated) -> int:
    if dated.first >= frame.trigger.last:
        return dated.first - frame.trigger.last
    return frame.trigger.first - dated.last


def _describes_head(frame: Frame, dated: Dated) -> bool:
    """ "upgraded their 2008 strategic partnership", "the 1960 river treaty"."""
    if frame.sentence.is_a("paper_date", dated.first - 1):
        return True  # "договор от 12 мая": the paper's own day
    year = not dated.whole_day and dated.basis is DateBasis.STATED
    if frame.sentence.lexicon.case_marked and year and _owns(frame, dated.first):
        return True  # "договор с Кенией 2010 года"
    if frame.sentence.lexicon.modifiers_after:
        return False
    if _names_another(frame, dated):
        return True
    levels = [frame.head.first] if frame.head.first != frame.trigger.first else []
    levels += [frame.level_from.first] if frame.level_from else []
    return not dated.whole_day and any(
        0 <= first - dated.last <= (_NAMED_BY_YEAR if _is_named_by(frame, dated) else 2)
        and not frame.sentence.has("trigger", dated.last, first)
        for first in levels
    )


def _names_another(frame: Frame, dated: Dated) -> bool:
    """ "signed a protocol amending *the 2010* tax convention": the year of the older paper."""
    year = not dated.whole_day and dated.first >= frame.head.last and _is_named_by(frame, dated)
    return year and any(
        0 <= head.first - dated.last <= _NAMED_BY_YEAR - 2
        for head in frame.sentence.of("head", dated.last)
    )


def _is_named_by(frame: Frame, dated: Dated) -> bool:
    """ "the 2018 inter-Korean military deal": a determiner right before the year."""
    return frame.sentence.lexicon.subject_first and frame.sentence.is_a("definite", dated.first - 1)


_NAMED_BY_YEAR: Final = 6
"""Tokens between the year that names a paper and its noun at most."""


def _owns(frame: Frame, index: int) -> bool:
    """Whether nothing but its partners' names stands between the paper and a place."""
    sentence = frame.sentence
    partners = {i for n in sentence.named for i in range(n.first, n.last)}
    return index >= frame.head.last and all(
        i in partners or sentence.is_a("with", i) for i in range(frame.head.last, index)
    )


def _follows_its_comma(frame: Frame, other: Mark, dated: Dated) -> bool:
    """ "established relations in 1989, raised them in 2007": 1989 stands with the first verb."""
    sentence = frame.sentence
    if not other.last <= dated.first < dated.last <= frame.trigger.first:
        return False
    return any(sentence.word(i) == "," for i in range(dated.last, frame.trigger.first)) and not any(
        sentence.word(i) == "," for i in range(other.last, dated.first)
    )


def _dates_a_delay(frame: Frame, dated: Dated) -> bool:
    """ "exchanged a memorandum, itself put off in April": the day is the delay's."""
    words = frame.sentence.of("cue", max(frame.last, dated.first - _DELAYED), dated.first)
    return frame.trigger.last <= frame.head.first and any(m.value == "negated" for m in words)


_DELAYED: Final = 3


def _opens_next(frame: Frame, other: Mark, dated: Dated) -> bool:
    """ "signed an accord, *next year* will conclude a treaty": behind the comma that parts them."""
    sentence = frame.sentence
    return (
        frame.last <= dated.first
        and dated.last <= other.first
        and breaks_between(sentence, frame.last, dated.first)
        and not breaks_between(sentence, dated.last, other.first)
    )


def _in_aside(sentence: Sentence, other: Mark, dated: Dated) -> bool:
    """ "left the deal, struck under others, in 2018": the date stands behind the aside."""
    opens = sentence.word(other.first - 1) == ","
    closes = range(max(other.last, dated.first - 2), dated.first)
    return opens and any(sentence.word(i) == "," for i in closes)


def _opens_statement(sentence: Sentence, dated: Dated) -> bool:
    """ "On 3 February, the two exchanged notes, extended ...": a time for a whole chain."""
    return sentence.lexicon.chains_verbs and any(
        mark.first == dated.last for mark in sentence.of("clause_breaks")
    )


def _opens_for(frame: Frame, dated: Dated) -> bool:
    """ "said that in May, during your visit, we signed": no other deed stands between."""
    sentence = frame.sentence
    free = sentence.lexicon.noun_last or _opens_statement(sentence, dated)
    return free and not sentence.has("trigger", dated.last, frame.trigger.first)


def _describes(sentence: Sentence, mark: Mark) -> bool:
    """ "the accord that took effect in 2006", where what describes stands in front."""
    return sentence.lexicon.noun_last and sentence.is_a("describing", mark.last)


def _belongs_elsewhere(frame: Frame, dated: Dated) -> bool:
    """A date nearer to another verb of the same clause is that verb's."""
    if _opens_statement(frame.sentence, dated):
        return False
    if _dates_a_delay(frame, dated) or _behind_its_comma(frame, dated):
        return True
    if _dates_a_thing(frame, dated):
        return True
    return any(_is_nearer(frame, other, dated) for other in frame.sentence.of("trigger"))


def _dates_a_thing(frame: Frame, dated: Dated) -> bool:
    """ "signed an accord on the bridge *opened in 2012*", in the order of the language."""
    sentence = frame.sentence
    if sentence.lexicon.noun_last:
        near = sentence.of("made_then", dated.last, dated.last + 2 + _MADE)
        return any(sentence.is_a("describing", mark.last) for mark in near)
    near = sentence.of("made_then", frame.trigger.last, dated.first)
    made = near[-1] if near and not sentence.is_a("auxiliary_have", near[-1].first - 1) else None
    return made is not None and all(
        any(sentence.is_a(group, i) for group in _BEFORE_DATES)
        for i in range(made.last, dated.first)
    )


_MADE: Final = 2
"""Characters between a date and "opened" at most."""
_BEFORE_DATES: Final = ("date.before_month", "date.links", "place_in")
""" "opened *in* 2012", "khánh thành *vào năm* 2012" """


def _behind_its_comma(frame: Frame, dated: Dated) -> bool:
    """ "signed an accord, to replace that of 1999": where times stand before their verb."""
    sentence = frame.sentence
    behind = sentence.lexicon.noun_last and frame.last <= dated.first
    return behind and breaks_between(sentence, frame.last, dated.first)


def _is_nearer(frame: Frame, other: Mark, dated: Dated) -> bool:
    """Whether the date belongs to another verb than the frame's own."""
    sentence = frame.sentence
    idle = sentence.lexicon.triggers[other.value].weak
    presents = sentence.is_a("presents", other.first)  # "became in 2004 the first to sign"
    if other == frame.trigger or other.form == "noun" or idle or presents:
        return False
    if _opens_next(frame, other, dated):
        return True
    if other.last == frame.trigger.first or _in_aside(sentence, other, dated):
        return False  # "agreed to form" is one deed
    gap = dated.first - other.last if dated.first >= other.last else other.first - dated.last
    if _follows_its_comma(frame, other, dated):
        return True
    if gap in (0, 1, 2) and dated.last <= other.first and _describes(sentence, other):
        return True
    same_side = (dated.first >= other.last) == (dated.first >= frame.trigger.last)
    return 0 <= gap < _gap(frame, dated) and same_side and other.first != frame.trigger.first
