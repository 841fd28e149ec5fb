"""Which of two levels is the higher one, where that can be said.

Levels are ordered for one country at a time. A name that holds all words of another and more is
the higher one everywhere; beyond that only the ladder of one of the parties says so, and only
while the other's does not contradict it. A partnership in one field ("energy", "green") stands
beside the general one: it is neither higher nor lower.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from alerting.merging.levels import bag_of, names_a_level

# Words that rank a level or ornament it; every other word is a field of work.
_RANKING = (
    "partnership alliance allied strategic comprehensive permanent eternal everlasting all-weather"
    " all-round special privileged enhanced expanded reinforced global extensive cooperative"
    " cooperation coordination friendly friendship traditional lasting exceptional long-term"
)
_GENERAL: Final = frozenset(_RANKING.split())
_RUNGS: Final = (frozenset({"comprehensive"}), frozenset({"strategic"}))
_WITH_ALLIES: Final = (frozenset({"strategic"}), frozenset({"alliance"}))
# The rungs that a country is known to have, the lowest first, by the words that make them.
_LADDERS: Final[Mapping[str, tuple[frozenset[str], ...]]] = {
    **dict.fromkeys(("CN", "ID", "VN"), _RUNGS),
    "KR": (*_RUNGS, frozenset({"alliance"})),
    **dict.fromkeys(("AZ", "KG", "KZ", "RU", "TJ", "TR", "UZ"), _WITH_ALLIES),
}


def field_of(level: str | None) -> frozenset[str]:
    """The field of work that a level is limited to; empty for one of relations as a whole."""
    return frozenset() if level is None else bag_of(level) - _GENERAL


def is_higher(level: str, other: str, parties: Collection[str]) -> bool:
    """Whether ``level`` is surely above ``other`` for these parties; False where nobody knows."""
    a, b = _ranked(level), _ranked(other)
    if field_of(level) != field_of(other) or not (names_a_level(a) and names_a_level(b)):
        return False
    if a > b:
        return True
    verdicts = {_above(a, b, _LADDERS[party]) for party in parties if party in _LADDERS}
    return not a < b and verdicts - {None} == {True}


def _ranked(level: str) -> frozenset[str]:
    bag = bag_of(level)
    return (bag - {"allied"}) | {"alliance"} if "allied" in bag else bag


def _above(a: frozenset[str], b: frozenset[str], ladder: tuple[frozenset[str], ...]) -> bool | None:
    first, second = _rung(a, ladder), _rung(b, ladder)
    if first is None or second is None or first == second:
        return None
    return first > second


def _rung(bag: frozenset[str], ladder: tuple[frozenset[str], ...]) -> int | None:
    found = [number for number, words in enumerate(ladder) if words <= bag]
    return max(found, default=None)
