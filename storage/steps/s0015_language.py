"""The language that each quote is in."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0015_language"
_SQL: Final = """
-- The language of the article; empty where it is not known, and for events stored before.
ALTER TABLE events ADD COLUMN language TEXT NOT NULL DEFAULT '';

DROP VIEW sightings;
CREATE VIEW sightings AS
    SELECT events.id, item_id, story_id, position, sources.name AS source, items.key AS item,
        events.kind, events.status, events.trust, events.url, events.title, events.published,
        recorded_at, event, agency, sketch, events.language
    FROM events JOIN items ON items.id = item_id JOIN sources ON sources.id = source_id;
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
