"""Inflections of English words: "sign" is also signs, signed and signing, and not signature.

A stemmer alone goes too far: it puts "past" and "paste", "general" and "generally" together. So
two words are one here when they have one stem *and* differ in nothing but endings of inflection.
Irregular forms (took, sought) are words of their own.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from typing import Final

from snowballstemmer.english_stemmer import EnglishStemmer

_SHORTEST: Final = 3
"""Letters; "us", "it" and "as" have no inflections."""
_LONGEST: Final = 40
"""Letters; what is longer is no English word, and a stemmer takes its time with it."""
_BASES: Final = frozenset({"", "e", "y", "ie"})
_ENDINGS: Final = frozenset({"s", "es", "d", "ed", "ing", "ies", "ied", "ying"})
_DOUBLED: Final = frozenset({"ed", "ing"})


def is_plain_english(word: str) -> bool:
    """Whether a word is made of unaccented Latin letters and long enough to be inflected."""
    return _SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """The stem of a word in lower case."""
    # A stemmer keeps what it works on: each call its own, so that threads do not meet in one.
    found: str = EnglishStemmer().stemWord(word)
    return found


def same_word(one: str, other: str) -> bool:
    """Whether two words of one stem are forms of one word."""
    if one == other:
        return True
    shared = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    )
    root, ends = one[:shared], (one[shared:], other[shared:])
    return not _BASES.issuperset(ends) and all(_is_ending(end, root) for end in ends)


def _is_ending(end: str, root: str) -> bool:
    """Of "planned" and "plan" the first ends in "ned": the consonant is doubled."""
    doubled = end[:1] == root[-1:] and end[1:] in _DOUBLED
    return end in _BASES or end in _ENDINGS or doubled
