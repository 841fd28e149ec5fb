"""What people do to stories by hand: joining two, and splitting one. Nothing is sent by it.

Both last: what was parted stays two whatever is told, and an article stays in the story that it
was put into, also when it is edited. Each undoes the other.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from alerting.merging.telling import tell
from pacts.errors import UsageError
from pacts.model import Sighting, Story
from storage.store import Store


def join(store: Store, one: int, other: int, *, comment: str, now: datetime) -> Story:
    """Make two stories one, under the lower of their ids.

    Raises UsageError when both are the same story, StoreError when there is no such story.
    """
    keep, drop = sorted((one, other))
    if keep == drop:
        raise UsageError(f"story {one} cannot be joined with itself: give two stories")
    with store.transaction():
        told = (*store.story(keep).sightings, *store.story(drop).sightings)
        store.merge_stories(keep, drop, now=now)
        store.keep_joined(keep, comment=comment, now=now)
        return store.save_story(replace(tell(told), id=keep), now=now)


def split(
    store: Store,
    number: int,
    *,
    sources: Collection[str],
    items: Collection[str],
    comment: str,
    now: datetime,
) -> tuple[Story, Story]:
    """Make what some sources, or some articles, tell a story of its own; returns rest and new.

    ``items`` are addresses of articles, or their keys. To the channels that were told of the
    story the new one counts as told. Raises UsageError when the story is not told by one of
    them, or by nobody else; StoreError when there is no such story.
    """
    with store.transaction():
        story = store.story(number)
        mine = _chosen(story, sources, items)
        others = [one for one in story.sightings if one not in mine]
        if not others:
            several = len({one.item for one in mine}) > 1
            by = ": name an article by --item ADDRESS" if several and not items else ""
            raise UsageError(
                f"nobody else tells story {number}{by or ': there is nothing to split'}"
            )
        told = store.told(number)
        off = store.save_story(tell(mine), now=now)
        rest = store.save_story(replace(tell(others), id=number), now=now)
        # As far as it had been told: a plan that was carried out since is still news.
        inherits = {
            alert.id: replace(off, status=alert.story.status)
            for alert in told
            if alert.id is not None and alert.story is not None
        }
        store.keep_parted(number, off.id or 0, inherits, comment=comment, now=now)
    return rest, off


def _chosen(story: Story, sources: Collection[str], items: Collection[str]) -> list[Sighting]:
    if not (sources or items):
        raise UsageError("say who tells another story: --source NAME or --item ADDRESS")
    names = {one.source for one in story.sightings}
    keys = {key for one in story.sightings for key in (one.item, one.url)}
    for name in sources:
        if name not in names:
            known = ", ".join(sorted(names))
            raise UsageError(f"{name} does not tell story {story.id}; these do: {known}")
    for item in items:
        if item not in keys:
            known = ", ".join(sorted({one.url for one in story.sightings}))
            raise UsageError(f"{item} does not tell story {story.id}; these do: {known}")
    return [
        one
        for one in story.sightings
        if one.source in sources or one.item in items or one.url in items
    ]
