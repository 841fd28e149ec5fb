"""One process per database: an advisory lock beside it, dropped by the kernel when we die."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pacts.errors import AlreadyRunningError
from storage.door import refusal


class Lock:
    """Held from ``with`` to its end. Raises AlreadyRunningError, naming who holds it, and
    StoreError when there can be no lock in that place.

    The file stays behind on purpose: removing a lock file opens a race between two that wait.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._path = database.with_name(database.name + ".lock")
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        file = self._opened()
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = self._holder()
            file.close()
            raise AlreadyRunningError(
                f"another pactwatch{holder} already works on {self._database}"
            ) from None
        self._file = file
        # Who holds it is a courtesy, which a full disk does not allow; the lock is in the kernel.
        with suppress(OSError):
            os.truncate(self._path, 0)
            os.write(file.fileno(), f"{os.getpid()}\n".encode())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _opened(self) -> IO[str]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return self._path.open("a+", encoding="utf-8")
        except OSError as error:
            raise refusal(self._database, error) from error

    def _holder(self) -> str:
        text = self._path.read_text(encoding="utf-8").strip()
        return f" (process {text})" if text.isdigit() else ""
