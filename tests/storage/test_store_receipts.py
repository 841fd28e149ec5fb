"""A message whose answer was heard is not sent again, though the database could not be told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from holder import held
from hypothesis import given
from hypothesis import strategies as st
from storyparts import NOW, SOURCES, at, keep_alert

from pacts.errors import StoreError
from pacts.model import Held
from pacts.terms import DeliveryState, Wait
from storage.receipts import Receipt, Receipts
from storage.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pactwatch.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with opened(path) as store:
        yield store


def opened(path: Path) -> Store:
    store = Store.open(path, wait=0.02)
    store.register_sources(SOURCES, NOW)
    store.release_leases()
    return store


def sent_unnoted(store: Store, path: Path) -> list[int]:
    """Lease what is due, and send it while another process holds the database."""
    ids = [one.id for one in store.lease("desk", now=NOW, until=at(1))]
    with held(path), pytest.raises(StoreError, match="another process holds"):
        store.delivered(ids, now=at(0.5), seconds=0.1)
    return ids


def states(store: Store) -> dict[int, DeliveryState]:
    return {one.id: one.state for one in store.deliveries()}


def test_what_could_not_be_noted_is_noted_with_the_next_lease(store: Store, path: Path) -> None:
    keep_alert(store)
    (sent,) = sent_unnoted(store, path)
    assert states(store) == {sent: DeliveryState.LEASED}
    assert store.lease("desk", now=at(5), until=at(6)) == []
    (delivery,) = store.deliveries()
    assert (delivery.state, delivery.sent_at) == (DeliveryState.SENT, at(0.5))
    assert [(one.at, one.ok) for one in store.attempts(sent)] == [(at(0.5), True)]


def test_what_was_sent_is_not_held_back_as_if_it_were_not(store: Store, path: Path) -> None:
    keep_alert(store)
    (sent,) = sent_unnoted(store, path)
    assert store.hold_back("desk", Held(at(60), Wait.RATE), now=at(5)) == 0
    assert states(store) == {sent: DeliveryState.SENT}


def test_a_process_that_died_before_it_could_note_it_has_its_successor_note_it(
    store: Store, path: Path
) -> None:
    keep_alert(store)
    (sent,) = sent_unnoted(store, path)
    with opened(path) as successor:
        assert states(successor) == {sent: DeliveryState.SENT}
        assert successor.lease("desk", now=at(5), until=at(6)) == []
    with opened(path) as third:
        assert len(third.attempts(sent)) == 1


def test_what_was_noted_leaves_no_receipt(store: Store, path: Path) -> None:
    keep_alert(store)
    store.delivered([one.id for one in store.lease("desk", now=NOW, until=at(1))], now=NOW)
    assert list(left(path)) == []
    keep_alert(store, "2")
    for one in store.lease("desk", now=NOW, until=at(1)):
        store.delivery_failed([one.id], error="x", now=NOW, next_try=None)
    assert list(left(path)) == []


def test_a_receipt_says_nothing_of_another_database(store: Store, path: Path) -> None:
    keep_alert(store)
    sent_unnoted(store, path)
    store.close()
    path.unlink()
    with Store.open(path) as other:
        other.register_sources(SOURCES, NOW)
        keep_alert(other, "1", "digest")
        other.release_leases()
        (due,) = other.lease("digest", now=at(5), until=at(6))
        assert due.attempts == 0
    assert list(left(path)) == []


def test_a_lease_inside_a_transaction_that_fails_loses_no_receipt(store: Store, path: Path) -> None:
    keep_alert(store)
    (sent,) = sent_unnoted(store, path)
    with pytest.raises(KeyError), store.transaction():  # noqa: PT012 - it fails after the lease
        store.lease("desk", now=at(5), until=at(6))
        raise KeyError
    assert store.lease("desk", now=at(5), until=at(6)) == []
    assert states(store) == {sent: DeliveryState.SENT}


def test_the_file_has_its_full_size_before_anything_is_sent(store: Store, path: Path) -> None:
    before = receipts_of(path).stat()
    keep_alert(store)
    sent_unnoted(store, path)
    after = receipts_of(path).stat()
    assert (after.st_size, after.st_blocks) == (before.st_size, before.st_blocks)
    assert before.st_blocks * 512 >= before.st_size


def test_a_place_without_room_for_receipts_is_refused(path: Path) -> None:
    receipts_of(path).mkdir()
    with Store.open(path) as store, pytest.raises(StoreError, match="the place cannot be used"):
        store.lease("desk", now=NOW, until=at(1))


@given(st.binary(max_size=200), st.integers(0, 300))
def test_whatever_a_power_cut_left_in_the_file_no_receipt_is_invented(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, start: int
) -> None:
    path = tmp_path_factory.mktemp("noise") / "pactwatch.db"
    true = {number: bytes([number]) * 12 for number in range(1, 8)}
    written = Receipts(path)
    written.open()
    written.expect(true.items())
    written.put(list(true), at(1))
    written.close()
    with receipts_of(path).open("r+b") as file:
        file.seek(start)
        file.write(noise)
    for receipt in left(path):
        assert receipt == Receipt(receipt.delivery, at(1), true[receipt.delivery])


def test_more_receipts_than_there_is_room_for_are_not_kept_and_break_nothing(path: Path) -> None:
    receipts = Receipts(path)
    receipts.open()
    many = range(1, 3000)
    receipts.expect((number, b"m" * 12) for number in many)
    receipts.put(list(many), NOW + timedelta(microseconds=1))
    kept = [one.delivery for one in receipts]
    assert kept == list(many)[: len(kept)]
    assert 1000 < len(kept) < len(many)
    receipts.forget(kept)
    assert list(left(path)) == []


def receipts_of(path: Path) -> Path:
    return path.with_name(path.name + ".sent")


def left(path: Path) -> Receipts:
    receipts = Receipts(path)
    receipts.open()
    return receipts


def test_the_lease_of_another_channel_notes_what_is_being_noted_with_how_long_it_took(
    store: Store, path: Path
) -> None:
    keep_alert(store, "1", "desk", "digest")
    (desk,) = store.lease("desk", now=NOW, until=at(1))
    (digest,) = store.lease("digest", now=NOW, until=at(1))
    with held(path):
        for one, seconds in ((desk, 0.1), (digest, 0.1)):
            with pytest.raises(StoreError, match="another process holds"):
                store.delivered([one.id], now=at(0.5), seconds=seconds, refused="of one")
    store.lease("board", now=at(0.6), until=at(1))
    store.delivered([desk.id], now=at(0.5), seconds=0.1)  # as its own thread does then
    for one in (desk, digest):
        assert [(tried.ok, tried.seconds) for tried in store.attempts(one.id)] == [(True, 0.1)]
    for channel in ("desk", "digest"):
        assert store.taken(channel, NOW, at(9), limit=5) == [at(0.5)]
        assert store.last_refused(channel) is None  # nobody was told of it: it is news again
