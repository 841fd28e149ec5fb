"""Killed at any moment and started again, a run ends as if nobody had disturbed it."""

from __future__ import annotations

from pathlib import Path
from random import Random

from forkserver import ForkServer
from killing import NEWS_DAY, Killer, SlowHook, news_day

from worker.demo import texts
from worker.demo.site import Site

EVERYTHING = [piece for piece in vars(texts).values() if isinstance(piece, texts.Piece)]


def test_kills_lose_nothing_and_repeat_only_what_was_never_heard(tmp_path: Path) -> None:
    with Site() as site, SlowHook() as hook, ForkServer() as server:
        site.publish(*EVERYTHING)
        words = news_day(tmp_path / "config", site.address, hook.url)
        killer = Killer(server, words, hook, Random(7), when=NEWS_DAY)
        wanted = killer.undisturbed(tmp_path / "whole.db")
        assert len(wanted.stories) >= 3
        assert sum(wanted.deliveries.values()) >= 5
        for number in range(2):
            assert killer.trial(tmp_path / f"{number}.db", kills=3) == wanted
        assert killer.tally.kills >= 3, killer.tally
        assert killer.tally.repeats <= killer.tally.unheard
