"""Words of any script: folding, splitting and finding, in time linear in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from alerting.matching.inflections import is_plain_english, same_word, stem

# Scripts that set no space between words: each of their characters counts as one word, so that a
# keyword is found wherever its characters stand together.
_UNSPACED: Final = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f"  # Burmese
    "\u1780-\u17ff"  # Khmer
    "\u3005-\u30ff"  # kana and their marks
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Han
    "\U00020000-\U0003ffff"
)
# Marks that Python does not count as letters belong to their word all the same: accents that were
# not composed, Arabic vowels, the signs of Indic scripts.
_MARKS: Final = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0dff"
_WORD: Final = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[\w{_MARKS}])+")
# Letters that fold to another without being that letter with a mark.
_TWINS: Final = str.maketrans(
    {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "’": "'"}
)
# Marks that careful writers set and others leave out or cannot set in capitals: they never count.
_GREEK: Final = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_LOOSE: Final = str.maketrans({"ё": "е", "ı": "i"})
_DOTTED_I: Final = "i\u0307"  # the small letter of the Turkish İ
# Vietnamese sets the tone of these on either letter, by the school of the writer: hòa and hoà.
_TONES: Final = {
    second + toned: before + first
    for second, first, row in (("o", "a", "òóỏõọ àáảãạ"), ("o", "e", "òóỏõọ èéẻẽẹ"),
                               ("u", "y", "ùúủũụ ỳýỷỹỵ"))
    for before, toned in zip(*row.split(), strict=True)
}  # fmt: skip
_MOVABLE: Final = re.compile("|".join(_TONES))


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Lower case, one code point per letter; accents stay as far as everybody writes them."""
    lower = text.casefold()
    if lower.isascii():
        return lower
    if _GREEK.search(unicodedata.normalize("NFKC", lower)):
        return fold(text)
    lower = unicodedata.normalize("NFKC", lower).casefold().replace(_DOTTED_I, "i")
    composed = unicodedata.normalize("NFKC", lower).translate(_LOOSE)
    return _MOVABLE.sub(lambda found: _TONES[found[0]], composed)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case without accents: "Việt Nam" and "viet nam" fold to the same."""
    lower = text.casefold()
    if lower.isascii():
        return lower
    split = unicodedata.normalize("NFKD", lower).casefold()  # a decorative "𝜜" splits into "Α"
    bare = "".join(letter for letter in split if not _is_accent(letter))
    return unicodedata.normalize("NFC", bare).translate(_TWINS)


def _is_accent(letter: str) -> bool:
    """Marks of alphabets are accents; those of Indic and Thai writing are letters of their own."""
    return unicodedata.combining(letter) != 0 and letter < "\u0900"


@dataclass(frozen=True, slots=True)
class Text:
    """A text split into words once, ready to be searched many times."""

    source: str
    spans: tuple[tuple[int, int], ...]
    exact: tuple[str, ...]
    """The words in lower case with their accents."""
    folded: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]
    """Where each folded word stands, by its number."""

    def piece(self, first: int, last: int) -> str:
        """Words ``first`` to ``last`` as they stand in the text."""
        return self.source[self.spans[first][0] : self.spans[last][1]]


@lru_cache(maxsize=16)
def split(text: str) -> Text:
    """The words of ``text``. The last few texts are remembered: every watch asks for the same."""
    spans = tuple(found.span() for found in _WORD.finditer(text))
    words = [text[start:end] for start, end in spans]
    folded = tuple(fold(word) for word in words)
    places: dict[str, list[int]] = {}
    for number, word in enumerate(folded):
        places.setdefault(word, []).append(number)
    return Text(
        source=text,
        spans=spans,
        exact=tuple(plain(word) for word in words),
        folded=folded,
        places={word: tuple(numbers) for word, numbers in places.items()},
    )


@lru_cache(maxsize=16)
def _by_stem(text: str) -> Mapping[str, frozenset[str]]:
    """The different words of a text that can be English, by their stem."""
    found: dict[str, set[str]] = {}
    for word in set(split(text).exact):
        if is_plain_english(word):
            found.setdefault(stem(word), set()).add(word)
    return {root: frozenset(words) for root, words in found.items()}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A keyword made ready: its words, and whether the last may go on."""

    folded: tuple[str, ...]
    exact: tuple[str | None, ...]
    """The word where its accents matter, because the keyword itself has some; else None."""
    open_end: bool
    inflected: tuple[bool, ...]
    """Whether the word also stands for its English inflections."""


@lru_cache(maxsize=8192)
def phrase_of(keyword: str, *, inflect: bool = False) -> Phrase:
    """Read a keyword. One without any letter or digit gives a phrase that finds nothing.

    With ``inflect`` its words also stand for their inflections, but for names in capitals: "IT"
    is not "its".
    """
    open_end = keyword.rstrip().endswith("*")
    words = [found[0] for found in _WORD.finditer(keyword)]
    folded = tuple(fold(word) for word in words)
    exact = tuple(
        plain(word) if plain(word) != low else None for word, low in zip(words, folded, strict=True)
    )
    inflected = tuple(inflect and is_plain_english(word) and not word.isupper() for word in words)
    return Phrase(folded, exact, open_end, inflected)


def find(phrase: Phrase, text: Text) -> Iterator[tuple[int, int]]:
    """Numbers of the first and the last word wherever ``phrase`` stands, in the text's order."""
    if not phrase.folded:
        return
    size = len(phrase.folded)
    forms = [_forms(phrase, at, text) for at in range(size)]
    for first in _starts(phrase, forms[0], text):
        if first + size <= len(text.folded) and all(
            _fits(phrase, at, forms[at], text, first + at) for at in range(size)
        ):
            yield first, first + size - 1


_Forms = frozenset[str] | None


def _forms(phrase: Phrase, at: int, text: Text) -> _Forms:
    """The inflections of a word as far as the text has any; None where only itself counts."""
    word = phrase.folded[at]
    if not phrase.inflected[at]:
        return None
    same = _by_stem(text.source).get(stem(word), frozenset())
    return frozenset(other for other in same if same_word(word, other)) | {word}


def _starts(phrase: Phrase, forms: _Forms, text: Text) -> list[int]:
    word = phrase.folded[0]
    if phrase.open_end and len(phrase.folded) == 1:
        words = [found for found in text.places if found.startswith(word)]
    else:
        words = [word] if forms is None else list(forms)
    return sorted(place for found in words for place in text.places.get(found, ()))


def _fits(phrase: Phrase, at: int, forms: _Forms, text: Text, place: int) -> bool:
    if forms and text.exact[place] in forms:
        return True
    accented = phrase.exact[at]
    wanted = phrase.folded[at] if accented is None else accented
    word = text.folded[place] if accented is None else text.exact[place]
    if phrase.open_end and at == len(phrase.folded) - 1:
        return word.startswith(wanted)
    return word == wanted
