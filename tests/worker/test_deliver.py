"""Deliveries with the real store, real SMTP and real webhooks; the clock is the test's."""

from __future__ import annotations

import mailbox
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import samples
import webhook
from structlog.testing import capture_logs

from notifiers.base import Notifier
from notifiers.opened import OpenOnUse
from pacts.errors import DeliveryError
from pacts.model import Channel, Delivery, Held, Message
from pacts.terms import DeliveryState, Priority, Wait
from storage.store import Store
from worker.config import fingerprint
from worker.delivery.backoff import BACK_OFF, JITTER, next_try
from worker.delivery.deliver import Deliverer, deliver_due
from worker.delivery.rounds import LEASE, Summary

_PATIENCE_SECONDS = 20.0


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = samples.NOW

    def __call__(self) -> datetime:
        return self.now

    def move(self, step: timedelta) -> None:
        self.now += step


class Recorder:
    """A notifier that keeps titles, and does before each whatever the test wants."""

    def __init__(self, before: Callable[[Message], None] = lambda _: None) -> None:
        self.titles: list[str] = []
        self._before = before

    def send(self, message: Message) -> None:
        self._before(message)
        self.titles.append(message.title)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "pactwatch.db") as store:
        yield store


def add(
    store: Store, name: str, *channels: str, at: datetime = samples.NOW, **changes: object
) -> int:
    """An alert called ``name`` for ``channels``, not before ``at``."""
    values = {"id": None, "headline": name, **changes}
    return store.add_alert(samples.keywords(**values), deliveries=dict.fromkeys(channels, Held(at)))


def deliver(
    store: Store,
    clock: Clock,
    *channels: Channel,
    notifiers: Mapping[str, Notifier] | None = None,
    stop: threading.Event | None = None,
) -> Summary:
    ways = notifiers if notifiers is not None else OpenOnUse(channels)
    return deliver_due(store, channels, ways, clock=clock, stop=stop or threading.Event())


def states(store: Store, channel: str = "desk") -> list[str]:
    """Oldest alert first."""
    rows = [row for row in store.deliveries() if row.channel == channel]
    return [row.state.value for row in sorted(rows, key=lambda row: row.id)]


def only(store: Store) -> Delivery:
    (row,) = store.deliveries()
    return row


def eventually(holds: Callable[[], bool], seconds: float = _PATIENCE_SECONDS) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it never came to hold"
        time.sleep(0.01)


# --- one run -------------------------------------------------------------------------------


def test_a_mail_and_a_webhook_message_arrive_with_quote_and_link(
    store: Store, clock: Clock
) -> None:
    with mailbox.Mailbox() as box, webhook.Webhook() as hook:
        add(store, "Talks resume", "mail", "chat")
        summary = deliver(store, clock, Channel("mail", box.url), Channel("chat", hook.url))
        mail, payload = box.wait_for(1)[0], hook.wait_for(1)[0]
    assert summary == Summary(sent=2)
    assert mail["Subject"] == payload["title"] == samples.subject("Talks resume")
    for text in (*mailbox.parts_of(mail), payload["message"]):
        assert "East Sea" in text
        assert "https://nhandan.example/en/code-of-conduct?id=1" in text
    assert {row.state for row in store.deliveries()} == {DeliveryState.SENT}
    assert only_attempts(store) == [True, True]


def only_attempts(store: Store) -> list[bool]:
    return [
        one.ok and one.seconds is not None
        for row in store.deliveries()
        for one in store.attempts(row.id)
    ]


def test_messages_of_a_channel_leave_one_by_one_and_the_oldest_first(
    store: Store, clock: Clock
) -> None:
    for number in range(4):
        add(store, f"n{number}", "desk", at=samples.NOW - timedelta(minutes=10 - number))
    with webhook.Webhook() as hook:
        deliver(store, clock, Channel("desk", hook.url))
    assert hook.titles == [samples.subject(f"n{number}") for number in range(4)]


def test_nothing_leaves_before_its_time(store: Store, clock: Clock) -> None:
    add(store, "in the night", "desk", at=samples.NOW + timedelta(hours=2))
    recorder = Recorder()
    run = {"notifiers": {"desk": recorder}}
    assert deliver(store, clock, Channel("desk"), **run) == Summary()
    clock.move(timedelta(hours=2))
    assert deliver(store, clock, Channel("desk"), **run) == Summary(sent=1)


def test_a_second_run_sends_nothing_again(store: Store, clock: Clock) -> None:
    add(store, "once", "desk")
    recorder = Recorder()
    for _ in range(3):
        deliver(store, clock, Channel("desk"), notifiers={"desk": recorder})
    assert len(recorder.titles) == 1


def test_runs_at_the_same_time_send_each_message_once(store: Store, clock: Clock) -> None:
    for number in range(12):
        add(store, f"n{number}", "desk")
    with webhook.Webhook() as hook:
        threads = [
            threading.Thread(target=deliver, args=(store, clock, Channel("desk", hook.url)))
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(hook.titles) == sorted(samples.subject(f"n{number}") for number in range(12))


def test_what_a_dead_process_had_leased_is_sent_when_the_lease_has_run_out(
    store: Store, clock: Clock
) -> None:
    add(store, "orphan", "desk")
    assert store.lease("desk", now=clock.now, until=clock.now + LEASE)
    recorder = Recorder()
    assert deliver(store, clock, Channel("desk"), notifiers={"desk": recorder}).sent == 0
    clock.move(LEASE)
    assert deliver(store, clock, Channel("desk"), notifiers={"desk": recorder}).sent == 1


def test_stop_ends_the_run_after_the_message_under_way(store: Store, clock: Clock) -> None:
    stop = threading.Event()
    for number in range(3):
        add(store, f"n{number}", "desk")
    recorder = Recorder(lambda _: stop.set())
    deliver(store, clock, Channel("desk"), notifiers={"desk": recorder}, stop=stop)
    assert states(store) == ["sent", "waiting", "waiting"]


def test_messages_for_a_channel_that_is_not_configured_wait(store: Store, clock: Clock) -> None:
    add(store, "for nobody", "gone")
    assert deliver(store, clock, Channel("desk")) == Summary()
    assert states(store, "gone") == ["waiting"]


# --- digests -------------------------------------------------------------------------------


def test_a_digest_holds_everything_that_is_due(store: Store, clock: Clock) -> None:
    for number in range(3):
        add(store, f"n{number}", "desk")
    add(store, "tomorrow", "desk", at=samples.NOW + timedelta(days=1))
    with mailbox.Mailbox() as box:
        channel = Channel("desk", box.url, digest=("07:30", "UTC"))
        assert deliver(store, clock, channel) == Summary(sent=3)
        (mail,) = box.wait_for(1)
    assert mail["Subject"] == "Digest of 3 items with keywords"
    text, _ = mailbox.parts_of(mail)
    assert [f"n{number}" in text for number in range(3)] == [True] * 3
    assert states(store) == ["sent", "sent", "sent", "waiting"]


def test_one_alert_of_a_digest_channel_is_a_message_of_its_own(store: Store, clock: Clock) -> None:
    add(store, "loud", "desk", priority=Priority.HIGH)
    recorder = Recorder()
    channel = Channel("desk", digest=("07:30", "UTC"), loud=Priority.HIGH)
    deliver(store, clock, channel, notifiers={"desk": recorder})
    assert recorder.titles == [samples.subject("loud")]


def test_a_digest_that_fails_is_tried_again_as_a_whole(store: Store, clock: Clock) -> None:
    for number in range(3):
        add(store, f"n{number}", "desk")
    with webhook.Webhook(answers=[500, 200]) as hook:
        channel = Channel("desk", hook.url, digest=("07:30", "UTC"))
        assert deliver(store, clock, channel) == Summary(put_off=3)
        clock.move(BACK_OFF[0] * (1 + JITTER))
        assert deliver(store, clock, channel) == Summary(sent=3)
    assert len(hook.messages) == 1


def test_what_cannot_be_rendered_does_not_keep_the_digest_back(store: Store, clock: Clock) -> None:
    add(store, "good", "desk")
    add(store, "broken", "desk", article=None)
    add(store, "fine", "desk")
    recorder = Recorder()
    channel = Channel("desk", digest=("07:30", "UTC"))
    with capture_logs() as logs:
        summary = deliver(store, clock, channel, notifiers={"desk": recorder})
    assert summary == Summary(sent=2, put_off=1)
    assert recorder.titles == ["Digest of 2 items with keywords"]
    assert states(store) == ["sent", "waiting", "sent"]
    assert [log["error"] for log in logs if log["log_level"] == "critical"] == ["ValueError"]


# --- channels that refuse ------------------------------------------------------------------


def test_a_channel_that_keeps_silent_delays_no_other(store: Store, clock: Clock) -> None:
    gate = threading.Event()
    for number in range(3):
        add(store, f"n{number}", "slow", "quick")
    with webhook.Webhook(gate=gate) as slow, webhook.Webhook() as quick:
        channels = Channel("slow", slow.url), Channel("quick", quick.url)
        run = threading.Thread(target=deliver, args=(store, clock, *channels))
        run.start()
        slow.wait_for_requests(1)
        quick.wait_for(3)
        assert slow.messages == []
        gate.set()
        slow.wait_for(3)
        run.join()
    assert states(store, "slow") == states(store, "quick") == ["sent"] * 3


@pytest.mark.parametrize("status", [401, 500, None])
def test_a_channel_that_refuses_delays_no_other(
    store: Store, clock: Clock, status: int | None
) -> None:
    for number in range(3):
        add(store, f"n{number}", "bad", "good")
    with webhook.Webhook(answers=[status or 200]) as bad, webhook.Webhook() as good:
        url = bad.url if status else f"json://127.0.0.1:{mailbox.free_port()}/"
        summary = deliver(store, clock, Channel("bad", url), Channel("good", good.url))
    told = ["The channel bad is disabled"] if status == 401 else []
    assert good.titles == [*(samples.subject(f"n{number}") for number in range(3)), *told]
    assert summary.sent == len(good.titles)
    assert bad.messages == []


def test_a_passing_error_is_tried_again_after_half_a_minute_and_a_bit(
    store: Store, clock: Clock
) -> None:
    add(store, "again", "desk")
    with webhook.Webhook(answers=[500, 200]) as hook:
        channel = Channel("desk", hook.url)
        assert deliver(store, clock, channel) == Summary(put_off=1)
        row = only(store)
        assert row.error == "the server answered 500 (Internal Server Error)"
        assert row.waits_for is Wait.BACK_OFF
        assert samples.NOW + BACK_OFF[0] <= row.not_before <= samples.NOW + BACK_OFF[0] * 1.2
        clock.move(BACK_OFF[0] - timedelta(seconds=1))
        assert deliver(store, clock, channel) == Summary()
        clock.now = row.not_before
        assert deliver(store, clock, channel) == Summary(sent=1)
    assert len(hook.messages) == 1
    assert [attempt.ok for attempt in store.attempts(only(store).id)] == [False, True]


def test_after_two_days_of_trying_a_message_is_given_up(store: Store, clock: Clock) -> None:
    add(store, "lost cause", "desk")

    def refuse(_: Message) -> None:
        raise DeliveryError("desk", "down", permanent=False)

    channel, ways = Channel("desk"), {"desk": Recorder(refuse)}
    waits = []
    while only(store).state is DeliveryState.WAITING:
        deliver(store, clock, channel, notifiers=ways)
        waits.append(only(store).not_before - clock.now)
        clock.now = only(store).not_before
    assert only(store).state is DeliveryState.FAILED
    assert only(store).error == "down"
    assert all(
        least <= wait <= least * (1 + JITTER)
        for wait, least in zip(waits[:-1], BACK_OFF, strict=True)
    )
    assert timedelta(days=2) <= clock.now - samples.NOW < timedelta(days=3)
    assert store.disabled_channels() == {}


def test_back_off_never_shortens_and_ends() -> None:
    tries = [next_try(failures, samples.NOW, seed=1) for failures in range(1, len(BACK_OFF) + 2)]
    assert tries[-1] is None
    shortest = [moment - samples.NOW for moment in tries if moment]
    assert [wait >= least for wait, least in zip(shortest, BACK_OFF, strict=True)] == [True] * 13


def test_messages_that_failed_together_come_apart_and_each_always_waits_alike() -> None:
    waits = [next_try(1, samples.NOW, seed=seed) for seed in range(100)]
    assert len(set(waits)) > 95
    assert waits == [next_try(1, samples.NOW, seed=seed) for seed in range(100)]


def test_a_permanent_error_disables_the_channel_and_its_messages_wait(
    store: Store, clock: Clock
) -> None:
    add(store, "first", "desk")
    add(store, "second", "desk")
    with webhook.Webhook(answers=[401]) as hook:
        channel = Channel("desk", hook.url)
        summary = deliver(store, clock, channel)
        assert summary == Summary(put_off=1, disabled=("desk",))
        assert store.disabled_channels() == {"desk": "the server answered 401 (Unauthorized)"}
        assert deliver(store, clock, channel) == Summary()
        assert len(hook.requests) == 1
    assert states(store) == ["waiting", "waiting"]
    assert {row.waits_for for row in store.deliveries()} == {Wait.DISABLED}


def test_what_waited_for_a_disabled_channel_leaves_once_its_address_has_changed(
    store: Store, clock: Clock
) -> None:
    add(store, "first", "desk")
    add(store, "second", "desk")
    with webhook.Webhook(answers=[401]) as old:
        store.enable_channels({"desk": fingerprint(Channel("desk", old.url))})
        deliver(store, clock, Channel("desk", old.url))
    with webhook.Webhook() as new:
        store.enable_channels({"desk": fingerprint(Channel("desk", new.url))})
        assert deliver(store, clock, Channel("desk", new.url)) == Summary(sent=2)
    assert new.titles == ["Digest of 2 items with keywords"]
    assert "What came while this channel was disabled." in new.messages[0]["message"]


def test_the_word_of_an_address_that_was_just_replaced_disables_no_channel(
    store: Store, clock: Clock
) -> None:
    old, new = Channel("desk", "json://old.example"), Channel("desk", "json://new.example")
    store.enable_channels({"desk": fingerprint(old)})
    add(store, "n0", "desk")

    def refuse(_: Message) -> None:
        store.enable_channels({"desk": fingerprint(new)})
        raise DeliveryError("desk", "wrong password", permanent=True)

    summary = deliver(store, clock, old, notifiers={"desk": Recorder(refuse)})
    assert (summary, store.disabled_channels()) == (Summary(put_off=1), {})
    clock.move(timedelta(minutes=1))
    assert deliver(store, clock, new, notifiers={"desk": Recorder()}) == Summary(sent=1)


def test_a_channel_that_cannot_be_opened_is_disabled_without_its_address(
    store: Store, clock: Clock
) -> None:
    add(store, "first", "desk")
    with capture_logs() as logs:
        summary = deliver(store, clock, Channel("desk", "tgram://hunter2"))
    assert summary == Summary(put_off=1, disabled=("desk",))
    told = [*store.disabled_channels().values(), only(store).error, str(logs)]
    assert "Telegram" in told[0]
    assert "hunter2" not in str(told)


def test_two_refusals_in_a_row_leave_the_rest_for_later(store: Store, clock: Clock) -> None:
    for number in range(5):
        add(store, f"n{number}", "desk")
    with webhook.Webhook(answers=[503]) as hook:
        assert deliver(store, clock, Channel("desk", hook.url)) == Summary(put_off=2)
        assert len(hook.requests) == 2
    assert sorted(row.attempts for row in store.deliveries()) == [0, 0, 0, 1, 1]


def test_one_message_that_is_refused_does_not_stop_the_others(store: Store, clock: Clock) -> None:
    for number in range(4):
        add(store, f"n{number}", "desk")
    with webhook.Webhook(answers=[413, 200]) as hook:
        assert deliver(store, clock, Channel("desk", hook.url)) == Summary(sent=3, put_off=1)
    assert hook.titles == [samples.subject(f"n{number}") for number in (1, 2, 3)]


def test_an_error_nobody_foresaw_moves_its_message_on_and_stops_nothing(
    store: Store, clock: Clock
) -> None:
    for number in range(4):
        add(store, f"n{number}", "desk")

    secret = "hunter" + "2"

    def stumble(message: Message) -> None:
        if any(name in message.title for name in (" n0 ", " n1 ", " n2 ")):
            raise RuntimeError(secret)

    recorder = Recorder(stumble)
    with capture_logs() as logs:
        summary = deliver(store, clock, Channel("desk"), notifiers={"desk": recorder})
    assert summary == Summary(sent=1, put_off=3)
    assert states(store) == ["waiting", "waiting", "waiting", "sent"]
    first = min(store.deliveries(), key=lambda row: row.id)
    assert first.error == "an unexpected RuntimeError, see the log"
    assert first.not_before >= samples.NOW + BACK_OFF[0]
    critical = [log for log in logs if log["log_level"] == "critical"]
    assert [log["error"] for log in critical] == ["RuntimeError"] * 3
    assert "stumble" in critical[0]["trace"]
    assert secret not in str(logs)


def test_a_store_that_fails_ends_the_round_and_is_told(store: Store, clock: Clock) -> None:
    add(store, "n0", "desk")
    stop = threading.Event()

    def close_the_store(_: Message) -> None:
        store.close()

    ways = {"desk": Recorder(close_the_store)}
    with capture_logs() as logs:
        done = deliver(store, clock, Channel("desk"), notifiers=ways, stop=stop)
    (why,) = done.interrupted
    assert "the database is closed" in why
    assert done == Summary(sent=1, interrupted=(why,))
    assert [log["event"] for log in logs] == ["delivery_interrupted"]


# --- the loop ------------------------------------------------------------------------------


@pytest.fixture
def loop(store: Store, clock: Clock) -> Iterator[Callable[..., Deliverer]]:
    made: list[Deliverer] = []

    def make(*channels: Channel, **options: object) -> Deliverer:
        deliverer = Deliverer(store, channels, clock=clock, **options)  # type: ignore[arg-type]
        made.append(deliverer)
        deliverer.start()
        return deliverer

    yield make
    for deliverer in made:
        assert deliverer.close(_PATIENCE_SECONDS)
        assert not deliverer.alive


def test_a_new_alert_leaves_at_once_when_the_loop_is_woken(
    store: Store, loop: Callable[..., Deliverer]
) -> None:
    recorder = Recorder()
    # Without the wake-up it would look again in an hour.
    deliverer = loop(Channel("desk"), notifiers={"desk": recorder}, idle=3600.0)
    for number in range(3):
        add(store, f"n{number}", "desk")
        deliverer.wake()
        eventually(lambda: len(recorder.titles) == number + 1)  # noqa: B023 - used at once


def test_without_a_wake_the_loop_looks_by_itself(
    store: Store, clock: Clock, loop: Callable[..., Deliverer]
) -> None:
    recorder = Recorder()
    add(store, "later", "desk", at=samples.NOW + timedelta(hours=1))
    loop(Channel("desk"), notifiers={"desk": recorder}, idle=0.02)
    time.sleep(0.1)
    assert recorder.titles == []
    clock.move(timedelta(hours=1))
    eventually(lambda: recorder.titles == [samples.subject("later")])


def test_the_loop_serves_a_quick_channel_while_a_slow_one_is_at_work(
    store: Store, loop: Callable[..., Deliverer]
) -> None:
    gate, begun = threading.Event(), threading.Event()

    def wait(_: Message) -> None:
        begun.set()
        gate.wait(_PATIENCE_SECONDS)

    slow, quick = Recorder(wait), Recorder()
    ways = {"slow": slow, "quick": quick}
    deliverer = loop(Channel("slow"), Channel("quick"), notifiers=ways, idle=0.02)
    add(store, "n0", "slow")
    assert begun.wait(_PATIENCE_SECONDS)
    for number in range(3):
        add(store, f"n{number}", "slow", "quick")
        deliverer.wake()
    eventually(lambda: len(quick.titles) == 3)
    assert slow.titles == []
    gate.set()
    eventually(lambda: len(slow.titles) == 4)


def test_a_channel_that_refuses_twice_rests_and_is_tried_again(
    store: Store, clock: Clock, loop: Callable[..., Deliverer]
) -> None:
    for number in range(4):
        add(store, f"n{number}", "desk")
    with webhook.Webhook(answers=[500, 500, 500, 200]) as hook:
        loop(Channel("desk", hook.url), idle=0.02)
        hook.wait_for_requests(2)
        time.sleep(0.2)
        assert len(hook.requests) == 2
        clock.move(timedelta(seconds=36))
        hook.wait_for(3)
        clock.move(timedelta(minutes=3))
        hook.wait_for(4)
    assert sorted(hook.titles) == [samples.subject(f"n{number}") for number in range(4)]


def test_closing_waits_for_the_message_under_way(
    store: Store, clock: Clock, loop: Callable[..., Deliverer]
) -> None:
    gate, begun = threading.Event(), threading.Event()

    def wait(_: Message) -> None:
        begun.set()
        gate.wait(_PATIENCE_SECONDS)

    add(store, "n0", "desk")
    add(store, "n1", "desk")
    deliverer = loop(Channel("desk"), notifiers={"desk": Recorder(wait)})
    assert begun.wait(_PATIENCE_SECONDS)
    assert not deliverer.close(0.05)
    gate.set()
    assert deliverer.close(_PATIENCE_SECONDS)
    assert states(store) == ["sent", "waiting"]


def test_other_channels_are_used_from_the_next_message_on(
    store: Store, loop: Callable[..., Deliverer]
) -> None:
    gate, begun = threading.Event(), threading.Event()

    def refuse_late(_: Message) -> None:
        begun.set()
        gate.wait(_PATIENCE_SECONDS)
        raise DeliveryError("desk", "wrong password", permanent=True)

    was, now = Channel("desk", "json://old.example"), Channel("desk", "json://new.example")
    new = Recorder()
    store.enable_channels({"desk": fingerprint(was)})
    add(store, "n0", "desk")
    add(store, "n1", "desk")
    deliverer = loop(was, notifiers={"desk": Recorder(refuse_late)}, idle=0.02)
    assert begun.wait(_PATIENCE_SECONDS)
    store.enable_channels({"desk": fingerprint(now)})
    deliverer.reconfigure([now], {"desk": new})
    gate.set()
    eventually(lambda: new.titles == [samples.subject("n1")])
    # What the old address answered disables neither the channel nor its message.
    eventually(lambda: states(store) == ["waiting", "sent"])
    assert store.disabled_channels() == {}


def test_channels_configured_while_it_looks_are_used_at_once(clock: Clock, tmp_path: Path) -> None:
    old, new = Recorder(), Recorder()

    class Changing(Store):
        """The configuration is changed just when the store was asked what is due."""

        def waiting_channels(self, now: datetime) -> list[str]:
            found = super().waiting_channels(now)
            if deliverer.looks == 0:
                deliverer.reconfigure([Channel("desk")], {"desk": new})
            return found

    with Changing.open(tmp_path / "pactwatch.db") as store:
        add(store, "n0", "desk")
        deliverer = Deliverer(store, [Channel("desk")], {"desk": old}, clock=clock, idle=0.02)
        deliverer.start()
        eventually(lambda: states(store) == ["sent"])
        assert deliverer.close(_PATIENCE_SECONDS)
    assert (old.titles, new.titles) == ([], [samples.subject("n0")])


def test_a_clock_that_is_put_back_lengthens_no_rest(
    store: Store, clock: Clock, loop: Callable[..., Deliverer]
) -> None:
    for number in range(3):
        add(store, f"n{number}", "desk", at=samples.NOW - timedelta(days=2))
    with webhook.Webhook(answers=[500, 500, 200]) as hook:
        deliverer = loop(Channel("desk", hook.url), idle=0.02)
        hook.wait_for_requests(2)
        looked = deliverer.looks
        eventually(lambda: deliverer.looks > looked + 2)
        clock.move(timedelta(days=-1))
        hook.wait_for(1)


def test_channels_are_opened_in_the_first_quiet_moment(loop: Callable[..., Deliverer]) -> None:
    opened: list[str] = []

    def opener(channel: Channel) -> Notifier:
        opened.append(channel.name)
        if channel.name == "bad":
            raise DeliveryError("bad", "no", permanent=True)
        return Recorder()

    channels = Channel("bad"), Channel("good")
    loop(*channels, notifiers=OpenOnUse(channels, opener), idle=0.01)
    eventually(lambda: opened == ["bad", "good"])


def test_a_loop_whose_store_fails_goes_on_looking(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    store.close()
    with capture_logs() as logs:
        deliverer = Deliverer(store, [Channel("desk")], clock=clock, idle=0.01)
        deliverer.start()
        eventually(lambda: len(logs) >= 3)
        assert deliverer.alive
        assert deliverer.close(_PATIENCE_SECONDS)
    assert {log["event"] for log in logs} == {"deliveries_unreadable"}


def test_an_alert_is_added_for_several_channels_and_each_has_its_own_fate(
    store: Store, clock: Clock
) -> None:
    add(store, "n0", "a", "b", "c")

    def refuse(permanent: bool) -> Callable[[Message], None]:
        def before(_: Message) -> None:
            raise DeliveryError("x", "no", permanent=permanent)

        return before

    ways = {"a": Recorder(), "b": Recorder(refuse(False)), "c": Recorder(refuse(True))}
    summary = deliver(store, clock, Channel("a"), Channel("b"), Channel("c"), notifiers=ways)
    # One more to say that c is disabled.
    assert (summary.sent, summary.put_off, summary.failed) == (2, 2, 0)
    assert summary.disabled == ("c",)
    fates = {row.channel: (row.state, row.waits_for) for row in store.deliveries()}
    assert fates == {
        "a": (DeliveryState.SENT, None),
        "b": (DeliveryState.WAITING, Wait.BACK_OFF),
        "c": (DeliveryState.WAITING, Wait.DISABLED),
    }
    again = replace(summary, sent=0) + Summary(sent=1, disabled=("d",))
    assert again == Summary(sent=1, put_off=2, failed=0, disabled=("c", "d"))
