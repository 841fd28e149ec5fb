"""Selectors for a listing page, guessed from what repeats on it.

A page of news is a block that stands there several times: each holds one link, and words long
enough for a headline. Menus, footers and "most read" repeat as well; they are told apart by what
they are called, by short words, and by the dates that they lack. Every proposal is tried on the
page by the reader of listings itself before it is made.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from pacts.errors import FetchError
from pacts.model import Selectors
from sources.cards import Card, inner_selectors, looks_like_title, read_card
from sources.chrome import chrome, is_aside
from sources.dates import parse_date
from sources.entries import Entry
from sources.listing import attribute, read_listing
from sources.naming import item_selectors
from sources.page import markup_of
from sources.text import plain
from sources.urls import absolute, canonical

FEWEST: Final = 3
"""Items that make a list."""
MOST_PROPOSALS: Final = 3

_CLIMB: Final = 6
_TRIED: Final = 25
_LINKS: Final = 1_500
_ITEMS: Final = 60
_SLUG: Final = re.compile(r"\d{3,}|(?:[^/-]+-){3,}|(?:[^/_]+_){3,}|%[0-9A-F]{2}.*-|[?&]\w*id=\d+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way to read a page as a list."""

    select: Selectors
    entries: tuple[Entry, ...]
    """What these selectors find on the page, in its order."""
    dated: int
    """How many of the entries have a date that can be read."""
    score: float


def propose(
    body: bytes, content_type: str, url: str, *, zone: str = "UTC", now: datetime
) -> tuple[Proposal, ...]:
    """Ways to read the page as a list, the best first; empty when nothing on it looks like one.

    ``zone`` and ``now`` are for the dates on it. Never raises.
    """
    soup = BeautifulSoup(markup_of(body, content_type), "lxml")
    base = absolute(attribute(soup.find("base"), "href"), url) or url
    page = _Page(soup, base, zone, now)
    found = []
    for selector in page.candidates():
        cards = page.cards(selector)
        score = page.score(cards)
        if score > 0:
            found.append((score, selector, cards))
    found.sort(key=lambda one: -one[0])
    proposals: dict[frozenset[str], Proposal] = {}
    for score, selector, cards in found[: _TRIED // 2]:
        made = _tried(selector, cards, score, body, content_type, base, zone, now)
        if made is not None:
            proposals.setdefault(frozenset(entry.link for entry in made.entries), made)
    best = sorted(proposals.values(), key=lambda one: -one.score)
    return tuple(_distinct(best))[:MOST_PROPOSALS]


def _distinct(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Without those that list mostly what a better one lists."""
    told: set[str] = set()
    for one in proposals:
        links = {entry.link for entry in one.entries}
        if len(links - told) > len(links) / 2:
            yield one
        told |= links


def _tried(
    selector: str,
    cards: Sequence[Card],
    score: float,
    body: bytes,
    content_type: str,
    url: str,
    zone: str,
    now: datetime,
) -> Proposal | None:
    """The proposal as the reader of listings reads it; None when it reads something else."""
    select = inner_selectors(selector, [card for card in cards if card.is_news])
    if select is None:
        return None
    try:
        entries = read_listing("page", select, body, content_type, url, limit=_ITEMS * 2)
    except FetchError:
        return None
    titled = [entry for entry in entries if looks_like_title(plain(entry.title, 500))]
    if len({canonical(entry.link, url) for entry in titled}) < FEWEST:
        return None
    dated = sum(_is_dated(entry, zone, now) for entry in entries)
    kept = score * len(titled) / len(entries) * (1 + dated / len(entries))
    return Proposal(select, entries, dated, kept)


def _is_dated(entry: Entry, zone: str, now: datetime) -> bool:
    return any(parse_date(text, zone=zone, now=now) is not None for text in entry.dates)


class _Page:
    """One page, and what is known of its parts."""

    def __init__(self, soup: BeautifulSoup, base: str, zone: str, now: datetime) -> None:
        self._soup = soup
        self._base = base
        self._zone = zone
        self._now = now
        self._cards: dict[int, Card | None] = {}
        links = [link for link in soup.find_all("a", href=True, limit=_LINKS) if self._leads(link)]
        self._chrome = chrome(soup, links)
        self._links = [link for link in links if not self._in_chrome(link)]

    def candidates(self) -> list[str]:
        """Selectors of elements that stand around several links, the likeliest first."""
        groups: dict[str, dict[int, Tag]] = defaultdict(dict)
        for link in self._links:
            for around in _upwards(link):
                for selector in item_selectors(around):
                    groups[selector][id(around)] = around
        best: dict[frozenset[int], str] = {}
        for selector, group in groups.items():
            if len(group) >= FEWEST:
                best.setdefault(frozenset(group), selector)

        def likely(selector: str) -> float:
            cards = (self._card(tag) for tag in groups[selector].values())
            return self.score([card for card in cards if card is not None])

        return sorted(best.values(), key=likely, reverse=True)[:_TRIED]

    def cards(self, selector: str) -> list[Card]:
        """The items that a selector finds, those in menus and the like included."""
        found = self._soup.select(selector, limit=_ITEMS * 2)
        return [card for tag in found if (card := self._card(tag)) is not None]

    def score(self, cards: Sequence[Card]) -> float:
        """How much like news a list looks; 0 when it is none."""
        if len(cards) < FEWEST:
            return 0.0
        news = [card for card in cards if card.is_news and not self._in_chrome(card.tag)]
        pages = {canonical(card.url) for card in news}
        single = [card for card in news if card.titles <= 1]
        if len(pages) < FEWEST or len(single) < len(news) / 2:
            return 0.0
        share = len(pages) / len(cards)
        dated = _share(news, lambda card: card.date is not None)
        told = _share(news, lambda card: _tells(card.url))
        own = _share(news, lambda card: _site(card.url) == _site(self._base))
        worth = share**2 * (len(single) / len(news)) ** 2 * math.log2(1 + len(pages))
        worth *= (1 + 0.5 * dated) * (0.5 + 0.5 * told) * (0.4 + 0.6 * own)
        worth *= 1 + 0.1 * _share(news, lambda card: card.summary is not None)
        worth *= 1 + 0.02 * _share(news, lambda card: card.tag.name in {"article", "li", "tr"})
        return worth * (0.2 if is_aside(news[0].tag) else 1.0)

    def _card(self, tag: Tag) -> Card | None:
        if id(tag) not in self._cards:
            self._cards[id(tag)] = read_card(tag, self._base, zone=self._zone, now=self._now)
        return self._cards[id(tag)]

    def _leads(self, link: Tag) -> bool:
        """Whether a link leads to another page."""
        url = absolute(attribute(link, "href"), self._base)
        return url is not None and url != self._base and urlsplit(url).path != "/"

    def _in_chrome(self, tag: Tag) -> bool:
        return id(tag) in self._chrome or any(id(one) in self._chrome for one in tag.parents)


def _upwards(link: Tag) -> Iterator[Tag]:
    yield link
    for _, around in zip(range(_CLIMB), link.parents, strict=False):
        if around.name in {"body", "html", "[document]", "main"}:
            return
        yield around


def _share(cards: Sequence[Card], holds: Callable[[Card], bool]) -> float:
    return sum(map(holds, cards)) / len(cards)


def _tells(url: str) -> bool:
    """Whether an address looks like that of an article: a number, or words for a headline."""
    parts = urlsplit(url)
    return _SLUG.search(f"{parts.path}?{parts.query}") is not None


def _site(url: str) -> str:
    """The last two labels of a host; three where the last but one is as short as in ``co.uk``."""
    labels = (urlsplit(url).hostname or "").split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and len(labels[-2]) <= 3 else labels[-2:])
