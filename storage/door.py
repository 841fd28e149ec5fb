"""The one door to the database: connection, lock, transactions and the policy on errors.

**Errors.** Whatever sqlite3 raises becomes a StoreError here and nowhere else. Its message names
the file and says in words what is the matter; the original error is chained and not repeated,
because it can hold a value that must not reach a log. Values that SQLite cannot hold (an integer
of 65 bits, a time without a zone) are StoreErrors as well. What a caller raises inside its own
``with store.transaction()`` passes through as it is, after the rollback.

**Writing.** One connection, one re-entrant lock: a thread that is inside a transaction holds it
to the end, others wait. ``BEGIN IMMEDIATE`` takes the write lock of the file at once, so that a
second process waits (``wait`` seconds) instead of failing half-way. A transaction inside a
transaction is a savepoint: if it fails, it alone is undone, and the outer one may go on.

**Reading.** Outside a transaction each method reads from one snapshot, so that no other process
can change a story between its rows.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any, Final, TypeAlias

from sqlite_utils import Database
from sqlite_utils.db import Table

from pacts.errors import StoreError, StoreUnavailableError

Params: TypeAlias = Sequence[object] | Mapping[str, object]

_PASSING: Final[Mapping[int, str]] = {
    sqlite3.SQLITE_BUSY: (
        "another process holds the database for too long; let it finish, or end it"
    ),
    sqlite3.SQLITE_LOCKED: "the database is locked; let whoever holds it finish",
    sqlite3.SQLITE_FULL: "the disk is full; make room on it",
    sqlite3.SQLITE_IOERR: (
        "the disk does not read or write; see whether it is full, over a quota or failing"
    ),
}
"""What may pass without anybody touching the database."""
_LASTING: Final[Mapping[int, str]] = {
    sqlite3.SQLITE_CORRUPT: "the database is damaged; put a backup in its place",
    sqlite3.SQLITE_NOTADB: "this is not a database; name another file",
    sqlite3.SQLITE_READONLY: (
        "the database can only be read; make the file and its folder writable for this user"
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "the database cannot be opened; see whether this user may write in its folder"
    ),
}
"""What refuses everything until somebody acts."""
_SENTENCES: Final[Mapping[int, str]] = {
    **_PASSING,
    **_LASTING,
    sqlite3.SQLITE_TOOBIG: "a value is too large for the database",
    sqlite3.SQLITE_CONSTRAINT: "the database refuses a row that breaks its rules",
}


def sentence(error: Exception) -> str:
    """What is the matter, in words, without any value from the error itself."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        if isinstance(error, sqlite3.ProgrammingError):
            return "the database is closed"
        return f"a value cannot be stored or read back ({type(error).__name__})"
    words = _SENTENCES.get(code & 0xFF, "the database reports an error")
    name = getattr(error, "sqlite_errorname", "")
    return f"{words} ({name})"


def refusal(path: Path, error: Exception) -> StoreError:
    """What is raised in the place of an error of SQLite, or of the file system."""
    if isinstance(error, OSError):
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            words = _PASSING[sqlite3.SQLITE_FULL]
            return StoreUnavailableError(f"{path}: {words}", passes=True)
        return StoreError(f"{path}: the place cannot be used ({error.strerror})")
    message = f"{path}: {sentence(error)}"
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _PASSING or code in _LASTING:
        return StoreUnavailableError(message, passes=code in _PASSING)
    return StoreError(message)


def rows(db: Database, sql: str, params: Params = ()) -> list[dict[str, Any]]:
    """All rows as dictionaries, read to the end so that nothing is read outside the lock."""
    # sqlite-utils types a mapping as dict; it is handed on to sqlite3 as it is.
    return list(db.query(sql, dict(params) if isinstance(params, Mapping) else tuple(params)))


def table(db: Database, name: str) -> Table:
    """A table of ours. Raises StoreError when it is gone: sqlite-utils would make a new one."""
    found = db.table(name)
    if not found.exists():
        raise StoreError(f"the table {name!r} is gone from the database")
    return found


def insert(db: Database, name: str, row: Mapping[str, object]) -> int:
    """Insert one row into a table with an ``id`` and return that."""
    key = table(db, name).insert(dict(row)).last_pk
    if not isinstance(key, int):
        raise TypeError(f"{name} gave no integer key")
    return key


class Door:
    """A connection shared by threads, one at a time. The ideas of the room build on it."""

    def __init__(self, db: Database, path: Path, *, read_only: bool) -> None:
        self._db: Final = db
        self._path: Final = path
        self._read_only: Final = read_only
        self._lock: Final = RLock()
        self._depth = 0

    def close(self) -> None:
        """Close the connection; every later call raises StoreError. Closing twice is fine."""
        with self._lock, self._translated():
            self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: commits at the end of the block, rolls back when it raises.

        Raises StoreError when another process does not let go in time, or when the store was
        opened for reading only.
        """
        with self._lock:
            name = f"inner_{self._depth}"
            with self._translated():
                self._begin(name)
            self._depth += 1
            try:
                yield
                with self._translated():
                    self._db.conn.execute(f"RELEASE {name}" if self._depth > 1 else "COMMIT")
            except BaseException:
                self._undo(name)
                raise
            finally:
                self._depth -= 1

    def _begin(self, name: str) -> None:
        if self._read_only:
            # SQLite itself turns BEGIN IMMEDIATE into BEGIN for such a connection.
            raise StoreError(f"{self._path}: the store was opened for reading only")
        if self._depth and not self._db.conn.in_transaction:
            # A full disk undoes the outer transaction as well: a savepoint would begin a new one,
            # and keep a part of what belongs together.
            raise StoreUnavailableError(
                f"{self._path}: what this belongs to was undone before", passes=True
            )
        self._db.conn.execute(f"SAVEPOINT {name}" if self._depth else "BEGIN IMMEDIATE")

    def _undo(self, name: str) -> None:
        # The first error is the one to report; and some errors (a full disk) have already rolled
        # everything back, which leaves nothing to undo.
        with suppress(sqlite3.Error):
            if self._depth > 1:
                self._db.conn.execute(f"ROLLBACK TO {name}")
                self._db.conn.execute(f"RELEASE {name}")
            else:
                self._db.rollback()

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        """What every method that writes does it in."""
        with self.transaction(), self._translated():
            yield self._db

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        """What every method that only reads does it in: one snapshot for all its queries."""
        with self._lock, self._translated():
            if self._db.conn.in_transaction:
                yield self._db
                return
            self._db.conn.execute("BEGIN")
            try:
                yield self._db
            finally:
                self._db.rollback()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OverflowError, ValueError) as error:
            raise refusal(self._path, error) from error
