"""What people joined and parted. Who belongs where is judged elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final

from sqlite_utils import Database

from pacts.model import Story
from storage.codec import story_to_json
from storage.door import Door, rows, table
from storage.values import clean, json_text, time_text

# Hands make few rows: to read them all costs less than to ask for thousands of candidates.
_PARTED: Final = "SELECT story_id, other_id FROM parted"
_JOINED: Final = "SELECT story_id FROM joined"
_HANDS: Final = """
    SELECT NULL AS other, comment FROM joined WHERE story_id = :id
    UNION ALL SELECT other_id, comment FROM parted WHERE story_id = :id
    UNION ALL SELECT story_id, comment FROM parted WHERE other_id = :id
"""
# What was parted from a story is parted from what is split off it, or what it becomes part of.
_PART_ALSO: Final = """
    INSERT OR IGNORE INTO parted (story_id, other_id, comment, created_at)
    SELECT min(:new, third), max(:new, third), comment, created_at FROM (
        SELECT CASE story_id WHEN :old THEN other_id ELSE story_id END AS third,
            comment, created_at
        FROM parted WHERE story_id = :old OR other_id = :old)
    WHERE third <> :new
"""
_MOVE_JOINED: Final = """
    INSERT OR IGNORE INTO joined (story_id, comment, created_at)
    SELECT :keep, comment, created_at FROM joined WHERE story_id = :drop
"""
_MOVE_INHERITED: Final = """
    INSERT OR IGNORE INTO inherited (story_id, alert_id, story)
    SELECT :keep, alert_id, inherited.story FROM inherited JOIN alerts ON alerts.id = alert_id
    WHERE inherited.story_id = :drop AND alerts.story_id NOT IN (:keep, :drop)
"""
_OWN_ALERTS: Final = """
    DELETE FROM inherited WHERE story_id = :keep
        AND alert_id IN (SELECT id FROM alerts WHERE story_id IN (:keep, :drop))
"""


class Hands(Door):
    def parted(self, story_ids: Collection[int]) -> frozenset[tuple[int, int]]:
        """Which of these stories somebody parted, each pair with the lower id first."""
        with self._reading() as db:
            pairs = [(row["story_id"], row["other_id"]) for row in rows(db, _PARTED)]
        asked = set(story_ids) if pairs else set[int]()
        return frozenset(pair for pair in pairs if asked.issuperset(pair))

    def joined(self, story_ids: Collection[int]) -> frozenset[int]:
        """Those of these stories that somebody made of two."""
        with self._reading() as db:
            return frozenset(row["story_id"] for row in rows(db, _JOINED)).intersection(story_ids)

    def made_by_hand(self, story_ids: Collection[int]) -> frozenset[int]:
        """Those of these stories that somebody joined or parted."""
        with self._reading() as db:
            touched = {row["story_id"] for row in rows(db, _JOINED)}
            touched.update(*(row.values() for row in rows(db, _PARTED)))
        return frozenset(touched.intersection(story_ids))

    def hands_of(self, story_id: int) -> list[tuple[int | None, str]]:
        """What people did to a story, each with their comment.

        The number of the story that it was parted from; None where it was made of two.
        """
        with self._reading() as db:
            found = rows(db, _HANDS, {"id": story_id})
        return [(row["other"], row["comment"]) for row in found]

    def keep_joined(self, story_id: int, *, comment: str, now: datetime) -> None:
        """Note that somebody made a story of two."""
        with self._writing() as db:
            row = {"story_id": story_id, "comment": clean(comment), "created_at": time_text(now)}
            table(db, "joined").upsert(row, pk="story_id")

    def keep_parted(
        self,
        story_id: int,
        other_id: int,
        inherits: Mapping[int, Story],
        *,
        comment: str,
        now: datetime,
    ) -> None:
        """Note that somebody split ``other_id`` off ``story_id``.

        ``inherits`` are alerts of the latter that count as alerts of the former, each with the
        story that it is then taken to have told.
        """
        with self._writing() as db:
            first, last = sorted((story_id, other_id))
            said = {"comment": clean(comment), "created_at": time_text(now)}
            row = {"story_id": first, "other_id": last, **said}
            table(db, "parted").upsert(row, pk=("story_id", "other_id"))
            db.execute(_PART_ALSO, {"old": story_id, "new": other_id})
            told = [
                {"story_id": other_id, "alert_id": alert, "story": json_text(story_to_json(story))}
                for alert, story in inherits.items()
            ]
            if told:
                table(db, "inherited").upsert_all(told, pk=("story_id", "alert_id"))


def move_hands(db: Database, keep: int, drop: int) -> None:
    """Before ``drop`` is merged into ``keep``: what was done to it by hand goes along."""
    db.execute(_PART_ALSO, {"old": drop, "new": keep})
    for sql in (_MOVE_JOINED, _MOVE_INHERITED, _OWN_ALERTS):
        db.execute(sql, {"keep": keep, "drop": drop})
