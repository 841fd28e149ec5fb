"""Since when each watch is as it is."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0013_watches"
_SQL: Final = """
-- What each watch asks for, and since when it has asked for that.
CREATE TABLE watches (
    name TEXT PRIMARY KEY,
    definition TEXT NOT NULL,          -- JSON of what is not usual
    since TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
