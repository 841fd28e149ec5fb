"""The long runs, for a moment each, so that they still work when somebody wants them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import fuzz
import manysources
import replay
from fakeweb import FakeWeb

from sources.http import Web


def test_broken_texts_break_nothing() -> None:
    known = fuzz.texts()
    assert sum(fuzz.check_text(known, seed) for seed in range(150)) > 0


def test_broken_listings_break_nothing() -> None:
    with FakeWeb() as web, Web() as door:
        assert sum(fuzz.check_source(web, door, seed) for seed in range(100)) > 0


def test_broken_pages_break_nothing() -> None:
    known = fuzz.pieces()
    assert sum(fuzz.check_page(known, seed) for seed in range(20)) > 0


def test_two_orders_of_arrival_make_the_same_stories(tmp_path: Path) -> None:
    read = replay.archive()[:25]
    first, _ = replay.told(read, tmp_path / "1.db", Random(1))
    second, _ = replay.told(read, tmp_path / "2.db", Random(2))
    assert first
    assert first == second


def test_many_sources_are_each_asked_in_time_and_none_too_soon_after_another(
    tmp_path: Path,
) -> None:
    with manysources.simulated(count=40, folder=tmp_path) as world:
        world.run(hours=1.5)
        assert world.never_polled() == []
        assert world.polls > 40 * 4
        assert world.too_close == 0
        assert world.worst_lateness <= manysources.LATEST
