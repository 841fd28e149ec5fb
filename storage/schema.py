"""The tables, as migrations whose names are for ever: a change is a new migration at the end.

Everything of one migration commits together with the record that it was applied. Times are ISO
8601 texts in UTC and of one width; days are ISO dates; booleans are 0 and 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sqlite_utils import Database, Migrations

from pacts.identity import guid_name, name, page_name

_FIRST: Final = """
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    body_hash TEXT,
    next_check TEXT NOT NULL,
    last_poll TEXT,
    last_success TEXT,
    last_new_item TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    baselined_at TEXT,
    items INTEGER NOT NULL DEFAULT 0,  -- kept with each insert: counting a million rows is slow
    retired INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX sources_due ON sources (next_check, name);

CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    key TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('seen', 'put_off', 'unreadable')),
    baseline INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    settled_at TEXT,                   -- null while put off
    attempts INTEGER NOT NULL DEFAULT 0,
    next_try TEXT,                     -- only while put off
    reason TEXT,                       -- why put off or unreadable
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    published TEXT,
    language TEXT,
    trust TEXT NOT NULL DEFAULT 'allowed',
    text_hash TEXT,                    -- sha256 of the text as UTF-8
    summary TEXT,                      -- what the listing said, where the page was not read
    content TEXT,                      -- HTML of the listing, only while put off
    text TEXT,                         -- null until an article is known; never changed after
    UNIQUE (source_id, key),
    CHECK ((state = 'put_off') = (next_try IS NOT NULL)),
    CHECK ((state = 'put_off') = (settled_at IS NULL)),
    CHECK (state <> 'seen' OR text IS NOT NULL)
) STRICT;
CREATE INDEX items_put_off ON items (source_id, next_try) WHERE state = 'put_off';
CREATE INDEX items_first_seen ON items (first_seen);

CREATE TABLE stories (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    act TEXT NOT NULL,
    status TEXT NOT NULL,
    scope TEXT NOT NULL,
    level TEXT,
    document_kind TEXT,
    confirmed INTEGER NOT NULL,
    date_start TEXT,
    date_end TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    facts TEXT NOT NULL                -- JSON: every field but the sightings
) STRICT;
CREATE INDEX stories_updated ON stories (updated_at);

-- Every party of a story or of one of its events, with what a search for candidates asks.
CREATE TABLE story_parties (
    party TEXT NOT NULL,
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    own INTEGER NOT NULL,              -- 0: only an event names it, the story does not
    kind TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    PRIMARY KEY (story_id, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_parties_days ON story_parties (party, last_day, first_day, kind);

CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES items (id),
    story_id INTEGER NOT NULL REFERENCES stories (id),
    position INTEGER NOT NULL,         -- among the sightings of the story
    digest TEXT NOT NULL,              -- of the event: the same item never tells it twice
    kind TEXT NOT NULL,
    act TEXT NOT NULL,
    status TEXT NOT NULL,
    scope TEXT NOT NULL,
    level TEXT,
    date_start TEXT,
    date_end TEXT,
    trust TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    published TEXT,
    recorded_at TEXT NOT NULL,
    event TEXT NOT NULL,               -- JSON of pacts.codec
    UNIQUE (item_id, digest)
) STRICT;
CREATE INDEX events_story ON events (story_id, position);
CREATE INDEX events_recorded ON events (recorded_at);

CREATE TABLE alerts (
    id INTEGER PRIMARY KEY,
    story_id INTEGER REFERENCES stories (id),
    reason TEXT NOT NULL,
    sends INTEGER NOT NULL,
    priority TEXT NOT NULL,
    created_at TEXT NOT NULL,
    headline TEXT NOT NULL,
    detail TEXT NOT NULL,
    watches TEXT NOT NULL,             -- JSON arrays of texts
    channels TEXT NOT NULL,
    matched TEXT NOT NULL,
    story TEXT,                        -- JSON: what was said, whatever became of the story
    article TEXT
) STRICT;
CREATE INDEX alerts_story ON alerts (story_id);
CREATE INDEX alerts_created ON alerts (created_at);

CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY,
    alert_id INTEGER NOT NULL REFERENCES alerts (id),
    channel TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'sent', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before TEXT NOT NULL,
    leased_until TEXT,
    created_at TEXT NOT NULL,
    sent_at TEXT,
    error TEXT,
    UNIQUE (alert_id, channel),
    CHECK ((state = 'leased') = (leased_until IS NOT NULL)),
    CHECK ((state = 'sent') = (sent_at IS NOT NULL))
) STRICT;
CREATE INDEX deliveries_open ON deliveries (channel, not_before)
    WHERE state IN ('waiting', 'leased');
CREATE INDEX deliveries_created ON deliveries (created_at);

CREATE TABLE attempts (
    id INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL REFERENCES deliveries (id),
    at TEXT NOT NULL,
    ok INTEGER NOT NULL,
    error TEXT,
    seconds REAL
) STRICT;
CREATE INDEX attempts_delivery ON attempts (delivery_id);

-- Names and fingerprints only: the address of a channel is a secret and stays outside.
CREATE TABLE channels (
    name TEXT PRIMARY KEY,
    fingerprint TEXT,
    disabled_at TEXT,
    reason TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE silences (
    id INTEGER PRIMARY KEY,
    until TEXT NOT NULL,
    comment TEXT NOT NULL,
    parties TEXT NOT NULL,
    events TEXT NOT NULL,
    watch TEXT,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX silences_until ON silences (until);

-- Events with the names of their item and source: what a sighting is read from.
CREATE VIEW sightings AS
    SELECT events.id, item_id, story_id, position, sources.name AS source, items.key AS item,
        events.kind, events.status, events.trust, events.url, events.title, events.published,
        recorded_at, event
    FROM events JOIN items ON items.id = item_id JOIN sources ON sources.id = source_id;

-- Items that are settled, as articles.
CREATE VIEW articles AS
    SELECT items.id, sources.name AS source, key, items.url, title, text, summary, published,
        language, trust, first_seen
    FROM items JOIN sources ON sources.id = source_id WHERE settled_at IS NOT NULL;

-- What is still to be sent on channels that work, and from when on somebody may take it.
CREATE VIEW outbox AS
    SELECT id, channel, not_before, CASE state
        WHEN 'waiting' THEN not_before ELSE max(not_before, leased_until) END AS due_at
    FROM deliveries
    WHERE state IN ('waiting', 'leased') AND NOT EXISTS (
        SELECT 1 FROM channels WHERE name = channel AND disabled_at IS NOT NULL);

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

_MARKS: Final = """
-- What people said of stories. Article and event are copies: they stay when items are pruned.
CREATE TABLE marks (
    id INTEGER PRIMARY KEY,
    story_id INTEGER REFERENCES stories (id) ON DELETE SET NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong')),
    comment TEXT NOT NULL,
    created_at TEXT NOT NULL,
    article TEXT NOT NULL,             -- JSON, as in alerts
    event TEXT NOT NULL                -- JSON of pacts.codec
) STRICT;
CREATE INDEX marks_story ON marks (story_id);
"""

_HEALTH: Final = """
-- How a source is doing beyond its last poll. A source without a row has given no cause for one.
CREATE TABLE source_health (
    source_id INTEGER PRIMARY KEY REFERENCES sources (id),
    rung TEXT NOT NULL DEFAULT 'ok',
    weight REAL NOT NULL DEFAULT 0,    -- of the failures in a row
    since TEXT,                        -- the first of them
    failure TEXT,                      -- the name of the last one
    told INTEGER NOT NULL DEFAULT 0,   -- the operator knows of this fall
    quiet_since TEXT,                  -- the operator knows that nothing new comes
    drift TEXT,                        -- why the listing no longer looks as it did
    drift_since TEXT,
    suspect INTEGER NOT NULL DEFAULT 0,
    shapes TEXT NOT NULL DEFAULT '[]', -- JSON: what the latest listings looked like
    held_at TEXT,
    held_why TEXT,
    released_at TEXT,                  -- articles before it no longer count against the source
    site TEXT NOT NULL DEFAULT '',     -- what its pages call the site
    site_seen INTEGER NOT NULL DEFAULT 0,
    moved_to TEXT                      -- the operator knows that it has moved there
) STRICT;
CREATE INDEX source_health_since ON source_health (since) WHERE since IS NOT NULL;

ALTER TABLE items ADD COLUMN signs TEXT;  -- JSON array; null for an article without any
CREATE INDEX items_source_seen ON items (source_id, first_seen);
"""

_COST: Final = """
-- How often a source is asked, and when it last gave its whole list.
ALTER TABLE sources ADD COLUMN hits REAL NOT NULL DEFAULT 0;             -- polls with news
ALTER TABLE sources ADD COLUMN watched_seconds REAL NOT NULL DEFAULT 0;  -- what they looked back on
ALTER TABLE sources ADD COLUMN last_whole TEXT;
UPDATE sources SET last_whole = last_success;
"""

_IDENTITY: Final = """
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

_PUBLISHED_BY: Final = """
-- What dated an article (pacts.terms.PublishedBy); null where nothing did, or before this column.
ALTER TABLE items ADD COLUMN published_by TEXT;

DROP VIEW articles;
CREATE VIEW articles AS
    SELECT items.id, sources.name AS source, key, items.url, title, text, summary, published,
        published_by, language, trust, first_seen
    FROM items JOIN sources ON sources.id = source_id WHERE settled_at IS NOT NULL;
"""

_ASKED: Final = """
-- How a source was configured when it was last made known: JSON of what is not usual.
CREATE TABLE source_asked (
    name TEXT PRIMARY KEY,
    reading TEXT NOT NULL,             -- what decides what its list gives
    timing TEXT NOT NULL               -- and how often it is asked
) STRICT, WITHOUT ROWID;
"""


def _first(db: Database) -> None:
    db.executescript(_FIRST)


def _marks(db: Database) -> None:
    db.executescript(_MARKS)


def _health(db: Database) -> None:
    db.executescript(_HEALTH)


def _cost(db: Database) -> None:
    db.executescript(_COST)


def _identity(db: Database) -> None:
    """Items met before are known by their key, a guid or an address, and by their page."""
    db.executescript(_IDENTITY)
    add = "INSERT OR IGNORE INTO identities (source_id, name, item_id, kind) VALUES (?, ?, ?, ?)"
    for source, item, key, url in db.conn.execute("SELECT source_id, id, key, url FROM items"):
        names = {("guid", guid_name(key)), ("address", page_name(key)), ("address", page_name(url))}
        db.conn.executemany(add, [(source, name(*one), item, one[0]) for one in names if one[1]])


def _published_by(db: Database) -> None:
    db.executescript(_PUBLISHED_BY)


def _asked(db: Database) -> None:
    db.executescript(_ASKED)


_STEPS: Final[Mapping[str, Callable[[Database], None]]] = {
    "0001_first": _first,
    "0002_marks": _marks,
    "0003_health": _health,
    "0004_cost": _cost,
    "0005_identity": _identity,
    "0006_published_by": _published_by,
    "0007_asked": _asked,
}

migrations: Final = Migrations("pactwatch")
for _name, _step in _STEPS.items():
    migrations(name=_name)(_step)


def applied(db: Database) -> frozenset[str]:
    """Names of the migrations that this file went through; none for a file that is not ours."""
    return frozenset(migration.name for migration in migrations.applied(db))


def missing(db: Database) -> frozenset[str]:
    """Migrations of this code that the file still needs."""
    return frozenset(_STEPS) - applied(db)


def newer(db: Database) -> frozenset[str]:
    """Migrations that a newer version applied and this code does not know."""
    return applied(db) - frozenset(_STEPS)
