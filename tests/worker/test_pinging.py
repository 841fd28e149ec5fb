"""When the service says that it is well, and what it says when nobody hears that."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fakeweb import FakeWeb, Reply
from structlog.testing import capture_logs

from pacts.errors import FetchError, FetchFailure
from worker.config import Settings
from worker.life.pinging import Pinging

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
SECRET = "5e-c4e7"


def eventually(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        time.sleep(0.005)


@pytest.fixture
def web() -> FakeWeb:
    with FakeWeb() as web:
        yield web


def settings(web: FakeWeb) -> Settings:
    return Settings(ping=web.url(f"/{SECRET}"), ping_every_seconds=300.0)


def beat(pinging: Pinging, wanted: Settings, now: datetime) -> None:
    """One healthy tick, and its ping to the end."""
    pinging.healthy(wanted, now)
    thread = pinging._thread
    if thread is not None:
        thread.join(10)


def test_it_pings_at_most_once_in_its_interval(web: FakeWeb) -> None:
    web.script(f"/{SECRET}", Reply(b"OK"))
    pinging = Pinging()
    for tick in range(0, 901, 5):
        beat(pinging, settings(web), NOW + timedelta(seconds=tick))
    assert len(web.requests) == 4


def test_without_an_address_nothing_is_asked(web: FakeWeb) -> None:
    pinging = Pinging()
    beat(pinging, replace(settings(web), ping=None), NOW)
    assert pinging._thread is None


def test_a_failure_is_logged_once_and_its_end_once_and_never_the_address(web: FakeWeb) -> None:
    refuse, take = Reply(b"no", status=500), Reply(b"OK")
    web.script(f"/{SECRET}", refuse, refuse, refuse, take, take)
    pinging = Pinging()
    with capture_logs() as logs:
        for number in range(5):
            beat(pinging, settings(web), NOW + timedelta(minutes=5 * number))
    assert [(log["event"], log.get("reason")) for log in logs] == [
        ("ping_failed", "the server reports an error of its own (HTTP 500)"),
        ("ping_works_again", None),
    ]
    assert SECRET not in str(logs)
    assert SECRET not in repr(settings(web))


def test_a_host_that_is_not_there_is_logged_without_its_name() -> None:
    def send(_: Settings) -> None:
        raise FetchError("ping", FetchFailure.HOST_UNKNOWN, "s3cret.example")

    with capture_logs() as logs:
        beat(Pinging(send), Settings(ping="https://s3cret.example/"), NOW)
    assert [log["reason"] for log in logs] == ["the host name does not resolve"]


def test_what_nobody_foresaw_ends_no_tick_and_tells_no_secret() -> None:
    def send(_: Settings) -> None:
        raise RuntimeError(SECRET)

    with capture_logs() as logs:
        beat(Pinging(send), Settings(ping="https://a.example/"), NOW)
    assert [log["reason"] for log in logs] == ["an unexpected RuntimeError"]


def test_a_monitor_that_hangs_delays_no_tick_and_is_asked_by_one_thread_only() -> None:
    gate, asked = threading.Event(), []

    def send(_: Settings) -> None:
        asked.append(1)
        gate.wait(10)

    pinging = Pinging(send)
    begun = time.monotonic()
    for number in range(20):
        pinging.healthy(Settings(ping="https://a.example/"), NOW + timedelta(hours=number))
    assert time.monotonic() - begun < 5
    eventually(lambda: asked == [1])
    gate.set()
