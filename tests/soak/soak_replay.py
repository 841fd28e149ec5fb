"""The same archive in other orders, for minutes: the order of arrival leaves no trace."""

from __future__ import annotations

from pathlib import Path
from random import Random

import fuzz
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
