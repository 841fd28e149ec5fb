"""How sources are doing beyond their last poll: the ladder, rhythm, shape and holds.

What it means is decided elsewhere; here it is kept, in the transaction of whoever asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from pacts.terms import Rung, Sign
from storage.codec import signs_of
from storage.door import Door, rows, table
from storage.records import HeldItem, Outage, Shape, SourceHealth
from storage.sources import source_id
from storage.values import (
    clean,
    clean_or_none,
    json_list,
    time_of,
    time_or_none,
    time_text,
    time_text_or_none,
)

_OUTAGE: Final = "outage"

_FAILING_BETWEEN: Final = """
    SELECT failure, count(*) FROM source_health JOIN sources ON sources.id = source_id
    WHERE since IS NOT NULL AND since BETWEEN ? AND ? AND NOT retired
    GROUP BY failure
"""
_WAKE: Final = """
    UPDATE sources SET next_check = :now WHERE next_check > :now AND id IN (
        SELECT source_id FROM source_health
        WHERE since IS NOT NULL AND since BETWEEN :first AND :last
            AND failure IN (SELECT value FROM json_each(:failures)))
"""
_ARRIVALS: Final = """
    SELECT DISTINCT first_seen FROM items
    WHERE source_id = (SELECT id FROM sources WHERE name = ?) AND first_seen >= ?
    ORDER BY first_seen
"""
_PAGES: Final = """
    SELECT name, count(*) AS pages FROM items JOIN sources ON sources.id = source_id
    WHERE first_seen >= ? AND NOT baseline AND (state <> 'seen' OR reason IS NULL)
    GROUP BY source_id
"""
_LATEST: Final = """
    SELECT signs FROM items
    WHERE source_id = (SELECT id FROM sources WHERE name = ?) AND first_seen > ?
        AND state = 'seen'
    ORDER BY first_seen DESC, id DESC LIMIT ?
"""
_HELD: Final = """
    SELECT items.id, key, signs, baseline FROM items JOIN sources ON sources.id = source_id
    WHERE name = ? AND trust = 'hold' AND settled_at >= ? ORDER BY items.id
"""
_FREE: Final = """
    UPDATE items SET trust = 'allowed' WHERE id IN (SELECT value FROM json_each(?))
"""
_HEALTHS: Final = """
    SELECT name, source_health.* FROM source_health JOIN sources ON sources.id = source_id
"""


class Health(Door):
    def source_health(self, name: str) -> SourceHealth:
        """What is known of one source; of one that never gave cause, that all is well."""
        with self._reading() as db:
            found = rows(db, f"{_HEALTHS} WHERE name = ?", (clean(name),))
        return _health(found[0]) if found else SourceHealth()

    def source_healths(self) -> dict[str, SourceHealth]:
        """The same by name, for those that gave cause."""
        with self._reading() as db:
            return {row["name"]: _health(row) for row in rows(db, _HEALTHS)}

    def keep_health(self, name: str, health: SourceHealth) -> None:
        """Replace what is known. Raises StoreError for a name never registered."""
        with self._writing() as db:
            row = {"source_id": source_id(db, name), **_row(health)}
            table(db, "source_health").upsert(row, pk="source_id")

    def arrivals(self, name: str, since: datetime) -> list[datetime]:
        """The moments since then at which new items were met, the earliest first."""
        with self._reading() as db:
            found = db.conn.execute(_ARRIVALS, (clean(name), time_text(since))).fetchall()
        return [time_of(moment) for (moment,) in found]

    def pages_since(self, since: datetime) -> dict[str, int]:
        """How many pages were fetched for what was first met since then, by source; those of the
        first poll are left out, and so are items that were judged without their page.
        """
        with self._reading() as db:
            return {row["name"]: row["pages"] for row in rows(db, _PAGES, (time_text(since),))}

    def latest_signs(
        self, name: str, *, limit: int, since: datetime | None = None
    ) -> list[tuple[Sign, ...]]:
        """What the latest articles of a source look like, the latest first.

        ``since`` leaves out those that were met then or before.
        """
        with self._reading() as db:
            values = (clean(name), time_text_or_none(since) or "", limit)
            found = db.conn.execute(_LATEST, values).fetchall()
        return [signs_of(json.loads(signs or "[]")) for (signs,) in found]

    def held_items(self, name: str, since: datetime) -> list[HeldItem]:
        """What was settled since then and is not believed, the oldest first."""
        with self._reading() as db:
            found = db.conn.execute(_HELD, (clean(name), time_text(since))).fetchall()
        return [
            HeldItem(number, key, signs_of(json.loads(signs or "[]")), bool(baseline))
            for number, key, signs, baseline in found
        ]

    def free_items(self, ids: Iterable[int]) -> None:
        """Believe these items. What they tell of stories stays as it was until those are saved."""
        with self._writing() as db:
            db.execute(_FREE, (json_list(ids),))

    def failing_between(self, first: datetime, last: datetime) -> dict[str, int]:
        """How many sources fail now and began to do so in between, by how they failed last."""
        with self._reading() as db:
            times = (time_text(first), time_text(last))
            return dict(db.conn.execute(_FAILING_BETWEEN, times).fetchall())

    def asked_since(self, first: datetime) -> int:
        """How many sources were polled then or later, whatever came of it."""
        sql = "SELECT count(*) FROM sources WHERE last_poll >= ? AND NOT retired"
        with self._reading() as db:
            return int(db.conn.execute(sql, (time_text(first),)).fetchone()[0])

    def wake_failing(
        self, first: datetime, last: datetime, *, failures: frozenset[str], now: datetime
    ) -> None:
        """Make those due that began to fail in between and last failed in one of these ways."""
        with self._writing() as db:
            values = {"first": time_text(first), "last": time_text(last), "now": time_text(now)}
            db.execute(_WAKE, values | {"failures": json_list(sorted(failures))})

    def outage(self) -> Outage | None:
        """That so many sources fail that the cause must be here; None when it is not so."""
        with self._reading() as db:
            found = rows(db, "SELECT value FROM meta WHERE key = ?", (_OUTAGE,))
        if not found:
            return None
        since, woken = json.loads(found[0]["value"])
        return Outage(time_of(since), woken)

    def keep_outage(self, outage: Outage | None) -> None:
        """Note an outage, or with None its end."""
        with self._writing() as db:
            if outage is None:
                db.execute("DELETE FROM meta WHERE key = ?", (_OUTAGE,))
            else:
                value = json_list((time_text(outage.since), outage.woken))
                table(db, "meta").upsert({"key": _OUTAGE, "value": value}, pk="key")


def _row(health: SourceHealth) -> dict[str, Any]:
    return {
        "rung": health.rung.value,
        "weight": health.weight,
        "since": time_text_or_none(health.since),
        "failure": clean_or_none(health.failure),
        "told": int(health.told),
        "quiet_since": time_text_or_none(health.quiet_since),
        "drift": clean_or_none(health.drift),
        "drift_since": time_text_or_none(health.drift_since),
        "suspect": health.suspect,
        "shapes": json_list([one.items, one.titled, one.dated] for one in health.shapes),
        "held_at": time_text_or_none(health.held_at),
        "held_why": clean_or_none(health.held_why),
        "released_at": time_text_or_none(health.released_at),
        "site": clean(health.site),
        "site_seen": health.site_seen,
        "moved_to": clean_or_none(health.moved_to),
        "missed": health.missed,
        "missed_at": time_text_or_none(health.missed_at),
        "missed_told": time_text_or_none(health.missed_told),
    }


def _health(row: Mapping[str, Any]) -> SourceHealth:
    return SourceHealth(
        rung=Rung(row["rung"]),
        weight=row["weight"],
        since=time_or_none(row["since"]),
        failure=row["failure"],
        told=bool(row["told"]),
        quiet_since=time_or_none(row["quiet_since"]),
        drift=row["drift"],
        drift_since=time_or_none(row["drift_since"]),
        suspect=row["suspect"],
        shapes=tuple(Shape(*shape) for shape in json.loads(row["shapes"])),
        held_at=time_or_none(row["held_at"]),
        held_why=row["held_why"],
        released_at=time_or_none(row["released_at"]),
        site=row["site"],
        site_seen=row["site_seen"],
        moved_to=row["moved_to"],
        missed=row["missed"],
        missed_at=time_or_none(row["missed_at"]),
        missed_told=time_or_none(row["missed_told"]),
    )
