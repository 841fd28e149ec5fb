"""Memory: the names that items are known by, and what their listing last said of them.

Whether two are one item is judged elsewhere (``worker/journey/memory.py``). Here a name is a hash,
found by its source and itself, whatever the number of items.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlite_utils import Database

from pacts.errors import StoreError
from pacts.identity import address_of, entry_of, guid_of, said_of, text_of, words_of
from pacts.model import Article, Item
from storage.door import Door, rows
from storage.records import Remembered
from storage.values import clean, json_list, time_or_none, time_text_or_none

MOST_NAMES: Final = 8
"""Of each kind that an item has at most: what has had more is renamed with every poll, and a new
name of it will not come again."""

_AS_BEFORE: Final = """
    SELECT entry, item_id FROM listed
    WHERE source_id = (SELECT id FROM sources WHERE name = :source)
        AND entry IN (SELECT value FROM json_each(:entries))
"""
_SHARING: Final = """
    SELECT item_id FROM identities
    WHERE source_id = (SELECT id FROM sources WHERE name = :source)
        AND name IN (SELECT value FROM json_each(:names))
    UNION SELECT id FROM items
    WHERE source_id = (SELECT id FROM sources WHERE name = :source)
        AND key IN (SELECT value FROM json_each(:keys))
"""
_REMEMBERED: Final = """
    SELECT items.id, key, settled_at IS NOT NULL AS settled, baseline, first_seen,
        listed.title, said, listed.published, updated, coalesce(rereads, 0) AS rereads, reread_at
    FROM items LEFT JOIN listed ON item_id = items.id
    WHERE items.id IN (SELECT value FROM json_each(?)) ORDER BY items.id
"""
_NAMES: Final = """
    SELECT item_id, kind, name FROM identities
    WHERE item_id IN (SELECT value FROM json_each(?)) AND kind <> 'text'
"""
_ROW: Final = """
    SELECT id, source_id FROM items
    WHERE source_id = (SELECT id FROM sources WHERE name = :source)
        AND key = :key
"""
_NAME: Final = """
    INSERT OR IGNORE INTO identities (source_id, name, item_id, kind)
    SELECT :source_id, :name, :item_id, :kind
    WHERE (SELECT count(*) FROM identities WHERE item_id = :item_id AND kind = :kind) < :most
"""
_LISTED: Final = """
    INSERT INTO listed (item_id, source_id, entry, said, title, published, updated)
    VALUES (:item_id, :source_id, :entry, :said, :title, :published, :updated)
    ON CONFLICT (item_id) DO UPDATE SET entry = excluded.entry, said = excluded.said,
        title = excluded.title, published = excluded.published, updated = excluded.updated
"""
_WAITING: Final = """
    UPDATE items SET url = :url, title = :title, summary = :summary, content = :content
    WHERE id = :item_id AND state = 'put_off'
"""
_TWINS: Final = """
    SELECT items.id, items.title FROM identities JOIN items ON items.id = item_id
    WHERE identities.source_id = (SELECT id FROM sources WHERE name = :source)
        AND name = :name AND kind = 'text' AND key <> :key ORDER BY items.id
"""


class Memory(Door):
    def as_before(self, source: str, items: Sequence[Item]) -> dict[int, int]:
        """Those of ``items`` that are listed word for word as before: position to row id."""
        entries = [entry_of(item) for item in items]
        wanted = {"source": clean(source), "entries": json_list(entries)}
        with self._reading() as db:
            known = dict(db.conn.execute(_AS_BEFORE, wanted).fetchall())
        return {at: known[entry] for at, entry in enumerate(entries) if entry in known}

    def sharing(self, source: str, items: Sequence[Item]) -> list[Remembered]:
        """Everything of the source that shares a name or the key with one of ``items``, by id."""
        if not items:
            return []
        names = {name for item in items for _, name in _names(item)}
        wanted = {
            "source": clean(source),
            "names": json_list(names),
            "keys": json_list({clean(item.key) for item in items}),
        }
        with self._reading() as db:
            ids = json_list(number for (number,) in db.conn.execute(_SHARING, wanted))
            named: dict[int, dict[str, set[int]]] = {}
            for number, kind, name in db.conn.execute(_NAMES, (ids,)):
                named.setdefault(number, {}).setdefault(kind, set()).add(name)
            return [
                _remembered(row, named.get(row["id"], {})) for row in rows(db, _REMEMBERED, (ids,))
            ]

    def remember(self, item: Item) -> None:
        """Keep what the listing says now of an item that is stored under this key.

        Its names are added to those that it has; while it waits for another try, that goes to the
        address that is listed now. Raises StoreError when it is not stored.
        """
        with self._writing() as db:
            remember(db, item)

    def give_names(self, item: Item, to: int) -> None:
        """All names of an item are from now on names of the item in row ``to``."""
        with self._writing() as db:
            wanted = {"source": clean(item.source), "key": clean(item.key)}
            number, _ = db.conn.execute(_ROW, wanted).fetchone() or (None, None)
            moved = {"item_id": number, "to": to}
            db.execute(
                "UPDATE OR IGNORE identities SET item_id = :to WHERE item_id = :item_id", moved
            )
            db.execute("DELETE FROM identities WHERE item_id = :item_id", moved)
            db.execute("DELETE FROM listed WHERE item_id = :item_id", moved)

    def twins(self, article: Article) -> list[tuple[int, str]]:
        """Items of the same source with the same text, other than its own: row ids and titles."""
        wanted = {"source": clean(article.source), "name": text_of(article)}
        with self._reading() as db:
            return db.conn.execute(_TWINS, wanted | {"key": clean(article.key)}).fetchall()


def remember(db: Database, item: Item) -> None:
    """The same inside a transaction that is under way."""
    wanted = {"source": clean(item.source), "key": clean(item.key)}
    listing = {name: clean(getattr(item, name)) for name in ("url", "title", "summary", "content")}
    found = db.conn.execute(_ROW, wanted).fetchone()
    if found is None:
        raise StoreError(f"the item {item.key!r} of {item.source!r} is not stored")
    add_names(db, found[1], found[0], _names(item))
    db.conn.execute(_WAITING, listing | {"item_id": found[0]})
    db.conn.execute(
        _LISTED,
        {
            "item_id": found[0],
            "source_id": found[1],
            "entry": entry_of(item),
            "said": said_of(item),
            "title": clean(item.title),
            "published": time_text_or_none(item.published),
            "updated": time_text_or_none(item.updated),
        },
    )


def remember_text(db: Database, source_id: int, item_id: int, article: Article) -> None:
    """That this item has this text."""
    add_names(db, source_id, item_id, [("text", text_of(article))])


def add_names(db: Database, source_id: int, item_id: int, names: Sequence[tuple[str, int]]) -> None:
    """More names of an item, as far as it does not have too many."""
    db.conn.executemany(
        _NAME,
        [
            {
                "source_id": source_id,
                "item_id": item_id,
                "kind": kind,
                "name": name,
                "most": MOST_NAMES,
            }
            for kind, name in names
        ],
    )


def _names(item: Item) -> list[tuple[str, int]]:
    found = (("guid", guid_of(item)), ("address", address_of(item)), ("words", words_of(item)))
    return [(kind, name) for kind, name in found if name is not None]


def _remembered(row: Mapping[str, Any], names: Mapping[str, set[int]]) -> Remembered:
    return Remembered(
        id=row["id"],
        key=row["key"],
        guids=frozenset(names.get("guid", ())),
        addresses=frozenset(names.get("address", ())),
        words=frozenset(names.get("words", ())),
        title=row["title"],
        said=row["said"],
        published=time_or_none(row["published"]),
        updated=time_or_none(row["updated"]),
        settled=bool(row["settled"]),
        baseline=bool(row["baseline"]),
        first_seen=time_or_none(row["first_seen"]),
        rereads=row["rereads"],
        reread_at=time_or_none(row["reread_at"]),
    )
