"""Whether a listing still looks like itself."""

from __future__ import annotations

from datetime import timedelta

from newsroom import START

from pacts.model import Item
from storage.records import Shape, SourceHealth
from worker.care.drift import NEW_NORMAL, is_settled, look, shape_of, wrong_with

TITLE = "Ministers of both countries meet in the capital"
USUAL = (Shape(20, 20, 20),) * 5


def items(number: int, *, title: str = TITLE, dated: bool = True) -> list[Item]:
    when = START if dated else None
    return [
        Item("list", str(one), f"https://list.example/{one}", title, published=when)
        for one in range(number)
    ]


def test_a_listing_is_counted_by_items_headlines_and_dates() -> None:
    assert shape_of(items(3)) == Shape(3, 3, 3)
    assert shape_of(items(3, title="Politics", dated=False)) == Shape(3, 0, 0)
    assert shape_of(items(1, title="外交部发言人答记者问")) == Shape(1, 1, 1)


def test_far_fewer_items_menu_entries_and_lost_dates_are_told_apart() -> None:
    assert wrong_with(Shape(6, 6, 6), USUAL) == "it lists 6 items where it listed 20"
    assert wrong_with(Shape(20, 2, 20), USUAL) == "most titles are as short as entries of a menu"
    assert wrong_with(Shape(20, 20, 3), USUAL) == "most items no longer have a date"


def test_an_ordinary_day_is_no_drift() -> None:
    assert wrong_with(Shape(20, 20, 20), USUAL) is None
    assert wrong_with(Shape(9, 8, 7), USUAL) is None
    assert wrong_with(Shape(40, 40, 40), USUAL) is None


def test_what_never_had_dates_or_many_items_cannot_lose_them() -> None:
    assert wrong_with(Shape(20, 20, 0), (Shape(20, 20, 2),) * 5) is None
    assert wrong_with(Shape(1, 1, 1), (Shape(4, 4, 4),) * 5) is None


def test_five_listings_are_needed_to_know_what_is_usual() -> None:
    assert wrong_with(Shape(1, 0, 0), USUAL[:4]) is None


def test_one_odd_listing_is_suspect_a_second_one_is_drift_and_a_good_one_ends_it() -> None:
    health = SourceHealth(shapes=USUAL)
    once = look(health, items(2), START)
    assert (once.drift, once.suspect) == (None, 1)
    twice = look(once, items(2), START)
    assert twice.drift == "it lists 2 items where it listed 20"
    assert twice.shapes == USUAL
    well = look(twice, items(20), START)
    assert (well.drift, well.drift_since, well.suspect) == (None, None, 0)
    assert look(once, items(20), START).suspect == 0


def test_after_a_week_the_page_is_taken_for_what_it_is_now() -> None:
    drifting = SourceHealth(drift="x", drift_since=START, suspect=2, shapes=USUAL)
    later = START + NEW_NORMAL + timedelta(hours=1)
    settled = look(drifting, items(2), later)
    assert (settled.drift, settled.shapes) == (None, (Shape(2, 2, 2),))
    assert is_settled(drifting, later)
    assert not is_settled(drifting, START)


def test_only_the_latest_listings_are_remembered() -> None:
    health = SourceHealth()
    for _ in range(30):
        health = look(health, items(20), START)
    assert len(health.shapes) == 10
