"""Step 6, frames: which deed is done to which object, clause by clause.

A frame joins a trigger ("signed") to a head ("agreement", a level, "diplomatic relations") that
the grammar allows it to act on. Whether it happened is not asked here (``status.py``), nor who
did it (``parties.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from extraction.analysis import Level, Sentence
from extraction.blocks import Role
from extraction.lexicon import Mark
from pacts.terms import Act, Kind


class Voice(StrEnum):
    """How the deed is put, which decides where its object and its status stand."""

    ACTIVE = "active"
    PASSIVE = "passive"
    INFINITIVE = "infinitive"
    """A bare verb: something before it governs it, or a headline's present."""
    NOMINAL = "nominal"
    """The deed as a noun: "the signing of"."""
    MODIFIER = "modifier"
    """A participle that only describes the object: "agreements signed in 2015"."""
    FUTURE = "future"
    """A verb whose ending says that it is to come."""
    BARE = "bare"
    """A title that is only the name of a paper."""


@dataclass(frozen=True, slots=True)
class Head:
    """The object: tokens ``first`` to ``last - 1``."""

    first: int
    last: int
    family: str
    """"document", "statement", "level", "relations", "ties" or "talks"."""
    kind: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A deed and its object in one sentence."""

    sentence: Sentence
    trigger: Mark
    head: Head
    kind: Kind
    act: Act
    voice: Voice
    level: Level | None = None
    level_from: Level | None = None

    @property
    def first(self) -> int:
        return min(self.trigger.first, self.head.first)

    @property
    def last(self) -> int:
        return max(self.trigger.last, self.head.last)


_REACH: Final = 28
"""Tokens between a verb and its object at most."""
_NOMINAL_REACH: Final = 14
_LEFT_REACH: Final = 40
"""A passive's subject can be a long list."""


def read_frames(sentence: Sentence) -> tuple[Frame, ...]:
    """Every frame of a sentence, in its order, one for each trigger at most."""
    heads = _heads(sentence)
    if not heads:
        return ()
    found = [
        frame for trigger in sentence.of("trigger") for frame in _frame(sentence, trigger, heads)
    ]
    if not found or sentence.role in {Role.TITLE, Role.HEADING}:
        found += _bare_statement(sentence, heads, found)
    return tuple(found)


def _heads(sentence: Sentence) -> list[Head]:
    heads = [Head(level.first, level.last, "level", level.name) for level in sentence.levels]
    heads += [
        Head(level.first, level.last, "partners", level.name)
        for level in sentence.levels
        if level.noun == "partners"
    ]
    covered = {i for level in sentence.levels for i in range(level.first, level.last)}
    for mark in sentence.of("head"):
        family, kind = mark.value.split(":")
        if not covered.intersection(range(mark.first, mark.last)):
            heads.append(Head(mark.first, mark.last, family, kind))
    return sorted(heads, key=lambda head: head.first)


def _frame(sentence: Sentence, mark: Mark, heads: list[Head]) -> Iterator[Frame]:
    trigger = sentence.lexicon.triggers[mark.value]
    voice = voice_of(sentence, mark)
    if trigger.intransitive:
        head = _left(sentence, mark, heads, trigger.acts) if voice is not Voice.NOMINAL else None
        head = head or _right(sentence, mark, heads, trigger.acts, _NOMINAL_REACH)
    elif voice is Voice.PASSIVE:
        head = _left(sentence, mark, heads, trigger.acts) or _right(
            sentence, mark, heads, trigger.acts, 6
        )
    elif voice is Voice.MODIFIER:
        head = _adjacent(mark, heads, trigger.acts)
    elif voice is Voice.NOMINAL:
        head = _named_deed(sentence, mark, heads, trigger.acts)
    else:
        head = _right(sentence, mark, heads, trigger.acts, _REACH)
    raised = _raised(sentence, mark, heads) if "upgraded" in trigger.acts.values() else None
    if raised:
        yield raised
    elif "upgraded" in trigger.acts.values():
        yield from _bare_upgrade(sentence, mark, heads, weak=trigger.weak)
    elif head:
        yield from _made(sentence, mark, head, trigger.acts[head.family], voice)


def _made(sentence: Sentence, mark: Mark, head: Head, act: str, voice: Voice) -> Iterator[Frame]:
    kind = _kind_of(head, act)
    if kind is None:
        return
    level = next((x for x in sentence.levels if x.first == head.first), None)
    law = sentence.has("domestic", mark.last, head.first)
    about = _level_of_paper(sentence, head) if act == "signed" and not law else None
    if about:
        yield Frame(sentence, mark, head, Kind.PARTNERSHIP, Act.ESTABLISHED, voice, level=about)
        return
    near = (min(mark.first, head.first), max(mark.last, head.last) + _LAW_REACH)
    if act == "ratified" or not sentence.has("domestic", *near):
        yield Frame(sentence, mark, head, kind, Act(act), voice, level=level)


_LAW_REACH: Final = 5
""" "signed the deal into law": the words that make a deed domestic stand close."""


def _level_of_paper(sentence: Sentence, head: Head) -> Level | None:
    """ "signed a declaration on allied relations": the paper makes the level."""
    for level in sentence.levels:
        gap = range(head.last, level.first)
        if 1 <= len(gap) <= _PAPER_GAP and all(
            sentence.is_a("of", i) or sentence.is_a("article", i) or sentence.is_a("level_link", i)
            for i in gap
        ):
            return level
    return None


_PAPER_GAP: Final = 4


def _kind_of(head: Head, act: str) -> Kind | None:
    if head.family in {"level", "partners"}:
        return Kind.RELATIONS if head.kind in _RANKS_OF_MISSIONS else Kind.PARTNERSHIP
    if head.family in {"relations", "ties"}:
        return Kind.RELATIONS
    if head.family == "statement":
        return Kind.STATEMENT if act == "adopted" else Kind.AGREEMENT
    return Kind.AGREEMENT


_RANKS_OF_MISSIONS: Final = frozenset({"ambassadorial level", "charge d'affaires"})


# --- voice ---------------------------------------------------------------------------------


def voice_of(sentence: Sentence, mark: Mark) -> Voice:
    """How a trigger stands in its sentence."""
    if mark.form == "gerund" and _is_progressive(sentence, mark):
        return Voice.ACTIVE
    if mark.form in {"noun", "gerund"}:
        return Voice.NOMINAL
    if mark.form == "future":
        return Voice.FUTURE
    if mark.form in {"base", "present", "bare"}:
        return Voice.INFINITIVE if mark.form != "present" else Voice.ACTIVE
    if mark.form == "past":
        return Voice.ACTIVE
    return _voice_of_participle(sentence, mark)


def _is_progressive(sentence: Sentence, mark: Mark) -> bool:
    """ "is breaking off", "are formally establishing"."""
    before = mark.first - 1
    while before >= 0 and sentence.is_adverb(before):
        before -= 1
    return sentence.is_a("auxiliary_be", before) and not (
        sentence.is_a("be_infinitive", before) or sentence.is_a("be_open", before)
    )


def _voice_of_participle(sentence: Sentence, mark: Mark) -> Voice:
    """ "signed": finite, passive or a mere modifier."""
    before = mark.first - 1
    while before >= 0 and sentence.is_adverb(before):
        before -= 1
    if sentence.is_a("auxiliary_be", before) or (
        sentence.is_a("not", before) and sentence.is_a("auxiliary_be", before - 1)
    ):
        return Voice.PASSIVE
    if sentence.is_a("auxiliary_have", before):
        return Voice.ACTIVE
    if mark.form == "participle":
        return Voice.MODIFIER
    if _follows_its_object(sentence, before):
        return Voice.PASSIVE if sentence.role in {Role.TITLE, Role.HEADING} else Voice.MODIFIER
    if _stands_before_its_object(sentence, mark, before):
        return Voice.MODIFIER
    return Voice.ACTIVE


def _follows_its_object(sentence: Sentence, before: int) -> bool:
    return any(m.first <= before < m.last for m in sentence.of("head"))


def _stands_before_its_object(sentence: Sentence, mark: Mark, before: int) -> bool:
    """ "the signed agreements", "of signed cooperation agreements"."""
    if before < 0 or any(n.first <= before < n.last for n in sentence.named):
        return False
    if sentence.is_a("subject", before):
        return False
    if sentence.is_a("modifier_before", before) or sentence.is_a("cue", before):
        heads = [h for h in sentence.of("head") if 0 <= h.first - mark.last <= 3]
        return bool(heads) and not sentence.is_a("article", mark.last)
    return False


# --- objects -------------------------------------------------------------------------------


def _right(
    sentence: Sentence, mark: Mark, heads: list[Head], acts: object, reach: int
) -> Head | None:
    families = dict(acts)  # type: ignore[call-overload]  # any mapping of families will do
    _, end = sentence.clause(mark.last - 1)
    end = _extended(sentence, end)
    stop = min(end, mark.last + reach)
    for head in heads:
        if head.first < mark.last:
            continue
        if head.first >= stop or _other_deed(sentence, mark.last, head.first):
            return None
        if head.family in families:
            return head if _direct(sentence, mark, head) else None
    return None


def _direct(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """Whether the head is the verb's own object: "create an impetus for the partnership" is not."""
    gap = range(mark.last, head.first)
    if any(sentence.is_a("infinitive", i) and not sentence.is_a("place", i + 1) for i in gap[1:]):
        return False
    if head.family not in {"level", "relations", "ties"}:
        return True
    return len(gap) <= _DIRECT_GAP and not any(
        sentence.is_a("of", i) and i > mark.last for i in gap
    )


_DIRECT_GAP: Final = 12


def _extended(sentence: Sentence, end: int) -> int:
    """Quotation marks and brackets do not part a verb from its object."""
    while end < len(sentence.tokens) and sentence.word(end - 1) in {'"', "(", "\u201c"}:
        end = sentence.clause(end)[1]
    return end


def _other_deed(sentence: Sentence, first: int, last: int) -> bool:
    """Whether another verb begins between: "signed the guest book and discussed an accord"."""
    for mark in sentence.of("trigger", first, last):
        if mark.form in {"ed", "past", "present", "base", "future", "bare"} and (
            sentence.is_a("joins", mark.first - 1)
            or mark.form in {"past", "present", "future"}
            or (mark.form == "ed" and voice_of(sentence, mark) is Voice.ACTIVE)
        ):
            return True
    return any(
        sentence.is_a("joins", mark.first - 1) and mark.value in {"consider", "implement"}
        for mark in sentence.of("cue", first, last)
    )


def _left(sentence: Sentence, mark: Mark, heads: list[Head], acts: object) -> Head | None:
    families = dict(acts)  # type: ignore[call-overload]  # any mapping of families will do
    begin, _ = sentence.clause(mark.first)
    first_clause = begin
    while first_clause > 0 and sentence.word(first_clause - 1) in {")", '"', "(", "-", "\u201d"}:
        first_clause = sentence.clause(first_clause - 1)[0]
    candidates = [
        head
        for head in heads
        if head.family in families
        and first_clause <= head.first
        and head.last <= mark.first
        and mark.first - head.last <= _LEFT_REACH
    ]
    plain = [h for h in candidates if not _inside_phrase(sentence, h, candidates)]
    return plain[-1] if plain else (candidates[-1] if candidates else None)


def _inside_phrase(sentence: Sentence, head: Head, others: list[Head]) -> bool:
    """ "an agreement on the protocol was signed": the first of two joined by a preposition."""
    return any(
        other.last <= head.first
        and head.first - other.last <= 4
        and sentence.is_a("of", other.last)
        for other in others
    )


def _adjacent(mark: Mark, heads: list[Head], acts: object) -> Head | None:
    families = dict(acts)  # type: ignore[call-overload]  # any mapping of families will do
    for head in reversed(heads):
        if head.family in families and 0 <= mark.first - head.last <= 2:
            return head
    for head in heads:
        if head.family in families and 0 <= head.first - mark.last <= 4:
            return head
    return None


def _named_deed(sentence: Sentence, mark: Mark, heads: list[Head], acts: object) -> Head | None:
    """ "the signing of the treaty", "the treaty signing"; not "the accession protocols"."""
    head = _right(sentence, mark, heads, acts, _NOMINAL_REACH)
    if head and (mark.form == "gerund" or not sentence.lexicon.noun_needs_link):
        return head
    if head and any(
        sentence.is_a("of", i) or sentence.is_a("to", i) for i in range(mark.last, head.first)
    ):
        return head
    families = dict(acts)  # type: ignore[call-overload]  # any mapping of families will do
    before = [h for h in heads if h.family in families and 0 <= mark.first - h.last <= 1]
    return before[-1] if before else None


# --- raising -------------------------------------------------------------------------------


def _raised(sentence: Sentence, mark: Mark, heads: list[Head]) -> Frame | None:
    """ "upgraded their ties to a strategic partnership": the level behind "to"."""
    levels = [
        h for h in heads if h.family == "level" and mark.last <= h.first <= mark.last + _REACH
    ]
    origin: Level | None = None
    for head in levels:
        if _other_deed(sentence, mark.last, head.first):
            break
        level = next(x for x in sentence.levels if x.first == head.first)
        if _reached(sentence, mark, head):
            act = Act.UPGRADED
            voice = voice_of(sentence, mark)
            kind = Kind.RELATIONS if head.kind in _RANKS_OF_MISSIONS else Kind.PARTNERSHIP
            if kind is Kind.RELATIONS:
                act = Act.ESTABLISHED
            return Frame(sentence, mark, head, kind, act, voice, level=level, level_from=origin)
        origin = origin or level
    return None


def _reached(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """Whether "to" stands right before the level, articles and "the level of" set aside."""
    index = head.first - 1
    for _ in range(7):
        if index < mark.last:
            return False
        if sentence.is_a("to", index):
            return True
        if not (
            sentence.is_a("level_link", index)
            or any(n.first <= index < n.last for n in sentence.named)
            or sentence.word(index) in {"-", '"', ","}
        ):
            return False
        index -= 1
    return False


def _bare_upgrade(
    sentence: Sentence, mark: Mark, heads: list[Head], *, weak: bool
) -> Iterator[Frame]:
    """A headline's "upgrade ties", which leaves the level to the article."""
    if weak or sentence.role is not Role.TITLE or sentence.has("cue_rhetoric"):
        return
    for head in heads:
        if head.family == "ties" and 0 <= head.first - mark.last <= 4:
            if not any(m.value == "rhetoric" for m in sentence.of("cue")):
                yield Frame(
                    sentence, mark, head, Kind.PARTNERSHIP, Act.UPGRADED, voice_of(sentence, mark)
                )
            return


# --- bare titles ---------------------------------------------------------------------------


_TITLE_LEAD: Final = 8


def _bare_statement(sentence: Sentence, heads: list[Head], found: list[Frame]) -> Iterator[Frame]:
    """ "Joint Statement on ..." as a headline names a paper that is there."""
    if sentence.role not in {Role.TITLE, Role.HEADING}:
        return
    if any(frame.kind is Kind.STATEMENT for frame in found):
        return
    for head in heads:
        if head.family == "statement" and head.kind != "declaration" and head.first <= _TITLE_LEAD:
            trigger = Mark(head.first, head.last, "adopt", "noun")
            yield Frame(sentence, trigger, head, Kind.STATEMENT, Act.ADOPTED, Voice.BARE)
            return
