"""Files that are saved while a real service runs: it takes them over wholly, or not at all."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from forkserver import ForkServer
from newsroom import DULL, SIGNED, Newsroom
from webhook import Webhook

from storage.records import SourceState
from storage.store import Store

LOOKED_AT = 5.0
"""Seconds after which even a busy machine has looked twice at its files; it does each second."""
OPERATOR = "{tick: 1s, deadline: 2s, operator: [chat]}"


@pytest.fixture
def hook() -> Iterator[Webhook]:
    with Webhook() as hook:
        yield hook


@pytest.fixture
def room(tmp_path: Path, hook: Webhook) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire", "post") as room:
        room.configure(channels={"chat": hook.url}, settings=OPERATOR)
        yield room


class Running:
    """A service at work; ``said`` is its log after the end."""

    def __init__(self, pactwatch: ForkServer, room: Newsroom, child: int) -> None:
        self._pactwatch, self._room, self._child = pactwatch, room, child
        self.said: list[dict[str, Any]] = []

    def hang_up(self) -> None:
        os.kill(self._child, signal.SIGHUP)

    def end(self) -> None:
        if self.said or not Path(f"/proc/{self._child}").exists():
            return
        os.kill(self._child, signal.SIGTERM)
        done = self._pactwatch.wait(self._child)
        assert done.status == 0, done.err
        assert "Traceback" not in done.err
        lines = (line for line in done.err.splitlines() if line.startswith("{"))
        self.said = [json.loads(line) for line in lines]

    def told(self, event: str) -> list[dict[str, Any]]:
        self.end()
        return [line for line in self.said if line["event"] == event]

    def states(self) -> dict[str, SourceState]:
        with Store.open(self._room.database, read_only=True) as store:
            return {one.name: one for one in store.source_states()}


@contextmanager
def serving(pactwatch: ForkServer, room: Newsroom) -> Iterator[Running]:
    child = pactwatch.start(*room.words("run", "--notify-baseline", at=room.now))
    running = Running(pactwatch, room, child)
    until(lambda: room.database.exists() and polled(running, *room.names))
    try:
        yield running
    finally:
        running.end()


def polled(running: Running, *names: str) -> bool:
    try:
        states = running.states()
    except Exception:  # noqa: BLE001 - not there yet, or not whole
        return False
    return all(name in states and states[name].last_success for name in names)


def until(true: Callable[[], object], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def saved(path: Path, old: str, new: str) -> None:
    """As most editors save: another file in its place."""
    text = path.read_text()
    assert old in text
    other = path.with_name(".saving")
    other.write_text(text.replace(old, new))
    other.replace(path)


def test_a_good_change_applies_wholly_and_moves_nobody_else(
    pactwatch: ForkServer, room: Newsroom, hook: Webhook
) -> None:
    with serving(pactwatch, room) as running:
        before = running.states()
        room.names.append("gazette")
        room.articles["gazette"] = []
        room.publish("gazette", "signed", *SIGNED)
        room.configure(channels={"chat": hook.url}, settings=OPERATOR)
        until(lambda: polled(running, "gazette"))
        assert "Kenya" in hook.wait_for(1)[0]["title"]
        after = running.states()
        assert {name: after[name] for name in before} == before
    (taken,) = running.told("configuration_taken_over")
    assert (taken["sources"], taken["sources_added"]) == (3, "gazette")


def test_a_bad_change_changes_nothing_and_is_told_once_and_so_is_its_end(
    pactwatch: ForkServer, room: Newsroom, hook: Webhook
) -> None:
    keywords = room.directory / "config" / "keywords.yaml"
    with serving(pactwatch, room) as running:
        saved(keywords, "notify:", "notifi:")
        (message,) = hook.wait_for(1)
        assert "is not used" in message["title"]
        assert "keywords.yaml:" in message["message"]
        time.sleep(LOOKED_AT)
        assert len(hook.messages) == 1
        assert running.states().keys() == {"wire", "post"}
        saved(keywords, "notifi:", "notify:")
        assert "used again" in hook.wait_for(2)[1]["title"]
    assert len(running.told("configuration_kept")) == 1
    assert len(running.told("configuration_taken_over")) == 1
    assert len(hook.messages) == 2


def test_a_shorter_interval_is_kept_at_once_and_a_longer_one_from_the_next_check_on(
    pactwatch: ForkServer, room: Newsroom
) -> None:
    sources = room.directory / "config" / "sources.yaml"
    with serving(pactwatch, room) as running:
        before = running.states()
        saved(sources, "name: wire,", "name: wire, every: 5m,")
        saved(sources, "name: post,", "name: post, every: 3h,")
        until(lambda: running.states()["wire"] != before["wire"])
        wire, post = running.states()["wire"], running.states()["post"]
        assert wire.last_poll
        assert (wire.next_check - wire.last_poll).total_seconds() == 300
        assert post == before["post"]


def test_settings_that_wait_for_a_restart_are_named_once_and_the_others_are_not(
    pactwatch: ForkServer, room: Newsroom
) -> None:
    sources = room.directory / "config" / "sources.yaml"
    with serving(pactwatch, room) as running:
        saved(sources, "tick: 1s", "tick: 1s, workers: 3, news_days: 9")
        time.sleep(LOOKED_AT)
        saved(sources, "news_days: 9", "news_days: 8")
        time.sleep(LOOKED_AT)
    assert [line["settings"] for line in running.told("restart_needed")] == ["workers"]
    assert len(running.told("configuration_taken_over")) == 2


def test_a_changed_secret_leads_messages_elsewhere(
    pactwatch: ForkServer, room: Newsroom, hook: Webhook
) -> None:
    with Webhook() as other, serving(pactwatch, room) as running:
        saved(room.directory / ".env", hook.url, other.url)
        time.sleep(LOOKED_AT)
        room.names.append("gazette")
        room.articles["gazette"] = []
        room.publish("gazette", "signed", *SIGNED)
        room.configure(channels={"chat": other.url}, settings=OPERATOR)
        assert "Kenya" in other.wait_for(1)[0]["title"]
        assert not hook.messages
    assert running.told("configuration_taken_over")[0]["channels_changed"] == "chat"
    assert other.url not in str(running.said)


def test_a_source_that_is_taken_out_is_asked_no_more_and_one_that_returns_keeps_its_past(
    pactwatch: ForkServer, room: Newsroom, hook: Webhook
) -> None:
    with serving(pactwatch, room) as running:
        before = running.states()["post"]
        room.names.remove("post")
        room.configure(channels={"chat": hook.url}, settings=OPERATOR)
        until(lambda: running.states()["post"].retired)
        room.names.append("post")
        room.configure(channels={"chat": hook.url}, settings=OPERATOR)
        until(lambda: running.states()["post"] == before)


def test_a_hang_up_signal_reads_the_configuration_again(
    pactwatch: ForkServer, room: Newsroom
) -> None:
    with serving(pactwatch, room) as running:
        running.hang_up()
        time.sleep(2)
    assert len(running.told("configuration_taken_over")) == 1


def test_sources_add_is_taken_over_by_a_running_service(
    pactwatch: ForkServer, room: Newsroom
) -> None:
    room.articles["gazette"] = []
    room.publish("gazette", "rain", *DULL)
    words = ("sources", "add", room.web.url("/gazette/feed"), "--name", "gazette", "--yes")
    with serving(pactwatch, room) as running:
        done = pactwatch.run(*words, "--config", str(room.directory / "config"))
        assert done.status == 0, done.err
        until(lambda: polled(running, "gazette"))
