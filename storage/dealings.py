"""What parties have done with one another: the stories that a ledger and a life follow from."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sqlite_utils import Database

from pacts.model import Story
from pacts.terms import Kind
from storage.door import Door, rows
from storage.story_rows import load_facts, load_stories
from storage.values import clean, json_list

# The conditions are those of the index, word for word, or it would not be used.
_COUNTED: Final = """
    SELECT id FROM stories
    WHERE kind IN ('partnership', 'relations') AND status IN ('concluded', 'historical')
        AND confirmed = 1
    ORDER BY id
"""
_AMONG: Final = """
    SELECT id FROM stories
    WHERE id IN (SELECT value FROM json_each(?)) AND status IN ('concluded', 'historical')
        AND confirmed = 1
    ORDER BY id
"""
_RAREST: Final = """
    SELECT value AS party FROM json_each(:parties)
    ORDER BY (SELECT count(*) FROM story_parties WHERE party = value)
"""
# A state in every other story is in few of those of a rare one: the rarest brings the rows.
_BETWEEN: Final = """
    SELECT story_id FROM story_parties AS one
    WHERE party = :party AND own = 1 AND kind IN (SELECT value FROM json_each(:kinds))
        AND (SELECT count(*) FROM story_parties AS two
            WHERE two.story_id = one.story_id AND own = 1
                AND two.party IN (SELECT value FROM json_each(:others))) = :number
    ORDER BY story_id DESC LIMIT :limit
"""


class Dealings(Door):
    def ledger_stories(self, parties: Collection[str] = ()) -> list[Story]:
        """Confirmed stories of levels and relations that are done, by id.

        With ``parties``, those in which all of them take part.
        """
        with self._reading() as db:
            if not parties:
                return load_stories(db, [row["id"] for row in rows(db, _COUNTED)])
            ids = _between(db, parties, (Kind.PARTNERSHIP, Kind.RELATIONS), None)
            return load_stories(db, [row["id"] for row in rows(db, _AMONG, (json_list(ids),))])

    def facts_between(
        self, parties: Collection[str], kinds: Collection[Kind], *, limit: int
    ) -> list[Story]:
        """The newest stories of these kinds in which all these parties take part, by id.

        As facts alone, without their sightings: who reads many of them wants no more.
        """
        if not parties:
            return []
        with self._reading() as db:
            return load_facts(db, sorted(_between(db, parties, kinds, limit)))


def _between(
    db: Database, parties: Collection[str], kinds: Collection[Kind], limit: int | None
) -> list[int]:
    """The newest first."""
    named = {"parties": json_list(clean(party) for party in parties)}
    first, *others = [row["party"] for row in rows(db, _RAREST, named)]
    wanted = {
        "party": first,
        "others": json_list(others),
        "number": len(others),
        "kinds": json_list(kind.value for kind in kinds),
        "limit": -1 if limit is None else limit,
    }
    return [row["story_id"] for row in rows(db, _BETWEEN, wanted)]
