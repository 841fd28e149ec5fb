"""Every public method of the store turns every refusal of SQLite into a StoreError.

A method added to the store and not to ``storecalls`` fails the first test here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from holder import held
from storecalls import CALLS, READERS, WRITERS, fill

from pacts.errors import StoreError
from storage.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pactwatch.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, wait=0.02) as store:
        fill(store)
        yield store


def test_every_public_method_is_in_the_table() -> None:
    public = {name for name in dir(Store) if not name.startswith("_")}
    assert public - {"open", "close"} == set(CALLS)


def test_every_method_works_on_a_database_that_is_well(store: Store) -> None:
    for call in CALLS.values():
        call(store)


def test_every_method_of_a_closed_store_says_that_it_is_closed(store: Store) -> None:
    store.close()
    for name, call in CALLS.items():
        with pytest.raises(StoreError, match=r"the database is closed$"):
            print(name, call(store))


def test_writing_gives_up_on_a_database_held_for_too_long_and_reading_goes_on(
    store: Store, path: Path
) -> None:
    with held(path):
        for name, call in WRITERS.items():
            with pytest.raises(StoreError, match="another process holds the database"):
                print(name, call(store))
        for call in READERS.values():
            call(store)


def test_every_method_but_an_empty_transaction_reports_tables_that_are_gone(
    store: Store, path: Path
) -> None:
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA foreign_keys = OFF")
    for kind in ("view", "table"):
        sql = "SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite%'"
        for (name,) in conn.execute(sql, (kind,)).fetchall():
            conn.execute(f"DROP {kind} {name}")
    conn.close()
    for name, call in CALLS.items():
        if name != "transaction":
            with pytest.raises(StoreError, match=r"SQLITE_ERROR|is gone from"):
                print(name, call(store))


def test_every_method_reports_a_damaged_file(store: Store, path: Path) -> None:
    store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))
    with Store.open(path, wait=0.02) if _opens(path) else store as damaged:
        damaged._db.execute("PRAGMA cache_size = 0")
        for name in ("stories", "alerts", "deliveries", "source_states", "as_before", "heartbeat"):
            with pytest.raises(StoreError, match=r"damaged|reports an error"):
                print(name, CALLS[name](damaged))


def _opens(path: Path) -> bool:
    try:
        Store.open(path, wait=0.02).close()
    except StoreError:
        return False
    return True
