"""Killed at any moment and started again, a run ends as if nobody had disturbed it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from killdays import killer, news_day
from killing import KINDS, Kind, Scene

KILLS = 3
NAMES = {"migration", "database locked", "service, disk full"}
"""All kinds: ``./run.sh soak -k kill``."""


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with news_day(tmp_path_factory.mktemp("kills"), Random(7)) as scene:
        yield scene


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.name in NAMES], ids=lambda kind: kind.name
)
def test_kills_lose_nothing_and_repeat_only_what_was_never_heard(
    scene: Scene, kind: Kind, tmp_path: Path
) -> None:
    with killer(scene, kind, tmp_path / "trials") as (one, wanted, disk):
        assert len(wanted.stories) >= 3
        assert sum(wanted.deliveries.values()) >= 20
        assert one.trial(disk / "killed.db", kills=KILLS) == wanted
        assert one.tally.repeated <= one.tally.unheard + one.tally.hardly
