"""Items and articles as rows, and rows as items and articles."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from pacts.model import Article, Item
from pacts.terms import PublishedBy, Trust
from storage.codec import published_by_of
from storage.door import rows
from storage.sources import source_id
from storage.values import (
    clean,
    clean_or_none,
    json_list,
    time_or_none,
    time_text,
    time_text_or_none,
)


def listed_row(db: Database, item: Item, reason: str, now: datetime) -> dict[str, Any]:
    """What the listing says of an item that was not read."""
    sql = "SELECT baselined_at IS NULL FROM sources WHERE id = ?"
    source = source_id(db, item.source)
    (first_poll,) = db.conn.execute(sql, (source,)).fetchone()
    return {
        "source_id": source,
        "key": clean(item.key),
        "baseline": first_poll,
        "now": time_text(now),
        "reason": clean(reason),
        "url": clean(item.url),
        "title": clean(item.title),
        "published": time_text_or_none(item.published),
        "published_by": PublishedBy.FEED.value if item.published else None,
        "language": clean_or_none(item.language),
        "summary": clean(item.summary),
    }


def article_row(db: Database, article: Article, now: datetime, *, baseline: bool) -> dict[str, Any]:
    text = clean(article.text)
    return {
        "source_id": source_id(db, article.source),
        "key": clean(article.key),
        "baseline": int(baseline),
        "now": time_text(now),
        "url": clean(article.url),
        "title": clean(article.title),
        "published": time_text_or_none(article.published),
        "published_by": article.published_by.value if article.published else None,
        "language": clean_or_none(article.language),
        "trust": article.trust.value,
        "signs": json_list(sign.name for sign in article.signs) if article.signs else None,
        "text": text,
        "text_hash": hashlib.sha256(text.encode()).hexdigest(),
    }


def known_row(db: Database, values: dict[str, Any]) -> dict[str, Any] | None:
    """What decides about an item that may be stored: its id, attempts, and whether it has text."""
    sql = """
        SELECT id, attempts, text IS NOT NULL AS told FROM items
        WHERE source_id = :source_id AND key = :key
    """
    found = rows(db, sql, values)
    return found[0] if found else None


def count_new(db: Database, values: dict[str, Any]) -> None:
    """One item more of its source."""
    sql = "UPDATE sources SET items = items + 1, last_new_item = :now WHERE id = :source_id"
    db.execute(sql, values)


def item_of(row: dict[str, Any]) -> Item:
    return Item(
        source=row["source"],
        key=row["key"],
        url=row["url"],
        title=row["title"],
        summary=row["summary"],
        published=time_or_none(row["published"]),
        language=row["language"],
        content=row["content"],
    )


def article_of(row: dict[str, Any]) -> Article:
    text = row["text"]
    if text is None:  # given up before anything could be read
        text = Article.compose(row["title"], row["summary"])
    return Article(
        source=row["source"],
        key=row["key"],
        url=row["url"],
        title=row["title"],
        text=text,
        published=time_or_none(row["published"]),
        published_by=published_by_of(row["published_by"]),
        language=row["language"],
        trust=Trust(row["trust"]),
    )
