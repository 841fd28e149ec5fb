"""Steps 4 and 5 of the journey: an item becomes an article, and its text events.

A host whose pages fail one after another is left alone for the rest of the poll: its other items
fail with it, unasked. Other hosts are asked on, since one feed may list pages of many. A poll whose
pages take minutes is ended: its thread is one that other sources need.
"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from extraction import extract
from extraction.language import known
from pacts.errors import FetchError, FetchFailure
from pacts.model import Article, Event, Item, Source
from pacts.terms import PublishedBy
from sources.article import read_article
from sources.hygiene import signs_of
from worker.care import pace
from worker.journey.dating import settle_date
from worker.journey.desk import Desk
from worker.journey.pages import NOT_FETCHED, instead_of_page

ENOUGH_FAILURES: Final = 3
"""Pages of one host that fail in a row before it is asked for no more in this poll."""
LONGEST_SECONDS: Final = 300.0
"""For the pages of one poll; a hundred of a host that answers take one minute or two."""
ASIDE_SECONDS: Final = 60.0
"""After which the rest is read, behind the sources that became due meanwhile."""


class Reader:
    """Reads the items of one poll. ``first_poll``: of a source that nobody has polled before.

    After ``longest`` seconds the rest of the items are postponed.
    """

    def __init__(
        self,
        source: Source,
        desk: Desk,
        now: datetime,
        *,
        first_poll: bool,
        longest: float = LONGEST_SECONDS,
    ) -> None:
        self._began = time.monotonic()
        self._longest = longest
        self._source = source
        self._desk = desk
        self._now = now
        self._first_poll = first_poll
        self._failures: dict[str, list[FetchError]] = {}
        """Those in a row, by host."""

    def read(self, item: Item) -> tuple[Article, str | None]:
        """The article of an item; and why it is less than its page, where that was left out.

        Raises FetchError.
        """
        watches = self._desk.config.watches
        listed = instead_of_page(item, self._source, watches, now=self._now)
        if listed is not None:
            return self._dated(item, listed), NOT_FETCHED
        return self._dated(item, self._page(item)), None

    def unread(self, item: Item) -> Article:
        """What can be judged of an item whose page cannot be read."""
        article = Article(
            source=item.source,
            key=item.key,
            url=item.url,
            title=item.title,
            text=Article.compose(item.title, item.summary),
            published=item.published,
            published_by=PublishedBy.FEED if item.published else PublishedBy.NOTHING,
            language=item.language or self._source.language,
            trust=self._source.trust,
            signs=signs_of(item.title, item.summary) if self._source.hygiene else (),
        )
        return self._dated(item, article)

    def events(self, article: Article) -> tuple[Event, ...]:
        """What the text of an article reports."""
        return extract(article, news_days=self._desk.config.settings.news_days)

    def _page(self, item: Item) -> Article:
        took = time.monotonic() - self._began
        if took >= self._longest:
            raise FetchError(
                item.source,
                FetchFailure.POSTPONED,
                f"the pages of this poll took {took:.0f} s",
                # Counted from the beginning of the poll, as every time in it.
                retry_after=took + ASIDE_SECONDS,
            )
        failures = self._failures.setdefault(host_of(item.url), [])
        if len(failures) >= ENOUGH_FAILURES:
            raise failures[-1]
        try:
            article = read_article(item, self._source, self._desk.web, now=self._now)
        except FetchError as error:
            if pace.blames_the_host(error):
                failures.append(error)
            raise
        failures.clear()
        return article

    def _dated(self, item: Item, article: Article) -> Article:
        article = replace(article, language=known(article.language, article.text))
        if article.published is not None:
            return article
        met = self._desk.store.first_met(item)
        first_seen, first_poll = met or (self._now, self._first_poll)
        return settle_date(
            article, self._source.undated, first_seen=first_seen, first_poll=first_poll
        )


def host_of(url: str) -> str:
    """The host of an address; empty for one that has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
