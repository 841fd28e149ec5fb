"""Trails: all that is known of how a story came to people, from its articles to every attempt."""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from sqlite_utils import Database

from pacts.codec import event_from_json
from pacts.errors import StoreError
from pacts.model import Alert
from pacts.terms import Trust, Wait
from storage.alerts import load_alerts, told_of
from storage.codec import published_by_of
from storage.deliveries import attempt_of, deliveries_of
from storage.door import Door, rows
from storage.marks import mark_of
from storage.records import Hand, Merged, Revision, Teller, Trail
from storage.story_rows import load_stories, no_story
from storage.values import clean, json_list, time_of, time_or_none

_TELLERS: Final = """
    SELECT items.*, sources.name AS source, event FROM events
    JOIN items ON items.id = item_id JOIN sources ON sources.id = source_id
    WHERE story_id = ? ORDER BY settled_at, items.id, position
"""
_ITEM: Final = """
    SELECT items.*, sources.name AS source, NULL AS event FROM items
    JOIN sources ON sources.id = source_id
    WHERE name = ? AND key = ? AND settled_at IS NOT NULL
"""
_REVISIONS: Final = """
    SELECT * FROM revisions WHERE item_id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_DELIVERIES: Final = """
    SELECT * FROM deliveries WHERE alert_id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_ATTEMPTS: Final = """
    SELECT * FROM attempts WHERE delivery_id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_DISABLED: Final = "SELECT name, reason FROM channels WHERE disabled_at IS NOT NULL"
_HANDS: Final = """
    SELECT NULL AS other, comment, created_at FROM joined WHERE story_id = :id
    UNION ALL SELECT other_id, comment, created_at FROM parted WHERE story_id = :id
    UNION ALL SELECT story_id, comment, created_at FROM parted WHERE other_id = :id
"""


_MERGES: Final = "SELECT dropped, created_at FROM merges WHERE story_id = ? ORDER BY id"


class Trails(Door):
    def trail(self, story_id: int) -> Trail:
        """Everything of a story. Raises StoreError when there is none of that id."""
        with self._reading() as db:
            stories = load_stories(db, [story_id])
            if not stories:
                raise StoreError(f"{self._path}: {no_story(db, story_id)}")
            tellers = _tellers(db, rows(db, _TELLERS, (story_id,)))
            marks = rows(db, "SELECT * FROM marks WHERE story_id = ? ORDER BY id", (story_id,))
            return _trail(
                db,
                told_of(db, story_id),
                story=stories[0],
                tellers=tellers,
                hands=tuple(_hand(row) for row in rows(db, _HANDS, {"id": story_id})),
                merges=tuple(_merged(row) for row in rows(db, _MERGES, (story_id,))),
                mark=mark_of(marks[-1]) if marks else None,
            )

    def trail_of_alert(self, alert_id: int) -> Trail:
        """Everything of an alert without a story: its article, if it has one, and its deliveries.

        For an alert of a story, the trail of that. Raises StoreError when there is none of that
        id.
        """
        with self._reading() as db:
            alert = load_alerts(db, [alert_id]).get(alert_id)
            if alert is None:
                raise StoreError(f"{self._path}: there is no alert {alert_id}")
            if alert.story is not None and alert.story.id is not None:
                return self.trail(alert.story.id)
            told_by = (clean(alert.source), clean(alert.item))
            tellers = _tellers(db, rows(db, _ITEM, told_by))
            return _trail(db, [alert], story=None, tellers=tellers, hands=(), merges=(), mark=None)


def _trail(db: Database, alerts: list[Alert], **known: Any) -> Trail:
    found = rows(db, _DELIVERIES, (json_list(alert.id for alert in alerts),))
    tried = rows(db, _ATTEMPTS, (json_list(row["id"] for row in found),))
    return Trail(
        alerts=tuple(alerts),
        deliveries=tuple(deliveries_of(db, found)),
        waited={row["id"]: Wait(row["waits_for"]) for row in found if row["waits_for"]},
        attempts=tuple(attempt_of(row) for row in tried),
        disabled={row["name"]: row["reason"] for row in rows(db, _DISABLED)},
        **known,
    )


def _tellers(db: Database, found: list[dict[str, Any]]) -> tuple[Teller, ...]:
    ids = json_list(dict.fromkeys(row["id"] for row in found))
    edits: dict[int, list[Revision]] = {}
    for row in rows(db, _REVISIONS, (ids,)):
        edits.setdefault(row["item_id"], []).append(
            Revision(
                time_of(row["replaced_at"]),
                row["url"],
                row["title"],
                time_or_none(row["published"]),
                row["text"],
            )
        )
    return tuple(
        _teller(list(of_item), edits.get(number, []))
        for number, of_item in groupby(found, itemgetter("id"))
    )


def _hand(row: dict[str, Any]) -> Hand:
    return Hand(time_of(row["created_at"]), row["other"], row["comment"])


def _merged(row: dict[str, Any]) -> Merged:
    return Merged(time_of(row["created_at"]), row["dropped"])


def _teller(found: list[dict[str, Any]], edits: list[Revision]) -> Teller:
    row = found[0]
    return Teller(
        item=row["id"],
        source=row["source"],
        key=row["key"],
        url=row["url"],
        title=row["title"],
        trust=Trust(row["trust"]),
        published=time_or_none(row["published"]),
        published_by=published_by_of(row["published_by"]),
        first_seen=time_of(row["first_seen"]),
        settled_at=time_of(row["settled_at"]),
        baseline=bool(row["baseline"]),
        unreadable=row["reason"] if row["state"] == "unreadable" else None,
        revisions=tuple(edits),
        events=tuple(event_from_json(json.loads(one["event"])) for one in found if one["event"]),
    )
