"""Step 8a, deeds as nouns and as participles: named, or reported?"""

from __future__ import annotations

from typing import Final

from extraction.analysis import Sentence
from extraction.blocks import Role
from extraction.frame import Frame
from extraction.governors import GOVERNING, governed, is_aside
from extraction.lexicon import Mark
from extraction.surroundings import opens_line
from extraction.tenseless import to_come
from extraction.verdicts import TOLD_AFTER, Verdict, governor, none, plain, text
from extraction.voices import said_done
from pacts.terms import Status

_FRESH_REACH: Final = 1
""" "recent" speaks of the word that it stands next to."""
_WORDS: Final = GOVERNING | {"achieved", "fresh", "past", "past_weak"}
_NOMINAL_REACH: Final = 12


def nominal(frame: Frame) -> Verdict:
    sentence = frame.sentence
    reach = _NOMINAL_REACH * (1 + sentence.lexicon.noun_last)
    word = _behind_noun(frame) or governor(frame, _WORDS, reach)
    if word and word.value == "fresh" and not _is_called_fresh(frame, word):
        word = governor(frame, _WORDS - {"fresh"}, _NOMINAL_REACH)
    after = _after(frame)
    if word and word.value == "past_weak" and _is_point_in_time(frame, word):
        after = None
    if after and (word is None or word.value in {"achieved", "fresh", "past_weak"}):
        return after
    if word and _is_pictured(frame, word):
        return plain(frame, Status.CONCLUDED, "what a picture shows", 0.6)
    if word and _is_told_after(frame, word):
        return plain(frame, Status.CONCLUDED, TOLD_AFTER, 0.7)
    if word and word.value == "past_weak":
        return none(frame, "only a point in time for something else", text(frame, word))
    if word:
        return governed(frame, word)
    if is_aside(frame):
        return plain(frame, Status.CONCLUDED, "done along with the main verb", 0.6)
    if sentence.role in {Role.TITLE, Role.CAPTION} or opens_line(frame):
        return plain(frame, Status.CONCLUDED, "the deed as a headline or caption", 0.6)
    return to_come(frame) or none(frame, "the deed is named, not reported")


def _is_called_fresh(frame: Frame, word: Mark) -> bool:
    """ "the recent signing", "hoy firma"; not "pidió *ayer* la firma", where the verb is fresh."""
    apart = frame.first - word.last
    return apart == 0 or (
        apart <= _FRESH_REACH and not frame.sentence.is_a("article", frame.first - 1)
    )


def _is_pictured(frame: Frame, word: Mark) -> bool:
    """ "Los cancilleres, durante la firma del convenio", below a picture."""
    pictured = frame.sentence.is_a("pictured", word.first)
    return pictured and frame.sentence.role is Role.CAPTION


def _is_point_in_time(frame: Frame, word: Mark) -> bool:
    """ "Après la signature, Malte a relancé ...": the verb behind is not the signing's."""
    return all(frame.sentence.is_a("article", i) for i in range(word.last, frame.first))


def _is_told_after(frame: Frame, word: Mark) -> bool:
    """ "told reporters after signing an accord": who speaks to the press has just done it."""
    sentence = frame.sentence
    if frame.trigger.form != "gerund" or word.last != frame.trigger.first:
        return False
    begin = max(0, word.first - _SPOKEN)
    spoken = [m for g in _SPEAKING for m in sentence.of(g, begin, word.first)]
    return sentence.is_same("told_after", word) and any(
        not any(sentence.has(group, mark.last, word.first) for group in _OTHER_VERBS)
        for mark in spoken
    )


_OTHER_VERBS: Final = ("trigger", "subordinators", "past_perfect", "modal")
"""What shows that something else than the speaking came after the deed."""


_SPEAKING: Final = ("attribution", "at_ceremony")
_SPOKEN: Final = 14
"""Tokens between "told" and "after": to whom, where and when."""


def _behind_noun(frame: Frame) -> Mark | None:
    """ "la signature [officielle] prévue": adjectives behind their noun may put it off."""
    sentence, behind = frame.sentence, frame.trigger.last
    if not sentence.lexicon.modifiers_after:
        return None
    parted = any(sentence.is_a(group, behind) for group in ("of", "article", "agent"))
    reach = 1 if parted else _ADJECTIVES
    marks = sentence.of("cue", behind, behind + reach)
    return next((m for m in marks if m.value in _UNDONE), None)


_ADJECTIVES: Final = 2
"""Words behind a noun among which an adjective may put the deed off."""


_UNDONE: Final = frozenset({"future", "consider", "conditional"})


def modifier(frame: Frame) -> Verdict:
    sentence, begin = frame.sentence, frame.first
    while sentence.is_a("article", begin - 1):
        begin -= 1  # "salue l'accord signé"
    begin = min(begin - 1, frame.first - 2 * sentence.lexicon.stretch)
    ahead = governor(frame, frozenset({"future", "implement"}), 2 * sentence.lexicon.stretch)
    told = sentence.lexicon.noun_last and not said_done(sentence, frame.trigger)
    if told and ahead and ahead.value == "future":  # "the accord that they are to sign this year"
        return governed(frame, ahead)
    fresh = [
        m for m in sentence.of("cue", max(0, begin), frame.last) if m.value in {"achieved", "fresh"}
    ]
    if fresh:
        return Verdict(Status.CONCLUDED, text(frame, fresh[0]), "called recent", 0.6)
    if sentence.word(frame.trigger.first - 1) == "," and any(
        mark.last == frame.trigger.first - 1 for mark in sentence.of("presents")
    ):  # "стала первой страной, установившей": who did it stands in front
        return plain(frame, Status.CONCLUDED, "presented as who did it", 0.7)
    return none(frame, "a participle that describes, not reports")


def _opens_predicate(frame: Frame, mark: Mark) -> bool:
    """ "the matter of A and B raising ties *will* help": said of what comes of a named clause."""
    return frame.trigger.form == "bare" and mark.last - mark.first == 1


def _another_deed(sentence: Sentence, first: int, last: int) -> bool:
    """ "the matter of raising ties, and that accords will be signed": said of the second one."""
    papers = any(m.value.startswith("document") for m in sentence.of("head", first, last))
    return papers and any(sentence.is_a("joins", i) for i in range(first, last))


def _after(frame: Frame) -> Verdict | None:
    """What is said of the deed behind it: "... took place", "... has been put off"."""
    sentence = frame.sentence
    stop = min(frame.last + 30, len(sentence.tokens))
    for mark in sentence.of("cue_after", frame.last, stop):
        if sentence.lexicon.names_run_on and _another_deed(sentence, frame.last, mark.first):
            return None
        if mark.value == "planned" and not _opens_predicate(frame, mark):
            return Verdict(Status.PLANNED, text(frame, mark), "set for later", 0.8)
        if mark.value != "happened":
            continue
        return Verdict(Status.CONCLUDED, text(frame, mark), "said to have taken place", 0.7)
    return None
