"""What the sources of one story do not agree on: numbers, days, levels, places.

What is only less precise is no conflict: a month against a day in it, "about 60" against 58, a
level of which words are left out, a country against its city.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from alerting.matching.words import fold
from alerting.merging.facts import level_of
from alerting.merging.levels import bag_of
from pacts.model import Conflict, Sighting
from pacts.names import STATES
from pacts.terms import DateBasis

_ROUNDED: Final = 0.15
"""How far a number that is only "about" may lie from the exact one."""
_NEXT_DAY: Final = 1
"""A day that is told as "on Tuesday" shifts by one with the zone of who tells it."""
_PLACE_STEM: Final = 4
"""Letters that a name keeps in every case: "Москве", "Москву"."""
_STATES: Final = frozenset(fold(name) for name in STATES.values())


class _Claim(NamedTuple):
    """One sighting's word on one field."""

    value: str
    source: str
    sighting: Sighting


def conflicts_of(sightings: Iterable[Sighting]) -> tuple[Conflict, ...]:
    """Every field on which two sources say what cannot both be so, with who says what."""
    told = sorted(sightings, key=lambda one: (one.source, one.item))
    found = []
    for field, value_of, agree in _FIELDS:
        claims = [_Claim(value, s.source, s) for s in told if (value := value_of(s)) is not None]
        conflict = _conflict(field, claims, agree)
        if conflict:
            found.append(conflict)
    return tuple(found)


def _conflict(
    field: str, claims: Sequence[_Claim], agree: Callable[[Sighting, Sighting], bool]
) -> Conflict | None:
    """Only claims that contradict another source; a source alone may change its mind."""
    against = {
        claim.value
        for a, b in combinations(claims, 2)
        if a.value != b.value and a.source != b.source and not agree(a.sighting, b.sighting)
        for claim in (a, b)
    }
    if not against:
        return None
    sources = {
        value: tuple(sorted({claim.source for claim in claims if claim.value == value}))
        for value in against
    }
    ordered = sorted(sources.items(), key=lambda item: (-len(item[1]), item[0]))
    return Conflict(field, tuple(ordered))


# --- fields --------------------------------------------------------------------------------


def _count(sighting: Sighting) -> str | None:
    event = sighting.event
    if event.count is None:
        return None
    return f"about {event.count}" if event.count_approx else str(event.count)


def _counts_agree(a: Sighting, b: Sighting) -> bool:
    one, other = a.event.count or 0, b.event.count or 0
    if one == other:
        return True
    about = a.event.count_approx or b.event.count_approx
    return about and abs(one - other) <= _ROUNDED * max(one, other)


def _day(sighting: Sighting) -> str | None:
    event = sighting.event
    return str(event.date) if event.date and event.date_basis is not DateBasis.PUBLICATION else None


def _days_agree(a: Sighting, b: Sighting) -> bool:
    if a.event.date is None or b.event.date is None:
        return True
    exact = a.event.date_basis is b.event.date_basis is DateBasis.STATED
    return a.event.date.distance(b.event.date) <= (0 if exact else _NEXT_DAY)


def _level(sighting: Sighting) -> str | None:
    return level_of(sighting.event)


def _levels_agree(a: Sighting, b: Sighting) -> bool:
    one, other = (bag_of(level_of(sighting.event) or "") for sighting in (a, b))
    return one <= other or other <= one


def _place(sighting: Sighting) -> str | None:
    return sighting.event.place


def _places_agree(a: Sighting, b: Sighting) -> bool:
    """Places stand as the text has them: another language says nothing, nor does a case ending."""
    one, other = fold(a.event.place or ""), fold(b.event.place or "")
    if a.language != b.language or (one in _STATES) is not (other in _STATES):
        return True
    return one[:_PLACE_STEM] == other[:_PLACE_STEM]


_FIELDS: Final = (
    ("count", _count, _counts_agree),
    ("date", _day, _days_agree),
    ("level", _level, _levels_agree),
    ("place", _place, _places_agree),
)
