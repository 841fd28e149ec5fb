"""Items: every entry of every source, matched or not, and how far it came.

*Failed is not seen*: an item whose page could not be read is ``put_off`` with the time of its
next try and what the listing said of it; it becomes ``seen`` with its article, or
``unreadable`` when given up. The text of an article changes only as a whole, with the events that
point into it by offset (``storage/revisions.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from pacts.errors import StoreError
from pacts.model import Article, Item
from storage.door import Door, rows
from storage.item_rows import (
    article_of,
    article_row,
    count_new,
    item_of,
    known_row,
    listed_row,
)
from storage.memory import remember, remember_text
from storage.sources import source_id
from storage.values import clean, time_of, time_text, time_text_or_none

_PAGE: Final = 200
"""Articles read at a time: about a megabyte of text."""

_PUT_OFF: Final = """
    INSERT INTO items (source_id, key, state, baseline, first_seen, attempts, next_try, reason,
        url, title, published, published_by, language, summary, content)
    VALUES (:source_id, :key, 'put_off', :baseline, :now, :failed, :next_try, :reason,
        :url, :title, :published, :published_by, :language, :summary, :content)
    ON CONFLICT (source_id, key) DO UPDATE SET
        attempts = attempts + :failed, next_try = excluded.next_try, reason = excluded.reason,
        url = excluded.url, title = excluded.title, published = excluded.published,
        published_by = excluded.published_by,
        language = excluded.language, summary = excluded.summary, content = excluded.content
    WHERE state = 'put_off'
"""
_GIVE_UP: Final = """
    INSERT INTO items (source_id, key, state, baseline, first_seen, settled_at, attempts, reason,
        url, title, published, published_by, language, summary)
    VALUES (:source_id, :key, 'unreadable', :baseline, :now, :now, 1, :reason,
        :url, :title, :published, :published_by, :language, :summary)
    ON CONFLICT (source_id, key) DO UPDATE SET
        state = 'unreadable', settled_at = coalesce(settled_at, excluded.settled_at),
        attempts = attempts + (state <> 'unreadable'), next_try = NULL, reason = excluded.reason,
        summary = excluded.summary, content = NULL
"""
_ADD: Final = """
    INSERT INTO items (source_id, key, state, baseline, first_seen, settled_at, reason,
        url, title, published, published_by, language, trust, signs, text, text_hash)
    VALUES (:source_id, :key, 'seen', :baseline, :now, :now, :reason,
        :url, :title, :published, :published_by, :language, :trust, :signs, :text, :text_hash)
"""
_SETTLE: Final = """
    UPDATE items SET state = CASE state WHEN 'put_off' THEN 'seen' ELSE state END,
        reason = CASE state WHEN 'put_off' THEN :reason ELSE reason END,
        baseline = :baseline, settled_at = coalesce(settled_at, :now), next_try = NULL,
        url = :url, title = :title, published = :published,
        published_by = :published_by, language = :language,
        trust = :trust, signs = :signs, text = :text, text_hash = :text_hash,
        summary = NULL, content = NULL
    WHERE source_id = :source_id AND key = :key
"""
_UNREAD: Final = """
    SELECT name AS source, count(*) AS waiting, max(next_try), reason
    FROM items JOIN sources ON sources.id = source_id
    WHERE state = 'put_off' GROUP BY source_id
"""
_DUE: Final = """
    SELECT items.*, name AS source FROM items JOIN sources ON sources.id = source_id
    WHERE name = ? AND state = 'put_off' AND next_try <= ? ORDER BY next_try, items.id
"""


class Items(Door):
    def put_off(
        self, item: Item, *, reason: str, now: datetime, next_try: datetime, failed: bool = True
    ) -> int:
        """Note that an item was not read, and keep its names and what another try needs.

        ``failed`` is false for one whose turn has not come: that is no failure. Returns how often
        it failed so far, this time included. An item already settled stays as it is.
        """
        with self._writing() as db:
            values = listed_row(db, item, reason, now)
            retry = {"next_try": time_text(next_try), "content": clean(item.content)}
            known = known_row(db, values)
            db.execute(_PUT_OFF, values | retry | {"failed": int(failed)})
            if known is None:
                count_new(db, values)
                remember(db, item)
            after = known_row(db, values)
            return int(after["attempts"]) if after else 0

    def put_off_items(self, source: str, now: datetime) -> list[tuple[Item, int]]:
        """Items whose next try has come, each with its failures so far; the longest due first."""
        with self._reading() as db:
            found = rows(db, _DUE, (clean(source), time_text(now)))
            return [(item_of(row), row["attempts"]) for row in found]

    def unread(self) -> dict[str, tuple[int, str]]:
        """Per source how many items wait for another try, and why the latest of them does."""
        with self._reading() as db:
            return {row["source"]: (row["waiting"], row["reason"]) for row in rows(db, _UNREAD)}

    def first_met(self, item: Item) -> tuple[datetime, bool] | None:
        """When an item was first met, and whether in the silent first poll of its source.

        None for one not known. An item put off then is still to be judged in silence later.
        """
        sql = """
            SELECT first_seen, baseline FROM items JOIN sources ON sources.id = source_id
            WHERE name = ? AND key = ?
        """
        with self._reading() as db:
            found = rows(db, sql, (clean(item.source), clean(item.key)))
        return (time_of(found[0]["first_seen"]), bool(found[0]["baseline"])) if found else None

    def give_up(self, item: Item, *, reason: str, now: datetime) -> None:
        """Settle an item as unreadable, with the reason. A text stored for it before stays."""
        with self._writing() as db:
            values = listed_row(db, item, reason, now)
            known = known_row(db, values)
            db.execute(_GIVE_UP, values)
            if known is None:
                count_new(db, values)
                remember(db, item)

    def add_article(
        self, article: Article, *, now: datetime, baseline: bool, same_as: int | None = None
    ) -> int:
        """Settle an item as seen, with its text, and return its row id.

        Idempotent: of an item that has a text already nothing changes. An item given up takes
        the text and stays ``unreadable``. ``baseline`` says that it was judged in silence;
        ``same_as`` is the item of which it is only another name, and was not judged.
        """
        with self._writing() as db:
            values = article_row(db, article, now, baseline=baseline)
            values["reason"] = f"the same article as item {same_as}" if same_as else None
            known = known_row(db, values)
            if known is None:
                count_new(db, values)
                number = int(db.execute(_ADD, values).lastrowid or 0)
            else:
                number = int(known["id"])
                if known["told"]:
                    return number
                db.execute(_SETTLE, values)
            remember_text(db, values["source_id"], number, article)
            return number

    def note(self, item: Item, reason: str) -> None:
        """Keep with a settled item why it was judged by less than its page."""
        sql = "UPDATE items SET reason = coalesce(reason, ?) WHERE source_id = ? AND key = ?"
        with self._writing() as db:
            db.execute(sql, (clean(reason), source_id(db, item.source), clean(item.key)))

    def article(self, item_id: int) -> Article:
        """What was judged of an item; of one given up unread, its title and summary.

        Raises StoreError when there is no such item, or when it waits for another try.
        """
        with self._reading() as db:
            found = rows(db, "SELECT * FROM articles WHERE id = ?", (item_id,))
            if not found:
                raise StoreError(f"{self._path}: there is no article {item_id}")
            return article_of(found[0])

    def articles(
        self, *, since: datetime | None = None, limit: int | None = None
    ) -> Iterator[tuple[int, Article]]:
        """Articles with their row ids, in the order in which their items came.

        ``since`` compares with when the item was first met. Read in pages: the store is free
        for others between them, and an article added meanwhile may be in or not.
        """
        after, left = self._article_before(since), limit
        while left is None or left > 0:
            page = self._article_page(after, since, _PAGE if left is None else min(left, _PAGE))
            yield from page
            if not page:
                return
            after = page[-1][0]
            left = None if left is None else left - len(page)

    def _article_before(self, since: datetime | None) -> int:
        # So that the pages start where the time starts, not with a walk through older rows.
        if since is None:
            return 0
        sql = """
            SELECT coalesce(min(id) - 1, (SELECT max(id) FROM items), 0) AS before
            FROM items INDEXED BY items_first_seen WHERE first_seen >= ?
        """
        with self._reading() as db:
            return int(rows(db, sql, (time_text(since),))[0]["before"])

    def _article_page(
        self, after: int, since: datetime | None, size: int
    ) -> list[tuple[int, Article]]:
        sql = "SELECT * FROM articles WHERE id > ? AND first_seen >= ? ORDER BY id LIMIT ?"
        with self._reading() as db:
            found = rows(db, sql, (after, time_text_or_none(since) or "", size))
            return [(row["id"], article_of(row)) for row in found]
