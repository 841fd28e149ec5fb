"""Alerts: every judgement that somebody should, or should not, be told; with what was said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlite_utils import Database

from pacts.errors import StoreError
from pacts.model import Alert, Held
from pacts.terms import DeliveryState, Priority, Reason
from storage.codec import article_from_json, article_to_json, story_from_json, story_to_json
from storage.door import Door, insert, rows, table
from storage.values import clean, json_list, json_text, time_of, time_text, time_text_or_none

_ALERTS: Final = """
    SELECT * FROM alerts
    WHERE created_at >= :since AND (:sends IS NULL OR sends = :sends)
    ORDER BY created_at DESC, id DESC LIMIT :limit
"""


class Alerts(Door):
    def add_alert(self, alert: Alert, *, deliveries: Mapping[str, Held]) -> int:
        """Keep an alert, and per channel one delivery that is held as given; returns its id.

        The story in it is kept as it stands. Raises StoreError when that story was never saved.
        """
        with self._writing() as db:
            if alert.story is not None and alert.story.id is None:
                raise StoreError("an alert tells of a story that was never saved")
            alert_id = insert(db, "alerts", _row(alert))
            waiting = [
                waiting_row(alert_id, channel, held, alert.created)
                for channel, held in deliveries.items()
            ]
            if waiting:
                table(db, "deliveries").insert_all(waiting)
            return alert_id

    def told(self, story_id: int) -> list[Alert]:
        """Every alert of a story so far, sent or not, the oldest first."""
        sql = "SELECT * FROM alerts WHERE story_id = ? ORDER BY id"
        with self._reading() as db:
            return [alert_of(row) for row in rows(db, sql, (story_id,))]

    def alerts(
        self,
        *,
        since: datetime | None = None,
        limit: int | None = None,
        sent: bool | None = None,
    ) -> list[Alert]:
        """Alerts made at or after ``since``, the latest first.

        ``sent`` True asks for those that go out, False for those held back, by their reason;
        how each delivery went is another question.
        """
        wanted: dict[str, Any] = {
            "limit": -1 if limit is None else limit,
            "sends": None if sent is None else int(sent),
        }
        with self._reading() as db:
            wanted["since"] = time_text_or_none(since) or ""
            return [alert_of(row) for row in rows(db, _ALERTS, wanted)]


def load_alerts(db: Database, ids: list[int]) -> dict[int, Alert]:
    sql = "SELECT * FROM alerts WHERE id IN (SELECT value FROM json_each(?))"
    return {row["id"]: alert_of(row) for row in rows(db, sql, (json_list(ids),))}


def alert_of(row: dict[str, Any]) -> Alert:
    # The story as it stood, under the id it has today: it may have been merged since.
    story = row["story"] and story_from_json(json.loads(row["story"]), row["story_id"])
    return Alert(
        id=row["id"],
        reason=Reason(row["reason"]),
        watches=tuple(json.loads(row["watches"])),
        channels=tuple(json.loads(row["channels"])),
        priority=Priority(row["priority"]),
        created=time_of(row["created_at"]),
        headline=row["headline"],
        story=story,
        article=row["article"] and article_from_json(json.loads(row["article"])),
        matched=tuple(json.loads(row["matched"])),
        detail=row["detail"],
        cautions=tuple(json.loads(row["cautions"])),
        background=tuple(json.loads(row["background"])),
    )


def _row(alert: Alert) -> dict[str, Any]:
    return {
        "story_id": alert.story.id if alert.story else None,
        "reason": alert.reason.value,
        "sends": int(alert.reason.sends),
        "priority": alert.priority.value,
        "created_at": time_text(alert.created),
        "headline": clean(alert.headline),
        "detail": clean(alert.detail),
        "watches": json_list(alert.watches),
        "channels": json_list(alert.channels),
        "matched": json_list(alert.matched),
        "cautions": json_list(alert.cautions),
        "background": json_list(alert.background),
        "story": json_text(story_to_json(alert.story)) if alert.story else None,
        "article": json_text(article_to_json(alert.article)) if alert.article else None,
    }


def waiting_row(alert_id: int, channel: str, held: Held, created: datetime) -> dict[str, Any]:
    """A delivery that is to be."""
    return {
        "alert_id": alert_id,
        "channel": clean(channel),
        "state": DeliveryState.WAITING.value,
        "not_before": time_text(held.until),
        "waits_for": held.waits_for.value if held.waits_for else None,
        "created_at": time_text(created),
    }
