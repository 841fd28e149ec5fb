"""Replays, for minutes: an archive in other orders, and feeds through all their snapshots.

PACTWATCH_REPLAY_DIR=FOLDER ./run.sh soak -k replay      replays real snapshots, one file each
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import feedreplay
import fuzz
import pytest
import replay


def test_no_order_of_arrival_changes_the_stories(tmp_path: Path) -> None:
    read = replay.archive()
    wanted, _ = replay.told(read, tmp_path / "first.db", Random(0))
    assert wanted
    sent = []
    for seed in fuzz.seeds(fuzz.seconds(120), start=1):
        stories, alerts = replay.told(read, tmp_path / f"{seed}.db", Random(seed))
        assert stories == wanted, f"seed {seed}"
        sent.append(alerts)
    print(f"{len(read)} articles, {len(wanted)} stories, {len(sent)} orders;"
          f" alerts {min(sent)} to {max(sent)}")  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2])
def test_replay_of_a_feed_tells_every_article_once(seed: int, tmp_path: Path) -> None:
    count = feedreplay.replay(seed, 5000, tmp_path / "pactwatch.db")
    print(f"\nseed {seed}\n{count.table()}")
    assert (count.doubles, count.missed) == ([], [])
    assert (count.alert_doubles, count.alerts_missed, count.alerts_wrong) == ([], [], [])
    assert count.aliases <= count.twins  # known by their names, all but these


@pytest.mark.skipif("PACTWATCH_REPLAY_DIR" not in os.environ, reason="no snapshots were named")
def test_replay_of_real_snapshots(tmp_path: Path) -> None:
    found = feedreplay.replay_folder(
        Path(os.environ["PACTWATCH_REPLAY_DIR"]), tmp_path / "pactwatch.db"
    )
    print(f"\n{found.table()}")
    assert found.new
