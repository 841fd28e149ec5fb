"""No feed, list or page costs more than seconds, whatever is in it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator

import pytest
from sourcekit import NOW

from pacts.errors import FetchError
from pacts.model import Selectors
from sources.article import article_from_html
from sources.feed import read_feed
from sources.listing import read_listing
from sources.sitemap import read_sitemap

LIMIT = 12.0
"""Seconds. Each takes about one on a quiet machine; before its bound one took a hundred."""

PROSE = "<p>The leaders agreed that this paragraph is long enough to be counted as prose.</p>" * 5
SOME = "<html><body><h1>Title</h1>"

PAGES = {
    "tags": SOME + "<p>ab cd.</p>" * 200_000,
    "depth": SOME + "<div>" * 300_000 + PROSE,
    "links": SOME + PROSE + "<a href='/x'>some link text</a> " * 80_000,
    "headings": SOME + PROSE + "<h3>See more</h3>" * 100_000,
    "boxes": SOME + PROSE + "<div><h3>See more</h3><a href='/x'>x</a></div>" * 50_000,
    "lists": "<html><body>" + "<ul><li>a</li></ul>" * 100_000 + "<h1>Title</h1>" + PROSE,
    "titles": "<html><body>" + "<h1>a title</h1>" * 150_000 + PROSE,
    "attributes": f"<html><body><h1 {' '.join(f'a{n}=b' for n in range(200_000))}>T</h1>{PROSE}",
    "names": SOME + "<div class='" + "a-" * 1_000_000 + "'>" + PROSE,
    "data": "<script type='application/ld+json'>" + "[" * 400_000 + "</script>" + PROSE,
    "words": SOME + "<p>" + "word " * 590_000,
    "breaks": SOME + "<p>" + "a<br>" * 500_000,
    "title": "<html><head><title>" + "A - " * 700_000 + "</title></head><body>" + PROSE,
}
FEEDS = {
    "attributes": "<rss " + " ".join(f"a{n}='b'" for n in range(300_000)) + "><channel/></rss>",
    "unclosed": "<item " * 1_000_000,
    "ampersands": "<rss><channel><item><title>" + "&a" * 2_000_000,
    "entities": "<rss><channel><item><title>" + "&eacute;" * 800_000,
    "brackets": "<" * 5_000_000,
    "comments": "<!--" * 1_000_000,
    "declarations": "<!DOCTYPE r [" + '<!ATTLIST r a CDATA "x">' * 200_000 + "]><rss/>",
    "foreign": "<foo>" + "<item>x</item>" * 300_000,
    "items": "<rss><channel>" + "<item a='b'/>" * 400_000 + "</channel></rss>",
    "json": '{"items":[' + '{"id":1},' * 500_000 + "{}]}",
    "depth": '{"items":' + "[" * 3_000_000,
}
SITEMAPS = {
    "entries": "<urlset>" + "<url><loc>http://a/b</loc></url>" * 150_000 + "</urlset>",
    "lines": "http://a/b\n" * 500_000,
    "blanks": "http://a/b " + " " * 5_000_000 + "x",
    "one": "http://a/b" * 500_000,
}


@contextlib.contextmanager
def quickly() -> Iterator[None]:
    began = time.thread_time()
    with contextlib.suppress(FetchError):
        yield
    assert time.thread_time() - began < LIMIT


@pytest.mark.parametrize("name", PAGES)
def test_no_page_costs_more_than_seconds(name: str) -> None:
    with quickly():
        article_from_html(PAGES[name].encode(), url="http://h.org/a", now=NOW)


@pytest.mark.parametrize("name", FEEDS)
def test_no_feed_costs_more_than_seconds(name: str) -> None:
    with quickly():
        read_feed("outlet", FEEDS[name].encode(), "", "http://h.org/", limit=100)


@pytest.mark.parametrize("name", SITEMAPS)
def test_no_sitemap_costs_more_than_seconds(name: str) -> None:
    with quickly():
        read_sitemap("outlet", SITEMAPS[name].encode(), "", "http://h.org/", zone="UTC", now=NOW)


@pytest.mark.parametrize("name", ["tags", "depth", "links", "attributes"])
def test_no_listing_costs_more_than_seconds(name: str) -> None:
    with quickly():
        select = Selectors(item="div p, a")
        read_listing("outlet", select, PAGES[name].encode(), "", "http://h.org/", limit=100)
