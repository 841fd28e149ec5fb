"""Stories and sightings as rows, and rows as stories and sightings."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from sqlite_utils import Database

from pacts.codec import event_from_json, event_to_json
from pacts.errors import StoreError
from pacts.model import Event, Period, Sighting, Story
from pacts.terms import Trust
from storage.codec import event_digest, facts_to_json, sketch_of, sketch_text, story_from_facts
from storage.door import rows
from storage.values import (
    clean,
    clean_or_none,
    day_text,
    json_list,
    json_text,
    time_or_none,
    time_text,
    time_text_or_none,
    utc_day,
)

_REMEMBERED: Final = 4096
"""Events and stories kept as read, of each: some 20 MB."""


def story_row(story: Story, now: datetime) -> dict[str, Any]:
    return {
        "kind": story.kind.value,
        "act": story.act.value,
        "status": story.status.value,
        "scope": story.scope.value,
        "level": clean_or_none(story.level),
        "document_kind": clean_or_none(story.document_kind),
        "confirmed": int(story.confirmed),
        **_days(story.date),
        "updated_at": time_text(now),
        "facts": json_text(facts_to_json(story)),
    }


def event_row(
    item_id: int, story_id: int, position: int, sighting: Sighting, now: datetime
) -> dict[str, Any]:
    event = sighting.event
    return {
        "item_id": item_id,
        "story_id": story_id,
        "position": position,
        "digest": event_digest(event),
        "kind": event.kind.value,
        "act": event.act.value,
        "status": event.status.value,
        "scope": event.scope.value,
        "level": clean_or_none(event.level),
        **_days(event.date),
        "trust": sighting.trust.value,
        "url": clean(sighting.url),
        "title": clean(sighting.title),
        "published": time_text_or_none(sighting.published),
        "recorded_at": time_text(now),
        "event": json_text(event_to_json(event)),
        "agency": clean(sighting.agency),
        "language": clean(sighting.language),
        "sketch": sketch_text(sighting.sketch),
    }


def party_rows(story: Story, story_id: int, now: datetime) -> list[dict[str, Any]]:
    """One row per party of the story or of any event of it: what candidates are found by."""
    span = days_told(story, now)
    named = {party for sighting in story.sightings for party in sighting.event.parties}
    return [
        {
            "party": clean(party),
            "story_id": story_id,
            "own": int(party in story.parties),
            "kind": story.kind.value,
            "first_day": day_text(span.start),
            "last_day": day_text(span.end),
        }
        for party in sorted(named.union(story.parties))
    ]


def days_told(story: Story, now: datetime) -> Period:
    """Every day that the story may have happened on.

    The dates of the story and of its events; for an event without a date its publication.
    Wide on purpose: candidates are judged afterwards, one not found is never judged.
    """
    periods = [_period_of(sighting) for sighting in story.sightings]
    known = [period for period in (story.date, *periods) if period is not None]
    if not known:
        return Period.day(utc_day(now))
    return Period(min(p.start for p in known), max(p.end for p in known))


def item_ids(db: Database, sightings: Iterable[Sighting]) -> dict[tuple[str, str], int]:
    """Row ids of the items that are told of. Raises StoreError when one is not stored."""
    sql = """
        SELECT items.id FROM items JOIN sources ON sources.id = source_id
        WHERE name = ? AND key = ?
    """
    found: dict[tuple[str, str], int] = {}
    for source, item in {(sighting.source, sighting.item) for sighting in sightings}:
        row = db.conn.execute(sql, (clean(source), clean(item))).fetchone()
        if row is None:
            raise StoreError(f"a story tells of the item {item!r} of {source!r}, not stored yet")
        found[source, item] = row[0]
    return found


def sighting_of(row: dict[str, Any]) -> Sighting:
    return Sighting(
        source=row["source"],
        trust=Trust(row["trust"]),
        url=row["url"],
        title=row["title"],
        published=time_or_none(row["published"]),
        event=_event(row["event"]),
        item=row["item"],
        agency=row["agency"],
        language=row["language"],
        sketch=sketch_of(row["sketch"]),
    )


# The same few thousand stories of busy parties are asked for again and again. What a text says
# never changes, so these need no invalidation.
@lru_cache(_REMEMBERED)
def _event(text: str) -> Event:
    return event_from_json(json.loads(text))


@lru_cache(_REMEMBERED)
def _facts(text: str) -> Story:
    return story_from_facts(json.loads(text), sightings=(), story_id=None)


def load_stories(db: Database, ids: list[int]) -> list[Story]:
    """The stories of these ids in this order, in two queries; one not there is skipped."""
    wanted = (json_list(ids),)
    told = """
        SELECT * FROM sightings WHERE story_id IN (SELECT value FROM json_each(?))
        ORDER BY story_id, position, id
    """
    sightings: dict[int, list[Sighting]] = {}
    for row in rows(db, told, wanted):
        sightings.setdefault(row["story_id"], []).append(sighting_of(row))
    return [
        replace(story, sightings=tuple(sightings.get(story.id or 0, ())))
        for story in load_facts(db, ids)
    ]


def load_facts(db: Database, ids: list[int]) -> list[Story]:
    """The stories of these ids in this order, without sightings; one not there is skipped."""
    sql = "SELECT id, facts FROM stories WHERE id IN (SELECT value FROM json_each(?))"
    by_id = {
        number: replace(_facts(facts), id=number)
        for number, facts in db.conn.execute(sql, (json_list(ids),))
    }
    return [by_id[story_id] for story_id in ids if story_id in by_id]


def _days(period: Period | None) -> dict[str, str | None]:
    if period is None:
        return {"date_start": None, "date_end": None}
    return {"date_start": day_text(period.start), "date_end": day_text(period.end)}


def _period_of(sighting: Sighting) -> Period | None:
    if sighting.event.date is not None:
        return sighting.event.date
    return Period.day(utc_day(sighting.published)) if sighting.published else None


def no_story(db: Database, story_id: int) -> str:
    """What is to be said of a number that no story has; it may have had one."""
    sql = "SELECT story_id FROM merges WHERE dropped = ? ORDER BY id DESC LIMIT 1"
    found = rows(db, sql, (story_id,))
    became = f": it became part of story {found[0]['story_id']}" if found else ""
    return f"there is no story {story_id}{became}"
