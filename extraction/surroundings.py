"""In what kind of sentence a deed stands: a condition, prose, a paper that everybody knows."""

from __future__ import annotations

from typing import Final

from extraction.blocks import Role
from extraction.frame import Frame
from extraction.lexicon import Mark
from pacts.terms import Act


def in_condition(frame: Frame) -> bool:
    """ "until an agreement is reached", "if the two sign"."""
    sentence, first = frame.sentence, frame.trigger.first
    begin, _ = sentence.clause(first)
    while begin > 0 and sentence.word(begin - 1) == '"':
        begin, _ = sentence.clause(begin - 1)
    return any(m.first <= begin + 1 for m in sentence.of("condition_clause", begin, first)) or any(
        m.last >= frame.first - 3 or _leads_to(frame, m)
        for m in sentence.of("condition_clause", begin, frame.first)
    )


def _leads_to(frame: Frame, mark: Mark) -> bool:
    """ "if a new and fair accord is signed": what stands between belongs to the paper's noun."""
    sentence = frame.sentence
    between = range(mark.last, frame.first)
    return (
        len(between) <= _CONDITION_REACH
        and not sentence.has("trigger", mark.last, frame.first)
        and all(sentence.word(i) != "," for i in between)
    )


_CONDITION_REACH: Final = 6


def is_contrary_to_fact(frame: Frame) -> bool:
    """ "would have reacted had they joined": another clause says that it never happened."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    before = range(max(begin, frame.trigger.first - _HAD_BEFORE), frame.trigger.first)
    return sentence.has("counterfactual") and any(sentence.is_a("past_perfect", i) for i in before)


_HAD_BEFORE: Final = 8


def is_prose(frame: Frame) -> bool:
    """A full sentence of the body, where news is not told in the present tense."""
    sentence = frame.sentence
    return sentence.role in {Role.BODY, Role.LEDE} and is_full(frame) and sentence.order > 1


def is_full(frame: Frame) -> bool:
    """Whether the sentence ends with a mark, as headlines and list entries do not."""
    sentence = frame.sentence
    return sentence.word(len(sentence.tokens) - 1) in {".", "!", "?", '"', "'", ")"}


def is_background(frame: Frame) -> bool:
    """The UN Charter, the Paris Agreement: signed long ago, whatever the grammar."""
    return frame.act in {Act.SIGNED, Act.NEGOTIATED, Act.EXCHANGED} and any(
        mark.first <= frame.head.last and frame.head.first <= mark.last
        for mark in frame.sentence.of("background")
    )


def opens_line(frame: Frame) -> bool:
    """A short line that begins with the deed: an entry in a list of outcomes."""
    sentence = frame.sentence
    if frame.trigger.form == "gerund" and frame.act is Act.TERMINATED:
        return False  # an item of a programme
    listed = sentence.word(0) in {"-", "*", "\u2022", "\u00b7"} or sentence.word(0).isdecimal()
    if not listed and is_full(frame):
        return False
    return frame.trigger.first <= (2 if listed else 0) and len(sentence.tokens) <= _LINE_LENGTH


_LINE_LENGTH: Final = 30


def is_item(frame: Frame) -> bool:
    """ "Third, deepen cooperation, renew the accord": an item of what is to be done."""
    sentence, first = frame.sentence, frame.trigger.first
    opening = next((m for m in sentence.of("item", 0, first) if m.first == 0), None)
    if opening is None or sentence.parties(opening.last, first):
        return False
    groups = ("subject", "collective_two", "done_before", "we")
    return not any(sentence.has(group, opening.last, first) for group in groups)


def is_opened_by_time(frame: Frame) -> bool:
    """ "when agreement is reached": a present that is still to come."""
    sentence = frame.sentence
    groups = ("earlier_clause", "condition", "condition_clause")
    near = max(0, frame.first - _TIME_REACH)
    return any(sentence.has(group, near, frame.first) for group in groups)


_TIME_REACH: Final = 5


def is_awaited(frame: Frame) -> bool:
    """ "prices will fall after the country signs": the present behind "after" is still to come."""
    sentence = frame.sentence
    if not sentence.lexicon.subject_first or sentence.role in {Role.TITLE, Role.HEADING}:
        return False
    begin, _ = sentence.clause(frame.trigger.first)
    return begin > 0 and any(m.first == begin for m in sentence.of("earlier_clause"))
