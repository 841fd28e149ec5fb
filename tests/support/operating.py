"""Polls that are closed one after another on a clock of their own, and what the operator hears.

No web: a test says what came of each poll. ``Office.live`` asks each source when its time has
come, as the service does, and lets a world say what it answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from pacts.errors import FetchError, FetchFailure
from pacts.model import Alert, Channel, Item, Listing, Selectors, Source, Validators
from pacts.terms import Reason, Rung, SourceKind
from storage.records import SourceHealth
from storage.store import Store
from worker.config import Config
from worker.config.types import Settings
from worker.journey.closing import Closing, close
from worker.journey.remembering import meet

START = datetime(2031, 3, 3, 8, tzinfo=UTC)
"""A Monday."""
TICK = timedelta(minutes=5)
TITLE = "Ministers of both countries meet in the capital"

Outcome = Listing | FetchFailure
World = Callable[[Source, datetime], Outcome]


def sources(count: int = 1, *, every: timedelta = timedelta(minutes=15)) -> tuple[Source, ...]:
    names = ["wire", *(f"wire-{number}" for number in range(2, count + 1))]
    return tuple(
        Source(name, SourceKind.FEED, f"https://{name}.example/feed", every=every) for name in names
    )


def a_page(name: str = "list") -> Source:
    url = f"https://{name}.example/news"
    return Source(name, SourceKind.LISTING, url, select=Selectors("article.teaser"))


def listing(source: Source, keys: Sequence[object] = (), *, moved_to: str | None = None) -> Listing:
    """What a source lists: an item for each key, dated and with a headline."""
    items = tuple(
        Item(source.name, str(key), f"{source.url}/{key}", f"{TITLE} ({key})", published=START)
        for key in keys
    )
    hashed = Validators(body_hash=f"{source.name}{keys}")
    return Listing(source.name, items, hashed, moved_to=moved_to)


class Office:
    """A database, and an operator who is told on the console."""

    def __init__(self, directory: Path, *configured: Source, operator: bool = True) -> None:
        self.sources = {source.name: source for source in configured or sources()}
        settings = Settings(operator=("console",) if operator else ())
        self.config = Config(
            tuple(self.sources.values()), (), (Channel("console"),), settings, directory
        )
        self.store = Store.open(directory / "office.db")
        # Thousands of polls: a power failure is not what these tests are about.
        self.store._db.conn.execute("PRAGMA synchronous = OFF")
        rows = [(one.name, one.kind.value, one.url) for one in self.sources.values()]
        self.store.register_sources(rows, START)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()

    def closed(self, outcome: Outcome, now: datetime, name: str = "wire") -> int:
        """One poll that came to this; how many alerts the operator gets of it."""
        source = self.sources[name]
        state, fresh = self.store.source_state(name), 0
        if isinstance(outcome, Listing):
            met = meet(self.store, name, outcome.items)
            for item in met.new:
                self.store.give_up(item, reason="not read in this test", now=now)
            fresh = len(met.new)
        case = Closing(source, state, self.store, self.config, now, fresh=fresh)
        return close(case, outcome if isinstance(outcome, Listing) else FetchError(name, outcome))

    def live(self, world: World, *, until: datetime, since: datetime = START) -> None:
        """Tick as the service does: ask every source whose time has come."""
        now = since
        while now < until:
            for name in self.store.due_sources(self.sources, now):
                self.closed(world(self.sources[name], now), now, name)
            now += TICK

    def due(self, name: str = "wire") -> datetime:
        return self.store.source_state(name).next_check

    def health(self, name: str = "wire") -> SourceHealth:
        return self.store.source_health(name)

    def rung(self, name: str = "wire") -> Rung:
        return self.health(name).rung

    def told(self) -> list[Alert]:
        """What the operator has heard, the oldest first."""
        told = [one for one in self.store.alerts() if one.reason is Reason.OPERATOR]
        return sorted(told, key=lambda one: one.id or 0)

    def headlines(self) -> list[str]:
        return [one.headline for one in self.told()]
