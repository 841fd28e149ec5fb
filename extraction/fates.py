"""What became of each event on its way through consolidation: kept, joined, overridden.

Consolidation only answers with the events that are left. Which of them another one went into is
found by asking it again, about two events at a time; it is never decided anew here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extraction.consolidate import consolidate
from pacts.model import Event
from pacts.terms import Kind


class Fate(StrEnum):
    """What consolidation made of an event."""

    KEPT = "kept"
    JOINED = "joined"
    """Told again: what only it knew is part of another event."""
    OVERRIDDEN = "overridden"
    """The article says elsewhere, and more firmly, what came of it."""
    CARRIED = "carried"
    """A statement that makes a level is that event and not a second one."""


@dataclass(frozen=True, slots=True)
class Told:
    """One event as a single sentence tells it, and what became of it."""

    event: Event
    fate: Fate
    into: int | None
    """Its place among the events of the article, or that of the one it went into; None when no
    single one of them explains why it is gone."""


def fates(found: Sequence[Event], kept: Sequence[Event]) -> tuple[Told, ...]:
    """The fate of every event found; ``kept`` is what consolidation made of them all."""
    places = _own_places(found, kept)
    for index, event in enumerate(found):
        if index not in places:
            places[index] = _first(event, kept)
    for index, event in enumerate(found):
        if places[index] is None:  # it may have gone into one that went into another
            near = (places[i] for i, other in enumerate(found) if _one(event, other))
            places[index] = next((place for place in near if place is not None), None)
    own = set(_own_places(found, kept))
    return tuple(
        Told(event, _fate(event, kept, places[index], own=index in own), places[index])
        for index, event in enumerate(found)
    )


def _own_places(found: Sequence[Event], kept: Sequence[Event]) -> dict[int, int | None]:
    """The events that lead one of the kept: their words are its evidence. Each leads once."""
    places: dict[int, int | None] = {}
    for place, event in enumerate(kept):
        free = [(i, one) for i, one in enumerate(found) if i not in places]
        leads = [i for i, one in free if _leads(one, event)]
        quoted = [i for i, one in free if _is_quoted(one, event)]
        if leads or quoted:
            places[(leads or quoted)[0]] = place
    return places


def _is_quoted(one: Event, event: Event) -> bool:
    """Whether the words of one event are those of another that a headline told first."""
    same = (one.name, one.status) == (event.name, event.status)
    return same and one.evidence == event.evidence and set(one.parties) <= set(event.parties)


def _leads(one: Event, event: Event) -> bool:
    return (
        one.evidence == event.evidence
        and (one.name, one.status) == (event.name, event.status)
        and set(one.parties) <= set(event.parties)
        and one.level in {event.level, None}
        and one.document == event.document
    )


def _first(event: Event, kept: Sequence[Event]) -> int | None:
    """The kept event that this one disappears beside; of several the most alike."""
    beside = [place for place, other in enumerate(kept) if _one(event, other)]
    return max(beside, key=lambda place: _likeness(event, kept[place]), default=None)


def _likeness(event: Event, other: Event) -> tuple[bool, bool, bool]:
    return (
        event.kind is other.kind,
        event.parties == other.parties,
        event.level == other.level and event.document == other.document,
    )


def _one(event: Event, other: Event) -> bool:
    """Whether of these two only one is left, whichever the text tells first."""
    return event is not other and len(consolidate(_in_order(event, other))) == 1


def _in_order(*events: Event) -> Iterable[Event]:
    return sorted(events, key=lambda event: event.evidence.start)


def _fate(event: Event, kept: Sequence[Event], place: int | None, *, own: bool) -> Fate:
    if own:
        return Fate.KEPT
    into = None if place is None else kept[place]
    if into and event.kind is Kind.STATEMENT and into.kind is not Kind.STATEMENT:
        return Fate.CARRIED
    return Fate.JOINED if into and event.status is into.status else Fate.OVERRIDDEN
