"""Selectors guessed from what repeats on a page, on pages of many structures and scripts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from listpages import NO_LISTS, ListPage, pages
from sourcekit import NOW

from sources.listing import read_listing
from sources.propose import Proposal, propose

URL = "https://ministry.example/news/"
PAGES = {page.name: page for page in pages()}


def proposed(html: str) -> tuple[Proposal, ...]:
    return propose(html.encode(), "text/html; charset=utf-8", URL, now=NOW)


@pytest.mark.parametrize("name", PAGES)
def test_the_first_proposal_lists_what_a_reader_sees(name: str) -> None:
    page = PAGES[name]
    best = proposed(page.html)[0]
    titles = [title for title, _ in page.items]
    assert [entry.title for entry in best.entries if entry.title in titles] == titles
    assert len(best.entries) <= len(titles) + 1, [entry.title for entry in best.entries]


@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if page.dated])
def test_dates_that_stand_in_the_items_are_found(name: str) -> None:
    best = proposed(PAGES[name].html)[0]
    assert best.select.date is not None
    assert best.dated >= len(PAGES[name].items)


@pytest.mark.parametrize("name", NO_LISTS)
def test_a_page_without_a_list_has_no_proposal(name: str) -> None:
    assert proposed(NO_LISTS[name]) == ()


@pytest.mark.parametrize("name", PAGES)
def test_the_selectors_find_the_news_of_the_next_day_as_well(name: str) -> None:
    """The titles change, and one of them has gone: nothing that was guessed may hang on them."""
    page = PAGES[name]
    best = proposed(page.html)[0]
    tomorrow = page.html
    for title, _ in page.items:
        tomorrow = tomorrow.replace(title, f"{title} 2")
    entries = read_listing(
        "x", best.select, tomorrow.encode(), "text/html; charset=utf-8", URL, limit=99
    )
    wanted = [f"{title} 2" for title, _ in page.items]
    assert [entry.title for entry in entries if entry.title in wanted] == wanted


def test_no_selector_hangs_on_names_that_tools_make_up() -> None:
    page = PAGES["cards with names made by a tool"]
    for one in proposed(page.html):
        select = one.select
        named = [select.item, select.link, select.title, select.date, select.summary]
        assert not [text for text in named if text and "css-" in text]


@settings(max_examples=30)
@given(st.sampled_from(list(PAGES.values())), st.integers(0, 4_000))
def test_a_page_that_breaks_off_anywhere_is_no_error(page: ListPage, at: int) -> None:
    proposed(page.html[:at])
