"""A database as the first version of Pactwatch left it, with something in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from pacts.terms import Reason
from storage import schema

FIRST = "0001_first"
ITEMS = 400
NOTICE = "A notice of long ago"
"""The headline of an alert that still waits to be sent."""


def make(path: Path, *, channels: tuple[str, ...]) -> None:
    """An outlet with many articles, and an alert that waits for each of ``channels``."""
    second = sorted(schema.missing(Database(memory=True)))[1]
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = wal")
        db = Database(conn, execute_plugins=False)
        schema.migrations.apply(db, stop_before=second)
        assert schema.applied(db) == {FIRST}
        conn.execute("BEGIN")
        then = "2030-12-24T12:00:00.000000+00:00"
        conn.execute(
            "INSERT INTO sources (id, name, kind, url, next_check, baselined_at, items) VALUES"
            " (1, 'gone', 'feed', 'https://gone.example/feed', ?, ?, ?)",
            (then, then, ITEMS),
        )
        conn.executemany(
            "INSERT INTO items (source_id, key, state, baseline, first_seen, settled_at, url,"
            " title, text_hash, text) VALUES (1, ?, 'seen', 0, ?, ?, ?, ?, ?, ?)",
            [
                (f"urn:{n}", then, then, f"https://gone.example/{n}", f"Title {n}", f"{n}", "Rain.")
                for n in range(ITEMS)
            ],
        )
        conn.execute(
            "INSERT INTO alerts (id, reason, sends, priority, created_at, headline, detail,"
            " watches, channels, matched) VALUES (1, ?, 1, 'normal', ?, ?, 'It waits.', '[]', ?,"
            " '[]')",
            (Reason.OPERATOR.value, then, NOTICE, str(list(channels)).replace("'", '"')),
        )
        conn.executemany(
            "INSERT INTO deliveries (alert_id, channel, state, not_before, created_at)"
            " VALUES (1, ?, 'waiting', ?, ?)",
            [(channel, then, then) for channel in channels],
        )
        conn.execute("COMMIT")
