"""What an alert says beside its story."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0008_cautions"
_SQL: Final = """
-- JSON arrays of sentences: what was doubtful when the alert was made, and what had led to it.
ALTER TABLE alerts ADD COLUMN cautions TEXT NOT NULL DEFAULT '[]';
ALTER TABLE alerts ADD COLUMN background TEXT NOT NULL DEFAULT '[]';
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
