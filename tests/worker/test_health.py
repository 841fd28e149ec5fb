from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from newsroom import START

from pacts.model import Channel, Source, Validators
from pacts.terms import Rung, SourceKind
from storage.records import SourceHealth, SourceState
from worker.care.health import Known, health_of
from worker.delivery.channelhealth import way_of

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


def known(health: SourceHealth = SourceHealth(), **changes: Any) -> Known:  # noqa: B008 - frozen
    return Known(replace(POLLED, **changes), health)


def test_a_source_that_was_never_asked_says_so() -> None:
    assert health_of(SOURCE, None, START).state == "not polled yet"
    waiting = health_of(SOURCE, known(last_poll=None), START)
    assert (waiting.state, waiting.next_check) == ("not polled yet", POLLED.next_check)


def test_a_source_that_answered_is_ok_and_has_no_reason() -> None:
    health = health_of(SOURCE, known(), START)
    assert (health.state, health.reason, health.items) == ("ok", None, 7)


def test_a_failing_source_gives_its_reason_how_often_when_next_and_what_to_do() -> None:
    ill = SourceHealth(Rung.FAILING, 3.0, START, "CERT_EXPIRED")
    state = known(ill, failures=3, last_error="the certificate is not valid")
    health = health_of(SOURCE, state, START)
    assert health.state == "failing"
    why = "the certificate is not valid; failed 3 times in a row, next try 2031-03-04 12:15 UTC"
    assert health.reason == why
    assert "renew" in (health.act or "")
    assert health.said == f"{why}; to do: {health.act}"


def test_what_fails_with_many_others_is_looked_for_on_this_side() -> None:
    lost = SourceHealth(Rung.FAILING, 3.0, START, "HOST_UNKNOWN")
    alone = known(lost, failures=3, last_error="no such host")
    assert "spelling" in (health_of(SOURCE, alone, START).act or "")
    together = health_of(SOURCE, replace(alone, with_many=True), START)
    assert "network of this machine" in (together.act or "")
    gone = replace(alone, health=replace(lost, failure="NOT_FOUND"), with_many=True)
    assert "new address" in (health_of(SOURCE, gone, START).act or "")


def test_a_source_that_answers_without_ever_listing_anything_is_called_empty() -> None:
    health = health_of(SOURCE, known(items=0), START)
    assert (health.state, health.reason) == ("empty", "it answers, and has never listed anything")


def test_articles_that_could_not_be_read_are_told_with_the_latest_reason() -> None:
    waiting = replace(known(), unread=(2, "no text"))
    assert health_of(SOURCE, waiting, START).reason == "2 articles wait for another try: no text"
    both = replace(known(failures=1, last_error="gone"), unread=(1, "no text"))
    assert health_of(SOURCE, both, START).reason == (
        "gone; failed once, next try 2031-03-04 12:15 UTC; 1 article waits for another try: no text"
    )


def test_a_check_that_nobody_made_is_overdue() -> None:
    assert health_of(SOURCE, known(), START + timedelta(minutes=20)).state == "ok"
    assert health_of(SOURCE, known(), START + timedelta(hours=1)).state == "overdue"


def test_a_source_from_before_the_ladder_that_fails_is_degraded() -> None:
    assert health_of(SOURCE, known(failures=5, last_error="x"), START).state == "degraded"


@pytest.mark.parametrize(
    ("health", "state", "words"),
    [
        (SourceHealth(held_at=START, held_why="keywords"), "held", "sources release wire"),
        (SourceHealth(drift="it lists 1 item"), "drifting", "it lists 1 item"),
        (SourceHealth(quiet_since=START), "quiet", "nothing new since 2031-03-04"),
    ],
)
def test_what_is_wrong_with_a_source_that_answers_is_its_state_and_its_reason(
    health: SourceHealth, state: str, words: str
) -> None:
    shown = health_of(SOURCE, known(health), START)
    assert (shown.state, words in (shown.reason or "")) == (state, True)
    assert shown.trust == ("hold" if state == "held" else "allowed")


@pytest.mark.parametrize(
    ("url", "way"), [(None, "console"), ("mailto://user:secret@host", "mailto")]
)
def test_the_way_of_a_channel_tells_nothing_of_its_address(url: str | None, way: str) -> None:
    assert way_of(Channel("desk", url)) == way
