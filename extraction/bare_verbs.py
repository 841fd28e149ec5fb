"""What stands behind a deed in languages whose verbs have no endings, and decides its status.

"establish relations *since*" is history, "sign the accord *talks*" is still to come, "the signing
[is] *put off*" did not happen.
"""

from __future__ import annotations

from typing import Final

from extraction.commas import breaks_between
from extraction.frame import Frame
from extraction.lexicon import Mark
from extraction.noun_phrases import continues
from extraction.verdicts import Verdict, none, text
from pacts.terms import Act, Kind, Status

_BONDS: Final = frozenset({Kind.PARTNERSHIP, Kind.RELATIONS})
_BODIES: Final = frozenset({"organisation", "membership"})
_NEGATION_BEHIND: Final = 8
"""Tokens between a deed and the word behind it that says that it fell through."""


def said_behind(frame: Frame) -> Verdict | None:
    """The verdict of the words that follow the deed and its object at once."""
    mark = _right_behind(frame) if frame.sentence.lexicon.noun_last else None
    if mark is None or is_presented(frame, mark.first):
        return None
    cue = text(frame, mark)
    match mark.value:
        case "planned":
            return Verdict(Status.PLANNED, cue, "only spoken of", 0.75)
        case "past":
            return Verdict(Status.HISTORICAL, cue, "told as history", 0.75)
        case "past_weak" if frame.kind in _BONDS or frame.head.family in _BODIES:
            return Verdict(Status.HISTORICAL, cue, "a point in time for something else", 0.6)
        case "past_weak" if frame.trigger.value == _LAPSE:
            return none(frame, "a point in time for something else", cue)
        case "named":
            return none(frame, "named, not reported", cue)
        case "span" if frame.head.first == frame.trigger.first and not _is_year(frame, mark):
            return Verdict(Status.HISTORICAL, cue, "told as history", 0.75)
    return None


_LAPSE: Final = "lapse"
""" "after it expires it will not be renewed": when, and no news of its own."""


def _is_year(frame: Frame, mark: Mark) -> bool:
    """ "2026 年", not "50 年": a year of the calendar."""
    return len(frame.sentence.word(mark.first - 1)) == _YEAR


_YEAR: Final = 4
"""Digits of a year."""


def is_presented(frame: Frame, behind: int) -> bool:
    """ "has *become* the first to sign", read as "the first signing state": who did it is told."""
    sentence, first = frame.sentence, frame.trigger.first
    opened = sentence.has("presents", sentence.clause(first)[0], first)
    return opened and sentence.is_a("describing", behind)


def describes_noun(frame: Frame) -> bool:
    """ "the hope of reaching an accord", where what describes a noun stands before it.

    Not where that noun is the paper that does the deed, or a ceremony.
    """
    sentence, last = frame.sentence, frame.last
    if not sentence.lexicon.noun_last or frame.head.last <= frame.trigger.first:
        return False
    while sentence.word(last) in _CLOSING:
        last += 1
    groups = ("told_noun", "law") if frame.act is Act.RATIFIED else ("told_noun",)
    told = any(sentence.has(group, last + 1, last + 4) for group in groups)
    if told or not sentence.is_a("describing", last) or is_presented(frame, last):
        return False
    _, end = sentence.clause(last)
    breaks = [m.first for m in sentence.of("clause_breaks", last, end)]
    papers = sentence.of("head", last, min([end, *breaks]))
    return sentence.word(last + 1)[:1].isalnum() and not papers


_CLOSING: Final = frozenset('》」"')


def negation_behind(frame: Frame) -> str | None:
    """ "The signing [was] put off", in the same statement."""
    sentence = frame.sentence
    stop = min(frame.last + _NEGATION_BEHIND, len(sentence.tokens))
    for mark in sentence.of("cue_after", frame.last, stop):
        if mark.value == "negated" and not breaks_between(sentence, frame.last, mark.first):
            return text(frame, mark)
    return None


def _right_behind(frame: Frame) -> Mark | None:
    sentence = frame.sentence
    for mark in sentence.of("cue_after", frame.last):
        gap = range(frame.last, mark.first)
        if all(_counts(frame, i) or continues(sentence, i, i + 1) for i in gap):
            return mark
        break
    return None


def _counts(frame: Frame, index: int) -> bool:
    sentence = frame.sentence
    if sentence.is_a("clause_breaks", index):
        return False
    return not sentence.word(index)[:1].isalpha() or any(sentence.is_a(g, index) for g in _COUNTING)


_COUNTING: Final = ("date.numbers", "date_unit", "number_ordinal", "and_others", "number_approx")


def paper_behind(frame: Frame) -> Mark | None:
    """The paper whose name the deed stands in: "*statement* on establishing ..." read backwards."""
    sentence = frame.sentence
    acts = sentence.lexicon.triggers[frame.trigger.value].acts
    if frame.kind not in _BONDS or "statement" in acts or not sentence.lexicon.noun_last:
        return None
    papers = [m for m in sentence.of("head", frame.first) if _is_paper(m)]
    named = next((m for m in papers if m.first == frame.first and m.last > frame.last), None)
    paper = named or next((m for m in papers if m.first >= frame.last), None)
    return paper if paper and (named or continues(sentence, frame.last, paper.first)) else None


def carrier_of(frame: Frame, paper: Mark) -> Mark | None:
    """The deed done to that paper: it was issued, signed, adopted."""
    sentence = frame.sentence
    carriers = [
        mark
        for mark in sentence.of("trigger")
        if sentence.lexicon.triggers[mark.value].acts.get("statement")
    ]
    before = [m for m in carriers if m.last <= frame.first]
    if before and not breaks_between(sentence, before[-1].last, frame.first):
        return before[-1]
    return next((m for m in carriers if 0 <= m.first - paper.last <= _CARRIER_BEHIND), None)


_CARRIER_BEHIND: Final = 24


def _is_paper(mark: Mark) -> bool:
    return mark.value.startswith("statement") or mark.value.endswith("treaty")
