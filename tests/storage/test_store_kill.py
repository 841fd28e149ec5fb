"""A process that writes is killed at random moments; what it leaves must be whole."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from storyparts import NOW, an_item, at, unseen

from pacts.terms import DeliveryState
from storage.store import Store

ROOT = Path(__file__).parents[2]
KILLS = 15
EARLY_KILLS = 4
"""Of these some while the process starts, opens and migrates."""

_VICTIM = """
import sys
from pathlib import Path
from storyparts import NOW, SOURCES, a_sighting, a_story, an_alert, an_article, an_item, at
from pacts.model import Held
from storage.store import Store

store = Store.open(Path(sys.argv[1]))
store.register_sources(SOURCES, NOW)
store.release_leases()
number = int(sys.argv[2])
while True:
    key = str(number)
    store.put_off(an_item(key), reason="not yet", now=NOW, next_try=NOW)
    with store.transaction():
        store.add_article(an_article(key, text="x" * 5000), now=NOW, baseline=False)
        story = store.save_story(a_story(a_sighting(key=key)), now=NOW)
        alert = an_alert(story, channels=("desk", "digest"))
        store.add_alert(alert, deliveries=dict.fromkeys(alert.channels, Held(NOW)))
    print("told", number, flush=True)
    for delivery in store.lease("desk", now=NOW, until=at(1), limit=2):
        store.delivered([delivery.id], now=NOW)
        print("sent", delivery.id, flush=True)
    number += 1
"""


def run_and_kill(path: Path, first: int, seconds: float, *, early: bool) -> list[list[str]]:
    """Kill the writer ``seconds`` after it began to tell, or after its start when ``early``."""
    places = os.pathsep.join([str(ROOT), str(ROOT / "tests" / "support")])
    with subprocess.Popen(
        [sys.executable, "-c", _VICTIM, str(path), str(first)],
        env={**os.environ, "PYTHONPATH": places},
        stdout=subprocess.PIPE,
        text=True,
    ) as victim:
        assert victim.stdout is not None
        said = [] if early else [victim.stdout.readline()]
        time.sleep(seconds)
        victim.send_signal(signal.SIGKILL)
        said += victim.stdout.readlines()
    assert victim.returncode == -signal.SIGKILL
    return [line.split() for line in said if line.endswith("\n")]


def assert_whole(path: Path) -> None:
    """Every item has its event, alert and deliveries, or none of them; nothing else is there."""
    conn = sqlite3.connect(path)
    if conn.execute("SELECT name FROM sqlite_schema WHERE name = 'items'").fetchone():
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = conn.execute(
            """
            SELECT items.key, items.state,
                (SELECT count(*) FROM events WHERE item_id = items.id),
                (SELECT count(*) FROM alerts JOIN events ON events.story_id = alerts.story_id
                    WHERE item_id = items.id),
                (SELECT count(*) FROM deliveries JOIN alerts ON alerts.id = alert_id
                    JOIN events ON events.story_id = alerts.story_id WHERE item_id = items.id),
                (SELECT count(*) FROM story_parties JOIN events USING (story_id)
                    WHERE item_id = items.id)
            FROM items
            """
        ).fetchall()
        for key, state, *counts in rows:
            expected = [1, 1, 2, 2] if state == "seen" else [0, 0, 0, 0]
            assert (key, counts) == (key, expected)
        sums = "SELECT (SELECT count(*) FROM items), (SELECT sum(items) FROM sources)"
        items, counted = conn.execute(sums).fetchone()
        assert items == (counted or 0)
        sent, logged = conn.execute(
            """SELECT (SELECT count(*) FROM deliveries WHERE state = 'sent'),
                (SELECT count(*) FROM attempts WHERE ok = 1)"""
        ).fetchone()
        assert sent == logged
    conn.close()


def test_a_writer_killed_at_any_moment_leaves_all_of_an_item_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "pactwatch.db"
    moments = random.Random()
    told: set[str] = set()
    sent: set[int] = set()
    for kill in range(KILLS):
        early = kill < EARLY_KILLS
        seconds = moments.uniform(0.1, 0.4) if early else moments.uniform(0.0, 0.06)
        for what, number in run_and_kill(path, kill * 10_000, seconds, early=early):
            if what == "told":
                told.add(number)
            else:
                sent.add(int(number))
        assert_whole(path)

    with Store.open(path) as store:
        # What was acknowledged is there ...
        assert unseen(store, [an_item(key) for key in sorted(told)]) == []
        done = {one.id for one in store.deliveries(state=DeliveryState.SENT)}
        assert sent <= done
        # ... and what was under way comes back: a lease, and at most one item per kill.
        store.release_leases()
        waiting = store.put_off_items("alpha", NOW)
        assert len(waiting) <= KILLS
        again = {one.id for one in store.lease("desk", now=at(2), until=at(3), limit=10_000)}
        assert not again & done
