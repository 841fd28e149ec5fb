"""Pages of several hosts in one poll, and which of them are still asked."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import format_datetime
from pathlib import Path

import pytest
from fakeweb import FakeWeb
from newsroom import DULL, START, Newsroom, Told, page
from sourcekit import rss

from worker.reading import host_of


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire") as room:
        yield room


@pytest.fixture
def other() -> Iterator[FakeWeb]:
    with FakeWeb(host="127.0.0.2") as other:
        yield other


def test_a_host_that_is_down_is_left_alone_and_others_in_the_same_feed_are_not(
    room: Newsroom, other: FakeWeb
) -> None:
    down = [room.web.fail(f"/down/{number}", 503) for number in range(6)]
    up = [
        other.serve(f"/up/{number}", page(Told(f"{number}", f"Part {number}", DULL[1], START)))
        for number in range(6)
    ]
    links = [link for pair in zip(down, up, strict=True) for link in pair]
    items = (
        f"<title>{link}</title><link>{link}</link><pubDate>{format_datetime(START)}</pubDate>"
        for link in links
    )
    room.web.serve("/wire/feed", rss(*items), "application/rss+xml")
    with room.runtime() as runtime:
        polled = room.poll(runtime)
    assert (polled.stored, polled.put_off) == (6, 6)
    assert sum(room.web.hits(f"/down/{number}") for number in range(6)) == 3


def test_an_address_that_cannot_be_read_has_no_host() -> None:
    assert host_of("http://[::1/") == host_of("") == host_of("news.html") == ""
    assert host_of("https://News.Example:8080/a") == "news.example"
