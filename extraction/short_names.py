"""Step 5, short names of papers: "the Reciprocal Access Agreement (RAA)" makes "RAA" a paper.

A text that gives a paper a short name in brackets speaks of it by that name from then on.
"""

from __future__ import annotations

import re
from typing import Final

from extraction.lexicon import Lexicon
from extraction.tokens import tokenize

_BRACKETED: Final = re.compile(r"\(\s?([A-Z][A-Za-z]?-?[A-Z]{1,7})\s?\)")
_BEFORE: Final = 120
"""Characters before the bracket in which the full name stands."""


def short_names(text: str, words: Lexicon) -> frozenset[str]:
    """The short names, in lower case, that a text gives to papers."""
    if not words.spaced:
        return frozenset()
    found = set()
    for match in _BRACKETED.finditer(text):
        name = match.group(1)
        if _spells_paper(text, max(0, match.start() - _BEFORE), match.start(), name, words):
            found.add(name.lower())
    return frozenset(found)


def _spells_paper(text: str, start: int, end: int, name: str, words: Lexicon) -> bool:
    """Whether the initials of the words before spell the name, and one of them is a paper."""
    tokens = tokenize(text, start, end)
    letters = [letter for letter in name if letter.isupper()]
    index = len(tokens)
    while letters and index:
        index -= 1
        initial = text[tokens[index].start]
        if initial == letters[-1]:
            letters.pop()
        elif initial.isupper():
            return False
    if letters:
        return False
    papers = words.read(tokens[index:]).get("head", ())
    return any(mark.value.startswith("document") for mark in papers)
