"""What ``check`` says of watches that are dead, mute or noisy, by what the database has of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from alerting.matching.watches import asks_for, is_about
from pacts.errors import Problem, StoreError
from pacts.model import Watch
from storage.store import Store
from worker.config import Config
from worker.config.checks import Raw, entries
from worker.config.document import Document, Loc
from worker.config.load import read_keywords
from worker.trials.upkeep import WINDOW, Finding, Upkeep, overshadowed, upkeep

_MOST_STORIES: Final = 2_000
_MOST_READ: Final = 100
"""Of a watch that is silent: the latest stories, and those whose articles are read."""
_WAIT: Final = 0.5
"""Seconds for another process that holds the database."""


def upkeep_of(
    store: Store, watches: Sequence[Watch], *, now: datetime, window: timedelta = WINDOW
) -> tuple[Upkeep, ...]:
    """What each watch came to, by the database."""
    since = now - window
    found = upkeep(
        watches,
        store.watches_since(),
        store.watch_alerts(since),
        store.articles_read(since, by_language=any(watch.languages for watch in watches)),
        now=now,
        window=window,
    )
    return tuple(
        _looked_at(one, watch, store, now) if one.silent and watch.events else one
        for one, watch in zip(found, watches, strict=True)
    )


def _looked_at(one: Upkeep, watch: Watch, store: Store, now: datetime) -> Upkeep:
    """A silent watch, held against the stories themselves."""
    stories = store.stories(since=one.since, limit=_MOST_STORIES)
    wanted = [story for story in stories if is_about(watch, story)]
    count = sum(
        any(asks_for(watch, story, article) for article in store.articles_of(story.id or 0))
        for story in wanted[:_MOST_READ]
    )
    return overshadowed(one, count, now) if count else one


def watch_warnings(config: Config, database: Path, *, now: datetime) -> tuple[Problem, ...]:
    """A warning for each finding, at the watch or the keyword.

    A database that is missing or cannot be read gives none: this is no check of it.
    """
    if not database.is_file():
        return ()
    try:
        with Store.open(database, read_only=True, wait=_WAIT) as store:
            found = upkeep_of(store, config.watches, now=now)
    except StoreError:
        return ()
    if not any(one.findings for one in found):
        return ()
    document = read_keywords(config.directory)
    return tuple(_placed(document, found)) if document else ()


def _placed(document: Document, found: Sequence[Upkeep]) -> Iterator[Problem]:
    places = {raw["name"]: (loc, raw) for loc, raw in entries(document, "watches")}
    for one in found:
        loc, raw = places[one.watch]
        for finding in one.findings:
            yield document.problem((*loc, *_inside(finding, raw)), finding.words)


def _inside(finding: Finding, raw: Raw) -> Loc:
    keywords = raw.get("keywords")
    words = keywords.get("any") if isinstance(keywords, dict) else None
    if finding.keyword is None or not isinstance(words, list):
        return ("name",)
    return ("keywords", "any", words.index(finding.keyword))
