"""Stories: one real-world happening each, told by one or more sources.

Sightings that surely tell the same (``happenings.py``) are one story, whatever came first: one that
tells of two stories merges them. What nothing names joins the story that it fits best. What a story
says is read off its sightings (``telling.py``), in no order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from alerting.merging.facts import Fact, Family, fact_of
from alerting.merging.happenings import (
    HISTORY_DAYS,
    RECAP_DAYS,
    Link,
    is_part_of,
    patience_of,
    relate,
    same_happening,
)
from alerting.merging.telling import tell
from pacts.model import Event, Period, Sighting, Story
from pacts.terms import Act, Kind, Status, Trust

__all__ = [
    "NOTHING_BY_HAND",
    "WINDOW_DAYS",
    "ByHand",
    "Placement",
    "around",
    "in_order",
    "place",
    "related_kinds",
    "same_happening",
    "shared_parties",
    "tell",
]

WINDOW_DAYS: Final = RECAP_DAYS
"""How many days before and after :func:`around` a related sighting can lie."""

ASIDE: Final = "\x00"
"""Marks the item of what a revision replaces: to the new revision it is another article."""
_EVER: Final = Period(date(1, 1, 1), date(9999, 12, 31))


@dataclass(frozen=True, slots=True)
class ByHand:
    """What people made of stories, by their ids."""

    parted: frozenset[tuple[int, int]] = frozenset()
    """Pairs that stay two whatever is told, the lower id first."""
    joined: frozenset[int] = frozenset()
    """Made of two: they hold what the facts would keep apart."""


NOTHING_BY_HAND: Final = ByHand()


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


def shared_parties(event: Event) -> int:
    """How many parties a story must share to be looked at: who joins a union may be named alone."""
    return 1 if event.act is Act.ACCEDED else min(2, len(event.parties))


def in_order(told: Iterable[Sighting]) -> list[Sighting]:
    """What one article tells, the surest first: what nobody can name then finds what it is of."""
    return sorted(told, key=lambda one: _vagueness(fact_of(one)))


def _vagueness(fact: Fact) -> int:
    if fact.paper is None:
        return 0
    return 2 if fact.paper.generic else 1


def place(
    sighting: Sighting,
    candidates: Sequence[Story],
    by_hand: ByHand = NOTHING_BY_HAND,
) -> Placement:
    """The story that ``sighting`` makes or joins, among stories near it.

    It makes one of all stories with a sighting that surely tells the same, and of those of which
    nobody has named the paper, where it may be this one. If nothing is sure, it joins the one
    story that it fits best, if it fits one, and links nothing. Candidates that have nothing to do
    with it do no harm. A sighting that is already there changes nothing.

    What people did goes before: of stories that were parted it joins the one that its article
    tells already, else the one with more in common.
    """
    fact = fact_of(sighting)
    fits = [(_fit(sighting, fact, one, joined=one.id in by_hand.joined), one) for one in candidates]
    linked = _chosen(sighting, fits)
    if by_hand.parted and len(linked) > 1:
        linked = _together(sighting, linked, by_hand.parted)
    known = [other for story in linked for other in story.sightings]
    ids = tuple(sorted({story.id for story in linked if story.id is not None}))
    return Placement(replace(tell([sighting, *known]), id=ids[0] if ids else None), ids)


def _chosen(sighting: Sighting, fits: Sequence[tuple[_Fit, Story]]) -> list[Story]:
    """The stories that become one by the sighting.

    Sources on hold change nothing for the others: what an allowed one tells goes among stories
    that allowed ones tell, and takes along what those on hold said of the same; and what a source
    on hold tells links no two of them.
    """
    known = [(fit, story) for fit, story in fits if story.confirmed]
    held = [(fit, story) for fit, story in fits if not story.confirmed]
    if sighting.trust is Trust.ALLOWED:
        return _joined(sighting, known) + [story for fit, story in held if fit.surely]
    there = [story for _, story in fits if sighting in story.sightings]
    return there or _joined(sighting, known)[:1] or _joined(sighting, held)


def _joined(sighting: Sighting, fits: Sequence[tuple[_Fit, Story]]) -> list[Story]:
    loose = [(fit.rank, story.id or 0, story) for fit, story in fits if fit.perhaps]
    nearest = [min(loose, key=lambda one: one[:2])[2]] if loose else []
    linked = [story for fit, story in fits if fit.surely]
    if not linked:
        return nearest
    nameless = [story for fit, story in fits if fit.perhaps and _is_nameless(story)]
    if nameless or any(story.status is Status.CONCLUDED for story in linked):
        return linked + nameless
    # Its plan, refusal or memory is known by name; what was told as done may be the same.
    done = sighting.event.status in {Status.CONCLUDED, Status.HISTORICAL}
    return linked + [story for story in nearest if done and story.status is Status.CONCLUDED]


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a sighting goes into a story."""

    surely: bool
    perhaps: bool
    rank: tuple[float, ...] = ()
    """Better ones first: those on the same subjects, then the nearest in time."""


def _fit(sighting: Sighting, fact: Fact, story: Story, *, joined: bool) -> _Fit:
    """A sighting that is surely of another paper speaks against the story as loudly as one that is
    of the same speaks for it: what was put there loosely bridges nothing.
    """
    if sighting in story.sightings:
        return _Fit(surely=True, perhaps=False)
    told = [fact_of(other) for other in _heard(sighting, story)]
    links = [relate(fact, other) for other in told]
    same, apart = links.count(Link.SAME), links.count(Link.APART)
    if same:
        return _Fit(surely=joined or same > apart, perhaps=False)
    loose = [
        other
        for link, other in zip(links, told, strict=True)
        if link is Link.LOOSE or is_part_of(fact, other)
    ]
    if apart or not loose:
        return _Fit(surely=False, perhaps=False)
    shared = max(len(fact.hints & other.hints) for other in loose)
    nearest = min(_days(fact, other) for other in loose)
    return _Fit(surely=False, perhaps=True, rank=(-shared, nearest))


def _heard(sighting: Sighting, story: Story) -> Sequence[Sighting]:
    """Whom a sighting is compared with: a source on hold keeps no allowed one out, nor in."""
    allowed = [other for other in story.sightings if other.trust is Trust.ALLOWED]
    return allowed if allowed and sighting.trust is Trust.ALLOWED else story.sightings


def _is_nameless(story: Story) -> bool:
    papers = [fact_of(sighting).paper for sighting in story.sightings]
    return all(paper is not None and paper.generic for paper in papers)


def _days(a: Fact, b: Fact) -> int:
    return a.time.distance(b.time) if a.time and b.time else HISTORY_DAYS


# --- by hand -------------------------------------------------------------------------------


def _together(
    sighting: Sighting, linked: Sequence[Story], parted: Collection[tuple[int, int]]
) -> list[Story]:
    """Those of the linked stories that may become one, the closest first."""
    fact = fact_of(sighting)

    def distance(story: Story) -> tuple[object, ...]:
        there = sighting in story.sightings
        own = any(_article(one) == _article(sighting) for one in story.sightings)
        links = sum(relate(fact, fact_of(one)) is Link.SAME for one in story.sightings)
        return not there, not own, -links, story.id or 0

    chosen: list[Story] = []
    for story in sorted(linked, key=distance):
        pairs = {tuple(sorted((story.id or 0, one.id or 0))) for one in chosen}
        if pairs.isdisjoint(parted):
            chosen.append(story)
    return chosen


def _article(sighting: Sighting) -> tuple[str, str]:
    """Which article it is of, whatever its revision."""
    return sighting.source, sighting.item.removesuffix(ASIDE)
