"""How each source was configured when it was last asked, and what follows when that changes.

What it means is decided elsewhere; here it is kept, in the transaction of whoever asks.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final

from pacts.errors import StoreError
from storage.door import Door, rows, table
from storage.records import Asked
from storage.values import clean, json_list, time_text

_ASKED_NOW: Final = """
    SELECT url, reading FROM sources LEFT JOIN source_asked USING (name) WHERE name = ?
"""
_FORGET: Final = """
    UPDATE sources SET etag = NULL, last_modified = NULL, body_hash = NULL, last_whole = NULL
    WHERE name IN (SELECT value FROM json_each(?))
"""


class Asking(Door):
    def asked(self) -> dict[str, Asked]:
        """How the sources were configured by what ``keep_asked`` heard last, by name."""
        with self._reading() as db:
            found = rows(db, "SELECT name, reading, timing FROM source_asked")
        return {row["name"]: Asked(row["reading"], row["timing"]) for row in found}

    def asked_now(self, name: str) -> tuple[str, str | None]:
        """The address of a source, and how what it lists is read, as ``keep_asked`` heard last.

        Raises StoreError for a name never registered.
        """
        with self._reading() as db:
            found = db.conn.execute(_ASKED_NOW, (clean(name),)).fetchone()
        if found is None:
            raise StoreError(f"the source {name!r} is not registered")
        return found[0], found[1]

    def keep_asked(self, sources: Mapping[str, Asked]) -> None:
        """Note how these are configured now; what is known of others stays."""
        with self._writing() as db:
            table(db, "source_asked").upsert_all(
                (
                    {"name": clean(name), "reading": one.reading, "timing": one.timing}
                    for name, one in sources.items()
                ),
                pk="name",
            )

    def forget_validators(self, names: Collection[str]) -> None:
        """Ask these sources for their whole list next time, and read it whatever it is."""
        with self._writing() as db:
            db.execute(_FORGET, (json_list(names),))

    def move_checks(self, times: Mapping[str, datetime]) -> None:
        """Set when these sources are asked next."""
        moved = [(time_text(moment), clean(name)) for name, moment in times.items()]
        with self._writing() as db:
            db.conn.executemany("UPDATE sources SET next_check = ? WHERE name = ?", moved)
