"""The names of items, and their revisions."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

from pacts.identity import guid_name, name, page_name

NAME: Final = "0005_identity"
_SQL: Final = """
-- The names that items are known by inside their source, each a hash (pacts.identity).
CREATE TABLE identities (
    source_id INTEGER NOT NULL,
    name INTEGER NOT NULL,
    item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('guid', 'address', 'words', 'text')),
    PRIMARY KEY (source_id, name, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_item ON identities (item_id, kind);

-- What the listing last said of an item. No row: nobody looked since this table was made.
CREATE TABLE listed (
    item_id INTEGER PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL,
    entry INTEGER NOT NULL,            -- hash of the whole entry: the same is known at a glance
    said INTEGER NOT NULL,             -- hash of its words: another is an edit
    title TEXT NOT NULL,
    published TEXT,
    updated TEXT,
    rereads INTEGER NOT NULL DEFAULT 0,
    reread_at TEXT
) STRICT;
CREATE INDEX listed_entry ON listed (source_id, entry);

-- What an item said before its article was edited; what it says now stands in items.
CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES items (id),
    replaced_at TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    published TEXT,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX revisions_item ON revisions (item_id);

-- Polls that found nothing but new items: something may have come and gone between them.
ALTER TABLE source_health ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;  -- of late
ALTER TABLE source_health ADD COLUMN missed_at TEXT;                     -- the last one
ALTER TABLE source_health ADD COLUMN missed_told TEXT;                   -- to the operator
"""


def step(db: Database) -> None:
    """Items met before are known by their key, a guid or an address, and by their page."""
    db.executescript(_SQL)
    add = "INSERT OR IGNORE INTO identities (source_id, name, item_id, kind) VALUES (?, ?, ?, ?)"
    for source, item, key, url in db.conn.execute("SELECT source_id, id, key, url FROM items"):
        names = {("guid", guid_name(key)), ("address", page_name(key)), ("address", page_name(url))}
        db.conn.executemany(add, [(source, name(*one), item, one[0]) for one in names if one[1]])
