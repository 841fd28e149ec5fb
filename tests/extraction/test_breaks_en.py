"""Breaks that are no breaks between states."""

from __future__ import annotations

from reading import events


def test_a_minister_who_disagrees_with_a_president_breaks_no_relations() -> None:
    assert events("The defence secretary breaks with Trump on Iran and Russia.") == ()


def test_a_state_that_breaks_with_another_severs_relations() -> None:
    (event,) = events("Chad broke with Sudan on Monday.")
    assert event.act.value == "severed"
    assert event.parties == ("SD", "TD")
