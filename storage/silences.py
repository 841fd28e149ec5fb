"""Silences: what is not to be sent until when."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Final

from pacts.model import Silence
from storage.door import Door, insert, rows
from storage.values import clean, clean_or_none, json_list, time_of, time_text

# An alert on plain keywords has no story: each is one of its own.
_SILENCED: Final = """
    SELECT silence_id, count(DISTINCT coalesce(story_id, -id)) AS number FROM alerts
    WHERE silence_id IS NOT NULL GROUP BY silence_id
"""


class Silences(Door):
    def add_silence(self, silence: Silence, *, now: datetime) -> int:
        """Keep a silence and return its id; an id that it already has is ignored."""
        with self._writing() as db:
            return insert(db, "silences", _row(silence, now))

    def silences(self, now: datetime) -> list[Silence]:
        """Those still in force at ``now``, the oldest first."""
        sql = "SELECT * FROM silences WHERE until > ? ORDER BY id"
        with self._reading() as db:
            return [silence_of(row) for row in rows(db, sql, (time_text(now),))]

    def silenced(self) -> dict[int, int]:
        """How many stories, and items with the words of a watch, each silence has kept back."""
        with self._reading() as db:
            return {row["silence_id"]: row["number"] for row in rows(db, _SILENCED)}

    def end_silence(self, silence_id: int, *, now: datetime) -> bool:
        """End a silence at ``now``; False when there is none of that id still in force."""
        sql = "UPDATE silences SET until = :now WHERE id = :id AND until > :now"
        with self._writing() as db:
            return bool(db.execute(sql, {"now": time_text(now), "id": silence_id}).rowcount)


def _row(silence: Silence, now: datetime) -> dict[str, Any]:
    return {
        "until": time_text(silence.until),
        "comment": clean(silence.comment),
        "parties": json_list(sorted(silence.parties)),
        "events": json_list(silence.events),
        "watch": clean_or_none(silence.watch),
        "story_id": silence.story,
        "source": clean_or_none(silence.source),
        "created_at": time_text(now),
    }


def silence_of(row: dict[str, Any]) -> Silence:
    return Silence(
        until=time_of(row["until"]),
        comment=row["comment"],
        parties=frozenset(json.loads(row["parties"])),
        events=tuple(json.loads(row["events"])),
        watch=row["watch"],
        story=row["story_id"],
        source=row["source"],
        id=row["id"],
    )
