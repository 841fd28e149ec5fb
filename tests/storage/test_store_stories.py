from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from storyparts import (
    DAY,
    NOW,
    SOURCES,
    a_sighting,
    a_story,
    an_alert,
    an_article,
    an_event,
    at,
    keep,
)

from pacts.errors import StoreError
from pacts.model import Held, Period, Story
from pacts.terms import Act, Kind, Reason, Status
from storage.records import Merged
from storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "pactwatch.db") as store:
        store.register_sources(SOURCES, NOW)
        yield store


def found_by(store: Store, *parties: str, around: Period = DAY, days: int = 10) -> list[int | None]:
    event = an_event(*parties)
    return [story.id for story in store.candidates(event, within_days=days, around=around)]


def days_from(start: int, end: int) -> Period:
    return Period(DAY.start + timedelta(days=start), DAY.start + timedelta(days=end))


def test_a_story_comes_back_as_it_was_saved(store: Store) -> None:
    story = keep(store, a_story(a_sighting(), a_sighting(key="2", source="beta")))
    assert story.id is not None
    assert store.story(story.id) == story
    assert store.stories() == [story]


def test_saving_again_changes_nothing(store: Store) -> None:
    story = keep(store, a_story(a_sighting(), a_sighting(key="2")))
    again = store.save_story(story, now=NOW)
    assert again == story
    assert store.stories() == [story]
    assert len(store.events()) == 2


def test_an_item_that_tells_an_event_twice_tells_it_once(store: Store) -> None:
    told = a_sighting()
    story = keep(store, replace(a_story(told), sightings=(told, told)))
    assert store.story(story.id or 0).sightings == (told,)


def test_one_item_can_tell_several_events(store: Store) -> None:
    several = [a_sighting(an_event("VN", other)) for other in ("AZ", "BY", "KZ")]
    stories = [keep(store, a_story(one)) for one in several]
    assert len({story.id for story in stories}) == 3
    assert [sighting for _, sighting in reversed(store.events())] == several


def test_a_story_grows_in_place(store: Store) -> None:
    story = keep(store, a_story(a_sighting()))
    second = a_sighting(an_event("KZ", "RU", "VN"), key="2", source="beta")
    grown = keep(store, a_story(*story.sightings, second, story_id=story.id), now=at(5))
    assert grown.id == story.id
    assert store.stories() == [grown]
    assert found_by(store, "RU") == [story.id]


def test_an_event_belongs_to_the_story_that_was_saved_last(store: Store) -> None:
    shared, other = a_sighting(), a_sighting(key="2")
    first = keep(store, a_story(other, shared))
    second = keep(store, a_story(shared))
    assert store.story(second.id or 0).sightings == (shared,)
    assert store.story(first.id or 0).sightings == (other,)
    assert len(store.events()) == 2


def test_what_a_story_no_longer_tells_is_no_longer_found_by_it(store: Store) -> None:
    story = keep(store, a_story(a_sighting(), a_sighting(an_event("RU", "VN"), key="2")))
    shorter = store.save_story(a_story(a_sighting(), story_id=story.id), now=at(1))
    assert store.stories() == [shorter]
    assert found_by(store, "RU") == []


def test_a_story_of_an_item_that_is_not_stored_is_refused_whole(store: Store) -> None:
    with pytest.raises(StoreError, match="item '1' of 'alpha', not stored"):
        store.save_story(a_story(a_sighting()), now=NOW)
    assert store.stories() == []


def test_a_story_that_is_not_there_is_an_error(store: Store) -> None:
    store.add_article(an_article(), now=NOW, baseline=False)
    with pytest.raises(StoreError, match="no story 7"):
        store.story(7)
    with pytest.raises(StoreError, match="no story 7"):
        store.save_story(a_story(story_id=7), now=NOW)
    with pytest.raises(StoreError, match="cannot be merged"):
        store.merge_stories(7, 8, now=NOW)


def test_a_story_is_not_merged_with_itself(store: Store) -> None:
    story = keep(store, a_story())
    with pytest.raises(StoreError, match="cannot be merged"):
        store.merge_stories(story.id or 0, story.id or 0, now=NOW)
    assert store.stories() == [story]


# --- candidates ----------------------------------------------------------------------------


def test_candidates_share_a_party_and_come_lowest_id_first(store: Store) -> None:
    stories = [
        keep(store, a_story(a_sighting(an_event(*parties), key=str(number))))
        for number, parties in enumerate([("KZ", "VN"), ("BY", "VN"), ("FR", "MN")])
    ]
    ids = [story.id for story in stories]
    assert found_by(store, "RU", "VN") == ids[:2]
    assert found_by(store, "BY", "MN", "VN") == ids
    assert found_by(store, "US", "CN") == []
    event = an_event("BY")
    assert store.candidates(event, within_days=1, around=DAY) == [stories[1]]


@pytest.mark.parametrize(
    ("around", "found"),
    [
        (days_from(10, 10), True),
        (days_from(11, 11), False),
        (days_from(-10, -10), True),
        (days_from(-11, -11), False),
        (days_from(11, 400), False),
        (days_from(-400, 400), True),
        (Period(date(1, 1, 1), date(9999, 12, 31)), True),
        (Period.day(date(1, 1, 1)), False),
    ],
)
def test_candidates_lie_within_the_days_asked_for(
    store: Store, around: Period, found: bool
) -> None:
    story = keep(store, a_story())
    assert found_by(store, "VN", around=around) == ([story.id] if found else [])


def test_candidates_are_found_by_any_day_that_any_sighting_tells(store: Store) -> None:
    early = a_sighting(an_event(when=days_from(-30, -30)))
    undated = a_sighting(an_event(when=None), key="2", published=NOW + timedelta(days=40))
    story = keep(store, a_story(early, undated))
    for days in (-30, 40):
        assert found_by(store, "VN", around=days_from(days, days), days=0) == [story.id]
    assert found_by(store, "VN", around=days_from(-31, -31), days=0) == []


def test_a_story_without_any_day_is_found_by_the_day_it_was_saved(store: Store) -> None:
    story = keep(store, a_story(a_sighting(an_event(when=None), published=None)))
    assert found_by(store, "VN", days=0) == [story.id]


def test_candidates_are_of_the_kinds_asked_for(store: Store) -> None:
    upgrade = keep(store, a_story())
    statement = an_event(kind=Kind.STATEMENT, act=Act.ADOPTED)
    adopted = keep(store, a_story(a_sighting(statement, key="2")))

    def found(*kinds: Kind) -> list[int | None]:
        stories = store.candidates(an_event(), within_days=1, around=DAY, kinds=kinds)
        return [story.id for story in stories]

    assert found(Kind.PARTNERSHIP, Kind.STATEMENT) == [upgrade.id, adopted.id]
    assert found(Kind.STATEMENT) == [adopted.id]
    assert found(Kind.RELATIONS) == found() == []
    assert found_by(store, "VN") == [upgrade.id]


# --- merging -------------------------------------------------------------------------------


def two_stories(store: Store) -> tuple[Story, Story]:
    first = keep(store, a_story(a_sighting(), a_sighting(key="2")))
    second = keep(store, a_story(a_sighting(an_event("RU", "VN"), key="3", source="beta")))
    return first, second


@pytest.mark.parametrize("save_first", [True, False])
def test_merged_stories_are_one_whichever_is_done_first(store: Store, save_first: bool) -> None:
    first, second = two_stories(store)
    assert first.id
    assert second.id
    whole = a_story(*first.sightings, *second.sightings, story_id=first.id)
    if save_first:
        store.save_story(whole, now=at(1))
    store.merge_stories(first.id, second.id, now=at(1))
    store.save_story(whole, now=at(1))
    assert store.stories() == [whole]
    assert len(store.events()) == 3
    assert found_by(store, "RU") == [first.id]


def test_a_merged_story_has_all_sightings_even_before_it_is_saved(store: Store) -> None:
    first, second = two_stories(store)
    store.merge_stories(first.id or 0, second.id or 0, now=at(1))
    merged = store.story(first.id or 0)
    assert merged == replace(first, sightings=first.sightings + second.sightings)
    assert found_by(store, "RU") == [first.id]
    with pytest.raises(StoreError, match="no story 2: it became part of story 1"):
        store.story(second.id or 0)


def test_what_became_of_a_story_is_known_also_when_that_one_is_merged(store: Store) -> None:
    first, second = two_stories(store)
    third = keep(store, a_story(a_sighting(key="9")))
    store.merge_stories(second.id or 0, third.id or 0, now=at(1))
    store.merge_stories(first.id or 0, second.id or 0, now=at(2))
    assert store.trail(first.id or 0).merges == (Merged(at(1), 3), Merged(at(2), 2))
    with pytest.raises(StoreError, match="no story 3: it became part of story 1"):
        store.trail(3)


def test_alerts_of_a_merged_story_move_and_say_what_they_said(store: Store) -> None:
    first, second = two_stories(store)
    for story in (second, first):
        store.add_alert(an_alert(story), deliveries={})
    store.merge_stories(first.id or 0, second.id or 0, now=at(1))
    told = store.told(first.id or 0)
    assert [alert.story for alert in told] == [replace(second, id=first.id), first]
    assert store.told(second.id or 0) == []


# --- lists ---------------------------------------------------------------------------------


def test_stories_are_listed_by_the_latest_change(store: Store) -> None:
    old = keep(store, a_story(a_sighting(key="1")), now=at(1))
    middle = keep(store, a_story(a_sighting(an_event("FR", "MN"), key="2")), now=at(2))
    planned = an_event(status=Status.PLANNED)
    new = keep(store, a_story(a_sighting(planned, key="3")), now=at(3))
    assert store.stories() == [new, middle, old]
    assert store.stories(limit=1) == [new]
    assert store.stories(since=at(2)) == [new, middle]
    assert store.stories(party="VN") == [new, old]
    assert store.stories(party="VN", status=Status.PLANNED) == [new]
    store.save_story(old, now=at(4))
    assert store.stories(limit=2) == [old, new]


def test_a_party_that_only_one_outlet_names_is_no_party_of_the_story(store: Store) -> None:
    odd = a_sighting(an_event("KZ", "RU", "VN"), key="2")
    story = keep(store, replace(a_story(a_sighting(), odd), parties=("KZ", "VN")))
    assert store.stories(party="RU") == []
    assert store.stories(party="KZ") == [story]
    assert found_by(store, "RU") == [story.id]


def test_events_are_listed_with_their_items_the_latest_first(store: Store) -> None:
    signed = an_event("FR", "MN", kind=Kind.AGREEMENT, act=Act.SIGNED, status=Status.PLANNED)
    first, second = a_sighting(key="1"), a_sighting(signed, key="2")
    keep(store, a_story(first), now=at(1))
    keep(store, a_story(second), now=at(2))
    assert store.events() == [(2, second), (1, first)]
    assert store.events(limit=1) == [(2, second)]
    assert store.events(since=at(2)) == [(2, second)]
    assert store.events(party="KZ") == [(1, first)]
    assert store.events(kind=Kind.AGREEMENT) == [(2, second)]
    assert store.events(status=Status.CONCLUDED) == [(1, first)]
    assert store.events(party="KZ", status=Status.PLANNED) == []


def test_saving_a_story_again_does_not_make_its_events_new(store: Store) -> None:
    story = keep(store, a_story(), now=at(1))
    store.save_story(story, now=at(2))
    assert store.events(since=at(2)) == []


def test_an_alert_keeps_the_story_as_it_stood(store: Store) -> None:
    story = keep(store, a_story())
    alert_id = store.add_alert(an_alert(story), deliveries={})
    grown = a_story(*story.sightings, a_sighting(key="2"), story_id=story.id)
    keep(store, replace(grown, status=Status.NEGATED), now=at(1))
    assert store.told(story.id or 0) == [replace(an_alert(story), id=alert_id)]


def test_alerts_are_listed_latest_first_sent_or_not(store: Store) -> None:
    story = keep(store, a_story())
    sent = an_alert(story, created=at(1))
    held = an_alert(story, created=at(2), reason=Reason.HELD)
    words = an_alert(reason=Reason.KEYWORDS, created=at(3), article=an_article())
    kept = [replace(a, id=store.add_alert(a, deliveries={})) for a in (sent, held, words)]
    assert store.alerts() == kept[::-1]
    assert store.alerts(sent=True) == [kept[2], kept[0]]
    assert store.alerts(sent=False) == [kept[1]]
    assert store.alerts(since=at(2), limit=1) == [kept[2]]
    assert store.told(story.id or 0) == kept[:2]


def test_an_alert_on_a_story_never_saved_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="never saved"):
        store.add_alert(an_alert(a_story()), deliveries={"desk": Held(NOW)})
    with pytest.raises(StoreError, match="breaks its rules"):
        store.add_alert(an_alert(a_story(story_id=9)), deliveries={"desk": Held(NOW)})
    assert store.alerts() == []
    assert store.deliveries() == []


def test_events_have_columns_to_ask_by(store: Store, tmp_path: Path) -> None:
    keep(store, a_story(a_sighting(an_event(when=Period.month(2025, 5), level="alliance"))))
    conn = sqlite3.connect(tmp_path / "pactwatch.db")
    for table in ("events", "stories"):
        sql = f"SELECT kind, act, status, scope, level, date_start, date_end FROM {table}"
        assert conn.execute(sql).fetchall() == [
            (
                "partnership",
                "upgraded",
                "concluded",
                "state",
                "alliance",
                "2025-05-01",
                "2025-05-31",
            )
        ]
    conn.close()
