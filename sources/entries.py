"""What feeds, listings and sitemaps have in common: raw entries become items."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from pacts.identity import guid_name, page_name
from pacts.model import Item, Source
from sources.dates import is_month_first, parse_date
from sources.text import one_line, plain
from sources.urls import absolute, canonical

MAX_TITLE: Final = 500
MAX_SUMMARY: Final = 4_000
MAX_CONTENT: Final = 500_000
MAX_KEY: Final = 400

_STAMPED: Final = timedelta(minutes=10)
_MANY: Final = 3

_LANGUAGE: Final = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_].*)?\s*$")


_When = Callable[[str], datetime | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands in the document, not yet cleaned."""

    title: str = ""
    link: str = ""
    identity: str = ""
    """What the document itself calls the entry: guid or id."""
    dates: tuple[str, ...] = ()
    """Dates as written, the best first."""
    updated: str = ""
    """When it was last edited, as written."""
    summary: str = ""
    content: str = ""
    language: str = ""
    base: str = ""
    """What its link is relative to, where that is not the document."""


def to_items(
    entries: Sequence[Entry], source: Source, url: str, *, now: datetime, language: str = ""
) -> tuple[Item, ...]:
    """Items in the order of the document, each key once, at most ``source.max_items``.

    The key is the entry's own identity, where no entry with another link shares it, else the
    canonical address, else a hash of what it says. ``url`` is where the document came from.
    """
    named = [_Named(entry, entry.base or url) for entry in entries]
    guid_shared = _shared((one.guid, one.address, one.title) for one in named)
    address_shared = _shared((one.address, one.guid, one.title) for one in named)
    month_first = is_month_first(text for entry in entries for text in entry.dates)
    when = partial(parse_date, zone=source.time_zone, now=now, month_first=month_first)
    owners = defaultdict[str, set[str]](set)
    for entry in entries:
        owners[entry.identity].add(entry.link)
    items: dict[str, Item] = {}
    for one in named:
        if len(items) >= source.max_items:
            break
        item = _item(one, source, url, when, language, own=len(owners[one.entry.identity]) == 1)
        if item is None:
            continue
        guid = "" if guid_shared(one.guid) else one.guid
        address = "" if address_shared(one.address) else one.address
        items.setdefault(item.key, replace(item, guid=guid, address=address))
    return _unstamped(tuple(items.values()), now)


class _Named:
    """An entry with its names, each made once."""

    __slots__ = ("address", "entry", "guid", "link", "title")

    def __init__(self, entry: Entry, base: str) -> None:
        self.entry = entry
        self.link = absolute(entry.link, base) or ""
        self.address = page_name(self.link)
        self.guid = guid_name(one_line(entry.identity))[:MAX_KEY]
        self.title = one_line(entry.title)


def _shared(names: Iterable[tuple[str, str, str]]) -> Callable[[str], bool]:
    """Whether a name stands for entries that differ in the other name and in the title."""
    others = defaultdict[str, set[tuple[str, str]]](set)
    for name, other, title in names:
        others[name].add((other, title))
    return lambda name: (
        len({other for other, _ in others[name]}) > 1
        and len({title for _, title in others[name]}) > 1
    )


def primary_tag(language: str | None) -> str | None:
    """``en`` of ``en-US``; None for what is no language tag."""
    found = _LANGUAGE.fullmatch(language or "")
    return found[1].lower() if found else None


def digest(*parts: str) -> str:
    """A short hash of what is said, the same in every process."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def _item(
    named: _Named, source: Source, url: str, when: _When, language: str, *, own: bool
) -> Item | None:
    entry, link = named.entry, named.link
    title = plain(entry.title, MAX_TITLE)
    summary = plain(entry.summary, MAX_SUMMARY)
    content = entry.content[:MAX_CONTENT]
    if not (title or summary or content or link):
        return None
    return Item(
        source=source.name,
        key=_key(entry, entry.base or url, own=own) or digest(title, summary, content),
        url=link,
        title=title,
        summary=summary,
        published=next(filter(None, map(when, entry.dates)), None),
        language=source.language or primary_tag(entry.language) or primary_tag(language),
        content=content,
        updated=when(entry.updated) if entry.updated else None,
    )


def _key(entry: Entry, base: str, *, own: bool) -> str:
    """Empty when the entry has neither identity nor address."""
    key = one_line(entry.identity) if own else ""
    key = key or canonical(entry.link, base) or one_line(entry.identity)
    return key if len(key) <= MAX_KEY else digest(key)


def _unstamped(items: tuple[Item, ...], now: datetime) -> tuple[Item, ...]:
    """Without the dates that were made for the answer: some servers stamp every item with now.

    More than half of at least three dates within ten minutes of the poll is no news room. Where
    it is one after all nothing is lost: what has no date counts as published when it was found.
    """
    dated = [item.published for item in items if item.published is not None]
    stamped = sum(abs(moment - now) <= _STAMPED for moment in dated)
    if stamped < _MANY or stamped * 2 <= len(dated):
        return items
    return tuple(
        replace(item, published=None)
        if item.published is not None and abs(item.published - now) <= _STAMPED
        else item
        for item in items
    )
