"""What is decided of a frame, and the words around it that decide."""

from __future__ import annotations

from dataclasses import dataclass

from extraction.dates import Dated
from extraction.frames import Frame
from extraction.lexicon import Mark
from pacts.terms import Status


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
    begin, _ = sentence.clause(first)
    begin = max(begin, first - reach)
    found = [m for m in sentence.of("cue", begin, first) if m.value in groups]
    return found[-1] if found else None


def cues(frame: Frame, group: str, first: int, last: int) -> list[Mark]:
    begin, _ = frame.sentence.clause(frame.trigger.first)
    return [m for m in frame.sentence.of("cue", max(begin, first), last) if m.value == group]


def cue_in_clause(frame: Frame, group: str, after: int = 0) -> Mark | None:
    begin, end = frame.sentence.clause(frame.trigger.first)
    marks = frame.sentence.of("cue", max(begin, after), max(end, frame.last))
    return next((m for m in marks if m.value == group), None)


def text(frame: Frame, mark: Mark) -> str:
    return frame.sentence.words(mark.first, mark.last)


def plain(frame: Frame, status: Status, why: str, certainty: float) -> Verdict:
    return Verdict(status, text(frame, frame.trigger), why, certainty)


def none(frame: Frame, why: str, cue: str = "") -> Verdict:
    return Verdict(None, cue or text(frame, frame.trigger), why, 0.0)
