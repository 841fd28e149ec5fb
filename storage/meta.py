"""Single values: so far the sign of life."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from storage.door import Door, rows, table
from storage.values import time_of, time_text

_HEARTBEAT: Final = "heartbeat"


class Meta(Door):
    def heartbeat(self, now: datetime) -> None:
        """Note that the service is alive at ``now``."""
        with self._writing() as db:
            table(db, "meta").upsert({"key": _HEARTBEAT, "value": time_text(now)}, pk="key")

    def last_heartbeat(self) -> datetime | None:
        """When the service last said that it is alive; None when it never ran."""
        with self._reading() as db:
            found = rows(db, "SELECT value FROM meta WHERE key = ?", (_HEARTBEAT,))
        return time_of(found[0]["value"]) if found else None
