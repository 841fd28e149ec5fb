"""The sign of life, and what else shows that the service works."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from storage.door import Door, rows, table
from storage.values import time_of, time_or_none, time_text

_HEARTBEAT: Final = "heartbeat"
_ALIVE: Final = """
    SELECT count(*) AS sources, coalesce(sum(last_success >= :since), 0) AS answered,
        max(last_poll) AS last_poll, (
            SELECT count(*) FROM deliveries WHERE state IN ('waiting', 'leased') AND
            state = 'waiting' AND (attempts > 0 OR EXISTS (
                SELECT 1 FROM channels WHERE name = channel AND disabled_at IS NOT NULL))
            ) AS waiting
    FROM sources WHERE NOT retired
"""


class Meta(Door):
    def heartbeat(self, now: datetime) -> None:
        """Note that the service is alive at ``now``."""
        with self._writing() as db:
            table(db, "meta").upsert({"key": _HEARTBEAT, "value": time_text(now)}, pk="key")

    def alive(self, since: datetime) -> tuple[int, int, datetime | None, int]:
        """How many sources there are, how many answered at or after ``since``, the last poll, and
        how many deliveries a channel refused that are still to be sent, not leased to anybody.
        """
        with self._reading() as db:
            (row,) = rows(db, _ALIVE, {"since": time_text(since)})
        return row["sources"], row["answered"], time_or_none(row["last_poll"]), row["waiting"]

    def last_heartbeat(self) -> datetime | None:
        """When the service last said that it is alive; None when it never ran."""
        with self._reading() as db:
            found = rows(db, "SELECT value FROM meta WHERE key = ?", (_HEARTBEAT,))
        return time_of(found[0]["value"]) if found else None
