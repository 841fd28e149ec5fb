"""What people joined and parted."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0014_hands"
_SQL: Final = """
-- Stories that somebody parted: no sighting makes them one again.
CREATE TABLE parted (
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    comment TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (story_id, other_id),
    CHECK (story_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX parted_other ON parted (other_id);

-- Stories that somebody made of two.
CREATE TABLE joined (
    story_id INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    comment TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

-- Alerts of a story that count for the one split off it, as if they had told that one.
CREATE TABLE inherited (
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    alert_id INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    story TEXT NOT NULL,               -- JSON, as in alerts
    PRIMARY KEY (story_id, alert_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX inherited_alert ON inherited (alert_id);
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
