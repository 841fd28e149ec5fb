"""Step 8a, what the grammar of a clause says: done, intended, doubted, denied, or only named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from extraction.bare_verbs import carrier_of, describes_noun, paper_behind, said_behind
from extraction.blocks import Role
from extraction.denials import claim_of, hangs_on_more, is_kept_quiet, negation_of
from extraction.frame import Frame
from extraction.governors import GOVERNING, follows, governed
from extraction.lexicon import Mark
from extraction.nominal import modifier, nominal
from extraction.papers import BY_PAPER, carrier_of_paper, names_itself, paper_that_does
from extraction.past import done_infinitive, history, is_told, total_since
from extraction.surroundings import (
    in_condition,
    is_awaited,
    is_background,
    is_contrary_to_fact,
    is_item,
    is_opened_by_time,
    is_prose,
)
from extraction.tenseless import done_passive, to_come, told_as_past, waits_for
from extraction.verdicts import (
    PAST_PERFECT,
    REACHING,
    TIMETABLE,
    Verdict,
    cue_in_clause,
    cues,
    governor,
    none,
    plain,
    text,
)
from extraction.voices import Voice, voice_of
from extraction.wishes import (
    GOVERNOR_REACH,
    demand,
    is_purpose,
    purpose,
    rumour_of_chain,
    to_be_said,
    wish,
    wish_of_chain,
)
from pacts.terms import Act, Kind, Status

FINITE_PAST: Final = "a finite past"
"""Why a deed is done whatever day stands behind it: "have agreed on a vote next year"."""
_GOVERNOR_NEAR: Final = 8
"""The same without "to" or "and" right before the verb."""


def by_grammar(frame: Frame) -> Verdict:
    if is_contrary_to_fact(frame):
        return none(frame, "contrary to fact")
    negation = negation_of(frame)
    trigger = frame.sentence.lexicon.triggers[frame.trigger.value]
    if trigger.denies:
        return _denied(frame, negation)
    if negation or frame.voice is Voice.ABSENT:
        return _not_done(frame, negation)
    done = _by_its_paper(frame)
    if done:
        return done
    if trigger.proposes and governor(frame, _CARRIED_ON, _BESIDE):
        return none(frame, "what somebody did for it")
    if trigger.proposes:
        return plain(frame, Status.PLANNED, "intended, not done", 0.7)
    settled = _SETTLED.get(frame.voice)
    if settled:
        return plain(frame, *settled)
    return _READERS[frame.voice](frame)


def _not_done(frame: Frame, negation: str | None) -> Verdict:
    """ "did not sign", "there is no accord", unless it is only not yet so, or not said."""
    if negation and frame.sentence.lexicon.subject_first and in_condition(frame):
        return none(frame, "a condition")
    if negation and is_kept_quiet(frame):
        return none(frame, "kept quiet, not denied", negation)
    if hangs_on_more(frame):
        return plain(frame, Status.CONDITIONAL, "hangs on a condition", 0.7)
    if negation:
        return Verdict(Status.NEGATED, negation, "negated", 0.8)
    return plain(frame, Status.NEGATED, "there is no such paper", 0.7)


def _denied(frame: Frame, negation: str | None) -> Verdict:
    """ "The talks fell through": the verb itself says that nothing came of it."""
    told = frame.voice in _TELLING or frame.trigger.form == "bare"
    if frame.sentence.is_a("not", frame.trigger.first):
        negation = None  # its own: "не готов"
    if negation or not told or in_condition(frame):
        return none(frame, "not even denied", negation or "")
    return plain(frame, Status.NEGATED, "denied by the verb", 0.75)


_TELLING: Final = frozenset({Voice.ACTIVE, Voice.PASSIVE, Voice.PREDICATE})


def _by_its_paper(frame: Frame) -> Verdict | None:
    """What becomes of the paper that does the deed."""
    paper = paper_that_does(frame)
    if paper is None:
        return None
    carrier = carrier_of_paper(frame, paper)
    if carrier is not None:
        voice = voice_of(frame.sentence, carrier)
        told = by_grammar(replace(frame, trigger=carrier, voice=voice))
        return replace(told, why=BY_PAPER) if told.status is Status.CONCLUDED else told
    return plain(frame, Status.CONCLUDED, BY_PAPER, 0.7) if names_itself(frame, paper) else None


_CARRIED_ON: Final = frozenset({"implement"})
_BESIDE: Final = 2
""" "played a role in [the] negotiating": the word that governs stands right before."""
_SETTLED: Final = {
    Voice.BARE: (Status.CONCLUDED, "a paper's name as a headline", 0.75),
    Voice.PROSPECT: (Status.PLANNED, "a paper still to come", 0.7),
    Voice.FUTURE: (Status.PLANNED, "future tense", 0.9),
}
"""Voices that say it all."""


def _active(frame: Frame) -> Verdict:
    sentence, first = frame.sentence, frame.trigger.first
    before = range(max(0, first - 3), first)
    unreal = _unreal(frame, before) or _still_to_say(frame)
    if unreal:
        return unreal
    apart = _not_told(frame)
    if apart:
        return apart
    rumour = next(reversed(cues(frame, "rumoured", first - 5, first)), None)
    rumour = rumour or rumour_of_chain(frame) or claim_of(frame)
    if rumour:
        return Verdict(Status.RUMOURED, text(frame, rumour), "told as a rumour", 0.7)
    told = history(frame)
    if told:
        return told
    if any(sentence.is_a("past_perfect", i) for i in before) and not is_told(frame):
        return plain(frame, Status.HISTORICAL, PAST_PERFECT, 0.6)
    return plain(frame, Status.CONCLUDED, FINITE_PAST, 0.9)


def _still_to_say(frame: Frame) -> Verdict | None:
    """ "want to announce that they have signed": not yet."""
    word = to_be_said(frame)
    return governed(frame, word) if word else None


def _not_told(frame: Frame) -> Verdict | None:
    """What an active verb names without telling it: famous papers, habits, what is under way."""
    if is_background(frame):
        return plain(frame, Status.HISTORICAL, "a document that everybody knows", 0.7)
    if frame.head.last <= frame.trigger.first and frame.trigger.form == "bare":
        carried = governor(replace(frame, trigger=_head_mark(frame)), _CARRIED_OUT, _CHAIN)
        if carried:
            return none(frame, "speaks of carrying it out", text(frame, carried))
    announced = frame.act in _ANNOUNCED and frame.sentence.lexicon.subject_first
    if frame.trigger.form == "gerund" and not announced and frame.kind is Kind.AGREEMENT:
        return plain(frame, Status.PLANNED, "under way", 0.5)
    habit = frame.trigger.form == "present" and is_prose(frame)
    if habit and not is_told(frame) and not cue_in_clause(frame, "fresh"):
        if frame.sentence.lexicon.triggers[frame.trigger.value].intransitive:
            return plain(frame, Status.PLANNED, TIMETABLE, 0.6)
        return none(frame, "a habit, not a deed")
    return None


_ANNOUNCED: Final = frozenset({Act.TERMINATED, Act.SUSPENDED})
"""Acts done by saying so: "is scrapping the accord"."""
_CARRIED_OUT: Final = frozenset({"implement", "consider"})
_CHAIN: Final = 12


def _head_mark(frame: Frame) -> Mark:
    """The object in the place of the deed: what governs the paper, not who signed it."""
    return Mark(frame.head.first, frame.head.last, frame.trigger.value, frame.trigger.form)


def _predicate(frame: Frame) -> Verdict:
    """ "is now in force", "was among the papers": done, unless a word before it says otherwise."""
    if in_condition(frame):
        return plain(frame, Status.CONDITIONAL, "hangs on a condition", 0.7)
    word = governor(frame, GOVERNING - {"agree"}, _PREDICATE_REACH)
    if word:
        return governed(frame, word)
    past = cue_in_clause(frame, "past")
    if past:
        return Verdict(Status.HISTORICAL, text(frame, past), "told as history", 0.8)
    before = range(max(0, frame.trigger.first - _HAD), frame.trigger.first)
    if any(frame.sentence.is_a("past_perfect", i) for i in before):
        return plain(frame, Status.HISTORICAL, PAST_PERFECT, 0.6)
    return plain(frame, Status.CONCLUDED, "said of the object", 0.7)


_HAD: Final = 2
""" "that had [long] been in force" """


_PREDICATE_REACH: Final = 6


def _unreal(frame: Frame, before: range) -> Verdict | None:
    """What an active verb tells as a condition, a wish or still ahead ("will have signed")."""
    sentence, first = frame.sentence, frame.trigger.first
    if in_condition(frame):
        return plain(frame, Status.CONDITIONAL, "hangs on a condition", 0.7)
    if frame.trigger.form == "present" and is_awaited(frame):
        return plain(frame, Status.PLANNED, "awaited", 0.6)
    told = sentence.lexicon.drops_subject and frame.trigger.form == "past"  # "cuando firmaron"
    if sentence.is_a("condition", first - 1) and not told:
        return Verdict(Status.CONDITIONAL, sentence.word(first - 1), "hangs on a condition", 0.7)
    ahead = [
        m
        for m in sentence.of("cue", max(0, first - 4), first)
        if m.value in {"future", "conditional", "rumoured"}
        and any(sentence.is_a("perfect", i) for i in before)
    ]
    opening = wish(frame) if frame.trigger.form == "present" else purpose(frame)
    word = ahead[-1] if ahead else opening
    return governed(frame, word) if word else None


def _passive(frame: Frame) -> Verdict:
    if frame.trigger.form == "bare":
        return done_passive(frame) or _infinitive(frame)
    sentence, first = frame.sentence, frame.trigger.first
    near = range(max(0, first - 4), first)
    be = next((i for i in reversed(near) if sentence.is_a("auxiliary_be", i)), -1)
    if be < 0 and sentence.is_a("be_past", frame.trigger.last):
        be = frame.trigger.last  # "Also signed was a memorandum"
    if in_condition(frame):
        return plain(frame, Status.CONDITIONAL, "hangs on a condition", 0.7)
    if sentence.is_a("be_present", be) and (state := _in_the_present(frame)):
        return state
    if _is_unfinished(frame, be):
        return _open_passive(frame, be)
    return _finite_passive(frame, be)


def _is_unfinished(frame: Frame, be: int) -> bool:
    """ "to be signed", "being signed"."""
    sentence = frame.sentence
    headline = sentence.role in {Role.TITLE, Role.HEADING}
    finite = headline or frame.trigger.form == "passive"
    return sentence.is_a("be_infinitive", be) or (
        not finite and (be < 0 or sentence.is_a("be_open", be))
    )


def _open_passive(frame: Frame, be: int) -> Verdict:
    if follows(frame.sentence, "just_done", frame.trigger.first, be):
        return plain(frame, Status.CONCLUDED, "just done", 0.85)
    word = governor(frame, GOVERNING, GOVERNOR_REACH)
    return governed(frame, word) if word else plain(frame, Status.PLANNED, "an infinitive", 0.6)


def _finite_passive(frame: Frame, be: int) -> Verdict:
    sentence, first = frame.sentence, frame.trigger.first
    near = range(max(0, first - 4), first)
    word = governor(frame, frozenset({"future", "conditional", "rumoured"}), 6)
    if word and (word.value != "future" or _still_open(frame, word)):
        return governed(frame, word)
    past = cue_in_clause(frame, "past") or total_since(frame)
    if past:
        return Verdict(Status.HISTORICAL, text(frame, past), "told as history", 0.8)
    perfect = any(sentence.is_a("past_perfect", i) for i in near[1:]) or _goes_on(frame, be)
    if perfect and not is_told(frame):
        return plain(frame, Status.HISTORICAL, PAST_PERFECT, 0.6)
    certain = sentence.is_a("be_past", be) or frame.trigger.form == "passive"
    certainty = 0.9 if certain else 0.7
    return plain(frame, Status.CONCLUDED, "a past passive", certainty)


def _goes_on(frame: Frame, be: int) -> bool:
    """ "had been due to expire but was extended": the second verb is of the same past."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    return (
        sentence.lexicon.subject_first
        and sentence.is_a("joins", be - 1)
        and any(sentence.is_a("past_perfect", i) for i in range(begin, be))
    )


def _in_the_present(frame: Frame) -> Verdict | None:
    """ "when agreement is reached", "relations are normalised": still to come, or how it is."""
    if is_opened_by_time(frame):
        return plain(frame, Status.CONDITIONAL, "hangs on a condition", 0.7)
    if frame.head.family == "ties" and is_prose(frame):
        return none(frame, "a state, not a deed")
    return None


def _still_open(frame: Frame, word: Mark) -> bool:
    """Whether "was due to be signed" stands between the word and the deed."""
    sentence = frame.sentence
    return any(
        sentence.is_a("be_infinitive", i) or sentence.is_a("infinitive", i)
        for i in range(word.last, frame.trigger.first)
    )


def _infinitive(frame: Frame) -> Verdict:
    sentence, first = frame.sentence, frame.trigger.first
    settled = done_infinitive(frame) or _demanded(frame)
    if settled:
        return settled
    if frame.trigger.form == "bare":
        behind = said_behind(frame) or _by_paper(frame)
        if behind:
            return behind
    word = governor(frame, GOVERNING, GOVERNOR_REACH) or wish_of_chain(frame)
    infinitive = sentence.is_a("infinitive", first - 1)
    if infinitive and is_purpose(frame):
        return none(frame, "what a paper is for")
    infinitive = infinitive or sentence.lexicon.base_is_infinitive
    joined = infinitive or sentence.is_a("joins", first - 1)
    near = word is not None and word.last >= first - _GOVERNOR_NEAR * sentence.lexicon.stretch
    chained = word is not None and sentence.lexicon.chains_verbs and word.value in REACHING
    if word and (joined or near or chained):
        return governed(frame, word)
    if infinitive:
        return plain(frame, Status.PLANNED, "an infinitive", 0.6)
    if frame.trigger.form == "bare":
        return _bare_verb(frame)
    if sentence.role in {Role.TITLE, Role.HEADING, Role.CAPTION}:
        return plain(frame, Status.CONCLUDED, "a headline's present", 0.85)
    if first == 0 or is_prose(frame):
        return none(frame, "an order, an aim or a habit")
    return plain(frame, Status.CONCLUDED, "present tense", 0.5)


def _demanded(frame: Frame) -> Verdict | None:
    """ "insists that Peru sign": the verb shows that somebody only wants it."""
    word = demand(frame)
    return governed(frame, word) if word else None


def _bare_verb(frame: Frame) -> Verdict:
    """Languages whose verbs carry no tense: done unless something says otherwise."""
    if waits_for(frame):
        return none(frame, "what something still to come waits for")
    at_a_time = to_come(frame) or told_as_past(frame)
    if at_a_time:
        return at_a_time
    if is_background(frame):
        return plain(frame, Status.HISTORICAL, "a document that everybody knows", 0.7)
    if is_item(frame):
        return plain(frame, Status.PLANNED, "an item of what is to be done", 0.6)
    if frame.trigger.first == 0 and is_prose(frame) and frame.sentence.lexicon.modifiers_after:
        return none(frame, "the deed is the subject")
    implement = governor(frame, frozenset({"implement"}), _IMPLEMENT_REACH)
    if implement:
        return none(frame, "speaks of carrying it out")
    if describes_noun(frame):
        return none(frame, "describes what follows")
    return plain(frame, Status.CONCLUDED, "a verb without any mark of the future", 0.8)


_IMPLEMENT_REACH: Final = 8


def _by_paper(frame: Frame) -> Verdict | None:
    """The verdict on the deed that a paper's name tells, by what is done to the paper."""
    paper = paper_behind(frame)
    if paper is None:
        return None
    carrier = carrier_of(frame, paper)
    if carrier is not None:
        voice = voice_of(frame.sentence, carrier)
        return by_grammar(replace(frame, trigger=carrier, voice=voice))
    if frame.sentence.role in {Role.TITLE, Role.HEADING, Role.CAPTION}:
        return plain(frame, Status.CONCLUDED, "the name of a paper that does it", 0.85)
    return none(frame, "the name of a paper")


_READERS: Final[Mapping[Voice, Callable[[Frame], Verdict]]] = {
    Voice.ACTIVE: _active,
    Voice.PASSIVE: _passive,
    Voice.INFINITIVE: _infinitive,
    Voice.NOMINAL: nominal,
    Voice.PREDICATE: _predicate,
    Voice.MODIFIER: modifier,
}
