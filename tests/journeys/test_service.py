"""The life of ``pactwatch run``: it begins, works, takes over changes, and ends when told to."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fakeweb import Reply
from forkserver import ForkServer
from newsroom import SIGNED, Newsroom
from webhook import Webhook

from storage.store import Store


@pytest.fixture
def hook() -> Iterator[Webhook]:
    with Webhook() as hook:
        yield hook


@pytest.fixture
def room(tmp_path: Path, hook: Webhook) -> Iterator[Newsroom]:
    with Newsroom(tmp_path) as room:
        room.configure(channels={"chat": hook.url})
        yield room


@contextmanager
def serving(pactwatch: ForkServer, room: Newsroom, *words: str) -> Iterator[int]:
    """A service that is killed at the end if it still runs; ended by the test otherwise."""
    child = pactwatch.start(*room.words("run", *words, at=room.now))
    try:
        yield child
    finally:
        if is_alive(child):
            os.kill(child, signal.SIGKILL)
            pactwatch.wait(child)


def is_alive(child: int) -> bool:
    """Children of the fork server that were waited for are gone."""
    return Path(f"/proc/{child}").exists()


def until(true: Callable[[], object], seconds: float = 15.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def test_what_is_published_reaches_the_channel_while_the_service_runs(
    pactwatch: ForkServer, room: Newsroom, hook: Webhook
) -> None:
    room.publish("wire", "signed", *SIGNED)
    with serving(pactwatch, room, "--notify-baseline") as child:
        (message,) = hook.wait_for(1)
        assert "Kenya" in message["title"]
        os.kill(child, signal.SIGTERM)
        done = pactwatch.wait(child)
    assert done.status == 0, done.err
    assert "stopped" in done.err


def test_a_term_signal_finishes_what_is_under_way(
    pactwatch: ForkServer, room: Newsroom, hook: Webhook
) -> None:
    path = room.publish("wire", "signed", *SIGNED)
    page = room.web._answers[path][0]
    assert isinstance(page, Reply)
    room.web.script(path, Reply(page.body, delay=0.8))
    with serving(pactwatch, room, "--notify-baseline") as child:
        room.web.wait_for(path)
        os.kill(child, signal.SIGTERM)
        done = pactwatch.wait(child)
    assert done.status == 0, done.err
    assert len(hook.messages) == 1


def test_a_second_signal_ends_it_at_once_and_the_next_start_makes_up_for_it(
    pactwatch: ForkServer, room: Newsroom, hook: Webhook
) -> None:
    path = room.publish("wire", "signed", *SIGNED)
    room.web.hang(path)
    with serving(pactwatch, room, "--notify-baseline") as child:
        room.web.wait_for(path)
        os.kill(child, signal.SIGTERM)
        time.sleep(0.1)
        begun = time.monotonic()
        os.kill(child, signal.SIGTERM)
        assert pactwatch.wait(child).status == 128 + signal.SIGTERM
        assert time.monotonic() - begun < 1.8  # the page would fail after 2 s
    room.restore("wire", room.articles["wire"][0])
    room.later(minutes=1)
    pactwatch.run(*room.words("once", "--notify-baseline", at=room.now))
    assert len(hook.messages) == 1


def test_a_second_instance_is_refused_and_told_which_process_is_in_the_way(
    pactwatch: ForkServer, room: Newsroom
) -> None:
    with serving(pactwatch, room) as child:
        room.web.wait_for("/wire/feed")
        for command in ("run", "once"):
            refused = pactwatch.run(*room.words(command))
            assert refused.status == 2
            assert str(child) in refused.err
            assert "Traceback" not in refused.err


def test_the_service_says_that_it_lives_and_what_it_could_not_reach(
    pactwatch: ForkServer, room: Newsroom
) -> None:
    room.web.fail("/wire/feed", 500)
    with serving(pactwatch, room) as child:
        room.web.wait_for("/wire/feed")
        time.sleep(1.5)
        os.kill(child, signal.SIGTERM)
        done = pactwatch.wait(child)
    with Store.open(room.database, read_only=True) as store:
        assert store.last_heartbeat() is not None
        assert store.source_state("wire").failures == 1
    assert '"not_reached": "wire"' in done.err


def test_a_healthy_service_pings_and_its_address_is_in_no_log(
    pactwatch: ForkServer, room: Newsroom, hook: Webhook
) -> None:
    room.web.script("/alive/s3cret", Reply(b"OK"))
    address = room.web.url("/alive/s3cret")
    room.configure(
        channels={"chat": hook.url},
        settings=f"{{tick: 1s, deadline: 2s, spacing: 0, ping: '{address}', ping_every: 1s}}",
    )
    with serving(pactwatch, room) as child:
        until(lambda: sum(one.path == "/alive/s3cret" for one in room.web.requests) >= 3)
        os.kill(child, signal.SIGTERM)
        done = pactwatch.wait(child)
    assert "s3cret" not in done.err + done.out
