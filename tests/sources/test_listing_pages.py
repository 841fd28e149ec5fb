from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sourcekit import NOW, fails, source

from pacts.errors import FetchFailure
from pacts.model import Item, Selectors
from pacts.terms import SourceKind
from sources.entries import to_items
from sources.listing import read_listing

URL = "http://h.org/politics.htm"
SELECT = Selectors(
    item="div.item", link="a.title", title="a.title", date="span.time", summary="p.sapo"
)
PAGE = """<html><body><nav><a href="/">Home</a></nav>
<div class="item"><a class="title" href="/1.htm?utm_source=x"> First &amp; foremost </a>
  <span class="time">12/05/2025 16:05</span><p class="sapo">What it says</p></div>
<div class="item"><a class="title" href="2.htm">Second<br>line</a>
  <span class="time" datetime="2025-05-13T09:00:00+07:00">yesterday</span></div>
<div class="item"><p>no link in here</p></div>
<div class="item"><a class="title" href="javascript:open(3)">Third</a></div>
</body></html>"""


def items(
    page: str | bytes, select: Selectors = SELECT, *, limit: int = 100, content_type: str = ""
) -> list[Item]:
    body = page.encode() if isinstance(page, str) else page
    entries = read_listing("outlet", select, body, content_type, URL, limit=limit)
    outlet = source(URL, SourceKind.LISTING, zone="Asia/Ho_Chi_Minh")
    return list(to_items(entries, outlet, URL, now=NOW))


def test_items_are_found_by_the_selectors() -> None:
    first, second = items(PAGE)
    assert (first.title, first.url) == ("First & foremost", "http://h.org/1.htm?utm_source=x")
    assert first.key == "http://h.org/1.htm"
    assert first.summary == "What it says"
    assert first.published == datetime(2025, 5, 12, 9, 5, tzinfo=UTC)
    assert (second.title, second.url) == ("Second line", "http://h.org/2.htm")
    assert second.published == datetime(2025, 5, 13, 2, 0, tzinfo=UTC)


def test_a_selector_that_finds_nothing_is_named() -> None:
    with fails(FetchFailure.NO_ITEMS) as caught:
        items(PAGE, Selectors(item="li.news-item"))
    assert caught.detail == "selector 'li.news-item' finds none"
    with fails(FetchFailure.NO_ITEMS) as caught:
        items(PAGE, Selectors(item="div.item", link="a.headline"))
    assert caught.detail == "selector 'a.headline' finds no link in any of 4 items"


@pytest.mark.parametrize("selector", ["div[", "::", "a:unknown(x)", "div >"])
def test_a_selector_that_is_not_css_is_named_and_not_raised(selector: str) -> None:
    with fails(FetchFailure.NO_ITEMS) as caught:
        items(PAGE, Selectors(item=selector))
    assert caught.detail.startswith("a selector is not CSS")


def test_a_listing_without_selectors_has_no_items() -> None:
    with fails(FetchFailure.NO_ITEMS):
        read_listing("outlet", None, PAGE.encode(), "", URL, limit=10)


def test_an_item_that_is_a_link_itself_will_do() -> None:
    (item,) = items('<a class="n" href="/x"><h3>Title</h3></a>', Selectors(item="a.n", title="h3"))
    assert (item.url, item.title) == ("http://h.org/x", "Title")


@pytest.mark.parametrize(
    "link", ['<a href="/x" title="Title"><img></a>', '<a href="/x"><img alt="Title"></a>']
)
def test_links_around_pictures_are_called_what_the_picture_is(link: str) -> None:
    assert items(f"<li>{link}</li>", Selectors(item="li"))[0].title == "Title"


def test_links_are_relative_to_the_base_of_the_page() -> None:
    page = '<head><base href="http://cdn.org/en/"></head><li><a href="x.htm">T</a></li>'
    assert items(page, Selectors(item="li"))[0].url == "http://cdn.org/en/x.htm"


def test_only_the_first_are_read() -> None:
    page = "".join(f'<li><a href="/{n}">{n}</a></li>' for n in range(50))
    assert [item.title for item in items(page, Selectors(item="li"), limit=3)] == ["0", "1", "2"]


def test_words_that_look_like_markup_stay_words() -> None:
    page = '<li><a href="/x">5 &lt; 6 &amp;amp; more</a></li>'
    assert items(page, Selectors(item="li"))[0].title == "5 < 6 & more"


def test_the_encoding_of_the_header_is_used() -> None:
    page = '<li><a href="/x">Подписано соглашение о партнёрстве</a></li>' * 3
    found = items(
        page.encode("cp1251"), Selectors(item="li"), content_type="text/html; charset=windows-1251"
    )
    assert found[0].title == "Подписано соглашение о партнёрстве"


def test_a_time_tag_dates_an_item_without_any_selector_for_it() -> None:
    page = '<li><a href="/x">T</a><time datetime="2025-05-13T09:00:00Z">13 May</time></li>'
    (item,) = items(page, Selectors(item="li"))
    assert item.published == datetime(2025, 5, 13, 9, 0, tzinfo=UTC)
