"""Finding the feeds of a site from any of its pages.

Everything found is fetched and read before it is believed. In this order, and no further than
something is found: what the page declares, links on it that look like feeds (and, one page on,
those of a page about feeds), the usual places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml import html

from pacts.errors import FetchError
from pacts.model import Source
from pacts.terms import SourceKind
from sources.candidates import Candidate, best_first
from sources.encoding import decode
from sources.entries import primary_tag, to_items
from sources.feed import read_feed
from sources.http import Response, Web
from sources.page import parse_page
from sources.text import one_line, plain
from sources.urls import absolute, canonical

MOST_FEEDS: Final = 12
"""So many are read: a page that declares hundreds must not cost hundreds of requests."""

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
_FEED_PATH: Final = re.compile(
    r"(?:\.(?:rss|atom|rdf)|/(?:rss|feed|atom|rdf)s?|(?:rss|feed|atom|rdf)\d*\.(?:xml|php|aspx?|json)"
    r"|/(?:rss|feeds?)/.+\.xml|/(?:rss|feeds?)/[^.]+)$"
)
_ABOUT_FEEDS: Final = re.compile(r"\brss\b|\bfeeds?\b", re.IGNORECASE)
_CHANNEL_TITLE: Final = re.compile(
    r"<title[^>]{0,200}>(.{0,400}?)</title", re.DOTALL | re.IGNORECASE
)
_CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)

Link = tuple[str, str]
"""An address and what it is called."""


def find_feeds(answer: Response, source: Source, web: Web, *, now: datetime) -> list[Candidate]:
    """The feeds of the site whose page is in ``answer``, the likeliest first; maybe none.

    ``source`` says how to ask. Nothing is raised: what cannot be had is not found.
    """
    own = read_candidate(answer, source, "the address itself", now=now)
    if own is not None:
        return [own]
    root = parse_page(answer.body, answer.content_type)
    declared = list(_declared(root, answer.url)) if root is not None else []
    found = _read(declared, "declared by the page", source, web, now)
    if not found and root is not None:
        found = _read(
            _linked(root, answer.url, source, web), "linked on the page", source, web, now
        )
    if not found:
        usual = [(urljoin(answer.url, path), "") for path in _USUAL]
        found = _read(usual, "at a usual place", source, web, now)
    return best_first(found, now)


def read_candidate(
    answer: Response, source: Source, how: str, *, now: datetime, title: str = ""
) -> Candidate | None:
    """The feed in an answer; None when it is none."""
    asked = replace(source, kind=SourceKind.FEED, url=answer.url)
    try:
        feed = read_feed(
            source.name, answer.body, answer.content_type, answer.url, limit=source.max_items
        )
    except FetchError:
        return None
    return Candidate(
        kind=SourceKind.FEED,
        url=answer.url,
        title=_title(answer) or title,
        found=how,
        items=to_items(feed.entries, asked, answer.url, now=now, language=feed.language),
        language=primary_tag(feed.language),
    )


def _read(
    links: Iterable[Link], how: str, source: Source, web: Web, now: datetime
) -> list[Candidate]:
    """Those of the links that are feeds with something in them, each feed once."""
    found: dict[str, Candidate] = {}
    asked = {canonical(url): (url, title) for url, title in reversed(list(links))}
    for url, title in list(reversed(asked.values()))[:MOST_FEEDS]:
        try:
            answer = web.get(replace(source, kind=SourceKind.FEED, url=url), url)
        except FetchError:
            continue
        read = read_candidate(answer, source, how, now=now, title=title)
        if read is not None and (read.items or how == "declared by the page"):
            found.setdefault(answer.validators.body_hash or url, read)
    return list(found.values())


def _declared(root: html.HtmlElement, base: str) -> Iterator[Link]:
    for link in root.iter("link"):
        kind = (link.get("type") or "").lower()
        is_other = "alternate" in (link.get("rel") or "").lower().split()
        if is_other and any(word in kind for word in _TYPES):
            found = absolute(link.get("href") or "", base)
            if found:
                yield found, one_line(link.get("title") or "")


def _linked(root: html.HtmlElement, base: str, source: Source, web: Web) -> list[Link]:
    """Links that look like feeds; else those of the first page that is about feeds."""
    found = list(_like_feeds(root, base))
    for url, _ in _about_feeds(root, base):
        try:
            answer = web.get(source, url)
        except FetchError:
            continue
        page = parse_page(answer.body, answer.content_type)
        if page is not None:
            found += [*_declared(page, answer.url), *_like_feeds(page, answer.url)]
        break
    return found


def _like_feeds(root: html.HtmlElement, base: str) -> Iterator[Link]:
    for link in root.iter("a"):
        found = absolute(link.get("href") or "", base)
        if found and _FEED_PATH.search(urlsplit(found).path.lower().rstrip("/")):
            yield found, one_line(link.text_content())[:100]


def _about_feeds(root: html.HtmlElement, base: str) -> Iterator[Link]:
    """Links of this site that are called RSS."""
    for link in root.iter("a"):
        found = absolute(link.get("href") or "", base)
        called = one_line(f"{link.text_content()} {link.get('title') or ''}")
        same = found and urlsplit(found).hostname == urlsplit(base).hostname
        if found and same and len(called) < 40 and _ABOUT_FEEDS.search(f"{called} {found}"):
            yield found, called


def _title(answer: Response) -> str:
    """What the feed calls itself, before its first entry."""
    head = re.split(r"<(?:item|entry)[\s>]", decode(answer.body[:20_000], answer.content_type))[0]
    found = _CHANNEL_TITLE.search(head)
    return plain(_CDATA.sub(r"\1", found[1]), 100) if found else ""
