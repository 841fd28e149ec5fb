"""What is decided of a frame, and the words around it that decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extraction.analysis import Sentence
from extraction.commas import breaks_between
from extraction.comparisons import in_comparison
from extraction.dates import Dated
from extraction.frame import Frame
from extraction.lexicon import Mark
from extraction.relatives import begin_of_verb, resumes
from pacts.terms import Status

PAST_PERFECT: Final = "past perfect"
"""Why something is history that a fresh date makes news again."""


TOLD_AFTER: Final = "what was said right after it"
"""Why a deed is news although only a point in time: "told reporters after signing"."""


TIMETABLE: Final = "a timetable"
"""Why a present tense is planned, unless its date has come: "takes effect today"."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided of a frame, and by which words."""

    status: Status | None
    """None: it is no event at all."""
    cue: str
    why: str
    certainty: float
    """How firmly the words say so, 0 to 1."""
    dated: Dated | None = None


def governor(frame: Frame, groups: frozenset[str], reach: int) -> Mark | None:
    """The nearest word before the trigger, in its clause, that governs it."""
    sentence, first = frame.sentence, frame.trigger.first
    begin = _begin_of_telling(frame)
    begin = max(begin, first - reach * sentence.lexicon.stretch)
    found = [m for m in sentence.of("cue", begin, first) if m.value in groups]
    found = [m for m in found if _reaches(sentence, m, first) and not _too_far(frame, m)]
    if not frame.trigger.form:  # what governs another cue, not the deed
        found = [m for m in found if not sentence.is_same("adjacent_cue", m)]
    return found[-1] if found else None


def _begin_of_telling(frame: Frame) -> int:
    """ "On the agenda - the signing of": a dash says what a verb would.

    "Signed the law 'On the ratification of'": the title of a law belongs to what is done to it.
    """
    sentence, first = frame.sentence, frame.trigger.first
    begin, _ = sentence.clause(first)
    if frame.head.last <= begin and resumes(sentence, frame.trigger):
        return _last_comma(sentence, begin, first)
    noun = frame.trigger.form == "noun" and first - begin <= _OPENING
    if not noun or not sentence.lexicon.case_marked:
        return begin
    law = sentence.word(begin - 1) == '"' and sentence.has("domestic", begin - _LAW, begin)
    return sentence.clause(begin - 1)[0] if law or sentence.word(begin - 1) == "-" else begin


def _last_comma(sentence: Sentence, begin: int, first: int) -> int:
    """Where the main clause goes on: "the accord, which is to be ratified, *was* signed"."""
    return next((i for i in range(first - 1, begin, -1) if sentence.word(i) == ","), begin)


_OPENING: Final = 2
"""Tokens between a dash, or the quotation mark of a title, and the noun it introduces at most."""
_LAW: Final = 8
"""Tokens from "law" to the end of the quotation mark that opens its title: whose law it is."""


def _too_far(frame: Frame, mark: Mark) -> bool:
    """A plain "not" says nothing of a noun far behind it: "if no problem arises, the signing"."""
    sentence, first = frame.sentence, frame.trigger.first
    if mark.value != "negated":
        return False
    if is_instead(frame):
        return True
    plain = is_plain_not(sentence, mark)
    if sentence.lexicon.case_marked and sentence.has("head", mark.last, first):
        return True  # "отказалась от договора в обмен на нормализацию": it denies the pact
    return plain and sentence.lexicon.case_marked and first - mark.last > _NOT_REACH


_NOT_REACH: Final = 4


def is_instead(frame: Frame) -> bool:
    """ "will not sign a treaty but a memorandum": what stands behind "but" is not denied."""
    sentence, head = frame.sentence, frame.head
    return any(
        sentence.has("head", frame.trigger.last, mark.first)
        for mark in sentence.of("contrast", frame.trigger.last, head.first)
    )


def is_plain_not(sentence: Sentence, mark: Mark) -> bool:
    """ "not", not a phrase that begins with it: "did not take place" says it firmly."""
    return any(
        m.first == mark.first and m.last >= mark.last
        for m in sentence.of("weak_negation", mark.first)
    )


REACHING: Final = frozenset({"future", "conditional", "rumoured"})
"""Cues that govern a whole chain of verbs where a language has such chains."""


def _reaches(sentence: Sentence, mark: Mark, first: int) -> bool:
    """Whether a word governs what follows: only some do so past a comma that parts statements."""
    if mark.last < first and sentence.is_same("adjacent_cue", mark):
        return False
    if mark.value in REACHING or sentence.is_a("time_closer", mark.first):
        return True
    return not (
        breaks_between(sentence, mark.last, first)
        or sentence.has("new_deed", mark.last, first)
        or _new_subject_between(sentence, mark.last, first)
    )


def _new_subject_between(sentence: Sentence, first: int, last: int) -> bool:
    """ "to promote trade, the two ministries signed": the aim is not what was signed."""
    if any(sentence.word(m.first - 1) == "," for m in sentence.of("new_subject", first, last)):
        return True
    if not sentence.lexicon.names_run_on:
        return False
    ended = {named.last for named in sentence.named}
    return any(  # not within a list of names
        sentence.word(named.first - 1) == "," and named.first - 1 not in ended
        for named in sentence.parties(first, last)
    )


def cues(frame: Frame, group: str, first: int, last: int) -> list[Mark]:
    begin = begin_of_verb(frame.sentence, frame.trigger)
    return [m for m in frame.sentence.of("cue", max(begin, first), last) if m.value == group]


def cue_in_clause(frame: Frame, group: str, after: int = 0) -> Mark | None:
    _, end = frame.sentence.clause(frame.trigger.first)
    begin = begin_of_verb(frame.sentence, frame.trigger)
    marks = frame.sentence.of("cue", max(begin, after), max(end, frame.last))
    return next(
        (
            m
            for m in marks
            if m.value == group
            and not breaks_between(frame.sentence, frame.last, m.first)
            and not in_comparison(frame.sentence, m.first, m.last)
            and not _is_occasion(frame, m)
        ),
        None,
    )


def _is_occasion(frame: Frame, mark: Mark) -> bool:
    """ "raised ties on the 50th anniversary of relations": that of another thing."""
    return mark.first >= frame.last and frame.sentence.is_a("jubilee", mark.first)


def text(frame: Frame, mark: Mark) -> str:
    return frame.sentence.words(mark.first, mark.last)


def plain(frame: Frame, status: Status, why: str, certainty: float) -> Verdict:
    return Verdict(status, text(frame, frame.trigger), why, certainty)


def none(frame: Frame, why: str, cue: str = "") -> Verdict:
    return Verdict(None, cue or text(frame, frame.trigger), why, 0.0)
