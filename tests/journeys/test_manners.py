"""Politeness through the whole journey: what is not to be asked yet is asked later."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from newsroom import SIGNED, Newsroom

from pacts.errors import FetchFailure
from pacts.terms import Reason, Rung
from sources.http import Web
from storage.store import Store
from worker.life.runtime import Runtime, acquaint


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire", "daily") as opened:
        yield opened


@contextmanager
def running(room: Newsroom) -> Iterator[Runtime]:
    """A service that waits for nothing, and whose door has the clock of the room."""
    room.database.parent.mkdir(exist_ok=True)

    def seconds() -> float:
        return room.now.timestamp()

    web = Web(patience=0.0, clock=seconds)
    with Store.open(room.database) as store, web:
        acquaint(store, room.config, room.now)
        yield Runtime(room.config, store, web, lambda: room.now)


def tick(runtime: Runtime) -> None:
    """What the service does every few seconds."""
    for source in runtime.due():
        runtime.poll(source, early=False)


def pages(room: Newsroom) -> int:
    """How many pages were read, as those who serve them saw it."""
    asked = [request.path for request in room.web.requests]
    return sum(not path.endswith(("/feed", "/robots.txt")) for path in asked)


def test_pages_come_one_by_one_where_the_host_wants_time_between_them(room: Newsroom) -> None:
    room.web.serve("/robots.txt", "User-agent: *\nCrawl-delay: 30\n", "text/plain")
    for number in range(4):
        title, body = SIGNED
        room.publish("wire", f"signed-{number}", f"{number}. {title}", f"{number}: {body}")
    with running(room) as runtime:
        for _ in range(60):
            before = len(room.web.requests)
            tick(runtime)
            asked = [one.path for one in room.web.requests[before:] if one.path != "/robots.txt"]
            assert len(asked) <= 1
            room.later(seconds=10)
        assert pages(room) == 6
        assert runtime.store.unread() == {}
        # All of it was there at the first poll: known, and nothing to be told.
        assert {alert.reason for alert in runtime.store.alerts()} == {Reason.BASELINE}
    assert room.web.hits("/robots.txt") == 1


def test_what_a_host_postpones_neither_fails_nor_counts_as_a_try(room: Newsroom) -> None:
    room.web.serve("/robots.txt", "User-agent: *\nCrawl-delay: 30\n", "text/plain")
    with running(room) as runtime:
        for _ in range(3):
            tick(runtime)
        states = {state.name: state for state in runtime.store.source_states()}
        assert {state.failures for state in states.values()} == {0}
        assert runtime.store.source_health("daily").rung is Rung.OK
        room.later(hours=1)
        waiting = [runtime.store.put_off_items(name, room.now) for name in room.names]
        assert [tries for items in waiting for _, tries in items] == [0]


def test_a_page_that_robots_may_not_read_is_judged_at_once_by_what_its_listing_says(
    room: Newsroom,
) -> None:
    room.web.serve("/robots.txt", "User-agent: *\nDisallow: /wire/signed\n", "text/plain")
    with running(room) as runtime:
        tick(runtime)
        room.later(minutes=20)
        room.publish("wire", "signed", *SIGNED)
        for _ in range(3):
            tick(runtime)
            room.later(minutes=20)
        assert room.web.hits("/wire/signed") == 0
        assert runtime.store.unread() == {}
        assert len(list(runtime.store.alerts())) == 1


def test_a_listing_that_robots_may_not_read_fails_and_says_why(room: Newsroom) -> None:
    room.web.serve("/robots.txt", "User-agent: *\nDisallow: /wire/feed\n", "text/plain")
    with running(room) as runtime:
        tick(runtime)
        states = {state.name: state for state in runtime.store.source_states()}
    assert (states["wire"].last_error or "").startswith(FetchFailure.ROBOTS_DISALLOW.value)
    assert states["daily"].last_error is None
    assert room.web.hits("/wire/feed") == 0


def test_a_host_that_sends_one_source_away_is_asked_by_no_other_until_then(
    room: Newsroom,
) -> None:
    feed = room.feed("wire")
    room.web.fail("/wire/feed", 503, retry_after="3600")
    with running(room) as runtime:
        tick(runtime)
        asked = len(room.web.requests)
        for _ in range(11):
            room.later(minutes=5)
            tick(runtime)
        assert len(room.web.requests) <= asked + 1
        room.web.serve("/wire/feed", feed, "application/rss+xml")
        room.later(minutes=10)
        tick(runtime)
        states = {state.name: state for state in runtime.store.source_states()}
        assert states["wire"].last_success == states["daily"].last_success == room.now
        assert states["daily"].failures == 0
