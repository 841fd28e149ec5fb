"""Stories: one real-world happening each, told by one or more sources.

They are the connected components of a symmetric relation (``happenings.py``); what a component
says is read off its sightings (``telling.py``). So the order of arrival leaves no trace: a new
sighting that links two stories merges them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from alerting.facts import Family, fact_of
from alerting.happenings import (
    HISTORY_DAYS,
    RECAP_DAYS,
    patience_of,
    same_fact,
    same_happening,
)
from alerting.telling import tell
from pacts.model import Period, Sighting, Story
from pacts.terms import Kind, Status

__all__ = [
    "WINDOW_DAYS",
    "Placement",
    "around",
    "place",
    "related_kinds",
    "same_happening",
    "tell",
]

WINDOW_DAYS: Final = RECAP_DAYS
"""How many days before and after :func:`around` a related sighting can lie."""

_EVER: Final = Period(date(1, 1, 1), date(9999, 12, 31))


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a sighting belongs."""

    story: Story
    """The story with the sighting in it; its ``id`` is that of the story to keep, None if new."""
    merged: tuple[int, ...]
    """Ids of the stories that it links, lowest first; the first is kept."""


def related_kinds(kind: Kind) -> frozenset[Kind]:
    """Kinds of stories that an event of this kind can belong to.

    A paper can be what creates a level or opens relations; a level is never mere relations.
    """
    other = {Kind.PARTNERSHIP: Kind.RELATIONS, Kind.RELATIONS: Kind.PARTNERSHIP}.get(kind)
    return frozenset(Kind) - {other} if other else frozenset(Kind)


def around(sighting: Sighting) -> Period:
    """The days in which related sightings are to be looked for, give or take ``WINDOW_DAYS``.

    A sighting lies on the day of its event where its text says one, else on its day of
    publication. Levels and relations are looked for at any time, because an undated recollection
    can be of any: there are few of one pair. The same holds where no day is known.
    """
    fact = fact_of(sighting)
    if fact.time is None or fact.family is not Family.PAPER:
        return _EVER
    historical = sighting.event.status is Status.HISTORICAL
    back = HISTORY_DAYS if historical else patience_of(fact)
    return Period(
        fact.time.start - timedelta(days=back - WINDOW_DAYS),
        fact.time.end + timedelta(days=HISTORY_DAYS - WINDOW_DAYS),
    )


def place(sighting: Sighting, candidates: Sequence[Story]) -> Placement:
    """The story that ``sighting`` makes or joins, among stories near it.

    Candidates that have nothing to do with it do no harm. A sighting that is already there
    changes nothing.
    """
    fact = fact_of(sighting)
    linked = [
        story
        for story in candidates
        if any(other == sighting or same_fact(fact, fact_of(other)) for other in story.sightings)
    ]
    known = [other for story in linked for other in story.sightings]
    ids = tuple(sorted({story.id for story in linked if story.id is not None}))
    return Placement(replace(tell([sighting, *known]), id=ids[0] if ids else None), ids)
