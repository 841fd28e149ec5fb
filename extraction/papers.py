"""Step 8b, deeds that a paper does: "signed a declaration *raising* ties to a partnership".

What becomes of such a deed is what becomes of its paper, whose own verb stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.analysis import Sentence
from extraction.blocks import Role
from extraction.frame import Frame
from extraction.lexicon import Mark
from pacts.terms import Act, Kind

BY_PAPER: Final = "done by a paper"
_BONDS: Final = frozenset({Kind.PARTNERSHIP, Kind.RELATIONS})
_PAPERS: Final = ("statement", "document")
_REACH: Final = 16
_TITLE: Final = 6
"""Tokens from the beginning of a paper's name to the deed in it at most."""
_DONE: Final = frozenset({"ed", "participle", "passive"})
_FORMS: Final = frozenset({"gerund", "present", "base", "bare"})


def paper_that_does(frame: Frame) -> Mark | None:
    """The paper right before the deed: "a treaty that establishes", "a statement raising"."""
    sentence, first = frame.sentence, frame.trigger.first
    if frame.kind not in _BONDS:
        return None
    if frame.trigger.form == "noun":
        return _paper_on(frame)
    papers = [
        m for m in sentence.of("head", max(0, first - _REACH), first) if m.value.startswith(_PAPERS)
    ]
    if frame.trigger.form not in _FORMS or not papers:
        return None
    between = range(papers[-1].last, first)
    if papers[-1].value.startswith("statement") and sentence.is_a("infinitive", first - 1):
        between = between[:-1]  # "issued a declaration *to* raise": it does so by being issued
    return papers[-1] if all(_leads_on(sentence, i) for i in between) else None


def _paper_on(frame: Frame) -> Mark | None:
    """ "Joint Statement on the Establishment of ...": the paper that is named after the deed.

    Any paper will do for diplomatic relations: none is signed on them that does not make them.
    """
    sentence, first = frame.sentence, frame.trigger.first
    reach = _REACH if sentence.lexicon.case_marked else _TITLE
    for paper in sentence.of("head", max(0, first - reach), first):
        any_paper = frame.kind is Kind.RELATIONS and paper.value.startswith("document")
        makes = any_paper or paper.value.startswith("statement") or paper.value.endswith(_MAKING)
        if makes and all(_is_in_title(sentence, i) for i in range(paper.last, first)):
            return paper
    return None


_NOTES: Final = "exchange_of_notes"
_MAKING: Final = ("treaty", _NOTES)


def _is_in_title(sentence: Sentence, index: int) -> bool:
    """Whether a word may stand between a paper and what it is about."""
    if sentence.is_a("of", index) or sentence.is_a("article", index):
        return True
    return sentence.lexicon.case_marked and (
        any(n.first <= index < n.last for n in sentence.named)
        or any(sentence.is_a(group, index) for group in ("joint", "between", "state"))
    )


def _leads_on(sentence: Sentence, index: int) -> bool:
    """Whether a word may stand between: names, "between", "which", "formally"."""
    return (
        any(n.first <= index < n.last for n in sentence.named)
        or sentence.is_adverb(index)
        or any(sentence.is_a(group, index) for group in _LINKS)
    )


_LINKS: Final = (
    *("relative", "relative_subject", "between", "with", "joint", "state", "article", "of"),
    "collective_two",
)


def carrier_of_paper(frame: Frame, paper: Mark) -> Mark | None:
    """The deed done to the paper: before it, or behind all of it."""
    sentence, triggers = frame.sentence, frame.sentence.lexicon.triggers
    made = {"statement", "document"} if paper.value.endswith(_NOTES) else {"statement"}
    marks = [
        mark
        for mark in sentence.of("trigger")
        if mark != frame.trigger and made.intersection(triggers[mark.value].acts)
    ]
    before = [m for m in marks if m.last <= paper.first]
    _, end = sentence.clause(frame.trigger.first)
    free = sentence.lexicon.case_marked
    behind = [
        m
        for m in marks
        if m.first >= frame.last
        and (m.form in _DONE or (free and m.first < end and m.form != "noun"))
    ]
    return before[-1] if before else next(iter(behind), None)


def names_itself(frame: Frame, paper: Mark) -> bool:
    """Whether the line is only the paper's name: a headline, a caption."""
    roles = {Role.TITLE, Role.HEADING, Role.CAPTION}
    return frame.sentence.role in roles or paper.first <= _OPENING


_OPENING: Final = 3


def is_to_that_effect(frame: Frame, earlier: Sequence[Sentence]) -> bool:
    """ "Both restored relations. *The corresponding protocol* was signed": told already."""
    sentence, head = frame.sentence, frame.head
    if frame.act is not Act.SIGNED or head.family != "document" or not earlier:
        return False
    if not sentence.has("to_that_effect", max(0, head.first - _BESIDE), head.last + _BESIDE):
        return False
    before = earlier[-1]
    bonds = before.levels or any(m.value.startswith("relations:") for m in before.of("head"))
    return bool(bonds) and before.has("trigger")


_BESIDE: Final = 4
"""Tokens between a paper and what says that it belongs to what was told."""
