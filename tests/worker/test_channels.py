"""Quiet hours, digests, ceilings and stand-ins through the real store and the real loop."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
import samples
from delivering import HandClock, Kept, send_due, tell
from hypothesis import given, settings
from hypothesis import strategies as st

from pacts.model import Channel, Rate
from pacts.terms import DeliveryState, Priority, Reason, Wait
from storage.store import Store
from worker.delivery.backoff import BACK_OFF, ESCALATE_AFTER, JITTER
from worker.delivery.deliver import Deliverer

HOUR = timedelta(hours=1)
BERLIN = "Europe/Berlin"


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "pactwatch.db") as store:
        yield store


def eventually(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it never came to hold"
        time.sleep(0.002)


def waits(store: Store, channel: str = "desk") -> list[Wait | None]:
    """Of what has not been sent, the oldest alert first."""
    found = [row for row in store.deliveries(channel=channel) if row.sent_at is None]
    return [row.waits_for for row in sorted(found, key=lambda row: row.id)]


# --- digests -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "left_at"),
    [
        ("2026-03-28", ["2026-03-28 02:30", "2026-03-29 03:30", "2026-03-30 02:30"]),
        ("2026-10-24", ["2026-10-24 02:30", "2026-10-25 02:30", "2026-10-26 02:30"]),
    ],
)
@pytest.mark.parametrize("empty", [False, True])
def test_a_digest_at_half_past_two_leaves_once_on_the_days_when_clocks_change(
    store: Store, day: str, left_at: list[str], empty: bool
) -> None:
    here = ZoneInfo(BERLIN)
    clock = HandClock(datetime.fromisoformat(day).replace(tzinfo=here).astimezone(UTC))
    channel = Channel("desk", digest=("02:30", BERLIN), empty_digest=empty)
    kept = Kept(clock)
    deliverer = Deliverer(store, [channel], {"desk": kept}, clock=clock, idle=0.001)
    deliverer.start()
    try:
        for step in range(3 * 48):
            if step % 8 == 0 and not empty:
                tell(store, f"n{step}", channel, at=clock.now)
            looked = deliverer.looks
            clock.move(timedelta(minutes=30))
            # Two looks, so that one of them began after the clock was moved; then its messages.
            eventually(lambda: deliverer.looks >= looked + 2 and at_rest(store, clock.now))  # noqa: B023
    finally:
        assert deliverer.close(20.0)
    shown = [moment.astimezone(here).strftime("%Y-%m-%d %H:%M") for moment in kept.times]
    assert shown == left_at
    # The first of the two 02:30 in October, the only 03:30 in March.
    assert len({moment.astimezone(UTC) for moment in kept.times}) == 3


def at_rest(store: Store, now: datetime) -> bool:
    """Whether nothing is due and nothing under way."""
    return not store.waiting_channels(now) and not store.deliveries(state=DeliveryState.LEASED)


def test_an_empty_digest_leaves_once_per_time_also_across_restarts(tmp_path: Path) -> None:
    clock = HandClock(datetime(2026, 3, 2, 12, tzinfo=UTC))
    channel, kept = Channel("desk", digest=("07:30", "UTC"), empty_digest=True), Kept(clock)
    for _ in range(3 * 24 * 4):
        with Store.open(tmp_path / "pactwatch.db") as store:
            send_due(store, clock, [channel], {"desk": kept})
        clock.move(timedelta(minutes=15))
    assert [moment.strftime("%d %H:%M") for moment in kept.times] == [
        "03 07:30", "04 07:30", "05 07:30",
    ]  # fmt: skip
    assert set(kept.titles) == {"Digest: nothing new"}
    assert (
        "0 sources, 0 answered in the last day, no poll yet; every message was taken"
        in kept.texts[0]
    )


def test_a_digest_with_something_to_tell_is_no_empty_one_as_well(store: Store) -> None:
    clock = HandClock(datetime(2026, 3, 2, 12, tzinfo=UTC))
    channel, kept = Channel("desk", digest=("07:30", "UTC"), empty_digest=True), Kept(clock)
    tell(store, "n0", channel, at=clock.now)
    for _ in range(2 * 24):
        send_due(store, clock, [channel], {"desk": kept})
        clock.move(timedelta(minutes=30))
    assert kept.titles == [samples.subject("n0")]
    assert "every message was taken" in kept.texts[0]


def test_other_times_for_a_digest_send_none_at_once(store: Store) -> None:
    clock = HandClock(datetime(2026, 3, 2, 12, tzinfo=UTC))
    kept = Kept(clock)
    for times in ("07:30", "11:00", "*/20 9-11 * * *"):
        channel = Channel("desk", digest=(times, "UTC"), empty_digest=True)
        send_due(store, clock, [channel], {"desk": kept})
    assert kept.messages == []
    clock.now = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    send_due(store, clock, [channel], {"desk": kept})
    assert len(kept.messages) == 1


def test_times_that_passed_while_nobody_ran_are_made_up_for_by_one_digest(store: Store) -> None:
    clock = HandClock(datetime(2026, 3, 2, 12, tzinfo=UTC))
    channel, kept = Channel("desk", digest=("07:30", "UTC"), empty_digest=True), Kept(clock)
    send_due(store, clock, [channel], {"desk": kept})
    clock.move(timedelta(days=5))
    for _ in range(3):
        send_due(store, clock, [channel], {"desk": kept})
    assert kept.titles == ["Digest: nothing new"]


def test_an_empty_digest_that_is_refused_is_tried_again_and_not_doubled(store: Store) -> None:
    clock = HandClock(datetime(2026, 3, 2, 12, tzinfo=UTC))
    channel, kept = Channel("desk", digest=("07:30", "UTC"), empty_digest=True), Kept(clock)
    kept.refuse()
    for _ in range(2 * 24 * 2):
        send_due(store, clock, [channel], {"desk": kept})
        clock.move(timedelta(minutes=30))
    assert kept.tries > 2
    kept.refusal = None
    clock.move(timedelta(hours=7))
    send_due(store, clock, [channel], {"desk": kept})
    assert kept.titles == ["Digest: nothing new"]
    assert waits(store) == []


def test_a_clock_that_is_put_back_stops_no_digest_and_no_ceiling(store: Store) -> None:
    ahead, true = datetime(2027, 3, 2, 7, tzinfo=UTC), datetime(2026, 3, 2, 12, tzinfo=UTC)
    clock = HandClock(ahead)
    channel = Channel("desk", digest=("07:30", "UTC"), empty_digest=True, rate=Rate(1, HOUR))
    kept = Kept(clock)
    for moment in (ahead, ahead + HOUR, true, true + 20 * HOUR):
        clock.now = moment
        send_due(store, clock, [channel], {"desk": kept})
    assert kept.times == [ahead + HOUR, true + 20 * HOUR]


# --- quiet hours ---------------------------------------------------------------------------


def test_what_came_in_quiet_hours_leaves_as_one_message_at_their_end(store: Store) -> None:
    clock = HandClock(datetime(2026, 3, 2, 23, tzinfo=UTC))
    channel = Channel("desk", quiet=("22:00", "06:30", "UTC"), loud=Priority.HIGH)
    kept, ways = Kept(clock), {}
    ways["desk"] = kept
    for number in range(3):
        tell(store, f"n{number}", channel, at=clock.now)
    tell(store, "loud", channel, at=clock.now, priority=Priority.HIGH)
    assert waits(store) == [Wait.QUIET] * 3 + [None]
    send_due(store, clock, [channel], ways)
    assert len(kept.titles) == 1
    assert "loud" in kept.titles[0]
    clock.now = datetime(2026, 3, 3, 6, 30, tzinfo=UTC)
    tell(store, "after", channel, at=clock.now)
    send_due(store, clock, [channel], ways)
    assert kept.titles[1:] == [
        "Digest of 3 items with keywords", samples.subject("after"),
    ]  # fmt: skip
    assert kept.texts[1].startswith("What came during the quiet hours of this channel.\n")


def test_a_catch_up_that_is_refused_is_tried_again_as_a_whole(store: Store) -> None:
    clock = HandClock(datetime(2026, 3, 2, 23, tzinfo=UTC))
    channel, kept = Channel("desk", quiet=("22:00", "06:30", "UTC")), Kept(clock)
    for number in range(3):
        tell(store, f"n{number}", channel, at=clock.now)
    clock.now = datetime(2026, 3, 3, 6, 30, tzinfo=UTC)
    kept.refuse()
    send_due(store, clock, [channel], {"desk": kept})
    assert (kept.tries, waits(store)) == (1, [Wait.BACK_OFF] * 3)
    kept.refusal = None
    clock.move(BACK_OFF[0] * (1 + JITTER))
    send_due(store, clock, [channel], {"desk": kept})
    assert kept.titles == ["Digest of 3 items with keywords"]


def test_the_first_alert_of_a_story_waits_for_sources_and_leaves_alone(store: Store) -> None:
    clock = HandClock()
    channel, kept = Channel("desk", group_wait=timedelta(minutes=10)), Kept(clock)
    tell(store, "n0", channel, at=clock.now, reason=Reason.FIRST)
    tell(store, "n1", channel, at=clock.now, reason=Reason.FIRST)
    assert waits(store) == [Wait.GROUP] * 2
    send_due(store, clock, [channel], {"desk": kept})
    assert kept.titles == []
    clock.move(timedelta(minutes=10))
    send_due(store, clock, [channel], {"desk": kept})
    assert [title.count("alerts") for title in kept.titles] == [0, 0]


def test_what_is_refused_before_quiet_hours_is_not_tried_again_in_them(store: Store) -> None:
    clock = HandClock(datetime(2026, 3, 2, 21, 59, 50, tzinfo=UTC))
    channel = Channel("desk", quiet=("22:00", "06:30", "UTC"), loud=Priority.HIGH)
    kept = Kept(clock)
    kept.refuse()
    tell(store, "n0", channel, at=clock.now)
    send_due(store, clock, [channel], {"desk": kept})
    kept.refusal = None
    clock.now = datetime(2026, 3, 2, 22, tzinfo=UTC)
    while clock.now < datetime(2026, 3, 3, 7, tzinfo=UTC):
        send_due(store, clock, [channel], {"desk": kept})
        clock.move(timedelta(minutes=10))
    assert [moment.strftime("%H:%M") for moment in kept.times] == ["06:30"]


# --- ceilings ------------------------------------------------------------------------------


def test_a_flood_leaves_singly_up_to_the_ceiling_and_then_as_one_digest(store: Store) -> None:
    clock = HandClock()
    channel, kept = Channel("desk", rate=Rate(3, HOUR)), Kept(clock)
    for number in range(10):
        tell(store, f"n{number}", channel, at=clock.now)
    began = clock.now
    send_due(store, clock, [channel], {"desk": kept})
    assert kept.titles == [samples.subject(f"n{number}") for number in range(3)]
    assert waits(store) == [Wait.RATE] * 7
    clock.move(HOUR - timedelta(seconds=1))
    send_due(store, clock, [channel], {"desk": kept})
    assert len(kept.titles) == 3
    clock.move(timedelta(seconds=1))
    send_due(store, clock, [channel], {"desk": kept})
    assert kept.titles[3:] == ["Digest of 7 items with keywords"]
    assert kept.texts[3].startswith("More came than this channel may get one by one.\n")
    assert kept.times[3] == began + HOUR


STEPS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(1, 45), st.booleans()), min_size=1, max_size=25
)


@settings(max_examples=20)
@given(STEPS, st.integers(1, 4), st.sampled_from([None, ("10:00", "12:00", "UTC")]))
def test_no_window_holds_more_messages_than_the_ceiling_and_nothing_is_lost(
    steps: Sequence[tuple[int, int, bool]], most: int, quiet: tuple[str, str, str] | None
) -> None:
    clock = HandClock(datetime(2026, 3, 2, 8, tzinfo=UTC))
    channel = Channel("desk", rate=Rate(most, HOUR), quiet=quiet, loud=Priority.HIGH)
    kept, told = Kept(clock), 0
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "pactwatch.db") as store:
        for alerts, minutes, refuses in steps:
            kept.refusal = None
            if refuses:
                kept.refuse()
            for _ in range(alerts):
                loud = Priority.HIGH if told % 5 == 4 else Priority.NORMAL
                tell(store, f"<{told}>", channel, at=clock.now, priority=loud)
                told += 1
            send_due(store, clock, [channel], {"desk": kept})
            clock.move(timedelta(minutes=minutes))
        kept.refusal = None
        for _ in range(60):
            send_due(store, clock, [channel], {"desk": kept})
            clock.move(timedelta(minutes=30))
        assert waits(store) == []
    for first, later in zip(kept.times, kept.times[most:], strict=False):
        assert later - first >= HOUR
    # What is refused before the hours and tried again in them keeps to them, unless it is loud.
    for moment, message in kept.messages if quiet else ():
        names = [int(name) for name in re.findall(r"<(\d+)>", message.text + message.title)]
        assert not 10 <= moment.hour < 12 or {name % 5 for name in names} == {4}
    everything = "\n".join(message.text + message.title for _, message in kept.messages)
    assert [everything.count(f"<{number}>") > 0 for number in range(told)] == [True] * told


# --- stand-ins -----------------------------------------------------------------------------


def test_what_is_refused_again_and_again_goes_to_the_stand_in_once(store: Store) -> None:
    clock = HandClock()
    desk, chat = Channel("desk", escalate="chat"), Channel("chat")
    kept, other = Kept(clock), Kept(clock)
    kept.refuse()
    tell(store, "n0", desk, at=clock.now)
    began = clock.now
    while not other.messages:
        send_due(store, clock, [desk, chat], {"desk": kept, "chat": other})
        clock.move(timedelta(seconds=30))
    assert kept.tries == ESCALATE_AFTER
    assert timedelta(minutes=12) <= clock.now - began <= timedelta(minutes=17)
    for _ in range(20):
        send_due(store, clock, [desk, chat], {"desk": kept, "chat": other})
        clock.move(HOUR)
    assert other.titles == [samples.subject("n0")]
    assert other.texts[0].startswith(
        "Sent here because the channel desk does not take it: no, not today.\n"
    )
    kept.refusal = None
    clock.move(timedelta(hours=8))
    send_due(store, clock, [desk, chat], {"desk": kept, "chat": other})
    assert (kept.titles, len(other.titles)) == ([samples.subject("n0")], 1)


def test_a_chain_of_stand_ins_is_followed_to_its_end(store: Store) -> None:
    clock = HandClock()
    chain = [Channel("a", escalate="b"), Channel("b", escalate="c"), Channel("c")]
    ways = {channel.name: Kept(clock) for channel in chain}
    ways["a"].refuse(permanent=True)
    ways["b"].refuse(permanent=True)
    tell(store, "n0", chain[0], at=clock.now)
    for _ in range(3):
        send_due(store, clock, chain, ways)
        clock.move(timedelta(minutes=1))
    # To c: that a is disabled was told to b and came on; that b is; and the alert itself.
    assert sorted(ways["c"].titles) == sorted(
        ["The channel a is disabled", "The channel b is disabled", samples.subject("n0")]
    )
    assert (ways["a"].tries, ways["b"].tries) == (1, 1)


def test_while_a_channel_is_disabled_its_stand_in_gets_what_comes(store: Store) -> None:
    clock = HandClock()
    desk = Channel("desk", escalate="chat", quiet=("22:00", "06:30", "UTC"))
    chat = Channel("chat")
    kept, other = Kept(clock), Kept(clock)
    store.disable_channel("desk", reason="404", now=clock.now)
    clock.now = datetime(2026, 3, 2, 21, tzinfo=UTC)
    tell(store, "evening", desk, at=clock.now)
    send_due(store, clock, [desk, chat], {"desk": kept, "chat": other})
    clock.now = datetime(2026, 3, 2, 23, tzinfo=UTC)
    tell(store, "night", desk, at=clock.now)
    send_due(store, clock, [desk, chat], {"desk": kept, "chat": other})
    assert other.titles == [samples.subject("evening")]
    clock.now = datetime(2026, 3, 3, 6, 30, tzinfo=UTC)
    send_due(store, clock, [desk, chat], {"desk": kept, "chat": other})
    assert other.titles == [samples.subject("evening"), samples.subject("night")]
    assert kept.tries == 0


# --- who hears of it -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operator", "escalate", "told"),
    [
        (("mail",), "chat", "mail"),
        (("desk", "mail"), None, "mail"),
        (("desk",), "chat", "chat"),
        ((), "chat", "chat"),
        ((), None, "chat"),
    ],
)
def test_a_disabled_channel_is_told_on_another_one(
    store: Store, operator: tuple[str, ...], escalate: str | None, told: str
) -> None:
    clock = HandClock()
    channels = [
        Channel("console"),
        Channel("desk", "json://desk", escalate=escalate),
        Channel("chat", "json://chat"),
        Channel("mail", "json://mail"),
    ]
    ways = {channel.name: Kept(clock) for channel in channels}
    ways["desk"].refuse(permanent=True)
    tell(store, "n0", channels[1], at=clock.now)
    send_due(store, clock, channels, ways, operator)
    heard = {name for name, way in ways.items() if "The channel desk is disabled" in way.titles}
    assert heard == {told}


def test_a_channel_that_does_not_reach_everybody_is_told_once_until_it_does(store: Store) -> None:
    clock = HandClock()
    desk, chat = Channel("desk"), Channel("chat")
    kept, other = Kept(clock), Kept(clock)
    for number, partly in enumerate(["550", "550", None, "550"]):
        kept.partly = partly
        tell(store, f"n{number}", desk, at=clock.now)
        send_due(store, clock, [desk, chat], {"desk": kept, "chat": other})
        clock.move(HOUR)
    assert len(kept.titles) == 4
    assert other.titles == ["The channel desk does not reach everybody"] * 2


def test_who_is_not_reached_is_told_with_the_next_message_where_the_database_refused_the_report(
    store: Store, tmp_path: Path
) -> None:
    clock = HandClock()
    desk, chat = Channel("desk"), Channel("chat")
    kept, other = Kept(clock), Kept(clock)
    kept.partly = "550"
    trigger = "CREATE TRIGGER no BEFORE INSERT ON alerts BEGIN SELECT raise(ABORT, 'no'); END"
    tell(store, "n0", desk, at=clock.now)
    with closing(sqlite3.connect(tmp_path / "pactwatch.db", isolation_level=None)) as conn:
        conn.execute(trigger)
        send_due(store, clock, [desk, chat], {"desk": kept, "chat": other})
        conn.execute("DROP TRIGGER no")
    assert other.titles == []
    for number in (1, 2):
        clock.move(HOUR)
        tell(store, f"n{number}", desk, at=clock.now)
        send_due(store, clock, [desk, chat], {"desk": kept, "chat": other})
    assert len(kept.titles) == 3
    assert other.titles == ["The channel desk does not reach everybody"]


def test_messages_that_are_given_up_are_told_once_until_one_is_taken(store: Store) -> None:
    clock = HandClock()
    desk, chat = Channel("desk"), Channel("chat")
    kept, other = Kept(clock), Kept(clock)
    ways = {"desk": kept, "chat": other}

    def give_up(*names: str) -> None:
        kept.refuse()
        for name in names:
            tell(store, name, desk, at=clock.now)
        for _ in range(40):
            send_due(store, clock, [desk, chat], ways)
            clock.move(timedelta(hours=2))
        assert waits(store)[-len(names) :] == [None] * len(names)

    give_up("n0", "n1")
    assert other.titles == ["Messages for the channel desk are given up"]
    kept.refusal = None
    assert store.retry_failed(channel="desk", now=clock.now) == 2
    send_due(store, clock, [desk, chat], ways)
    assert kept.titles == ["Digest of 2 items with keywords"]
    give_up("n2")
    assert len(other.titles) == 2


def test_two_dead_channels_do_not_report_on_one_another_for_ever(store: Store) -> None:
    clock = HandClock()
    desk, chat = Channel("desk"), Channel("chat")
    ways = {"desk": Kept(clock), "chat": Kept(clock)}
    for way in ways.values():
        way.refuse()
    tell(store, "n0", desk, chat, at=clock.now)
    for _ in range(200):
        send_due(store, clock, [desk, chat], ways)
        clock.move(timedelta(hours=2))
    assert len(store.alerts()) == 3
    assert {row.state for row in store.deliveries()} == {DeliveryState.FAILED}


def test_a_test_is_remembered_until_the_address_changes(store: Store) -> None:
    store.channel_tested("desk", error="no answer", now=samples.NOW)
    store.enable_channels({"desk": "one"})
    assert store.channel_states()["desk"].test_error == "no answer"
    store.enable_channels({"desk": "one"})
    assert store.channel_states()["desk"].tested_at == samples.NOW
    store.enable_channels({"desk": "other"})
    assert store.channel_states()["desk"].tested_at is None


def test_a_test_that_is_taken_enables_the_channel_and_what_waited_leaves(store: Store) -> None:
    clock = HandClock()
    desk, kept = Channel("desk"), Kept(clock)
    kept.refuse(permanent=True)
    for number in range(3):
        tell(store, f"n{number}", desk, at=clock.now)
    send_due(store, clock, [desk], {"desk": kept})
    assert waits(store) == [Wait.DISABLED] * 3
    store.channel_tested("desk", error="no, not today", now=clock.now)
    kept.refusal = None
    send_due(store, clock, [desk], {"desk": kept})
    assert kept.messages == []
    store.channel_tested("desk", error=None, now=clock.now)
    send_due(store, clock, [desk], {"desk": kept})
    assert kept.titles == ["Digest of 3 items with keywords"]
