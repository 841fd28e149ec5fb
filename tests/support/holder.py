"""Another process that holds the write lock of a database until it is told to let go."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HOLD = """
import sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute(sys.argv[2])
conn.execute(sys.argv[3])
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path, *, before: str = "SELECT 1", take: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    """While the block runs another process has run ``before`` and ``take`` on the database."""
    command = [sys.executable, "-c", _HOLD, str(path), before, take]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as it:
        assert it.stdout is not None
        assert it.stdout.readline() == "held\n"
        yield
        it.communicate()
