"""Pages of several hosts in one poll, and which of them are still asked."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import format_datetime
from pathlib import Path

import pytest
from fakeweb import FakeWeb
from newsroom import DULL, START, Newsroom, Told, page
from sourcekit import fails, rss

from pacts.errors import FetchFailure
from pacts.model import Item
from worker.journey.desk import Desk
from worker.journey.reading import ASIDE_SECONDS, Reader, host_of


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


def test_a_poll_whose_pages_take_minutes_leaves_the_rest_for_later(room: Newsroom) -> None:
    item = Item("wire", "1", room.web.url("/wire/weather"), DULL[0])
    with room.runtime() as runtime:
        desk = Desk(runtime.store, runtime.web, runtime.config)
        (wire,) = runtime.config.sources
        slow = Reader(wire, desk, room.now, first_poll=False, longest=0.0)
        with fails(FetchFailure.POSTPONED) as caught:
            slow.read(item)
        assert caught.error is not None
        assert (caught.error.retry_after or 0.0) >= ASIDE_SECONDS
        assert room.web.hits("/wire/weather") == 0
        assert Reader(wire, desk, room.now, first_poll=False).read(item)[0].title == DULL[0]


def test_an_address_that_cannot_be_read_has_no_host() -> None:
    assert host_of("http://[::1/") == host_of("") == host_of("news.html") == ""
    assert host_of("https://News.Example:8080/a") == "news.example"


def test_an_article_has_the_language_of_its_letters_whatever_its_source_is_said_to_be(
    room: Newsroom,
) -> None:
    title = "Кения и Фиджи подписали соглашение"
    room.publish("wire", "signed", title, f"{title} о рыболовстве во вторник в городе Сува. " * 12)
    with room.runtime() as runtime:
        room.poll(runtime)
        languages = {one.title: one.language for _, one in runtime.store.articles()}
    assert languages == {title: "ru", DULL[0]: "en"}
