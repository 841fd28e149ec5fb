"""Marks: what people said of stories, kept with all that a later extraction is judged by."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from sqlite_utils import Database

from pacts.codec import event_from_json, event_to_json
from pacts.errors import StoreError
from pacts.model import Article, Sighting
from storage.codec import article_from_json, article_to_json
from storage.door import Door, insert, rows, table
from storage.item_rows import article_of
from storage.records import Mark
from storage.story_rows import load_stories
from storage.values import clean, json_list, json_text, time_of, time_text

_RIGHT: Final = "right"
_WRONG: Final = "wrong"


class Marks(Door):
    def mark_story(self, story_id: int, *, right: bool, comment: str, now: datetime) -> Mark:
        """Keep the article that a story quotes, and its event, as right or as wrong.

        What was said of the story before is replaced. Raises StoreError when there is no story
        of that id.
        """
        with self._writing() as db:
            found = load_stories(db, [story_id])
            if not found:
                raise StoreError(f"{self._path}: there is no story {story_id}")
            lead = found[0].lead
            row = {
                "story_id": story_id,
                "verdict": _RIGHT if right else _WRONG,
                "comment": clean(comment),
                "created_at": time_text(now),
                "article": json_text(article_to_json(_article(db, lead))),
                "event": json_text(event_to_json(lead.event)),
            }
            db.execute("DELETE FROM marks WHERE story_id = ?", (story_id,))
            return mark_of({"id": insert(db, "marks", row), **row})

    def unmark_story(self, story_id: int) -> bool:
        """Forget what was said of a story; False when nothing was."""
        with self._writing() as db:
            table(db, "marks")
            gone = db.execute("DELETE FROM marks WHERE story_id = ?", (story_id,))
            return bool(gone.rowcount)

    def marks(self) -> list[Mark]:
        """Every mark, the oldest first."""
        with self._reading() as db:
            return [mark_of(row) for row in rows(db, "SELECT * FROM marks ORDER BY id")]

    def marks_of(self, story_ids: Collection[int]) -> dict[int, Mark]:
        """The marks of these stories; of a story made of two marked ones, the latest."""
        sql = """
            SELECT * FROM marks WHERE story_id IN (SELECT value FROM json_each(?)) ORDER BY id
        """
        with self._reading() as db:
            found = rows(db, sql, (json_list(sorted(story_ids)),))
            return {row["story_id"]: mark_of(row) for row in found}


def _article(db: Database, lead: Sighting) -> Article:
    sql = "SELECT * FROM articles WHERE source = ? AND key = ?"
    found = rows(db, sql, (clean(lead.source), clean(lead.item)))
    if not found:
        raise StoreError(f"the article {lead.item!r} of {lead.source!r} is not stored any more")
    return article_of(found[0])


def mark_of(row: dict[str, Any]) -> Mark:
    return Mark(
        id=row["id"],
        right=row["verdict"] == _RIGHT,
        comment=row["comment"],
        article=article_from_json(json.loads(row["article"])),
        event=event_from_json(json.loads(row["event"])),
        created=time_of(row["created_at"]),
        story=row["story_id"],
    )
