"""Step 8a for verbs without tense: what small words before them, or a time named, say of when."""

from __future__ import annotations

from typing import Final

from extraction.bare_verbs import is_presented
from extraction.blocks import Role
from extraction.comparisons import in_comparison
from extraction.frame import Frame
from extraction.lexicon import Mark
from extraction.verdicts import PAST_PERFECT, Verdict, cues, governor, none, plain, text
from extraction.voices import said_done
from pacts.terms import Act, Kind, Status

_CARRIED_OUT: Final = frozenset({"implement"})
_CARRIED_OUT_REACH: Final = 8
_PAST: Final = frozenset({"past", "past_weak"})
_PAST_BEHIND: Final = 6
"""Tokens behind the object within which "years ago" still speaks of the deed."""
_TIME_BEHIND: Final = 8
_TO_COME: Final = frozenset({"next", "next_year", "next_month", "next_week", "tomorrow"})


def done_passive(frame: Frame) -> Verdict | None:
    """ "đã được ký": a passive that a small word calls done; None for any other."""
    if not said_done(frame.sentence, frame.trigger):
        return None
    word = governor(frame, _CARRIED_OUT, _CARRIED_OUT_REACH)
    if word:
        return none(frame, "speaks of carrying it out", text(frame, word))
    return told_as_past(frame) or plain(frame, Status.CONCLUDED, "said to be done", 0.9)


def to_come(frame: Frame) -> Verdict | None:
    """A time to come, before a verb that nothing calls done or right behind its object."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    for mark in sentence.of("date.word", begin, frame.last + _TIME_BEHIND):
        if mark.value in _TO_COME and not _parted(frame, mark):
            return Verdict(Status.PLANNED, text(frame, mark), "set for later", 0.75)
    return None


def waits_for(frame: Frame) -> bool:
    """ "It will take effect after the two sides ratify it", "180 days before it ends": undated."""
    sentence = frame.sentence
    begin, end = sentence.clause(frame.trigger.first)
    behind = range(frame.last, end)
    dated = any(sentence.word(i).isdecimal() or sentence.is_a("date.word", i) for i in behind)
    if not sentence.lexicon.modifiers_after or begin == 0 or dated:
        return False
    if sentence.has("temporal", begin, begin + _AFTER):
        return True
    main, _ = sentence.clause(begin - 1)
    after = sentence.has("earlier_clause", begin, begin + _AFTER)
    return after and any(m.value == "future" for m in sentence.of("cue", main, begin))


_AFTER: Final = 3
"""Tokens of "days after" at most."""


def _parted(frame: Frame, mark: Mark) -> bool:
    """Whether the time is another deed's: one stands between, or a comma behind the object."""
    sentence, between = frame.sentence, range(frame.last, mark.first)
    return _another_deed_between(frame, mark) or any(
        sentence.word(i) == "," or sentence.is_a("clause_breaks", i) for i in between
    )


def told_as_past(frame: Frame) -> Verdict | None:
    """Told as history by the nearest word before it, or by one right behind its object."""
    total = _total(frame)
    if total:
        return Verdict(Status.HISTORICAL, text(frame, total), "a total over years", 0.75)
    total = _total_behind(frame)
    if total:
        return Verdict(Status.HISTORICAL, text(frame, total), PAST_PERFECT, 0.6)
    before = governor(frame, _PAST, len(frame.sentence.tokens))
    behind = next(iter(cues(frame, "past", frame.last, frame.last + _PAST_BEHIND)), None)
    for mark in (before, behind):
        if mark and any(m.last == mark.first for m in frame.sentence.of("presents")):
            continue  # "has become the *first* to sign"
        if mark is None or _another_deed_between(frame, mark) or is_presented(frame, mark.first):
            continue
        if in_comparison(frame.sentence, mark.first, mark.last):
            continue
        if mark.value == "past_weak":
            return Verdict(Status.HISTORICAL, text(frame, mark), PAST_PERFECT, 0.6)
        return Verdict(Status.HISTORICAL, text(frame, mark), "told as history", 0.75)
    ahead = _past_ahead(frame) or _recalled(frame) or _long_after(frame)
    return Verdict(Status.HISTORICAL, text(frame, ahead), PAST_PERFECT, 0.6) if ahead else None


def _long_after(frame: Frame) -> Mark | None:
    """ "six weeks after both signed the accord", where the time stands behind."""
    marks = frame.sentence.of("long_after", frame.last, frame.last + _AFTER * 2)
    return next((mark for mark in marks if mark.first == frame.last), None)


def _recalled(frame: Frame) -> Mark | None:
    """ "The minister said that ties had been raised": what a speaker calls done, not the news.

    Leaders who just did it say so: "today", "jointly", "announced", "decided".
    """
    sentence, first = frame.sentence, frame.trigger.first
    bond = frame.kind in {Kind.PARTNERSHIP, Kind.RELATIONS} and sentence.role is Role.BODY
    if not bond or not sentence.lexicon.noun_last or not said_done(sentence, frame.trigger):
        return None
    said = sentence.of("attribution", 0, first)
    fresh = any(m.value in _FRESH for m in sentence.of("cue", 0, first))
    return None if fresh or sentence.has("date.word", 0, first) else next(iter(said), None)


_FRESH: Final = frozenset({"achieved", "agree", "fresh"})


def is_how_it_stands(frame: Frame) -> bool:
    """ "The ties of both have risen to a partnership", in the body of a text: what they are.

    News has a doer: "announced", "agreed", or the word that brings the object ("将两国关系").
    """
    sentence, first = frame.sentence, frame.trigger.first
    reached = frame.act is Act.UPGRADED or sentence.is_a("to", frame.trigger.last - 1)
    bond = frame.kind is Kind.PARTNERSHIP and sentence.role is Role.BODY
    if not bond or not reached or not sentence.lexicon.noun_last:
        return False
    fresh = any(m.value in _FRESH for m in sentence.of("cue", 0, first))
    return not fresh and not any(
        sentence.has(group, 0, first) for group in ("object_marker", "declares")
    )


def _past_ahead(frame: Frame) -> Mark | None:
    """ "Last year, when they met, the two signed": a time that opens all of it."""
    sentence, first = frame.sentence, frame.trigger.first
    marks = sentence.of("past_time", 0, first)
    marks = [m for m in marks if not in_comparison(sentence, m.first, m.last)]
    return next((m for m in marks if not sentence.has("trigger", m.last, first)), None)


def _total(frame: Frame) -> Mark | None:
    """ "has signed accords with 34 states": a sum over years."""
    sentence, first = frame.sentence, frame.trigger.first
    begin, _ = sentence.clause(first)
    counted = sentence.of("states_counted", begin, first)
    if not counted:
        return None
    near = counted[-1].first
    summed = sentence.has("done_before", begin, first) or sentence.has(
        "with_before", max(begin, near - _NUMBER), counted[-1].last
    )
    return counted[-1] if summed else None


def _total_behind(frame: Frame) -> Mark | None:
    """ "đã ký hiệp định với 34 nước": the same behind the deed, news only with a fresh date."""
    sentence, last = frame.sentence, frame.last
    if not said_done(sentence, frame.trigger):
        return None
    for mark in sentence.of("states_plural", last, sentence.clause(last)[1]):
        number = sentence.word(mark.first - 1)
        many = number.isdecimal() and int(number) > _FEW
        if many and sentence.has("with", max(last, mark.first - _WITH), mark.first):
            return mark
    return None


_FEW: Final = 3
_WITH: Final = 3
"""Tokens of "with more than 34" before "states" at most."""


_NUMBER: Final = 8
"""Tokens of "with more than 180" before "states" at most."""


def _another_deed_between(frame: Frame, mark: Mark) -> bool:
    """Whether the word speaks of another deed, which stands closer to it."""
    if mark.last <= frame.trigger.first:
        return frame.sentence.has("trigger", mark.last, frame.trigger.first)
    return frame.sentence.has("trigger", frame.last, mark.first)
