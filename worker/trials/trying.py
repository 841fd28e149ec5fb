"""Sources tried out, step by step with the time of each. Nothing is stored.

look up    the host's name
robots     what its robots.txt says of the address
fetch      the source itself: status, bytes, content type
moved      where it redirects to for good, if it does
parse      its items, and how many have a date
new        those that the database does not know
pages      the newest of them in full
events     what their texts report
alerts     what would be told of it (``worker/trials/rehearsal.py``)
to do      what may be done where it cannot be polled
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import structlog

from pacts.errors import FetchError, FetchFailure, StoreError
from pacts.model import Item, Source, Validators
from pacts.terms import SourceKind
from sources.fetch import list_items
from sources.http import Web
from sources.probe import addresses_of
from storage.store import Store
from worker.care.advice import advice_on
from worker.care.missed import may_have_missed
from worker.config import Config
from worker.journey.remembering import meet
from worker.life.runtime import load_config, open_door, open_web, source_called
from worker.trials.noting import Asked, NotingWeb
from worker.trials.rehearsal import TriedItem, rehearse

log = structlog.get_logger("trying")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a trial, in words."""

    name: str
    said: str
    seconds: float | None = None

    def as_json(self) -> dict[str, Any]:
        seconds = None if self.seconds is None else round(self.seconds, 3)
        return {"step": self.name, "said": self.said, "seconds": seconds}


@dataclass(frozen=True, slots=True)
class Tried:
    """What a source listed, and its newest items in full; ``error`` when it cannot be polled."""

    source: str
    listed: int = 0
    undated: int = 0
    new: int | None = None
    """None without a database."""
    items: tuple[TriedItem, ...] = ()
    steps: tuple[Step, ...] = ()
    error: str | None = None
    asked: tuple[Asked, ...] = ()
    """The requests for the listing."""

    def as_json(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "error": self.error,
            "listed": self.listed,
            "undated": self.undated,
            "new": self.new,
            "steps": [step.as_json() for step in self.steps],
            "requests": [
                {
                    "url": one.url,
                    "status": one.status,
                    "bytes": one.bytes,
                    "content_type": one.content_type,
                    "seconds": round(one.seconds, 3),
                    "error": one.error,
                }
                for one in self.asked
            ],
            "items": [one.as_json() for one in self.items],
        }


def try_source(
    name: str, directory: Path, *, database: Path | None = None, items: int, now: datetime
) -> Tried:
    """Try a configured source. Raises UsageError when there is none of that name."""
    config = load_config(directory)
    source = source_called(name, config)
    with open_door(NotingWeb, config) as web:
        return _Trial(source, web, config, now).run(items, database)


class _Trial:
    """One source on trial."""

    def __init__(self, source: Source, web: NotingWeb, config: Config, now: datetime) -> None:
        self._source = source
        self._web = web
        self._config = config
        self._now = now
        self._steps: list[Step] = []

    def run(self, items: int, database: Path | None) -> Tried:
        if self._source.kind is not SourceKind.FOLDER:
            self._look_up()
            self._robots()
        begun = time.monotonic()
        try:
            listing = list_items(self._source, self._web, Validators(), now=self._now)
        except FetchError as error:
            self._ask()
            means, act = advice_on(error.failure)[1:]
            self._steps.append(Step("parse", f"cannot be polled: {error.reason}"))
            self._steps.append(Step("to do", f"{means} {act}"))
            return replace(self._tried(), error=error.reason)
        asking, listed = self._ask(), listing.items
        if listing.moved_to:
            home = f"it redirects for good to {listing.moved_to}: change `url`"
            self._steps.append(Step("moved", home))
        undated = sum(item.published is None for item in listed)
        took = time.monotonic() - begun - asking
        self._steps.append(Step("parse", _listed(listed, undated), took))
        new = self._new(listed, database)
        asked = self._tried().asked
        read = rehearse(self._source, listed[:items], self._web, self._config, now=self._now)
        self._steps += _reading(read)
        return replace(
            self._tried(), listed=len(listed), undated=undated, new=new, items=read, asked=asked
        )

    def _tried(self) -> Tried:
        return Tried(self._source.name, steps=tuple(self._steps), asked=self._web.noted)

    def _look_up(self) -> None:
        host = urlsplit(self._source.url).hostname or ""
        begun = time.monotonic()
        found = addresses_of(host)
        if found == (host,):
            return
        said = f"{host} is {', '.join(found[:3])}" if found else f"{host} is not known here"
        self._steps.append(Step("look up", said, time.monotonic() - begun))

    def _robots(self) -> None:
        if not self._source.robots:
            self._steps.append(Step("robots", "not asked, by `robots: false`"))
            return
        begun = time.monotonic()
        try:
            delay = self._web.permission(self._source, self._source.url)
            said = "allowed" + (f", one request in {delay:g} s" if delay else "")
        except FetchError as error:
            said = error.reason
        self._steps.append(Step("robots", said, time.monotonic() - begun))

    def _ask(self) -> float:
        """The requests for the listing, one step each; how long they took."""
        asked = self._tried().asked
        self._steps += [Step("fetch", f"{one.said}  {one.url}", one.seconds) for one in asked]
        return sum(one.seconds for one in asked)

    def _new(self, listed: Sequence[Item], database: Path | None) -> int | None:
        if database is None or not database.is_file():
            self._steps.append(Step("new", "no database yet: the first poll takes all as known"))
            return None
        begun = time.monotonic()
        try:
            with Store.open(database, read_only=True) as store:
                met = meet(store, self._source.name, listed)
                polled = any(
                    state.name == self._source.name and state.baselined_at is not None
                    for state in store.source_states()
                )
        except StoreError as error:
            self._steps.append(Step("new", f"cannot be told: {error}"))
            return None
        said = f"{len(met.new)} of {len(listed)} are not in the database"
        if polled and may_have_missed(met):
            said += ": others may have come and gone since the last check"
        self._steps.append(Step("new", said, time.monotonic() - begun))
        return len(met.new)


def _listed(listed: Sequence[Item], undated: int) -> str:
    dated = [item.published for item in listed if item.published is not None]
    newest = f", the newest of {max(dated):%Y-%m-%d %H:%M} UTC" if dated else ""
    return f"{len(listed)} items, {undated} without a date{newest}"


def _reading(read: Sequence[TriedItem]) -> Iterator[Step]:
    good = [one for one in read if one.error is None]
    characters = sum(one.characters for one in good)
    said = f"{len(good)} of {len(read)} read, {characters:,} characters"
    yield Step("pages", said, sum(one.seconds for one in read))
    events = sum(len(one.events) for one in good)
    yield Step("events", f"{events} found", sum(one.extracting for one in read))
    alerts = sum(alert.reason.sends for one in good for alert in one.alerts)
    yield Step("alerts", f"{alerts} would be sent, were nothing told yet")


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
