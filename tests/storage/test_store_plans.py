"""With a million items no method may walk through a table that grows with them."""

from __future__ import annotations

from pathlib import Path

from storecalls import CALLS, fill

from storage.store import Store

GROWING = ("items", "events", "stories", "story_parties", "alerts", "deliveries", "attempts")
WHOLE_ARCHIVE = frozenset({"moments", "moments_count", "judgements"})
"""What a backtest reads is everything there is, as a stream."""
QUESTIONS = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE"})


def walks(store: Store, sql: str) -> list[str]:
    """The steps of a statement that read a whole table that grows, and no index of it."""
    if sql.split(maxsplit=1)[0].upper() not in QUESTIONS:
        return []
    plan = store._db.conn.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
    whole = tuple(f"SCAN {table}" for table in GROWING)
    return [step for *_, step in plan if step.startswith(whole) and "INDEX" not in step]


def test_no_method_walks_through_a_table_that_grows(tmp_path: Path) -> None:
    with Store.open(tmp_path / "pactwatch.db") as store:
        fill(store)
        asked: list[str] = []
        store._db.conn.set_trace_callback(asked.append)
        for name, call in CALLS.items():
            if name not in WHOLE_ARCHIVE:
                call(store)
        store._db.conn.set_trace_callback(None)
        assert len(asked) > len(CALLS)
        assert {sql: walks(store, sql) for sql in asked if walks(store, sql)} == {}
