"""One poll of a source of any kind, through the door."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from fakeweb import FakeWeb, Reply
from sourcekit import NOW, door, fails, rss, source

from pacts.errors import FetchFailure
from pacts.model import Item, Selectors, Validators
from pacts.terms import Pages, SourceKind, Trust
from sources.article import read_article
from sources.fetch import list_items
from sources.http import Web

PROSE = "The two presidents signed a treaty of friendship in the capital on Tuesday, it was said."
ONE = rss("<title>One</title><link>/1</link><pubDate>2025-05-06 10:00</pubDate>")
TWO = rss("<title>One</title><link>/1</link>", "<title>Two</title><link>/2</link>")


@pytest.fixture
def site() -> Iterator[FakeWeb]:
    with FakeWeb() as web:
        yield web


@pytest.fixture
def web() -> Iterator[Web]:
    with door() as opened:
        yield opened


# --- listing -------------------------------------------------------------------------------


def test_a_304_brings_no_items_and_keeps_the_validators(site: FakeWeb, web: Web) -> None:
    feed = source(site.serve("/f", ONE, etag='"1"'))
    first = list_items(feed, web, Validators(), now=NOW)
    second = list_items(feed, web, first.validators, now=NOW)
    assert [item.title for item in first.items] == ["One"]
    assert second.unchanged
    assert second.items == ()
    assert second.validators == first.validators


def test_a_body_that_is_the_same_again_is_not_parsed(site: FakeWeb, web: Web) -> None:
    feed = source(site.serve("/f", ONE))
    first = list_items(feed, web, Validators(), now=NOW)
    assert list_items(feed, web, first.validators, now=NOW).unchanged
    site.serve("/f", TWO)
    third = list_items(feed, web, first.validators, now=NOW)
    assert [item.title for item in third.items] == ["One", "Two"]
    assert third.validators != first.validators


def test_the_same_rubbish_again_is_an_error_each_time(site: FakeWeb, web: Web) -> None:
    """A failure hands no validators on, so that nothing is remembered of it."""
    feed = source(site.serve("/f", "<html>down for maintenance</html>"))
    for _ in range(2):
        with fails(FetchFailure.NOT_A_FEED):
            list_items(feed, web, Validators(), now=NOW)


def test_links_are_relative_to_where_the_feed_was_found_in_the_end(site: FakeWeb, web: Web) -> None:
    site.serve("/new/feed", rss("<title>One</title><link>1.htm</link>"))
    feed = source(site.redirect("/feed", "/new/feed", status=301))
    (item,) = list_items(feed, web, Validators(), now=NOW).items
    assert item.url == site.url("/new/1.htm")


def test_the_promise_of_the_server_is_handed_on(site: FakeWeb, web: Web) -> None:
    feed = source(site.serve("/f", ONE, etag='"1"', headers={"Cache-Control": "max-age=60"}))
    first = list_items(feed, web, Validators(), now=NOW)
    assert first.max_age == 60.0
    assert list_items(feed, web, first.validators, now=NOW).max_age == 60.0


def test_the_language_of_the_source_goes_before_that_of_the_feed(site: FakeWeb, web: Web) -> None:
    url = site.serve(
        "/f", rss("<title>One</title><link>/1</link>", head="<language>vi-vn</language>")
    )
    assert list_items(source(url), web, Validators(), now=NOW).items[0].language == "vi"
    english = source(url, language="en")
    assert list_items(english, web, Validators(), now=NOW).items[0].language == "en"


@pytest.mark.parametrize("kind", [SourceKind.FEED, SourceKind.LISTING, SourceKind.SITEMAP])
def test_every_kind_passes_on_what_went_wrong(site: FakeWeb, web: Web, kind: SourceKind) -> None:
    select = Selectors(item="li")
    with fails(FetchFailure.GONE) as caught:
        list_items(source(site.fail("/f", 410), kind, select=select), web, Validators(), now=NOW)
    assert caught.error is not None
    assert caught.error.source == "outlet"


# --- articles ------------------------------------------------------------------------------


def item(url: str, **changes: object) -> Item:
    values: dict[str, object] = {
        "source": "outlet",
        "key": "k",
        "url": url,
        "title": "Treaty signed",
    }
    return Item(**{**values, **changes})  # type: ignore[arg-type]  # a test's own shorthand


def test_an_article_has_the_page_text_and_the_key_and_time_of_its_item(
    site: FakeWeb, web: Web
) -> None:
    head = "<meta property='article:published_time' content='2025-05-04T00:00:00Z'>"
    url = site.serve(
        "/1", f"<html lang='fr'><head>{head}</head><h1>Treaty signed</h1><p>{PROSE}</p>"
    )
    listed = item(url, published=datetime(2025, 5, 6, tzinfo=UTC), language="vi")
    article = read_article(listed, source(), web, now=NOW)
    assert article.text == f"Treaty signed\n\n{PROSE}"
    assert (article.key, article.url, article.source) == ("k", url, "outlet")
    assert article.published == datetime(2025, 5, 6, tzinfo=UTC)
    assert article.language == "fr"
    assert article.trust is Trust.ALLOWED
    later = read_article(item(url), source(), web, now=NOW)
    assert later.published == datetime(2025, 5, 4, tzinfo=UTC)


def test_the_title_of_the_listing_settles_doubts_about_that_of_the_page(
    site: FakeWeb, web: Web
) -> None:
    page = f"<html><head><title>Access</title></head><body><p>{PROSE}</p></body></html>"
    article = read_article(item(site.serve("/1", page)), source(), web, now=NOW)
    assert article.title == "Treaty signed"


def test_a_source_without_pages_is_judged_by_what_the_feed_carries(site: FakeWeb, web: Web) -> None:
    brief = source(pages=Pages.NONE)
    listed = item(site.url("/1"), content=f"<p>{PROSE}</p><p>{PROSE[::-1]}</p>", summary="Short")
    article = read_article(listed, brief, web, now=NOW)
    assert article.text == f"Treaty signed\n\n{PROSE}\n\n{PROSE[::-1]}"
    article = read_article(item(site.url("/1"), summary="Short"), brief, web, now=NOW)
    assert article.text == "Treaty signed\n\nShort"
    assert site.requests == []


def test_an_item_without_an_address_is_judged_by_what_the_feed_carries(web: Web) -> None:
    assert read_article(item("", summary=PROSE), source(), web, now=NOW).text.endswith(PROSE)
    with fails(FetchFailure.NO_TEXT):
        read_article(item("", title=""), source(), web, now=NOW)


@pytest.mark.parametrize("kind", ["application/pdf", "image/jpeg", "video/mp4", "application/zip"])
def test_what_is_no_page_names_its_kind(site: FakeWeb, web: Web, kind: str) -> None:
    with fails(FetchFailure.NO_TEXT) as caught:
        read_article(item(site.serve("/1", b"%PDF-1.7", kind)), source(), web, now=NOW)
    assert caught.detail == kind


def test_plain_text_is_an_article(site: FakeWeb, web: Web) -> None:
    url = site.serve("/1.txt", f"Communique\n\n{PROSE}\n", "text/plain")
    assert PROSE in read_article(item(url), source(), web, now=NOW).text


def test_a_page_without_a_type_is_taken_for_a_page(site: FakeWeb, web: Web) -> None:
    url = site.serve("/1", f"<h1>Treaty signed</h1><p>{PROSE}</p>", None)
    assert PROSE in read_article(item(url), source(), web, now=NOW).text


def test_a_page_that_fails_once_can_be_read_later(site: FakeWeb, web: Web) -> None:
    url = site.script("/1", Reply(status=500), Reply(f"<h1>T</h1><p>{PROSE}</p>".encode()))
    with fails(FetchFailure.SERVER_ERROR):
        read_article(item(url), source(), web, now=NOW)
    assert PROSE in read_article(item(url), source(), web, now=NOW).text
