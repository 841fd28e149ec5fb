"""The first tables."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0001_first"
_SQL: Final = """
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


def step(db: Database) -> None:
    db.executescript(_SQL)
