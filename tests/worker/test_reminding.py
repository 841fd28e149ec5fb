"""Reminders of plans, from the run that stores the plan to the one that misses its conclusion."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from forkserver import ForkServer
from newsroom import SIGNED, START, Newsroom

from pacts.terms import Reason, Status
from worker.journey.reminding import Reminding, remind
from worker.life.runtime import Runtime

PLANNED = (
    "Kenya and Fiji to sign fisheries agreement",
    "SUVA, March 4, 2031 - Kenya and Fiji will sign a fisheries agreement in Suva on March 7.",
)
WATCHES = """\
watches:
  - name: plans
    events: [agreement]
    status: [concluded, planned]
    notify: [console]
    remind: 1d
"""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire", "post") as newsroom:
        newsroom.configure(watches=WATCHES)
        with newsroom.runtime() as runtime:
            newsroom.poll(runtime)
            newsroom.poll(runtime, "post")
        newsroom.later(hours=1)
        newsroom.publish("wire", "fish", *PLANNED)
        yield newsroom


def look(room: Newsroom, runtime: Runtime) -> int:
    return remind(runtime.store, runtime.config, room.now)


def sent(runtime: Runtime) -> list[Reason]:
    return [alert.reason for alert in reversed(runtime.store.alerts(sent=True))]


def test_a_plan_that_nobody_reports_again_is_reminded_of_once_whatever_restarts(
    room: Newsroom,
) -> None:
    with room.runtime() as runtime:
        room.poll(runtime)
        assert runtime.store.stories()[0].status is Status.PLANNED
        room.now = START + timedelta(days=4)
        assert look(room, runtime) == 0
        room.now = START + timedelta(days=5)
        assert look(room, runtime) == 1
        assert look(room, runtime) == 0
    with room.runtime() as runtime:
        room.later(days=1)
        assert look(room, runtime) == 0
        assert sent(runtime) == [Reason.FIRST, Reason.REMINDER]
        assert runtime.store.alerts(sent=True)[0].detail == (
            "expected on 7 March 2031; nobody has reported it since"
        )
        assert len(runtime.store.deliveries()) == 2


def test_a_plan_that_was_carried_out_needs_no_reminder(room: Newsroom) -> None:
    with room.runtime() as runtime:
        room.poll(runtime)
        room.now = START + timedelta(days=3)
        room.publish(
            "post", "fish", SIGNED[0], SIGNED[1].replace("4", "7").replace("Tuesday", "Friday")
        )
        room.poll(runtime, "post")
        room.now = START + timedelta(days=6)
        assert look(room, runtime) == 0
        assert sent(runtime) == [Reason.FIRST, Reason.ADVANCED]


def test_a_reminder_is_for_the_words_of_a_watch_that_were_found_before(room: Newsroom) -> None:
    words = WATCHES + '    keywords: {any: ["fisher*"]}\n'
    room.configure(watches=words)
    with room.runtime() as runtime:
        room.poll(runtime)
        room.now = START + timedelta(days=5)
        assert look(room, runtime) == 1


def test_the_service_looks_once_a_minute(room: Newsroom) -> None:
    with room.runtime() as runtime:
        room.poll(runtime)
        room.now = START + timedelta(days=3, hours=24, minutes=-0.5)
        reminding = Reminding()
        assert reminding.look(runtime.store, runtime.config, room.now) == 0
        room.now = START + timedelta(days=5)
        assert reminding.look(runtime.store, runtime.config, room.now) == 1


def test_once_reminds_as_well(room: Newsroom, pactwatch: ForkServer) -> None:
    pactwatch.run(*room.words("once", "--all", at=room.now))
    done = pactwatch.run(*room.words("once", at=START + timedelta(days=5)))
    assert "1 alert, 1 message sent" in done.out
    assert "Expected on 7 March 2031; nobody has reported it since." in done.out
    listed = json.loads(pactwatch.run(*room.words("alerts", "--sent", "--json")).out)
    assert [(one["reason"], one["by"]) for one in listed] == [
        ("reminder", None),
        ("first", {"source": "wire", "item": "wire-fish"}),
    ]
