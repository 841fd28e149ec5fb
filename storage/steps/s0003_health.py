"""How sources are doing."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0003_health"
_SQL: Final = """
-- How a source is doing beyond its last poll. A source without a row has given no cause for one.
CREATE TABLE source_health (
    source_id INTEGER PRIMARY KEY REFERENCES sources (id),
    rung TEXT NOT NULL DEFAULT 'ok',
    weight REAL NOT NULL DEFAULT 0,    -- of the failures in a row
    since TEXT,                        -- the first of them
    failure TEXT,                      -- the name of the last one
    told INTEGER NOT NULL DEFAULT 0,   -- the operator knows of this fall
    quiet_since TEXT,                  -- the operator knows that nothing new comes
    drift TEXT,                        -- why the listing no longer looks as it did
    drift_since TEXT,
    suspect INTEGER NOT NULL DEFAULT 0,
    shapes TEXT NOT NULL DEFAULT '[]', -- JSON: what the latest listings looked like
    held_at TEXT,
    held_why TEXT,
    released_at TEXT,                  -- articles before it no longer count against the source
    site TEXT NOT NULL DEFAULT '',     -- what its pages call the site
    site_seen INTEGER NOT NULL DEFAULT 0,
    moved_to TEXT                      -- the operator knows that it has moved there
) STRICT;
CREATE INDEX source_health_since ON source_health (since) WHERE since IS NOT NULL;

ALTER TABLE items ADD COLUMN signs TEXT;  -- JSON array; null for an article without any
CREATE INDEX items_source_seen ON items (source_id, first_seen);
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
