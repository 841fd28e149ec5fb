"""What tells that an article copies another one."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0009_copies"
_SQL: Final = """
-- The agency that the article credits, and a sketch of its text in hexadecimal digits; empty for
-- events that were stored before these columns.
ALTER TABLE events ADD COLUMN agency TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN sketch TEXT NOT NULL DEFAULT '';

DROP VIEW sightings;
CREATE VIEW sightings AS
    SELECT events.id, item_id, story_id, position, sources.name AS source, items.key AS item,
        events.kind, events.status, events.trust, events.url, events.title, events.published,
        recorded_at, event, agency, sketch
    FROM events JOIN items ON items.id = item_id JOIN sources ON sources.id = source_id;
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
