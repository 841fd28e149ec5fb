"""What a word that governs a deed makes of it, and what denies it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extraction.bare_verbs import negation_behind
from extraction.frames import Frame
from extraction.lexicon import Mark
from extraction.verdicts import (
    REACHING,
    Verdict,
    cue_in_clause,
    cues,
    governor,
    none,
    text,
)
from extraction.voices import Voice
from pacts.terms import Act, Kind, Status

PLANNED: Final = frozenset({"future", "consider"})
_NEGATION_REACH: Final = 4


def governed(frame: Frame, word: Mark) -> Verdict:
    """The verdict that a governing word passes on what it governs."""
    cue = text(frame, word)
    if word.value == "future" and _was_once(frame, word):
        return none(frame, "was to be, once", cue)
    match word.value:
        case "future" | "consider":
            return Verdict(Status.PLANNED, cue, "intended, not done", 0.85)
        case "agree":
            return _agreed(frame, word)
        case "conditional":
            return Verdict(Status.CONDITIONAL, cue, "hangs on a condition", 0.7)
        case "rumoured":
            return Verdict(Status.RUMOURED, cue, "told as a rumour", 0.7)
        case "negated":
            return Verdict(Status.NEGATED, cue, "negated", 0.75)
        case "past":
            return Verdict(Status.HISTORICAL, cue, "told as history", 0.75)
        case "achieved":
            return _achieved(frame, word)
        case "fresh":
            return Verdict(Status.CONCLUDED, cue, "called recent", 0.7)
        case _:
            return none(frame, "speaks of carrying it out", cue)


def _was_once(frame: Frame, word: Mark) -> bool:
    """ "had been scheduled to expire": a plan of the past, and no word of what came of it."""
    sentence = frame.sentence
    near = range(max(0, word.first - 2), word.first)
    return frame.act is Act.TERMINATED and any(sentence.is_a("past_perfect", i) for i in near)


def is_aside(frame: Frame) -> bool:
    """ "joined the initiative, signing an agreement": done with the main verb, if that is done."""
    sentence, first = frame.sentence, frame.trigger.first
    if frame.trigger.form != "gerund" or sentence.word(first - 1) != ",":
        return False
    unsure = PLANNED | {"conditional", "rumoured", "negated", "implement"}
    return not any(mark.value in unsure for mark in sentence.of("cue", 0, first))


def _achieved(frame: Frame, word: Mark) -> Verdict:
    """ "announced the upgrade" is done; "will announce the upgrade" is not."""
    earlier = governor(replace(frame, trigger=word), PLANNED | {"conditional", "negated"}, 3)
    earlier = earlier or _ahead_of_chain(frame, word) or _ahead_of_infinitive(frame, word)
    if earlier:
        return governed(frame, earlier)
    return Verdict(Status.CONCLUDED, text(frame, word), "named as achieved", 0.75)


def _ahead_of_infinitive(frame: Frame, word: Mark) -> Mark | None:
    """ "would have preferred them to announce the upgrade": the infinitive has its own governor."""
    sentence = frame.sentence
    if not sentence.lexicon.subject_first or not sentence.is_a("infinitive", word.first - 1):
        return None
    groups = PLANNED | {"conditional", "negated", "agree"}
    return governor(replace(frame, trigger=word), groups, _CHAIN)


def _ahead_of_chain(frame: Frame, word: Mark) -> Mark | None:
    """ "will meet A, call on B and witness the signing", where one word serves every verb."""
    sentence = frame.sentence
    done = sentence.is_a("done_before", word.first) or sentence.is_a("done_before", word.first - 1)
    if done or not sentence.lexicon.chains_verbs:
        return None
    return governor(replace(frame, trigger=word), REACHING, _CHAIN)


_CHAIN: Final = 16


def _agreed(frame: Frame, word: Mark) -> Verdict:
    """Leaders who agree to raise relations have raised them; to sign is still to come."""
    cue = text(frame, word)
    earlier = governor(replace(frame, trigger=word), PLANNED | {"negated"}, 4)
    if earlier:
        return governed(frame, earlier)
    later = cue_in_clause(frame, "future", after=frame.trigger.last)
    if frame.kind in {Kind.PARTNERSHIP, Kind.RELATIONS} and not later:
        return Verdict(Status.CONCLUDED, cue, "agreed, and by that done", 0.8)
    return Verdict(Status.PLANNED, cue, "agreed to be done later", 0.8)


def is_said(frame: Frame, begin: int) -> bool:
    """Whether a verb of saying brings the clause: "anunciaron el martes que elevan"."""
    sentence = frame.sentence
    return any(
        not (sentence.lexicon.subject_first and sentence.is_a("past_perfect", mark.first - 1))
        for mark in sentence.of("attribution", max(0, begin - _SAYING), begin)
    )


_SAYING: Final = 6


def negation_of(frame: Frame) -> str | None:
    sentence = frame.sentence
    chained = (m.first for m in sentence.of("just_done") if m.last == frame.trigger.first)
    first = next(chained, frame.trigger.first)  # "no lograron firmar"
    reach = _NEGATION_REACH * sentence.lexicon.stretch
    near = [
        mark
        for mark in cues(frame, "negated", first - reach, first)
        if mark.last >= first - 1 or not sentence.is_a("adjacent_negation", mark.first)
    ]
    if near and not _other_trigger(frame, near[-1].last, first):
        return text(frame, near[-1])
    denied = _denied_before(frame)
    if denied:
        return text(frame, denied)
    # "no deal was signed", "neither agreement was signed"
    for mark in sentence.of("cue", max(0, frame.head.first - 4), frame.head.first):
        if mark.value == "negated" and sentence.is_a("no", mark.first):
            return text(frame, mark)
    if frame.trigger.form in {"bare", "noun"} and negation_behind(frame):
        return negation_behind(frame)
    if frame.voice is Voice.NOMINAL:
        for mark in sentence.of("cue", frame.last, min(frame.last + 32, len(sentence.tokens))):
            if _of_another_noun(frame, mark.first):
                break
            if mark.value == "negated" and not sentence.is_a("weak_negation", mark.first):
                return text(frame, mark)
    return None


def _denied_before(frame: Frame) -> Mark | None:
    """ "denied reports that they had signed", "do not see that it has ended"."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    if not any(m.first == begin for m in sentence.of("relative_subject")):
        return None
    denied = sentence.of("denies", max(0, begin - _DENIAL), begin)
    if denied:
        return denied[-1]
    nots = sentence.of("weak_negation", max(0, begin - _NOT_THAT), begin)
    return next((m for m in nots if m.last >= begin - 1), None)


_DENIAL: Final = 5
_NOT_THAT: Final = 4


def _of_another_noun(frame: Frame, before: int) -> bool:
    """ "the end of the talks, but the signing was put off": a further deed is named between."""
    sentence = frame.sentence
    return any(
        mark.form == "noun"
        and any(sentence.is_a("joins", i) for i in range(mark.first - _JOINED, mark.first))
        for mark in sentence.of("trigger", frame.last, before)
    )


_JOINED: Final = 2
""" "but the signing": the word that joins, an article."""


def _other_trigger(frame: Frame, first: int, last: int) -> bool:
    return bool(frame.sentence.of("trigger", first, last))
