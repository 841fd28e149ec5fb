from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from holder import held
from storyparts import NOW, SOURCES, a_story, an_article, at, keep, keep_alert, unseen

from pacts.errors import StoreError
from storage.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pactwatch.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as store:
        store.register_sources(SOURCES, NOW)
        yield store


def keys(store: Store) -> list[str]:
    return [article.key for _, article in store.articles()]


def add(store: Store, key: str) -> None:
    store.add_article(an_article(key), now=NOW, baseline=False)


def fail_after(store: Store, work: Callable[[], object]) -> None:
    with store.transaction():
        work()
        raise ZeroDivisionError


def test_a_transaction_that_ends_well_keeps_all_of_it(store: Store) -> None:
    with store.transaction():
        add(store, "1")
        with store.transaction():
            add(store, "2")
    assert keys(store) == ["1", "2"]


def test_a_transaction_that_raises_keeps_nothing_of_it(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_after(store, lambda: keep_alert(store))
    assert (keys(store), store.stories(), store.alerts(), store.deliveries()) == ([], [], [], [])
    assert store.source_state("alpha").items == 0
    add(store, "1")
    assert keys(store) == ["1"]


def test_an_inner_transaction_that_raises_undoes_itself_only(store: Store) -> None:
    with store.transaction():
        add(store, "1")
        with pytest.raises(ZeroDivisionError):
            fail_after(store, lambda: add(store, "2"))
        add(store, "3")
    assert keys(store) == ["1", "3"]


def test_an_outer_transaction_that_raises_undoes_the_inner_one(store: Store) -> None:
    def in_a_transaction() -> None:
        with store.transaction():
            add(store, "1")

    with pytest.raises(ZeroDivisionError):
        fail_after(store, in_a_transaction)
    assert keys(store) == []


def test_a_method_that_fails_leaves_nothing_of_itself_in_the_transaction(store: Store) -> None:
    with store.transaction():
        add(store, "2")
        with pytest.raises(StoreError, match="not stored"):
            store.save_story(a_story(), now=NOW)
    assert keys(store) == ["2"]
    assert store.stories() == []


def test_reading_inside_a_transaction_sees_what_it_wrote(store: Store) -> None:
    with store.transaction():
        story = keep(store, a_story())
        assert store.stories() == [story]
        add(store, "2")
        assert keys(store) == ["1", "2"]


def test_threads_take_turns_and_what_is_acknowledged_is_there(store: Store, path: Path) -> None:
    acknowledged: list[str] = []
    failures: list[StoreError] = []

    def work(name: int) -> None:
        try:
            for number in range(40):
                key = f"{name}-{number}"
                if number % 4 == 3:
                    with suppress(ZeroDivisionError):
                        fail_after(store, partial(add, store, key))
                else:
                    with store.transaction():
                        add(store, key)
                        unseen(store, [])
                    acknowledged.append(key)
        except StoreError as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Store.open(path, read_only=True) as other:
        assert sorted(keys(other)) == sorted(acknowledged)
    assert store.source_state("alpha").items == len(acknowledged) == 120


def test_another_thread_waits_for_the_end_of_a_transaction(store: Store) -> None:
    seen: list[list[str]] = []
    reader = threading.Thread(target=lambda: seen.append(keys(store)))
    with store.transaction():
        add(store, "1")
        reader.start()
        reader.join(0.05)
        assert reader.is_alive()
        add(store, "2")
    reader.join()
    assert seen == [["1", "2"]]


def test_a_writer_waits_for_another_process_and_then_writes(path: Path, store: Store) -> None:
    done = threading.Event()

    def write() -> None:
        with store.transaction():
            add(store, "1")
        done.set()

    writer = threading.Thread(target=write)
    with held(path):
        started = time.monotonic()
        writer.start()
        assert not done.wait(0.3)
    writer.join(10)
    assert done.is_set()
    assert time.monotonic() - started >= 0.3
    assert keys(store) == ["1"]


def test_after_a_wait_too_long_the_store_goes_on_working(path: Path) -> None:
    with Store.open(path, wait=0.05) as store:
        store.register_sources(SOURCES, NOW)
        with held(path):
            with pytest.raises(StoreError, match="another process holds the database"):
                add(store, "1")
            assert keys(store) == []
        add(store, "1")
        store.put_off_items("alpha", at(1))
        assert keys(store) == ["1"]


def test_a_commit_that_cannot_be_is_undone(store: Store) -> None:
    def break_the_rules_at_the_end() -> None:
        with store.transaction():
            store._db.conn.execute("PRAGMA defer_foreign_keys = ON")
            add(store, "1")
            store._db.conn.execute("UPDATE items SET source_id = 99")

    with pytest.raises(StoreError, match="FOREIGNKEY"):
        break_the_rules_at_the_end()
    assert keys(store) == []
    add(store, "2")
    assert keys(store) == ["2"]


def test_an_error_says_what_is_the_matter_and_chains_the_cause(store: Store, path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        store.article(2**70)
    assert str(refused.value) == f"{path}: a value cannot be stored or read back (OverflowError)"
    assert isinstance(refused.value.__cause__, OverflowError)


def test_what_a_full_disk_undid_is_not_begun_anew_half_way(store: Store) -> None:
    with pytest.raises(StoreError, match="was undone"), store.transaction():  # noqa: PT012 - it goes on after
        store._db.conn.execute("ROLLBACK")  # as SQLite itself does when there is no room
        store.heartbeat(NOW)
    assert store.last_heartbeat() is None
    store.heartbeat(NOW)
    assert store.last_heartbeat() == NOW
