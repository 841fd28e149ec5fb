"""``alerts why``: the whole way of a story, from its articles to every message."""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from forkserver import ForkServer
from newsroom import SIGNED, Newsroom
from terminal import at_a_terminal

from pacts.errors import DeliveryError
from pacts.model import Message
from storage.records import Merged
from worker.delivery.deliver import deliver_due
from worker.journey.hands import split
from worker.life.runtime import Runtime
from worker.showing.explain_rows import lines
from worker.showing.why import why
from worker.showing.why_json import to_json

GOLDEN = Path(__file__).parent / "golden" / "why.txt"
CHANNELS = {"desk": "json://127.0.0.1:9/desk", "pager": "json://127.0.0.1:9/pager"}
PLANNED = (
    "Kenya and Fiji to sign fisheries agreement",
    "SUVA, March 4, 2031 - Kenya and Fiji will sign a fisheries agreement in Suva on Tuesday.",
)
DENIED = (
    "Fiji and Kenya deny fisheries agreement",
    "SUVA, March 6, 2031 - Kenya and Fiji have not signed a fisheries agreement, both said.",
)


class Channel:
    """Takes messages, or refuses so many first."""

    def __init__(self, refuses: int = 0) -> None:
        self.refuses = refuses

    def send(self, message: Message) -> None:
        if self.refuses:
            self.refuses -= 1
            raise DeliveryError("pager", "the server says 503", permanent=False)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire", "post", "herald") as newsroom:
        newsroom.configure(channels=CHANNELS)
        with newsroom.runtime() as runtime:
            poll(newsroom, runtime)
        newsroom.later(hours=1)
        yield newsroom


def poll(room: Newsroom, runtime: Runtime) -> None:
    for name in room.names:
        room.poll(runtime, name)


def tell(room: Newsroom, source: str, piece: tuple[str, str], *notifiers: Channel) -> None:
    """One source publishes; it is polled, and what is due is sent."""
    desk, pager = notifiers
    room.publish(source, f"{source}-{room.now:%d%H}", *piece)
    with room.runtime() as runtime:
        poll(room, runtime)
        send(room, runtime, desk, pager)


def send(room: Newsroom, runtime: Runtime, desk: Channel, pager: Channel) -> None:
    notifiers = {"desk": desk, "pager": pager}
    deliver_due(
        runtime.store, runtime.config.channels, notifiers, clock=lambda: room.now,
        stop=threading.Event(),
    )  # fmt: skip


def whole_story(room: Newsroom) -> None:
    """Planned, concluded while the pager is down, told again, denied, marked."""
    desk, pager = Channel(), Channel()
    tell(room, "wire", PLANNED, desk, pager)
    room.later(hours=6)
    pager.refuses = 1
    tell(room, "post", SIGNED, desk, pager)
    room.later(minutes=2)
    with room.runtime() as runtime:
        send(room, runtime, desk, pager)
    room.later(hours=2)
    tell(room, "herald", SIGNED, desk, pager)
    room.later(hours=1)
    tell(room, "wire", SIGNED, desk, pager)
    room.later(days=1, hours=14)
    tell(room, "post", DENIED, desk, pager)
    room.later(hours=1)
    with room.runtime() as runtime:
        runtime.store.mark_story(1, right=True, comment="as it was", now=room.now)


def steady(text: str, room: Newsroom) -> str:
    """Without what differs from run to run, or as extraction learns."""
    text = text.replace(room.web.url(""), "http://outlets/").replace("outlets//", "outlets/")
    return re.sub(r"\b[01]\.\d\d\b", "#", re.sub(r", in \d\.\d s", "", text))


def told(room: Newsroom, width: int = 80) -> str:
    with room.runtime() as runtime:
        trail = runtime.store.trail(1)
    return "\n".join(line.plain for line in lines(why(trail), width)) + "\n"


def test_the_whole_way_of_a_story_reads_like_this(room: Newsroom) -> None:
    whole_story(room)
    shown = steady(told(room), room)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(shown, encoding="utf-8")
    assert shown == GOLDEN.read_text(encoding="utf-8")


def test_no_line_is_longer_than_asked_for_but_addresses(room: Newsroom) -> None:
    whole_story(room)
    shown = told(room, width=60).splitlines()
    assert [one for one in shown if len(one) > 60 and "http://" not in one] == []


def test_what_waits_is_shown_with_what_it_waits_for_and_what_was_set_right(
    room: Newsroom,
) -> None:
    config = room.configure()
    (config / "channels.yaml").write_text('channels:\n  console: {digest: "07:30 UTC"}\n')
    with room.runtime() as runtime:
        room.publish("wire", "plan", *PLANNED)
        poll(room, runtime)
        room.later(hours=2)
        room.publish("post", "done", *SIGNED)
        poll(room, runtime)
    shown = told(room)
    assert "15:00 updated  alert 1, before anybody got it" in shown
    assert "07:30 due      alert 1 to console, waits for the digest" in shown


def test_what_people_did_to_a_story_is_part_of_its_way(room: Newsroom) -> None:
    whole_story(room)
    with room.runtime() as runtime:
        split(runtime.store, 1, sources=["herald"], items=[], comment="another paper", now=room.now)
    shown = told(room)
    assert "13:02 by hand  parted from 2: another paper" in shown


def test_a_story_that_turned_out_to_be_this_one_is_named(room: Newsroom) -> None:
    whole_story(room)
    with room.runtime() as runtime:
        trail = replace(runtime.store.trail(1), merges=(Merged(room.now, 31),))
    shown = "\n".join(line.plain for line in lines(why(trail), 80))
    assert "13:02 joined   with story 31, which turned out to be the same" in shown
    found = [step for step in to_json(trail)["trail"] if step["step"] == "joined"]
    assert [step["story"] for step in found] == [31]


def test_the_command_takes_a_story_or_an_alert_and_prints_text_or_json(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    whole_story(room)
    text = pactwatch.run(*room.words("alerts", "why", "1"))
    assert (text.status, text.out) == (0, told(room))
    assert pactwatch.run(*room.words("alerts", "why", "alert:2")).out == text.out
    whole = json.loads(pactwatch.run(*room.words("alerts", "why", "1", "--json")).out)
    assert whole["story"]["id"] == 1
    assert [one["step"] for one in whole["trail"]] == [
        "read", "told", "sent", "sent",
        "read", "told", "sent", "refused", "sent",
        "read", "not told", "read",
        "read", "told", "sent", "sent", "marked",
    ]  # fmt: skip
    times = [one["at"] for one in whole["trail"]]
    assert times == sorted(times)


def test_an_alert_on_plain_keywords_has_a_trail_of_its_own(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    watch = '{name: fish, keywords: {any: ["fisher*"]}, notify: [console]}'
    room.configure(watches=f"watches:\n  - {watch}\n")
    with room.runtime() as runtime:
        room.publish("wire", "plan", *PLANNED)
        poll(room, runtime)
    shown = pactwatch.run(*room.words("alerts", "why", "alert:1")).out
    assert "13:00 told     keywords: it holds the words of the watch\n" in shown
    assert "words found: “fisheries”" in shown


@pytest.mark.parametrize("what", ["99", "alert:99", "alert:", "story", "item:3"])
def test_what_is_not_there_is_refused_by_its_name(
    room: Newsroom, pactwatch: ForkServer, what: str
) -> None:
    done = pactwatch.run(*room.words("alerts", "why", what))
    assert done.status != 0
    assert what.rpartition(":")[2] in done.err


def test_a_terminal_shows_it_in_colours(room: Newsroom) -> None:
    whole_story(room)
    shown = at_a_terminal(*room.words("alerts", "why", "1"), columns=80)
    assert "\x1b[" in shown
    assert "told" in shown
