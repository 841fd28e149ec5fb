"""What parties have done with one another: the stories that a ledger and a life follow from."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

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
# Few stories of two parties are many of one: the parties after the first only confirm.
_BETWEEN: Final = """
    SELECT story_id FROM story_parties AS one
    WHERE party = :party AND own = 1 AND kind IN (SELECT value FROM json_each(:kinds))
        AND NOT EXISTS (SELECT value FROM json_each(:others) AS other WHERE NOT EXISTS (
            SELECT 1 FROM story_parties AS two
            WHERE two.story_id = one.story_id AND two.party = other.value AND two.own = 1))
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
            wanted = _between(parties, (Kind.PARTNERSHIP, Kind.RELATIONS), None)
            ids = [row["story_id"] for row in rows(db, _BETWEEN, wanted)]
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
            found = rows(db, _BETWEEN, _between(parties, kinds, limit))
            return load_facts(db, sorted(row["story_id"] for row in found))


def _between(
    parties: Collection[str], kinds: Collection[Kind], limit: int | None
) -> dict[str, Any]:
    first, *others = (clean(party) for party in parties)
    return {
        "party": first,
        "others": json_list(others),
        "kinds": json_list(kind.value for kind in kinds),
        "limit": -1 if limit is None else limit,
    }
