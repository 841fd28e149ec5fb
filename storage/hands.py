"""What people joined and parted. Who belongs where is judged elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final

from sqlite_utils import Database

from pacts.model import Story
from storage.codec import story_to_json
from storage.door import Door, rows, table
from storage.values import clean, json_list, json_text, time_text

_PARTED: Final = """
    SELECT story_id, other_id FROM parted
    WHERE story_id IN (SELECT value FROM json_each(:ids))
        AND other_id IN (SELECT value FROM json_each(:ids))
"""
_JOINED: Final = """
    SELECT story_id FROM joined WHERE story_id IN (SELECT value FROM json_each(:ids))
"""
_BY_HAND: Final = """
    SELECT story_id FROM joined WHERE story_id IN (SELECT value FROM json_each(:ids))
    UNION SELECT story_id FROM parted WHERE story_id IN (SELECT value FROM json_each(:ids))
    UNION SELECT other_id FROM parted WHERE other_id IN (SELECT value FROM json_each(:ids))
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
        if len(story_ids) < 2:
            return frozenset()
        with self._reading() as db:
            found = rows(db, _PARTED, {"ids": json_list(story_ids)})
        return frozenset((row["story_id"], row["other_id"]) for row in found)

    def joined(self, story_ids: Collection[int]) -> frozenset[int]:
        """Those of these stories that somebody made of two."""
        with self._reading() as db:
            found = rows(db, _JOINED, {"ids": json_list(story_ids)})
        return frozenset(row["story_id"] for row in found)

    def made_by_hand(self, story_ids: Collection[int]) -> frozenset[int]:
        """Those of these stories that somebody joined or parted."""
        with self._reading() as db:
            found = rows(db, _BY_HAND, {"ids": json_list(story_ids)})
        return frozenset(row["story_id"] for row in found)

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
