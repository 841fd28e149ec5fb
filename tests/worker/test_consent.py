"""``sources add`` at a terminal: it asks, and does what it is told."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import DULL, ROOT, Newsroom, clean_environment


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path) as room:
        room.articles["post"] = []
        room.publish("post", "rain", *DULL)
        yield room


def said_at_a_terminal(answer: bytes, *words: str) -> str:
    """What the command prints when a person types ``answer``."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "worker", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={**clean_environment(), "COLUMNS": "200", "TERM": "xterm"},
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


@pytest.mark.parametrize(("answer", "added"), [(b"y\n", True), (b"n\n", False), (b"\n", False)])
def test_a_person_is_shown_what_it_brings_and_asked_before_it_is_written(
    room: Newsroom, answer: bytes, added: bool
) -> None:
    path = room.directory / "config" / "sources.yaml"
    url = room.web.url("/post/feed")
    printed = said_at_a_terminal(answer, "sources", "add", url, "--config", str(path.parent))
    shown, asked = printed.index("Rain is expected"), printed.index("Add to ")
    assert shown < asked
    assert (url in path.read_text()) is added
    assert ("Nothing was written." in printed) is not added
    assert "--yes" not in printed
