"""Stories and alerts kept in memory, by the same rules as the store keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from alerting.deciding.case import Sibling
from alerting.deciding.decide import decide_story
from alerting.merging.stories import (
    WINDOW_DAYS,
    ByHand,
    around,
    place,
    related_kinds,
    shared_parties,
    tell,
)
from pacts.model import Alert, Article, Period, Sighting, Story, Watch


@dataclass
class MemoryArchive:
    """Takes sightings one by one and keeps the stories that they come to."""

    narrow: bool = True
    """Look for candidates as the store does, by kind, party and days; else offer every story."""
    stories: dict[int, Story] = field(default_factory=dict)
    alerts: dict[int, list[Alert]] = field(default_factory=dict)
    parted: set[tuple[int, int]] = field(default_factory=set)
    """Pairs of stories that were split by hand, the lower id first."""
    _next: int = 1

    def add(self, sighting: Sighting) -> Story:
        placement = place(sighting, self.candidates(sighting), ByHand(frozenset(self.parted)))
        keep, *drops = placement.merged or (self._next,)
        self._next = max(self._next, keep + 1)
        for drop in drops:
            del self.stories[drop]
            named = (tuple(keep if one == drop else one for one in pair) for pair in self.parted)
            self.parted = {(min(pair), max(pair)) for pair in named}
            self.alerts.setdefault(keep, []).extend(self.alerts.pop(drop, []))
            self.alerts[keep].sort(key=lambda alert: (alert.created, alert.id or 0))
        self.stories[keep] = replace(placement.story, id=keep)
        return self.stories[keep]

    def split(self, number: int, mine: set[Sighting]) -> int:
        """Make ``mine`` of a story one of their own; returns its id."""
        rest = [one for one in self.stories[number].sightings if one not in mine]
        self.stories[number] = replace(tell(rest), id=number)
        off, self._next = self._next, self._next + 1
        self.stories[off] = replace(tell(mine), id=off)
        also = {other for pair in self.parted if number in pair for other in pair} - {number}
        self.parted |= {(other, off) for other in {number, *also}}
        return off

    def candidates(self, sighting: Sighting) -> list[Story]:
        if not self.narrow:
            return list(self.stories.values())
        kinds, days = related_kinds(sighting.event.kind), around(sighting)
        parties = set(sighting.event.parties)
        return [
            story
            for story in self.stories.values()
            if story.kind in kinds
            and len(parties & _named(story)) >= shared_parties(sighting.event)
            and any(
                days.distance(day) <= WINDOW_DAYS
                for known in story.sightings
                for day in _days(known)
            )
        ]

    def read(
        self,
        article: Article,
        sightings: list[Sighting],
        watches: list[Watch],
        now: datetime,
        *,
        baseline: bool = False,
    ) -> list[Alert]:
        """Place what one article tells and decide on each story; returns the new alerts."""
        placed = dict.fromkeys(self.add(sighting).id for sighting in sightings)
        stories = [self.stories[number] for number in placed if number in self.stories]
        made = []
        for story in stories:
            siblings = [
                Sibling(other, self.alerts.get(other.id or 0, ()))
                for other in stories
                if other is not story
            ]
            told = self.alerts.setdefault(story.id or 0, [])
            new = decide_story(
                story, told, article, watches, [], siblings, baseline=baseline, now=now
            )
            told.extend(new)
            made += new
        return made

    def contents(self) -> set[frozenset[Sighting]]:
        """The stories as sets of sightings."""
        return {frozenset(story.sightings) for story in self.stories.values()}


def _named(story: Story) -> set[str]:
    return {party for known in story.sightings for party in known.event.parties}


def _days(sighting: Sighting) -> list[Period]:
    days = [sighting.event.date] if sighting.event.date else []
    if sighting.published:
        days.append(Period.day(sighting.published.date()))
    return days or [Period(date.min, date.max)]
