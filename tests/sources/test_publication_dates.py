"""Whom to believe about when an article was published."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from fakeweb import FakeWeb
from hypothesis import given
from hypothesis import strategies as st
from sourcekit import NOW, door, rss, source

from pacts.model import Item, Selectors, Source, Validators
from pacts.terms import PublishedBy, SourceKind
from sources.article import article_from_html, read_article
from sources.entries import to_items
from sources.feed import read_feed
from sources.fetch import list_items
from sources.http import Web
from sources.page import parse_page
from sources.published import LISTED_AGAIN, Publication, choose, guess

PROSE = "The two governments signed a treaty on trade and energy in the capital today. " * 6
HANOI = "Asia/Ho_Chi_Minh"
MONDAY = datetime(2025, 5, 5, 3, 0, tzinfo=UTC)


@pytest.fixture
def site() -> Iterator[FakeWeb]:
    with FakeWeb() as fake:
        yield fake


@pytest.fixture
def web() -> Iterator[Web]:
    with door() as opened:
        yield opened


def linked(*days: str, kind: str = "NewsArticle") -> str:
    nodes = [{"@type": kind, "datePublished": day} for day in days]
    return f'<script type="application/ld+json">{json.dumps(nodes)}</script>'


def meta(day: str, name: str = "article:published_time") -> str:
    return f"<meta property='{name}' content='{day}'>"


def page(head: str = "", top: str = "") -> bytes:
    return f"<html><head>{head}</head><body><h1>Treaty signed</h1>{top}<p>{PROSE}</p>".encode()


def dated(head: str = "", top: str = "", url: str = "http://h.org/1") -> tuple[str, str]:
    """What a page says of its publication, without a listing."""
    article = article_from_html(page(head, top), url=url, now=NOW)
    day = article.published.date().isoformat() if article.published else ""
    return day, article.published_by.value


# --- a page alone --------------------------------------------------------------------------


def test_the_order_is_json_ld_meta_time_and_a_guess() -> None:
    ld, tag, time = linked("2025-05-06"), meta("2025-05-07"), "<time datetime=2025-05-08></time>"
    line = "<p>Published: 9 May 2025</p>"
    assert dated(ld + tag, time + line) == ("2025-05-06", "json-ld")
    assert dated(tag, time + line) == ("2025-05-07", "meta")
    assert dated("", time + line) == ("2025-05-08", "time")
    assert dated("", line) == ("2025-05-09", "guessed")
    assert dated(url="http://h.org/2025/05/10/a.html") == ("2025-05-10", "guessed")
    assert dated() == ("", "none")


@pytest.mark.parametrize(
    "day", ["2031-05-06", "2025-06-03", "1970-01-01", "soon", "", "0000-00-00"]
)
def test_what_cannot_be_is_passed_over_for_the_next(day: str) -> None:
    assert dated(linked(day) + meta("2025-05-07")) == ("2025-05-07", "meta")


@pytest.mark.parametrize("value", [["2025-05-06"], {"@type": "Date", "@value": "2025-05-06"}])
def test_json_ld_may_wrap_its_dates(value: object) -> None:
    node = {"@type": "Article", "datePublished": value}
    head = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    assert dated(head) == ("2025-05-06", "json-ld")


def test_what_a_page_marks_as_its_publication_goes_before_other_times() -> None:
    other = "<time datetime=2025-05-02>2 May</time>"
    marked = "<span itemprop='datePublished'>6 May 2025</span>"
    assert dated("", other + marked) == ("2025-05-06", "time")


@pytest.mark.parametrize(
    "body",
    [
        "<p>On 3/4/2019 it was 2020-05-06</p>" * 9_000,
        "<img src='/2025/05/01/x.jpg'><a href='/2025/05/02/y'>z</a>" * 8_000,
        "20 11 2025 " * 40_000,
    ],
    ids=["dates", "addresses", "numbers"],
)
def test_a_guess_is_bounded_in_time(body: str) -> None:
    root = parse_page(f"<html><body>{body}</body></html>".encode())
    assert root is not None
    guess(root, [], "http://h.org/1", zone="UTC", now=NOW)  # loads the library
    began = datetime.now(UTC)
    guess(root, [], "http://h.org/1", zone="UTC", now=NOW)
    assert datetime.now(UTC) - began < timedelta(seconds=1)


# --- a page beside its listing -------------------------------------------------------------


def settled(site: FakeWeb, web: Web, listed: datetime | None, head: str) -> tuple[str, str]:
    url = site.serve("/1", page(head))
    item = Item("outlet", "k", url, "Treaty signed", published=listed)
    article = read_article(item, source(), web, now=NOW)
    day = article.published.date().isoformat() if article.published else ""
    return day, article.published_by.value


def test_the_listing_goes_before_the_page(site: FakeWeb, web: Web) -> None:
    assert settled(site, web, MONDAY, meta("2025-05-03")) == ("2025-05-05", "feed")
    assert settled(site, web, MONDAY, meta("2025-05-30")) == ("2025-05-05", "feed")
    assert settled(site, web, None, meta("2025-05-03")) == ("2025-05-03", "meta")


def test_an_old_article_that_is_listed_again_stays_old(site: FakeWeb, web: Web) -> None:
    assert settled(site, web, MONDAY, linked("2024-05-03")) == ("2024-05-03", "json-ld")
    assert settled(site, web, MONDAY, meta("2024-05-03")) == ("2024-05-03", "meta")


def test_an_old_date_that_may_be_of_something_else_is_not_believed(site: FakeWeb, web: Web) -> None:
    for head in (
        linked("2024-05-03", "2023-01-01"),  # a list of articles
        linked("2024-05-03", kind="WebSite"),
        linked("2024-05-03", kind="WebSite") + linked(""),  # the article itself names no day
        linked("soon") + linked("2024-05-03", kind="WebSite"),
        meta("soon") + meta("2024-05-03", "dc.date"),
        meta("2024-05-03", "date"),
    ):
        assert settled(site, web, MONDAY, head) == ("2025-05-05", "feed")


times = st.integers(0, 2_000).map(lambda days: MONDAY - timedelta(days=days / 2))
pages = st.builds(Publication, times, st.sampled_from(PublishedBy), st.booleans())


@given(st.none() | times, st.lists(pages, max_size=3))
def test_an_article_is_never_newer_than_its_listing_says(
    listed: datetime | None, stated: list[Publication]
) -> None:
    chosen = choose(listed, stated)
    if listed is None:
        assert chosen == (stated[0] if stated else None)
    else:
        assert chosen is not None
        assert chosen.at == listed or (chosen.firm and chosen.at < listed - LISTED_AGAIN)


# --- a listing -----------------------------------------------------------------------------


def published(*dates: str, zone: str = "UTC") -> list[datetime | None]:
    entries = [f"<title>{n}</title><pubDate>{day}</pubDate>" for n, day in enumerate(dates)]
    url = "http://h.org/feed"
    feed = read_feed("outlet", rss(*entries), "", url, limit=100)
    return [item.published for item in to_items(feed.entries, source(zone=zone), url, now=NOW)]


def stamps(*seconds: float) -> list[str]:
    return [format_datetime(NOW - timedelta(seconds=ago)) for ago in seconds]


def test_a_feed_that_stamps_its_items_with_now_is_not_believed() -> None:
    assert published(*stamps(0, 0, 0, 1)) == [None] * 4
    assert published(*stamps(-30, -30, -31)) == [None] * 3  # a clock that is fast
    old = NOW - timedelta(days=3)
    assert published(*stamps(0, 0, 0), format_datetime(old)) == [None, None, None, old]


def test_news_of_the_last_minutes_is_believed() -> None:
    assert None not in published(*stamps(0, 60))
    assert None not in published(*stamps(5, 60, 300, 4_000, 5_000, 6_000))
    assert None not in published(*stamps(4_000, 4_000, 4_000))  # one batch, an hour ago


def test_days_are_read_as_the_whole_feed_writes_them() -> None:
    def days(*dates: str) -> list[str]:
        return [f"{moment:%m-%d}" for moment in published(*dates) if moment is not None]

    assert days("05/06/2025", "04/20/2025") == ["05-06", "04-20"]
    assert days("05/04/2025", "20/04/2025") == ["04-05", "04-20"]


def test_an_item_with_a_date_to_come_has_none() -> None:
    assert published("Mon, 02 Jun 2031 10:00:00 GMT", "Tue, 03 Jun 2025 13:00:00 GMT") == [
        None,
        None,
    ]


# --- the time zone of a source -------------------------------------------------------------

NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>http://h.org/1</loc>
<news:news><news:publication_date>2025-05-05 10:00</news:publication_date>
<news:title>One</news:title></news:news></url></urlset>"""
LISTED = "<div class=i><a href=/1>One</a><span>05/05/2025 10:00</span></div>"
FED = rss("<title>One</title><link>http://h.org/1</link><pubDate>2025-05-05 10:00</pubDate>")
SELECT = Selectors(item="div.i", date="span")


@pytest.mark.parametrize(
    ("kind", "body"),
    [(SourceKind.FEED, FED), (SourceKind.LISTING, LISTED), (SourceKind.SITEMAP, NEWS)],
)
def test_the_time_zone_of_a_source_reaches_every_kind_of_list(
    site: FakeWeb, web: Web, kind: SourceKind, body: str | bytes
) -> None:
    select = SELECT if kind is SourceKind.LISTING else None
    outlet: Source = source(site.serve("/list", body), kind, zone=HANOI, select=select)
    (item,) = list_items(outlet, web, Validators(), now=NOW).items
    assert item.published == MONDAY


@pytest.mark.parametrize(
    ("head", "top", "by"),
    [
        (linked("2025-05-05T10:00"), "", PublishedBy.JSON_LD),
        (meta("2025-05-05 10:00"), "", PublishedBy.META),
        ("", "<time datetime='2025-05-05 10:00'></time>", PublishedBy.TIME),
        ("", "<p>05/05/2025 | 10:00</p>", PublishedBy.GUESSED),
    ],
)
def test_the_time_zone_of_a_source_reaches_its_pages(
    site: FakeWeb, web: Web, head: str, top: str, by: PublishedBy
) -> None:
    item = Item("outlet", "k", site.serve("/1", page(head, top)), "Treaty signed")
    article = read_article(item, source(zone=HANOI), web, now=NOW)
    assert (article.published, article.published_by) == (MONDAY, by)


def test_the_date_line_of_a_plain_text_is_a_guess(site: FakeWeb, web: Web) -> None:
    text = f"Treaty signed\n\n5 May 2025 10:00\n\n{PROSE}"
    url = site.serve("/1.txt", text, content_type="text/plain")
    article = read_article(Item("outlet", "k", url, ""), source(zone=HANOI), web, now=NOW)
    assert (article.published, article.published_by) == (MONDAY, PublishedBy.GUESSED)
