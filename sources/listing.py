"""Listing pages: items found by the CSS selectors of the source."""

from __future__ import annotations

from typing import Final

from bs4 import BeautifulSoup, Tag
from soupsieve import SelectorSyntaxError

from pacts.errors import FetchError, FetchFailure
from pacts.model import Selectors
from sources.entries import Entry
from sources.page import markup_of
from sources.urls import absolute

_TEXT: Final = 5_000


def read_listing(
    source: str, select: Selectors | None, body: bytes, content_type: str, url: str, *, limit: int
) -> tuple[Entry, ...]:
    """The entries of a page in its order, at most ``limit``.

    Raises FetchError(NO_ITEMS) naming the selector that found nothing: a page that was rebuilt
    must not look like a day without news.
    """
    if select is None:
        raise FetchError(source, FetchFailure.NO_ITEMS, "the source has no selectors")
    # The parser is pinned: each makes another tree of broken markup.
    soup = BeautifulSoup(markup_of(body, content_type), "lxml")
    base = _base(soup, url)
    try:
        found = soup.select(select.item, limit=limit * 3)
        entries = [_entry(tag, select, base) for tag in found]
    except SelectorSyntaxError as error:
        detail = f"a selector is not CSS: {str(error).splitlines()[0]}"
        raise FetchError(source, FetchFailure.NO_ITEMS, detail) from error
    if not found:
        raise FetchError(source, FetchFailure.NO_ITEMS, f"selector {select.item!r} finds none")
    linked = [entry for entry in entries if absolute(entry.link, base)]
    if not linked:
        detail = f"selector {select.link!r} finds no link in any of {len(found)} items"
        raise FetchError(source, FetchFailure.NO_ITEMS, detail)
    return tuple(linked[:limit])


def attribute(tag: Tag | None, name: str) -> str:
    """The attribute as one string; empty when it is not there."""
    value = tag.get(name) if tag is not None else None
    return " ".join(value) if isinstance(value, list) else (value or "")


def _base(soup: BeautifulSoup, url: str) -> str:
    href = attribute(soup.find("base"), "href")
    return (absolute(href, url) if href else None) or url


def _entry(tag: Tag, select: Selectors, base: str) -> Entry:
    link = tag.select_one(select.link)
    if link is None and tag.name == "a":
        link = tag
    return Entry(
        title=_title(tag, link, select.title),
        link=attribute(link, "href"),
        dates=_dates(tag, select.date),
        summary=_words(tag.select_one(select.summary)) if select.summary else "",
        base=base,
    )


def _title(tag: Tag, link: Tag | None, selector: str | None) -> str:
    """The words of the title, else of the link, else what the link or its picture is called."""
    chosen = tag.select_one(selector) if selector else None
    image = link.find("img") if link is not None else None
    choices = (
        _words(chosen),
        _words(link),
        attribute(link, "title"),
        attribute(image, "alt"),
    )
    return next((choice for choice in choices if choice), "")


def _dates(tag: Tag, selector: str | None) -> tuple[str, ...]:
    """What machines and people are told: the ``datetime`` attribute, then the words."""
    found = tag.select_one(selector) if selector else tag.find("time")
    if found is None:
        return ()
    return tuple(x for x in (attribute(found, "datetime"), _words(found)) if x)


def _words(tag: Tag | None) -> str:
    # Escaped again: entries hold markup, and "a < b" must stay what it is.
    if tag is None:
        return ""
    words = " ".join(tag.get_text(" ", strip=True)[:_TEXT].split())
    return words.replace("&", "&amp;").replace("<", "&lt;")
