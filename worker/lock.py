"""One process per database: an advisory lock beside it, dropped by the kernel when we die."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pacts.errors import AlreadyRunningError


class Lock:
    """Held from ``with`` to its end. Raises AlreadyRunningError, naming who holds it.

    The file stays behind on purpose: removing a lock file opens a race between two that wait.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._path = database.with_name(database.name + ".lock")
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = self._holder()
            file.close()
            raise AlreadyRunningError(
                f"another pactwatch{holder} already works on {self._database}"
            ) from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        self._file = file
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

    def _holder(self) -> str:
        text = self._path.read_text(encoding="utf-8").strip()
        return f" (process {text})" if text.isdigit() else ""
