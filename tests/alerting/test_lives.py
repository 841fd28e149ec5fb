"""The steps of one document are one thread, in the order in which they must come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tellings import event, sighting, sightings

from alerting.knowing import lives
from alerting.knowing.past import background, cautions
from alerting.merging.stories import tell
from pacts.model import Story

NAMED = "Shusha Declaration on Allied Relations"


def step(
    number: int, act: str, date: str | None, *, day: int = 0, document: str = NAMED, **fields: Any
) -> Story:
    made = event(f"agreement.{act}", fields.pop("parties", "AZ TR"), date=date, document=document,
                 **fields)  # fmt: skip
    return replace(tell([sighting(made, day=day)]), id=number)


PLANNED = step(1, "signed", None, day=-400, status="planned")
SIGNED = step(2, "signed", "2025-03-03", day=-371)
RATIFIED = step(3, "ratified", "2025-06-01", day=-281, parties="AZ")
IN_FORCE = step(4, "in_force", "2026-03-10")


def numbers(story: Story, *known: Story) -> list[int | None]:
    return [one.story.id for one in lives.life(story, known).steps]


def test_the_steps_of_a_named_document_are_one_life() -> None:
    assert numbers(IN_FORCE, RATIFIED, SIGNED, PLANNED) == [1, 2, 3, 4]
    assert numbers(RATIFIED, IN_FORCE, SIGNED) == [2, 3, 4]


def test_the_background_of_a_step_is_what_came_before_it() -> None:
    assert background(IN_FORCE, [PLANNED, SIGNED, RATIFIED, IN_FORCE]) == (
        "Signing planned, told on 3 February 2025 (story 1).",
        "Signed on 3 March 2025 (story 2).",
        "Ratified by Azerbaijan on 1 June 2025 (story 3).",
    )
    assert background(SIGNED, [RATIFIED, IN_FORCE]) == ()


@pytest.mark.parametrize(
    "other",
    [
        step(9, "signed", "2025-03-03", document="agreement"),
        step(9, "signed", "2025-03-03", document="agreement on veterinary cooperation"),
        step(9, "signed", "2025-03-03", document="several documents", count=8),
        step(9, "signed", "2025-03-03", parties="KZ TR"),
        step(9, "signed", "2025-03-03", scope="corporate"),
        replace(RATIFIED, parties=("UZ",), id=9),
    ],
)
def test_another_document_is_no_step_of_this_one(other: Story) -> None:
    assert numbers(IN_FORCE, other) == [4]


def test_an_agreement_without_a_name_has_no_life() -> None:
    vague = step(5, "in_force", "2026-03-10", document="agreement")
    assert numbers(vague, step(6, "signed", "2026-01-01", document="agreement")) == [5]


def test_a_subject_alone_links_what_is_about_a_year_apart() -> None:
    def trade(number: int, act: str, date: str) -> Story:
        return step(number, act, date, document="agreement on veterinary cooperation")

    ratified = trade(5, "ratified", "2026-03-10")
    assert numbers(ratified, trade(6, "signed", "2025-05-01")) == [6, 5]
    assert numbers(ratified, trade(6, "signed", "2015-05-01")) == [5]
    near, far = trade(6, "signed", "2025-12-01"), trade(7, "signed", "2025-05-01")
    assert numbers(ratified, far, near) == [6, 5]


def test_a_document_signed_anew_is_not_the_one_signed_before() -> None:
    anew = step(5, "signed", "2026-03-10")
    assert numbers(anew, SIGNED) == [5]


def test_a_plan_told_after_the_signing_is_for_another_document() -> None:
    later = step(5, "signed", None, day=-100, status="planned")
    assert numbers(SIGNED, later) == [2]


@pytest.mark.parametrize(
    ("story", "known", "sentences"),
    [
        (
            RATIFIED,
            [step(5, "signed", "2025-07-03", day=-200)],
            (
                (
                    "By its days it was ratified on 1 June 2025 before it was signed on 3 July 2025"
                    " (story 5)."
                ),
            ),
        ),
        (
            IN_FORCE,
            [SIGNED, step(5, "terminated", "2025-08-03", day=-200)],
            (
                (
                    "By its days it was terminated on 3 August 2025 (story 5) before it was brought"
                    " into force on 10 March 2026."
                ),
            ),
        ),
        (IN_FORCE, [SIGNED, RATIFIED], ()),
        (RATIFIED, [step(5, "signed", "2025-06", day=-270)], ()),
        (RATIFIED, [step(5, "signed", None, day=-200)], ()),
    ],
)
def test_steps_whose_days_cannot_be_are_a_caution(
    story: Story, known: list[Story], sentences: tuple[str, ...]
) -> None:
    assert cautions(story, known) == sentences


def test_a_day_that_nobody_says_is_told_as_the_day_of_the_telling() -> None:
    agreed = step(5, "negotiated", None, day=-100)
    assert background(IN_FORCE, [agreed]) == ("Text agreed as told on 30 November 2025 (story 5).",)


def test_the_background_of_a_level_is_how_it_came_to_be() -> None:
    first = event("partnership.established", date="2012", level="strategic partnership",
                  status="historical")  # fmt: skip
    then = event("partnership.upgraded", date="2026-03-08",
                 level="comprehensive strategic partnership")  # fmt: skip
    before = replace(tell([sighting(first)]), id=1)
    now = replace(tell([sighting(then)]), id=2)
    assert background(now, [before, now]) == (
        "Strategic partnership established in 2012 (story 1).",
    )
    assert background(before, [before, now]) == ()


@given(st.lists(sightings(), min_size=1, max_size=8), st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_a_life_is_the_same_in_any_order_and_holds_its_story_once(told: Any, random: Any) -> None:
    stories = [replace(tell([one]), id=number) for number, one in enumerate(told, 1)]
    story = stories[0]
    found = lives.life(story, stories)
    shuffled = list(stories)
    random.shuffle(shuffled)
    assert lives.life(story, shuffled) == found
    assert [one.story for one in found.steps].count(story) == 1
    for sentence in (*background(story, stories), *cautions(story, stories)):
        assert sentence.endswith(".")
        assert sentence[0].isupper()
