"""When an article was published, and what says so.

    feed > JSON-LD > meta > <time> > guessed

The first that can be is believed. One thing more: what a feed lists as new while its page says
that it is days old was listed again, and the page is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from lxml import etree, html

from pacts.terms import PublishedBy
from sources.dates import find_dateline, parse_date

LISTED_AGAIN: Final = timedelta(days=3)
"""How much older than its listing a page must call itself. Pages are often written a day or two
before they are published, and some count from that."""

_PUBLISHED_NAMES: Final = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
)
_URL_DAY: Final = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(\d\d)[/_-]?(\d\d)(?=[/_.-]|$)")
_GUESS_CHARS: Final = 100_000
"""Markup that htmldate is given: its time grows with it, to seconds on pages of megabytes."""

_FIRM_META: Final = frozenset({"article:published_time", "datepublished"})


@dataclass(frozen=True, slots=True)
class Publication:
    """A time of publication, and what says so."""

    at: datetime
    by: PublishedBy
    firm: bool = False
    """The page says it of this very article, without any doubt."""


def choose(listed: datetime | None, stated: Sequence[Publication]) -> Publication | None:
    """The time to believe, of the one that the listing gives and those of the page."""
    page = stated[0] if stated else None
    if listed is None:
        return page
    if page is not None and page.firm and listed - page.at > LISTED_AGAIN:
        return page
    return Publication(listed, PublishedBy.FEED)


def stated_times(
    root: html.HtmlElement,
    nodes: Sequence[Mapping[str, Any]],
    metas: Mapping[str, str],
    *,
    zone: str,
    now: datetime,
) -> tuple[Publication, ...]:
    """What a page states, at most one of each kind. ``nodes`` are those of its JSON-LD."""

    def first(texts: Iterable[str]) -> tuple[datetime, str] | None:
        """The first text that is a date, and its moment."""
        moments = ((parse_date(text, zone=zone, now=now), text) for text in texts)
        return next(((moment, text) for moment, text in moments if moment is not None), None)

    def found() -> Iterator[Publication]:
        if linked := first(_linked_day(node) for node in nodes):
            of_articles = {_linked_day(node) for node in nodes if is_article(node)} - {""}
            # Not of a list of articles, whose first may be any, nor of the site.
            yield Publication(linked[0], PublishedBy.JSON_LD, firm=of_articles == {linked[1]})
        if meta := first(metas[name] for name in _PUBLISHED_NAMES if name in metas):
            firm = meta[1] in {metas.get(name) for name in _FIRM_META}
            yield Publication(meta[0], PublishedBy.META, firm=firm)
        if marked := first(_time_tags(root)):
            yield Publication(marked[0], PublishedBy.TIME)

    return tuple(found())


def guess(
    root: html.HtmlElement, lines: Sequence[str], url: str, *, zone: str, now: datetime
) -> Publication | None:
    """When nothing states the time: a date line near the title, the address, then htmldate."""
    moments = (find_dateline(line, zone=zone, now=now) for line in lines)
    moment = next((moment for moment in moments if moment is not None), None)
    if moment is None and (day := _URL_DAY.search(url)):
        moment = parse_date("-".join(day.groups()), zone=zone, now=now)
    if moment is None:
        moment = _by_htmldate(root, zone, now)
    return Publication(moment, PublishedBy.GUESSED) if moment is not None else None


def is_article(node: Mapping[str, Any]) -> bool:
    """Whether a node of JSON-LD is an article of any kind."""
    kind = node.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return any("Article" in str(name) or "Posting" in str(name) for name in names)


def string_of(node: Mapping[str, Any], name: str) -> str:
    value = node.get(name)
    return value if isinstance(value, str) else ""


def _linked_day(node: Mapping[str, Any]) -> str:
    """``datePublished``, which may stand in a list or be a typed value."""
    value = node.get("datePublished")
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return value if isinstance(value, str) else ""


def _time_tags(root: html.HtmlElement) -> Iterator[str]:
    """Marked as publication first, then the first ``<time datetime>`` after the heading."""
    for tag in root.xpath("(//*[@itemprop='datePublished'] | //time[@pubdate])[1]"):
        yield tag.get("datetime") or tag.get("content") or tag.text_content()
    for tag in root.xpath("(//h1)[1]/following::time[@datetime][1]"):
        yield tag.get("datetime")


def _by_htmldate(root: html.HtmlElement, zone: str, now: datetime) -> datetime | None:
    """The last resort. Bounded: the library once took 1.5 s on a page, and it guesses.

    The first of January is refused: that is what it makes of a copyright year.
    """
    from htmldate import find_date  # late, like all that takes long to load

    markup = etree.tostring(root, encoding="unicode", method="html")[:_GUESS_CHARS]
    latest = (now.astimezone(UTC) + timedelta(days=1)).strftime("%Y-%m-%d")
    day = find_date(
        markup,
        original_date=True,
        extensive_search=False,
        min_date="1995-01-01",
        max_date=latest,
    )
    if not day or day.endswith("-01-01"):
        return None
    return parse_date(day, zone=zone, now=now)
