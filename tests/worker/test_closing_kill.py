"""A process killed while it closes a poll: afterwards the operator is told exactly once."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from operating import START, Office, listing, sources

from pacts.errors import FetchFailure
from pacts.terms import Rung

HOUR = timedelta(hours=1)
(WIRE,) = sources()


def killed_at(statement: int, act: Callable[[Office], object], office: Path) -> bool:
    """Whether a child that does this was killed at its so-manieth SQL statement."""
    child = os.fork()
    if child == 0:
        with Office(office) as opened:
            left = statement

            def count(_: str) -> None:
                nonlocal left
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

            opened.store._db.conn.set_trace_callback(count)
            act(opened)
            opened.store._db.conn.set_trace_callback(None)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.parametrize(
    ("before", "last", "headlines", "rung"),
    [
        (2, FetchFailure.NOT_FOUND, ["Source wire is failing"], Rung.FAILING),
        (
            3,
            listing(WIRE, "a"),
            ["Source wire is failing", "Source wire has recovered"],
            Rung.OK,
        ),
    ],
    ids=["fall", "recovery"],
)
def test_killed_at_any_statement_and_polled_again_it_is_told_exactly_once(
    tmp_path: Path, before: int, last: object, headlines: list[str], rung: Rung
) -> None:
    prepared = tmp_path / "prepared"
    prepared.mkdir()
    with Office(prepared) as office:
        for number in range(before):
            office.closed(FetchFailure.NOT_FOUND, START + number * HOUR)
    statement, killed = 0, True
    while killed:
        folder = shutil.copytree(prepared, tmp_path / str(statement))

        def act(office: Office) -> int:
            return office.closed(last, START + before * HOUR)  # type: ignore[arg-type]

        killed = killed_at(statement, act, folder)
        with Office(folder) as office:
            told = office.headlines()
            assert told in (headlines, headlines[:-1])
            assert bool(told == headlines) == (office.rung() is rung)
            # The poll is made again, or the next one comes.
            office.closed(last, START + (before + 1) * HOUR)  # type: ignore[arg-type]
            assert office.headlines() == headlines
            assert office.rung() is rung
            assert len(office.store.deliveries()) == len(headlines)
        statement += 1
    assert statement > 10
