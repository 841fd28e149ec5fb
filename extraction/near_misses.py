"""Why something that looks like an event is none: told for people, decided elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extraction.analysis import Named, Sentence
from extraction.bystanders import is_bystander, is_venue
from extraction.context import Context, is_place
from extraction.frame import Frame
from extraction.heads import Acts, Head, read_heads
from extraction.lexicon import Mark
from extraction.parties import told_parties
from pacts.terms import Status


@dataclass(frozen=True, slots=True)
class Miss:
    """A deed of which nothing came."""

    trigger: Mark
    why: str


class Use(StrEnum):
    """What a name is to the events of its sentence."""

    PARTY = "party"
    PLACE = "place"
    VENUE = "venue"
    """ "the ASEAN summit": where people met."""
    BYSTANDER = "bystander"
    """A host, a mediator, somebody who looks on."""
    NONE = "none"


def objects_of(sentence: Sentence) -> tuple[Head, ...]:
    """What a deed of this sentence could be done to.

    A bare organisation counts only where some deed can be done to one ("joined NATO").
    """
    joins = any("organisation" in _acts(sentence, mark) for mark in sentence.of("trigger"))
    return tuple(h for h in read_heads(sentence) if joins or h.family != "organisation")


def why_no_frame(sentence: Sentence) -> tuple[Miss, ...]:
    """For each deed of a sentence without frames, why it has no object there."""
    heads = objects_of(sentence)
    return tuple(Miss(mark, _why(sentence, mark, heads)) for mark in sentence.of("trigger"))


def _acts(sentence: Sentence, mark: Mark) -> Acts:
    return sentence.lexicon.triggers[mark.value].acts


def _why(sentence: Sentence, mark: Mark, heads: Sequence[Head]) -> str:
    if not heads:
        unnamed = sentence.of("level")
        if unnamed:
            words = sentence.words(unnamed[0].first, unnamed[0].last)
            return f"no object: “{words}” alone, or as part of another name, is no level"
        return "no object in this sentence"
    if "upgraded" in _acts(sentence, mark).values():
        return f"raises {_quoted(sentence, _nearest(mark, heads))}, but to no named level"
    fitting = [head for head in heads if head.family in _acts(sentence, mark)]
    if not fitting:
        return f"with {_quoted(sentence, _nearest(mark, heads))} as its object it is no event"
    near = _quoted(sentence, _nearest(mark, fitting))
    return f"{near} is not its object: too far, or another clause or deed lies between"


def _nearest(mark: Mark, heads: Sequence[Head]) -> Head:
    return min(heads, key=lambda head: max(head.first - mark.last, mark.first - head.last))


def _quoted(sentence: Sentence, head: Head) -> str:
    return f"“{sentence.words(head.first, head.last)}”"


def why_nobody(frame: Frame, context: Context, earlier: Sequence[Sentence]) -> str:
    """Why :func:`extraction.parties.read_parties` found no cast for a frame."""
    if frame.sentence.has("people"):
        return "persons do it, not states"
    if told_parties(frame, context, earlier):
        return "of companies or towns, and so no level of relations"
    return "fewer than two parties can be told"


def why_no_event(status: Status) -> str:
    """Why a frame with a cast gave no event."""
    return f"one party alone, and {status} only"


def uses(sentence: Sentence, parties: Collection[str]) -> tuple[tuple[Named, Use], ...]:
    """The names of a sentence; ``parties`` are the codes in the casts of its frames."""
    return tuple((named, _use(sentence, named, parties)) for named in sentence.named)


def _use(sentence: Sentence, named: Named, parties: Collection[str]) -> Use:
    if is_bystander(sentence, named):
        return Use.BYSTANDER
    if is_venue(sentence, named):
        return Use.VENUE
    if is_place(sentence, named):
        return Use.PLACE
    return Use.PARTY if set(named.codes) & set(parties) else Use.NONE
