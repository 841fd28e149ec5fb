"""Holding a source by hand, and ending a hold.

While a source is on hold, what it tells is read and kept and starts no alert. Released, it is
judged again as if it were found now: each watch has its own ``max_age`` for what is still news.
What a page looks like by itself is not forgiven, nor that nothing dates it where ``undated: hold``
asks for that. Matches of plain keywords are not made up for: a source that was held for weeks would
bring hundreds at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from alerting.deciding.case import Sibling
from alerting.deciding.decide import decide_story
from alerting.merging.stories import tell
from pacts.errors import UsageError
from pacts.model import Alert, Source, Story
from pacts.terms import Trust, Undated
from storage.records import HeldItem
from storage.store import Store
from worker.config import Config
from worker.journey import trust
from worker.journey.past import with_past
from worker.journey.telling import keep_alerts
from worker.life.runtime import load_config, source_called


@dataclass(frozen=True, slots=True)
class Released:
    """What ended: why the source was on hold, and how many alerts its release sends."""

    why: str
    alerts: int


def hold(name: str, directory: Path, database: Path, *, why: str, now: datetime) -> None:
    """Hold a source from now on. Raises UsageError for one that is not known or is held."""
    source = source_called(name, load_config(directory))
    with _store(database) as store, store.transaction():
        health = store.source_health(name)
        if source.trust is Trust.HOLD or health.held_at is not None:
            raise UsageError(f"{name} is on hold already")
        said = f"{trust.BY_HAND}: {why}" if why else trust.BY_HAND
        store.keep_health(name, replace(health, held_at=now, held_why=said))


def release(name: str, directory: Path, database: Path, *, now: datetime) -> Released:
    """End the hold of a source. What its pages looked like so far counts no more.

    Raises UsageError for a source that is not known or not held.
    """
    config = load_config(directory)
    source = source_called(name, config)
    with _store(database) as store, store.transaction():
        health = store.source_health(name)
        if source.trust is Trust.HOLD:
            raise UsageError(f"{name} is on hold by `trust: hold` in sources.yaml: change it there")
        if health.held_at is None:
            raise UsageError(f"{name} is not on hold")
        free = replace(health, held_at=None, held_why=None, released_at=now)
        store.keep_health(name, free)
        alerts = make_up_for(source, health.held_at, store, config, now=now)
    new = sum(alert.reason.sends for alert in alerts if alert.id is None)
    return Released(health.held_why or "", new)


def make_up_for(
    source: Source, since: datetime, store: Store, config: Config, *, now: datetime
) -> list[Alert]:
    """Believe what a source told while it was held, and keep the alerts of it.

    The caller holds the transaction.
    """
    alerts = with_past(_made_up_for(source, since, store, config, now), store)
    keep_alerts(alerts, store, config, now=now)
    return alerts


def _made_up_for(
    source: Source, since: datetime, store: Store, config: Config, now: datetime
) -> Iterator[Alert]:
    """The alerts of what the source told while it was held, now that it is believed."""
    held = [one for one in store.held_items(source.name, since) if _is_free(one, source, store)]
    store.free_items(item.id for item in held)
    by_key = {item.key: item for item in held}
    believed = [
        (store.save_story(story, now=now), max(items, key=lambda item: item.id))
        for story, items in _believed(source.name, by_key, store.stories(since=since))
    ]
    silences = store.silences(now)
    for story, item in believed:
        siblings = [
            Sibling(other, store.told(other.id or 0))
            for other, of in believed
            if of is item and other is not story
        ]
        number = story.id or 0
        yield from decide_story(
            story, store.told(number), store.article(item.id), config.watches, silences, siblings,
            baseline=item.baseline, now=now, unsent=store.unsent_alerts(number, now),
        )  # fmt: skip


def _is_free(item: HeldItem, source: Source, store: Store) -> bool:
    """Whether nothing but the hold of its source was against it."""
    if trust.is_bad(item.signs):
        return False
    return source.undated is not Undated.HOLD or store.article(item.id).published is not None


def _believed(
    name: str, held: Mapping[str, HeldItem], stories: Sequence[Story]
) -> Iterator[tuple[Story, list[HeldItem]]]:
    """The stories that these items tell, as they are when the items are believed."""
    for story in reversed(stories):  # the oldest first, as it was told
        mine = {one for one in story.sightings if one.source == name and one.item in held}
        if any(one.trust is Trust.HOLD for one in mine):
            freed = [
                replace(one, trust=Trust.ALLOWED) if one in mine else one for one in story.sightings
            ]
            yield replace(tell(freed), id=story.id), [held[one.item] for one in mine]


def _store(database: Path) -> Store:
    if not database.is_file():
        raise UsageError(f"{database}: there is no database yet; `pactwatch once` makes it")
    return Store.open(database)
