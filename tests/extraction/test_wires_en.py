"""How wires tell it: one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief, events

CASES = [
    # Who is dealt with stands behind the verb of the deal.
    ("Chad on Monday signed an agreement to sell 500 buses to Malta.", ["signed concluded MT-TD"]),
    ("Peru signed a contract to buy twenty locomotives from Hungary.", ["signed concluded HU-PE"]),
    ("Kenya will sign an agreement to import rice from Nepal.", ["signed planned KE-NP"]),
    ("Egypt signed a deal to lease two patrol boats from France.", ["signed concluded EG-FR"]),
    ("Peru signed a deal with Chad to export gas to Oman.", ["signed concluded PE-TD"]),
    ("Acme Corp. signed a contract to sell twenty planes to Malta.", []),
    # Whose neighbour somebody is, and what somebody no longer is.
    (
        "Ghana, Togo's largest neighbour, signed a transit pact with Chad on Monday.",
        ["signed concluded GH-TD"],
    ),
    (
        "The former Yugoslav republic of Slovenia signed a border treaty with Hungary.",
        ["signed concluded HU-SI"],
    ),
    ("The former French colony signed a treaty with Oman.", []),
    # Said right after it.
    (
        (
            "Peru's minister told reporters after signing a free trade deal with Canada that jobs "
            "would follow."
        ),
        ["signed concluded CA-PE"],
    ),
    (
        "Oman's sultan and Chad's president shake hands after signing a defence accord in Muscat.",
        ["signed concluded OM-TD"],
    ),
    ("Peru's minister said exports had doubled after signing the trade deal with Chad.", []),
    (
        "Hours after signing the accord with Peru, Chad's president flew home.",
        ["signed concluded PE-TD"],
    ),
    (
        "Malta and Chad had signed an agreement on consulates, the minister said.",
        ["signed concluded MT-TD"],
    ),
    # A year after: another clause, and history.
    ("It comes a year after Fiji ended an accord with Tonga.", ["terminated historical FJ-TO"]),
    ("Seventy years ago this week, Oman and Nepal signed a treaty.", ["signed historical NP-OM"]),
    # A word that describes what follows says nothing of the paper before it.
    (
        "Fiji will sign a fishing pact with Malta in a move to add momentum to stalled talks.",
        ["signed planned FJ-MT"],
    ),
    (
        "Nepal and Oman are striking a deal on science as both countries remain blocked from it.",
        ["negotiated planned NP-OM"],
    ),
    # Done with one state, whatever the deal is about.
    (
        "Fiji has struck a deal with Tonga to train police officers, its minister said.",
        ["negotiated concluded FJ-TO"],
    ),
    ("Mali signed a deal with Tuareg rebels on Monday.", []),
    # Papers that are named, not made.
    ("Oman's envoy played a key role in negotiating an agreement with Peru.", []),
    ("Montenegro signed its NATO accession protocol on Thursday.", ["signed concluded ME-NATO"]),
    ("Chad joined the EU's research programme on Monday.", []),
    ("Malawi's high court struck down the extradition agreement with Rwanda.", []),
    # What was decided is walked back.
    (
        "Argentina has walked back its decision to quit the treaty with Chile.",
        ["terminated negated AR-CL"],
    ),
    # Who travels to sign does so with the host.
    (
        "Romania's foreign minister will travel to Chisinau to sign a consular agreement.",
        ["signed planned MD-RO"],
    ),
    (
        "Kenya's president will visit Oman to sign a labour accord with Qatar.",
        ["signed planned KE-QA"],
    ),
    # An aside between commas is not the clause of the verb behind it.
    (
        "Peru, which joined the bloc in 2019, signed a policing pact with Chad.",
        ["signed concluded PE-TD"],
    ),
    (
        "Georgia, which looks to the European Union, has signed a treaty with Oman.",
        ["signed concluded GE-OM"],
    ),
    (
        "Kenya and Chad, who share no border, signed an accord on Monday.",
        ["signed concluded KE-TD"],
    ),
    ("Peru defended an accord with Chad under which Lima will scrap tariffs.", []),
    # Parliaments that voted.
    (
        "Hungary's parliament voted 130-45 to ratify the pact with Serbia.",
        ["ratified concluded HU-RS"],
    ),
    (
        "Chile's lower house passed a bill to ratify the trade pact with Oman.",
        ["ratified concluded CL-OM"],
    ),
    # In force until it was ended.
    (
        "Mali revoked a tax treaty with Malta that had been in force since 1965.",
        ["in_force historical ML-MT", "terminated concluded ML-MT"],
    ),
    ("Nepal has placed the treaty with Oman in abeyance.", ["suspended concluded NP-OM"]),
    ("Nepal and Oman are close to a trade deal.", ["negotiated planned NP-OM"]),
    (
        "The signing of the trade pact between Chile and Oman went ahead despite the rain.",
        ["signed concluded CL-OM"],
    ),
    (
        "Peru and Nepal signed a reciprocal trade framework on Sunday.",
        ["signed concluded NP-PE"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0] for c in CASES])
def test_a_wire_tells_this_and_no_more(sentence: str, expected: list[str]) -> None:
    told = [line.partition(".")[2] for line in brief(sentence)]
    assert sorted(told) == sorted(expected)


TEXTS = [
    (
        "a partner that is counted and not named is nobody",
        "Oman and Peru held talks in Lima.\nPeru is to sign agreements with 14 more countries.",
        [],
    ),
    (
        "the two countries signed, whatever a road runs between",
        (
            "Peru and Chad held talks on Monday.\nThe two countries signed an agreement under "
            "which firms will build the road between Baba and Dodo."
        ),
        ["agreement.signed concluded PE-TD"],
    ),
    (
        "one party of a paper told of before stands for both",
        (
            "Chile and Oman held talks on Tuesday.\nLast week Chile signed an accord with Malta.\n"
            "Chile's Congress will ratify the accord in May."
        ),
        ["agreement.signed concluded CL-MT", "agreement.ratified planned CL-MT"],
    ),
    (
        "who is spoken of is not who signed",
        (
            "LIMA - Peru seeks trade.\n``We will talk with Oman,'' the minister told reporters "
            "after signing a trade deal with Malta."
        ),
        ["agreement.signed concluded MT-PE"],
    ),
    (
        "lines indented below an item of a list belong to it",
        (
            "Results of the trip of Peru's president:\n\n-   Peru signed deals with\n    Malta"
            "\n    and\n    Oman.\n-   The president met students."
        ),
        ["agreement.signed concluded MT-PE", "agreement.signed concluded OM-PE"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TEXTS], ids=[t[0] for t in TEXTS])
def test_a_text_tells_this_and_no_more(text: str, expected: list[str]) -> None:
    assert sorted(brief(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Togo, Malta to sign fishing accord",
            "Togo and Malta are to sign a memorandum of understanding on fishing on Monday.",
        ),
        (
            "Togo, Malta aim for free trade deal",
            (
                "Togo and Malta aim to conclude a free trade agreement by May.\nAn FTA between "
                "Togo and Malta will be signed in Lome, officials said."
            ),
        ),
        ("TOGO, MALTA SIGN AID AGREEMENT", "Togo and Malta signed a five-year economic accord."),
    ],
)
def test_a_paper_told_in_other_words_is_one(title: str, body: str) -> None:
    assert len(events(body, title)) == 1


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Togo and Malta signed a five-year fishing agreement.", None),
        ("China signed a 130 mln dlr loan agreement with Togo.", None),
        ("Togo and Malta signed four five-year agreements.", 4),
        ("Togo and Malta signed 12 agreements.", 12),
    ],
)
def test_numbers_that_measure_count_no_papers(sentence: str, count: int | None) -> None:
    assert [event.count for event in events(sentence)] == [count]
