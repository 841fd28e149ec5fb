"""Step 5, short names of papers: "the Reciprocal Access Agreement (RAA)" makes "RAA" a paper.

A text that gives a paper a short name in brackets speaks of it by that name from then on; one
whose letters are the initials of a paper that is named in full needs no brackets.
"""

from __future__ import annotations

import re
from typing import Final

from extraction.lexicon import Lexicon
from extraction.tokens import tokenize

_BRACKETED: Final = re.compile(r"\(\s?([A-Z][A-Za-z]?-?[A-Z]{1,7})\s?\)")
_INITIALS: Final = re.compile(r"\b[A-Z]-?[A-Z]{3,7}\b")
"""Four letters at least: shorter ones spell too much by chance."""
_MOST: Final = 10
"""Names looked up in one text."""
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
            found.add(_as_token(name))
    for name in list(dict.fromkeys(_INITIALS.findall(text)))[:_MOST]:
        spelt = re.search(_spelt_out(name), text) if _as_token(name) not in found else None
        if spelt and _is_paper(text, spelt.start(), spelt.end(), words):
            found.add(_as_token(name))
    return frozenset(found)


def _as_token(name: str) -> str:
    """The part of a name that is one token: "C-SIPA" is three."""
    return name.rpartition("-")[2].lower()


def _spelt_out(name: str) -> str:
    """The words whose initials a name is: "CSIPA" by "Comprehensive Security Integration and"."""
    initials = [rf"{letter}\w+" for letter in name if letter.isupper()]
    return r"\b" + r"\W{1,2}(?:[a-zà-ÿ]{1,4}\W{1,2}){0,2}".join(initials) + r"\b"


def _is_paper(text: str, start: int, end: int, words: Lexicon) -> bool:
    heads = words.read(tokenize(text, start, end)).get("head", ())
    return any(mark.value.startswith("document") for mark in heads)


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
