"""Sources tried out: what they list, and the events of one. Nothing is stored."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog

from extraction import extract
from pacts.errors import FetchError, FetchFailure, UsageError
from pacts.model import Event, Item, Source, Validators
from sources.article import read_article
from sources.fetch import list_items
from sources.http import Web
from worker.config import Config
from worker.documents import answer, event_line
from worker.runtime import load_config, open_web
from worker.shapes import time_json

log = structlog.get_logger("trying")


@dataclass(frozen=True, slots=True)
class TriedItem:
    """One item, its events, or the sentence that says why its page cannot be read."""

    title: str
    url: str
    published: datetime | None
    characters: int = 0
    events: tuple[Event, ...] = ()
    error: str | None = None

    @property
    def said(self) -> list[str]:
        """Lines for people."""
        if self.error:
            return [f"cannot be read: {self.error}"]
        day = f"{self.published:%Y-%m-%d}" if self.published else "no date"
        return [
            f"{day}, {self.characters} characters",
            *(f'{event_line(event)}: "{event.evidence.quote}"' for event in self.events),
        ]


@dataclass(frozen=True, slots=True)
class Tried:
    """What a source listed, and its newest items in full."""

    source: str
    listed: int
    items: tuple[TriedItem, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "listed": self.listed,
            "items": [
                {
                    "title": one.title,
                    "published": time_json(one.published),
                    "characters": one.characters,
                    "error": one.error,
                    **answer(one.url, one.events),
                }
                for one in self.items
            ],
        }


def try_source(name: str, directory: Path, *, items: int, now: datetime) -> Tried:
    """Raises UsageError when there is no such source and FetchError when it cannot be polled."""
    config = load_config(directory)
    source = next((one for one in config.sources if one.name == name), None)
    if source is None:
        known = ", ".join(one.name for one in config.sources)
        raise UsageError(f"no source is called {name!r}; there are: {known}")
    with open_web(config) as web:
        listing = list_items(source, web, Validators(), now=now)
        days = config.settings.news_days
        tried = tuple(_try_item(item, source, web, now, days) for item in listing.items[:items])
    return Tried(name, len(listing.items), tried)


def _try_item(item: Item, source: Source, web: Web, now: datetime, news_days: int) -> TriedItem:
    try:
        article = read_article(item, source, web, now=now)
    except FetchError as error:
        return TriedItem(item.title, item.url, item.published, error=error.reason)
    return TriedItem(
        article.title,
        article.url,
        article.published,
        len(article.text),
        extract(article, news_days=news_days),
    )


# --- every source, listing only ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reached:
    """Whether a source answers: how many items it lists, or why it cannot be polled."""

    source: str
    items: int = 0
    error: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {"source": self.source, "items": self.items, "error": self.error}


def reach_all(config: Config, *, now: datetime) -> list[Reached]:
    """Poll every source once, side by side; in the order of the configuration."""
    with open_web(config) as web, ThreadPoolExecutor(config.settings.workers) as pool:
        return list(pool.map(lambda source: _reach(source, web, now), config.sources))


def _reach(source: Source, web: Web, now: datetime) -> Reached:
    try:
        return Reached(source.name, len(list_items(source, web, Validators(), now=now).items))
    except FetchError as error:
        return Reached(source.name, error=error.reason)
    except Exception:  # one broken source must not hide the others: this is its boundary
        log.exception("poll_broke", source=source.name)
        return Reached(source.name, error=FetchFailure.UNEXPECTED.value)
