"""The outbox: one row per alert and channel, leased to whoever sends it.

A lease is a promise with an end: while it lasts nobody else gets the row, and when its holder
dies the row comes back. So a message is sent again only when the answer to it never came: one
that came has left a receipt (``storage/receipts.py``) before anything else.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from pacts.errors import StoreError
from pacts.model import Delivery, Held
from pacts.terms import DeliveryState, Priority, Wait
from storage.deliveries import deliveries_of, load_deliveries
from storage.door import Door, Params, rows, table
from storage.receipts import Receipt, Receipts, mark_of
from storage.values import (
    clean,
    clean_or_none,
    json_list,
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
        SELECT id FROM outbox JOIN deliveries USING (id)
        WHERE outbox.channel = :channel AND due_at <= :now
            AND (:waited IS NULL OR waits_for IN (SELECT value FROM json_each(:waited)))
        ORDER BY outbox.not_before, id LIMIT :limit)
    RETURNING id
"""
_NEXT: Final = """
    SELECT waits_for FROM outbox JOIN deliveries USING (id)
    WHERE outbox.channel = :channel AND due_at <= :now
    ORDER BY outbox.not_before, id LIMIT 1
"""
_HOLD: Final = """
    UPDATE deliveries
    SET state = 'waiting', leased_until = NULL, not_before = :until, waits_for = :waits_for
    WHERE id IN (SELECT id FROM outbox WHERE channel = :channel AND due_at <= :now)
        AND alert_id NOT IN (
            SELECT id FROM alerts WHERE id = alert_id
                AND priority IN (SELECT value FROM json_each(:sparing)))
"""
# The first condition says what the index of open deliveries says, or it would not be used.
_RELEASE: Final = """
    UPDATE deliveries SET state = 'waiting', leased_until = NULL
    WHERE state IN ('waiting', 'leased') AND state = 'leased'
"""
_SENT: Final = """
    UPDATE deliveries SET state = 'sent', sent_at = :now, leased_until = NULL, error = NULL,
        attempts = attempts + 1, message_id = :message
    WHERE id IN (SELECT value FROM json_each(:ids)) AND state <> 'sent'
    RETURNING id
"""
_NOT_SENT: Final = """
    UPDATE deliveries SET state = :state, not_before = coalesce(:next_try, not_before),
        leased_until = NULL, error = :error, attempts = attempts + 1
    WHERE id IN (SELECT value FROM json_each(:ids)) AND state IN ('waiting', 'leased')
    RETURNING id
"""
# Several leave as one message: see above.
_MESSAGE: Final = """
    INSERT INTO messages (channel, at, refused)
    SELECT channel, :now, :refused
    FROM json_each(:ids) CROSS JOIN deliveries ON deliveries.id = value
    WHERE state <> 'sent' LIMIT 1
    RETURNING id
"""
_TAKEN: Final = """
    UPDATE channels SET gave_up_at = NULL WHERE gave_up_at IS NOT NULL
        AND name IN (SELECT channel FROM messages WHERE id = :message)
"""
_COPY: Final = """
    INSERT INTO deliveries (alert_id, channel, state, not_before, waits_for, created_at, instead_of)
    SELECT alert_id, :channel, 'waiting', :until, :waits_for, :now, channel
    FROM deliveries WHERE id = :id
    ON CONFLICT (alert_id, channel) DO NOTHING
"""
_REFUSAL: Final = """
    SELECT coalesce(first.error, channels.reason) AS error
    FROM deliveries AS copy
    JOIN deliveries AS first ON first.alert_id = copy.alert_id AND first.channel = copy.instead_of
    LEFT JOIN channels ON channels.name = first.channel
    WHERE copy.id = :id
"""
_STUCK: Final = """
    SELECT * FROM deliveries AS one
    WHERE channel = :channel AND state IN ('waiting', 'leased')
        AND (attempts >= :tries OR (not_before <= :now AND EXISTS (
            SELECT 1 FROM channels WHERE name = :channel AND disabled_at IS NOT NULL)))
        AND NOT EXISTS (SELECT 1 FROM deliveries AS other
            WHERE other.alert_id = one.alert_id AND other.channel = :stand_in)
    ORDER BY not_before, id
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
        self,
        channel: str,
        *,
        now: datetime,
        until: datetime,
        limit: int = 50,
        waited: Collection[Wait] | None = None,
    ) -> list[Delivery]:
        """Take what is due for a channel until ``until``, the oldest first; no one else gets it.

        Due is what waits and may go at ``now``, or was leased by somebody whose lease ran out.
        Nothing for a disabled channel. What was sent and could not be noted is noted first.
        ``waited``: only what has waited for one of these.
        """
        with self._writing() as db:
            noted = self._take_over(db)
            values = {
                "channel": clean(channel),
                "now": time_text(now),
                "until": time_text(until),
                "limit": limit,
                "waited": None if waited is None else json_list(waited),
            }
            taken = [row["id"] for row in rows(db, _LEASE, values)]
            self._receipts.expect(_marks(db, taken))
            found = load_deliveries(db, taken)
        self._forget(noted)
        return found

    def next_waited(self, channel: str, now: datetime) -> Wait | None:
        """What the next message of a channel that is due has waited for; None: for nothing."""
        with self._reading() as db:
            found = rows(db, _NEXT, {"channel": clean(channel), "now": time_text(now)})
        return Wait(found[0]["waits_for"]) if found and found[0]["waits_for"] else None

    def hold_back(
        self, channel: str, held: Held, *, now: datetime, sparing: Collection[Priority] = ()
    ) -> int:
        """Let all that is due at ``now`` wait for something else, but for alerts of some
        priorities; how many these are.
        """
        with self._writing() as db:
            noted = self._take_over(db)
            values = {
                "channel": clean(channel),
                "now": time_text(now),
                "until": time_text(held.until),
                "waits_for": held.waits_for,
                "sparing": json_list(sparing),
            }
            count = int(db.execute(_HOLD, values).rowcount)
        self._forget(noted)
        return count

    def delivered(
        self,
        ids: Sequence[int],
        *,
        now: datetime,
        seconds: float | None = None,
        refused: str | None = None,
    ) -> None:
        """Note that these were sent as one message, whatever became of their lease.

        Logs an attempt each. ``seconds`` is how long the sending took. Those noted before stay as
        they are. When it raises, what was leased here is noted by the next lease, whoever takes it;
        the lease of another channel may do so before this does. ``refused`` is lost then: nobody
        was told, so it is news again with the next message.
        """
        self._receipts.put(ids, now, seconds)
        try:
            with self._writing() as db:
                _note_sent(db, ids, now, seconds, refused)
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
        known = _known(db, [receipt.delivery for receipt in read])
        # What one message held went through one channel, and was noted at one time.
        messages: dict[tuple[object, ...], list[Receipt]] = {}
        for one in read:
            of = known.get(one.delivery)
            if of and mark_of(*of) == one.mark:
                messages.setdefault((one.at, of[0], one.seconds), []).append(one)
        for told in sorted(messages.values(), key=lambda told: told[0].at):
            ids, first = [one.delivery for one in told], told[0]
            _note_sent(db, ids, first.at, first.seconds)
        return [receipt.delivery for receipt in read]

    def _forget(self, ids: Sequence[int]) -> None:
        """Drop receipts; inside a transaction that can still fail they are kept for a next time."""
        if not self._db.conn.in_transaction:
            self._receipts.forget(ids)

    def stuck(self, channel: str, stand_in: str, *, tries: int, now: datetime) -> list[Delivery]:
        """What a channel does not take and nobody has told ``stand_in``: tried so often in vain,
        or due on a channel that is disabled.
        """
        with self._reading() as db:
            values = {
                "channel": clean(channel),
                "stand_in": clean(stand_in),
                "tries": tries,
                "now": time_text(now),
            }
            return deliveries_of(db, rows(db, _STUCK, values))

    def add_copy(self, delivery_id: int, channel: str, held: Held, *, now: datetime) -> bool:
        """Let the alert of a delivery go to ``channel`` as well; False when it does already."""
        with self._writing() as db:
            values = {
                "id": delivery_id,
                "channel": clean(channel),
                "until": time_text(held.until),
                "waits_for": held.waits_for,
                "now": time_text(now),
            }
            return bool(db.execute(_COPY, values).rowcount)

    def refusal(self, delivery_id: int) -> str:
        """Why the channel that a copy stands in for did not take it; empty for what is no copy."""
        with self._reading() as db:
            found = rows(db, _REFUSAL, {"id": delivery_id})
        return found[0]["error"] or "" if found else ""


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


def _note_sent(
    db: Database,
    ids: Sequence[int],
    now: datetime,
    seconds: float | None,
    refused: str | None = None,
) -> None:
    values: dict[str, object] = {
        "ids": json_list(ids),
        "now": time_text(now),
        "refused": clean_or_none(refused),
    }
    message = rows(db, _MESSAGE, values)
    if message:
        values["message"] = message[0]["id"]
        _log(db, _SENT, values, now, error=None, seconds=seconds)
        db.execute(_TAKEN, {"message": values["message"]})


def _marks(db: Database, ids: Sequence[int]) -> list[tuple[int, bytes]]:
    return [(number, mark_of(*of)) for number, of in _known(db, ids).items()]


def _known(db: Database, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Channel and time of making of these deliveries, as far as there are such."""
    sql = """SELECT id, channel, created_at FROM deliveries
        WHERE id IN (SELECT value FROM json_each(?))"""
    found = rows(db, sql, (json_list(ids),)) if ids else []
    return {row["id"]: (row["channel"], row["created_at"]) for row in found}
