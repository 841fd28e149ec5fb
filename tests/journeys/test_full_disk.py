"""A service on a full disk says so, waits, and goes on by itself; commands that look still look."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from disturbing import Full
from forkserver import ForkServer
from newsroom import SIGNED, Newsroom
from webhook import Webhook

from pacts.errors import StoreUnavailableError
from pacts.terms import Reason
from worker.life.service import _Service

FULL = StoreUnavailableError("pactwatch.db: the disk is full", passes=True)


@pytest.fixture
def hook() -> Iterator[Webhook]:
    with Webhook() as hook:
        yield hook


@pytest.fixture
def room(tmp_path: Path, hook: Webhook) -> Iterator[Newsroom]:
    with Newsroom(tmp_path) as room:
        settings = "{tick: 1s, deadline: 2s, spacing: 0, operator: [chat]}"
        room.configure(channels={"chat": hook.url}, settings=settings)
        yield room


@pytest.fixture
def disk(room: Newsroom) -> Iterator[Full]:
    with Full(Random(1), room.database.parent) as disk:
        if not disk.mounted:
            pytest.skip("only root can mount a disk to be filled")
        yield disk


def test_a_service_begins_when_there_is_room_and_answers_who_looks_when_there_is_none(
    pactwatch: ForkServer, room: Newsroom, hook: Webhook, disk: Full
) -> None:
    room.publish("wire", "signed", *SIGNED)
    disk.fill(room.database)
    child = pactwatch.start(*room.words("run", "--notify-baseline", at=room.now))
    time.sleep(1.0)
    assert room.web.requests == []
    disk.free()
    assert "Kenya" in hook.wait_for(1, seconds=30)[0]["title"]
    disk.fill(room.database)
    assert "Kenya" in pactwatch.run(*room.words("stories")).out
    os.kill(child, signal.SIGTERM)
    done = pactwatch.wait(child)
    assert done.status == 0, done.err
    assert "the disk is full; make room on it" in done.err
    assert "Traceback" not in done.err
    disk.free()
    assert pactwatch.run(*room.words("once", at=room.now)).status == 0
    assert len(hook.messages) == 1


def test_once_on_a_full_disk_ends_at_once_with_a_sentence_and_status_2(
    pactwatch: ForkServer, room: Newsroom, disk: Full
) -> None:
    disk.fill(room.database)
    began = time.monotonic()
    done = pactwatch.run(*room.words("once", at=room.now))
    assert time.monotonic() - began < 8
    assert done.status == 2
    assert done.err == f"{room.database}: the disk is full; make room on it (SQLITE_FULL)\n"


def test_the_operator_hears_once_that_the_database_could_not_be_written(room: Newsroom) -> None:
    with room.runtime() as runtime:
        service = _Service(runtime)
        for _ in range(2):
            runtime.trouble.refused(FULL, room.now)
            room.later(seconds=90)
            service._tick()
        for _ in range(3):
            room.later(minutes=2)
            service._tick()
        service._polls.close()
        (told,) = [one for one in runtime.store.alerts() if one.reason is Reason.OPERATOR]
    assert told.headline == "The database can be written again"
    assert told.detail == (
        "it could not from 2031-03-04 12:00 to 12:01 UTC: pactwatch.db: the disk is full."
        " What was published meanwhile is read now."
    )
