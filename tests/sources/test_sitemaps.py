from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest
from fakeweb import FakeWeb
from sourcekit import NOW, door, fails, source

from pacts.errors import FetchFailure
from pacts.model import Source, Validators
from pacts.terms import SourceKind
from sources.fetch import list_items
from sources.sitemap import MAX_CHILDREN, read_sitemap

URL = "http://h.org/sitemap.xml"


def urlset(*entries: tuple[str, str]) -> bytes:
    body = "".join(
        f"<url><loc>http://h.org/{name}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>"
        for name, day in entries
    )
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{body}</urlset>'.encode()


def index(*children: tuple[str, str]) -> bytes:
    body = "".join(
        f"<sitemap><loc>{url}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
        for url, day in children
    )
    return f"<sitemapindex>{body}</sitemapindex>".encode()


def links(body: bytes) -> list[str]:
    found = read_sitemap("outlet", body, "", URL, zone="UTC", now=NOW)
    return [entry.link.rpartition("/")[2] for entry in found.entries]


def outlet(url: str, max_items: int = 100) -> Source:
    return source(url, SourceKind.SITEMAP, max_items=max_items)


def test_the_newest_come_first_and_the_undated_last() -> None:
    body = urlset(("old", "2025-01-01"), ("none", ""), ("new", "2025-05-20T10:00:00+07:00"))
    assert links(body) == ["new", "old", "none"]


def test_without_dates_the_order_of_the_file_stays() -> None:
    assert links(urlset(("a", ""), ("b", ""), ("c", ""))) == ["a", "b", "c"]


def test_packed_sitemaps_are_unpacked() -> None:
    assert links(gzip.compress(urlset(("a", "")))) == ["a"]


def test_news_sitemaps_bring_title_time_and_language() -> None:
    with FakeWeb() as site, door() as web:
        url = site.serve(
            "/news.xml",
            """<?xml version="1.0"?><urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
            xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url>
            <loc>http://h.org/a</loc><lastmod>2025-05-30</lastmod>
            <image:image><image:loc>http://h.org/a.jpg</image:loc><image:title>No</image:title>
            </image:image><news:news><news:publication><news:name>H</news:name>
            <news:language>vi</news:language></news:publication>
            <news:publication_date>2025-05-20T08:00:00+07:00</news:publication_date>
            <news:title>A &amp; B</news:title></news:news></url></urlset>""",
        )
        (item,) = list_items(outlet(url), web, Validators(), now=NOW).items
    assert (item.url, item.title, item.language) == ("http://h.org/a", "A & B", "vi")
    assert item.published == datetime(2025, 5, 20, 1, 0, tzinfo=UTC)


def test_the_last_change_is_not_taken_for_the_publication() -> None:
    with FakeWeb() as site, door() as web:
        url = site.serve("/s.xml", urlset(("a", "2025-05-30")))
        (item,) = list_items(outlet(url), web, Validators(), now=NOW).items
    assert item.published is None


def test_an_index_is_followed_to_its_newest_children() -> None:
    with FakeWeb() as site, door() as web:
        days = [f"2025-05-{day:02}" for day in range(1, 20)]
        for day in days:
            site.serve(f"/{day}.xml.gz", gzip.compress(urlset((day, day))), "application/gzip")
        url = site.serve("/s.xml", index(*((site.url(f"/{day}.xml.gz"), day) for day in days)))
        found = list_items(outlet(url), web, Validators(), now=NOW)
        assert [item.url[-10:] for item in found.items] == days[::-1][:MAX_CHILDREN]
        assert len(site.requests) == 1 + MAX_CHILDREN


def test_an_index_is_read_again_whatever_its_validators_say() -> None:
    with FakeWeb() as site, door() as web:
        child = site.serve("/c.xml", urlset(("a", "")))
        url = site.serve("/s.xml", index((child, "")), etag='"same"')
        first = list_items(outlet(url), web, Validators(), now=NOW)
        again = list_items(outlet(url), web, first.validators, now=NOW)
        assert again.unchanged
        site.serve("/c.xml", urlset(("a", ""), ("b", "")))
        third = list_items(outlet(url), web, again.validators, now=NOW)
        assert [item.url[-1] for item in third.items] == ["a", "b"]


def test_a_missing_child_neither_hides_the_others_nor_is_forgotten() -> None:
    with FakeWeb() as site, door() as web:
        child = site.serve("/c.xml", urlset(("a", "")))
        url = site.serve(
            "/s.xml", index((child, "2025-05-01"), (site.url("/gone.xml"), "2025-05-02"))
        )
        found = list_items(outlet(url), web, Validators(), now=NOW)
        assert [item.url[-1] for item in found.items] == ["a"]
        assert found.validators == Validators()


def test_an_index_without_any_child_in_reach_fails() -> None:
    with FakeWeb() as site, door() as web:
        url = site.serve("/s.xml", index((site.url("/gone.xml"), "")))
        with fails(FetchFailure.NOT_FOUND):
            list_items(outlet(url), web, Validators(), now=NOW)


def test_an_index_of_indexes_ends_and_says_so() -> None:
    with FakeWeb() as site, door() as web:
        url = site.url("/s.xml")
        site.serve("/s.xml", index((url, "")))
        with fails(FetchFailure.NOT_A_SITEMAP) as caught:
            list_items(outlet(url), web, Validators(), now=NOW)
        assert caught.detail == "an index in an index"
        assert len(site.requests) == 2


def test_only_so_many_items_are_taken() -> None:
    with FakeWeb() as site, door() as web:
        url = site.serve("/s.xml", urlset(*((str(n), f"2025-05-{n:02}") for n in range(1, 29))))
        found = list_items(outlet(url, max_items=2), web, Validators(), now=NOW)
        assert [item.url.rpartition("/")[2] for item in found.items] == ["28", "27"]


def test_a_list_of_addresses_is_a_sitemap() -> None:
    assert links(b"http://h.org/a\nhttps://h.org/b\n") == ["a", "b"]
    with fails(FetchFailure.NOT_A_SITEMAP):
        links(b"http://h.org/a and words")


@pytest.mark.parametrize(
    "body",
    [b"<html><body>x</body></html>", b"<!doctype html>x", b"words", b"<rss/>", b"", b"http"],
)
def test_what_is_no_sitemap_says_so(body: bytes) -> None:
    with fails(FetchFailure.NOT_A_SITEMAP):
        links(body)


def test_damaged_cut_and_swollen_archives_each_say_so() -> None:
    packed = gzip.compress(urlset(*((str(n), "") for n in range(100))))
    with fails(FetchFailure.TRUNCATED):
        links(packed[:-20])
    with fails(FetchFailure.BAD_ENCODING):
        links(packed[:30] + b"\x00" * 50)
    with fails(FetchFailure.TOO_LARGE):
        links(gzip.compress(b" " * 30_000_000))


def test_entities_are_not_read() -> None:
    body = b'<!DOCTYPE u [<!ENTITY a "http://h.org/a">]><urlset><url><loc>&a;</loc></url></urlset>'
    assert links(body) == ["&a;"]
