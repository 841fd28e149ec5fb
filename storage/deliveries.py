"""Deliveries as people look at them: what became of each, every try, and another one by hand."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlite_utils import Database

from pacts.errors import StoreError
from pacts.model import Alert, Delivery
from pacts.terms import DeliveryState, Wait
from storage.alerts import load_alerts
from storage.door import Door, rows
from storage.records import Attempt
from storage.values import (
    clean_or_none,
    json_list,
    time_of,
    time_or_none,
    time_text,
    time_text_or_none,
)

_RETRY: Final = """
    UPDATE deliveries SET state = 'waiting', not_before = :now, attempts = 0, waits_for = NULL
    WHERE id = :id AND state IN ('waiting', 'failed')
"""
_RETRY_ALL: Final = """
    UPDATE deliveries SET state = 'waiting', not_before = :now, attempts = 0, waits_for = :waits_for
    WHERE state = 'failed' AND (:channel IS NULL OR channel = :channel)
"""
_LIST: Final = """
    SELECT * FROM deliveries
    WHERE created_at >= :since AND (:state IS NULL OR state = :state)
        AND (:channel IS NULL OR channel = :channel)
    ORDER BY created_at DESC, id DESC LIMIT :limit
"""


class Deliveries(Door):
    def deliveries(
        self,
        *,
        since: datetime | None = None,
        state: DeliveryState | None = None,
        channel: str | None = None,
        limit: int | None = None,
    ) -> list[Delivery]:
        """Deliveries of alerts made at or after ``since``, the latest first."""
        with self._reading() as db:
            wanted = {
                "since": time_text_or_none(since) or "",
                "state": state.value if state else None,
                "channel": clean_or_none(channel),
                "limit": -1 if limit is None else limit,
            }
            return deliveries_of(db, rows(db, _LIST, wanted))

    def delivery(self, delivery_id: int) -> Delivery | None:
        """The delivery of that id, if there is one."""
        with self._reading() as db:
            return next(iter(load_deliveries(db, [delivery_id])), None)

    def retry_delivery(self, delivery_id: int, *, now: datetime) -> None:
        """Put back one that failed, or hurry one that waits: due at ``now``, attempts from 0.

        Raises StoreError when there is none of that id, or when it is sent or being sent.
        """
        with self._writing() as db:
            if not db.execute(_RETRY, {"id": delivery_id, "now": time_text(now)}).rowcount:
                raise StoreError(f"{self._path}: no delivery {delivery_id} failed or waits")

    def retry_failed(self, *, channel: str | None = None, now: datetime) -> int:
        """Put back all that were given up, to leave together; how many these are."""
        with self._writing() as db:
            values = {
                "channel": clean_or_none(channel),
                "now": time_text(now),
                "waits_for": Wait.BACK_OFF.value,
            }
            return int(db.execute(_RETRY_ALL, values).rowcount)

    def attempts(self, delivery_id: int) -> list[Attempt]:
        """Every try to send a delivery, the oldest first."""
        sql = "SELECT * FROM attempts WHERE delivery_id = ? ORDER BY id"
        with self._reading() as db:
            return [attempt_of(row) for row in rows(db, sql, (delivery_id,))]


def load_deliveries(db: Database, ids: list[int]) -> list[Delivery]:
    sql = """SELECT * FROM deliveries WHERE id IN (SELECT value FROM json_each(?))
        ORDER BY not_before, id"""
    return deliveries_of(db, rows(db, sql, (json_list(ids),)))


def deliveries_of(db: Database, found: list[dict[str, Any]]) -> list[Delivery]:
    alerts = load_alerts(db, [row["alert_id"] for row in found])
    names = rows(db, "SELECT name FROM channels WHERE disabled_at IS NOT NULL")
    disabled = {row["name"] for row in names}
    return [_delivery(row, alerts[row["alert_id"]], disabled) for row in found]


def _delivery(row: dict[str, Any], alert: Alert, disabled: set[str]) -> Delivery:
    return Delivery(
        id=row["id"],
        alert=alert,
        channel=row["channel"],
        state=DeliveryState(row["state"]),
        attempts=row["attempts"],
        not_before=time_of(row["not_before"]),
        sent_at=time_or_none(row["sent_at"]),
        error=row["error"],
        waits_for=_wait(row, disabled),
        instead_of=row["instead_of"],
    )


def _wait(row: dict[str, Any], disabled: set[str]) -> Wait | None:
    """What one that has not been sent waits for, or waited for until now."""
    if row["state"] not in (DeliveryState.WAITING, DeliveryState.LEASED):
        return None
    if row["channel"] in disabled:
        return Wait.DISABLED
    if row["attempts"]:
        return Wait.BACK_OFF
    return Wait(row["waits_for"]) if row["waits_for"] else None


def attempt_of(row: dict[str, Any]) -> Attempt:
    return Attempt(
        delivery=row["delivery_id"],
        at=time_of(row["at"]),
        ok=bool(row["ok"]),
        error=row["error"],
        seconds=row["seconds"],
    )
