"""Every fault of a server: told in words, over in time, small in memory, and nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest
from faulthost import DEADLINE, FAULTS, FaultHost, latin_1, suffer
from newsroom import START
from sourcekit import door, source

from pacts.model import Validators
from sources.fetch import list_items

SMALL = 40.0
"""Megabytes; the bombs unpack to 300."""


@pytest.fixture(scope="module", autouse=True)
def _loaded(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Libraries load when they are first used: not while something is measured."""
    suffer(FAULTS["nothing at all"], tmp_path_factory.mktemp("warm") / "x")


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_has_its_reason_and_its_bounds_and_disturbs_nobody(
    name: str, tmp_path: Path
) -> None:
    fault = FAULTS[name]
    outcome = suffer(fault, tmp_path / "x")
    assert outcome.reason.startswith(fault.expected.value if fault.expected else "")
    assert bool(outcome.reason) == (fault.expected is not None)
    assert outcome.items == fault.items
    assert outcome.seconds < DEADLINE + 6
    assert outcome.megabytes < SMALL
    assert outcome.good_items == 2
    assert outcome.good_seconds < DEADLINE + 6
    assert outcome.requests <= 12


def test_text_without_a_charset_is_read_as_it_was_meant() -> None:
    with FaultHost() as host, door() as web:
        latin_1(host, "/feed")
        asked = source(host.plain.url("/feed"))
        (item,) = list_items(asked, web, Validators(), now=START).items
    assert "à la carte, déjà signé" in item.title


def test_bytes_after_a_304_are_not_the_next_answer(tmp_path: Path) -> None:
    outcome = suffer(FAULTS["304 with a body: feed"], tmp_path / "x")
    assert outcome.failures == 0
    assert outcome.requests >= 5
