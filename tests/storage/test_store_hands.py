"""What people joined and parted is kept, and goes along when stories are merged later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from storyparts import NOW, SOURCES, a_sighting, a_story, an_alert, at, keep

from pacts.model import Story
from storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "pactwatch.db") as store:
        store.register_sources(SOURCES, NOW)
        yield store


def stories(store: Store, number: int) -> list[Story]:
    return [keep(store, a_story(a_sighting(None, str(key)))) for key in range(number)]


def part(store: Store, story: Story, off: Story) -> None:
    told = {alert.id or 0: off for alert in store.told(story.id or 0)}
    store.keep_parted(story.id or 0, off.id or 0, told, comment="why", now=NOW)


def test_alerts_of_the_story_before_count_for_what_was_split_off_as_if_they_had_told_that(
    store: Store,
) -> None:
    one, two = stories(store, 2)
    number = store.add_alert(an_alert(one), deliveries={})
    part(store, one, two)
    store.add_alert(an_alert(one, created=at(5)), deliveries={})
    assert [(alert.id, alert.story) for alert in store.told(2)] == [(number, two)]
    assert [alert.story for alert in store.told(1)] == [one, one]
    assert len(store.alerts()) == 2


def test_what_was_parted_stays_so_when_either_becomes_part_of_another(store: Store) -> None:
    one, two, three, four = stories(store, 4)
    store.add_alert(an_alert(one), deliveries={})
    part(store, one, four)
    store.merge_stories(3, 4, now=at(1))
    store.merge_stories(2, 1, now=at(1))
    assert store.parted([1, 2, 3, 4]) == {(2, 3)}
    assert [alert.id for alert in store.told(3)] == [1]
    assert [alert.id for alert in store.told(2)] == [1]
    assert store.hands_of(3) == [(2, "why")]
    assert (three.id, two.id) == (3, 2)


def test_what_becomes_one_again_is_parted_no_more_and_has_each_alert_once(store: Store) -> None:
    one, two = stories(store, 2)
    store.add_alert(an_alert(one), deliveries={})
    part(store, one, two)
    store.merge_stories(1, 2, now=at(1))
    assert store.parted([1, 2]) == frozenset()
    assert store.made_by_hand([1, 2]) == frozenset()
    assert [alert.id for alert in store.told(1)] == [1]


def test_what_is_split_off_is_parted_from_all_that_its_story_was_parted_from(store: Store) -> None:
    one, two, three = stories(store, 3)
    part(store, one, two)
    part(store, one, three)
    assert store.parted([1, 2, 3]) == {(1, 2), (1, 3), (2, 3)}


def test_a_joined_story_stays_marked_as_such_when_it_becomes_part_of_another(store: Store) -> None:
    stories(store, 2)
    store.keep_joined(2, comment="one visit", now=NOW)
    store.merge_stories(1, 2, now=at(1))
    assert store.joined([1, 2]) == {1}
    assert store.hands_of(1) == [(None, "one visit")]
