"""What single sentences say: one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief, events

from pacts.model import Period
from pacts.terms import DateBasis, Scope

SP = "strategic partnership"
CSP = "comprehensive strategic partnership"

CASES = [
    (
        "Mongolia and Peru upgraded their relations to a strategic partnership on Thursday.",
        [f"partnership.upgraded concluded MN-PE {SP}"],
    ),
    (
        "Ghana upgraded its ties to strategic partnerships with Fiji, Oman and Chile this week.",
        [
            f"partnership.upgraded concluded CL-GH {SP}",
            f"partnership.upgraded concluded FJ-GH {SP}",
            f"partnership.upgraded concluded GH-OM {SP}",
        ],
    ),
    (
        "Ties between Kenya and Latvia were elevated to a comprehensive strategic partnership.",
        [f"partnership.upgraded concluded KE-LV {CSP}"],
    ),
    (
        "Leaders of Peru and Nepal agreed to elevate relations to a strategic partnership.",
        [f"partnership.upgraded concluded NP-PE {SP}"],
    ),
    (
        "Peru and Nepal agreed to consider elevating relations to a strategic partnership.",
        [f"partnership.upgraded planned NP-PE {SP}"],
    ),
    (
        "Oman and Chad will upgrade their relations to a strategic partnership next year.",
        [f"partnership.upgraded planned OM-TD {SP}"],
    ),
    (
        "Oman and Chad pledged to lift their strategic partnership to new heights.",
        [],
    ),
    (
        "Oman and Chad vowed to deepen their comprehensive strategic partnership.",
        [],
    ),
    (
        "Angola and Cuba issued a joint statement on the establishment of a strategic partnership.",
        [f"partnership.established concluded AO-CU {SP}"],
    ),
    (
        "Bolivia has downgraded its diplomatic relations with Iceland.",
        ["relations.downgraded concluded BO-IS"],
    ),
    (
        "Fiji and Malta established diplomatic relations in New York on Wednesday.",
        ["relations.established concluded FJ-MT"],
    ),
    (
        "Ecuador severed diplomatic relations with Norway on Tuesday.",
        ["relations.severed concluded EC-NO"],
    ),
    (
        "Chile and Ghana signed an extradition treaty in Accra on Monday.",
        ["agreement.signed concluded CL-GH"],
    ),
    (
        "A fisheries agreement was signed on Monday between Iceland and Senegal.",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "The ministers witnessed the signing of a memorandum between Jordan and Belgium.",
        ["agreement.signed concluded BE-JO"],
    ),
    (
        "Iceland and Senegal are expected to sign a fisheries agreement.",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "Iceland and Senegal refused to sign a fisheries agreement.",
        ["agreement.signed negated IS-SN"],
    ),
    (
        "The signing of the fisheries agreement between Iceland and Senegal has been postponed.",
        ["agreement.signed negated IS-SN"],
    ),
    (
        "Iceland and Senegal signed a fisheries agreement in 2019.",
        ["agreement.signed historical IS-SN"],
    ),
    (
        "Iceland and Senegal praised the effective implementation of signed agreements.",
        [],
    ),
    (
        "The tax treaty between Iceland and Senegal entered into force on Saturday.",
        ["agreement.in_force concluded IS-SN"],
    ),
    (
        "The parliament of Malta ratified the tax treaty with Jordan on Wednesday.",
        ["agreement.ratified concluded JO-MT"],
    ),
    (
        "Malta withdrew from the tax treaty with Jordan on Wednesday.",
        ["agreement.terminated concluded JO-MT"],
    ),
    (
        "Malta and Jordan signed a Comprehensive Economic Partnership Agreement on Sunday.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "There are signs that Malta and Jordan will teach sign language.",
        [],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_a_sentence_tells_these_events(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence)) == sorted(expected)


def test_a_weekday_is_the_last_one_before_publication() -> None:
    (event,) = events("Chile and Ghana signed a treaty on Monday.")
    assert (event.date, event.date_basis) == (Period.parse("2031-03-10"), DateBasis.RELATIVE)


def test_a_stated_date_is_taken_as_it_is() -> None:
    (event,) = events("Chile and Ghana signed a treaty in Accra on March 3, 2031.")
    assert (event.date, event.date_basis) == (Period.parse("2031-03-03"), DateBasis.STATED)
    assert event.place == "Accra"


def test_a_deed_without_a_date_falls_into_the_visit() -> None:
    body = (
        "President Boric paid a visit to Ghana from March 4 to 7, 2031.\n\n"
        "Chile and Ghana signed a treaty."
    )
    (event,) = events(body)
    assert (event.date, event.date_basis) == (
        Period.parse("2031-03-04/2031-03-07"),
        DateBasis.VISIT,
    )


def test_a_number_before_the_documents_is_their_count() -> None:
    (event,) = events("Chile and Ghana signed around 12 cooperation agreements.")
    assert (event.count, event.count_approx) == (12, True)


def test_companies_are_no_states() -> None:
    body = "Halden Marine of Norway and Singapore-based Quill Cloud signed a supply agreement."
    assert all(event.scope is Scope.CORPORATE for event in events(body))


def test_the_level_left_is_told_apart_from_the_level_reached() -> None:
    body = f"Oman and Chad upgraded their {SP} to a {CSP}."
    (event,) = events(body)
    assert (event.level_from, event.level) == (SP, CSP)


def test_a_related_block_does_not_speak_for_the_article() -> None:
    body = (
        "The choir of Malta sang in Amman before a full house, and the minister of culture "
        "thanked the singers for coming so far in winter.\n\n"
        "See more\n\nOman and Chad sign treaty\n\n"
        "Oman and Chad signed a treaty on Monday, officials said."
    )
    assert events(body, "Choir sings") == ()


def test_the_same_thing_told_twice_is_one_event() -> None:
    body = (
        "Oman and Chad signed a border treaty on Monday.\n\n"
        "The border treaty was signed by Oman and Chad in the old fort, the agency reported."
    )
    assert len(events(body, "Oman, Chad sign border treaty")) == 1
