"""What is only talked over, or lies ahead on a visit, is not told as done."""

from __future__ import annotations

import pytest

from tests.support.reading import events

TALKED_OVER = [
    ("en", "Peru and Ghana exchanged views on the treaty."),
    ("en", "The ministers of Peru and Ghana exchanged extensive views on the air services accord."),
    ("en", "The envoys of Peru and Ghana swapped ideas on the protocol."),
    ("es", "Los cancilleres del Perú y Ghana intercambiaron opiniones sobre el acuerdo."),
    ("fr", "Les ministres du Pérou et du Ghana ont échangé leurs vues sur l'accord de transit."),
]
ON_A_VISIT_TO_COME = [
    (
        "The premier of Peru will go to Accra to open a fair and witness the signing of a pact"
        " between Peru and Ghana."
    ),
    (
        "The minister of Peru will be in Accra on 9 May, to attend the ceremony and"
        " witness the signing of a memorandum between Peru and Ghana."
    ),
    (
        "The two leaders are scheduled to hold talks and oversee the signing of three agreements"
        " between Peru and Ghana."
    ),
]
SEEN_DONE = [
    "Peru and Ghana exchanged signed copies of the treaty.",
    (
        "The presidents of Peru and Ghana said how they will trade and witnessed the signing"
        " of a treaty."
    ),
    (
        "The presidents of Peru and Ghana will stay in Accra until Monday and witnessed the signing"
        " of a treaty."
    ),
    "The labour deal was signed in Accra by the presidents of Peru and Ghana.",
]


@pytest.mark.parametrize(("language", "text"), TALKED_OVER)
def test_an_exchange_of_views_on_a_paper_is_no_exchange_of_papers(language: str, text: str) -> None:
    assert [event for event in events(text, language=language) if event.alerts] == []


@pytest.mark.parametrize("text", ON_A_VISIT_TO_COME)
def test_what_a_visitor_will_witness_is_planned(text: str) -> None:
    assert {event.status.value for event in events(text)} == {"planned"}


@pytest.mark.parametrize("text", SEEN_DONE)
def test_what_was_witnessed_or_handed_over_is_done(text: str) -> None:
    assert {event.status.value for event in events(text)} == {"concluded"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "During the meeting, the presidents of Peru and Ghana issued a joint declaration to"
            " elevate Peru-Ghana relations to a strategic partnership."
        ),
        (
            "Peru and Ghana adopted a joint statement to upgrade their relations to a strategic"
            " partnership."
        ),
    ],
)
def test_a_statement_to_raise_relations_raises_them(text: str) -> None:
    (raised,) = [event for event in events(text) if event.kind.value == "partnership"]
    assert (raised.status.value, raised.act.value) == ("concluded", "upgraded")


def test_a_statement_that_is_to_come_raises_nothing_yet() -> None:
    text = "Peru and Ghana will adopt a joint statement to upgrade ties to a strategic partnership."
    assert {event.status.value for event in events(text)} == {"planned"}
