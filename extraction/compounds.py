"""Step 7a, names that stand before a paper as one: "the Chile-Peru agreement"."""

from __future__ import annotations

from typing import Final

from extraction.analysis import Named, Sentence, joins_names
from extraction.frame import Frame
from extraction.rosters import codes_of


def compound(frame: Frame) -> list[Named]:
    """ "Vietnam - Kazakhstan Strategic Partnership", "the Japan-Philippines agreement"."""
    sentence = frame.sentence
    for anchor in (frame.head.first, frame.trigger.first):
        names: list[Named] = []
        position = anchor
        for named in reversed(sentence.named):
            if named.last > position:
                continue
            if position - named.last > (4 if not names else 1):
                break
            touching = named.last == position and not sentence.lexicon.spaced
            if names and not touching and not _is_tied(sentence, named.last):
                break
            names.insert(0, named)
            position = named.first
        if len(codes_of(names)) >= 2:
            return names
    return _compound_behind(frame) if sentence.lexicon.modifiers_after else []


def _is_tied(sentence: Sentence, index: int) -> bool:
    """Whether a mark between two names makes them one."""
    return sentence.word(index) == "/" or (
        sentence.word(index) == "-" and joins_names(sentence, index)
    )


def _compound_behind(frame: Frame) -> list[Named]:
    """ "el acuerdo Mercosur-UE": the same where what describes follows its noun."""
    sentence, position = frame.sentence, frame.head.last
    names: list[Named] = []
    for named in sentence.parties(position, len(sentence.tokens)):
        joined = sentence.word(position) in {"-", "/"} and named.first == position + 1
        if named.first - position > (_DESCRIBED if not names else 1) or (names and not joined):
            break
        if not names and sentence.has("trigger", position, named.first):
            break
        names.append(named)
        position = named.last
    return names if len(codes_of(names)) >= 2 else []


_DESCRIBED: Final = 4
"""Tokens between a paper and the names of its parties: "acuerdo de libre comercio Chile-Perú"."""
