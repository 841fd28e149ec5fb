"""Articles read as the service would read them, and what it would tell of them.

The decisions are those of the journey itself, on a database of their own that is thrown away: as
if nothing had been told yet, and no silence were set.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pacts.errors import FetchError
from pacts.model import Alert, Event, Item, Source
from pacts.terms import PublishedBy, Sign
from sources.http import Web
from worker.config import Config
from worker.journey.desk import Desk
from worker.journey.holding import believed
from worker.journey.reading import Reader
from worker.journey.settling import settle
from worker.journey.trust import BAD_ON_AVERAGE, dirt
from worker.showing.documents import answer, event_line
from worker.showing.shapes import time_json
from worker.trials.scratch import scratch


@dataclass(frozen=True, slots=True)
class TriedItem:
    """One item, its events, or the sentence that says why its page cannot be read."""

    title: str
    url: str
    published: datetime | None
    published_by: PublishedBy = PublishedBy.NOTHING
    characters: int = 0
    language: str | None = None
    events: tuple[Event, ...] = ()
    alerts: tuple[Alert, ...] = ()
    """What would be told, and what would not, with the reasons."""
    signs: tuple[Sign, ...] = ()
    """What makes its page look hijacked."""
    not_fetched: str | None = None
    """Why it was read as its listing gives it, where its page was left out."""
    error: str | None = None
    seconds: float = 0.0
    """Fetching and reading its page."""
    extracting: float = 0.0
    """Seconds for the events in it."""

    @property
    def said(self) -> list[str]:
        """Lines for people."""
        if self.error:
            return [f"cannot be read: {self.error}"]
        day = f"{self.published:%Y-%m-%d} ({self.published_by})" if self.published else "no date"
        unwanted = ["alert: none, no watch asks for it"] if self.events and not self.alerts else []
        return [
            f"{day}, {self.characters} characters, {self.language or 'language not known'}",
            *([self.not_fetched] if self.not_fetched else []),
            *(f'{event_line(event)}: "{event.evidence.quote}"' for event in self.events),
            *self._suspicion,
            *(_said(alert) for alert in self.alerts),
            *unwanted,
        ]

    @property
    def _suspicion(self) -> list[str]:
        if dirt(self.signs) < BAD_ON_AVERAGE:
            return []
        return [f"looks hijacked: {', '.join(sign.value for sign in self.signs)}"]

    def as_json(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "published": time_json(self.published),
            "published_by": self.published_by.value,
            "characters": self.characters,
            "language": self.language,
            "signs": [sign.value for sign in self.signs],
            "not_fetched": self.not_fetched,
            "error": self.error,
            "seconds": round(self.seconds + self.extracting, 3),
            "alerts": [_json(alert) for alert in self.alerts],
            **answer(self.url, self.events),
        }


def _said(alert: Alert) -> str:
    watches, channels = ", ".join(alert.watches), ", ".join(alert.channels)
    why = f": {alert.detail}" if alert.detail else ""
    if alert.reason.sends:
        return f"alert: {alert.reason}, watch {watches}, to {channels}{why}"
    return f"alert: kept and not sent ({alert.reason}), watch {watches}{why}"


def _json(alert: Alert) -> dict[str, Any]:
    return {
        "reason": alert.reason.value,
        "sent": alert.reason.sends,
        "headline": alert.headline,
        "watches": list(alert.watches),
        "channels": list(alert.channels),
        "detail": alert.detail,
    }


def rehearse(
    source: Source, items: Sequence[Item], web: Web, config: Config, *, now: datetime
) -> tuple[TriedItem, ...]:
    """Read the pages of items, look for events in them, and decide what would be told.

    In the order given; decided in the reverse of it, since listings begin with the newest.
    """
    with scratch([(source.name, source.kind.value, source.url)], now) as store:
        desk = Desk(store, web, config)
        reader = Reader(source, desk, now, first_poll=False)
        tried = [_tried(source, item, reader, desk, now) for item in reversed(items)]
    return tuple(reversed(tried))


def _tried(source: Source, item: Item, reader: Reader, desk: Desk, now: datetime) -> TriedItem:
    begun = time.monotonic()
    try:
        article, not_fetched = reader.read(item)
    except FetchError as error:
        took = time.monotonic() - begun
        return TriedItem(item.title, item.url, item.published, error=error.reason, seconds=took)
    read = time.monotonic()
    events = reader.events(article)
    extracted = time.monotonic()
    with desk.store.transaction():
        article, _ = believed(article, source, desk.store, now=now)
        desk.store.add_article(article, now=now, baseline=False)
        alerts = settle(article, events, desk, baseline=False, now=now)
    return TriedItem(
        title=article.title,
        url=article.url,
        published=article.published,
        published_by=article.published_by,
        characters=len(article.text),
        language=article.language,
        events=events,
        alerts=tuple(alerts),
        signs=article.signs,
        not_fetched=not_fetched,
        seconds=read - begun,
        extracting=extracted - read,
    )
