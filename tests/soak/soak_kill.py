"""Two hundred kills at random moments: ``./run.sh soak``.

PACTWATCH_SOAK_KILLS sets another number. What is printed says how often a message came twice and
how often it was allowed to.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from random import Random

from forkserver import ForkServer
from killing import NEWS_DAY, Killer, SlowHook, news_day

from worker.demo import texts
from worker.demo.site import Site

KILLS = int(os.environ.get("PACTWATCH_SOAK_KILLS", "200"))
KILLS_PER_RUN = 5
EVERYTHING = [piece for piece in vars(texts).values() if isinstance(piece, texts.Piece)]


def test_no_kill_loses_anything(tmp_path: Path) -> None:
    seed = int(time.time())
    print(f"seed {seed}")
    with Site() as site, SlowHook() as hook, ForkServer() as server:
        site.publish(*EVERYTHING)
        words = news_day(tmp_path / "config", site.address, hook.url)
        run_kills(Killer(server, words, hook, Random(seed), when=NEWS_DAY), tmp_path)


def run_kills(killer: Killer, folder: Path) -> None:
    wanted = killer.undisturbed(folder / "whole.db")
    number = 0
    while killer.tally.kills < KILLS:
        number += 1
        kills = min(KILLS_PER_RUN, KILLS - killer.tally.kills)
        assert killer.trial(folder / f"{number}.db", kills=kills) == wanted
    print(killer.tally)
