"""An article that was edited is judged again: only what changed is told.

The caller holds the transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from alerting.deciding.decide import decide_item
from alerting.merging.revisions import claim, dated, home_of, place_instead, put, without
from pacts.identity import folded
from pacts.model import Alert, Article, Event, Sighting, Story, Watch
from storage.records import Remembered
from storage.store import Store
from worker.journey.desk import Desk
from worker.journey.settling import by_hand, candidates, keep, sightings_of, tell


def since_first(article: Article, before: Article) -> Article:
    """A revision is as old as its article, also where an edit moves its date."""
    if article.published is None or before.published is None:
        return article
    if article.published <= before.published:
        return article
    return replace(article, published=before.published, published_by=before.published_by)


def revise(
    article: Article,
    events: Sequence[Event],
    before: Article,
    known: Remembered,
    desk: Desk,
    *,
    edited: datetime,
    now: datetime,
) -> list[Alert] | None:
    """Keep the new text, let the stories follow it, and tell what changed.

    None when it reads as before, word for word: then nothing is kept.
    """
    store = desk.store
    if folded(before.text) == folded(article.text):
        return None
    store.revise_article(article, now=now)
    stories = _follow(article, events, known.id, store, edited=edited, now=now)
    keywords = _not_matched(desk.config.watches, before, now)
    silent = known.baseline and not desk.notify_baseline
    return tell(stories, article, keywords, desk, baseline=silent, now=now, edited=True)


def _follow(
    article: Article,
    events: Sequence[Event],
    item: int,
    store: Store,
    *,
    edited: datetime,
    now: datetime,
) -> dict[int, Story]:
    """Put the events of a revision in the place of those before; returns their stories."""
    told_before = store.stories_of(item)
    replaced = {one for story in told_before for one in story.sightings if _is_of(one, article)}
    sightings = [dated(told, replaced, edited) for told in sightings_of(article, events)]
    gone = replaced - set(sightings)
    touched = _touched(told_before, store)
    stories: dict[int, Story] = {}
    unplaced = []
    for told in sightings:
        near = candidates(told, store)
        placement = place_instead(told, near, gone, by_hand(near, store))
        home = home_of(told, touched, gone) if told not in replaced else None
        if home and not {story.id for story in told_before}.intersection(placement.merged):
            placement = put(told, store.story(home.id or 0))
        if placement.merged:
            keep(placement, stories, store, now=now)
        else:
            unplaced.append(told)
    for told in unplaced:
        keep(claim(told, store.stories_of(item), gone), stories, store, now=now)
    if not events:  # a page that was cut takes nothing back
        return stories
    for story in store.stories_of(item):
        rest = without(story, gone)
        if rest is not None:
            saved = store.save_story(rest, now=now)
            if story.id in stories:
                stories[story.id] = saved
    return stories


def _touched(stories: Sequence[Story], store: Store) -> list[Story]:
    """Those that somebody joined or split: an article stays where it was put."""
    found = store.made_by_hand([story.id for story in stories if story.id is not None])
    return [story for story in stories if story.id in found]


def _is_of(sighting: Sighting, article: Article) -> bool:
    return (sighting.source, sighting.item) == (article.source, article.key)


def _not_matched(watches: Sequence[Watch], before: Article, now: datetime) -> list[Watch]:
    """Watches on keywords that the text did not match as it was."""
    alerts = decide_item(before, watches, baseline=False, now=now)
    matched = {name for alert in alerts for name in alert.watches}
    return [watch for watch in watches if watch.name not in matched]
