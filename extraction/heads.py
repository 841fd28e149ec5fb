"""Step 6b, heads: what a deed can be done to: papers, levels, relations, organisations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extraction.analysis import Named, Sentence
from extraction.gazetteer import is_body
from extraction.levels import RANKS_OF_MISSIONS, Level
from extraction.lexicon import Mark

Acts = Mapping[str, str]
"""What a trigger does to each family of object."""


@dataclass(frozen=True, slots=True)
class Head:
    """The object: tokens ``first`` to ``last - 1``."""

    first: int
    last: int
    family: str
    """"document", "statement", "level", "relations", "ties" or "talks"."""
    kind: str


_OWNED: Final = frozenset({"'s", "《", "〈"})
"""Behind an organisation: what follows is its own, a paper with a title as a rule."""


def read_heads(sentence: Sentence) -> list[Head]:
    levels = [level for level in sentence.levels if not _is_in_title(sentence, level)]
    heads = [Head(level.first, level.last, "level", level.name) for level in levels]
    heads += [
        Head(level.first, level.last, "partners", level.name)
        for level in levels
        if level.noun == "partners"
    ]
    heads += [
        Head(level.first, level.last, "relations", level.name)
        for level in levels
        if level.name in RANKS_OF_MISSIONS
    ]
    heads += [
        Head(named.first, named.last, "organisation", named.codes[0])
        for named in sentence.named
        if named.mention.kind in {"organisation", "abbreviation"}
        and is_body(named.codes[0])
        and not sentence.is_a("not_membership", named.last)
        and sentence.word(named.last) not in _OWNED
        and (
            not sentence.is_a("venue_after", named.last)
            or sentence.is_a("joining", named.last)  # "its NATO membership"
        )
        and not _is_venue(sentence, named.first)
    ]
    covered = {i for level in levels for i in range(level.first, level.last)}
    covered |= {i for named in sentence.named for i in range(named.first, named.last)}
    for mark in sentence.of("head"):
        family, kind = mark.value.split(":")
        if not covered.intersection(range(mark.first, mark.last)):
            heads.append(Head(mark.first, mark.last, family, kind))
    heads.sort(key=lambda head: head.first)
    return _talks_on_papers(sentence, heads) if sentence.lexicon.noun_last else heads


def _is_in_title(sentence: Sentence, level: Level) -> bool:
    """ "communique on relations at ambassadorial level": a known paper that holds the rank."""
    return level.name in RANKS_OF_MISSIONS and any(
        mark.first <= level.first and level.last <= mark.last and mark.value.endswith(":communique")
        for mark in sentence.of("head")
    )


def _talks_on_papers(sentence: Sentence, heads: Sequence[Head]) -> list[Head]:
    """ "an accord's talks": talks that are named after the paper they are to end with."""
    papers = {head.last for head in heads if head.family == "document"}
    return [
        replace(head, family="paper_talks")
        if head.family == "talks"
        and sentence.is_a("describing", head.first - 1)
        and head.first - 1 in papers
        else head
        for head in heads
    ]


def _is_venue(sentence: Sentence, first: int) -> bool:
    """ "the summit of the League", where such words stand in front and no deed holds them."""
    return any(
        mark.last == first and not sentence.is_a("trigger", mark.first)
        for mark in sentence.of("venue_before", 0, first)
    )


def inside_phrase(sentence: Sentence, head: Head, others: Sequence[Head]) -> bool:
    """ "an agreement on the protocol was signed": the first of two joined by a preposition."""
    return any(
        other.last <= head.first
        and head.first - other.last <= 4
        and sentence.is_a("of", other.last)
        for other in others
    )


def is_spared(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """What holds a known word and is no object of this deed: "trade ties", "a board member"."""
    trigger = sentence.lexicon.triggers[mark.value]
    before = head.first - 1
    if head.family == "ties" and not _is_word_of(trigger.spares, sentence, head):
        lesser = sentence.is_a("lesser_ties", before) and not sentence.is_a("head", before - 1)
        lesser = lesser or sentence.is_a("lesser_ties", head.last)  # "les liens commerciaux"
        return trigger.acts.get("ties") in _BROKEN_OR_MADE and lesser
    if head.family == "membership" and sentence.lexicon.subject_first:
        return not any(h.first >= head.last - 1 or h.last == head.first for h in _bodies(sentence))
    return _is_word_of(trigger.spares, sentence, head)


_BROKEN_OR_MADE: Final = frozenset({"severed", "restored", "established"})


def _is_word_of(words: Sequence[str], sentence: Sentence, head: Head) -> bool:
    """Whether an object is among those listed, by its kind or by the very word."""
    return bool(words) and (
        head.kind in words or sentence.words(head.first, head.last).lower() in words
    )


def _bodies(sentence: Sentence) -> list[Named]:
    """The organisations that a sentence names."""
    return [n for n in sentence.named if is_body(n.codes[0])]
