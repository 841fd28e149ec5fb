"""Papers that one state alone joins, ratifies or leaves: conventions and accords of many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.analysis import Sentence
from extraction.frame import Frame
from extraction.noun_phrases import title_around
from extraction.scope import NEARBY
from extraction.voices import Voice
from pacts.terms import Act

ONE_SIDED: Final = frozenset({Act.RATIFIED, Act.ACCEDED, Act.TERMINATED})


def is_of_many(frame: Frame, earlier: Sequence[Sentence]) -> bool:
    """Whether the paper, or the one spoken of before, is one that many states share."""
    sentence, head = frame.sentence, frame.head
    end = head.last + NEARBY * sentence.lexicon.stretch
    return sentence.has("multilateral", 0, end) or any(s.has("multilateral") for s in earlier)


def states_counted(frame: Frame) -> int | None:
    """ "4 nations sign", "thirteen Caribbean states have signed": more than two who do it."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    if frame.act in {Act.RATIFIED, Act.TERMINATED} or frame.voice not in _WITH_SUBJECT:
        return None
    described = _DESCRIBED if sentence.lexicon.spaced else 1
    for mark in sentence.of("states_plural", begin, frame.trigger.first):
        for index in range(mark.first - 1, max(-1, mark.first - 1 - described), -1):
            number = number_of(sentence, index)
            if number is not None:
                return number if _TWO < number < _MOST_STATES else None
    return None


def number_of(sentence: Sentence, index: int) -> int | None:
    """A number in digits or as a word."""
    word = sentence.word(index)
    if word.isdecimal() and word.isascii():
        return int(word)
    marks = sentence.of("date.numbers", index, index + 1)
    return int(marks[0].value) if marks else None


_WITH_SUBJECT: Final = frozenset({Voice.ACTIVE, Voice.INFINITIVE, Voice.FUTURE})
_DESCRIBED: Final = 3
""" "13 Caribbean island states" """
_TWO: Final = 2
_MOST_STATES: Final = 60


def is_many_sided(frame: Frame) -> bool:
    """A proper name in the plural or of a convention: "the Artemis Accords"."""
    sentence, head = frame.sentence, frame.head
    shouted = sentence.quote.isupper()
    named = (sentence.words(head.first, head.last)[:1].isupper() and not shouted) or (
        title_around(sentence, head.first) is not None
    )
    named = named or _has_name_behind(frame)
    whole = not sentence.lexicon.case_marked
    return named and any(
        mark.first == head.first and (mark.last == head.last or not whole)
        for mark in sentence.of("many_sided", head.first, head.last)
    )


def _has_name_behind(frame: Frame) -> bool:
    """ "les accords d'Artémis", "la convention de Rotterdam": where names follow their noun."""
    sentence, behind = frame.sentence, frame.head.last
    if not sentence.lexicon.modifiers_after or not sentence.is_a("of", behind):
        return False
    while sentence.is_a("of", behind) or sentence.word(behind) == "'":
        behind += 1
    if behind >= len(sentence.tokens) or not sentence.lexicon.spaced:
        return False
    state = any(n.first <= behind < n.last and n.mention.kind != "capital" for n in sentence.named)
    return sentence.text[sentence.tokens[behind].start].isupper() and not state
