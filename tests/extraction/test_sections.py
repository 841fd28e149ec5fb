"""A digest says over each brief which state it is about."""

from __future__ import annotations

from reading import events as told

DIGEST = """Along the coast

PERU - Congress sat all week. A pact on fishing signed with Ghana on March 11 will be disputed.

KENYA - Two schools closed. The government signed an agreement with Qatar on work on Tuesday.

MALTA - The ferry is back.
"""


def test_a_brief_is_about_the_state_that_it_opens_with() -> None:
    events = told(DIGEST)
    assert ("GH", "PE") in {event.parties for event in events}
    assert ("KE", "QA") in {event.parties for event in events}


def test_a_heading_with_a_state_s_name_labels_what_stands_below() -> None:
    text = """Week in brief

Fiji

Rain. The government signed an agreement with Vanuatu on ferries on Tuesday.

Tonga

The government signed an agreement with Samoa on schools on Wednesday.
"""
    assert {event.parties for event in told(text)} == {("FJ", "VU"), ("TO", "WS")}


def test_one_dateline_labels_nothing() -> None:
    text = "SINGAPORE - Laos signed an agreement with Chile on Tuesday, its embassy said."
    assert {event.parties for event in told(text)} == {("CL", "LA")}


def test_initials_without_brackets_are_the_paper_that_they_spell() -> None:
    text = (
        "The Mutual Ports and Fisheries Agreement is ready. "
        "Peru and Ghana on Tuesday signed MPFA in Lima. Later Peru and Ghana signed XQRS."
    )
    assert [(e.parties, e.document) for e in told(text)] == [(("GH", "PE"), "MPFA")]
