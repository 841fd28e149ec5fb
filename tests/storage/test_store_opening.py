from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from holder import held
from storyparts import NOW, SOURCES, an_article, an_item, keep_alert, unseen

from pacts.errors import StoreError
from storage.store import Store

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pactwatch.db"


def ask(path: Path, sql: str) -> list[tuple[object, ...]]:
    conn = sqlite3.connect(path)
    found = conn.execute(sql).fetchall()
    conn.commit()
    conn.close()
    return found


def test_opening_makes_the_folder_and_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a name with ? and % and #.db"
    with Store.open(path) as store:
        assert store.stories() == []
    assert path.exists()
    assert ask(path, "PRAGMA journal_mode") == [("wal",)]
    tables = ask(path, "SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    ours = {name: strict for name, strict in tables if not str(name).startswith(("sqlite", "_"))}
    assert set(ours.values()) == {1}
    assert {"sources", "items", "events", "stories", "alerts", "deliveries"} <= set(ours)


def test_the_names_of_migrations_are_stable(path: Path) -> None:
    Store.open(path).close()
    names = ask(path, "SELECT migration_set, name FROM _sqlite_migrations ORDER BY id")
    assert names == [
        ("pactwatch", "0001_first"),
        ("pactwatch", "0002_marks"),
        ("pactwatch", "0003_health"),
        ("pactwatch", "0004_cost"),
        ("pactwatch", "0005_identity"),
        ("pactwatch", "0006_published_by"),
        ("pactwatch", "0007_asked"),
        ("pactwatch", "0008_cautions"),
        ("pactwatch", "0009_copies"),
        ("pactwatch", "0010_waits"),
        ("pactwatch", "0011_dealings"),
        ("pactwatch", "0012_decisions"),
        ("pactwatch", "0013_watches"),
        ("pactwatch", "0014_hands"),
        ("pactwatch", "0015_language"),
        ("pactwatch", "0016_refused"),
        ("pactwatch", "0017_merges"),
    ]


def test_a_database_from_before_the_marks_is_brought_up_to_date(path: Path) -> None:
    with Store.open(path) as store:
        store.register_sources(SOURCES, NOW)
        keep_alert(store)
        before = store.stories()
    ask(path, "DROP TABLE marks")
    ask(path, "DELETE FROM _sqlite_migrations WHERE name = '0002_marks'")
    with pytest.raises(StoreError, match="older version"):
        Store.open(path, read_only=True)
    with Store.open(path) as store:
        assert (store.stories(), store.marks()) == (before, [])


def test_items_from_before_the_names_are_known_by_their_keys_and_their_pages(path: Path) -> None:
    with Store.open(path) as store:
        store.register_sources(SOURCES, NOW)
        store.add_article(an_article("urn:1"), now=NOW, baseline=False)
    for gone in ("TABLE identities", "TABLE listed", "TABLE revisions"):
        ask(path, f"DROP {gone}")
    for gone in ("missed", "missed_at", "missed_told"):
        ask(path, f"ALTER TABLE source_health DROP COLUMN {gone}")
    ask(path, "DELETE FROM _sqlite_migrations WHERE name = '0005_identity'")
    with Store.open(path) as store:
        title = "Title urn:1"
        assert unseen(store, [an_item("urn:1", guid="urn:1", title="Edited since")]) == []
        assert (
            unseen(store, [an_item("2", guid="2", address="alpha.example/urn:1", title=title)])
            == []
        )
        assert unseen(store, [an_item("3", guid="3", address="alpha.example/3", title=title)])


def test_the_connection_is_as_safe_as_it_must_be(path: Path) -> None:
    with Store.open(path) as store:
        pragmas = {
            name: store._db.conn.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("foreign_keys", "synchronous", "journal_mode", "busy_timeout")
        }
    assert pragmas == {
        "foreign_keys": 1,
        "synchronous": 2,  # FULL
        "journal_mode": "wal",
        "busy_timeout": 10_000,
    }


def test_opening_again_finds_what_was_stored(path: Path) -> None:
    with Store.open(path) as store:
        store.register_sources(SOURCES, NOW)
        keep_alert(store)
        before = (store.stories(), store.alerts(), store.deliveries(), list(store.articles()))
    with Store.open(path) as store:
        after = (store.stories(), store.alerts(), store.deliveries(), list(store.articles()))
    assert after == before


def test_closing_twice_is_fine(path: Path) -> None:
    store = Store.open(path)
    store.close()
    store.close()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_newer_version_is_refused_and_left_alone(path: Path, read_only: bool) -> None:
    Store.open(path).close()
    ask(
        path,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('pactwatch', '0099_future', '2030')",
    )
    before = path.read_bytes()
    with pytest.raises(StoreError, match="written by a newer version"):
        Store.open(path, read_only=read_only)
    assert path.read_bytes() == before


@pytest.mark.parametrize("read_only", [True, False])
def test_a_database_of_another_program_is_refused_and_left_alone(
    path: Path, read_only: bool
) -> None:
    ask(path, "CREATE TABLE places (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store.open(path, read_only=read_only)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("dear diary, " * 500)
    with pytest.raises(StoreError, match="not a database"):
        Store.open(path)
    assert path.read_text().startswith("dear diary")


def test_a_place_that_cannot_hold_a_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="place cannot be used"):
        Store.open(tmp_path / "file" / "pactwatch.db")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(tmp_path)


# --- reading only --------------------------------------------------------------------------


def test_a_reader_needs_a_database(path: Path) -> None:
    with pytest.raises(StoreError, match="there is no database"):
        Store.open(path, read_only=True)
    assert not path.exists()


def test_a_reader_does_not_migrate(path: Path) -> None:
    path.touch()
    with pytest.raises(StoreError, match="older version"):
        Store.open(path, read_only=True)
    assert path.read_bytes() == b""


def test_a_reader_sees_what_the_writer_commits_and_writes_nothing(path: Path) -> None:
    with Store.open(path) as store, Store.open(path, read_only=True) as reader:
        store.register_sources(SOURCES, NOW)
        keep_alert(store)
        assert reader.stories() == store.stories()
        assert reader.deliveries() == store.deliveries()
        for write in (
            lambda: reader.heartbeat(NOW),
            lambda: reader.add_article(an_article("9"), now=NOW, baseline=False),
            reader.release_leases,
        ):
            with pytest.raises(StoreError, match="for reading only"):
                write()
        with pytest.raises(StoreError, match="for reading only"), reader.transaction():
            pass
        # The connection itself would refuse as well.
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader._db.conn.execute("DELETE FROM items")


def test_a_reader_does_not_see_half_a_transaction(path: Path) -> None:
    with Store.open(path) as store, Store.open(path, read_only=True) as reader:
        store.register_sources(SOURCES, NOW)
        with store.transaction():
            keep_alert(store)
            assert len(store.alerts()) == 1
            assert reader.alerts() == []
        assert len(reader.alerts()) == 1


# --- several processes ---------------------------------------------------------------------


def test_a_database_that_is_held_by_another_process_is_a_plain_error(path: Path) -> None:
    Store.open(path).close()
    exclusively = {"before": "PRAGMA locking_mode = EXCLUSIVE", "take": "BEGIN EXCLUSIVE"}
    with held(path, **exclusively), pytest.raises(StoreError, match="another process holds"):
        Store.open(path, wait=0.05)


_WRITE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from storyparts import NOW, an_article
from storage.store import Store

with Store.open(Path(sys.argv[1])) as store:
    name = sys.argv[2]
    if not any(state.name == name for state in store.source_states()):
        with store.transaction():
            known = [(state.name, "feed", "u") for state in store.source_states()]
            store.register_sources([*known, (name, "feed", "u")], NOW)
    for number in range(80):
        with store.transaction():
            store.add_article(an_article(str(number), name), now=NOW, baseline=False)
            store.heartbeat(NOW)
"""


def test_processes_that_start_and_write_at_once_wait_for_one_another(path: Path) -> None:
    places = os.pathsep.join([str(ROOT), str(ROOT / "tests" / "support")])
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITE, str(path), name],
            env={**os.environ, "PYTHONPATH": places},
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "two", "three")
    ]
    for writer in writers:
        _, said = writer.communicate(timeout=60)
        assert (writer.returncode, said) == (0, "")
    with Store.open(path, read_only=True) as store:
        assert {state.name: state.items for state in store.source_states()} == {
            "one": 80,
            "two": 80,
            "three": 80,
        }
