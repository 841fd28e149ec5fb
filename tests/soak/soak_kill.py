"""A thousand kills at random moments: ``./run.sh soak -k kill``.

PACTWATCH_SOAK_KILLS sets another number. The table that is printed at the end says how often a
message came twice and how often it was allowed to: see ``killing.Tally``.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
import seedsite
from killdays import killer, news_day, seed_day
from killing import KINDS, Kind, Scene, Tally, table

KILLS = int(os.environ.get("PACTWATCH_SOAK_KILLS", "1000"))
KILLS_PER_TRIAL = 12
SHARES = {"once": 2, "database locked": 2, "disk full": 2}
"""How much more often than others; the seeds have a share of their own."""
WHOLE = sum(SHARES.get(kind.name, 1) for kind in KINDS) + 1
NO_SEEDS = seedsite.skip_reason()


@pytest.fixture(scope="module")
def random() -> Random:
    seed = int(time.time())
    print(f"seed {seed}")
    return Random(seed)


@pytest.fixture(scope="module")
def tallies() -> Iterator[list[Tally]]:
    found: list[Tally] = []
    yield found
    print(f"\n\n{table(found)}")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory, random: Random) -> Iterator[Scene]:
    with news_day(tmp_path_factory.mktemp("news"), random) as scene:
        yield scene


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_kill_of_a_news_day_loses_anything(
    scene: Scene, tallies: list[Tally], kind: Kind, tmp_path: Path
) -> None:
    run_kills(scene, kind, tmp_path / "trials", tallies)


@pytest.mark.skipif(NO_SEEDS is not None, reason=str(NO_SEEDS))
def test_no_kill_of_a_run_over_the_seeds_loses_anything(
    tallies: list[Tally], random: Random, tmp_path: Path
) -> None:
    with seed_day(tmp_path, random) as scene:
        run_kills(scene, Kind("once, over the seeds"), tmp_path / "trials", tallies)


def run_kills(scene: Scene, kind: Kind, folder: Path, tallies: list[Tally]) -> None:
    wanted_kills = math.ceil(KILLS * SHARES.get(kind.name, 1) / WHOLE)
    with killer(scene, kind, folder) as (one, wanted, disk):
        assert wanted.stories
        assert wanted.deliveries
        tallies.append(one.tally)
        number = 0
        while one.tally.kills < wanted_kills:
            number += 1
            kills = min(KILLS_PER_TRIAL, wanted_kills - one.tally.kills)
            assert one.trial(disk / f"{number}.db", kills=kills) == wanted
        assert one.tally.lost == 0
    print(f"\n{table([one.tally])}")
