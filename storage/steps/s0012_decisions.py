"""What a decision keeps beside its alert: the article, the silence, and what was set right."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0012_decisions"
_SQL: Final = """
ALTER TABLE alerts ADD COLUMN source TEXT NOT NULL DEFAULT '';  -- with item: what gave rise to it
ALTER TABLE alerts ADD COLUMN item TEXT NOT NULL DEFAULT '';
ALTER TABLE alerts ADD COLUMN silence_id INTEGER;               -- what kept it back
ALTER TABLE alerts ADD COLUMN amended_at TEXT;                  -- before anybody got it
CREATE INDEX alerts_silence ON alerts (silence_id) WHERE silence_id IS NOT NULL;

ALTER TABLE silences ADD COLUMN story_id INTEGER;               -- null: any story
ALTER TABLE silences ADD COLUMN source TEXT;                    -- null: any source

-- The last day for which its reminders are decided; another day makes it due again.
ALTER TABLE stories ADD COLUMN reminded TEXT;
CREATE INDEX stories_expected ON stories (date_end)
    WHERE status = 'planned' AND reminded IS NOT date_end;
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
