"""Finding what parties have done with one another."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

NAME: Final = "0011_dealings"
_SQL: Final = """
-- What a ledger follows from: levels and relations, done and confirmed.
CREATE INDEX stories_ledger ON stories (id)
    WHERE kind IN ('partnership', 'relations') AND status IN ('concluded', 'historical')
        AND confirmed = 1;
CREATE INDEX story_parties_kind ON story_parties (party, kind, story_id);
"""


def step(db: Database) -> None:
    db.executescript(_SQL)
