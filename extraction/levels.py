"""Step 5, levels: a noun such as "partnership" with the modifiers on either side of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extraction.lexicon import Mark

if TYPE_CHECKING:
    from extraction.analysis import Sentence


@dataclass(frozen=True, slots=True)
class Level:
    """A named level of relations: "comprehensive strategic partnership"."""

    first: int
    last: int
    name: str
    noun: str = "partnership"


RANKS_OF_MISSIONS = frozenset({"ambassadorial level", "charge d'affaires"})
_SECTORAL = "sectoral"
_SECTOR = "sectoral:"
""""sectoral:green" stands for "green" in a level's English name."""
_WEAK_MODIFIERS = frozenset({_SECTORAL, "cooperative", "global", "trilateral", "military"})
"""Alone they make no level: any two ministries have a "cooperative partnership"."""


def read_levels(sentence: Sentence) -> list[Level]:
    """The levels that a sentence names, in its order."""
    found: list[Level] = []
    for mark in sentence.of("level"):
        if mark.value in RANKS_OF_MISSIONS:
            if not _spoiled(sentence, mark.first, mark.last):
                found.append(Level(mark.first, mark.last, mark.value))
            continue
        first, last, modifiers = _modifiers(sentence, mark)
        if _spoiled(sentence, first, last) or _in_longer_name(sentence, mark):
            continue
        names = [name for name in modifiers if not _is_weak(name)]
        if mark.value == "alliance" and not names and sentence.is_a("definite", first - 1):
            continue  # "the alliance": one that is there
        if names or mark.value in _WITHOUT_MODIFIERS:
            found.append(Level(first, last, _level_name(mark.value, modifiers), mark.value))
    return [*found, *_adjectives_alone(sentence)]


def _adjectives_alone(sentence: Sentence) -> Iterator[Level]:
    """ "подняли отношения *до стратегических*": no noun follows the adjective that names one."""
    marks = sentence.of("modifier") if sentence.has("adjective_alone") else []
    held = {mark.last for mark in sentence.of("adjective_alone")}
    for mark in marks:
        behind = sentence.text[sentence.tokens[mark.last].start] if sentence.word(mark.last) else ""
        ends = not behind.isalnum() or sentence.is_a("with", mark.last)
        if mark.first in held and ends and not _is_weak(mark.value):
            name = _level_name("partnership", {mark.value: ""})
            yield Level(mark.first, mark.last, name)


_WITHOUT_MODIFIERS = frozenset({"relations", "alliance", "community with a shared future"})
"""Nouns that name a level all by themselves."""


def _is_weak(modifier: str) -> bool:
    return modifier in _WEAK_MODIFIERS or modifier.startswith(_SECTOR)


def _in_longer_name(sentence: Sentence, noun: Mark) -> bool:
    """ "partnership and cooperation agreement" is the name of a paper, not a level."""
    return any(m.first <= noun.first and m.last > noun.last for m in sentence.of("head"))


def _modifiers(sentence: Sentence, noun: Mark) -> tuple[int, int, dict[str, str]]:
    """The modifiers next to a level's noun on either side, and the span of the whole."""
    by_first = {m.first: m for m in sentence.of("modifier")}
    by_last = {m.last: m for m in sentence.of("modifier")}
    found: dict[str, str] = {}
    first, last = noun.first, noun.last
    while True:
        left = by_last.get(first) or (
            by_last.get(first - 1) if _joins_modifiers(sentence, first - 1) else None
        )
        if left is None:
            break
        found[left.value] = sentence.words(left.first, left.last).lower()
        first = left.first
    while True:
        right = by_first.get(last) or (
            by_first.get(last + 1) if _joins_modifiers(sentence, last) else None
        )
        if right is None or not sentence.lexicon.modifiers_after:
            break
        found[right.value] = sentence.words(right.first, right.last).lower()
        last = right.last
    return first, last, found


def _joins_modifiers(sentence: Sentence, index: int) -> bool:
    """ "comprehensive *and* strategic", "an 'all-weather*'* strategic partnership"."""
    return sentence.is_a("joiners", index) or sentence.word(index) == '"'


def _spoiled(sentence: Sentence, first: int, last: int) -> bool:
    after = any(
        m.first in (last, last + 1) and (m.first == last or sentence.word(last) in "'s")
        for m in sentence.of("spoiler.after")
    )
    return after or any(m.last == first for m in sentence.of("spoiler.before"))


_ORDER: Final = (
    *("permanent", "all-weather", "special", "privileged", "enhanced"),
    *("comprehensive", "global", "strategic", "cooperative", "allied"),
)
"""How a level's English name orders its modifiers, so that all languages give one name."""


def _place_in_name(modifier: str) -> tuple[int, str]:
    return (_ORDER.index(modifier) if modifier in _ORDER else len(_ORDER)), modifier


def _level_name(noun: str, modifiers: dict[str, str]) -> str:
    names = [
        modifiers[name] if name == _SECTORAL else name.removeprefix(_SECTOR)
        for name in sorted(modifiers, key=_place_in_name)
    ]
    noun = {"partners": "partnership", "relations": "allied relations"}.get(noun, noun)
    return " ".join([*names, noun])
