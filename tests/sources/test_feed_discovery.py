from __future__ import annotations

from collections.abc import Iterator

import pytest
from fakeweb import FakeWeb
from sourcekit import NOW, door, rss, source

from pacts.terms import SourceKind
from sources.candidates import Candidate
from sources.discover import MOST_FEEDS, find_feeds
from sources.http import Web

FEED = rss("<title>One</title><link>/1</link>")
OLD = rss("<title>Old</title><link>/old</link><pubDate>Wed, 01 Jan 2020 08:00:00 GMT</pubDate>")


@pytest.fixture
def site() -> Iterator[FakeWeb]:
    with FakeWeb() as web:
        yield web


@pytest.fixture
def web() -> Iterator[Web]:
    with door() as opened:
        yield opened


def feed(number: int) -> bytes:
    return rss(f"<title>Item {number}</title><link>/{number}</link>")


def found(site: FakeWeb, web: Web, path: str = "/") -> list[Candidate]:
    asked = source(site.url(path), SourceKind.LISTING)
    return find_feeds(web.get(asked, asked.url), asked, web, now=NOW)


def paths(site: FakeWeb, web: Web, path: str = "/") -> list[str]:
    return [one.url.removeprefix(site.url("")) for one in found(site, web, path)]


def declaring(*names: str) -> str:
    links = "".join(f"<link rel=alternate type=application/rss+xml href={one}>" for one in names)
    return f"<!doctype html><html><head>{links}</head><body>Welcome</body></html>"


def test_a_feed_is_its_own_feed(site: FakeWeb, web: Web) -> None:
    site.serve("/rss", FEED, "text/xml")
    (one,) = found(site, web, "/rss")
    assert (one.url, one.title, len(one.items)) == (site.url("/rss"), "T", 1)
    assert one.found == "the address itself"


def test_feeds_that_a_page_declares_come_in_its_order(site: FakeWeb, web: Web) -> None:
    site.serve(
        "/",
        "<head><link rel='alternate' type='application/rss+xml' href='/a.rss'>"
        "<link rel='stylesheet' type='text/css' href='/x.css'>"
        "<link rel='alternate' hreflang='fr' type='text/html' href='/fr'>"
        "<link REL='Alternate' type='application/atom+xml' href='b.atom'>"
        "<link rel='alternate' type='application/rss+xml' href='javascript:x'></head>",
    )
    site.serve("/a.rss", feed(1))
    site.serve("/b.atom", feed(2))
    site.serve("/fr", feed(3))
    assert paths(site, web) == ["/a.rss", "/b.atom"]


def test_links_are_tried_before_they_are_believed(site: FakeWeb, web: Web) -> None:
    site.serve("/", "<body><a href='/news/rss'>RSS</a><a href='/bad.rss'>RSS</a></body>")
    site.serve("/news/rss", FEED)
    site.serve("/bad.rss", "<html>moved</html>")
    assert paths(site, web) == ["/news/rss"]


def test_a_page_about_feeds_is_followed_one_page_on(site: FakeWeb, web: Web) -> None:
    site.serve("/", "<body><a href='/our-rss-service'>RSS</a></body>")
    site.serve("/our-rss-service", "<body><a href='/rss/world.xml'>World</a></body>")
    site.serve("/rss/world.xml", FEED)
    assert paths(site, web) == ["/rss/world.xml"]


def test_usual_places_are_tried_when_the_page_says_nothing(site: FakeWeb, web: Web) -> None:
    site.serve("/", "<body>Welcome</body>")
    site.serve("/rss.xml", FEED)
    (one,) = found(site, web)
    assert (one.url, one.found) == (site.url("/rss.xml"), "at a usual place")


def test_one_feed_under_two_addresses_is_offered_once(site: FakeWeb, web: Web) -> None:
    site.serve("/", declaring("/a.rss", "/b.rss"))
    site.serve("/a.rss", FEED)
    site.serve("/b.rss", FEED)
    assert paths(site, web) == ["/a.rss"]


def test_a_page_that_declares_hundreds_of_feeds_costs_a_dozen_requests(
    site: FakeWeb, web: Web
) -> None:
    site.serve("/", declaring(*(f"/{n}.rss" for n in range(300))))
    for number in range(300):
        site.serve(f"/{number}.rss", feed(number))
    assert len(found(site, web)) == MOST_FEEDS
    assert len(site.requests) == MOST_FEEDS + 1


def test_a_living_feed_stands_before_one_that_stopped_and_politics_before_sport(
    site: FakeWeb, web: Web
) -> None:
    site.serve("/", declaring("/stopped.rss", "/sport.rss", "/all.rss", "/politics.rss"))
    site.serve("/stopped.rss", OLD)
    for number, name in enumerate(("sport", "all", "politics")):
        site.serve(f"/{name}.rss", feed(number))
    assert paths(site, web) == ["/politics.rss", "/all.rss", "/sport.rss", "/stopped.rss"]


def test_a_site_without_feeds_has_none(site: FakeWeb, web: Web) -> None:
    site.serve("/", "<body>Welcome</body>")
    assert paths(site, web) == []
