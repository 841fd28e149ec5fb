"""The outbox: one row per alert and channel, leased to whoever sends it.

A lease is a promise with an end: while it lasts nobody else gets the row, and when its holder
dies the row comes back. So a message is sent again only when the answer to it never came: one
that came has left a receipt (``storage/receipts.py``) before anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from pacts.errors import StoreError
from pacts.model import Alert, Delivery
from pacts.terms import DeliveryState, Wait
from storage.alerts import load_alerts
from storage.door import Door, Params, rows, table
from storage.receipts import Receipts, mark_of
from storage.records import Attempt
from storage.values import (
    clean,
    clean_or_none,
    json_list,
    time_of,
    time_or_none,
    time_text,
    time_text_or_none,
)

_WAITING_CHANNELS: Final = """
    SELECT channel FROM outbox WHERE due_at <= :now
    GROUP BY channel ORDER BY min(not_before), channel
"""
_LEASE: Final = """
    UPDATE deliveries SET state = 'leased', leased_until = :until
    WHERE id IN (
        SELECT id FROM outbox WHERE channel = :channel AND due_at <= :now
        ORDER BY not_before, id LIMIT :limit)
    RETURNING id
"""
# The first condition says what the index of open deliveries says, or it would not be used.
_RELEASE: Final = """
    UPDATE deliveries SET state = 'waiting', leased_until = NULL
    WHERE state IN ('waiting', 'leased') AND state = 'leased'
"""
_SENT: Final = """
    UPDATE deliveries SET state = 'sent', sent_at = :now, leased_until = NULL, error = NULL,
        attempts = attempts + 1
    WHERE id IN (SELECT value FROM json_each(:ids)) AND state <> 'sent'
    RETURNING id
"""
_NOT_SENT: Final = """
    UPDATE deliveries SET state = :state, not_before = coalesce(:next_try, not_before),
        leased_until = NULL, error = :error, attempts = attempts + 1
    WHERE id IN (SELECT value FROM json_each(:ids)) AND state IN ('waiting', 'leased')
    RETURNING id
"""
_RETRY: Final = """
    UPDATE deliveries SET state = 'waiting', not_before = :now, attempts = 0
    WHERE id = :id AND state IN ('waiting', 'failed')
"""
_LIST: Final = """
    SELECT * FROM deliveries
    WHERE created_at >= :since AND (:state IS NULL OR state = :state)
    ORDER BY created_at DESC, id DESC LIMIT :limit
"""


class Outbox(Door):
    def __init__(self, db: Database, path: Path, *, read_only: bool) -> None:
        super().__init__(db, path, read_only=read_only)
        self._receipts: Final = Receipts(path)

    def close(self) -> None:
        """Close the connection; every later call raises StoreError. Closing twice is fine."""
        super().close()
        self._receipts.close()

    def waiting_channels(self, now: datetime) -> list[str]:
        """Channels with something to send at ``now``, not disabled; the longest waiting first."""
        with self._reading() as db:
            found = rows(db, _WAITING_CHANNELS, {"now": time_text(now)})
        return [row["channel"] for row in found]

    def lease(
        self, channel: str, *, now: datetime, until: datetime, limit: int = 50
    ) -> list[Delivery]:
        """Take what is due for a channel until ``until``, the oldest first; no one else gets it.

        Due is what waits and may go at ``now``, or was leased by somebody whose lease ran out.
        Nothing for a disabled channel. What was sent and could not be noted is noted first.
        """
        with self._writing() as db:
            noted = self._take_over(db)
            values = {
                "channel": clean(channel),
                "now": time_text(now),
                "until": time_text(until),
                "limit": limit,
            }
            taken = [row["id"] for row in rows(db, _LEASE, values)]
            self._receipts.expect(_marks(db, taken))
            found = _load(db, taken)
        self._forget(noted)
        return found

    def delivered(self, ids: Sequence[int], *, now: datetime, seconds: float | None = None) -> None:
        """Note that these were sent, whatever became of their lease; logs an attempt each.

        ``seconds`` is how long the sending took. Those noted before stay as they are. When it
        raises, what was leased here is noted by the next lease, whoever takes it.
        """
        self._receipts.put(ids, now)
        try:
            with self._writing() as db:
                values = {"ids": json_list(ids), "now": time_text(now)}
                _log(db, _SENT, values, now, error=None, seconds=seconds)
        except StoreError:
            self._receipts.sync()
            raise
        self._forget(ids)

    def delivery_failed(
        self,
        ids: Sequence[int],
        *,
        error: str,
        now: datetime,
        next_try: datetime | None,
        seconds: float | None = None,
    ) -> None:
        """Note that these were not sent: again at ``next_try``, or never if that is None.

        Logs an attempt each. Those noted as sent stay so. ``error`` is kept and shown: it must
        not hold the address of the channel.
        """
        state = DeliveryState.WAITING if next_try else DeliveryState.FAILED
        with self._writing() as db:
            values = {
                "ids": json_list(ids),
                "state": state.value,
                "next_try": time_text_or_none(next_try),
                "error": clean(error),
            }
            _log(db, _NOT_SENT, values, now, error=error, seconds=seconds)
        self._forget(ids)

    def release_leases(self) -> int:
        """Give back every lease, and say how many there were: at start, a dead process has none.

        What that process had sent and could not note is noted first.
        """
        with self._writing() as db:
            noted = self._take_over(db)
            count = int(db.execute(_RELEASE).rowcount)
        self._forget(noted)
        return count

    def _take_over(self, db: Database) -> list[int]:
        """Note what there are receipts of; returns the deliveries whose receipts were read."""
        self._receipts.open()
        read = list(self._receipts)
        marks = dict(_marks(db, [receipt.delivery for receipt in read]))
        for receipt in read:
            if marks.get(receipt.delivery) == receipt.mark:
                values = {"ids": json_list([receipt.delivery]), "now": time_text(receipt.at)}
                _log(db, _SENT, values, receipt.at, error=None, seconds=None)
        return [receipt.delivery for receipt in read]

    def _forget(self, ids: Sequence[int]) -> None:
        """Drop receipts; inside a transaction that can still fail they are kept for a next time."""
        if not self._db.conn.in_transaction:
            self._receipts.forget(ids)

    def next_delivery(self) -> datetime | None:
        """When something may be sent next, on a channel not disabled; None when nothing waits."""
        with self._reading() as db:
            return time_or_none(rows(db, "SELECT min(due_at) AS next FROM outbox")[0]["next"])

    def deliveries(
        self,
        *,
        since: datetime | None = None,
        state: DeliveryState | None = None,
        limit: int | None = None,
    ) -> list[Delivery]:
        """Deliveries of alerts made at or after ``since``, the latest first."""
        with self._reading() as db:
            wanted = {
                "since": time_text_or_none(since) or "",
                "state": state.value if state else None,
                "limit": -1 if limit is None else limit,
            }
            return _deliveries(db, rows(db, _LIST, wanted))

    def retry_delivery(self, delivery_id: int, *, now: datetime) -> None:
        """Put back one that failed, or hurry one that waits: due at ``now``, attempts from 0.

        Raises StoreError when there is none of that id, or when it is sent or being sent.
        """
        with self._writing() as db:
            if not db.execute(_RETRY, {"id": delivery_id, "now": time_text(now)}).rowcount:
                raise StoreError(f"{self._path}: no delivery {delivery_id} failed or waits")

    def attempts(self, delivery_id: int) -> list[Attempt]:
        """Every try to send a delivery, the oldest first."""
        sql = "SELECT * FROM attempts WHERE delivery_id = ? ORDER BY id"
        with self._reading() as db:
            return [_attempt(row) for row in rows(db, sql, (delivery_id,))]


def _log(
    db: Database,
    sql: str,
    values: Params,
    now: datetime,
    *,
    error: str | None,
    seconds: float | None,
) -> None:
    """Run an update of deliveries and log an attempt for each row that it changed."""
    log = [
        {
            "delivery_id": row["id"],
            "at": time_text(now),
            "ok": int(error is None),
            "error": clean_or_none(error),
            "seconds": seconds,
        }
        for row in rows(db, sql, values)
    ]
    if log:
        table(db, "attempts").insert_all(log)


def _marks(db: Database, ids: Sequence[int]) -> list[tuple[int, bytes]]:
    sql = """SELECT id, channel, created_at FROM deliveries
        WHERE id IN (SELECT value FROM json_each(?))"""
    found = rows(db, sql, (json_list(ids),)) if ids else []
    return [(row["id"], mark_of(row["channel"], row["created_at"])) for row in found]


def _load(db: Database, ids: list[int]) -> list[Delivery]:
    sql = """SELECT * FROM deliveries WHERE id IN (SELECT value FROM json_each(?))
        ORDER BY not_before, id"""
    return _deliveries(db, rows(db, sql, (json_list(ids),)))


def _deliveries(db: Database, found: list[dict[str, Any]]) -> list[Delivery]:
    alerts = load_alerts(db, [row["alert_id"] for row in found])
    return [_delivery(row, alerts[row["alert_id"]]) for row in found]


def _delivery(row: dict[str, Any], alert: Alert) -> Delivery:
    return Delivery(
        id=row["id"],
        alert=alert,
        channel=row["channel"],
        state=DeliveryState(row["state"]),
        attempts=row["attempts"],
        not_before=time_of(row["not_before"]),
        sent_at=time_or_none(row["sent_at"]),
        error=row["error"],
        waits_for=_wait(row),
        instead_of=row["instead_of"],
    )


def _wait(row: dict[str, Any]) -> Wait | None:
    """What one that has not been sent waits for, or waited for until now."""
    if row["state"] not in (DeliveryState.WAITING, DeliveryState.LEASED):
        return None
    if row["attempts"]:
        return Wait.BACK_OFF
    return Wait(row["waits_for"]) if row["waits_for"] else None


def _attempt(row: dict[str, Any]) -> Attempt:
    return Attempt(
        delivery=row["delivery_id"],
        at=time_of(row["at"]),
        ok=bool(row["ok"]),
        error=row["error"],
        seconds=row["seconds"],
    )
