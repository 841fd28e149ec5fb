"""The ledger follows from stories, says since when and by which, and doubts what cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tellings import DAY, event, sighting, sightings

from alerting.knowing.ladders import is_higher
from alerting.knowing.ledger import as_of, counts, doubts, ledger
from alerting.knowing.standings import Standing, State
from alerting.merging.stories import tell
from pacts.model import Story
from pacts.terms import Trust

CSP, SP, CP = (
    "comprehensive strategic partnership",
    "strategic partnership",
    "comprehensive partnership",
)


def one(number: int, name: str, date: str | None = None, *, day: int = 0, **fields: Any) -> Story:
    """A story of a single source, told ``day`` days after 10 March 2026."""
    trust = fields.pop("trust", Trust.ALLOWED)
    made = event(name, fields.pop("parties", "KZ VN"), date=date, **fields)
    return replace(tell([sighting(made, day=day, trust=trust)]), id=number)


def levels(*stories: Story) -> list[tuple[str, str | None, str]]:
    return [(s.state.value, s.level, str(s.since.when)) for s in ledger(stories)]


def only(*stories: Story) -> Standing:
    (found,) = ledger(stories)
    return found


def test_the_level_of_a_pair_is_the_one_that_the_latest_step_led_to() -> None:
    first = one(1, "partnership.established", "2012", level=SP, status="historical")
    then = one(2, "partnership.upgraded", "2026-03-08", level=CSP)
    found = only(then, first)
    assert (found.parties, found.state, found.level) == (("KZ", "VN"), State.HELD, CSP)
    assert [step.story.id for step in found.steps] == [1, 2]
    assert (found.since.story.id, str(found.since.when)) == (2, "2026-03-08")


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "planned"},
        {"status": "negated"},
        {"trust": Trust.HOLD},
        {"confidence": 0.3},
        {"scope": "corporate"},
        {"parties": "VN"},
    ],
)
def test_what_is_not_done_confirmed_sure_and_between_states_does_not_count(changes: Any) -> None:
    story = one(1, "partnership.upgraded", "2026-03-08", **{"level": SP, **changes})
    assert not counts(story)
    assert ledger([story]) == []


def test_a_level_said_once_more_leaves_no_trace() -> None:
    first = one(1, "partnership.established", "2012-05-01", level=SP, status="historical")
    again = one(2, "partnership.established", level=SP, status="historical", day=3)
    assert ledger([first, again]) == ledger([first])


def test_a_day_takes_the_place_of_a_memory_without_one() -> None:
    memory = one(1, "partnership.established", level=SP, status="historical")
    dated = one(2, "partnership.established", "2012-05-01", level=SP, status="historical")
    assert levels(memory) == [("held", SP, "None")]
    assert levels(memory, dated) == [("held", SP, "2012-05-01")]


def test_a_memory_told_with_the_news_is_older_than_the_news() -> None:
    news = one(1, "partnership.upgraded", "2026-03-08", level=CSP)
    memory = one(2, "partnership.established", level=CP, status="historical", day=5)
    assert [step.level for step in only(news, memory).steps] == [CP, CSP]


def test_a_memory_does_not_bring_back_the_level_that_was_left() -> None:
    news = one(1, "partnership.upgraded", "2025-03-08", day=-365, level=CSP, level_from=CP)
    memory = one(2, "partnership.established", level=CP, status="historical", day=200)
    assert levels(news, memory) == [("held", CSP, "2025-03-08")]


@pytest.mark.parametrize(
    ("act", "state"),
    [("suspended", State.SUSPENDED), ("ended", State.ENDED), ("downgraded", State.LOWERED)],
)
def test_a_level_that_is_lowered_suspended_or_ended_says_so(act: str, state: State) -> None:
    first = one(1, "partnership.established", "2012", level=SP, status="historical")
    then = one(2, f"partnership.{act}", "2026-03-08", level=None)
    assert (only(first, then).state, only(first, then).since.story.id) == (state, 2)


def test_a_suspended_level_that_is_established_anew_is_held_again() -> None:
    steps = [
        one(1, "partnership.established", "2012", level=SP, status="historical"),
        one(2, "partnership.suspended", "2020-02-01", status="historical"),
        one(3, "partnership.established", "2026-03-08", level=SP),
    ]
    found = only(*steps)
    assert (found.state, found.since.story.id, len(found.steps)) == (State.HELD, 3, 3)
    assert found.since.doubts == ()


def test_relations_are_established_severed_and_restored() -> None:
    steps = [
        one(1, "relations.established", "1992", status="historical"),
        one(2, "relations.severed", "2020-01-05", status="historical"),
        one(3, "relations.restored", "2026-03-08"),
    ]
    assert [only(*steps[:n]).state for n in (1, 2, 3)] == [State.HELD, State.SEVERED, State.HELD]
    assert all(step.doubts == () for step in only(*steps).steps)


def test_a_partnership_in_one_field_stands_beside_the_general_one() -> None:
    general = one(1, "partnership.established", "2013", level=CP, status="historical")
    green = one(2, "partnership.established", "2023-11-01", level="green strategic partnership")
    assert [s.level for s in ledger([general, green])] == [CP, "green strategic partnership"]


def test_what_three_agree_on_moves_the_level_of_no_two_of_them() -> None:
    pair = one(1, "partnership.upgraded", "2026-03-01", level=CSP)
    three = one(2, "partnership.established", "2026-03-08", level=SP, parties="KZ UZ VN")
    assert [(s.parties, s.level) for s in ledger([pair, three])] == [
        (("KZ", "UZ", "VN"), SP),
        (("KZ", "VN"), CSP),
    ]


def test_an_organisation_is_a_party_like_any() -> None:
    found = only(one(1, "partnership.established", "2026-03-08", level=SP, parties="ASEAN CN"))
    assert found.parties == ("ASEAN", "CN")


# --- doubts --------------------------------------------------------------------------------

HELD = one(3, "partnership.upgraded", "2025-05-06", day=-300, level=SP)
RELATIONS = one(4, "relations.established", "1992", status="historical", day=-300)
PARTNERS = (
    "By the ledger Kazakhstan and Vietnam have been strategic partners since 6 May 2025 (story 3)"
)
LOWER = PARTNERS.replace("By", "by", 1)
HAVE_HAD = "By the ledger Kazakhstan and Vietnam have had diplomatic relations since 1992 (story 4)"


@pytest.mark.parametrize(
    ("name", "fields", "sentence"),
    [
        (
            "partnership.upgraded",
            {"level": SP},
            f"{PARTNERS}.",
        ),
        (
            "partnership.upgraded",
            {"level": SP, "status": "planned"},
            f"{PARTNERS}.",
        ),
        (
            "partnership.established",
            {"level": CP},
            f"{PARTNERS}, which is the higher level.",
        ),
        (
            "partnership.downgraded",
            {"level": CSP},
            f"{PARTNERS}, which is the lower level.",
        ),
        (
            "partnership.upgraded",
            {"level": CSP, "level_from": "enhanced cooperation partnership"},
            f"It is told as rising from an enhanced cooperation partnership; {LOWER}.",
        ),
        (
            "relations.established",
            {},
            f"{HAVE_HAD}.",
        ),
        (
            "relations.restored",
            {},
            f"{HAVE_HAD}, and nothing is known of a break.",
        ),
    ],
)
def test_a_step_that_cannot_be_is_doubted_in_one_sentence(
    name: str, fields: dict[str, Any], sentence: str
) -> None:
    told = one(9, name, "2026-03-08", **fields)
    assert doubts(told, [HELD, RELATIONS, told]) == (sentence,)


def test_what_is_severed_can_be_neither_severed_again_nor_raised() -> None:
    severed = one(5, "relations.severed", "2025-06-01", day=-280)
    again = one(9, "relations.severed", "2026-03-08")
    raised = one(10, "partnership.upgraded", "2026-03-08", level=CSP)
    sentence = (
        "By the ledger the diplomatic relations of Kazakhstan and Vietnam were severed on 1 June"
        " 2025 (story 5)."
    )
    assert doubts(again, [severed]) == (sentence,)
    assert doubts(raised, [severed]) == (sentence,)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("partnership.upgraded", {"level": CSP}),
        ("partnership.upgraded", {"level": CSP, "level_from": SP}),
        ("partnership.upgraded", {"level": SP, "status": "negated"}),
        ("partnership.established", {"level": "green strategic partnership"}),
        ("partnership.established", {"level": "partnership"}),
        ("partnership.suspended", {"level": SP}),
        ("relations.severed", {}),
    ],
)
def test_what_can_be_is_not_doubted(name: str, fields: dict[str, Any]) -> None:
    assert doubts(one(9, name, "2026-03-08", **fields), [HELD, RELATIONS]) == ()


def test_the_same_step_told_with_a_vaguer_date_is_not_doubted() -> None:
    year = one(1, "partnership.upgraded", "2026", level=SP, status="historical", day=200)
    assert doubts(one(9, "partnership.upgraded", "2026-03-08", level=SP), [year]) == ()


def test_a_doubtful_step_moves_nothing_and_stays_in_the_history() -> None:
    lower = one(9, "partnership.upgraded", "2026-03-08", level=CP)
    found = only(HELD, lower)
    assert (found.level, found.since.story.id) == (SP, 3)
    assert [step.story.id for step in found.steps] == [3, 9]
    assert found.steps[1].doubts == doubts(lower, [HELD])


# --- order of levels, of time and of arrival -----------------------------------------------


def test_levels_are_ordered_by_the_ladder_of_a_party_only() -> None:
    assert is_higher(CSP, SP, ["FR", "BR"])
    assert is_higher(SP, CP, ["FR", "VN"])
    assert not is_higher(SP, CP, ["FR", "BR"])
    assert is_higher("allied relations", SP, ["KZ", "UZ"])
    assert not is_higher("green strategic partnership", "partnership", ["VN", "DK"])
    assert not is_higher(SP, "partnership", ["VN", "DK"])


def test_a_story_is_as_it_was_known_at_a_time() -> None:
    made = event("partnership.upgraded", level=SP)
    told = replace(tell([sighting(made, day=0), sighting(made, day=4, source="b")]), id=7)
    early = as_of(told, DAY + timedelta(days=1))
    assert early is not None
    assert (early.id, early.sources) == (7, ("agency",))
    assert as_of(told, DAY - timedelta(days=1)) is None
    assert as_of(told, DAY + timedelta(days=9)) is told


@given(st.lists(sightings(), min_size=1, max_size=10), st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_the_ledger_is_the_same_in_any_order_and_only_counted_stories_move_it(
    told: Any, random: Any
) -> None:
    stories = [replace(tell([seen]), id=number) for number, seen in enumerate(told, 1)]
    found = ledger(stories)
    shuffled = list(stories)
    random.shuffle(shuffled)
    assert ledger(shuffled) == found
    assert ledger([story for story in stories if counts(story)]) == found
    for standing in found:
        assert standing.since in standing.steps
        assert standing.state is standing.since.state
        assert {step.story.parties for step in standing.steps} == {standing.parties}
        assert {step.story.kind for step in standing.steps} == {standing.kind}
