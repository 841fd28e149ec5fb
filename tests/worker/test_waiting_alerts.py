"""What waits for a digest says, when it leaves, what is known by then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from newsroom import SIGNED, START, Newsroom

from pacts.terms import Reason
from worker.life.runtime import Runtime
from worker.showing.explain_rows import lines
from worker.showing.why import why

PLANNED = (
    "Kenya and Fiji to sign fisheries agreement",
    "SUVA, March 4, 2031 - Kenya and Fiji will sign a fisheries agreement in Suva on Tuesday.",
)
DIGEST = 'channels:\n  console: {digest: "07:30 UTC", except: high}\n'
WATCHES = """\
watches:
  - name: plans
    events: [agreement]
    status: [concluded, planned]
    notify: [console]
"""
LOUD = """\
  - name: deeds
    events: [agreement]
    notify: [console]
    priority: high
"""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire", "post") as newsroom:
        configure(newsroom, WATCHES)
        with newsroom.runtime() as runtime:
            poll(newsroom, runtime)
        newsroom.later(hours=1)
        yield newsroom


def configure(room: Newsroom, watches: str) -> None:
    config = room.configure(watches=watches)
    (config / "channels.yaml").write_text(DIGEST)


def poll(room: Newsroom, runtime: Runtime) -> list[int]:
    return [room.poll(runtime, name).alerts for name in ("wire", "post")]


def test_a_plan_concluded_before_the_digest_is_one_entry_that_says_concluded(
    room: Newsroom,
) -> None:
    room.publish("wire", "fish", *PLANNED)
    with room.runtime() as runtime:
        assert poll(room, runtime) == [1, 0]
        room.later(hours=2)
        room.publish("post", "fish", *SIGNED)
        assert poll(room, runtime) == [0, 0]
        (delivery,) = runtime.store.lease(
            "console", now=START + timedelta(days=1), until=START + timedelta(days=2)
        )
    alert = delivery.alert
    assert (alert.reason, alert.headline) == (
        Reason.FIRST,
        "Fiji and Kenya sign a fisheries agreement",
    )
    assert alert.story is not None
    assert alert.story.sources == ("post", "wire")
    assert alert.amended == room.now


def test_what_was_sent_by_then_is_followed_by_a_message_of_its_own(room: Newsroom) -> None:
    room.publish("wire", "fish", *PLANNED)
    with room.runtime() as runtime:
        poll(room, runtime)
        room.later(days=1)
        (delivery,) = runtime.store.lease("console", now=room.now, until=room.now)
        runtime.store.delivered([delivery.id], now=room.now)
        room.publish("post", "fish", *SIGNED)
        poll(room, runtime)
        reasons = [alert.reason for alert in runtime.store.alerts(sent=True)]
    assert reasons == [Reason.ADVANCED, Reason.FIRST]


def test_what_becomes_loud_does_not_wait_for_the_digest_any_longer(room: Newsroom) -> None:
    configure(room, WATCHES + LOUD)
    room.publish("wire", "fish", *PLANNED)
    with room.runtime() as runtime:
        poll(room, runtime)
        assert runtime.store.waiting_channels(room.now) == []
        room.later(hours=2)
        room.publish("post", "fish", *SIGNED)
        poll(room, runtime)
        assert runtime.store.waiting_channels(room.now) == ["console"]
        (alert,) = runtime.store.alerts(sent=True)
    assert alert.watches == ("plans", "deeds")


def test_who_waits_is_told_once_and_no_later_although_others_have_been_told(
    room: Newsroom,
) -> None:
    config = room.configure(watches=WATCHES.replace("[console]", "[console, team]"))
    team = '  team: {url: "json://127.0.0.1:9/", group_wait: 3h}\n'
    (config / "channels.yaml").write_text("channels:\n  console: {}\n" + team)
    room.publish("wire", "fish", *PLANNED)
    first = room.now
    with room.runtime() as runtime:
        store = runtime.store
        poll(room, runtime)
        (sent,) = store.lease("console", now=room.now, until=room.now)
        store.delivered([sent.id], now=room.now)
        room.later(hours=2)
        room.publish("post", "fish", *SIGNED)
        assert poll(room, runtime) == [0, 2]
        told = {(one.alert.reason, one.channel): one.not_before for one in store.deliveries()}
        assert told == {
            (Reason.FIRST, "console"): first,
            (Reason.ADVANCED, "console"): room.now,
            (Reason.FIRST, "team"): first + timedelta(hours=3),
        }
        shown = "\n".join(line.plain for line in lines(why(store.trail(1)), 80))
    assert "watch “plans” → console; alert 1" in shown
    assert "no such channel" not in shown
    assert len([one for one in shown.splitlines() if "→ team" in one]) == 1
