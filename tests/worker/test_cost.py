"""``sources list``: what each source costs, and trouble before what is well."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from forkserver import ForkServer
from newsroom import SIGNED, START, Newsroom
from terminal import at_a_terminal

from pacts.model import Source, Validators
from pacts.terms import SourceKind
from storage.records import SourceState
from worker.adding.catalogue import select
from worker.care.cost import cost_of
from worker.care.health import health

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
SOURCE = Source("wire", SourceKind.FEED, "https://wire.example/feed", every=15 * MINUTE)
STATE = SourceState(
    name="wire",
    kind="feed",
    url=SOURCE.url,
    validators=Validators(),
    next_check=START + 15 * MINUTE,
    last_poll=START,
    last_success=START,
    last_new_item=START,
    failures=0,
    last_error=None,
    baselined_at=START - 70 * DAY,
    items=7,
    retired=False,
)


def said(source: Source = SOURCE, pages: int = 0, **changes: Any) -> str:
    cost = cost_of(source, replace(STATE, **changes), pages, START)
    assert cost
    return cost.said


def test_polls_follow_the_interval_and_pages_are_those_of_a_week() -> None:
    assert said(pages=84) == "96+12"
    assert said(replace(SOURCE, every=60 * MINUTE)) == "24+0"


def test_a_young_source_is_not_told_to_be_cheap() -> None:
    assert said(pages=10, baselined_at=START - 2 * DAY) == "96+5"
    assert said(pages=10, baselined_at=START - MINUTE) == "96+10"
    assert said(pages=0, baselined_at=None) == "96+0"


def test_a_source_that_fails_costs_what_its_tries_cost() -> None:
    assert said(failures=5, next_check=START + 12 * 60 * MINUTE) == "2+0"


def test_a_folder_costs_nobody_anything() -> None:
    assert cost_of(replace(SOURCE, kind=SourceKind.FOLDER), STATE, 9, START) is None


# --- the command -------------------------------------------------------------------------------


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """``ok`` is well, ``lost`` fails, ``new`` was never asked."""
    with Newsroom(tmp_path, "ok", "lost", "new") as room:
        room.web.fail("/lost/feed", 404)
        with room.runtime() as runtime:
            room.poll(runtime, "ok")
            room.poll(runtime, "lost")
            room.publish("ok", "signed", *SIGNED)
            room.publish(
                "ok", "snow", "Snow falls on the hills", "Snow fell on the hills at night."
            )
            room.later(minutes=15)
            room.poll(runtime, "ok")
        yield room


def test_trouble_comes_first_then_the_order_of_the_file(room: Newsroom) -> None:
    rows = health(room.directory / "config", room.database, now=room.now)
    assert [row.name for row in rows] == ["lost", "new", "ok"]


def test_pages_that_were_fetched_are_counted_without_those_of_the_first_poll(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    done = pactwatch.run(*room.words("sources", "list", "--json", at=room.now))
    ok = {one["source"]: one for one in json.loads(done.out)}["ok"]
    assert (ok["interval_seconds"], ok["polls_a_day"], ok["pages_a_day"]) == (900, 96.0, 2.0)


def test_in_a_pipe_each_source_is_one_line(room: Newsroom, pactwatch: ForkServer) -> None:
    lines = pactwatch.run(*room.words("sources", "list", at=room.now)).out.splitlines()
    assert lines[0].split() == ["SOURCE", "STATE", "NEWS", "EVERY", "ASKS/DAY", "NEXT", "REASON"]
    assert [line.split()[0] for line in lines[1:]] == ["lost", "new", "ok"]
    assert "96+2" in lines[3]


def listed(room: Newsroom, columns: int) -> list[str]:
    """The lines of ``sources list`` on a terminal so wide."""
    words = room.words("sources", "list", at=room.now)
    return at_a_terminal(*words, columns=columns).splitlines()


def test_on_a_terminal_of_80_columns_nothing_is_cut_off_and_a_summary_comes_first(
    room: Newsroom,
) -> None:
    lines = listed(room, 80)
    assert lines[0] == "3 sources: 1 degraded, 1 not polled yet, 1 ok"
    assert max(len(line) for line in lines) <= 80
    assert any("404" in line for line in lines)


def test_on_a_narrow_terminal_notes_fit_and_the_same_advice_stands_once(room: Newsroom) -> None:
    room.web.fail("/new/feed", 404)
    with room.runtime() as runtime:
        room.poll(runtime, "new")
    lines = listed(room, 60)
    assert max(len(line) for line in lines) <= 60
    said = " ".join(" ".join(lines).split())
    assert said.count("Look for the new address") == 1
    assert said.count("to do: as above") == 1


def test_the_names_of_the_catalogue_are_whole_on_a_narrow_terminal(room: Newsroom) -> None:
    config = str(room.directory / "config")
    words = ("sources", "catalogue", "--language", "fr", "--config", config)
    printed = at_a_terminal(*words, columns=60)
    assert all(f"{row.name} " in printed for row in select(None, "fr"))
    assert "nobody has looked" in " ".join(printed.split())


def test_events_and_alerts_are_read_on_a_narrow_terminal(room: Newsroom) -> None:
    for name in ("events", "alerts"):
        printed = at_a_terminal(*room.words(name), columns=80)
        assert max(len(line) for line in printed.splitlines()) <= 80
        assert "fisheries agreement" in " ".join(printed.split())
