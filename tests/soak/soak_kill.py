"""Two hundred kills at random moments: ``./run.sh soak``.

PACTWATCH_SOAK_KILLS sets another number. What is printed says how often a message came twice and
how often it was allowed to.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from random import Random

import pytest
import seedsite
from forkserver import ForkServer
from killing import NEWS_DAY, SEED_DAY, Killer, SlowHook, news_day, seed_day
from seedsite import SeedSite

from worker.demo import texts
from worker.demo.site import Site

KILLS = int(os.environ.get("PACTWATCH_SOAK_KILLS", "200"))
KILLS_PER_RUN = 5
EVERYTHING = [piece for piece in vars(texts).values() if isinstance(piece, texts.Piece)]


@pytest.mark.skipif(seedsite.skip_reason() is not None, reason=str(seedsite.skip_reason()))
def test_no_kill_of_a_run_over_the_seeds_loses_anything(tmp_path: Path) -> None:
    with SeedSite() as site, SlowHook() as hook, ForkServer() as server:
        words = seed_day(tmp_path / "config", site.sources, hook.url)
        run_kills(Killer(server, words, hook, _random(), when=SEED_DAY), tmp_path)


def test_no_kill_of_a_news_day_loses_anything(tmp_path: Path) -> None:
    with Site() as site, SlowHook() as hook, ForkServer() as server:
        site.publish(*EVERYTHING)
        words = news_day(tmp_path / "config", site.address, hook.url)
        run_kills(Killer(server, words, hook, _random(), when=NEWS_DAY), tmp_path)


def _random() -> Random:
    seed = int(time.time())
    print(f"seed {seed}")
    return Random(seed)


def run_kills(killer: Killer, folder: Path) -> None:
    wanted = killer.undisturbed(folder / "whole.db")
    assert wanted.stories
    assert wanted.deliveries
    number = 0
    while killer.tally.kills < KILLS:
        number += 1
        kills = min(KILLS_PER_RUN, KILLS - killer.tally.kills)
        assert killer.trial(folder / f"{number}.db", kills=kills) == wanted
    print(killer.tally)
