"""``look``: what is behind an address, what of it is taken, and what it would bring."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fakeweb import FakeWeb
from listpages import pages
from newsroom import DULL, SIGNED, START, Newsroom
from sourcekit import door

from pacts.errors import UsageError
from sources.http import Web
from worker.adding.adding import Addition, look, name_of
from worker.adding.editing import read_sources
from worker.config.types import Config

CONFIG = Config((), (), ())


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire", "post") as room:
        room.publish("post", "rain", *DULL)
        room.publish("post", "signed", *SIGNED)
        yield room


@pytest.fixture
def web() -> Iterator[Web]:
    with door() as opened:
        yield opened


def seen(room: Newsroom, web: Web, path: str, **options: Any) -> Addition:
    return look(room.web.url(path), web, now=START, config=CONFIG, **options)


def test_the_address_of_a_feed_is_taken_as_it_is(room: Newsroom, web: Web) -> None:
    addition = seen(room, web, "/post/feed", name="post")
    assert dict(addition.new.fields) == {
        "name": "post",
        "url": room.web.url("/post/feed"),
        "language": "en",
        "allow_private": True,
    }


def test_what_the_newest_items_would_bring_is_shown_with_their_events(
    room: Newsroom, web: Web
) -> None:
    addition = seen(room, web, "/post/feed", items=2)
    assert [one.title for one in addition.tried] == [SIGNED[0], DULL[0]]
    assert [len(one.events) for one in addition.tried] == [1, 0]
    assert any("signed a fisheries agreement" in said for said in addition.tried[0].said)


def test_a_page_that_announces_a_feed_leads_to_it(room: Newsroom, web: Web) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/post/feed">'
    room.web.serve("/", f"<!doctype html><html><head>{link}</head><body>x</body></html>")
    addition = seen(room, web, "/")
    assert (addition.candidate.url, addition.candidate.found) == (
        room.web.url("/post/feed"),
        "declared by the page",
    )


def test_a_page_without_anything_is_refused_with_advice(room: Newsroom, web: Web) -> None:
    room.web.serve("/empty", "<!doctype html><html><body>nothing</body></html>")
    with pytest.raises(UsageError, match="kind listing"):
        seen(room, web, "/empty")


def test_an_address_that_is_in_the_file_is_refused_with_its_place(room: Newsroom, web: Web) -> None:
    file = read_sources(room.directory / "config" / "sources.yaml")
    with pytest.raises(UsageError, match=r'already: "post", .*sources\.yaml:5'):
        seen(room, web, "/post/feed", file=file)
    assert room.web.requests == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.b/c"])
def test_what_is_no_web_address_is_refused(room: Newsroom, web: Web, address: str) -> None:
    with pytest.raises(UsageError):
        look(address, web, now=START, config=CONFIG)


def test_a_password_in_an_address_is_refused_and_not_repeated(web: Web) -> None:
    with pytest.raises(UsageError, match="password") as refused:
        look("https://me:hunter2@a.example/feed", web, now=START, config=CONFIG)
    assert "hunter2" not in str(refused.value)


def test_a_public_address_is_looked_at_through_the_proxy(room: Newsroom) -> None:
    with FakeWeb() as proxy, door(proxy=proxy.url("")) as web:
        url = "http://outlet.example/feed"
        proxy.serve(url, room.feed("post"), "application/rss+xml")
        assert look(url, web, now=START, config=CONFIG, items=0).new.url == url


def test_a_name_inside_the_network_is_refused_with_what_to_do() -> None:
    inside = socket.getaddrinfo("10.0.0.1", 80, type=socket.SOCK_STREAM)
    with (
        door(resolver=lambda _host, _port: inside) as web,
        pytest.raises(UsageError, match="`allow_private: true`"),
    ):
        look("http://inside.example/feed", web, now=START, config=CONFIG)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.un.org/news/rss.xml", "un"),
        ("https://feeds.daily-news.co.uk/world", "daily-news"),
        ("http://127.0.0.1:80/feed", "127-0-0-1"),
        ("not an address", "source"),
    ],
)
def test_a_name_comes_from_the_address(url: str, name: str) -> None:
    assert name_of(url) == name


# --- no feed: sitemaps, then lists -----------------------------------------------------------

LIST = "a list with a span for the date"


def test_a_sitemap_for_news_is_taken_before_a_list(room: Newsroom, web: Web) -> None:
    (page,) = (one for one in pages() if one.name == LIST)
    room.web.serve("/news/", page.html)
    entry = (
        f"<url><loc>{room.web.url('/post/signed')}</loc><news:news><news:title>Kenya</news:title>"
        "<news:publication_date>2031-03-04T08:00:00Z</news:publication_date></news:news></url>"
    )
    room.web.serve(
        "/news-sitemap.xml",
        f"<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>{entry}</urlset>",
        "text/xml",
    )
    addition = seen(room, web, "/news/")
    assert [one.kind.value for one in addition.choices] == ["sitemap", "listing"]
    assert addition.new.fields["kind"] == "sitemap"
    assert [len(one.events) for one in addition.tried] == [1]
    other = seen(room, web, "/news/", pick=2)
    assert other.new.fields["kind"] == "listing"


def test_a_page_that_only_lists_gets_selectors_and_a_warning_to_look_at_them(
    room: Newsroom, web: Web
) -> None:
    (page,) = (one for one in pages() if one.name == LIST)
    room.web.serve("/news/", page.html)
    new = seen(room, web, "/news/").new
    assert new.fields["kind"] == "listing"
    assert new.fields["every"] == "30m"
    assert set(new.fields["select"]) >= {"item", "link", "date"}
    assert "look at the selectors" in new.comment


def test_an_address_that_robots_txt_forbids_is_refused_by_its_name(
    room: Newsroom, web: Web
) -> None:
    room.web.serve("/robots.txt", "User-agent: *\nDisallow: /post\n", "text/plain")
    with pytest.raises(UsageError, match=r"robots\.txt"):
        seen(room, web, "/post/feed")


def test_an_outlet_without_https_is_refused_with_what_to_write(room: Newsroom, web: Web) -> None:
    with pytest.raises(UsageError, match="write http:// in front"):
        look(f"127.0.0.1:{room.web.port}", web, now=START, config=CONFIG)


def test_a_choice_that_is_not_there_is_refused_with_how_many_there_are(
    room: Newsroom, web: Web
) -> None:
    with pytest.raises(UsageError, match="only 1 way to read it"):
        seen(room, web, "/post/feed", pick=4)


@pytest.mark.parametrize(
    ("body", "content_type", "said"),
    [
        (b"%PDF-1.7", "text/html", "a PDF document"),
        (b"GIF89a", "image/gif", "a picture"),
        (b"<div id=app></div><script src=/app.js></script>", "text/html", "scripts"),
    ],
)
def test_what_cannot_be_read_is_named(
    room: Newsroom, web: Web, body: bytes, content_type: str, said: str
) -> None:
    room.web.serve("/x", body, content_type)
    with pytest.raises(UsageError, match=said):
        seen(room, web, "/x")


def test_what_the_defaults_say_already_is_left_out_of_the_entry(room: Newsroom, web: Web) -> None:
    file = read_sources(room.directory / "config" / "sources.yaml")
    room.web.serve("/other", room.feed("post"), "application/rss+xml")
    assert set(seen(room, web, "/other", file=file).new.fields) == {"name", "url"}


def test_a_language_that_nothing_shows_is_left_to_the_defaults(room: Newsroom, web: Web) -> None:
    file = read_sources(room.directory / "config" / "sources.yaml")
    room.web.serve("/other", room.feed("post"), "application/rss+xml")
    assert "language" in file.defaults
    assert "language" not in seen(room, web, "/other", file=file, items=0).new.fields
