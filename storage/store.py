"""The store as the worker sees it: every idea of this room behind one name."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlite_utils import Database

from pacts.errors import StoreError
from storage import schema
from storage.alerts import Alerts
from storage.archive import Archive
from storage.asking import Asking
from storage.channels import Channels
from storage.dealings import Dealings
from storage.deliveries import Deliveries
from storage.door import refusal
from storage.hands import Hands
from storage.health import Health
from storage.items import Items
from storage.marks import Marks
from storage.memory import Memory
from storage.meta import Meta
from storage.outbox import Outbox
from storage.revisions import Revisions
from storage.silences import Silences
from storage.sources import Sources
from storage.stories import Stories
from storage.trails import Trails
from storage.watches import Watches

WAIT: Final = 10.0
"""Seconds to wait for another process that writes."""

_CACHE_KIB: Final = 16_000
_WAL_LIMIT_BYTES: Final = 64_000_000
_PAUSE: Final = 0.02
"""Seconds between attempts to switch to write-ahead logging."""


class Store(
    Sources,
    Asking,
    Health,
    Items,
    Memory,
    Revisions,
    Stories,
    Dealings,
    Hands,
    Alerts,
    Outbox,
    Deliveries,
    Channels,
    Silences,
    Marks,
    Archive,
    Trails,
    Watches,
    Meta,
):
    """One open database. Thread-safe; a context manager that closes at its end.

    One process writes; others open their own with ``read_only=True``. All times handed in must
    be aware; all times handed out are UTC. Texts are cleaned on their way in: NUL and lone
    surrogates become U+FFFD. Every method raises StoreError when the database refuses
    (``storage/door.py`` has the policy).
    """

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, wait: float = WAIT) -> Self:
        """Open ``path``; unless ``read_only``, make it and its folder and migrate it as needed.

        ``wait`` is how many seconds to wait for another process that writes. Raises StoreError
        when the file cannot be opened, is not ours, is of a newer version, or, opened for
        reading, is missing or of an older version.
        """
        try:
            db = _connect(path, read_only=read_only, wait=wait)
        except (sqlite3.Error, OSError) as error:
            raise refusal(path, error) from error
        try:
            _prepare(db, path, read_only=read_only, wait=wait)
        except sqlite3.Error as error:
            db.close()
            raise refusal(path, error) from error
        except BaseException:
            db.close()
            raise
        return cls(db, path, read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _connect(path: Path, *, read_only: bool, wait: float) -> Database:
    if read_only and not path.exists():
        raise StoreError(f"{path}: there is no database")
    if not read_only:
        path.parent.mkdir(parents=True, exist_ok=True)
    conn = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}",
        uri=True,
        timeout=wait,
        # No transaction but those that the door begins: with the driver's own, INSERT ...
        # RETURNING would leave one open behind us.
        isolation_level=None,
        # Threads take turns through the lock of the door.
        check_same_thread=False,
    )
    return Database(conn, recursive_triggers=False, execute_plugins=False)


def _prepare(db: Database, path: Path, *, read_only: bool, wait: float) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    if read_only:
        db.execute("PRAGMA query_only = ON")
        _check_version(db, path)
        if schema.missing(db):
            raise StoreError(f"{path}: the database is of an older version; start the service once")
        return
    _check_version(db, path)
    _enable_wal(db, wait)
    # An alert that was acknowledged must outlive a power cut, not only a crash.
    db.execute("PRAGMA synchronous = FULL")
    db.execute(f"PRAGMA journal_size_limit = {_WAL_LIMIT_BYTES}")
    _migrate(db, path)


def _check_version(db: Database, path: Path) -> None:
    if schema.newer(db):
        raise StoreError(f"{path}: the database was written by a newer version of Pactwatch")
    if not schema.applied(db) and db.table_names():
        raise StoreError(f"{path}: this is a database of another program")


def _enable_wal(db: Database, wait: float) -> None:
    """Switch to write-ahead logging, which stays with the file.

    SQLite does not wait for its busy timeout in this one statement, so two processes that make
    the same database at the same moment need a little patience of our own.
    """
    deadline = time.monotonic() + wait
    while True:
        try:
            # Where a file system has no shared memory it stays as it is, which works as well:
            # readers and the writer then wait for one another.
            db.execute("PRAGMA journal_mode = wal")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _migrate(db: Database, path: Path) -> None:
    if not schema.missing(db):
        return
    # Taken at once and held: a second process that starts at the same moment waits here and
    # then finds nothing to do.
    db.execute("BEGIN IMMEDIATE")
    try:
        _check_version(db, path)
        schema.migrations.apply(db)
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise
