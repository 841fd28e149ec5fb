"""Step 7c, strangers: another side that the sentence names and that is no state.

"The government reached a deal *with bondholders*", "Sudan *and several rebel groups* signed": who
is told in full needs no partner from the rest of the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.analysis import Named, Sentence
from extraction.frame import Frame
from extraction.lexicon import Mark

_DESCRIPTION: Final = 4
"""Tokens between a paper and "with" at most: "an agreement on fishing with"."""
_NOUN: Final = 6
"""Tokens in which a word for a state, or its name, would follow."""
_STATES: Final = ("state", "government", "we", "pronoun", "it_object")
_PAIRS: Final = ("collective_two", "collective_three", "collective_more")


def with_a_stranger(frame: Frame, names: Sequence[Named]) -> bool:
    """Whether the other side is told, and is nobody whom we know."""
    return (
        _behind_with(frame)
        or _behind_between(frame)
        or any(_beside(frame.sentence, named) for named in names)
    )


def is_of_insiders(sentence: Sentence, named: Named) -> bool:
    """ "Spanish farmers", "les rebelles colombiens": who deals at home; parliaments do not."""
    if named.mention.kind != "demonym":
        return False
    beside = (m for m in sentence.of("insider") if named.last == m.first or m.last == named.first)
    return any(not sentence.is_a("legislature", mark.first) for mark in beside)


def _behind_with(frame: Frame) -> bool:
    sentence, end = frame.sentence, frame.head.last
    reach = _DESCRIPTION * sentence.lexicon.stretch
    marks = [m for m in sentence.of("with", end, end + reach + 1) if m.last > m.first]
    return bool(marks) and _is_strange(sentence, marks[0])


def _behind_between(frame: Frame) -> bool:
    """ "a ceasefire between the army and the rebels": nobody knows the second."""
    sentence, end = frame.sentence, frame.head.last
    reach = (_DESCRIPTION + _NOUN) * sentence.lexicon.stretch
    for mark in sentence.of("between", end, end + reach):
        joint = next((m for m in sentence.of("joint", mark.last, mark.last + reach)), None)
        if joint is not None:
            return _is_strange(sentence, joint)
    return False


def _beside(sentence: Sentence, named: Named) -> bool:
    """ "the Sudanese authorities and several movements": joined right behind the name."""
    mark = next((m for m in sentence.of("joint", named.last) if m.first == named.last), None)
    return mark is not None and not _tells(sentence, mark.last) and _is_strange(sentence, mark)


def _tells(sentence: Sentence, index: int) -> bool:
    """Whether a verb, not a noun, is joined: "Chad and is expected to sign"."""
    groups = ("trigger", "auxiliary_have", "auxiliary_be", "cue", "infinitive", "clitic")
    return sentence.is_adverb(index) or any(sentence.is_a(group, index) for group in groups)


def _is_strange(sentence: Sentence, mark: Mark) -> bool:
    stop = min(mark.last + _NOUN * sentence.lexicon.stretch, len(sentence.tokens))
    known = any(mark.last <= n.first < stop for n in sentence.named)
    groups = (*_STATES, *_PAIRS)
    return not known and not any(
        sentence.is_a(group, i) for group in groups for i in range(mark.last, stop)
    )
