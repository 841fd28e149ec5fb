"""Stories: one real-world happening each, with the events that tell it.

What belongs to which story is judged elsewhere. Here a story is its facts (one row) and its
sightings (rows of ``events``, each of one item). An item tells one event once: saving it again
moves it, at most, to another story.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from sqlite_utils import Database
from sqlite_utils.db import NotFoundError

from pacts.errors import StoreError
from pacts.model import Event, Period, Sighting, Story
from pacts.terms import Kind, Status
from storage.door import Door, insert, rows, table
from storage.hands import move_hands
from storage.story_rows import (
    event_row,
    item_ids,
    load_stories,
    no_story,
    party_rows,
    sighting_of,
    story_row,
)
from storage.values import clean_or_none, day_text, json_list, time_text, time_text_or_none

_CANDIDATES: Final = """
    SELECT story_id FROM story_parties
    WHERE party IN (SELECT value FROM json_each(:parties))
        AND last_day >= :first_day AND first_day <= :last_day
        AND kind IN (SELECT value FROM json_each(:kinds))
    GROUP BY story_id HAVING count(*) >= :shared
    ORDER BY story_id
"""
_STORIES: Final = """
    SELECT id FROM stories
    WHERE updated_at >= :since AND (:status IS NULL OR status = :status)
        AND (:party IS NULL OR id IN (
            SELECT story_id FROM story_parties WHERE party = :party AND own = 1))
    ORDER BY updated_at DESC, id DESC LIMIT :limit
"""
_EVENTS: Final = """
    SELECT * FROM sightings
    WHERE recorded_at >= :since AND (:status IS NULL OR status = :status)
        AND (:kind IS NULL OR kind = :kind)
        AND (:party IS NULL OR story_id IN (
                SELECT story_id FROM story_parties WHERE party = :party)
            AND :party IN (SELECT value FROM json_each(event, '$.parties')))
    ORDER BY recorded_at DESC, id DESC LIMIT :limit
"""
_SAVE_EVENT: Final = """
    INSERT INTO events (item_id, story_id, position, digest, kind, act, status, scope, level,
        date_start, date_end, trust, url, title, published, recorded_at, event, agency, sketch,
        language)
    VALUES (:item_id, :story_id, :position, :digest, :kind, :act, :status, :scope, :level,
        :date_start, :date_end, :trust, :url, :title, :published, :recorded_at, :event,
        :agency, :sketch, :language)
    ON CONFLICT (item_id, digest) DO UPDATE SET
        story_id = excluded.story_id, position = excluded.position, trust = excluded.trust,
        url = excluded.url, title = excluded.title, published = excluded.published,
        agency = excluded.agency, sketch = excluded.sketch,
        language = excluded.language
    RETURNING id
"""
_NOTE_MERGED: Final = """
    INSERT INTO merges (story_id, dropped, created_at) VALUES (:keep, :drop, :now)
"""
_MERGE_EVENTS: Final = """
    UPDATE events SET story_id = :keep, position = position + (
        SELECT coalesce(max(position) + 1, 0) FROM events WHERE story_id = :keep)
    WHERE story_id = :drop
"""
_MERGE_PARTIES: Final = """
    INSERT INTO story_parties (party, story_id, own, kind, first_day, last_day)
    SELECT party, :keep, own, kind, first_day, last_day FROM story_parties
    WHERE story_id = :drop
    ON CONFLICT (story_id, party) DO UPDATE SET
        own = max(own, excluded.own), first_day = min(first_day, excluded.first_day),
        last_day = max(last_day, excluded.last_day)
"""
# The first two conditions say what the index says, or it would not be used.
_EXPECTED: Final = """
    SELECT id FROM stories
    WHERE status = 'planned' AND reminded IS NOT date_end
        AND date_end >= :first AND date_end <= :last
    ORDER BY date_end, id
"""


class Stories(Door):
    def candidates(
        self,
        event: Event,
        *,
        within_days: int,
        around: Period,
        kinds: Collection[Kind] | None = None,
        shared: int = 1,
    ) -> list[Story]:
        """Stories that ``event`` may belong to, by id: of ``kinds``, near, parties in common.

        ``shared`` is how many parties they must have in common at least: with two, a state that
        is in every other story does not bring them all.
        ``kinds`` are those that may tell the same happening; None means the event's own. Near
        is no more than ``within_days`` between ``around`` and any day that the story may have
        happened on. Too many rather than too few: whoever asks judges.
        """
        with self._reading() as db:
            wanted = {
                "parties": json_list(event.parties),
                "first_day": day_text(around.start, shift=-within_days),
                "last_day": day_text(around.end, shift=within_days),
                "kinds": json_list((event.kind,) if kinds is None else kinds),
                "shared": shared,
            }
            return load_stories(db, [row["story_id"] for row in rows(db, _CANDIDATES, wanted)])

    def save_story(self, story: Story, *, now: datetime) -> Story:
        """Keep a story as it now stands and return it with its id.

        A story without an id is new. Its sightings become exactly those given, so read and save
        in one transaction; saving twice changes nothing. The items told of must be stored.
        Raises StoreError when one is not, or when there is no story of that id.
        """
        with self._writing() as db:
            story_id = _save_facts(db, story, now)
            _save_events(db, story, story_id, now)
            _save_parties(db, story, story_id, now)
            return replace(story, id=story_id)

    def merge_stories(self, keep: int, drop: int, *, now: datetime) -> None:
        """Make two stories one: all that ``drop`` has moves to ``keep``, and it is deleted.

        The facts of ``keep`` stay until it is saved. Raises StoreError when either is not there.
        """
        with self._writing() as db:
            both = {"keep": keep, "drop": drop}
            found = rows(db, "SELECT id FROM stories WHERE id IN (:keep, :drop)", both)
            if len(found) != 2:
                raise StoreError(f"{self._path}: stories {keep} and {drop} cannot be merged")
            move_hands(db, keep, drop)
            db.execute("UPDATE merges SET story_id = :keep WHERE story_id = :drop", both)
            db.execute(_NOTE_MERGED, both | {"now": time_text(now)})
            db.execute(_MERGE_EVENTS, both)
            db.execute(_MERGE_PARTIES, both)
            db.execute("UPDATE alerts SET story_id = :keep WHERE story_id = :drop", both)
            db.execute("UPDATE marks SET story_id = :keep WHERE story_id = :drop", both)
            db.execute("UPDATE silences SET story_id = :keep WHERE story_id = :drop", both)
            db.execute("DELETE FROM stories WHERE id = :drop", both)
            db.execute("UPDATE stories SET updated_at = ? WHERE id = ?", (time_text(now), keep))

    def story(self, story_id: int) -> Story:
        """One story. Raises StoreError when there is none of that id."""
        with self._reading() as db:
            found = load_stories(db, [story_id])
            missing = "" if found else no_story(db, story_id)
        if not found:
            raise StoreError(f"{self._path}: {missing}")
        return found[0]

    def stories(
        self,
        *,
        since: datetime | None = None,
        party: str | None = None,
        status: Status | None = None,
        limit: int | None = None,
    ) -> list[Story]:
        """Stories told or changed at or after ``since``, the latest change first."""
        with self._reading() as db:
            wanted = _filter(since, limit) | {
                "party": clean_or_none(party),
                "status": _value(status),
            }
            return load_stories(db, [row["id"] for row in rows(db, _STORIES, wanted)])

    def expected_stories(self, first: date, last: date) -> list[int]:
        """Ids of stories planned for days that end between these two, reminders not decided yet."""
        days = {"first": day_text(first), "last": day_text(last)}
        with self._reading() as db:
            return [row["id"] for row in rows(db, _EXPECTED, days)]

    def note_reminded(self, story_id: int) -> None:
        """All reminders of a story are decided, unless it comes to be planned for another day."""
        with self._writing() as db:
            db.execute("UPDATE stories SET reminded = date_end WHERE id = ?", (story_id,))

    def events(
        self,
        *,
        since: datetime | None = None,
        party: str | None = None,
        kind: Kind | None = None,
        status: Status | None = None,
        limit: int | None = None,
    ) -> list[tuple[int, Sighting]]:
        """Events with the row ids of their items, recorded at or after ``since``, latest first."""
        with self._reading() as db:
            wanted = _filter(since, limit) | {
                "party": clean_or_none(party),
                "kind": _value(kind),
                "status": _value(status),
            }
            return [(row["item_id"], sighting_of(row)) for row in rows(db, _EVENTS, wanted)]


def _save_facts(db: Database, story: Story, now: datetime) -> int:
    row = story_row(story, now)
    if story.id is None:
        return insert(db, "stories", row | {"created_at": row["updated_at"]})
    try:
        table(db, "stories").update(story.id, row)
    except NotFoundError as error:
        raise StoreError(f"there is no story {story.id} to save") from error
    return story.id


def _save_events(db: Database, story: Story, story_id: int, now: datetime) -> None:
    items = item_ids(db, story.sightings)
    kept: list[int] = []
    for position, sighting in enumerate(story.sightings):
        item = items[sighting.source, sighting.item]
        row = event_row(item, story_id, position, sighting, now)
        kept.extend(saved["id"] for saved in rows(db, _SAVE_EVENT, row))
    sql = "DELETE FROM events WHERE story_id = ? AND id NOT IN (SELECT value FROM json_each(?))"
    db.execute(sql, (story_id, json_list(kept)))


def _save_parties(db: Database, story: Story, story_id: int, now: datetime) -> None:
    db.execute("DELETE FROM story_parties WHERE story_id = ?", (story_id,))
    rows_of_parties = party_rows(story, story_id, now)
    if rows_of_parties:
        table(db, "story_parties").insert_all(rows_of_parties)


def _filter(since: datetime | None, limit: int | None) -> dict[str, Any]:
    # SQLite reads a negative limit as none; every text sorts after the empty one.
    return {"since": time_text_or_none(since) or "", "limit": -1 if limit is None else limit}


def _value(term: Kind | Status | None) -> str | None:
    return None if term is None else term.value
