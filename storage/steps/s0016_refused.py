"""Why some of those who should have got a message did not."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0016_refused"
_SQL: Final = """
ALTER TABLE messages ADD COLUMN refused TEXT;          -- null when nobody was
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
