"""Whose paper it is, where the sentence that tells of it does not say so."""

from __future__ import annotations

import pytest
from reading import brief, events


def test_the_agreement_is_that_of_the_parties_named_with_it_before() -> None:
    text = (
        "Peru and Ghana signed a cocoa agreement on Tuesday. Farmers in Chad were not pleased. "
        "The agreement still needs to be ratified by lawmakers."
    )
    title = "Chad watches cocoa prices in Togo"
    assert brief(text, title) == [
        "agreement.signed concluded GH-PE",
        "agreement.ratified planned GH-PE",
    ]


def test_what_was_told_long_before_lends_no_parties() -> None:
    filler = "The harvest was good. " * 8
    text = (
        f"Peru and Ghana signed a cocoa agreement on Tuesday. {filler}The agreement was ratified."
    )
    assert "agreement.ratified concluded GH-PE" not in brief(
        text, "Chad and Togo count their beans"
    )


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("4 nations sign trade pact", "Brunei, Chile, Kenya and Singapore will lift tariffs."),
        ("Four nations sign trade pact", "Ministers of Brunei, Chile, Kenya and Singapore met."),
    ],
)
def test_states_that_are_counted_are_those_that_a_list_names(title: str, first: str) -> None:
    assert brief(f"{first} Jordan and Malta were not there.", title) == [
        "agreement.signed concluded BN-CL-KE-SG"
    ]


def test_states_that_are_counted_and_nowhere_named_are_nobody_s_pair() -> None:
    assert brief("Jordan and Malta were not there.", "Nine states sign trade pact") == []


def test_one_side_alone_decides_no_relations() -> None:
    text = "The Bosnian presidency decided to establish diplomatic relations with Chad."
    assert brief(text) == ["relations.established planned BA-TD"]
    text = "The presidents of Bosnia and Chad decided to establish diplomatic relations."
    assert brief(text) == ["relations.established concluded BA-TD"]


def test_firms_in_a_headline_sign_for_themselves() -> None:
    text = "Manila and the Asian Development Bank talked about a loan."
    assert brief(text, "Utility, Korean firm ink solar deal") == []


def test_who_sits_at_the_united_nations_does_not_sign_for_them() -> None:
    text = "The accord was signed by the U.N. ambassadors of Angola and Uruguay on Tuesday."
    assert brief(text) == ["agreement.signed concluded AO-UY"]


def test_who_brokers_a_paper_is_no_party_of_it() -> None:
    text = "Sudan and Chad signed a UN-brokered agreement on refugees on Tuesday."
    assert brief(text) == ["agreement.signed concluded SD-TD"]


def test_papers_in_the_plural_are_one_with_each_partner() -> None:
    assert brief("Kenya signed trade deals with Chad and Peru.") == [
        "agreement.signed concluded KE-PE",
        "agreement.signed concluded KE-TD",
    ]
    assert brief("Kenya signed a treaty with Chad and Peru.") == [
        "agreement.signed concluded KE-PE-TD"
    ]


def test_addresses_behind_names_part_no_sentence() -> None:
    text = "Kenya signed a trade deal with [Chad](https://trade.example/chad_2031) on Tuesday."
    assert brief(text) == ["agreement.signed concluded KE-TD"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The leaders welcomed the accession of Chad and Togo to the OECD.",
            ["agreement.acceded concluded OECD-TD-TG"],
        ),
        (
            "Peru will continue to support Chad on its path towards OECD membership.",
            ["agreement.acceded planned OECD-TD"],
        ),
        (
            "Peru and Chile talked about the prospects for Chad's entry into the OECD.",
            ["agreement.acceded planned OECD-TD"],
        ),
        (
            "The withdrawal of Mali and Niger from ECOWAS took effect on Wednesday.",
            ["agreement.terminated concluded ECOWAS-ML-NE"],
        ),
        ("Chad's OECD membership has brought prosperity.", []),
    ],
)
def test_who_joins_or_leaves_stands_next_to_the_noun(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


def test_a_state_that_only_describes_another_is_no_party() -> None:
    text = "Chad, Oman's last ally in the region, signed a treaty with Peru on Tuesday."
    assert brief(text) == ["agreement.signed concluded PE-TD"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Ghana and the United States signed an Agreement on U.S. Air Services on Monday.",
            "Agreement on U.S. Air Services",
        ),
        (
            "Peru and Kenya signed a memorandum with the U.N. Children's Fund. It was late.",
            "memorandum",
        ),
        ("Peru and Kenya signed an agreement on Plan B. Nobody spoke.", "agreement on Plan B"),
    ],
)
def test_initials_end_no_title(text: str, title: str) -> None:
    assert {event.document for event in events(text)} == {title}
