"""Is it new? The question for 30 items of one feed, in a store of a million, CPU milliseconds.

The budget is 0.5 ms for a feed in which nothing changed. The baseline looks the keys up in the
unique index of items, which knows nothing of other names.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from random import Random

from benchmarks.timing import compare, table
from pacts.identity import address_of, entry_of, guid_of, said_of, words_of
from pacts.model import Item
from storage.store import Store
from worker.journey.remembering import meet

SOURCES = 1_000
EACH = 1_000
ASKED = 40
"""Sources that are asked in turns: what they have is real, the rest is only there."""
NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
SUMMARY = "The two governments signed it in the presence of their ministers on Tuesday. " * 3


def listing(source: int, *, shift: int = 0) -> list[Item]:
    return [
        Item(
            source=f"s{source}",
            key=f"https://outlet-{source}.example/?p={number}",
            url=f"https://outlet-{source}.example/news/{number}",
            title=f"Report {number} of the day",
            summary=SUMMARY,
            published=NOW,
            guid=f"outlet-{source}.example?p={number}",
            address=f"outlet-{source}.example/news/{number}",
        )
        for number in range(shift, shift + 30)
    ]


def fill(store: Store, conn: sqlite3.Connection) -> None:
    """A million items, inserted as rows: through the journey it would take hours."""
    store.register_sources([(f"s{number}", "feed", f"u{number}") for number in range(SOURCES)], NOW)
    random, stamp = Random(1), NOW.isoformat(timespec="microseconds")
    items = {source: listing(source) for source in range(ASKED)}
    number = 0
    for source in range(SOURCES):
        rows, names, listed = [], [], []
        for place in range(EACH):
            number += 1
            item = items[source][place] if source in items and place < 30 else None
            key = item.key if item else f"https://outlet-{source}.example/?p={place}"
            rows.append((number, source + 1, key, stamp, stamp, "Report", "x" * 300))
            drawn = [random.getrandbits(63) for _ in range(5)]
            if item:
                drawn[:3] = [guid_of(item), address_of(item), words_of(item)]
                drawn[3:] = [entry_of(item), said_of(item)]
            kinds = zip(("guid", "address", "words"), drawn, strict=False)
            names += [(source + 1, name, number, kind) for kind, name in kinds]
            listed.append((number, source + 1, drawn[3], drawn[4], item.title if item else "R"))
        conn.executemany(
            "INSERT INTO items (id, source_id, key, state, baseline, first_seen, settled_at, url,"
            " title, text) VALUES (?, ?, ?, 'seen', 0, ?, ?, '', ?, ?)", rows,
        )  # fmt: skip
        conn.executemany("INSERT INTO identities VALUES (?, ?, ?, ?)", names)
        conn.executemany(
            "INSERT INTO listed (item_id, source_id, entry, said, title) VALUES (?, ?, ?, ?, ?)",
            listed,
        )
    conn.commit()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "db") as store:
        conn = sqlite3.connect(Path(folder) / "db")
        fill(store, conn)
        turns: Iterator[int] = cycle(range(ASKED))
        same = {source: listing(source) for source in range(ASKED)}
        edited = {
            source: [replace(item, title=f"{item.title}, updated") for item in items]
            for source, items in same.items()
        }
        fresh = {source: listing(source, shift=5_000) for source in range(ASKED)}

        def keys_only() -> None:
            source = next(turns)
            marks = ",".join("?" * 30)
            sql = f"SELECT key FROM items WHERE source_id = ? AND key IN ({marks})"
            values = (source + 1, *(item.key for item in same[source]))
            assert len(conn.execute(sql, values).fetchall()) == 30

        def ask(listings: dict[int, list[Item]], new: int) -> None:
            source = next(turns)
            assert len(meet(store, f"s{source}", listings[source]).new) == new

        size = (Path(folder) / "db").stat().st_size / 1e6
        timings = compare(
            {
                "keys in the index of items": keys_only,
                "30 items as before": lambda: ask(same, 0),
                "30 edited titles": lambda: ask(edited, 0),
                "30 new items": lambda: ask(fresh, 30),
            },
            calls=ASKED * 5,
        )
        title = f"seen-check, {SOURCES * EACH:,} items, {size:.0f} MB"
        print(table(title, timings, baseline="keys in the index of items"))


if __name__ == "__main__":
    main()
