"""Step 4, the gate: most texts and most sentences hold no deed, and end here in microseconds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import normalize

import re2

from extraction import language, lexicon
from extraction.once import once
from extraction.tokens import even, words_of

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""Halves of characters: JSON can carry them, and UTF-8 cannot."""


def may_hold_events(text: str) -> bool:
    """Whether any language has both a deed and an object for one in the text."""
    text = even(_SURROGATE.sub("", normalize("NFC", text)))
    return any(_hold_frames(text, code) for code in language.possible(text))


def may_hold_frames(text: str, language: str) -> bool:
    """Whether the text has a word of a trigger and a word of a head in this language."""
    return _hold_frames(even(text), language)


def may_hold_deeds(text: str, language: str) -> bool:
    """Whether the text has a word of a trigger in this language."""
    return _patterns(language)[0].search(even(text)) is not None


def may_hold_objects(text: str, language: str) -> bool:
    """Whether the text has a word of a head in this language."""
    return _patterns(language)[1].search(even(text)) is not None


def may_hold_understood(text: str, language: str) -> bool:
    """Whether the text has the words of a deed whose object may have been named before."""
    if _patterns(language)[2].search(even(text)) is None:
        return False
    known = lexicon.load(language)
    if not known.spaced:
        return True
    words = frozenset(words_of(text))
    return any(others <= words for word in words for others in known.understood_deeds.get(word, ()))


def _hold_frames(text: str, language: str) -> bool:
    deeds, objects, _ = _patterns(language)
    return deeds.search(text) is not None and objects.search(text) is not None


@once
def _patterns(language: str) -> tuple[re2._Regexp, re2._Regexp, re2._Regexp]:
    words = lexicon.load(language)
    return (
        _any_of(words.deeds, words.spaced),
        _any_of(words.objects, words.spaced),
        _any_of(words.understood_deeds or ("\0",), words.spaced),
    )


def _any_of(words: Iterable[str], spaced: bool) -> re2._Regexp:  # noqa: FBT001  # two call sites
    """Words that begin where no letter stands before them; scripts without spaces anywhere."""
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = 64 << 20
    choice = "|".join(re2.escape(word) for word in sorted(words))
    return re2.compile(rf"(?:^|\PL)(?:{choice})(?:\PL|$)" if spaced else choice, options)
