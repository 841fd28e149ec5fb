"""Finding the feeds of a site from any of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml import html

from pacts.errors import FetchError
from pacts.model import Source
from pacts.terms import SourceKind
from sources.feed import read_feed
from sources.http import Response, Web
from sources.page import parse_page
from sources.urls import absolute

_TYPES: Final = ("rss", "atom", "rdf", "feed+json")
_USUAL: Final = (
    "/feed",
    "/rss",
    "/rss.xml",
    "/feed.xml",
    "/atom.xml",
    "/index.xml",
    "/rss/home.rss",
)
_MAX_LINKS: Final = 10


def find_feeds(url: str, web: Web, *, allow_private: bool = False) -> list[str]:
    """Addresses of feeds, the likeliest first; empty when none is found.

    ``url`` itself when it is a feed; else what the page declares; else links of the page and
    usual places, each fetched and read before it is believed. Raises FetchError when the page
    itself cannot be had.
    """
    name = urlsplit(url).hostname or url
    source = Source(name, SourceKind.LISTING, url, allow_private=allow_private)
    answer = web.get(source, url)
    if _is_feed(answer, name):
        return [answer.url]
    root = parse_page(answer.body, answer.content_type)
    declared = list(dict.fromkeys(_declared(root, answer.url))) if root is not None else []
    if declared:
        return declared
    linked = list(dict.fromkeys(_linked(root, answer.url)))[:_MAX_LINKS] if root is not None else []
    usual = [urljoin(answer.url, path) for path in _USUAL]
    return [found for found in dict.fromkeys(linked + usual) if _answers(found, source, web)]


def _declared(root: html.HtmlElement, base: str) -> Iterator[str]:
    for link in root.iter("link"):
        kind = (link.get("type") or "").lower()
        is_other = "alternate" in (link.get("rel") or "").lower().split()
        if is_other and any(word in kind for word in _TYPES):
            found = absolute(link.get("href") or "", base)
            if found:
                yield found


def _linked(root: html.HtmlElement, base: str) -> Iterator[str]:
    """Links that look like feeds by their address."""
    for link in root.iter("a"):
        found = absolute(link.get("href") or "", base)
        if not found:
            continue
        path = urlsplit(found).path.lower().rstrip("/")
        if path.endswith((".rss", ".atom", "/rss", "/feed", "rss.xml", "feed.xml", "atom.xml")):
            yield found


def _answers(url: str, source: Source, web: Web) -> bool:
    try:
        return _is_feed(web.get(source, url), source.name)
    except FetchError:
        return False


def _is_feed(answer: Response, name: str) -> bool:
    try:
        read_feed(name, answer.body, answer.content_type, answer.url, limit=1)
    except FetchError:
        return False
    return True
