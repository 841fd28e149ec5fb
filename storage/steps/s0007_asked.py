"""How a source was configured."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0007_asked"
_SQL: Final = """
-- How a source was configured when it was last made known: JSON of what is not usual.
CREATE TABLE source_asked (
    name TEXT PRIMARY KEY,
    reading TEXT NOT NULL,             -- what decides what its list gives
    timing TEXT NOT NULL               -- and how often it is asked
) STRICT, WITHOUT ROWID;
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
