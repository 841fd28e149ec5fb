"""What messages wait for, when a channel got its last ones, and how its last test went."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0010_waits"
_SQL: Final = """
-- Each message that a channel took, one alert or a digest of many: what a ceiling is counted by.
CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX messages_channel ON messages (channel, at);

ALTER TABLE deliveries ADD COLUMN waits_for TEXT;      -- why not before not_before
ALTER TABLE deliveries ADD COLUMN instead_of TEXT;     -- the channel that did not take it
ALTER TABLE deliveries ADD COLUMN message_id INTEGER;    -- of messages; what it left in

CREATE INDEX deliveries_failed ON deliveries (channel) WHERE state = 'failed';

ALTER TABLE channels ADD COLUMN digest_at TEXT;        -- when its next digest is planned
ALTER TABLE channels ADD COLUMN digest_plan TEXT;      -- the times that this follows from
ALTER TABLE channels ADD COLUMN gave_up_at TEXT;       -- a message was given up, none taken since
ALTER TABLE channels ADD COLUMN tested_at TEXT;
ALTER TABLE channels ADD COLUMN test_error TEXT;       -- null when the last test was taken
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
