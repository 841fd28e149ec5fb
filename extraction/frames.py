"""Step 6, frames: which deed is done to which object, clause by clause.

A frame joins a trigger ("signed") to a head ("agreement", a level, "diplomatic relations") that
the grammar allows it to act on. Whether it happened is not asked here (``status.py``), nor who
did it (``parties.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from extraction.analysis import Sentence
from extraction.blocks import Role
from extraction.frame import Frame
from extraction.heads import Head, is_spared, read_heads
from extraction.joined_objects import joined_objects
from extraction.levels import RANKS_OF_MISSIONS, Level
from extraction.lexicon import Mark
from extraction.noun_phrases import level_before, listed_after
from extraction.objects import (
    left_of,
    left_of_active,
    left_of_bare,
    next_to,
    of_noun,
    of_passive,
    of_predicate,
    other_deed,
    over_aside,
    right_of,
)
from extraction.papers import paper_that_does
from extraction.reaching import (
    left_behind,
    reached,
    reached_behind_description,
    reached_in_quotes,
)
from extraction.relatives import before_relative, of_relative
from extraction.understood import understood
from extraction.unspoken import absences, absences_behind, bare_statement, new_levels, prospects
from extraction.voices import Voice, voice_of
from extraction.wholes import is_whole
from pacts.terms import Act, Kind

_REACH: Final = 28
"""Tokens between a verb and its object at most."""
_NOMINAL_REACH: Final = 14


def read_frames(sentence: Sentence, earlier: Sequence[Sentence] = ()) -> tuple[Frame, ...]:
    """Every frame of a sentence, in its order, one for each trigger at most.

    ``earlier`` are the sentences before, in which an object may have been named.
    """
    heads = read_heads(sentence)
    found = [
        frame
        for trigger in _triggers(sentence)
        for frame in _frame(sentence, trigger, heads, earlier)
    ]
    if not heads and not found:
        return ()
    found = _without_descriptions(found)
    found += [*absences(sentence, heads, found), *new_levels(sentence, heads)]
    found += absences_behind(sentence, heads, found)
    found += prospects(sentence, heads, found)
    if not found or sentence.role in {Role.TITLE, Role.HEADING}:
        found += bare_statement(sentence, heads, found)
    return tuple(found)


def _without_descriptions(frames: list[Frame]) -> list[Frame]:
    """ "exchanged the signed documents": what happens to the papers is told by the verb."""
    firm = {frame.head for frame in frames if not _yields(frame)}
    frames = [f for f in frames if not _yields(f) or f.head not in firm]
    frames = [f for f in frames if not _goes_along(f, frames)]
    ahead = {f.head for f in frames if f.trigger.last <= f.head.first and _tells(f)}
    frames = [f for f in frames if not _trails(f) or f.head not in ahead]
    frames = [f for f in frames if not _carries(f, frames)]
    told = {frame.head for frame in frames if _tells(frame)}
    return [f for f in frames if _tells(f) or f.head not in told]


def _tells(frame: Frame) -> bool:
    """Not "the accord [they were] to sign", which only describes."""
    return frame.voice is not Voice.MODIFIER


def _carries(frame: Frame, frames: list[Frame]) -> bool:
    """ "signed a protocol on establishing diplomatic relations": those are what was done."""
    papers = [paper_that_does(f) for f in frames if f.kind is Kind.RELATIONS]
    signed = frame.act is Act.SIGNED and frame.head.family == "document"
    return signed and any(paper is not None and paper.first == frame.head.first for paper in papers)


def _trails(frame: Frame) -> bool:
    """ "scrap the accord [that was] signed": a verb without endings behind its object."""
    behind = frame.trigger.form == "bare" and frame.head.last <= frame.trigger.first
    plain = frame.voice in {Voice.ACTIVE, Voice.INFINITIVE}
    return (
        behind and plain and not frame.sentence.lexicon.triggers[frame.trigger.value].intransitive
    )


def _yields(frame: Frame) -> bool:
    trigger = frame.sentence.lexicon.triggers[frame.trigger.value]
    return trigger.yields or (trigger.proposes and frame.trigger.form == "bare")


def _goes_along(frame: Frame, frames: list[Frame]) -> bool:
    """ "signed and handed over eight papers"; "sớm ký và phê chuẩn hiệp ước": told as one."""
    chained = frame.act is Act.RATIFIED and frame.trigger.form == "bare"
    return (frame.act is Act.EXCHANGED or chained) and any(
        other.act is Act.SIGNED
        and other.head == frame.head
        and 0 <= frame.trigger.first - other.trigger.last <= 1
        for other in frames
    )


_VERBAL: Final = frozenset({Voice.ACTIVE, Voice.INFINITIVE, Voice.FUTURE})


_INSTRUMENT: Final = "document:instrument"
""" "instruments of ratification": what they are named after is not told as a deed."""


def _triggers(sentence: Sentence) -> list[Mark]:
    """The triggers, each read one way: "the upgrade" is a noun, "they upgrade" is a verb."""
    papers = [m for m in sentence.of("head") if m.value == _INSTRUMENT]
    marks = [
        mark
        for mark in sentence.of("trigger")
        if not any(p.first < mark.first and mark.last <= p.last for p in papers)
    ]
    nouns = {mark.first for mark in marks if mark.form == "noun"}
    verbs = {mark.first for mark in marks if mark.form != "noun"}
    both = nouns & verbs
    as_nouns = {
        first
        for first in both
        if sentence.is_a("article", first - 1)
        or sentence.is_a("of", first - 1)
        or sentence.is_a("adjective_slot", first - 1)
        or sentence.is_a("noun_before", first + 1)
    }
    return [
        mark
        for mark in marks
        if mark.first not in both or (mark.first in as_nouns) == (mark.form == "noun")
    ]


def _frame(
    sentence: Sentence, mark: Mark, heads: list[Head], earlier: Sequence[Sentence]
) -> Iterator[Frame]:
    trigger = sentence.lexicon.triggers[mark.value]
    if not is_whole(sentence, mark):
        return
    if trigger.acts.get("document") == "negotiated" and _by_legislature(sentence, mark):
        return
    voice = voice_of(sentence, mark)
    heads = [head for head in heads if not is_spared(sentence, mark, head)]
    head = _object_of(sentence, mark, heads, voice)
    if head is None and trigger.either_side and voice in _VERBAL:
        head = left_of_active(sentence, mark, heads, trigger.acts)
    if head is None and not _signs_a_law(sentence, mark):
        head = understood(sentence, mark, voice, earlier)
    raised = _raised(sentence, mark, heads) if "upgraded" in trigger.acts.values() else None
    if raised:
        yield raised
    elif "upgraded" in trigger.acts.values():
        yield from _bare_upgrade(sentence, mark, heads, weak=trigger.weak)
    elif head:
        more = () if voice in _WITHOUT_LISTS else joined_objects(sentence, mark, head, heads)
        listed = listed_after(sentence, head, heads, trigger.acts)
        for one in (head, *more, *([listed] if listed is not None else [])):
            yield from _made(sentence, mark, one, trigger.acts[one.family], voice)


_WITHOUT_LISTS: Final = frozenset({Voice.MODIFIER, Voice.PREDICATE, Voice.PASSIVE})
"""Voices of which a list of papers behind the first is not the object."""


def _object_of(sentence: Sentence, mark: Mark, heads: list[Head], voice: Voice) -> Head | None:
    trigger = sentence.lexicon.triggers[mark.value]
    acts = trigger.acts
    if _signs_a_law(sentence, mark):
        return None
    if voice is Voice.PREDICATE:
        return of_predicate(sentence, mark, heads, acts)
    if trigger.object:
        own = Head(mark.first, mark.last, *trigger.object.split(":"))
        return None if _is_of_earlier_deed(sentence, mark) else own
    if trigger.intransitive:
        subject = None if voice is Voice.NOMINAL else left_of(sentence, mark, heads, acts)
        subject = subject or of_relative(sentence, mark, heads, acts, as_object=False)
        if subject is None and trigger.denies:
            subject = before_relative(sentence, mark, heads, acts)
        subject = subject or over_aside(sentence, mark, heads, acts)
        behind = None if subject else right_of(sentence, mark, heads, acts, _NOMINAL_REACH)
        under = behind and any(
            m.value == "implement" for m in sentence.of("cue", mark.last, behind.first)
        )
        return subject or (None if under else behind)
    match voice:
        case Voice.PASSIVE:
            return of_passive(sentence, mark, heads, acts)
        case Voice.MODIFIER if sentence.lexicon.noun_last:
            return right_of(sentence, mark, heads, acts, _NOMINAL_REACH)
        case Voice.MODIFIER:
            return next_to(sentence, mark, heads, acts)
        case Voice.NOMINAL:
            return of_noun(sentence, mark, heads, acts)
        case _:
            head = right_of(sentence, mark, heads, acts, _REACH)
            head = head or of_relative(sentence, mark, heads, acts, as_object=True)
            bare = head is None and mark.form == "bare"
            return left_of_bare(sentence, mark, heads, acts) if bare else head


def _is_of_earlier_deed(sentence: Sentence, mark: Mark) -> bool:
    """ "sign an *exchange of notes* on aid": a deed's name as the paper that is signed."""
    triggers = sentence.lexicon.triggers
    if "document" not in triggers[mark.value].acts:
        return False
    if sentence.lexicon.names_run_on:  # "ký trao đổi công hàm"
        return any(other.last == mark.first for other in sentence.of("trigger", 0, mark.first))
    if not sentence.lexicon.noun_last:
        return False
    begin, _ = sentence.clause(mark.first)
    return any(
        triggers[other.value].acts.get("document") == "signed"
        and not sentence.has("clause_breaks", other.last, mark.first)
        for other in sentence.of("trigger", max(begin, mark.first - _REACH), mark.first)
    )


def _by_legislature(sentence: Sentence, mark: Mark) -> bool:
    """ "Congress has reached a deal": what parties in a parliament agree on is domestic."""
    return sentence.has("legislature", max(0, mark.first - _SUBJECT), mark.first)


_SUBJECT: Final = 3
"""Tokens between a subject and its verb at most: "has", "at last"."""


def _signs_a_law(sentence: Sentence, mark: Mark) -> bool:
    """ "signs [a law that] ratifies the treaty": verbs without endings stand side by side."""
    return any(
        other.first == mark.last
        and mark.form == other.form == "bare"
        and sentence.lexicon.triggers[other.value].acts.get("document") == "ratified"
        for other in sentence.of("trigger")
    )


def _made(sentence: Sentence, mark: Mark, head: Head, act: str, voice: Voice) -> Iterator[Frame]:
    kind = _kind_of(head, act)
    if kind is None:
        return
    level = next((x for x in sentence.levels if x.first == head.first), None)
    if _ends_a_round(sentence, mark, head):
        return
    law = sentence.has("domestic", mark.last, head.first)
    about = _level_of_paper(sentence, mark, head) if act == "signed" and not law else None
    near = (min(mark.first, head.first), max(mark.last, head.last) + _LAW_REACH)
    if act == "ratified" or not sentence.has("domestic", *near):
        yield Frame(sentence, mark, head, kind, Act(act), voice, level=level or about)


def _ends_a_round(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "the third round of talks ended": no paper is settled by that."""
    trigger = sentence.lexicon.triggers[mark.value]
    talks = head.family in {"talks", "paper_talks"} and not (trigger.proposes or trigger.denies)
    begin, _ = sentence.clause(head.first)
    return talks and sentence.has("round", begin, head.first)


_LAW_REACH: Final = 5
""" "signed the deal into law": the words that make a deed domestic stand close."""


def _level_of_paper(sentence: Sentence, mark: Mark, head: Head) -> Level | None:
    """ "signed a declaration on allied relations": the paper makes the level."""
    if sentence.lexicon.noun_last:
        return level_before(sentence, mark.last, head)
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
        return Kind.RELATIONS if head.kind in RANKS_OF_MISSIONS else Kind.PARTNERSHIP
    if head.family in {"relations", "ties", "bond", "mission", "founding", "resuming"}:
        return Kind.RELATIONS
    if head.family == "statement":
        return Kind.STATEMENT if act == "adopted" else Kind.AGREEMENT
    return Kind.AGREEMENT


# --- raising -------------------------------------------------------------------------------


def _raised(sentence: Sentence, mark: Mark, heads: list[Head]) -> Frame | None:
    """ "upgraded their ties to a strategic partnership": the level behind "to"."""
    levels = [
        h
        for h in heads
        if h.family == "level"
        and mark.last <= h.first <= mark.last + _REACH * sentence.lexicon.stretch
    ]
    origin = left_behind(sentence, mark)
    for head in levels:
        if other_deed(sentence, mark.last, head.first) or _is_raised_by_noun(sentence, mark, head):
            break
        level = next(x for x in sentence.levels if x.first == head.first)
        if reached(sentence, mark, head) or (
            sentence.lexicon.noun_last
            and (
                reached_in_quotes(sentence, mark, head)
                or reached_behind_description(sentence, mark, head)
            )
        ):
            act = Act.UPGRADED
            voice = voice_of(sentence, mark)
            kind = Kind.RELATIONS if head.kind in RANKS_OF_MISSIONS else Kind.PARTNERSHIP
            if kind is Kind.RELATIONS:
                act = Act.ESTABLISHED
            return Frame(sentence, mark, head, kind, act, voice, level=level, level_from=origin)
        origin = origin or level
    return None


def _is_raised_by_noun(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "develop ties and lay the ground for *the raising* of ties to a partnership"."""
    triggers = sentence.lexicon.triggers
    return mark.form != "noun" and any(
        other.form == "noun"
        and "upgraded" in triggers[other.value].acts.values()
        and reached(sentence, other, head)
        for other in sentence.of("trigger", mark.last, head.first)
    )


def _bare_upgrade(
    sentence: Sentence, mark: Mark, heads: list[Head], *, weak: bool
) -> Iterator[Frame]:
    """A headline's "upgrade ties", which leaves the level to the article."""
    if weak or sentence.role is not Role.TITLE:
        return
    for head in heads:
        if head.family == "ties" and 0 <= head.first - mark.last <= 4:
            if not any(m.value == "rhetoric" for m in sentence.of("cue")):
                yield Frame(
                    sentence, mark, head, Kind.PARTNERSHIP, Act.UPGRADED, voice_of(sentence, mark)
                )
            return
