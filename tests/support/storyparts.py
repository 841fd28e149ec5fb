"""Small values to store: an item, its article, an event in it, a story, an alert."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from pacts.model import Alert, Article, Event, Evidence, Held, Item, Period, Sighting, Story
from pacts.terms import Act, Kind, Priority, Reason, Status, Trust
from storage.store import Store
from worker.journey.remembering import meet

NOW = datetime(2025, 5, 6, 12, 0, tzinfo=UTC)
DAY = Period.day(date(2025, 5, 6))
SOURCES = [("alpha", "feed", "https://alpha.example/rss"), ("beta", "listing", "https://beta/")]


def at(minutes: float = 0, *, days: float = 0) -> datetime:
    return NOW + timedelta(minutes=minutes, days=days)


def an_item(key: str = "1", source: str = "alpha", **fields: Any) -> Item:
    item = {"url": f"https://{source}.example/{key}", "title": f"Title {key}"} | fields
    return Item(source=source, key=key, **item)


def an_article(key: str = "1", source: str = "alpha", **fields: Any) -> Article:
    title = f"Title {key}"
    values = {
        "url": f"https://{source}.example/{key}",
        "title": title,
        "text": Article.compose(title, f"What {source} says in {key}."),
        "published": NOW,
        "language": "en",
    } | fields
    return Article(source=source, key=key, **values)


def an_event(*parties: str, when: Period | None = DAY, **fields: Any) -> Event:
    values = {
        "kind": Kind.PARTNERSHIP,
        "act": Act.UPGRADED,
        "status": Status.CONCLUDED,
        "evidence": Evidence("lifted their ties", 0, 17, "lifted"),
    } | fields
    named = tuple(sorted(parties or ("KZ", "VN")))
    return Event(parties=named, date=when, **values)


def a_sighting(
    event: Event | None = None,
    key: str = "1",
    source: str = "alpha",
    published: datetime | None = NOW,
) -> Sighting:
    return Sighting(
        source=source,
        trust=Trust.ALLOWED,
        url=f"https://{source}.example/{key}",
        title=f"Title {key}",
        published=published,
        event=event or an_event(),
        item=key,
        language="vi",
    )


def a_story(*sightings: Sighting, story_id: int | None = None) -> Story:
    """A story that says what its first sighting says, with the parties of all."""
    told = sightings or (a_sighting(),)
    lead = told[0]
    event = lead.event
    return Story(
        id=story_id,
        sightings=told,
        lead=lead,
        kind=event.kind,
        act=event.act,
        status=event.status,
        parties=tuple(sorted({party for one in told for party in one.event.parties})),
        scope=event.scope,
        level=event.level,
        level_from=event.level_from,
        document=event.document,
        document_kind=event.document_kind,
        count=event.count,
        count_approx=event.count_approx,
        date=event.date,
        date_basis=event.date_basis,
        place=event.place,
        confidence=event.confidence,
        confirmed=any(one.trust is Trust.ALLOWED for one in told),
    )


def an_alert(
    story: Story | None = None,
    *,
    reason: Reason = Reason.FIRST,
    channels: Sequence[str] = ("desk",),
    created: datetime = NOW,
    article: Article | None = None,
) -> Alert:
    return Alert(
        reason=reason,
        watches=("partnership upgrades",),
        channels=tuple(channels),
        priority=Priority.HIGH,
        created=created,
        headline="Kazakhstan and Vietnam: strategic partnership (upgraded)",
        story=story,
        article=article,
    )


def keep(store: Store, story: Story, *, now: datetime = NOW) -> Story:
    """Store the articles that a story tells of, and then the story."""
    with store.transaction():
        for told in story.sightings:
            article = an_article(told.item, told.source)
            store.add_article(article, now=now, baseline=False)
        return store.save_story(story, now=now)


def keep_alert(store: Store, key: str = "1", *channels: str, not_before: datetime = NOW) -> int:
    """Store a whole journey: article, story, alert, and a delivery for each channel."""
    with store.transaction():
        story = keep(store, a_story(a_sighting(key=key)))
        alert = an_alert(story, channels=channels or ("desk",))
        return store.add_alert(alert, deliveries=dict.fromkeys(alert.channels, Held(not_before)))


def unseen(store: Store, items: Sequence[Item], source: str = "alpha") -> list[Item]:
    """Those that the store has not met."""
    return list(meet(store, source, items).new)
