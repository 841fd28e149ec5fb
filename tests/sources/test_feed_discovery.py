from __future__ import annotations

from collections.abc import Iterator

import pytest
from fakeweb import FakeWeb
from sourcekit import door, fails, rss

from pacts.errors import FetchFailure
from sources.discover import find_feeds
from sources.http import Web
from sources.opml import read_opml

FEED = rss("<title>One</title><link>/1</link>")


@pytest.fixture
def site() -> Iterator[FakeWeb]:
    with FakeWeb() as web:
        yield web


@pytest.fixture
def web() -> Iterator[Web]:
    with door() as opened:
        yield opened


def found(site: FakeWeb, web: Web, path: str = "/") -> list[str]:
    feeds = find_feeds(site.url(path), web, allow_private=True)
    return [feed.removeprefix(site.url("")) for feed in feeds]


def test_a_feed_is_its_own_feed(site: FakeWeb, web: Web) -> None:
    site.serve("/rss", FEED, "text/xml")
    assert found(site, web, "/rss") == ["/rss"]


def test_feeds_that_a_page_declares_come_in_its_order(site: FakeWeb, web: Web) -> None:
    site.serve(
        "/",
        "<head><link rel='alternate' type='application/rss+xml' href='/a.rss'>"
        "<link rel='stylesheet' type='text/css' href='/x.css'>"
        "<link rel='alternate' hreflang='fr' type='text/html' href='/fr'>"
        "<link REL='Alternate' type='application/atom+xml' href='b.atom'>"
        "<link rel='alternate' type='application/feed+json' href='/c.json'>"
        "<link rel='alternate' type='application/rss+xml' href='javascript:x'></head>",
    )
    assert found(site, web) == ["/a.rss", "/b.atom", "/c.json"]


def test_links_and_usual_places_are_tried_before_they_are_believed(site: FakeWeb, web: Web) -> None:
    site.serve("/", "<body><a href='/news/rss'>RSS</a><a href='/bad.rss'>RSS</a></body>")
    site.serve("/news/rss", FEED)
    site.serve("/bad.rss", "<html>moved</html>")
    site.serve("/feed", FEED)
    assert found(site, web) == ["/news/rss", "/feed"]


def test_a_site_without_feeds_has_none(site: FakeWeb, web: Web) -> None:
    site.serve("/", "<body>Welcome</body>")
    assert found(site, web) == []


def test_a_page_that_cannot_be_had_says_why(site: FakeWeb, web: Web) -> None:
    with fails(FetchFailure.NOT_FOUND):
        found(site, web, "/none")
    with fails(FetchFailure.BAD_ADDRESS):
        find_feeds(site.url("/"), web)


# --- OPML ----------------------------------------------------------------------------------


def test_opml_gives_titles_and_addresses_once_and_in_order() -> None:
    data = """<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><body>
    <outline text="Báo chí">
    <outline type="rss" text="Thế giới &amp; x" xmlUrl="https://a.vn/r?a=1&amp;b=2"/>
    <outline type="rss" xmlUrl="https://b.vn/rss"/><outline type="rss" xmlUrl="javascript:x"/>
    </outline>
    <outline type="rss" title="Again" xmlUrl="https://b.vn/rss"/></body></opml>"""
    assert read_opml(data.encode()) == [
        ("Thế giới & x", "https://a.vn/r?a=1&b=2"),
        ("https://b.vn/rss", "https://b.vn/rss"),
    ]


@pytest.mark.parametrize(
    "data", [b"", b"words", b"<html/>", b"<opml/>", b"http://127.0.0.1:1/list.opml"]
)
def test_what_lists_no_feeds_says_so_and_is_never_fetched(data: bytes) -> None:
    with pytest.raises(ValueError, match="lists no feeds"):
        read_opml(data)


def test_opml_with_entities_is_refused() -> None:
    with pytest.raises(ValueError, match="entities"):
        read_opml(b'<!DOCTYPE o [<!ENTITY a "b">]><opml><body/></opml>')
