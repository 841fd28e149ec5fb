"""What people said of stories."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0002_marks"
_SQL: Final = """
-- What people said of stories. Article and event are copies: they stay when items are pruned.
CREATE TABLE marks (
    id INTEGER PRIMARY KEY,
    story_id INTEGER REFERENCES stories (id) ON DELETE SET NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong')),
    comment TEXT NOT NULL,
    created_at TEXT NOT NULL,
    article TEXT NOT NULL,             -- JSON, as in alerts
    event TEXT NOT NULL                -- JSON of pacts.codec
) STRICT;
CREATE INDEX marks_story ON marks (story_id);
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
