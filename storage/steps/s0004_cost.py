"""How often a source is asked."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0004_cost"
_SQL: Final = """
-- How often a source is asked, and when it last gave its whole list.
ALTER TABLE sources ADD COLUMN hits REAL NOT NULL DEFAULT 0;             -- polls with news
ALTER TABLE sources ADD COLUMN watched_seconds REAL NOT NULL DEFAULT 0;  -- what they looked back on
ALTER TABLE sources ADD COLUMN last_whole TEXT;
UPDATE sources SET last_whole = last_success;
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
