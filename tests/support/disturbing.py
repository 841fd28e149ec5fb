"""What may stand in the way of a database: another process that holds it, and a full disk.

Each is a context in which the trouble comes and goes at random, and which begins with it as often
as without. The full disk is a real one where this user may mount one; elsewhere a limit on the
size of files takes its place, which makes writing fail in the same calls.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Self

BUSY_SECONDS = 10.0
"""How long the store waits for another process."""
DISK_BYTES = 16_000_000
_HOLDER = """
import sqlite3, sys, time
for line in sys.stdin:
    try:
        conn = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=5)
        conn.execute("BEGIN IMMEDIATE")
        time.sleep(float(line))
        conn.execute("ROLLBACK")
        conn.close()
    except sqlite3.Error:
        pass
    print("free", flush=True)
"""


class Disturbance:
    """Nothing stands in the way. ``victim`` is the process that is to be disturbed next."""

    def __init__(self, random: Random, folder: Path) -> None:
        self.random = random
        self.folder = folder
        self.victim: int | None = None

    @contextmanager
    def around(self, database: Path) -> Iterator[None]:
        """Trouble comes and goes until the end of the block; then all is well."""
        ending = threading.Event()
        worker = threading.Thread(target=self._trouble, args=(database, ending), daemon=True)
        worker.start()
        try:
            yield
        finally:
            ending.set()
            worker.join()

    def _trouble(self, database: Path, ending: threading.Event) -> None:
        """Until ``ending``."""

    def lingers(self) -> float:
        """Seconds that the victim is to live longer than usual, to see more of the trouble."""
        return 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind."""


class Locked(Disturbance):
    """Another process holds the write lock, for moments; once in ``often`` for too long."""

    def __init__(self, random: Random, folder: Path, *, often: int = 100) -> None:
        super().__init__(random, folder)
        self._often = often
        self._too_long = False

    def lingers(self) -> float:
        return self.random.uniform(0, BUSY_SECONDS + 3) if self._too_long else 0.0

    def _trouble(self, database: Path, ending: threading.Event) -> None:
        command = [sys.executable, "-c", _HOLDER, str(database)]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        ) as holder:
            assert holder.stdin
            assert holder.stdout
            while not ending.wait(self.random.uniform(0, 0.2)):
                self._too_long = self.random.randrange(self._often) == 0
                stretch = BUSY_SECONDS + 1.5 if self._too_long else self.random.uniform(0.01, 0.5)
                holder.stdin.write(f"{stretch}\n")
                holder.stdout.readline()
                self._too_long = False
            holder.stdin.close()


class Full(Disturbance):
    """The disk is full, but for a few bytes, and is not, in turns."""

    def __init__(self, random: Random, folder: Path) -> None:
        super().__init__(random, folder)
        self.folder.mkdir(exist_ok=True)
        self._filler = self.folder / "filler"
        self.mounted = False

    def __enter__(self) -> Self:
        options = f"size={DISK_BYTES}"
        mounting = ["mount", "-t", "tmpfs", "-o", options, "pactwatch-test", str(self.folder)]
        with suppress(OSError):
            done = subprocess.run(mounting, check=False, capture_output=True)
            self.mounted = done.returncode == 0
        return self

    def __exit__(self, *_: object) -> None:
        if self.mounted:
            subprocess.run(["umount", "-l", str(self.folder)], check=True)

    def lingers(self) -> float:
        return self.random.choice((0.0, 0.0, 0.0, 0.5, 1.0))

    def fill(self, database: Path, leave: int = 0) -> None:
        """Leave so many bytes and no more."""
        if not self.mounted:
            sizes = [one.stat().st_size for one in database.parent.glob(f"{database.name}*")]
            self._limit(max([*sizes, 4096]) + leave)
            return
        with self._filler.open("ab", buffering=0) as filler:
            with suppress(OSError):
                while filler.write(bytes(65536)) == 65536:
                    pass
            with suppress(OSError):
                filler.truncate(max(0, filler.tell() - leave))

    def free(self) -> None:
        if self.mounted:
            self._filler.unlink(missing_ok=True)
        else:
            self._limit(resource.RLIM_INFINITY)

    def _limit(self, size: int) -> None:
        if self.victim is None:
            return
        with suppress(ProcessLookupError):
            resource.prlimit(self.victim, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def _trouble(self, database: Path, ending: threading.Event) -> None:
        full = self.random.random() < 0.5
        while True:
            if full:
                self.fill(database, leave=self.random.choice((0, 0, 4096, 20_000, 100_000)))
            else:
                self.free()
            full = not full
            if ending.wait(self.random.uniform(0.02, 0.7)):
                break
        self.free()
