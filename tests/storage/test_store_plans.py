"""With a million items no method may walk through a table that grows with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from storecalls import CALLS, fill

from storage.store import Store

GROWING = ("items", "events", "stories", "story_parties", "alerts", "deliveries", "attempts")


@pytest.mark.parametrize("name", sorted(CALLS))
def test_no_method_walks_through_a_table_that_grows(tmp_path: Path, name: str) -> None:
    with Store.open(tmp_path / "pactwatch.db") as store:
        fill(store)
        asked: list[str] = []
        store._db.conn.set_trace_callback(asked.append)
        CALLS[name](store)
        store._db.conn.set_trace_callback(None)
        for sql in asked:
            if sql.startswith("--") or sql.split()[0].upper() not in {
                "SELECT",
                "INSERT",
                "UPDATE",
                "DELETE",
            }:
                continue
            plan = store._db.conn.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
            walks = [
                step
                for *_, step in plan
                if step.startswith(tuple(f"SCAN {table}" for table in GROWING))
                and "INDEX" not in step
            ]
            assert (sql, walks) == (sql, [])
