"""Every headline reads as a person would write it. The golden file was read line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tellings import event, story

from pacts.headline import headline, sentence
from pacts.model import Story
from pacts.names import ORGANISATIONS, STATES, listed, name_of
from pacts.terms import ACTS, Act, DateBasis, Kind, Status

GOLDEN = Path(__file__).with_name("headlines.txt")
_FIELDS = {
    Kind.PARTNERSHIP: {"level": "comprehensive strategic partnership"},
    Kind.RELATIONS: {},
    Kind.AGREEMENT: {"document": "agreement on extradition"},
    Kind.STATEMENT: {"document": "Joint Statement on Peace"},
}


def every_headline() -> list[str]:
    lines = []
    for kind in Kind:
        for act in (act for act in Act if act in ACTS[kind]):
            for status in Status:
                date = "2015" if status is Status.HISTORICAL else None
                told = event(f"{kind}.{act}", "KZ VN", status=status, date=date, **_FIELDS[kind])
                lines.append(f"{told.name} {status}: {headline(story(told))}")
    return lines


def test_every_kind_act_and_status_reads_as_in_the_golden_file() -> None:
    assert every_headline() == GOLDEN.read_text("utf-8").splitlines()


def signed(parties: str = "KZ VN", act: str = "signed", **fields) -> Story:
    return story(event(f"agreement.{act}", parties, **fields))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "an agreement"),
        ({"document_kind": "letter_of_intent"}, "a letter of intent"),
        ({"document": "agreements", "count": 17}, "17 agreements"),
        ({"count": 60, "count_approx": True, "document": "accords"}, "about 60 accords"),
        ({"count": 5, "document_kind": "memorandum"}, "5 memorandums"),
        ({"count": 2, "document_kind": "treaty"}, "2 treaties"),
        ({"count": 8, "document": "văn kiện", "document_kind": "document"}, "8 documents"),
        (
            {"document": "Договор о дружбе", "document_kind": "treaty"},
            "a treaty (Договор о дружбе)",
        ),
        (
            {"document": "accord sur le transport", "document_kind": "agreement"},
            "an agreement (accord sur le transport)",
        ),
        ({"document": "the Artemis Accords"}, "the Artemis Accords"),
        ({"document": "Artemis Accords"}, "the Artemis Accords"),
        ({"document": "MoU on halal food"}, "an MoU on halal food"),
        ({"document": "US-brokered deal"}, "a US-brokered deal"),
        ({"document": "EU accession treaty"}, "an EU accession treaty"),
        ({"document": "Open Skies Agreement"}, "the Open Skies Agreement"),
        ({"document": "several documents"}, "several documents"),
        ({"document": "letters of intent"}, "letters of intent"),
        ({"document": "cooperation agreement", "count": 1}, "a cooperation agreement"),
        (
            {
                "document": "Agreement between the Government of the Republic of Kazakhstan and "
                "the Government of the Socialist Republic of Vietnam on Education"
            },
            "the Agreement on Education",
        ),
        (
            {"document": "agreement on " + "very " * 20 + "long words"},
            "an agreement on " + "very " * 15 + "…",
        ),
    ],
)
def test_a_document_has_its_article_and_its_number(fields, said) -> None:
    assert headline(signed(**fields)) == f"Kazakhstan and Vietnam sign {said}"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            event("partnership.upgraded", level="strategic partnership", level_from="partnership"),
            "Kazakhstan and Vietnam upgrade relations from partnership to strategic partnership",
        ),
        (event("partnership.upgraded"), "Kazakhstan and Vietnam upgrade relations"),
        (event("partnership.established"), "Kazakhstan and Vietnam establish a partnership"),
        (
            event("partnership.upgraded", "AZ TR", level="allied relations"),
            "Azerbaijan and Türkiye upgrade ties to allied relations",
        ),
        (
            event("partnership.established", "AZ TR", level="alliance"),
            "Azerbaijan and Türkiye establish an alliance",
        ),
        (
            event("relations.downgraded", "CO IL", level="charge d'affaires"),
            "Colombia and Israel downgrade diplomatic relations to charge d'affaires level",
        ),
        (
            event("agreement.acceded", "VN", document="Treaty of Amity"),
            "Vietnam accedes to the Treaty of Amity",
        ),
        (
            event("agreement.in_force", "CN NI", document="free trade agreements", count=2),
            "2 free trade agreements enter into force for China and Nicaragua",
        ),
        (
            event("statement.adopted", "RU VN"),
            "Russia and Vietnam adopt a joint statement",
        ),
    ],
)
def test_levels_relations_and_single_parties_read_well(told, said) -> None:
    assert headline(story(told)) == said


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-05-06", "on 6 May 2025"),
        ("2025-05", "in May 2025"),
        ("2025", "in 2025"),
        ("2025-05-05/2025-05-12", "in 2025"),
        ("2024-12-30/2025-01-02", "between 2024 and 2025"),
        (None, "earlier"),
    ],
)
def test_history_says_when(date, said) -> None:
    past = signed(status="historical", date=date, document="extradition treaty")
    assert headline(past) == f"Kazakhstan and Vietnam signed an extradition treaty {said}"


def test_the_party_that_the_quote_names_first_leads_a_long_list() -> None:
    listed_parties = signed("AZ BY KZ VN", quote="inked between Vietnam and Belarus", count=60)
    assert headline(listed_parties).startswith("Vietnam, Azerbaijan, Belarus and Kazakhstan sign")
    pair = signed("KZ VN", quote="between Vietnam and Kazakhstan")
    assert headline(pair).startswith("Kazakhstan and Vietnam")


def test_every_state_and_organisation_has_a_name() -> None:
    assert len(STATES) == 254  # ISO 3166-1, Kosovo and four former states
    assert all(len(code) == 2 and code.isupper() for code in STATES)
    assert len(set(STATES.values())) == len(STATES)
    assert all(code == code.upper() for code in ORGANISATIONS)
    assert (name_of("KZ"), name_of("WORLD BANK")) == ("Kazakhstan", "World Bank")


def test_an_organisation_known_by_its_short_name_stands_for_itself() -> None:
    assert name_of("ASEAN") == "ASEAN"


def test_names_are_listed_as_in_a_sentence() -> None:
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B"]) == "A and B"
    assert listed(["A", "B", "C"]) == "A, B and C"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            event("partnership.upgraded", level="alliance", date="2025-05-06", place="Astana"),
            "Kazakhstan and Vietnam upgraded relations to an alliance in Astana on 6 May 2025.",
        ),
        (
            event("agreement.signed", "GB US", document="updated roadmap", date="2025-05"),
            "The United Kingdom and the United States signed an updated roadmap in May 2025.",
        ),
        (
            event("agreement.signed", "AU EU", document="Memorandum of Understanding"),
            "Australia and the EU signed a memorandum of understanding.",
        ),
        (
            event("agreement.signed", status="planned", date="2025-05-05/2025-05-12"),
            "Kazakhstan and Vietnam are to sign an agreement between 5 and 12 May 2025.",
        ),
        (
            event("agreement.signed", status="conditional", date="2024-12-30/2025-01-02"),
            (
                "Kazakhstan and Vietnam are to sign an agreement between 30 December 2024 and"
                " 2 January 2025, if conditions are met."
            ),
        ),
        (
            event("agreement.signed", status="rumoured", date="2025-04-28/2025-05-02"),
            (
                "Kazakhstan and Vietnam are reportedly to sign an agreement between 28 April and"
                " 2 May 2025."
            ),
        ),
        (
            event("agreement.signed", status="negated", date="2025-05-06"),
            "Kazakhstan and Vietnam have not signed an agreement.",
        ),
        (
            event("agreement.signed", status="historical"),
            "Kazakhstan and Vietnam signed an agreement earlier.",
        ),
        (
            event("agreement.in_force", "US VN", document="trade agreement", date="2025-05-06"),
            (
                "The trade agreement entered into force for the United States and Vietnam on"
                " 6 May 2025."
            ),
        ),
        (
            event("agreement.signed", date="2025-05-06", date_basis=DateBasis.PUBLICATION),
            "Kazakhstan and Vietnam signed an agreement, as reported on 6 May 2025.",
        ),
        (
            event("agreement.signed", "AZ BY CN KZ RU VN"),
            "Azerbaijan, Belarus, China, Kazakhstan, Russia and Vietnam signed an agreement.",
        ),
    ],
)
def test_a_sentence_has_all_parties_the_place_and_the_day(told, said) -> None:
    assert sentence(story(told)) == said


def test_a_headline_names_three_of_many_parties_and_counts_the_others() -> None:
    many = story(event("agreement.signed", "AZ BY CN KZ RU VN"))
    assert headline(many) == "Azerbaijan, Belarus, China and 3 others sign an agreement"


def test_parties_that_nobody_names_are_others() -> None:
    assert headline(story(event("agreement.signed", "+ VN"))) == (
        "Vietnam and others sign an agreement"
    )
