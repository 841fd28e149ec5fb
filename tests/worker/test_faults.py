"""Faults of our own: none may stop other sources, lose an item, or strike at every tick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from newsroom import DULL, SIGNED, Newsroom

from pacts.errors import FetchFailure
from pacts.model import Source, Validators
from sources.http import Response, Web
from worker.life.runtime import Runtime

UNEXPECTED = FetchFailure.UNEXPECTED.value


class Faulty(Web):
    """A door with a fault: what has ``fault`` in its address breaks in a way nobody foresaw."""

    fault = "nothing"

    def get(self, source: Source, url: str, *, validators: Validators | None = None) -> Response:
        if self.fault in url:
            raise ZeroDivisionError("nobody foresaw this")
        return super().get(source, url, validators=validators)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire") as room:
        yield room


@pytest.fixture
def runtime(room: Newsroom) -> Iterator[Runtime]:
    with room.runtime(notify_baseline=True) as runtime, Faulty() as web:
        yield replace(runtime, web=web)


def break_at(runtime: Runtime, address: str) -> None:
    assert isinstance(runtime.web, Faulty)
    runtime.web.fault = address


def test_a_fault_in_one_page_is_put_off_and_stops_no_other(
    room: Newsroom, runtime: Runtime
) -> None:
    room.publish("wire", "poison", "Snow", DULL[1])
    room.publish("wire", "signed", *SIGNED)
    break_at(runtime, "poison")
    polled = room.poll(runtime)
    assert (polled.stored, polled.put_off, polled.alerts) == (2, 1, 1)
    assert runtime.store.unread() == {"wire": (1, UNEXPECTED)}
    break_at(runtime, "nothing")
    room.later(minutes=15)
    assert room.poll(runtime).stored == 1


def test_a_fault_in_a_listing_is_a_failed_poll(room: Newsroom, runtime: Runtime) -> None:
    break_at(runtime, "feed")
    assert room.poll(runtime).error == UNEXPECTED
    state = runtime.store.source_state("wire")
    assert (state.failures, state.last_error) == (1, UNEXPECTED)
    assert state.next_check > room.now


def test_a_fault_anywhere_else_leaves_the_source_alone_for_an_hour(
    room: Newsroom, runtime: Runtime
) -> None:
    faults = iter([False, ZeroDivisionError])

    def stopping() -> bool:
        fault = next(faults)
        if fault:
            raise ZeroDivisionError
        return False

    assert room.poll(replace(runtime, stopping=stopping)).error == UNEXPECTED
    state = runtime.store.source_state("wire")
    assert (state.next_check - room.now).total_seconds() == 3600


def test_a_database_that_refuses_is_told_and_nothing_is_raised(
    room: Newsroom, runtime: Runtime
) -> None:
    runtime.store.close()
    assert "closed" in (room.poll(runtime).error or "")
