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

_SPACES: Final = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_ONE_FOR_ONE: Final = (
    *((space, " ") for space in _SPACES + "\u202f\u205f\u3000"),
    *((quote, "'") for quote in "\u2018\u2019\u02bc\u02b9\u00b4\uff07"),
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"),
)
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_MARKS: Final = "\u0300-\u036f"
_UNEVEN: Final = re.compile(rf" {{2,}}|[{_INVISIBLE}]+|[^{_MARKS}][{_MARKS}]+")
_RUN: Final = re.compile(" {2,}")
# Halves of characters, which some scrapers leave and no encoder takes.
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Folded:
    """An even text and how far each part of it lies behind the original."""

    text: str
    _starts: tuple[int, ...] = ()
    _shifts: tuple[int, ...] = ()
    _joined: frozenset[int] = frozenset()
    """Where accents were joined to the character before: they belong to what ends there."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the original; ``start < end``."""
        if not self._starts:
            return start, end
        # The end is where the last character ends, with its accents, not where the next begins.
        last = end if end in self._joined else end - 1
        return start + self._shift(start), end + self._shift(last)

    def _shift(self, place: int) -> int:
        index = bisect_right(self._starts, place) - 1
        return self._shifts[index] if index >= 0 else 0


def fold(text: str) -> Folded:
    """The even text of any text; never raises."""
    even = text.replace("\r\n\r\n", "\0\0\0\0").replace("\n\n", "\0\0")
    even = even.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    if not even.isascii():
        even = _plain(even)
        # Many searches for one character are several times faster than one for a class.
        marked = not unicodedata.is_normalized("NFC", even)
        if marked or any(char in even for char in _INVISIBLE):
            return _edited(even)
    return _shrunk(even) if "  " in even else Folded(even)


def _plain(text: str) -> str:
    for char, plain in _ONE_FOR_ONE:
        text = text.replace(char, plain)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _shrunk(text: str) -> Folded:
    """Runs of spaces made one: the common case, quicker than any edit."""
    runs = [match.span() for match in _RUN.finditer(text)]
    starts = []
    shifts = []
    shift = 0
    for start, end in runs:
        shift += end - start - 1
        starts.append(end - shift)
        shifts.append(shift)
    return Folded(_RUN.sub(" ", text), tuple(starts), tuple(shifts))


def _edited(text: str) -> Folded:
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    joined: set[int] = set()
    length = shift = done = 0
    for start, end, piece in _edits(text):
        pieces += (text[done:start], piece)
        length += start - done + len(piece)
        shift += end - start - len(piece)
        starts.append(length)
        shifts.append(shift)
        if piece.strip():
            joined.add(length)
        done = end
    pieces.append(text[done:])
    return Folded("".join(pieces), tuple(starts), tuple(shifts), frozenset(joined))


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _UNEVEN.finditer(text):
        found = match.group()
        if found[0] == " " and len(found.strip()) == 0:
            piece = " "
        elif found[0] in _INVISIBLE:
            piece = ""
        else:
            piece = unicodedata.normalize("NFC", found)
        yield match.start(), match.end(), piece
