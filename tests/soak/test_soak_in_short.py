"""The long runs, for a moment each, so that they still work when somebody wants them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import feedreplay
import fuzz
import manysources
import replay
import rush
from fakeweb import FakeWeb
from history import History

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


def test_a_feed_with_every_disorder_tells_every_article_once(tmp_path: Path) -> None:
    count = feedreplay.replay(4, 160, tmp_path / "pactwatch.db")
    assert count.true > 90
    assert (count.new, count.doubles, count.missed) == (count.true, [], [])
    assert (count.alert_doubles, count.alerts_missed, count.alerts_wrong) == ([], [], [])
    assert count.aliases <= count.twins  # known by their names, all but these


def test_files_of_a_folder_are_replayed_as_snapshots(tmp_path: Path) -> None:
    folder = tmp_path / "feed"
    folder.mkdir()
    history = History(1, length=40)
    for number in range(40):
        history.step()
        (folder / f"{number:03}.xml").write_bytes(history.feed())
    found = feedreplay.replay_folder(folder, tmp_path / "pactwatch.db")
    assert (found.snapshots, found.unreadable, found.likely) == (40, 0, [])
    assert found.new == sum(piece.seen for piece in history.pieces)


def test_a_few_alerts_of_one_poll_are_handed_over(tmp_path: Path) -> None:
    seen = rush.rush(tmp_path, 12, pages=False)
    assert len(seen.waits) == 12
    assert "p95" in str(seen)
