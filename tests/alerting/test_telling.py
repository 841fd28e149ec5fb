"""What several sightings say together."""

from __future__ import annotations

import pytest
from tellings import event, sighting

from alerting.merging.stories import tell
from pacts.model import Sighting
from pacts.terms import Act, DateBasis, Kind, Scope, Status, Trust

SP, CSP = "strategic partnership", "comprehensive strategic partnership"


def up(day: int = 0, source: str = "agency", trust: Trust = Trust.ALLOWED, **fields) -> Sighting:
    fields.setdefault("level", SP)
    return sighting(event("partnership.upgraded", **fields), day=day, source=source, trust=trust)


def sign(day: int = 0, source: str = "agency", act: str = "signed", **fields) -> Sighting:
    return sighting(event(f"agreement.{act}", **fields), day=day, source=source)


STATUSES = {
    "a plan that was carried out": ([("planned", 0), ("concluded", 3)], "concluded"),
    "an outlet that still announces it the day after": (
        [("concluded", 3), ("planned", 4)],
        "concluded",
    ),
    "a plan beats a rumour": ([("rumoured", 5), ("planned", 0)], "planned"),
    "a plan beats a condition": ([("conditional", 5), ("planned", 0)], "planned"),
    "a condition beats a rumour": ([("conditional", 0), ("rumoured", 5)], "conditional"),
    "a refusal after the plan": ([("planned", 0), ("negated", 3)], "negated"),
    "a refusal on the day of the plan": ([("planned", 0), ("negated", 0)], "negated"),
    "a new plan after the refusal": ([("negated", 0), ("planned", 3)], "planned"),
    "signed after it was put off": ([("negated", 0), ("concluded", 3)], "concluded"),
    "denied after it was reported": ([("concluded", 0), ("negated", 3)], "negated"),
    "a refusal and a report of one day": ([("concluded", 0), ("negated", 0)], "concluded"),
    "history shows that the plan was carried out": (
        [("planned", 0), ("historical", 80)],
        "historical",
    ),
    "news beats history": ([("concluded", 0), ("historical", 80)], "concluded"),
    "only refusals": ([("negated", 0)], "negated"),
}


@pytest.mark.parametrize("case", STATUSES)
def test_the_status_follows_what_was_told_last_and_surest(case: str) -> None:
    told, expected = STATUSES[case]
    sightings = [up(day, f"source{n}", status=status) for n, (status, day) in enumerate(told)]
    assert tell(sightings).status is Status(expected)
    assert tell(sightings[::-1]).status is Status(expected)


def test_a_refusal_that_speaks_of_days_before_the_signing_denies_nothing() -> None:
    story = tell(
        [
            up(0, date="2026-03-10"),
            up(1, "slow", status="negated", date="2026-03-09"),
        ]
    )
    assert story.status is Status.CONCLUDED


def test_a_held_source_cannot_turn_a_plan_into_a_conclusion() -> None:
    story = tell([up(status="planned"), up(1, "mirror", Trust.HOLD)])
    assert story.status is Status.PLANNED
    assert story.confirmed
    assert story.sources == ("agency", "mirror")


def test_a_story_that_only_held_sources_tell_is_told_and_not_confirmed() -> None:
    story = tell([up(trust=Trust.HOLD)])
    assert story.status is Status.CONCLUDED
    assert not story.confirmed


def test_the_longest_level_is_the_level() -> None:
    assert tell([up(level=SP), up(1, level=CSP), up(2, level=SP)]).level == CSP


def test_ornaments_do_not_make_a_level_longer() -> None:
    ornate = f"{CSP} for peace"
    story = tell([up(level=CSP), up(1, level=ornate), up(2, level=CSP)])
    assert story.level == CSP


def test_a_level_from_makes_an_establishment_an_upgrade() -> None:
    established = sighting(event("partnership.established", level=CSP, level_from=SP))
    story = tell([established])
    assert (story.act, story.level_from) == (Act.UPGRADED, SP)


def test_one_upgrade_among_establishments_makes_an_upgrade() -> None:
    established = [
        sighting(event("partnership.established", level=SP), source=name) for name in "abc"
    ]
    assert tell([*established, up(1)]).act is Act.UPGRADED


def test_signed_says_more_than_exchanged() -> None:
    assert tell([sign(act="exchanged"), sign(1, act="signed")]).act is Act.SIGNED
    assert tell([sign(act="exchanged")]).act is Act.EXCHANGED


def test_a_statement_that_creates_a_level_is_told_as_a_partnership() -> None:
    title = "Joint Statement on the Establishment of the Comprehensive Strategic Partnership"
    story = tell([sighting(event("statement.adopted", document=title))])
    assert (story.kind, story.act, story.level) == (Kind.PARTNERSHIP, Act.ESTABLISHED, CSP)


def test_the_date_is_the_most_precise_that_a_text_states() -> None:
    story = tell(
        [
            up(0, "a", date="2026-03-12", date_basis=DateBasis.PUBLICATION),
            up(0, "b", date="2026-03-05/2026-03-12", date_basis=DateBasis.VISIT),
            up(0, "c", date="2026-03-10", date_basis=DateBasis.STATED),
            up(0, "d", date="2026-03-09", date_basis=DateBasis.RELATIVE),
        ]
    )
    assert (str(story.date), story.date_basis) == ("2026-03-10", DateBasis.STATED)


def test_the_interval_of_a_visit_says_more_than_the_day_of_publication() -> None:
    story = tell(
        [
            up(0, "a", date="2026-03-23", date_basis=DateBasis.PUBLICATION),
            up(0, "b", date="2026-03-05/2026-03-12", date_basis=DateBasis.VISIT),
        ]
    )
    assert str(story.date) == "2026-03-05/2026-03-12"


def test_history_lends_its_date_to_a_conclusion_without_one() -> None:
    story = tell([up(), up(100, "later", status="historical", date="2026-03-10")])
    assert str(story.date) == "2026-03-10"


def test_the_number_that_most_give_counts() -> None:
    counts = [(60, True), (58, False), (60, True), (56, False)]
    told = [
        sign(n, f"s{n}", count=count, count_approx=approx, document="documents")
        for n, (count, approx) in enumerate(counts)
    ]
    story = tell(told)
    assert (story.count, story.count_approx) == (60, True)


def test_an_exact_number_beats_an_approximate_one_told_as_often() -> None:
    story = tell([sign(count=60, count_approx=True), sign(1, "other", count=58)])
    assert (story.count, story.count_approx) == (58, False)


def test_a_list_of_parties_is_the_union_of_what_outlets_list() -> None:
    story = tell(
        [
            sign(parties="AZ BY KZ VN", document="documents"),
            sign(1, "other", parties="AZ KZ RU VN", document="documents"),
        ]
    )
    assert story.parties == ("AZ", "BY", "KZ", "RU", "VN")


def test_sources_that_agree_make_it_surer_and_never_certain() -> None:
    one = up(confidence=0.7)
    assert tell([one]).confidence == 0.7
    assert tell([one, up(1, "b", confidence=0.7)]).confidence == pytest.approx(0.91)
    assert tell([one, *(up(1, name, confidence=0.9) for name in "bcdef")]).confidence == 0.99


def test_a_source_that_repeats_itself_makes_it_no_surer() -> None:
    assert tell([up(0, confidence=0.7), up(1, confidence=0.7)]).confidence == 0.7


def test_the_lead_is_the_surest_sighting_of_the_status_from_an_allowed_source() -> None:
    best = up(2, "c", confidence=0.8)
    story = tell(
        [
            up(0, "mirror", Trust.HOLD, confidence=0.95),
            up(0, "plan", status="planned", confidence=0.9),
            up(1, "b", confidence=0.6),
            best,
        ]
    )
    assert story.lead == best


@pytest.mark.parametrize("right", [60, None])
def test_the_words_that_are_quoted_do_not_contradict_what_is_told(right: int | None) -> None:
    wrong = sign(0, "surest", count=12, document="documents", confidence=0.99)
    others = [sign(n, f"s{n}", count=60, document="documents") for n in (2, 3)]
    said = sign(1, "right", document="documents", confidence=0.95, count=right)
    assert tell([wrong, said, *others]).lead == said


def test_who_names_all_parties_is_quoted() -> None:
    two = sign(0, "two", parties="KZ VN", confidence=0.99)
    three = sign(1, "three", parties="AZ KZ VN")
    assert tell([two, three]).lead == three


def test_the_place_and_the_scope_are_what_most_say() -> None:
    story = tell(
        [
            up(0, "a", place="Astana"),
            up(0, "b", place="Astana", scope="mixed"),
            up(0, "c", place="Hanoi"),
        ]
    )
    assert (story.place, story.scope) == ("Astana", Scope.STATE)


def test_the_document_is_the_title_that_names_its_subject() -> None:
    story = tell(
        [
            sign(0, "a", document="agreement", confidence=0.95),
            sign(0, "b", document="agreement on extradition", document_kind="treaty"),
        ]
    )
    assert (story.document, story.document_kind) == ("agreement on extradition", "treaty")


def test_no_sightings_make_no_story() -> None:
    with pytest.raises(ValueError, match="needs a sighting"):
        tell([])
