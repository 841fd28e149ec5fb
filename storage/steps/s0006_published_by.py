"""What dated an article."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0006_published_by"
_SQL: Final = """
-- What dated an article (pacts.terms.PublishedBy); null where nothing did, or before this column.
ALTER TABLE items ADD COLUMN published_by TEXT;

DROP VIEW articles;
CREATE VIEW articles AS
    SELECT items.id, sources.name AS source, key, items.url, title, text, summary, published,
        published_by, language, trust, first_seen
    FROM items JOIN sources ON sources.id = source_id WHERE settled_at IS NOT NULL;
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
