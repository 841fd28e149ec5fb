"""Alerts: every judgement that somebody should, or should not, be told; with what was said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlite_utils import Database

from pacts.errors import StoreError
from pacts.model import Alert, Held
from pacts.terms import DeliveryState, Priority, Reason, Wait
from storage.codec import article_from_json, article_to_json, story_from_json, story_to_json
from storage.door import Door, insert, rows, table
from storage.values import (
    clean,
    json_list,
    json_text,
    time_of,
    time_or_none,
    time_text,
    time_text_or_none,
)

_ALERTS: Final = """
    SELECT * FROM alerts
    WHERE created_at >= :since AND (:sends IS NULL OR sends = :sends)
    ORDER BY created_at DESC, id DESC LIMIT :limit
"""
_INHERITED: Final = """
    SELECT alerts.*, inherited.story AS as_told FROM inherited JOIN alerts ON alerts.id = alert_id
    WHERE inherited.story_id = ?
"""
_WITHDRAW: Final = """
    DELETE FROM deliveries WHERE alert_id = :id AND state = 'waiting' AND attempts = 0
        AND channel NOT IN (SELECT value FROM json_each(:kept))
    RETURNING channel, not_before, waits_for
"""
_LEFT: Final = """
    SELECT channel, state = 'waiting' AND attempts = 0 AS untouched FROM deliveries
    WHERE alert_id = :id
"""
# A copy that stands in for a channel shows that the channel was tried, or cannot be.
_UNSENT: Final = """
    SELECT alerts.id, channel FROM alerts JOIN deliveries ON alert_id = alerts.id
    WHERE story_id = :story AND state = 'waiting' AND attempts = 0 AND not_before > :now
        AND NOT EXISTS (SELECT 1 FROM deliveries AS copy
            WHERE copy.alert_id = alerts.id AND copy.instead_of IS NOT NULL)
"""
_EARLIER: Final = """
    UPDATE deliveries SET not_before = :until, waits_for = :waits_for
    WHERE alert_id = :id AND channel = :channel AND not_before > :until
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

    def amend_alert(self, alert: Alert, *, deliveries: Mapping[str, Held]) -> dict[str, Held]:
        """Let an alert say what it says now, or go to fewer channels, before these have got it.

        ``alert.id`` names it. A channel in ``deliveries`` may have it as given there, if that
        is earlier than it was to. Channels that are not among those of the alert any more get
        nothing; returns until when each was to wait. Of an alert that is on its way (a delivery
        is leased, was tried, or is over) only the channels change. Raises StoreError when there is
        none of that id, or when one is to change, or a channel to go, that is on its way.
        """
        with self._writing() as db:
            number = alert.id or 0
            kept = alert.channels if alert.reason.sends else ()
            found = rows(db, _WITHDRAW, {"id": number, "kept": json_list(kept)})
            left = rows(db, _LEFT, {"id": number})
            going = {row["channel"] for row in left} - set(kept)
            if all(row["untouched"] for row in left) and (left or found) and not going:
                _rewrite(db, number, alert, deliveries)
            elif found and not going:
                table(db, "alerts").update(number, {"channels": json_list(alert.channels)})
            else:
                raise StoreError(f"{self._path}: alert {alert.id} is on its way and stays as it is")
        return {row["channel"]: _held(row) for row in found}

    def unsent_alerts(self, story_id: int, now: datetime) -> frozenset[tuple[int, str]]:
        """Number and channel of the alerts of a story that wait for later and were never tried.

        What may leave at ``now`` counts as on its way.
        """
        with self._reading() as db:
            found = rows(db, _UNSENT, {"story": story_id, "now": time_text(now)})
        return frozenset((row["id"], row["channel"]) for row in found)

    def alert(self, number: int) -> Alert | None:
        """The alert of this id, or None when there is none."""
        with self._reading() as db:
            return load_alerts(db, [number]).get(number)

    def told(self, story_id: int) -> list[Alert]:
        """Every alert of a story so far, sent or not, the oldest first.

        Among them those of the story that it was split off, as if they had told this one.
        """
        with self._reading() as db:
            return told_of(db, story_id)

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


def told_of(db: Database, story_id: int) -> list[Alert]:
    told = rows(db, "SELECT * FROM alerts WHERE story_id = ?", (story_id,))
    for row in rows(db, _INHERITED, (story_id,)):
        told.append(row | {"story_id": story_id, "story": row["as_told"]})
    return sorted(map(alert_of, told), key=lambda alert: alert.id or 0)


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
        source=row["source"],
        item=row["item"],
        silence=row["silence_id"],
        amended=time_or_none(row["amended_at"]),
    )


def _rewrite(db: Database, number: int, alert: Alert, deliveries: Mapping[str, Held]) -> None:
    table(db, "alerts").update(number, _row(alert))
    for channel, held in deliveries.items():
        row = waiting_row(number, channel, held, alert.created)
        values = {key: row[key] for key in ("waits_for", "channel")}
        db.execute(_EARLIER, values | {"id": number, "until": row["not_before"]})


def _held(row: dict[str, Any]) -> Held:
    return Held(time_of(row["not_before"]), Wait(row["waits_for"]) if row["waits_for"] else None)


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
        "source": clean(alert.source),
        "item": clean(alert.item),
        "silence_id": alert.silence,
        "amended_at": time_text_or_none(alert.amended),
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
