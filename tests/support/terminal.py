"""Commands of Pactwatch at a terminal, which is where they ask, fold and colour."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

from newsroom import ROOT, clean_environment


def at_a_terminal(*words: str, answer: bytes = b"", columns: int = 200) -> str:
    """What a command prints on a terminal so wide, when a person types ``answer``."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "worker", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={**clean_environment(), "COLUMNS": str(columns), "TERM": "xterm"},
    )
    os.close(theirs)
    os.write(ours, answer)
    printed = b""
    while True:
        try:
            piece = os.read(ours, 65_536)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        printed += piece
    os.close(ours)
    assert child.wait(60) == 0
    return printed.decode()
