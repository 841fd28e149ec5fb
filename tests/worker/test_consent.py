"""``sources add`` at a terminal: it asks, and does what it is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import DULL, Newsroom
from terminal import at_a_terminal


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path) as room:
        room.articles["post"] = []
        room.publish("post", "rain", *DULL)
        yield room


@pytest.mark.parametrize(("answer", "added"), [(b"y\n", True), (b"n\n", False), (b"\n", False)])
def test_a_person_is_shown_what_it_brings_and_asked_before_it_is_written(
    room: Newsroom, answer: bytes, added: bool
) -> None:
    path = room.directory / "config" / "sources.yaml"
    url = room.web.url("/post/feed")
    printed = at_a_terminal("sources", "add", url, "--config", str(path.parent), answer=answer)
    shown, asked = printed.index("Rain is expected"), printed.index("Add to ")
    assert shown < asked
    assert (url in path.read_text()) is added
    assert ("Nothing was written." in printed) is not added
    assert "--yes" not in printed
