"""When a poll finds nothing but new items, something may have come and gone before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from newsroom import DULL, Newsroom

from pacts.terms import Reason
from worker.care.health import health
from worker.life.runtime import Runtime


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire") as room:
        room.configure(settings="{tick: 1s, deadline: 2s, operator: [console]}")
        yield room


@pytest.fixture
def runtime(room: Newsroom) -> Iterator[Runtime]:
    with room.runtime() as runtime:
        room.poll(runtime)
        yield runtime


def turn_over(room: Newsroom, runtime: Runtime, *, keep: int = 0, new: int = 3) -> None:
    """The feed goes on by ``new`` items and shows ``keep`` of the old ones."""
    room.later(hours=6)
    del room.articles["wire"][keep:]
    for number in range(new):
        slug = f"{room.now:%d-%H}-{number}"
        room.publish("wire", slug, f"Weather of {slug}", DULL[1])
    room.poll(runtime)


def told(runtime: Runtime) -> list[str]:
    return [one.headline for one in runtime.store.alerts() if one.reason is Reason.OPERATOR]


def test_a_poll_with_nothing_but_new_items_is_kept_and_shown(
    room: Newsroom, runtime: Runtime
) -> None:
    turn_over(room, runtime)
    assert runtime.store.source_health("wire").missed_at == room.now
    (row,) = health(room.directory / "config", room.database, now=room.now)
    assert row.reason == (
        "all that it listed at 2031-03-04 18:00 UTC was new: others may have come and gone before"
    )
    later = room.now + timedelta(days=8)
    (row,) = health(room.directory / "config", room.database, now=later)
    assert "come and gone" not in (row.reason or "")


def test_the_operator_is_told_when_it_repeats_and_once_a_week_at_most(
    room: Newsroom, runtime: Runtime
) -> None:
    turn_over(room, runtime)
    assert told(runtime) == []
    turn_over(room, runtime)
    assert told(runtime) == ["Source wire may have had more than was seen"]
    for _ in range(10):
        turn_over(room, runtime)
    assert len(told(runtime)) == 1
    for _ in range(20):
        turn_over(room, runtime)
    assert len(told(runtime)) == 2


@pytest.mark.parametrize(("keep", "new"), [(1, 8), (0, 2), (3, 0)])
def test_one_known_item_or_too_few_new_ones_prove_nothing(
    room: Newsroom, runtime: Runtime, keep: int, new: int
) -> None:
    turn_over(room, runtime, keep=keep, new=new)
    assert runtime.store.source_health("wire").missed == 0


def test_the_first_poll_of_a_source_misses_nothing(room: Newsroom) -> None:
    with room.runtime() as runtime:
        turn_over(room, runtime)
        assert runtime.store.source_health("wire").missed == 0
