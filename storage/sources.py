"""Sources as the store knows them: validators, next check, health."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from sqlite_utils import Database

from pacts.errors import StoreError
from pacts.model import Validators
from storage.door import Door, rows, table
from storage.records import SourceState, Watched
from storage.values import clean, clean_or_none, json_list, time_of, time_or_none, time_text

_SUCCEEDED = """
    UPDATE sources SET etag = :etag, last_modified = :last_modified, body_hash = :body_hash,
        last_poll = :now, last_success = :now, next_check = :next_check, failures = 0,
        last_error = NULL, baselined_at = coalesce(baselined_at, :now),
        hits = :hits, watched_seconds = :watched_seconds,
        last_whole = CASE WHEN :whole THEN :now ELSE last_whole END
    WHERE name = :name
"""
_FAILED = """
    UPDATE sources SET last_poll = :now, next_check = :next_check, failures = failures + 1,
        last_error = :reason
    WHERE name = :name
"""

_NOTHING: Final = Watched()
_POSTPONED: Final = "UPDATE sources SET next_check = :next_check WHERE name = :name"
_DUE: Final = """
    SELECT name FROM (
        SELECT id, next_check AS due FROM sources WHERE next_check <= :now
        UNION ALL
        SELECT source_id, min(next_try) FROM items
        WHERE state = 'put_off' AND next_try <= :now GROUP BY source_id
    ) JOIN sources USING (id) GROUP BY id ORDER BY min(due), name
"""
_FORGET_HEALTH: Final = """
    DELETE FROM source_health WHERE source_id IN (
        SELECT id FROM sources WHERE name IN (SELECT value FROM json_each(?)))
"""


class Sources(Door):
    def register_sources(self, names: Iterable[tuple[str, str, str]], now: datetime) -> None:
        """Make (name, kind, url) the configured sources.

        Known ones keep their state, new ones are due at once, those not named are retired and
        keep their items. A changed address clears what belonged to the old one (validators,
        failures, health, holds) and is due at once; the baseline
        stays.
        """
        given = [(clean(name), clean(kind), clean(url)) for name, kind, url in names]
        with self._writing() as db:
            known = {row["name"]: row["url"] for row in rows(db, "SELECT name, url FROM sources")}
            fresh = [_fresh(*one, now) for one in given if known.get(one[0]) != one[2]]
            if fresh:
                table(db, "sources").upsert_all(fresh, pk="name")
                db.execute(_FORGET_HEALTH, (json_list(row["name"] for row in fresh),))
            for name, kind, _url in given:
                db.execute("UPDATE sources SET kind = ?, retired = 0 WHERE name = ?", (kind, name))
            db.execute(
                "UPDATE sources SET retired = 1 WHERE name NOT IN (SELECT value FROM json_each(?))",
                (json_list(name for name, _, _ in given),),
            )

    def source_state(self, name: str) -> SourceState:
        """How one source is doing. Raises StoreError for a name never registered."""
        with self._reading() as db:
            found = rows(db, "SELECT * FROM sources WHERE name = ?", (clean(name),))
        if not found:
            raise StoreError(f"the source {name!r} is not registered")
        return _state(found[0])

    def source_states(self) -> list[SourceState]:
        """How every source is doing, retired ones too, by name."""
        with self._reading() as db:
            return [_state(row) for row in rows(db, "SELECT * FROM sources ORDER BY name")]

    def due_sources(self, names: Collection[str], now: datetime) -> list[str]:
        """Those of ``names`` whose next check has come, or the next try of a page that was put
        off; the longest due first.
        """
        wanted = frozenset(names)
        with self._reading() as db:
            due = db.conn.execute(_DUE, {"now": time_text(now)}).fetchall()
        return [name for (name,) in due if name in wanted]

    def poll_succeeded(
        self,
        name: str,
        *,
        validators: Validators,
        now: datetime,
        next_check: datetime,
        watched: Watched = _NOTHING,
        whole: bool = True,
    ) -> None:
        """Close a poll that worked: what the server gave, the next check, no more failures.

        ``watched`` is what its interval is learned from; ``whole``: it gave its whole list. The
        first success ends the baseline. Call it last, after every item of the poll is
        seen or put off: a crash before it costs one more fetch, and no news.
        """
        values = {
            "etag": clean_or_none(validators.etag),
            "last_modified": clean_or_none(validators.last_modified),
            "body_hash": clean_or_none(validators.body_hash),
            "hits": watched.hits,
            "watched_seconds": watched.time.total_seconds(),
            "whole": whole,
        }
        with self._writing() as db:
            _touch(db, _SUCCEEDED, name, now, next_check, values)

    def poll_failed(self, name: str, *, reason: str, now: datetime, next_check: datetime) -> None:
        """Close a poll that failed; validators and the time of the last success stay."""
        with self._writing() as db:
            _touch(db, _FAILED, name, now, next_check, {"reason": clean(reason)})

    def poll_postponed(self, name: str, *, next_check: datetime) -> None:
        """Close a poll whose turn has not come: nothing was asked, so nothing else is known."""
        with self._writing() as db:
            _touch(db, _POSTPONED, name, next_check, next_check, {})


def source_id(db: Database, name: str) -> int:
    """The row of a source. Raises StoreError for a name never registered."""
    found = db.conn.execute("SELECT id FROM sources WHERE name = ?", (clean(name),)).fetchone()
    if found is None:
        raise StoreError(f"the source {name!r} is not registered")
    return int(found[0])


def _fresh(name: str, kind: str, url: str, now: datetime) -> dict[str, Any]:
    cleared: dict[str, Any] = dict.fromkeys(
        ("etag", "last_modified", "body_hash", "last_error", "last_whole")
    )
    cleared |= {"failures": 0, "hits": 0.0, "watched_seconds": 0.0}
    return {"name": name, "kind": kind, "url": url, "next_check": time_text(now)} | cleared


def _touch(
    db: Database,
    sql: str,
    name: str,
    now: datetime,
    next_check: datetime,
    values: Mapping[str, object],
) -> None:
    times = {"now": time_text(now), "next_check": time_text(next_check)}
    changed = db.execute(sql, {"name": clean(name), **times, **values}).rowcount
    if not changed:
        raise StoreError(f"the source {name!r} is not registered")


def _state(row: dict[str, Any]) -> SourceState:
    return SourceState(
        name=row["name"],
        kind=row["kind"],
        url=row["url"],
        validators=Validators(row["etag"], row["last_modified"], row["body_hash"]),
        next_check=time_of(row["next_check"]),
        last_poll=time_or_none(row["last_poll"]),
        last_success=time_or_none(row["last_success"]),
        last_new_item=time_or_none(row["last_new_item"]),
        failures=row["failures"],
        last_error=row["last_error"],
        baselined_at=time_or_none(row["baselined_at"]),
        items=row["items"],
        retired=bool(row["retired"]),
        watched=Watched(row["hits"], timedelta(seconds=row["watched_seconds"])),
        last_whole=time_or_none(row["last_whole"]),
    )
