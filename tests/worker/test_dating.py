"""Articles that nothing dates, and those whose page knows better than their feed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from newsroom import FILLER, SIGNED, START, Newsroom
from sourcekit import rss

from pacts.model import Article
from pacts.terms import PublishedBy, Reason, Trust, Undated
from worker.journey.dating import settle_date
from worker.life.runtime import Runtime

BODY = "Kenya and Fiji signed a fisheries agreement in Suva on Tuesday."


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path) as room:
        yield room


def outlet(room: Newsroom, undated: str) -> None:
    """A source "bare" whose feed and pages name no day, and which lists nothing yet."""
    url = room.web.serve("/bare/feed", rss(), "application/rss+xml")
    entry = f"{{name: bare, kind: feed, url: '{url}', undated: {undated}}}"
    room.configure(extra_sources=[entry])


def announce(room: Newsroom, *, head: str = "", more: str = "", status: int = 200) -> None:
    page = f"<html><head>{head}</head><body><article><h1>{SIGNED[0]}</h1><p>{BODY}</p>"
    url = room.web.serve("/bare/1", f"{page}<p>{FILLER}</p>", status=status)
    item = f"<title>{SIGNED[0]}</title><link>{url}</link><guid>1</guid>{more}"
    room.web.serve("/bare/feed", rss(item), "application/rss+xml")


def told(runtime: Runtime) -> tuple[Article, list[Reason]]:
    """The article of the bare source, and what was decided on it."""
    (article,) = (one for _, one in runtime.store.articles() if one.source == "bare")
    return article, [alert.reason for alert in runtime.store.alerts()]


def test_an_article_without_a_date_counts_from_when_it_was_first_seen(room: Newsroom) -> None:
    outlet(room, "first-seen")
    with room.runtime() as runtime:
        room.poll(runtime, "bare")
        room.later(minutes=15)
        announce(room)
        room.poll(runtime, "bare")
        article, reasons = told(runtime)
    assert (article.published, article.published_by) == (room.now, PublishedBy.FIRST_SEEN)
    assert reasons == [Reason.FIRST]


def test_what_the_first_poll_meets_without_a_date_stays_without_one(room: Newsroom) -> None:
    outlet(room, "first-seen")
    announce(room)
    with room.runtime(notify_baseline=True) as runtime:
        room.poll(runtime, "bare")
        article, _ = told(runtime)
    assert (article.published, article.published_by) == (None, PublishedBy.NOTHING)


def test_it_counts_from_the_poll_that_met_it_however_late_its_page_is_read(room: Newsroom) -> None:
    outlet(room, "first-seen")
    with room.runtime() as runtime:
        room.poll(runtime, "bare")
        room.later(minutes=15)
        announce(room, status=503)
        assert room.poll(runtime, "bare").put_off == 1
        met = room.now
        room.later(hours=3)
        announce(room)
        room.poll(runtime, "bare")
        article, _ = told(runtime)
    assert article.published == met


def test_an_article_without_a_date_is_held_where_that_is_asked_for(room: Newsroom) -> None:
    outlet(room, "hold")
    with room.runtime() as runtime:
        room.poll(runtime, "bare")
        room.later(minutes=15)
        announce(room)
        room.poll(runtime, "bare")
        article, reasons = told(runtime)
    assert (article.published, article.trust) == (None, Trust.HOLD)
    assert reasons == [Reason.HELD]


def test_an_old_article_that_is_listed_as_new_alerts_nobody(room: Newsroom) -> None:
    outlet(room, "first-seen")
    old = "<meta property='article:published_time' content='2030-03-04T12:00:00Z'>"
    with room.runtime() as runtime:
        room.poll(runtime, "bare")
        room.later(minutes=15)
        announce(room, head=old, more=f"<pubDate>{room.now:%Y-%m-%d %H:%M}</pubDate>")
        room.poll(runtime, "bare")
        article, reasons = told(runtime)
    assert (article.published, article.published_by) == (
        datetime.fromisoformat("2030-03-04T12:00:00Z"),
        PublishedBy.META,
    )
    assert Reason.FIRST not in reasons


@pytest.mark.parametrize("undated", list(Undated))
@pytest.mark.parametrize("first_poll", [True, False])
def test_an_article_with_a_date_stays_as_it_is(undated: Undated, *, first_poll: bool) -> None:
    article = Article("bare", "1", "", "t", "t", START, published_by=PublishedBy.FEED)
    later = START + timedelta(days=1)
    assert settle_date(article, undated, first_seen=later, first_poll=first_poll) is article
