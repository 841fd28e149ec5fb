"""What people said of stories, and what is kept with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from storyparts import (
    NOW,
    SOURCES,
    a_sighting,
    a_story,
    an_article,
    an_event,
    at,
    keep,
)

from pacts.errors import StoreError
from pacts.model import Story
from storage.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pactwatch.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as store:
        store.register_sources(SOURCES, NOW)
        yield store


def told(store: Store, key: str = "1", *parties: str) -> Story:
    return keep(store, a_story(a_sighting(an_event(*parties), key=key)))


def test_a_mark_keeps_the_article_that_is_quoted_and_its_event(store: Store) -> None:
    first, second = (
        a_sighting(key="1"),
        a_sighting(an_event(level="allies"), key="2", source="beta"),
    )
    story = keep(store, replace(a_story(first, second), lead=second))
    mark = store.mark_story(story.id or 0, right=False, comment="a company\x00", now=at(1))
    assert (mark.right, mark.comment, mark.created) == (False, "a company\ufffd", at(1))
    assert (mark.article, mark.event) == (an_article("2", "beta"), second.event)
    assert store.marks() == [mark]
    assert store.marks_of([story.id or 0, 99]) == {story.id: mark}


def test_marking_a_story_again_replaces_what_was_said_of_it(store: Store) -> None:
    story = told(store)
    other = store.mark_story(told(store, "2", "JP", "PE").id or 0, right=True, comment="", now=NOW)
    store.mark_story(story.id or 0, right=True, comment="", now=NOW)
    again = store.mark_story(story.id or 0, right=False, comment="no", now=at(1))
    assert store.marks() == [other, again]


def test_a_mark_can_be_taken_back_once(store: Store) -> None:
    story = told(store)
    store.mark_story(story.id or 0, right=True, comment="", now=NOW)
    assert store.unmark_story(story.id or 0)
    assert store.marks() == []
    assert not store.unmark_story(story.id or 0)


def test_a_story_that_is_not_there_cannot_be_marked(store: Store) -> None:
    with pytest.raises(StoreError, match="there is no story 7"):
        store.mark_story(7, right=True, comment="", now=NOW)


def test_the_marks_of_two_stories_that_become_one_stay_and_the_latest_speaks(store: Store) -> None:
    keeps, drops = told(store), told(store, "2")
    assert keeps.id is not None
    first = store.mark_story(keeps.id, right=True, comment="", now=NOW)
    second = store.mark_story(drops.id or 0, right=False, comment="", now=at(1))
    store.merge_stories(keeps.id, drops.id or 0, now=at(2))
    moved = replace(second, story=keeps.id)
    assert store.marks() == [first, moved]
    assert store.marks_of([keeps.id]) == {keeps.id: moved}


def test_a_mark_outlives_its_story(store: Store, path: Path) -> None:
    story = told(store)
    mark = store.mark_story(story.id or 0, right=True, comment="", now=NOW)
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("DELETE FROM events")
    conn.execute("DELETE FROM stories")
    conn.commit()
    conn.close()
    assert store.marks() == [replace(mark, story=None)]


def test_an_article_that_is_gone_cannot_become_an_example(store: Store) -> None:
    story = told(store)
    store._db.conn.execute("UPDATE items SET key = 'other'")
    with pytest.raises(StoreError, match="not stored any more"):
        store.mark_story(story.id or 0, right=True, comment="", now=NOW)
