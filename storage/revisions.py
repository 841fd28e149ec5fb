"""Revisions: what an item said before its article was edited."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from pacts.errors import StoreError
from pacts.model import Article, Story
from storage.door import Door, rows
from storage.item_rows import article_row
from storage.memory import remember_text
from storage.records import Revision
from storage.story_rows import load_stories
from storage.values import time_of, time_or_none, time_text

_KEEP: Final = """
    INSERT INTO revisions (item_id, replaced_at, url, title, published, text)
    SELECT id, :now, url, title, published, text FROM items
    WHERE source_id = :source_id AND key = :key AND text IS NOT NULL
"""
_REPLACE: Final = """
    UPDATE items SET state = 'seen', reason = NULL, summary = NULL, url = :url, title = :title,
        published = :published, published_by = :published_by, language = :language,
        trust = :trust, signs = :signs, text = :text, text_hash = :text_hash
    WHERE source_id = :source_id AND key = :key AND settled_at IS NOT NULL
    RETURNING id
"""
_REREAD: Final = """
    UPDATE listed SET rereads = rereads + 1, reread_at = ? WHERE item_id = ?
"""
_STORIES: Final = "SELECT DISTINCT story_id FROM events WHERE item_id = ? ORDER BY story_id"
_REVISIONS: Final = "SELECT * FROM revisions WHERE item_id = ? ORDER BY id"


class Revisions(Door):
    def revise_article(self, article: Article, *, now: datetime) -> None:
        """Replace the text of a settled item; what it said before is kept as a revision.

        Raises StoreError when no item of this key is settled.
        """
        with self._writing() as db:
            values = article_row(db, article, now, baseline=False)
            db.execute(_KEEP, values)
            found = rows(db, _REPLACE, values)
            if not found:
                raise StoreError(f"{self._path}: the item {article.key!r} has no text to revise")
            remember_text(db, values["source_id"], found[0]["id"], article)

    def reread(self, item_id: int, *, now: datetime) -> None:
        """Note that the page of an item was asked for again, whatever came of it."""
        with self._writing() as db:
            db.execute(_REREAD, (time_text(now), item_id))

    def revisions(self, item_id: int) -> list[Revision]:
        """What an item said before, the oldest first."""
        with self._reading() as db:
            return [
                Revision(
                    time_of(row["replaced_at"]),
                    row["url"],
                    row["title"],
                    time_or_none(row["published"]),
                    row["text"],
                )
                for row in rows(db, _REVISIONS, (item_id,))
            ]

    def stories_of(self, item_id: int) -> list[Story]:
        """The stories that an item tells, by id."""
        with self._reading() as db:
            ids = [row["story_id"] for row in rows(db, _STORIES, (item_id,))]
            return load_stories(db, ids)
