"""Step 8a, words that place a deed in the past: "last year", "since we signed", "tras firmar"."""

from __future__ import annotations

from typing import Final

from extraction.bygone import opens_with_since
from extraction.frame import Frame
from extraction.governors import PLANNED, follows, governed, is_said
from extraction.lexicon import Mark
from extraction.tenseless import told_as_past
from extraction.verdicts import Verdict, cue_in_clause, governor, plain, text
from pacts.terms import Status


def history(frame: Frame) -> Verdict | None:
    """A past that a word of the clause names; the nearest word where verbs have no tense."""
    if frame.trigger.form == "bare":
        told = told_as_past(frame)
        if told:
            return told
        past = _since(frame)
    else:
        past = cue_in_clause(frame, "past") or _since(frame) or _sum_of_partners(frame)
    return Verdict(Status.HISTORICAL, text(frame, past), "told as history", 0.8) if past else None


def _since(frame: Frame) -> Mark | None:
    """ "since we signed", "since taking office they have signed": some time in the past."""
    for mark in frame.sentence.of("since", 0, frame.first):
        if mark.first <= 1 or frame.trigger.first - mark.last <= _SUBJECT_LENGTH:
            return mark
    return total_since(frame)


def _sum_of_partners(frame: Frame) -> Mark | None:
    """ "has signed accords with 20 countries, among them Chad": all there are so far."""
    sentence, first = frame.sentence, frame.trigger.first
    perfect = any(sentence.is_a("auxiliary_have", i) for i in range(max(0, first - 2), first))
    partners = sentence.of("many_partners", *sentence.clause(first)) if perfect else []
    return next(iter(partners), None)


def total_since(frame: Frame) -> Mark | None:
    """ "signed 17 conventions since 2015": a sum over years, not the first one in years."""
    sentence, head = frame.sentence, frame.head
    counted = any(
        sentence.word(i).isdecimal() or sentence.is_a("date.numbers", i)
        for i in range(max(0, head.first - 3), head.first)
    )
    marks = sentence.of("since_when", *sentence.clause(frame.trigger.first)) if counted else ()
    return next(
        (
            mark
            for mark in marks
            if len(sentence.word(mark.last)) == _YEAR
            and sentence.word(mark.last).isdecimal()
            and not sentence.has("firsts", max(0, mark.first - 3), mark.first)
        ),
        None,
    )


_YEAR: Final = 4
"""Digits of a year."""
_SUBJECT_LENGTH: Final = 3


def is_told(frame: Frame) -> bool:
    """ "announced that they had signed", "said they had": the past before the telling is news."""
    sentence, first = frame.sentence, frame.trigger.first
    begin, _ = sentence.clause(first)
    within = sentence.lexicon.subject_first and sentence.has("attribution", begin, first)
    return within or is_said(frame, begin) or _is_said_behind(frame)


def _is_said_behind(frame: Frame) -> bool:
    """ "A and B had signed an accord, he said": told by somebody, and so news."""
    sentence, last = frame.sentence, frame.last
    return sentence.lexicon.subject_first and any(
        any(sentence.word(i) == "," for i in range(max(last, mark.first - _SAYING), mark.first))
        and not sentence.has("trigger", last, mark.first)
        for mark in sentence.of("attribution", last)
    )


_SAYING: Final = 5
""" ", the foreign minister of Chad said" """


def done_infinitive(frame: Frame) -> Verdict | None:
    """ "acaba de firmar", "el primer país en firmar"; "diez años después de firmar" is history."""
    sentence, first = frame.sentence, frame.trigger.first
    if _once_it_was_done(frame):
        if opens_with_since(frame):
            return plain(frame, Status.HISTORICAL, "told as history", 0.75)
        return plain(frame, Status.CONCLUDED, "just done", 0.85)
    done = follows(sentence, "just_done", first) or follows(sentence, "once_done", first)
    if done or _joins_done(frame):
        past = governor(frame, frozenset({"past"}), _LONG_BEFORE)
        if past:
            return governed(frame, past)
        return plain(frame, Status.CONCLUDED, "just done", 0.85)
    named = sentence.has("first_to", max(0, first - _FIRST_TO), first)
    if named and sentence.is_a("place_in", first - 1) and not governor(frame, PLANNED, first):
        return plain(frame, Status.CONCLUDED, "the first to do it", 0.7)
    return None


def _once_it_was_done(frame: Frame) -> bool:
    """ "después de que Chad y Perú firmaran": a form of its own for what was done before."""
    sentence, first = frame.sentence, frame.trigger.first
    begin, _ = sentence.clause(first)
    opened = sentence.has("once_done_clause", max(0, begin - _OPENER), first)
    return opened and sentence.is_a("past_subjunctive", first)


_OPENER: Final = 3
"""Tokens of "después de que"."""


def _joins_done(frame: Frame) -> bool:
    """ "tras reunirse con su par y firmar el acuerdo": joined to an infinitive that is done."""
    sentence, first = frame.sentence, frame.trigger.first
    begin, _ = sentence.clause(first)
    if not sentence.is_a("joins", first - 1):
        return False
    return any(
        sentence.word(mark.last).endswith(sentence.lexicon.infinitive_endings)
        for mark in sentence.of("once_done", max(begin, first - _JOINED), first)
    )


_JOINED: Final = 20
"""Tokens from "tras" to a verb joined to its own."""
_LONG_BEFORE: Final = 3
"""Tokens of "años después de"."""
_FIRST_TO: Final = 8
"""Tokens from "the first country" to what it did: "el primer país de la región en firmar"."""
