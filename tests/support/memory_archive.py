"""Stories and alerts kept in memory, by the same rules as the store keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from alerting.decide import decide_story
from alerting.stories import WINDOW_DAYS, around, place, related_kinds
from pacts.model import Alert, Article, Period, Sighting, Story, Watch


@dataclass
class MemoryArchive:
    """Takes sightings one by one and keeps the stories that they come to."""

    narrow: bool = True
    """Look for candidates as the store does, by kind, party and days; else offer every story."""
    stories: dict[int, Story] = field(default_factory=dict)
    alerts: dict[int, list[Alert]] = field(default_factory=dict)
    _next: int = 1

    def add(self, sighting: Sighting) -> Story:
        placement = place(sighting, self.candidates(sighting))
        keep, *drops = placement.merged or (self._next,)
        self._next = max(self._next, keep + 1)
        for drop in drops:
            del self.stories[drop]
            self.alerts.setdefault(keep, []).extend(self.alerts.pop(drop, []))
            self.alerts[keep].sort(key=lambda alert: alert.created)
        self.stories[keep] = replace(placement.story, id=keep)
        return self.stories[keep]

    def candidates(self, sighting: Sighting) -> list[Story]:
        if not self.narrow:
            return list(self.stories.values())
        kinds, days = related_kinds(sighting.event.kind), around(sighting)
        parties = set(sighting.event.parties)
        return [
            story
            for story in self.stories.values()
            if story.kind in kinds
            and len(parties & _named(story)) >= min(2, len(parties))
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
            siblings = [other for other in stories if other is not story]
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
