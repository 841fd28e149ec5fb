"""Channels as the store knows them: a name, a fingerprint, and why it is disabled if it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from storage.door import Door, rows
from storage.values import clean, time_text

_DISABLE: Final = """
    INSERT INTO channels (name, disabled_at, reason) VALUES (:name, :now, :reason)
    ON CONFLICT (name) DO UPDATE SET disabled_at = excluded.disabled_at, reason = excluded.reason
"""
_ENABLE: Final = """
    INSERT INTO channels (name, fingerprint) VALUES (:name, :fingerprint)
    ON CONFLICT (name) DO UPDATE SET
        fingerprint = excluded.fingerprint, disabled_at = NULL, reason = NULL
    WHERE fingerprint IS NOT excluded.fingerprint
"""


class Channels(Door):
    def disable_channel(self, name: str, *, reason: str, now: datetime) -> None:
        """Send nothing more there until its configuration changes; what waits goes on waiting.

        ``reason`` is kept and shown: it must not hold the address of the channel.
        """
        with self._writing() as db:
            values = {"name": clean(name), "now": time_text(now), "reason": clean(reason)}
            db.execute(_DISABLE, values)

    def enable_channels(self, fingerprints: Mapping[str, str]) -> None:
        """Take note of the configured channels; one whose fingerprint changed is enabled again.

        Fingerprints are the caller's: a keyed or salted hash, never the address itself.
        """
        with self._writing() as db:
            for name, fingerprint in fingerprints.items():
                db.execute(_ENABLE, {"name": clean(name), "fingerprint": clean(fingerprint)})

    def disabled_channels(self) -> dict[str, str]:
        """Disabled channels by name, each with the reason."""
        sql = "SELECT name, reason FROM channels WHERE disabled_at IS NOT NULL ORDER BY name"
        with self._reading() as db:
            return {row["name"]: row["reason"] for row in rows(db, sql)}
