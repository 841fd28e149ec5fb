"""The archive in the order in which it was judged: what replaying it needs.

Read as a stream, from one snapshot: however much is stored, little of it is held at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pacts.codec import event_from_json
from pacts.errors import StoreError
from pacts.model import Alert, Article, Event, Sighting, Silence
from storage.alerts import alert_of
from storage.codec import event_digest, signs_of
from storage.door import Door, rows
from storage.item_rows import article_of
from storage.records import Moment, MomentKind, Settled
from storage.silences import silence_of
from storage.story_rows import load_stories
from storage.values import clean, time_of

# At the same time (of a replay with --at) a silence comes first, but for one of a story: that was
# there already. What is only another name of a known item was not judged, and is no moment.
_MOMENTS: Final = """
    SELECT created_at AS at, iif(story_id IS NULL, 1, 4) AS place, 'silence' AS kind, id, 0
        FROM silences
    UNION ALL SELECT settled_at, 2, 'item', id, 0 FROM items
        WHERE settled_at IS NOT NULL AND coalesce(reason, '') NOT LIKE 'the same article as item %'
    UNION ALL SELECT replaced_at, 3, 'revision', item_id, 0 FROM revisions
    UNION ALL SELECT created_at, 5, 'joined', story_id, 0 FROM joined
    UNION ALL SELECT created_at, 5, 'parted', other_id, story_id FROM parted
    ORDER BY at, place, id
"""
_MOST_MOMENTS: Final = """
    SELECT (SELECT count(*) FROM silences) + (SELECT count(*) FROM items WHERE settled_at NOT NULL)
        + (SELECT count(*) FROM revisions) + (SELECT count(*) FROM joined)
        + (SELECT count(*) FROM parted)
"""
_SETTLED: Final = """
    SELECT articles.*, baseline, settled_at, signs FROM articles JOIN items USING (id) WHERE id = ?
"""
_JUDGEMENTS: Final = """
    SELECT * FROM alerts WHERE reason NOT IN ('operator', 'nothing') AND sends >= ? ORDER BY id
"""
_STORY_TELLING: Final = """
    SELECT story_id FROM events WHERE digest = ? AND item_id = (
        SELECT items.id FROM items JOIN sources ON sources.id = source_id
        WHERE name = ? AND key = ?)
"""
_TOLD_BY: Final = """
    SELECT DISTINCT story_id FROM events WHERE item_id = (
        SELECT items.id FROM items JOIN sources ON sources.id = source_id
        WHERE name = ? AND key = ?)
"""


class Archive(Door):
    def moments(self) -> Iterator[Moment]:
        """Everything that was judged or bore on a judgement, in its order.

        All that is read of this store until the last one comes from the same snapshot.
        """
        with self._reading() as db:
            for at, _, kind, number, other in db.conn.execute(_MOMENTS):
                yield Moment(time_of(at), MomentKind(kind), number, other)

    def moments_count(self) -> int:
        """How many :meth:`moments` there are at most."""
        with self._reading() as db:
            return int(db.conn.execute(_MOST_MOMENTS).fetchone()[0])

    def story_count(self) -> int:
        """How many stories are known."""
        with self._reading() as db:
            return int(db.conn.execute("SELECT count(*) FROM stories").fetchone()[0])

    def settled(self, item_id: int) -> Settled:
        """An item as it was judged. Raises StoreError when it was not."""
        sql = "SELECT event FROM events WHERE item_id = ? ORDER BY id"
        with self._reading() as db:
            found = rows(db, _SETTLED, (item_id,))
            if not found:
                raise StoreError(f"{self._path}: there is no article {item_id}")
            told = db.conn.execute(sql, (item_id,)).fetchall()
            return Settled(
                item_id,
                replace(
                    article_of(found[0]), signs=signs_of(json.loads(found[0]["signs"] or "[]"))
                ),
                tuple(event_from_json(json.loads(text)) for (text,) in told),
                baseline=bool(found[0]["baseline"]),
                at=time_of(found[0]["settled_at"]),
            )

    def silences_ever(self) -> dict[int, Silence]:
        """Every silence by its id, those that are over as well: each held until it ended."""
        with self._reading() as db:
            found = rows(db, "SELECT * FROM silences ORDER BY id")
            return {row["id"]: silence_of(row) for row in found}

    def judgements(self, *, sent: bool) -> Iterator[Alert]:
        """Alerts on stories and articles, the oldest first, read one by one.

        ``sent`` asks for those only that go out.
        """
        with self._reading() as db:
            cursor = db.conn.execute(_JUDGEMENTS, (int(sent),))
            names = [column[0] for column in cursor.description]
            for values in cursor:
                yield alert_of(dict(zip(names, values, strict=True)))

    def articles_of(self, story_id: int) -> list[Article]:
        """The articles that tell a story, the first that came first."""
        sql = """
            SELECT * FROM articles WHERE id IN (SELECT item_id FROM events WHERE story_id = ?)
            ORDER BY id
        """
        with self._reading() as db:
            return [article_of(row) for row in rows(db, sql, (story_id,))]

    def article_named(self, source: str, item: str) -> Article | None:
        """What was judged of an item; None where it is not stored."""
        sql = "SELECT * FROM articles WHERE source = ? AND key = ?"
        with self._reading() as db:
            found = rows(db, sql, (clean(source), clean(item)))
            return article_of(found[0]) if found else None

    def story_sightings(self, story_id: int) -> tuple[Sighting, ...]:
        """What tells a story; nothing where there is none of that id."""
        with self._reading() as db:
            found = load_stories(db, [story_id])
            return found[0].sightings if found else ()

    def story_telling(self, source: str, item: str, event: Event) -> int | None:
        """The story that this event of this item belongs to today.

        Where the item tells no such event (any more), the only story that it does tell.
        """
        where = (clean(source), clean(item))
        with self._reading() as db:
            found = db.conn.execute(_STORY_TELLING, (event_digest(event), *where)).fetchall()
            if not found:
                found = db.conn.execute(_TOLD_BY, where).fetchall()
            return int(found[0][0]) if len(found) == 1 else None
