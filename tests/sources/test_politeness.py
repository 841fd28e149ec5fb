from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from fakeweb import FakeWeb, Reply, Request
from sourcekit import door, fails, source

from pacts.errors import FetchFailure
from sources.turns import ClosedError, Turns


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
    with FakeWeb() as site, door(max_per_host=4, spacing=0.1) as web, ThreadPoolExecutor(4) as pool:
        url = site.serve("/a", "x")
        list(pool.map(lambda _: web.get(source(), url), range(3)))
        times = sorted(request.at for request in site.requests)
    assert times[2] - times[0] >= 0.18


def test_hosts_do_not_wait_for_one_another() -> None:
    with FakeWeb() as one, FakeWeb(host="127.0.0.2") as two, door(spacing=5.0) as web:
        began = time.monotonic()
        web.get(source(), one.serve("/a", "x"))
        web.get(source(), two.serve("/a", "x"))
        assert time.monotonic() - began < 2


def test_waiting_for_a_turn_does_not_count_against_the_deadline() -> None:
    with (
        FakeWeb() as site,
        door(max_per_host=1, deadline=0.6) as web,
        ThreadPoolExecutor(4) as pool,
    ):
        url = site.serve("/a", "x", delay=0.25)
        answers = list(pool.map(lambda _: web.get(source(), url).body, range(4)))
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
