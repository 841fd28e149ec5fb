"""What became of each event on its way through consolidation."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.consolidate import consolidate
from extraction.fates import Fate, fates
from pacts.model import Event, Evidence
from pacts.terms import ACTS, Act, Kind, Status


def event(
    name: str = "agreement.signed",
    status: Status = Status.CONCLUDED,
    parties: str = "CL GH",
    start: int = 0,
    **more: object,
) -> Event:
    kind, _, act = name.partition(".")
    said = Evidence(f"sentence at {start}", start, start + 10, "")
    return Event(Kind(kind), Act(act), status, tuple(parties.split()), said, **more)  # type: ignore[arg-type]  # options pass on


def fates_of(*found: Event) -> list[tuple[Fate, int | None]]:
    return [(told.fate, told.into) for told in fates(found, consolidate(found))]


def test_an_event_told_twice_is_kept_once_and_joined_once() -> None:
    once = event(document="border treaty", confidence=0.9)
    again = event(document="treaty", start=50)
    assert fates_of(once, again) == [(Fate.KEPT, 0), (Fate.JOINED, 0)]


def test_a_plan_that_the_article_reports_as_done_is_overridden() -> None:
    plan = event(status=Status.PLANNED, document="border treaty")
    done = event(start=50, document="border treaty")
    assert fates_of(plan, done) == [(Fate.OVERRIDDEN, 0), (Fate.KEPT, 0)]


def test_a_statement_that_makes_a_level_is_carried_by_it() -> None:
    statement = event("statement.adopted", document="declaration on allied relations")
    level = event("partnership.established", level="strategic partnership")
    assert fates_of(statement, level) == [(Fate.CARRIED, 0), (Fate.KEPT, 0)]


def test_a_statement_is_carried_even_where_its_level_is_told_better_elsewhere() -> None:
    statement = event("statement.adopted", document="declaration on allied relations")
    level = event("partnership.established", level="strategic partnership", confidence=0.3)
    better = event(
        "partnership.established", start=50, level="strategic partnership", confidence=0.9
    )
    assert fates_of(statement, level, better) == [
        (Fate.CARRIED, 0),
        (Fate.JOINED, 0),
        (Fate.KEPT, 0),
    ]


def test_events_of_their_own_are_all_kept() -> None:
    other = event(parties="JP KR", start=50)
    assert fates_of(event(), other) == [(Fate.KEPT, 0), (Fate.KEPT, 1)]


@pytest.mark.parametrize("kept", [(), (event(parties="JP KR", start=90),)])
def test_an_event_that_nothing_explains_is_said_to_be_gone(kept: tuple[Event, ...]) -> None:
    (told,) = fates([event()], kept)
    assert (told.fate, told.into) == (Fate.OVERRIDDEN, None)


names = st.sampled_from([f"{kind}.{act}" for kind in Kind for act in sorted(ACTS[kind])[:2]])
found_events = st.lists(
    st.builds(
        event,
        names,
        st.sampled_from(Status),
        st.sampled_from(["CL GH", "CL GH JP", "JP KR"]),
        st.integers(0, 3),
        level=st.sampled_from([None, "strategic partnership"]),
        document=st.sampled_from([None, "treaty", "border treaty", "tax treaty"]),
        confidence=st.sampled_from([0.4, 0.9]),
    ),
    max_size=6,
)


@given(found_events)
@settings(max_examples=200)
def test_every_kept_event_is_led_by_exactly_one_of_those_found(found: list[Event]) -> None:
    kept = consolidate(found)
    told = fates(found, kept)
    assert [one.event for one in told] == found
    led = Counter(one.into for one in told if one.fate is Fate.KEPT)
    assert led == Counter(range(len(kept)))
