"""``ledger`` shows what the stored stories come to, on a terminal, in a pipe and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from forkserver import ForkServer
from storyparts import NOW, SOURCES, a_sighting, an_event, keep
from terminal import at_a_terminal

from alerting.merging.stories import tell
from pacts.model import Period
from pacts.terms import Act, Kind, Status
from storage.store import Store

SP, CSP = "strategic partnership", "comprehensive strategic partnership"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Kazakhstan and Vietnam: relations since 1992, one level, then a higher one; one doubt."""
    path = tmp_path_factory.mktemp("ledger") / "pactwatch.db"
    relations = an_event(
        kind=Kind.RELATIONS, act=Act.ESTABLISHED, level=None, when=Period.parse("1992-06-29"),
        status=Status.HISTORICAL,
    )  # fmt: skip
    first = an_event(level=SP, when=Period.parse("2012"), status=Status.HISTORICAL)
    then = an_event(level=CSP)
    doubtful = an_event(level=SP, when=Period.parse("2025-07-01"))
    with Store.open(path) as store:
        store.register_sources(SOURCES, NOW)
        for number, event in enumerate((relations, first, then, doubtful)):
            seen = a_sighting(replace(event, confidence=0.9), str(number))
            late = timedelta(days=60 if event is doubtful else 0)
            keep(store, tell([replace(seen, published=NOW + late)]))
    return path


def test_the_ledger_of_a_country_has_a_row_for_each_thing_that_stands(
    database: Path, pactwatch: ForkServer
) -> None:
    done = pactwatch.run("ledger", "Vietnam", "--database", str(database))
    assert done.status == 0, done.err
    assert [line.split("  ")[0] for line in done.out.splitlines()] == [
        "PARTIES",
        "Kazakhstan and Vietnam",
        "Kazakhstan and Vietnam",
    ]
    assert "diplomatic relations                 1992-06-29" in done.out
    assert f"{CSP}  2025-05-06" in done.out
    assert done.out.splitlines()[-1].endswith(" · doubtful: story 4")
    nothing = pactwatch.run("ledger", "Peru", "--database", str(database))
    assert nothing.out == "Nothing is known.\n"


def test_the_history_of_a_pair_has_every_step_and_what_is_doubtful(
    database: Path, pactwatch: ForkServer
) -> None:
    done = pactwatch.run("ledger", "--pair", "KZ", "vietnam", "--database", str(database))
    assert [line.split()[0] for line in done.out.splitlines()[1:]] == [
        "1992-06-29",
        "2012",
        "2025-05-06",
        "2025-07-01",
    ]
    assert "since 6 May 2025 (story 3), which is the higher level." in done.out.splitlines()[-1]


def test_the_ledger_is_shown_as_it_was_known_at_a_time(
    database: Path, pactwatch: ForkServer
) -> None:
    words = ("ledger", "KZ", "--database", str(database), "--json")
    now, before = (
        json.loads(pactwatch.run(*words, *at).out) for at in ((), ("--at", "2025-05-05"))
    )
    assert before == []
    assert [(one["level"], one["since"], one["story"]) for one in now] == [
        (None, "1992-06-29", 1),
        (CSP, "2025-05-06", 3),
    ]
    assert [step["story"] for step in now[1]["history"]] == [2, 3, 4]
    assert now[1]["evidence"]["url"].startswith("https://")


def test_a_country_and_a_pair_are_not_asked_at_once(database: Path, pactwatch: ForkServer) -> None:
    words = ("ledger", "KZ", "--pair", "KZ", "VN", "--database", str(database))
    done = pactwatch.run(*words)
    assert (done.status, done.err) == (2, "give either a country or --pair\n")


def test_the_ledger_fits_a_terminal_of_80_columns(database: Path) -> None:
    shown = at_a_terminal("ledger", "VN", "--database", str(database), columns=80)
    assert max(map(len, shown.splitlines())) <= 80
