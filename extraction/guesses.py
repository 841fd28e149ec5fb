"""Step 7c, guesses: when a deed that names too few parties may be the article's own two.

An article about two states also tells of parliaments, companies, courts and persons. Their deals
are nobody's whom the article names: a guess needs a clause that leaves room for one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.analysis import Named, Sentence
from extraction.blocks import Role
from extraction.frames import Frame
from extraction.understood import UNDERSTOOD
from extraction.voices import Voice
from pacts.terms import Act


def may_guess(frame: Frame, names: Sequence[Named], *, firm: bool) -> bool:
    """Whether the article's pair may be lent to a deed; ``firm`` where its first lines name it."""
    if _speaks_of_two(frame):
        return True
    if is_insiders(frame) or is_with_others(frame) or _has_strange_subject(frame):
        return False
    if frame.head.family == "membership" or _is_personal(frame) or _is_loose_level(frame):
        return False
    if frame.head.kind == UNDERSTOOD and frame.voice is Voice.ACTIVE:
        return firm or bool(names)
    if frame.head.family == "ties":
        return firm and bool(_named_around(frame))
    return True


def _speaks_of_two(frame: Frame) -> bool:
    sentence = frame.sentence
    begin, end = sentence.clause(frame.trigger.first)
    return sentence.has("collective_two", max(0, min(begin, frame.first) - 2), max(end, frame.last))


def _named_around(frame: Frame) -> list[Named]:
    begin, end = frame.sentence.clause(frame.trigger.first)
    return frame.sentence.parties(begin, end)


def _is_loose_level(frame: Frame) -> bool:
    """ "the alliance": a word that stands for many things beside a level of relations."""
    return frame.head.kind == "alliance" or frame.head.kind == "military alliance"


def _is_personal(frame: Frame) -> bool:
    """ "130 members signed a letter": what persons sign."""
    return frame.head.family == "text" and frame.sentence.has(
        "personal", frame.head.first, frame.head.last
    )


def is_insiders(frame: Frame) -> bool:
    """ "lawmakers struck a deal", "an accord with the opposition": made within one country."""
    if frame.act in {Act.RATIFIED, Act.IN_FORCE}:
        return False
    sentence = frame.sentence
    begin, end = sentence.clause(frame.trigger.first)
    if sentence.has("insider", min(begin, frame.first), frame.first):
        return True
    return any(
        sentence.has("insider", mark.last, min(end, mark.last + _PARTNER))
        for group in ("with", "between", "agent")
        for mark in sentence.of(group, frame.last, max(end, frame.last))
    )


_PARTNER: Final = 8
"""Tokens behind "with" among which a partner is named."""
_NEAR: Final = 5
"""Tokens between a paper and the "with" that holds its partner."""


def is_with_others(frame: Frame) -> bool:
    """ "signed an agreement with Acme": the partner is named, and is none that we know."""
    sentence = frame.sentence
    _, end = sentence.clause(frame.last - 1)
    for mark in sentence.of("with", frame.last, min(end, frame.last + _NEAR + 1)):
        stop = min(end, mark.last + _PARTNER)
        if sentence.parties(mark.last, stop) or _may_be_a_state(sentence, mark.last, stop):
            return False
        first = mark.last
        while sentence.is_a("article", first) or sentence.is_a("adjective_slot", first):
            first += 1
        return _is_capital(sentence, first) or any(
            sentence.has(group, mark.last, stop) for group in ("university", "people", "insider")
        )
    return False


def _may_be_a_state(sentence: Sentence, first: int, stop: int) -> bool:
    groups = ("state", "collective_two", "pronoun", "we", "official", "company")
    return any(sentence.has(group, first, stop) for group in groups)


def _is_capital(sentence: Sentence, index: int) -> bool:
    if index >= len(sentence.tokens) or sentence.role in {Role.TITLE, Role.HEADING}:
        return index < len(sentence.tokens) and sentence.word(index).isalpha()
    return sentence.text[sentence.tokens[index].start].isupper()


def _has_strange_subject(frame: Frame) -> bool:
    """ "Keeper inks new deal": a headline whose subject is nobody that could be a state."""
    sentence = frame.sentence
    if not sentence.lexicon.subject_first or sentence.role not in {Role.TITLE, Role.HEADING}:
        return False
    if frame.voice not in {Voice.ACTIVE, Voice.INFINITIVE, Voice.FUTURE}:
        return False
    if sentence.lexicon.triggers[frame.trigger.value].intransitive:
        return False
    begin, _ = sentence.clause(frame.trigger.first)
    subject = range(begin, frame.trigger.first)
    if not any(sentence.word(i).isalpha() and not sentence.is_adverb(i) for i in subject):
        return False
    return not sentence.parties(begin, frame.trigger.first) and not any(
        sentence.has(group, begin, frame.trigger.first)
        for group in ("collective_two", "we", "state", "pronoun", "sides")
    )
