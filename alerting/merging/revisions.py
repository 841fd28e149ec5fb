"""An article is edited: what it tells now takes the place of what it told before.

A story follows the latest revision of each of its articles. An edit that changes no fact keeps its
place in time; one that does is as new as the edit, so that "not yet" written over "signed" is the
last word.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from alerting.merging.documents import Match, same_paper
from alerting.merging.facts import Fact, fact_of
from alerting.merging.stories import ASIDE, NOTHING_BY_HAND, ByHand, Placement, place
from alerting.merging.telling import tell
from pacts.model import Event, Sighting, Story


def dated(told: Sighting, before: Collection[Sighting], edited: datetime) -> Sighting:
    """The sighting with its time: that of the same fact as told before, else that of the edit."""
    for old in before:
        if _said(old.event) == _said(told.event):
            return replace(told, published=old.published)
    latest = edited if told.published is None else max(edited, told.published)
    return replace(told, published=latest)


def _said(event: Event) -> tuple[object, ...]:
    how = (event.name, event.status, event.scope, event.level)
    return (*how, event.parties, event.document, event.count)


def place_instead(
    told: Sighting,
    candidates: Sequence[Story],
    replaced: Collection[Sighting],
    by_hand: ByHand = NOTHING_BY_HAND,
) -> Placement:
    """Where a sighting of the new revision belongs, by facts, and without what it replaces."""
    placement = place(told, [_set_aside(story, replaced) for story in candidates], by_hand)
    kept = [one for one in placement.story.sightings if not one.item.endswith(ASIDE)]
    return replace(placement, story=replace(tell(kept), id=placement.story.id))


def _set_aside(story: Story, replaced: Collection[Sighting]) -> Story:
    sightings = (
        replace(one, item=one.item + ASIDE) if one in replaced else one for one in story.sightings
    )
    return replace(story, sightings=tuple(sightings))


def home_of(told: Sighting, by_hand: Sequence[Story], gone: Collection[Sighting]) -> Story | None:
    """The story that somebody put the article into by hand, of those; None where none is.

    It is the one that tells of the same sort of thing by what the article says no more (``gone``),
    whatever subject or number that had: the hand knew better than the facts.
    """
    homes = [story for story in by_hand if _told_there(fact_of(told), story, gone)]
    return homes[0] if len(homes) == 1 else None


def _told_there(new: Fact, story: Story, gone: Collection[Sighting]) -> bool:
    return any(_is_alike(fact_of(one), new) for one in story.sightings if one in gone)


def put(told: Sighting, home: Story) -> Placement:
    """The placement of a sighting in the story that it belongs to, whatever it says."""
    ids = () if home.id is None else (home.id,)
    return Placement(replace(tell([told, *home.sightings]), id=home.id), ids)


def claim(told: Sighting, stories: Sequence[Story], replaced: Collection[Sighting]) -> Placement:
    """Where a sighting belongs that joins no story by its facts.

    When the edit left one story of the same sort with nobody who tells it, it is that one: it was
    told with another number, level or party.
    """
    left = [story for story in stories if _is_left(story, fact_of(told), replaced)]
    if len(left) != 1 or left[0].id is None:
        return Placement(tell([told]), ())
    return Placement(replace(tell([told]), id=left[0].id), (left[0].id,))


def _is_left(story: Story, new: Fact, replaced: Collection[Sighting]) -> bool:
    return all(one in replaced for one in story.sightings) and any(
        _can_be_corrected(old, new) for old in map(fact_of, story.sightings)
    )


def _is_alike(old: Fact, new: Fact) -> bool:
    same = (old.family, old.step, old.official) == (new.family, new.step, new.official)
    return same and bool(old.parties & new.parties)


def _can_be_corrected(old: Fact, new: Fact) -> bool:
    if not _is_alike(old, new):
        return False
    if old.paper is None or new.paper is None:
        return True
    if old.paper.generic and new.paper.generic:
        return True
    return same_paper(old.paper, new.paper) is not Match.DIFFERENT


def without(story: Story, replaced: Collection[Sighting]) -> Story | None:
    """The story without what its text says no more; None where nothing would change or be left.

    A story that nobody tells any more stays as it was told: nothing denies it.
    """
    kept = [one for one in story.sightings if one not in replaced]
    if not kept or len(kept) == len(story.sightings):
        return None
    return replace(tell(kept), id=story.id)
