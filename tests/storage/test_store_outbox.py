from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from storyparts import NOW, SOURCES, an_alert, an_article, at, keep_alert

from pacts.errors import StoreError
from pacts.model import Held
from pacts.terms import DeliveryState
from storage.records import Attempt
from storage.store import Store

MINUTE = timedelta(minutes=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pactwatch.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as store:
        store.register_sources(SOURCES, NOW)
        yield store


def taken(store: Store, channel: str = "desk", now: datetime = NOW) -> list[int]:
    return [one.id for one in store.lease(channel, now=now, until=now + MINUTE)]


def test_an_alert_makes_one_delivery_for_each_channel(store: Store) -> None:
    keep_alert(store, "1", "desk", "digest")
    assert [(one.channel, one.state, one.attempts) for one in store.deliveries()] == [
        ("digest", DeliveryState.WAITING, 0),
        ("desk", DeliveryState.WAITING, 0),
    ]
    assert store.deliveries()[0].alert == store.alerts()[0]


def test_a_delivery_is_leased_once_while_its_lease_lasts(store: Store) -> None:
    keep_alert(store)
    (delivery,) = store.lease("desk", now=NOW, until=at(1))
    assert (delivery.state, delivery.not_before) == (DeliveryState.LEASED, NOW)
    assert taken(store, now=at(0.5)) == []
    assert store.waiting_channels(at(0.5)) == []
    assert store.waiting_channels(at(1)) == ["desk"]
    assert taken(store, now=at(1)) == [delivery.id]


def test_nothing_is_leased_before_its_time_nor_for_another_channel(store: Store) -> None:
    keep_alert(store, not_before=at(10))
    assert taken(store, now=at(9)) == []
    assert taken(store, "digest", now=at(10)) == []
    assert taken(store, now=at(10)) == [1]


def test_the_longest_waiting_are_leased_first(store: Store) -> None:
    for key, due in (("1", 3), ("2", 1), ("3", 2)):
        keep_alert(store, key, not_before=at(due))
    first = store.lease("desk", now=at(5), until=at(6), limit=2)
    assert [one.not_before for one in first] == [at(1), at(2)]
    assert [one.not_before for one in store.lease("desk", now=at(5), until=at(6))] == [at(3)]


def test_channels_are_served_the_longest_waiting_first(store: Store) -> None:
    keep_alert(store, "1", "late", not_before=at(2))
    keep_alert(store, "2", "early", not_before=at(1))
    assert store.waiting_channels(at(2)) == ["early", "late"]
    assert store.waiting_channels(at(1)) == ["early"]
    assert store.waiting_channels(NOW) == []


def test_a_delivery_that_was_sent_is_done(store: Store) -> None:
    keep_alert(store)
    store.delivered(taken(store), now=at(0.1), seconds=0.25)
    (delivery,) = store.deliveries(state=DeliveryState.SENT)
    assert (delivery.sent_at, delivery.attempts, delivery.error) == (at(0.1), 1, None)
    assert store.attempts(delivery.id) == [Attempt(delivery.id, at(0.1), True, None, 0.25)]
    assert store.waiting_channels(at(days=9)) == []
    assert taken(store, now=at(days=9)) == []


def test_noting_twice_that_it_was_sent_changes_nothing(store: Store) -> None:
    keep_alert(store)
    ids = taken(store)
    store.delivered(ids, now=at(1))
    before = store.deliveries()
    store.delivered(ids, now=at(2))
    store.delivery_failed(ids, error="late", now=at(3), next_try=at(4))
    assert store.deliveries() == before
    assert len(store.attempts(ids[0])) == 1


def test_a_failure_that_may_pass_waits_for_its_next_try(store: Store) -> None:
    keep_alert(store)
    ids = taken(store)
    store.delivery_failed(ids, error="no answer", now=at(1), next_try=at(5))
    (delivery,) = store.deliveries()
    assert (delivery.state, delivery.attempts) == (DeliveryState.WAITING, 1)
    assert (delivery.error, delivery.not_before) == ("no answer", at(5))
    assert taken(store, now=at(4)) == []
    store.delivered(taken(store, now=at(5)), now=at(6))
    tries = [(one.at, one.ok, one.error) for one in store.attempts(ids[0])]
    assert tries == [(at(1), False, "no answer"), (at(6), True, None)]


def test_a_failure_for_good_is_put_back_by_hand(store: Store) -> None:
    keep_alert(store)
    ids = taken(store)
    store.delivery_failed(ids, error="no such user", now=at(1), next_try=None)
    (delivery,) = store.deliveries(state=DeliveryState.FAILED)
    assert (delivery.attempts, delivery.not_before) == (1, NOW)
    assert taken(store, now=at(days=9)) == []
    store.retry_delivery(ids[0], now=at(7))
    (delivery,) = store.deliveries(state=DeliveryState.WAITING)
    assert (delivery.attempts, delivery.not_before) == (0, at(7))
    assert len(store.attempts(ids[0])) == 1
    assert taken(store, now=at(7)) == ids


def test_what_is_sent_or_being_sent_is_not_put_back(store: Store) -> None:
    keep_alert(store)
    ids = taken(store)
    for _ in ("leased", "sent"):
        with pytest.raises(StoreError, match="no delivery 1 failed or waits"):
            store.retry_delivery(ids[0], now=at(1))
        store.delivered(ids, now=at(1))
    with pytest.raises(StoreError, match="no delivery 99"):
        store.retry_delivery(99, now=at(1))


def test_a_sending_that_outlived_its_lease_still_counts_as_sent(store: Store) -> None:
    keep_alert(store)
    ids = taken(store)
    store.release_leases()
    store.delivered(ids, now=at(9))
    assert store.deliveries()[0].state is DeliveryState.SENT


def test_at_start_every_lease_is_given_back(store: Store, path: Path) -> None:
    keep_alert(store, "1")
    keep_alert(store, "2")
    assert len(taken(store)) == 2
    store.close()
    with Store.open(path) as after:
        assert taken(after, now=at(0.5)) == []
        assert after.release_leases() == 2
        assert after.release_leases() == 0
        assert len(taken(after, now=at(0.5))) == 2


def test_deliveries_are_listed_latest_first(store: Store) -> None:
    for key, minute in (("1", 1), ("2", 2), ("3", 3)):
        article = an_article(key)
        store.add_article(article, now=NOW, baseline=False)
        alert = an_alert(article=article, created=at(minute))
        store.add_alert(alert, deliveries={"desk": Held(NOW)})
    assert [one.id for one in store.deliveries()] == [3, 2, 1]
    assert [one.id for one in store.deliveries(since=at(2))] == [3, 2]
    assert [one.id for one in store.deliveries(since=at(2), limit=1)] == [3]
    assert store.deliveries(state=DeliveryState.SENT) == []


# --- channels ------------------------------------------------------------------------------


def test_a_disabled_channel_keeps_its_deliveries_and_gets_none(store: Store) -> None:
    store.enable_channels({"desk": "f1", "digest": "g1"})
    keep_alert(store, "1", "desk", "digest")
    store.disable_channel("desk", reason="no such user", now=at(1))
    assert store.disabled_channels() == {"desk": "no such user"}
    assert store.waiting_channels(at(1)) == ["digest"]
    assert taken(store, "desk", now=at(1)) == []
    store.delivered(taken(store, "digest", now=at(1)), now=at(1))
    assert store.waiting_channels(at(days=9)) == []


def test_a_channel_is_enabled_again_by_a_new_configuration_only(store: Store) -> None:
    store.enable_channels({"desk": "f1"})
    keep_alert(store)
    store.disable_channel("desk", reason="no such user", now=at(1))
    store.enable_channels({"desk": "f1", "other": "x"})
    store.enable_channels({"other": "x"})
    assert store.disabled_channels() == {"desk": "no such user"}
    store.enable_channels({"desk": "f2"})
    assert store.disabled_channels() == {}
    assert taken(store, now=at(2)) == [1]


def test_a_channel_never_configured_can_be_disabled(store: Store) -> None:
    store.disable_channel("desk", reason="bad address", now=NOW)
    store.disable_channel("desk", reason="worse", now=NOW)
    assert store.disabled_channels() == {"desk": "worse"}


# --- leases under threads and against a model ------------------------------------------------


@pytest.mark.parametrize("shared", [True, False], ids=["one store", "a store each"])
def test_no_two_threads_lease_one_delivery(store: Store, path: Path, shared: bool) -> None:
    for key in range(60):
        keep_alert(store, str(key))
    got: Counter[int] = Counter()
    lock = threading.Lock()

    def work() -> None:
        mine = store if shared else Store.open(path)
        while leased := mine.lease("desk", now=NOW, until=at(1), limit=3):
            with lock:
                got.update(one.id for one in leased)
            mine.delivered([one.id for one in leased], now=NOW)
        if not shared:
            mine.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(got.values()) == {1}
    assert len(got) == 60
    assert {one.state for one in store.deliveries()} == {DeliveryState.SENT}


@dataclass
class Expected:
    channel: str
    not_before: datetime
    state: str = "waiting"
    leased_until: datetime | None = None
    attempts: int = 0

    def due(self, now: datetime) -> bool:
        free = self.state == "waiting" or (
            self.state == "leased" and self.leased_until is not None and self.leased_until <= now
        )
        return free and self.not_before <= now


class OutboxMachine(RuleBasedStateMachine):
    """Any order of events at the outbox, against a model of a dozen lines."""

    @initialize()
    def open_store(self) -> None:
        self.folder = TemporaryDirectory()
        self.store = Store.open(Path(self.folder.name) / "pactwatch.db")
        self.now = NOW
        self.rows: dict[int, Expected] = {}
        self.disabled: set[str] = set()

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    @rule(wait=st.integers(0, 3), channels=st.sets(st.sampled_from("ab")))
    def add(self, wait: int, channels: set[str]) -> None:
        due = self.now + wait * MINUTE
        alert = an_alert(article=an_article(), created=self.now)
        self.store.add_alert(alert, deliveries=dict.fromkeys(sorted(channels), Held(due)))
        for channel in sorted(channels):
            self.rows[len(self.rows) + 1] = Expected(channel, due)

    @rule(minutes=st.integers(0, 3))
    def time_passes(self, minutes: int) -> None:
        self.now += minutes * MINUTE

    @rule(channel=st.sampled_from("ab"), limit=st.integers(1, 3), minutes=st.integers(1, 3))
    def lease(self, channel: str, limit: int, minutes: int) -> None:
        until = self.now + minutes * MINUTE
        leased = self.store.lease(channel, now=self.now, until=until, limit=limit)
        due = sorted(
            (row.not_before, number)
            for number, row in self.rows.items()
            if row.channel == channel and row.due(self.now) and channel not in self.disabled
        )
        assert [one.id for one in leased] == [number for _, number in due][:limit]
        for one in leased:
            row = self.rows[one.id]
            row.state, row.leased_until = "leased", until

    @precondition(lambda self: self.rows)
    @rule(data=st.data(), again=st.none() | st.integers(0, 2), ok=st.booleans())
    def answer(self, data: st.DataObject, again: int | None, ok: bool) -> None:
        number = data.draw(st.sampled_from(sorted(self.rows)))
        row = self.rows[number]
        if ok:
            self.store.delivered([number], now=self.now)
            if row.state != "sent":
                row.state, row.leased_until, row.attempts = "sent", None, row.attempts + 1
            return
        due = None if again is None else self.now + again * MINUTE
        self.store.delivery_failed([number], error="no", now=self.now, next_try=due)
        if row.state in ("waiting", "leased"):
            row.state = "failed" if due is None else "waiting"
            row.leased_until, row.not_before = None, due or row.not_before
            row.attempts += 1

    @precondition(lambda self: self.rows)
    @rule(data=st.data())
    def retry(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.rows)))
        row = self.rows[number]
        if row.state in ("waiting", "failed"):
            self.store.retry_delivery(number, now=self.now)
            row.state, row.not_before, row.attempts = "waiting", self.now, 0
        else:
            with pytest.raises(StoreError):
                self.store.retry_delivery(number, now=self.now)

    @rule()
    def release(self) -> None:
        leased = [row for row in self.rows.values() if row.state == "leased"]
        assert self.store.release_leases() == len(leased)
        for row in leased:
            row.state, row.leased_until = "waiting", None

    @rule(channel=st.sampled_from("ab"))
    def disable(self, channel: str) -> None:
        self.store.disable_channel(channel, reason="x", now=self.now)
        self.disabled.add(channel)

    @rule(channel=st.sampled_from("ab"), fingerprint=st.uuids())
    def enable(self, channel: str, fingerprint: object) -> None:
        self.store.enable_channels({channel: str(fingerprint)})
        self.disabled.discard(channel)

    @invariant()
    def agrees(self) -> None:
        if not hasattr(self, "store"):
            return
        stored = {one.id: one for one in self.store.deliveries()}
        assert {number: (row.state, row.attempts) for number, row in self.rows.items()} == {
            number: (one.state.value, one.attempts) for number, one in stored.items()
        }
        working = [row for row in self.rows.values() if row.channel not in self.disabled]
        due = {row.channel for row in working if row.due(self.now)}
        assert set(self.store.waiting_channels(self.now)) == due


TestOutboxAgainstAModel = OutboxMachine.TestCase
TestOutboxAgainstAModel.settings = settings(max_examples=25, stateful_step_count=25)
