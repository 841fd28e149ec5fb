from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from newsroom import START

from pacts.model import Channel, Source, Validators
from pacts.terms import SourceKind
from storage.records import SourceState
from worker.health import health_of, way_of

SOURCE = Source("wire", SourceKind.FEED, "https://wire.example/feed")
POLLED = SourceState(
    name="wire",
    kind="feed",
    url=SOURCE.url,
    validators=Validators(),
    next_check=START + timedelta(minutes=15),
    last_poll=START,
    last_success=START,
    last_new_item=START,
    failures=0,
    last_error=None,
    baselined_at=START,
    items=7,
    retired=False,
)


def test_a_source_that_was_never_asked_says_so() -> None:
    assert health_of(SOURCE, None, START).state == "not polled yet"
    assert health_of(SOURCE, replace(POLLED, last_poll=None), START).state == "not polled yet"


def test_a_source_that_answered_is_ok_and_has_no_reason() -> None:
    health = health_of(SOURCE, POLLED, START)
    assert (health.state, health.reason, health.items) == ("ok", None, 7)


def test_a_failing_source_gives_its_reason_how_often_and_when_it_is_tried_again() -> None:
    state = replace(POLLED, failures=3, last_error="the server cannot be reached")
    health = health_of(SOURCE, state, START)
    assert health.state == "failing"
    assert health.reason == (
        "the server cannot be reached (3 times in a row; next try 2031-03-04 12:15 UTC)"
    )


def test_a_source_that_answers_without_ever_listing_anything_is_called_empty() -> None:
    health = health_of(SOURCE, replace(POLLED, items=0), START)
    assert (health.state, health.reason) == ("empty", "it answers, and has never listed anything")


def test_articles_that_could_not_be_read_are_told_with_the_latest_reason() -> None:
    assert health_of(SOURCE, POLLED, START, (2, "no text")).reason == (
        "2 articles wait for another try: no text"
    )
    both = health_of(SOURCE, replace(POLLED, failures=1, last_error="gone"), START, (1, "no text"))
    assert both.reason == (
        "gone (once; next try 2031-03-04 12:15 UTC); 1 article waits for another try: no text"
    )


def test_a_check_that_nobody_made_is_overdue() -> None:
    assert health_of(SOURCE, POLLED, START + timedelta(minutes=20)).state == "ok"
    assert health_of(SOURCE, POLLED, START + timedelta(hours=1)).state == "overdue"


@pytest.mark.parametrize(
    ("url", "way"), [(None, "console"), ("mailto://user:secret@host", "mailto")]
)
def test_the_way_of_a_channel_tells_nothing_of_its_address(url: str | None, way: str) -> None:
    assert way_of(Channel("desk", url)) == way
