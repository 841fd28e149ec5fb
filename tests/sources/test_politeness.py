from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice, pairwise

import pytest
from fakeweb import FakeWeb, Reply, Request
from hypothesis import given, settings
from hypothesis import strategies as st
from sourcekit import door, fails, source

from pacts.errors import FetchFailure
from sources.http import TOO_MANY_REST
from sources.turns import ClosedError, NotYetError, Turns


class Time:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_no_host_gets_more_requests_at_a_time_than_allowed() -> None:
    busy, most, guard = 0, 0, threading.Lock()

    def answer(_: Request) -> Reply:
        nonlocal busy, most
        with guard:
            busy += 1
            most = max(most, busy)
        time.sleep(0.03)
        with guard:
            busy -= 1
        return Reply(b"x")

    with FakeWeb() as site, door(max_per_host=2) as web, ThreadPoolExecutor(8) as pool:
        url = site.script("/a", answer)
        list(pool.map(lambda _: web.get(source(), url), range(8)))
    assert most == 2


def test_requests_to_one_host_start_apart() -> None:
    with FakeWeb() as site, door(max_per_host=4, spacing=0.2) as web, ThreadPoolExecutor(3) as pool:
        url = site.serve("/a", "x")
        began = time.monotonic()
        list(pool.map(lambda _: web.get(source(), url), range(3)))
        assert time.monotonic() - began >= 0.4


def test_hosts_do_not_wait_for_one_another() -> None:
    with (
        FakeWeb() as one,
        FakeWeb(host="127.0.0.2") as two,
        door(spacing=60.0, patience=0.0, clock=Time()) as web,
    ):
        assert web.get(source(), one.serve("/a", "x")).body == b"x"
        assert web.get(source(), two.serve("/a", "x")).body == b"x"
        with fails(FetchFailure.POSTPONED):
            web.get(source(), one.url("/a"))


def test_waiting_for_a_turn_does_not_count_against_the_deadline() -> None:
    with (
        FakeWeb() as site,
        door(max_per_host=1, deadline=1.5) as web,
        ThreadPoolExecutor(4) as pool,
    ):
        url = site.serve("/a", "x", delay=0.4)
        began = time.monotonic()
        answers = list(pool.map(lambda _: web.get(source(), url).body, range(4)))
        assert time.monotonic() - began > 1.5
    assert answers == [b"x"] * 4


def test_a_failed_turn_is_given_back() -> None:
    with FakeWeb() as site, door(max_per_host=1) as web:
        for _ in range(3):
            with fails(FetchFailure.NOT_FOUND):
                web.get(source(), site.url("/none"))


def test_closing_the_door_frees_those_who_wait() -> None:
    with FakeWeb() as site, ThreadPoolExecutor(2) as pool:
        web = door(max_per_host=1)
        url = site.serve("/a", "x", delay=0.4)
        first = pool.submit(web.get, source(), url)
        site.wait_for("/a")
        second = pool.submit(web.get, source(), url)
        time.sleep(0.05)
        web.close()
        assert first.result(timeout=5).body == b"x"
        with fails(FetchFailure.UNREACHABLE) as caught:
            second.result(timeout=5)
        assert caught.detail == "shutting down"


def test_idle_hosts_are_forgotten() -> None:
    turns = Turns(2, 0.0)
    for number in range(1000):
        with turns.turn(f"host{number}"):
            pass
    assert turns._hosts == {}


def test_nobody_gets_a_turn_after_the_end() -> None:
    turns = Turns(1, 0.0)
    turns.close()
    with pytest.raises(ClosedError), turns.turn("host"):
        pass


def waits(turns: Turns, host: str = "host", **options: float) -> float:
    """Seconds until the turn that was not given; 0 for one that was."""
    try:
        with turns.turn(host, **options):  # type: ignore[arg-type]
            return 0.0
    except NotYetError as error:
        return error.seconds


def test_who_would_wait_too_long_is_told_when_to_come_and_no_two_get_the_same_moment() -> None:
    clock = Time()
    turns = Turns(2, 10.0, patience=0.0, clock=clock)
    assert [waits(turns) for _ in range(4)] == [0.0, 10.0, 20.0, 30.0]
    clock.now = 10.0
    assert waits(turns) == 0.0
    assert waits(turns) == 30.0  # 40: after the moments that others were given


def test_what_a_host_asks_for_is_kept_to_when_it_is_more_than_our_own_spacing() -> None:
    clock = Time()
    turns = Turns(2, 1.0, patience=0.0, clock=clock)
    assert waits(turns, spacing=20.0) == 0.0
    clock.now = 19.0
    assert waits(turns, spacing=20.0) == 1.0
    clock.now = 20.0
    assert waits(turns, spacing=0.1) == 0.0
    assert waits(turns) > 0.9


def test_a_resting_host_is_asked_by_nobody_and_no_other_host_rests_with_it() -> None:
    clock = Time()
    turns = Turns(2, 0.0, patience=0.0, clock=clock)
    turns.rest("host", 100.0)
    turns.rest("host", 5.0)
    assert waits(turns, "elsewhere") == 0.0
    assert waits(turns) == 100.0
    clock.now = 100.0
    assert waits(turns) == 0.0


def test_a_host_at_its_limit_sends_away_after_the_longest_wait() -> None:
    turns = Turns(1, 0.0, patience=0.1)
    began = time.monotonic()
    with turns.turn("host"):
        assert waits(turns) >= 1.0
    assert 0.09 < time.monotonic() - began < 10
    assert waits(turns) == 0.0


def test_a_slow_host_holds_only_so_many_who_wait() -> None:
    turns = Turns(2, 0.0, patience=5.0, clock=Time())
    with turns.turn("host"), turns.turn("host"), ThreadPoolExecutor(12) as pool:
        waiting = [pool.submit(waits, turns) for _ in range(12)]
        sent_away = [one.result() for one in islice(as_completed(waiting, timeout=60), 8)]
        assert min(sent_away) > 9
        assert sum(not one.done() for one in waiting) == 4
        turns.close()


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.floats(0.0, 3.0)), max_size=60),
    st.sampled_from([0.5, 2.0]),
)
def test_starts_are_never_closer_than_the_spacing_whoever_comes_when(
    calls: list[tuple[str, float]], spacing: float
) -> None:
    clock = Time()
    turns = Turns(2, spacing, patience=0.0, clock=clock)
    starts: dict[str, list[float]] = {"a": [], "b": []}
    for host, pause in calls:
        clock.now += pause
        if not waits(turns, host):
            starts[host].append(clock.now)
    for times in starts.values():
        # Sums of floats: the clock is exact to far less than a nanosecond only.
        assert all(after - before > spacing - 1e-9 for before, after in pairwise(times))


def test_hosts_of_long_ago_are_forgotten_also_when_requests_are_spaced() -> None:
    clock = Time()
    turns = Turns(2, 1.0, patience=0.0, clock=clock)
    for number in range(10_000):
        clock.now += 0.01
        assert waits(turns, f"host{number}") == 0.0
    assert len(turns._hosts) <= 1000


@pytest.mark.parametrize("value", ["3600", "Tue, 03 Jun 2031 13:00:00 GMT"])
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_in_either_form_lets_the_whole_host_rest(status: int, value: str) -> None:
    clock = Time()
    with FakeWeb() as site, FakeWeb(host="127.0.0.2") as other, door(clock=clock) as web:
        site.serve("/fine", "x")
        other.serve("/fine", "x")
        date = "Tue, 03 Jun 2031 12:00:00 GMT"
        site.script("/busy", later(status, value, date))
        with fails(FetchFailure.THROTTLED):
            web.get(source(), site.url("/busy"))
        with fails(FetchFailure.POSTPONED) as caught:
            web.get(source(name="another"), site.url("/fine"))
        assert caught.error is not None
        assert caught.error.retry_after == pytest.approx(3600, abs=1)
        assert web.get(source(), other.url("/fine")).body == b"x"
        clock.now = 3601.0
        assert web.get(source(name="another"), site.url("/fine")).body == b"x"
    assert site.hits("/fine") == 1


def later(status: int, value: str, date: str) -> Reply:
    head = f"HTTP/1.1 {status} No\r\nDate: {date}\r\nRetry-After: {value}\r\n"
    data = f"{head}Content-Length: 2\r\n\r\nno".encode()
    return Reply(chunks=lambda _: iter([data]), raw=True)


def test_too_many_requests_without_a_time_lets_the_host_rest_for_a_minute() -> None:
    clock = Time()
    with FakeWeb() as site, door(clock=clock) as web:
        site.fail("/busy", 429)
        with fails(FetchFailure.THROTTLED):
            web.get(source(), site.url("/busy"))
        with fails(FetchFailure.POSTPONED) as caught:
            web.get(source(), site.url("/busy"))
        assert caught.error is not None
        assert caught.error.retry_after == TOO_MANY_REST


def test_a_rest_lasts_no_longer_than_a_day() -> None:
    clock = Time()
    with FakeWeb() as site, door(clock=clock) as web:
        site.fail("/busy", 503, retry_after="31536000")
        with fails(FetchFailure.THROTTLED):
            web.get(source(), site.url("/busy"))
        clock.now = 86_401.0
        with fails(FetchFailure.THROTTLED):
            web.get(source(), site.url("/busy"))


def test_a_redirect_within_a_host_does_not_wait_for_another_turn() -> None:
    with FakeWeb() as site, door(spacing=30.0) as web:
        site.serve("/b", "x")
        assert web.get(source(), site.redirect("/a", "/b")).body == b"x"


def test_a_redirect_to_a_host_that_is_asked_elsewhere_waits_for_its_turn() -> None:
    clock = Time()
    with (
        FakeWeb() as site,
        FakeWeb(host="127.0.0.2") as other,
        door(spacing=30.0, patience=0.0, clock=clock) as web,
    ):
        url = other.serve("/x", "x")
        site.redirect("/a", url)
        web.get(source(), url)
        with fails(FetchFailure.POSTPONED) as caught:
            web.get(source(), site.url("/a"))
        assert caught.error is not None
        assert caught.error.retry_after == 30
        clock.now = 60.0
        assert web.get(source(), site.url("/a")).body == b"x"
    assert other.hits("/x") == 2
