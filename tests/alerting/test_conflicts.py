"""What outlets do not agree on stands side by side; what is only less precise does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tellings import event, sighting

from alerting.merging.conflicts import conflicts_of
from alerting.merging.stories import tell
from pacts.model import Conflict
from pacts.terms import DateBasis, Trust


def test_two_counts_stand_side_by_side_with_their_sources() -> None:
    told = [
        sighting(event(document="agreements", count=number), source=source)
        for source, number in [("east", 60), ("west", 58), ("north", 60)]
    ]
    assert tell(told).conflicts == (
        Conflict("count", (("60", ("east", "north")), ("58", ("west",)))),
    )


LESS_PRECISE = [
    ({"count": 60, "count_approx": True}, {"count": 58}),
    ({"date": "2026-03-10"}, {"date": "2026-03"}),
    ({"date": "2026-03-10"}, {"date": "2026-03-11", "date_basis": DateBasis.RELATIVE}),
    ({"level": "strategic partnership"}, {"level": "comprehensive strategic partnership"}),
    ({"place": "Astana"}, {"place": "Kazakhstan"}),
    ({"date": "2026-03-10"}, {"date": "2026-03-12", "date_basis": DateBasis.PUBLICATION}),
    ({"count": 8}, {}),
]
OPPOSED = [
    ("count", {"count": 20, "count_approx": True}, {"count": 12}),
    ("date", {"date": "2026-03-10"}, {"date": "2026-03-11"}),
    ("date", {"date": "2026-03"}, {"date": "2026-02-10"}),
    ("level", {"level": "strategic partnership"}, {"level": "comprehensive partnership"}),
    ("place", {"place": "Astana"}, {"place": "Hanoi"}),
    ("place", {"place": "Kazakhstan"}, {"place": "Vietnam"}),
]


@pytest.mark.parametrize(("one", "other"), LESS_PRECISE)
def test_less_precise_is_no_conflict(one: dict[str, object], other: dict[str, object]) -> None:
    told = [sighting(event(**one), source="east"), sighting(event(**other), source="west")]
    assert conflicts_of(told) == ()


@pytest.mark.parametrize(("field", "one", "other"), OPPOSED)
def test_what_cannot_both_be_so_is_a_conflict(
    field: str, one: dict[str, object], other: dict[str, object]
) -> None:
    told = [sighting(event(**one), source="east"), sighting(event(**other), source="west")]
    assert [conflict.field for conflict in conflicts_of(told)] == [field]


def test_a_place_in_another_language_or_case_is_no_conflict() -> None:
    told = [
        replace(sighting(event(place=name), source=source), language=language)
        for name, source, language in [
            ("Москве", "east", "ru"),
            ("Москву", "west", "ru"),
            ("Moscow", "north", "en"),
        ]
    ]
    assert conflicts_of(told) == ()


def test_a_source_that_changes_its_number_contradicts_nobody() -> None:
    told = [sighting(event(count=number), source="east", item=str(number)) for number in (5, 9)]
    assert conflicts_of(told) == ()


def test_a_source_on_hold_contradicts_nobody() -> None:
    told = [
        sighting(event(count=5), source="east"),
        sighting(event(count=9), source="mirror", trust=Trust.HOLD),
    ]
    assert tell(told).conflicts == ()
