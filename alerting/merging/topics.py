"""What a document is about: a small closed list of subjects, found by word stems in six languages.

Titles of one document differ from outlet to outlet and from language to language ("CEPA", "free
trade deal", "hiệp định thương mại"), so titles are compared by subject, not by wording. A subject
missing here costs little: then the words themselves are compared, within one language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from alerting.matching.words import fold
from alerting.merging.subjects import ACROSS_BORDERS, STEMS, WIDER


def _entries() -> dict[str, tuple[str, bool]]:
    return {
        stem.rstrip("_"): (topic, stem.endswith("_"))
        for topic, stems in STEMS.items()
        for stem in stems.split("|")
    }


_ENTRIES: Final = _entries()
# The longest stem wins where two begin at the same letter: "social security" is not security.
_LENGTHS: Final = sorted({len(stem) for stem in _ENTRIES}, reverse=True)
# Where a stem may begin: at a word's first letter, and at every ideograph.
_START: Final = re.compile(r"(?<![^\W_])[^\W_]|[\u3400-\u9fff]")


@lru_cache(maxsize=4096)
def topics_of(text: str) -> frozenset[str]:
    """The subjects that ``text`` names."""
    return frozenset(_narrowed({topic for _, _, topic in _found(fold(text))}))


def are_near(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether a subject of one is part of a subject of the other, symmetric: gas and energy."""
    return any(frozenset((x, y)) in _NEAR for x in a for y in b)


_NEAR: Final = frozenset(
    frozenset((wide, narrow)) for wide, parts in WIDER.items() for narrow in parts.split("|")
)


def without_topics(folded: str) -> str:
    """What ``folded`` text says beside its subjects: each word that names one is taken out."""
    pieces, at = [], 0
    for start, end, _ in _found(folded):
        pieces.append(folded[at:start])
        at = end
        while at < len(folded) and folded[at].isalpha() and not _is_ideograph(folded[at]):
            at += 1
    return " ".join([*pieces, folded[at:]])


def _found(folded: str) -> Iterator[tuple[int, int, str]]:
    """Begin, end and topic of every stem, from left to right, without overlap."""
    at = 0
    for found in _START.finditer(folded):
        start = found.start()
        if start < at:
            continue
        hit = _stem_at(folded, start)
        if hit:
            at = hit[0]
            yield start, at, hit[1]


def _stem_at(folded: str, start: int) -> tuple[int, str] | None:
    for length in _LENGTHS:
        topic, whole = _ENTRIES.get(folded[start : start + length], (None, False))
        if topic and not (whole and folded[start + length : start + length + 1].isalnum()):
            return start + length, topic
    return None


def _is_ideograph(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"


def _narrowed(found: set[str]) -> set[str]:
    """Without the wide subject where a narrow one says it: an aeroplane is a means of transport."""
    if found & {"aviation", "rail", "maritime"}:
        found.discard("transport")
    if found & {"nuclear", "oil and gas"}:
        found.discard("energy")
    if found & {"aviation", "rail", "maritime", "nuclear", "oil and gas", "energy", "water"}:
        found.discard("infrastructure")
    if "base" in found:
        found.discard("defence")
    if "veterinary" in found:
        found.discard("food")
    found.discard(ACROSS_BORDERS)
    return found
