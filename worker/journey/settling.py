"""Step 6 of the journey: events get their stories, and stories their alerts.

The caller holds the transaction: with the article, all of it is kept or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from alerting.deciding.case import Sibling
from alerting.deciding.decide import decide_item, decide_story
from alerting.merging.copies import sketch_of
from alerting.merging.stories import (
    NOTHING_BY_HAND,
    WINDOW_DAYS,
    ByHand,
    Placement,
    around,
    in_order,
    place,
    related_kinds,
    shared_parties,
)
from alerting.merging.wires import agency_of
from pacts.model import Alert, Article, Event, Sighting, Story, Watch
from storage.store import Store
from worker.journey.desk import Desk
from worker.journey.past import with_past
from worker.journey.telling import keep_alerts


def settle(
    article: Article, events: Sequence[Event], desk: Desk, *, baseline: bool, now: datetime
) -> list[Alert]:
    """Give every event its story and every story its alerts."""
    store = desk.store
    stories: dict[int, Story] = {}
    for told in sightings_of(article, events):
        near = candidates(told, store)
        keep(place(told, near, by_hand(near, store)), stories, store, now=now)
    return tell(stories, article, desk.config.watches, desk, baseline=baseline, now=now)


def candidates(told: Sighting, store: Store) -> list[Story]:
    """Stories that a sighting may belong to."""
    return store.candidates(
        told.event,
        kinds=related_kinds(told.event.kind),
        within_days=WINDOW_DAYS,
        around=around(told),
        shared=shared_parties(told.event),
    )


def by_hand(stories: Iterable[Story], store: Store) -> ByHand:
    """What people made of these stories."""
    ids = [story.id for story in stories if story.id is not None]
    return ByHand(store.parted(ids), store.joined(ids)) if ids else NOTHING_BY_HAND


def keep(placement: Placement, stories: dict[int, Story], store: Store, *, now: datetime) -> None:
    """Save the story of a placement among ``stories``, without those that it absorbed."""
    for dropped in placement.merged[1:]:
        store.merge_stories(placement.merged[0], dropped, now=now)
        stories.pop(dropped, None)
    story = store.save_story(placement.story, now=now)
    if story.id is not None:
        stories[story.id] = story


def tell(
    stories: Mapping[int, Story],
    article: Article,
    keywords: Sequence[Watch],
    desk: Desk,
    *,
    baseline: bool,
    now: datetime,
    edited: bool = False,
) -> list[Alert]:
    """Decide on each story that an article tells; and on the article itself for ``keywords``.

    Returns the new alerts; those brought up to date before anybody got them are none.
    """
    store, watches = desk.store, desk.config.watches
    alerts: list[Alert] = []
    silences = store.silences(now)
    for number, story in stories.items():
        siblings = [
            Sibling(other, store.told(other.id or 0))
            for other in stories.values()
            if other.id != number
        ]
        alerts += decide_story(
            story, store.told(number), article, watches, silences, siblings,
            baseline=baseline,
            now=now,
            edited=edited,
            unsent=store.unsent_alerts(number, now),
        )  # fmt: skip
    alerts += decide_item(article, keywords, silences, baseline=baseline, now=now)
    alerts = with_past(alerts, store)
    keep_alerts(alerts, store, desk.config, now=now)
    return [alert for alert in alerts if alert.id is None]


def sightings_of(article: Article, events: Sequence[Event]) -> list[Sighting]:
    """What an article tells, in the order in which it is to be placed."""
    agency, sketch = agency_of(article.text), sketch_of(article.text)
    return in_order(
        Sighting(
            source=article.source,
            trust=article.trust,
            url=article.url,
            title=article.title,
            published=article.published,
            event=event,
            item=article.key,
            agency=agency,
            sketch=sketch,
            language=article.language or "",
        )
        for event in events
    )
