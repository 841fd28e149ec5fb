from __future__ import annotations

from collections.abc import Iterator

import pytest
from fakeweb import FakeWeb
from sourcekit import NOW, door, source

from pacts.terms import SourceKind
from sources.candidates import Candidate
from sources.http import Web
from sources.maps import find_sitemaps, is_news, read_candidates

NEWS = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{site}/story-1</loc>'
    "<news:news><news:publication_date>2025-05-31T08:00:00Z</news:publication_date>"
    "<news:title>Kenya and Fiji sign</news:title></news:news></url></urlset>"
)
PLAIN = (
    "<urlset><url><loc>{site}/story-1</loc><lastmod>2025-05-31</lastmod></url>"
    "<url><loc>{site}/story-2</loc><lastmod>2025-05-30</lastmod></url></urlset>"
)
INDEX = (
    "<sitemapindex><sitemap><loc>{site}/sitemap-2024-05.xml</loc></sitemap>"
    "<sitemap><loc>{site}/sitemap-news.xml</loc></sitemap></sitemapindex>"
)


@pytest.fixture
def site() -> Iterator[FakeWeb]:
    with FakeWeb() as web:
        yield web


@pytest.fixture
def web() -> Iterator[Web]:
    with door() as opened:
        yield opened


def put(site: FakeWeb, path: str, text: str) -> None:
    site.serve(path, text.replace("{site}", site.url("").rstrip("/")), "application/xml")


def found(site: FakeWeb, web: Web) -> list[Candidate]:
    asked = source(site.url("/"), SourceKind.LISTING)
    return find_sitemaps(asked.url, asked, web, now=NOW)


def test_the_sitemaps_of_robots_txt_are_read_and_that_for_news_comes_first(
    site: FakeWeb, web: Web
) -> None:
    robots = (
        "User-agent: *\nDisallow: /x\nSITEMAP: {site}/map.xml\n  Sitemap:{site}/news-map.xml #\n"
    )
    put(site, "/robots.txt", robots)
    put(site, "/map.xml", PLAIN)
    put(site, "/news-map.xml", NEWS)
    first = found(site, web)[0]
    assert (first.url, first.found) == (site.url("/news-map.xml"), "named in robots.txt")
    assert is_news(first)
    assert [item.title for item in first.items] == ["Kenya and Fiji sign"]


def test_usual_places_are_tried_where_robots_txt_names_none(site: FakeWeb, web: Web) -> None:
    put(site, "/sitemap.xml", PLAIN)
    (one,) = found(site, web)
    assert (one.url, one.found, len(one.items)) == (
        site.url("/sitemap.xml"),
        "at a usual place",
        2,
    )
    assert not is_news(one)


def test_of_an_index_the_child_for_news_is_taken(site: FakeWeb, web: Web) -> None:
    put(site, "/robots.txt", "Sitemap: {site}/index.xml")
    put(site, "/index.xml", INDEX)
    put(site, "/sitemap-news.xml", NEWS)
    first = found(site, web)[0]
    assert first.url == site.url("/sitemap-news.xml")
    assert first.found == "named in robots.txt, inside an index"


def test_a_child_with_a_number_in_its_name_is_not_taken_for_itself(site: FakeWeb, web: Web) -> None:
    put(site, "/index.xml", INDEX.replace("sitemap-news.xml", "news-2025-05.xml"))
    put(site, "/news-2025-05.xml", NEWS)
    put(site, "/sitemap-2024-05.xml", PLAIN)
    asked = source(site.url("/"), SourceKind.LISTING)
    (one,) = read_candidates(site.url("/index.xml"), "given", asked, web, now=NOW)
    assert one.url == site.url("/index.xml")


@pytest.mark.parametrize("robots", ["Sitemap: javascript:x\nSitemap:\n", "<html>not here</html>"])
def test_robots_txt_that_names_nothing_usable_gives_nothing(
    site: FakeWeb, web: Web, robots: str
) -> None:
    put(site, "/robots.txt", robots)
    assert found(site, web) == []


def test_a_hundred_sitemaps_in_robots_txt_cost_a_dozen_requests(site: FakeWeb, web: Web) -> None:
    put(site, "/robots.txt", "\n".join(f"Sitemap: {{site}}/map-{n}.xml" for n in range(100)))
    found(site, web)
    assert len(site.requests) <= 12
