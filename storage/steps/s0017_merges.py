"""Which stories became part of which."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0017_merges"
_SQL: Final = """
-- A story that turned out to be another one, or was joined to it by hand; its number is free.
CREATE TABLE merges (
    id INTEGER PRIMARY KEY,
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    dropped INTEGER NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX merges_story ON merges (story_id);
CREATE INDEX merges_dropped ON merges (dropped);
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
