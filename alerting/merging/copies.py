"""Which sources tell a story on their own, and which copy: one wire text counts once.

Two articles are of one origin when they credit the same agency, or when most of the shorter text
stands in the longer one. A text is known by its *sketch*: the lowest numbers out of those that its
runs of four words give. Below the highest number that both still cover, the sketches are fair
samples of the two texts, so their overlap is that of the texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from zlib import crc32

from alerting.matching.words import split
from pacts.model import Sighting
from pacts.terms import Trust

_RUN: Final = 4
"""Words: shared runs of four are rare in texts that were written apart, however alike the news."""
_FIRST_WORDS: Final = 400
"""Copies are cut at their end; what stands below an article differs from page to page."""
_FIRST_CHARACTERS: Final = 3000
"""In which so many words stand: the rest of a long text is not split into words for this."""
_NUMBERS: Final = 32
_COPIED: Final = 0.6
"""Share of the shorter text that stands in the longer one. Reports of one joint communique share
up to a third; copies with another headline and first line keep three quarters."""
_FEWEST: Final = 6
"""Runs that must be shared at least: two short notes are alike too soon."""


def sketch_of(text: str) -> tuple[int, ...]:
    """The sketch of an article's text, without its title: outlets put their own on a copy."""
    _, _, body = text.partition("\n\n")
    words = split((body or text)[:_FIRST_CHARACTERS]).folded[:_FIRST_WORDS]
    runs = {
        crc32(" ".join(words[at : at + _RUN]).encode(errors="replace"))
        for at in range(len(words) - _RUN + 1)
    }
    return tuple(sorted(runs)[:_NUMBERS])


def is_copy(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether most of the shorter of two texts stands in the longer, by their sketches."""
    if not a or not b:
        return False
    reach = min(sketch[-1] for sketch in (a, b) if len(sketch) == _NUMBERS) if _cut(a, b) else None
    left, right = ({n for n in sketch if reach is None or n <= reach} for sketch in (a, b))
    shared = len(left & right)
    return shared >= _FEWEST and shared >= _COPIED * min(len(left), len(right))


def _cut(a: Sequence[int], b: Sequence[int]) -> bool:
    return len(a) == _NUMBERS or len(b) == _NUMBERS


def independent(sightings: Iterable[Sighting]) -> int:
    """How many origins tell it: sources that copy each other are one, those on hold are none."""
    heard = [one for one in sightings if one.trust is Trust.ALLOWED]
    origin = list(range(len(heard)))

    def first(at: int) -> int:
        while origin[at] != at:
            origin[at] = at = origin[origin[at]]
        return at

    for a, b in _of_one_origin(heard):
        origin[first(a)] = first(b)
    return sum(first(at) == at for at in range(len(heard)))


def _of_one_origin(heard: Sequence[Sighting]) -> Iterator[tuple[int, int]]:
    """Pairs, by their places, that lead from each sighting to all others of its origin."""
    known: dict[tuple[str, object], int] = {}
    for at, one in enumerate(heard):
        copied = one.sketch if len(one.sketch) >= _FEWEST else None
        for mark in (("source", one.source), ("agency", one.agency), ("sketch", copied)):
            if mark[1]:
                yield known.setdefault(mark, at), at
    sketches = {one.sketch: at for at, one in enumerate(heard)}
    for a, b in _copies(sketches):
        yield sketches[a], sketches[b]


def _copies(
    sketches: Iterable[tuple[int, ...]],
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Those that copy each other: only what shares some numbers is compared."""
    holders: dict[int, list[tuple[int, ...]]] = {}
    for sketch in sketches:
        shared = Counter(other for number in sketch for other in holders.get(number, ()))
        yield from (
            (sketch, other)
            for other, common in shared.items()
            if common >= _FEWEST and is_copy(sketch, other)
        )
        for number in sketch:
            holders.setdefault(number, []).append(sketch)
