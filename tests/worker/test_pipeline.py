"""The journey, step by step, on a loopback web server and a real database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import DULL, SIGNED, START, Newsroom

from pacts.errors import FetchFailure
from pacts.model import Story
from pacts.terms import Reason
from worker.journey.pipeline import Polled
from worker.life.runtime import Runtime


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire", "post") as room:
        yield room


@pytest.fixture
def runtime(room: Newsroom) -> Iterator[Runtime]:
    """Both sources have had their first, silent poll."""
    with room.runtime() as runtime:
        room.poll(runtime, "wire")
        room.poll(runtime, "post")
        room.later(minutes=15)
        yield runtime


def reasons(runtime: Runtime) -> list[Reason]:
    return [alert.reason for alert in reversed(runtime.store.alerts())]


def only_story(runtime: Runtime) -> Story:
    (story,) = runtime.store.stories()
    return story


def test_a_new_article_becomes_a_story_an_alert_and_a_delivery(
    room: Newsroom, runtime: Runtime
) -> None:
    room.publish("wire", "signed", *SIGNED)
    polled = room.poll(runtime)
    assert polled == Polled("wire", stored=1, alerts=1)
    assert only_story(runtime).parties == ("FJ", "KE")
    assert reasons(runtime) == [Reason.FIRST]
    (delivery,) = runtime.store.deliveries()
    assert delivery.channel == "console"
    assert delivery.not_before == room.now


def test_a_second_poll_of_the_same_feed_stores_nothing(room: Newsroom, runtime: Runtime) -> None:
    room.publish("wire", "signed", *SIGNED)
    room.poll(runtime)
    again = room.poll(runtime)
    assert again == Polled("wire", unchanged=True)
    assert reasons(runtime) == [Reason.FIRST]


def test_the_first_poll_of_a_source_is_recorded_and_silent(room: Newsroom) -> None:
    room.publish("wire", "signed", *SIGNED)
    with room.runtime() as runtime:
        polled = room.poll(runtime)
        assert (polled.stored, polled.alerts) == (2, 0)
        assert reasons(runtime) == [Reason.BASELINE]
        assert runtime.store.deliveries() == []


def test_the_first_poll_alerts_when_that_is_asked_for(room: Newsroom) -> None:
    room.publish("wire", "signed", *SIGNED)
    with room.runtime(notify_baseline=True) as runtime:
        assert room.poll(runtime).alerts == 1


def test_two_sources_that_tell_one_event_make_one_story_and_one_alert(
    room: Newsroom, runtime: Runtime
) -> None:
    room.publish("wire", "signed", *SIGNED)
    room.publish("post", "fish", "Fiji, Kenya agree on fish", SIGNED[1])
    assert room.poll(runtime, "wire").alerts == 1
    assert room.poll(runtime, "post").alerts == 0
    assert only_story(runtime).sources == ("post", "wire")


def test_an_item_whose_page_fails_is_tried_again_until_it_comes(
    room: Newsroom, runtime: Runtime
) -> None:
    path = room.publish("wire", "signed", *SIGNED)
    room.web.fail(path, 500)
    assert room.poll(runtime).put_off == 1
    room.later(minutes=4)
    assert room.poll(runtime).put_off == 0
    assert room.web.hits(path) == 1
    room.restore("wire", room.articles["wire"][0])
    room.later(minutes=1)
    polled = room.poll(runtime)
    assert (polled.stored, polled.alerts) == (1, 1)


def test_an_item_that_was_put_off_is_known_by_all_its_names(
    room: Newsroom, runtime: Runtime
) -> None:
    path = room.publish("wire", "signed", *SIGNED)
    room.web.fail(path, 500)
    room.poll(runtime)
    room.restore("wire", room.articles["wire"][0])
    room.later(minutes=5)
    (wire, _) = runtime.config.sources
    assert runtime.poll(wire, early=False).stored == 1  # the page alone; nothing is listed
    renamed = room.feed("wire").replace("<guid>wire-signed<", "<guid>made-anew<")
    room.web.serve("/wire/feed", renamed, "application/rss+xml")
    room.later(minutes=10)
    assert room.poll(runtime) == Polled("wire")
    assert room.web.hits(path) == 2


def test_an_item_is_tried_again_though_its_source_is_down(room: Newsroom, runtime: Runtime) -> None:
    path = room.publish("wire", "signed", *SIGNED)
    room.web.fail(path, 500)
    room.poll(runtime)
    room.restore("wire", room.articles["wire"][0])
    room.web.fail("/wire/feed", 500)
    room.later(minutes=15)
    polled = room.poll(runtime)
    assert polled.error == "the server reports an error of its own (HTTP 500)"
    assert polled.alerts == 1


def test_after_six_failures_an_item_is_judged_by_its_title_and_summary(
    room: Newsroom, runtime: Runtime
) -> None:
    path = room.publish("wire", "signed", *SIGNED)
    room.web.fail(path, 404)
    for _ in range(5):
        assert room.poll(runtime).put_off == 1
        room.later(hours=12)
    polled = room.poll(runtime)
    assert (polled.unreadable, polled.alerts) == (1, 1)
    room.later(hours=12)
    room.poll(runtime)
    assert room.web.hits(path) == 6
    assert only_story(runtime).lead.title == SIGNED[0]


def test_what_was_put_off_in_the_silent_first_poll_stays_silent(room: Newsroom) -> None:
    path = room.publish("wire", "signed", *SIGNED)
    room.web.fail(path, 500)
    with room.runtime() as runtime:
        room.poll(runtime)
        room.restore("wire", room.articles["wire"][0])
        room.later(minutes=15)
        polled = room.poll(runtime)
        assert (polled.stored, polled.alerts) == (1, 0)
        assert reasons(runtime) == [Reason.BASELINE]


def test_one_host_that_is_down_is_not_asked_for_every_page(
    room: Newsroom, runtime: Runtime
) -> None:
    paths = [room.publish("wire", f"a{number}", f"Part {number}", DULL[1]) for number in range(8)]
    for path in paths:
        room.web.fail(path, 503)
    assert room.poll(runtime).put_off == 8
    assert sum(room.web.hits(path) for path in paths) == 3


def test_a_failed_poll_keeps_its_reason_and_waits_longer_each_time(
    room: Newsroom, runtime: Runtime
) -> None:
    room.web.serve("/wire/feed", "<!doctype html><html><body>Hello</body></html>")
    waits = []
    for _ in range(3):
        polled = room.poll(runtime)
        state = runtime.store.source_state("wire")
        assert polled.error == state.last_error
        waits.append((state.next_check - room.now).total_seconds() / 60)
        room.now = state.next_check
    assert waits == [15, 30, 60]
    assert FetchFailure.NOT_A_FEED.value in (state.last_error or "")


def test_a_success_forgets_the_failures(room: Newsroom, runtime: Runtime) -> None:
    room.web.fail("/wire/feed", 500)
    room.poll(runtime)
    room.publish("wire", "more", *DULL)
    room.poll(runtime)
    state = runtime.store.source_state("wire")
    assert (state.failures, state.last_error) == (0, None)


def test_a_poll_that_is_told_to_stop_leaves_the_rest_for_the_next_one(room: Newsroom) -> None:
    room.publish("wire", "signed", *SIGNED)
    answers = iter([False, False, True, True])
    with room.runtime(stopping=lambda: next(answers)) as runtime:
        polled = room.poll(runtime)
        assert (polled.stored, polled.interrupted) == (1, True)
        assert runtime.store.source_state("wire").last_success is None
        assert room.poll(runtime, "post") == Polled("post", interrupted=True)
        assert room.web.hits("/post/feed") == 0
    with room.runtime() as runtime:
        assert room.poll(runtime).stored == 1


def test_older_news_is_told_before_newer_news(room: Newsroom, runtime: Runtime) -> None:
    room.publish("wire", "later", *SIGNED, published=START)
    planned = "Kenya and Fiji will sign a fisheries agreement in Suva on Tuesday, officials said."
    room.publish("wire", "earlier", "Kenya and Fiji to sign fisheries agreement", planned,
                 published=START.replace(hour=1))  # fmt: skip
    room.poll(runtime)
    assert reasons(runtime) == [Reason.FIRST, Reason.ADVANCED]


def test_every_article_is_kept_whether_it_matches_or_not(room: Newsroom, runtime: Runtime) -> None:
    titles = {article.title for _, article in runtime.store.articles()}
    assert titles == {DULL[0]}
    assert runtime.store.events() == []
