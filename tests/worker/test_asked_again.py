"""What is asked again and when, through the whole journey and over restarts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from newsroom import SIGNED, START, Newsroom
from structlog.testing import capture_logs

from worker.care.interval import interval
from worker.life.service import log_poll


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire") as room:
        yield room


def serve_with_one_tag_for_ever(room: Newsroom) -> None:
    room.web.serve("/wire/feed", room.feed("wire"), "application/rss+xml", etag='"same"')


def test_news_of_a_server_that_says_not_modified_for_ever_is_found_within_a_day(
    room: Newsroom,
) -> None:
    serve_with_one_tag_for_ever(room)
    found = []
    with room.runtime() as runtime:
        room.poll(runtime)
        room.publish("wire", "signed", *SIGNED)
        serve_with_one_tag_for_ever(room)
        while room.now < START + timedelta(hours=24):
            room.later(hours=1)
            if room.poll(runtime).stored:
                found.append(room.now - START)
    assert len(found) == 1
    assert timedelta(hours=18) <= found[0] <= timedelta(hours=24)


def test_a_first_poll_that_is_told_not_modified_is_none(room: Newsroom) -> None:
    room.publish("wire", "signed", *SIGNED)
    room.web.serve("/wire/feed", "", "application/rss+xml", status=304)
    with room.runtime() as runtime:
        assert room.poll(runtime).error
        room.web.serve("/wire/feed", room.feed("wire"), "application/rss+xml")
        room.later(hours=1)
        polled = room.poll(runtime)
        assert (polled.stored, polled.alerts) == (2, 0)  # the silent first poll


def test_the_hour_of_the_whole_list_is_not_midnight_for_everybody(room: Newsroom) -> None:
    serve_with_one_tag_for_ever(room)
    with room.runtime() as runtime:
        room.poll(runtime)
        room.now = START.replace(hour=23, minute=55)
        room.poll(runtime)
        room.later(minutes=10)
        room.poll(runtime)
    asked = room.web.asked("/wire/feed")
    sent = [request.headers.get("if-none-match") for request in asked]
    assert sent == [None, '"same"', '"same"']


def test_a_source_whose_host_rests_waits_in_silence_and_has_not_failed(room: Newsroom) -> None:
    room.web.fail("/wire/feed", 429, retry_after="600")
    with room.runtime() as runtime:
        failed = room.poll(runtime)
        room.later(minutes=1)
        with capture_logs() as logs:
            log_poll(failed)
            log_poll(room.poll(runtime))
        failures = runtime.store.source_state("wire").failures
    assert failures == 1
    assert [(log["event"], log["log_level"]) for log in logs] == [
        ("poll_failed", "warning"),
        ("poll_postponed", "info"),
    ]
    assert logs[1]["until"].startswith("20")


def test_the_interval_follows_the_news_of_a_source_and_survives_restarts(room: Newsroom) -> None:
    config = room.configure()
    text = (config / "sources.yaml").read_text()
    bounds = "every: 15m, at_least: 5m, at_most: 2h,"
    (config / "sources.yaml").write_text(text.replace("every: 15m,", bounds))
    lengths = []
    for _ in range(4):  # each time another process
        with room.runtime() as runtime:
            for _ in range(15):  # polls without news
                room.poll(runtime)
                state = runtime.store.source_state("wire")
                wait = state.next_check - room.now
                length = interval(runtime.config.sources[0], state.watched)
                assert length / 2 <= wait <= length
                room.now = state.next_check
        lengths.append(length)
    assert lengths == sorted(lengths)
    assert lengths[-1] == timedelta(hours=2)
