"""A database that is locked, or on a full disk: work stops, nothing is blamed, work goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from holder import held
from newsroom import SIGNED, Newsroom

from pacts.errors import StoreUnavailableError
from sources.http import Web
from storage.store import Store
from worker.care.acquaint import acquaint
from worker.life.runtime import Runtime
from worker.life.trouble import WAITS, Trouble

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
FULL = StoreUnavailableError("p.db: the disk is full", passes=True)


def at(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def test_tries_grow_further_apart_while_the_database_refuses() -> None:
    trouble, now, waits = Trouble(), NOW, []
    for _ in range(len(WAITS) + 2):
        trouble.refused(FULL, now)
        waits.append(timedelta(seconds=trouble.wait(now)))
        now += waits[-1]
        assert trouble.rests(now - timedelta(seconds=1))
        assert not trouble.rests(now)
    assert waits == [*WAITS, WAITS[-1], WAITS[-1]]


def test_a_clock_that_is_put_back_lengthens_no_wait() -> None:
    trouble = Trouble()
    trouble.refused(FULL, NOW)
    assert trouble.rests(NOW)
    assert not trouble.rests(at(-3600))
    assert trouble.wait(at(-3600)) == 0.0


def test_threads_that_meet_the_same_refusal_lengthen_no_wait() -> None:
    trouble = Trouble()
    for _ in range(5):
        trouble.refused(FULL, NOW)
    assert trouble.wait(NOW) == WAITS[0].total_seconds()


def test_it_is_over_when_it_worked_for_a_minute_and_until_that_was_told() -> None:
    trouble = Trouble()
    for second in (0, 90):
        trouble.refused(FULL, at(second))
        assert trouble.stands
        assert trouble.works(at(second + 1)) is None
        assert not trouble.stands
    assert trouble.reason == str(FULL)
    assert trouble.works(at(150)) is None
    over = trouble.works(at(151))
    assert over is not None
    assert (over.since, over.until, over.worth_telling) == (at(0), at(90), True)
    assert trouble.works(at(152)) == over
    trouble.forget()
    assert trouble.works(at(153)) is None
    trouble.refused(FULL, at(300))
    assert trouble.wait(at(300)) == WAITS[0].total_seconds()


def test_a_single_refusal_is_not_worth_a_message() -> None:
    trouble = Trouble()
    trouble.refused(FULL, NOW)
    assert trouble.works(at(10)) is None
    over = trouble.works(at(100))
    assert over is not None
    assert not over.worth_telling


# --- polls ---------------------------------------------------------------------------------


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path) as room:
        room.publish("wire", "signed", SIGNED[0], SIGNED[1] + " The lawyers left early." * 4000)
        yield room


@contextmanager
def running(room: Newsroom) -> Iterator[Runtime]:
    room.database.parent.mkdir()
    with Store.open(room.database, wait=0.05) as store, Web(spacing=0) as web:
        acquaint(store, room.config, room.now)
        yield Runtime(room.config, store, web, lambda: room.now, notify_baseline=True)


def pages(store: Store, *, more: int) -> None:
    """Let the file grow by so many pages and no further, as on a full disk."""
    (count,) = store._db.conn.execute("PRAGMA page_count").fetchone()
    store._db.conn.execute(f"PRAGMA max_page_count = {count + more}")


def test_an_article_that_finds_no_room_is_not_put_off_and_comes_with_the_next_poll(
    room: Newsroom,
) -> None:
    with running(room) as runtime:
        pages(runtime.store, more=4)
        polled = room.poll(runtime)
        assert polled.interrupted
        assert polled.error is not None
        assert "the disk is full; make room on it (SQLITE_FULL)" in polled.error
        assert runtime.store.unread() == {}
        assert runtime.store.source_state("wire").next_check <= room.now
        pages(runtime.store, more=10_000)
        runtime.trouble.works(room.now)
        assert room.poll(runtime).error is None
        assert len(list(runtime.store.articles())) == 2
        assert len(runtime.store.alerts()) == 1


def test_nothing_is_fetched_while_the_database_refuses(room: Newsroom) -> None:
    with running(room) as runtime:
        with held(room.database):
            assert "another process holds the database" in (room.poll(runtime).error or "")
        asked = len(room.web.requests)
        assert room.poll(runtime).interrupted
        assert len(room.web.requests) == asked
        runtime.trouble.works(room.now)
        assert room.poll(runtime).stored == 2
