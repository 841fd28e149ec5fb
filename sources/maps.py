"""Finding the sitemaps of a site: those that robots.txt names, and the usual places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final
from urllib.parse import urljoin, urlsplit

from pacts.errors import FetchError
from pacts.model import Source, Validators
from pacts.terms import SourceKind
from sources.candidates import Candidate
from sources.encoding import decode
from sources.fetch import list_items
from sources.http import Web
from sources.sitemap import read_sitemap
from sources.urls import absolute

_LINE: Final = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
_USUAL: Final = ("/sitemap_news.xml", "/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml")
_NEWS: Final = re.compile(r"news|actu|noticia|tin-?tuc|novosti", re.IGNORECASE)
_PART: Final = re.compile(r"\d")
"""A child with a number in its name is followed by another one tomorrow."""
_MOST: Final = 6


def find_sitemaps(url: str, source: Source, web: Web, *, now: datetime) -> list[Candidate]:
    """Sitemaps that list something, those for news first. Nothing is raised."""
    named = list(dict.fromkeys(_in_robots(url, source, web)))
    named.sort(key=lambda one: not _NEWS.search(urlsplit(one).path))
    usual = [urljoin(url, path) for path in _USUAL]
    found: list[Candidate] = []
    for each in list(dict.fromkeys([*named[:_MOST], *usual])):
        how = "named in robots.txt" if each in named else "at a usual place"
        found += read_candidates(each, how, source, web, now=now)
        if any(is_news(one) for one in found):
            break
    return sorted(found, key=lambda one: not is_news(one))


def is_news(one: Candidate) -> bool:
    """Whether a sitemap gives titles and times, as those for news do."""
    return sum(bool(item.title) and item.published is not None for item in one.items) > 0


def _in_robots(url: str, source: Source, web: Web) -> Iterator[str]:
    where = urljoin(url, "/robots.txt")
    try:
        answer = web.get(source, where)
    except FetchError:
        return
    for named in _LINE.findall(decode(answer.body, answer.content_type)):
        found = absolute(named, where)
        if found:
            yield found


def read_candidates(
    url: str, how: str, source: Source, web: Web, *, now: datetime
) -> list[Candidate]:
    """The sitemap; of an index, the child that is for news, else the index as a whole."""
    asked = replace(source, kind=SourceKind.SITEMAP, url=url, select=None)
    try:
        answer = web.get(asked, url)
        read = read_sitemap(
            source.name,
            answer.body,
            answer.content_type,
            answer.url,
            zone=source.time_zone,
            now=now,
        )
    except FetchError:
        return []
    news = (one for one in read.children if _NEWS.search(urlsplit(one).path.rpartition("/")[2]))
    for child in (one for one in news if not _PART.search(urlsplit(one).path)):
        return list(_listed(replace(asked, url=child), f"{how}, inside an index", web, now))
    return list(_listed(asked, how, web, now))


def _listed(asked: Source, how: str, web: Web, now: datetime) -> Iterator[Candidate]:
    try:
        items = list_items(asked, web, Validators(), now=now).items
    except FetchError:
        return
    if items:
        yield Candidate(SourceKind.SITEMAP, asked.url, "", how, items)
