"""Step 8a, wishes: words in front of a clause that make it a wish, a purpose or a rumour."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extraction.frame import Frame
from extraction.governors import PLANNED
from extraction.lexicon import Mark
from extraction.verdicts import governor

GOVERNOR_REACH: Final = 16
"""Tokens over which a verb can govern an infinitive: "will visit Hanoi this week and sign"."""


def rumour_of_chain(frame: Frame) -> Mark | None:
    """A rumour that opens the statement, where one word serves a chain of verbs."""
    if not frame.sentence.lexicon.chains_verbs:
        return None
    return governor(frame, frozenset({"rumoured"}), GOVERNOR_REACH)


def purpose(frame: Frame) -> Mark | None:
    """ "чтобы Кения, от которой ..., подписала": its word opens the clause, asides set apart."""
    sentence = frame.sentence
    if not sentence.lexicon.case_marked:
        return None
    begin, _ = sentence.clause(frame.trigger.first)
    while begin > 0 and sentence.has("relative", *sentence.clause(begin - 1)):
        begin = sentence.clause(sentence.clause(begin - 1)[0] - 1)[0]
    opening = sentence.of("cue", begin, frame.trigger.first)[:1]
    return next((m for m in opening if sentence.is_a("perfect", m.first)), None)


def wish(frame: Frame) -> Mark | None:
    """ "attend que Malte ratifie", "espera que firmen": the words that open the clause."""
    begin, _ = frame.sentence.clause(frame.trigger.first)
    marks = frame.sentence.of("cue", begin, frame.trigger.first)
    return next((m for m in marks if m.first == begin and m.value in PLANNED), None)


def to_be_said(frame: Frame) -> Mark | None:
    """ "want to announce that they have signed": who is still to say so has not said it."""
    sentence, first = frame.sentence, frame.trigger.first
    begin, _ = sentence.clause(first)
    said = sentence.of("to_say", max(0, begin - _SAYING), first)
    if not said or not sentence.is_a("infinitive", said[-1].first - 1):
        return None
    if sentence.has("just_done", 0, said[-1].first):
        return None  # "are pleased to announce"
    return governor(replace(frame, trigger=said[-1]), PLANNED, _SAYING)


_SAYING: Final = 8
"""Tokens from the verb of saying back to what governs it, or on to the clause that it brings."""


def demand(frame: Frame) -> Mark | None:
    """ "insists *that Peru sign* the treaty": one party with a verb that does not agree with it."""
    sentence, first = frame.sentence, frame.trigger.first
    subject = [named for named in sentence.named if named.last == first]
    if not (sentence.lexicon.subject_first and frame.trigger.form == "base"):
        return None
    begin = subject[0].first if subject else max(0, first - _SUBJECT)
    demands = [m for m in sentence.of("cue", 0, begin) if sentence.is_same("demands_that", m)]
    near = demands and all(sentence.is_a("article", i) for i in range(demands[-1].last, begin))
    return demands[-1] if near else None


_SUBJECT: Final = 2
""" "that *the government* cancel" """


def wish_of_chain(frame: Frame) -> Mark | None:
    """ "愿同秘方一道 ..., 共同构建": who is willing is so to the end of the chain."""
    word = governor(frame, PLANNED, len(frame.sentence.tokens))
    willing = word and frame.sentence.is_same("willing", word)
    return word if willing and frame.sentence.lexicon.chains_verbs else None


def is_purpose(frame: Frame) -> bool:
    """ "a memorandum to establish a partnership": the purpose of the paper, not a deed."""
    sentence, before = frame.sentence, frame.trigger.first - 1
    return any(
        mark.last == before and not mark.value.endswith(":agreement")
        for mark in sentence.of("head")
        if mark.value.startswith("document")
    )
