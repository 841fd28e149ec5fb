"""Step 8a, governors: what a word that governs a deed makes of it: will, agreed, may, welcomed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extraction.analysis import Sentence
from extraction.frame import Frame
from extraction.lexicon import Mark
from extraction.verdicts import (
    REACHING,
    Verdict,
    cue_in_clause,
    governor,
    none,
    text,
)
from pacts.terms import Act, Kind, Status

PLANNED: Final = frozenset({"future", "consider"})
GOVERNING: Final = frozenset(
    {"future", "consider", "agree", "conditional", "rumoured", "negated", "implement", "done"}
)
ACHIEVED: Final = "named as achieved"


def governed(frame: Frame, word: Mark) -> Verdict:
    """The verdict that a governing word passes on what it governs."""
    cue = text(frame, word)
    if word.value == "future" and _was_once(frame, word):
        return none(frame, "was to be, once", cue)
    if _is_a_popular_vote(frame, word):
        return none(frame, "voted for, not done", cue)
    if _is_being_declared(frame, word):
        return Verdict(Status.CONCLUDED, cue, "said, and by that done", 0.8)
    said = _SAID.get(word.value)
    if said:
        return Verdict(said[0], cue, *said[1:])
    match word.value:
        case "agree":
            return _agreed(frame, word)
        case "achieved":
            return _achieved(frame, word)
        case _:
            return none(frame, "speaks of carrying it out", cue)


_SAID: Final = {
    "future": (Status.PLANNED, "intended, not done", 0.85),
    "consider": (Status.PLANNED, "intended, not done", 0.85),
    "conditional": (Status.CONDITIONAL, "hangs on a condition", 0.7),
    "rumoured": (Status.RUMOURED, "told as a rumour", 0.7),
    "negated": (Status.NEGATED, "negated", 0.75),
    "past": (Status.HISTORICAL, "told as history", 0.75),
    "done": (Status.CONCLUDED, "went on to do it", 0.8),
    "fresh": (Status.CONCLUDED, "called recent", 0.7),
}
"""What a governing word says whatever it governs."""


def _was_once(frame: Frame, word: Mark) -> bool:
    """ "had been scheduled to expire": a plan of the past, and no word of what came of it."""
    sentence = frame.sentence
    near = range(max(0, word.first - 2), word.first)
    return any(sentence.is_a("past_perfect", i) for i in near)


def _is_a_popular_vote(frame: Frame, word: Mark) -> bool:
    """ "after Britain voted to leave the EU": a people that votes has not left yet."""
    sentence = frame.sentence
    voted = frame.head.family == "organisation" and sentence.is_same("ballot", word)
    return voted and not sentence.has("legislature", 0, word.first)


def _is_being_declared(frame: Frame, word: Mark) -> bool:
    """ "I wish to announce together with the president that we raise ties": who says so does it."""
    sentence = frame.sentence
    return sentence.is_same("willing", word) and sentence.has(
        "declares", word.last, frame.trigger.first
    )


def is_aside(frame: Frame) -> bool:
    """ "joined, signing an accord", "renewed ties by signing": done with a main verb that is."""
    sentence, first = frame.sentence, frame.trigger.first
    if frame.trigger.form == "noun":
        return _is_means(frame) and _main_verb_is_done(frame)
    means = sentence.word(first - 1) == "," or (first > 1 and sentence.is_a("agent", first - 1))
    if frame.trigger.form != "gerund":
        return False
    if sentence.is_a("along_with", first - 1):
        return _main_verb_is_done(frame)
    return means and not any(mark.value in _UNSURE for mark in sentence.of("cue", 0, first))


def _is_means(frame: Frame) -> bool:
    """ "ont renforcé leurs liens par la signature d'un accord": the noun says how."""
    sentence, before = frame.sentence, frame.trigger.first - 1
    while sentence.is_a("article", before):
        before -= 1
    return sentence.is_a("means", before)


_UNSURE: Final = PLANNED | {"conditional", "rumoured", "negated", "implement"}


def _main_verb_is_done(frame: Frame) -> bool:
    """ "En rompant ses relations avec Malte, le Tchad a choisi": a perfect, in front or behind."""
    sentence = frame.sentence
    begin, end = sentence.clause(frame.trigger.first)
    if any(mark.value in _UNSURE for mark in sentence.of("cue", begin, end)):
        return False
    return any(
        sentence.is_a("auxiliary_have", i) and not sentence.is_a("perfect", i)
        for i in (*range(begin, frame.trigger.first), *range(frame.head.last, end))
    )


def _achieved(frame: Frame, word: Mark) -> Verdict:
    """ "announced the upgrade" is done; "will announce the upgrade" is not."""
    past = frame.sentence.lexicon.subject_first and _is_past(frame.sentence, word.first)
    open_ones = frozenset() if past else PLANNED
    earlier = governor(replace(frame, trigger=word), open_ones | {"conditional", "negated"}, 3)
    earlier = earlier or _ahead_of_chain(frame, word) or _ahead_of_infinitive(frame, word)
    earlier = earlier or _ahead_of_second(frame, word)
    if earlier:
        return governed(frame, earlier)
    return Verdict(Status.CONCLUDED, text(frame, word), ACHIEVED, 0.75)


def _ahead_of_infinitive(frame: Frame, word: Mark) -> Mark | None:
    """ "would have preferred them to announce the upgrade": the infinitive has its own governor."""
    sentence = frame.sentence
    if not sentence.lexicon.subject_first or not sentence.is_a("infinitive", word.first - 1):
        return None
    groups = PLANNED | {"conditional", "negated", "agree"}
    return governor(replace(frame, trigger=word), groups, _CHAIN)


def _ahead_of_second(frame: Frame, word: Mark) -> Mark | None:
    """ "will visit Peru on Monday to open a fair *and witness* the signing": a future for both."""
    sentence = frame.sentence
    if not sentence.lexicon.subject_first or not sentence.is_a("joins", word.first - 1):
        return None
    begin, _ = sentence.clause(word.first)
    before = (i for i in range(begin, word.first + 1) if not sentence.is_a("cue", i))
    if _is_past(sentence, word.first) or any(_is_past(sentence, i) for i in before):
        return None
    return governor(replace(frame, trigger=word), PLANNED, word.first - begin)


def _is_past(sentence: Sentence, index: int) -> bool:
    return sentence.word(index).endswith(sentence.lexicon.past_endings) or sentence.is_a(
        "past_verb", index
    )


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
    alone = frame.act in {Act.SUSPENDED, Act.TERMINATED} or _votes(frame, word)
    if _is_one_side_s(frame, word):
        return Verdict(Status.PLANNED, cue, "decided by one of the two", 0.7)
    if (frame.kind in {Kind.PARTNERSHIP, Kind.RELATIONS} or alone) and not later:
        return Verdict(Status.CONCLUDED, cue, "agreed, and by that done", 0.8)
    return Verdict(Status.PLANNED, cue, AGREED, 0.8)


AGREED: Final = "agreed to be done later"
"""Why a deed is planned, unless it has its own day behind it: "agreed to stop and signed"."""


def _votes(frame: Frame, word: Mark) -> bool:
    """ "Parliament decided to ratify the accord": by that decision it has."""
    sentence = frame.sentence
    begin, _ = sentence.clause(word.first)
    return frame.act is Act.RATIFIED and sentence.has("legislature", begin, word.first)


_BY_BOTH: Final = frozenset({Act.ESTABLISHED, Act.UPGRADED, Act.RESTORED})
_BOTH: Final = ("collective_two", "pronoun", "sides", "we")


def _is_one_side_s(frame: Frame, word: Mark) -> bool:
    """ "The cabinet decided to open relations with Chad": Chad has not said so."""
    sentence = frame.sentence
    if frame.act not in _BY_BOTH or not sentence.is_same("one_sided", word):
        return False
    begin, _ = sentence.clause(word.first)
    doers = {code for named in sentence.parties(begin, word.first) for code in named.codes}
    both = any(sentence.has(g, begin, word.first) for g in _BOTH)
    return len(doers) == 1 and not both


def is_said(frame: Frame, begin: int) -> bool:
    """Whether a verb of saying brings the clause: "anunciaron el martes que elevan"."""
    sentence = frame.sentence
    return any(
        not sentence.is_a("past_perfect", mark.first - 1)
        for mark in sentence.of("attribution", max(0, begin - SAYING), begin)
    )


SAYING: Final = 6


def follows(sentence: Sentence, group: str, *places: int) -> bool:
    """Whether a phrase of a group stands right before one of some places."""
    return any(mark.last in places for mark in sentence.of(group))
