"""A text made even for look-ups, with a way back to the offsets of the original.

Every kind of space, apostrophe and dash becomes the plain one, a single line break becomes a
space (a blank line stays: a name never spans it), runs of spaces shrink to one, invisible
characters go, and accents typed as separate characters are joined (NFC).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_ONE_FOR_ONE: Final = (
    *((space, " ") for space in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"),
    *((space, " ") for space in "\u2008\u2009\u200a\u202f\u205f\u3000"),
    *((quote, "'") for quote in "\u2018\u2019\u02bc\u02b9\u00b4\uff07"),
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"),
)
_TRANSLATION: Final = str.maketrans(dict(_ONE_FOR_ONE))
_SPECIAL: Final = re.compile("[" + "".join(char for char, _ in _ONE_FOR_ONE) + "]")
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_UNEVEN: Final = re.compile(rf" {{2,}}|[{_INVISIBLE}]+|[^\u0300-\u036f][\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """An even text and how far each part of it lies behind the original."""

    text: str
    _starts: tuple[int, ...] = ()
    _shifts: tuple[int, ...] = ()
    _joined: tuple[bool, ...] = ()

    @property
    def aligned(self) -> bool:
        """Whether offsets are those of the original."""
        return not self._starts

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the original; ``start < end``."""
        if not self._starts:
            return start, end
        first = bisect_right(self._starts, start) - 1
        # The end is where the last character ends, with its accents, not where the next begins.
        last = bisect_right(self._starts, end - 1) - 1
        following = last + 1
        if following < len(self._starts) and self._starts[following] == end:
            last += self._joined[following]
        return (
            start + (self._shifts[first] if first >= 0 else 0),
            end + (self._shifts[last] if last >= 0 else 0),
        )


def fold(text: str) -> Folded:
    """The even text of any text; never raises."""
    even = text.replace("\n\n", "\0\0").replace("\n", " ").replace("\r", " ").replace("\t", " ")
    if not text.isascii():
        if _SPECIAL.search(even):
            even = even.translate(_TRANSLATION)
    elif "  " not in even:
        return Folded(even)
    if not _UNEVEN.search(even):
        return Folded(even)
    return _shrink(even)


def _shrink(text: str) -> Folded:
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    joined: list[bool] = []
    length = shift = done = 0
    for start, end, piece in _edits(text):
        pieces += (text[done:start], piece)
        length += start - done + len(piece)
        shift += end - start - len(piece)
        if end - start != len(piece):
            starts.append(length)
            shifts.append(shift)
            joined.append(bool(piece.strip()))
        done = end
    pieces.append(text[done:])
    return Folded("".join(pieces), tuple(starts), tuple(shifts), tuple(joined))


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _UNEVEN.finditer(text):
        found = match.group()
        if found[0] == " ":
            piece = " "
        elif found[0] in _INVISIBLE:
            piece = ""
        else:
            piece = unicodedata.normalize("NFC", found)
        yield match.start(), match.end(), piece
