"""Channels as the store knows them: a name, a fingerprint, why it is disabled if it is, how its
last test went, when it got its last messages, and when its next digest is planned.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlite_utils import Database

from pacts.terms import Wait
from storage.door import Door, rows
from storage.records import ChannelState
from storage.values import clean, clean_or_none, json_list, time_or_none, time_text

_DISABLE: Final = """
    INSERT INTO channels (name, disabled_at, reason) VALUES (:name, :now, :reason)
    ON CONFLICT (name) DO UPDATE SET disabled_at = excluded.disabled_at, reason = excluded.reason
        WHERE fingerprint IS NULL OR fingerprint = coalesce(:fingerprint, fingerprint)
"""
_ENABLE: Final = """
    INSERT INTO channels (name, fingerprint) VALUES (:name, :fingerprint)
    ON CONFLICT (name) DO UPDATE SET
        fingerprint = excluded.fingerprint, disabled_at = NULL, reason = NULL,
        -- A test of another address says nothing; one before the first start is of this one.
        tested_at = iif(fingerprint IS NULL, tested_at, NULL),
        test_error = iif(fingerprint IS NULL, test_error, NULL)
    WHERE fingerprint IS NOT excluded.fingerprint
"""
_TESTED: Final = """
    INSERT INTO channels (name, tested_at, test_error) VALUES (:name, :now, :error)
    ON CONFLICT (name) DO UPDATE SET
        tested_at = excluded.tested_at, test_error = excluded.test_error
"""
# What could not leave all this time leaves together: the others know what they wait for.
_WAITED: Final = """
    UPDATE deliveries SET waits_for = :waits_for
    WHERE channel = :name AND state IN ('waiting', 'leased') AND waits_for IS NULL
        AND EXISTS (SELECT 1 FROM channels WHERE name = channel AND disabled_at IS NOT NULL)
"""
_GAVE_UP: Final = """
    INSERT INTO channels (name, gave_up_at) VALUES (:name, :now)
    ON CONFLICT (name) DO UPDATE SET gave_up_at = excluded.gave_up_at WHERE gave_up_at IS NULL
"""
_HEIRLESS: Final = """
    SELECT channel, count(*) AS number FROM deliveries
    WHERE state IN ('waiting', 'leased') AND channel NOT IN (SELECT value FROM json_each(:names))
        AND NOT EXISTS (SELECT 1 FROM channels WHERE name = channel AND disabled_at IS NOT NULL)
    GROUP BY channel ORDER BY channel
"""
# Without a fingerprint, so that it is enabled when it is configured again, whatever its address.
_FORGET: Final = """
    UPDATE channels SET fingerprint = NULL, tested_at = NULL, test_error = NULL WHERE name = :name
"""
_PLAN: Final = """
    INSERT INTO channels (name, digest_plan, digest_at) VALUES (:name, :plan, :at)
    ON CONFLICT (name) DO UPDATE SET
        digest_plan = excluded.digest_plan, digest_at = excluded.digest_at
"""


_SOON: Final = timedelta(hours=1)
"""A message may be noted while it is asked; one of much later is of a clock that was put back."""
_HAS_DIGEST: Final = """
    SELECT EXISTS (SELECT 1 FROM messages WHERE channel = :channel AND at BETWEEN :due AND :soon)
        OR EXISTS (SELECT 1 FROM deliveries
            WHERE channel = :channel AND state IN ('waiting', 'leased')
                AND (not_before <= :now OR attempts > 0)) AS found
"""


class Channels(Door):
    def disable_channel(
        self, name: str, *, reason: str, now: datetime, fingerprint: str | None = None
    ) -> bool:
        """Send nothing more there until it is enabled again; what waits goes on waiting.

        Only as long as it has this ``fingerprint``, if one is given; False when it has another by
        now. ``reason`` is kept and shown: it must not hold the address of the channel.
        """
        with self._writing() as db:
            values = {
                "name": clean(name),
                "now": time_text(now),
                "reason": clean(reason),
                "fingerprint": clean_or_none(fingerprint),
            }
            return bool(db.execute(_DISABLE, values).rowcount)

    def enable_channels(self, fingerprints: Mapping[str, str]) -> None:
        """Take note of the configured channels; one whose fingerprint changed is enabled again.

        Fingerprints are the caller's: a keyed or salted hash, never the address itself.
        """
        with self._writing() as db:
            known = {row["name"]: row["fingerprint"] for row in rows(db, "SELECT * FROM channels")}
            for name, fingerprint in fingerprints.items():
                if known.get(clean(name)) != fingerprint:
                    _have_waited(db, name)
                    values = {"name": clean(name), "fingerprint": clean(fingerprint)}
                    db.execute(_ENABLE, values)

    def disable_missing(
        self, configured: Collection[str], *, reason: str, now: datetime
    ) -> dict[str, int]:
        """Disable channels that are not configured and have something to send; how much each.

        One that is configured again is enabled.
        """
        with self._writing() as db:
            names = json_list([clean(name) for name in configured])
            found = rows(db, _HEIRLESS, {"names": names})
            for row in found:
                self.disable_channel(row["channel"], reason=reason, now=now)
                db.execute(_FORGET, {"name": row["channel"]})
        return {row["channel"]: row["number"] for row in found}

    def channel_tested(self, name: str, *, error: str | None, now: datetime) -> None:
        """Keep how a test went; one that was taken (no ``error``) enables the channel again."""
        with self._writing() as db:
            values = {"name": clean(name), "now": time_text(now), "error": clean_or_none(error)}
            db.execute(_TESTED, values)
            if error is None:
                _have_waited(db, name)
                sql = "UPDATE channels SET disabled_at = NULL, reason = NULL WHERE name = ?"
                db.execute(sql, (clean(name),))

    def disabled_channels(self) -> dict[str, str]:
        """Disabled channels by name, each with the reason."""
        states = self.channel_states()
        return {one.name: one.reason or "" for one in states.values() if one.disabled_at}

    def channel_states(self) -> dict[str, ChannelState]:
        """All that is known of channels, by name; some may no longer be configured."""
        with self._reading() as db:
            found = rows(db, "SELECT * FROM channels ORDER BY name")
        return {
            row["name"]: ChannelState(
                name=row["name"],
                disabled_at=time_or_none(row["disabled_at"]),
                reason=row["reason"],
                tested_at=time_or_none(row["tested_at"]),
                test_error=row["test_error"],
                digest_plan=row["digest_plan"],
                digest_at=time_or_none(row["digest_at"]),
            )
            for row in found
        }

    def gave_up(self, name: str, *, now: datetime) -> bool:
        """Note that a message was given up; whether it is the first since one was taken."""
        with self._writing() as db:
            values = {"name": clean(name), "now": time_text(now)}
            return bool(db.execute(_GAVE_UP, values).rowcount)

    def plan_digest(self, name: str, *, plan: str, at: datetime) -> None:
        """Keep when the next digest is due, and the times that this follows from."""
        with self._writing() as db:
            db.execute(_PLAN, {"name": clean(name), "plan": clean(plan), "at": time_text(at)})

    def has_digest(self, channel: str, due: datetime, *, now: datetime) -> bool:
        """Whether the digest of ``due`` has something to tell: what is due, what was refused
        before, or what has left since.
        """
        with self._reading() as db:
            values = {
                "channel": clean(channel),
                "due": time_text(due),
                "now": time_text(now),
                "soon": time_text(now + _SOON),
            }
            return bool(rows(db, _HAS_DIGEST, values)[0]["found"])

    def last_refused(self, channel: str) -> str | None:
        """Why some did not get the latest message that the channel took; None: all did."""
        sql = "SELECT refused FROM messages WHERE channel = ? ORDER BY at DESC, id DESC LIMIT 1"
        with self._reading() as db:
            found = rows(db, sql, (clean(channel),))
        return found[0]["refused"] if found else None

    def taken(
        self, channel: str, since: datetime, until: datetime, *, limit: int
    ) -> list[datetime]:
        """When the channel took its latest messages between these times, the latest first."""
        sql = """SELECT at FROM messages WHERE channel = ? AND at > ? AND at < ?
            ORDER BY at DESC, id DESC LIMIT ?"""
        with self._reading() as db:
            found = rows(db, sql, (clean(channel), time_text(since), time_text(until), limit))
        return [at for row in found if (at := time_or_none(row["at"]))]


def _have_waited(db: Database, name: str) -> None:
    db.execute(_WAITED, {"name": clean(name), "waits_for": Wait.DISABLED.value})
