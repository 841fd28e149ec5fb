from __future__ import annotations

import threading

from pacts.model import Source
from pacts.terms import SourceKind
from worker.journey.pipeline import Polled
from worker.life.polls import Polls

A, B, C = (Source(name, SourceKind.FEED, f"https://{name}.example/") for name in "abc")


def test_a_source_under_way_is_not_started_again_until_it_is_done() -> None:
    gate = threading.Event()

    def poll(source: Source) -> Polled:
        gate.wait(5)
        return Polled(source.name)

    polls = Polls(poll, workers=2)
    (first,) = polls.submit([A])
    (second,) = polls.submit([A, B])
    assert len(polls) == 2
    gate.set()
    assert (first.result(5).source, second.result(5).source) == ("a", "b")
    (third,) = polls.submit([A])
    assert third.result(5).source == "a"
    polls.close()


def test_closing_waits_for_what_has_begun_and_drops_the_rest() -> None:
    begun, gate, polled = threading.Event(), threading.Event(), []

    def poll(source: Source) -> Polled:
        begun.set()
        gate.wait(5)
        polled.append(source.name)
        return Polled(source.name)

    polls = Polls(poll, workers=1)
    futures = polls.submit([A, B, C])
    assert begun.wait(5)
    threading.Timer(0.05, gate.set).start()
    polls.close()
    assert polled == ["a"]
    assert [future.cancelled() for future in futures] == [False, True, True]
