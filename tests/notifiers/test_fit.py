"""A message is made to fit its channel: shorter texts, never one that is cut in the middle."""

from __future__ import annotations

from dataclasses import replace

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from notifiers.fit import Room, fitted
from notifiers.render import render
from pacts.model import Message
from pacts.terms import Form

MESSAGE = render(
    [
        samples.upgrade(
            told=samples.story(sources=tuple(f"outlet{number}" for number in range(8))),
            background=("Since 2012 it was a comprehensive partnership.",),
        )
    ]
)
LINK = "https://outlet0.example/news/upgraded-kz.html"
REASON = "Why: First report of this."


def test_with_room_enough_nothing_is_left_out() -> None:
    assert fitted(MESSAGE, Room(Form.TEXT, 10_000, 250)) == (MESSAGE.title, MESSAGE.text)
    assert fitted(MESSAGE, Room(Form.MARKDOWN, 10_000))[1] == MESSAGE.markdown


@pytest.mark.parametrize("form", [Form.TEXT, Form.MARKDOWN, Form.HTML])
def test_with_less_room_sources_and_quote_go_and_subject_link_and_reason_stay(form: Form) -> None:
    full = len(fitted(MESSAGE, Room(form, 100_000))[1])
    smallest = MESSAGE
    while smallest.smaller is not None:
        smallest = smallest.smaller
    least = len({"text": smallest.text, "html": smallest.html}.get(form, smallest.markdown))
    seen = set()
    for body in range(least + len(MESSAGE.title) + 2, full + 200, 50):
        title, text = fitted(MESSAGE, Room(form, body))
        assert len(title) + 2 + len(text) <= body
        assert title == MESSAGE.title
        assert LINK.replace("_", "%5F") in text
        assert REASON in text
        seen.add(text)
    assert len(seen) == 4


def test_a_text_message_has_subject_number_of_sources_and_link() -> None:
    title, body = fitted(MESSAGE, Room(Form.SHORT, 160))
    assert (title, body) == (MESSAGE.title, f"8 sources\n{LINK}")
    assert len(title) + 2 + len(body) <= 160


def test_with_very_little_room_the_title_is_shortened_and_the_link_stays_whole() -> None:
    title, body = fitted(MESSAGE, Room(Form.SHORT, 120))
    assert body == LINK
    assert title.endswith("…")
    assert fitted(MESSAGE, Room(Form.SHORT, 90)) == ("", MESSAGE.title)


def test_a_message_of_one_size_is_left_whole_for_the_channel_to_split() -> None:
    long = Message("t", "word " * 1000, "")
    assert fitted(long, Room(Form.TEXT, 100)) == ("t", long.text)


def test_a_long_title_is_shortened_to_the_room_for_titles() -> None:
    assert fitted(MESSAGE, Room(Form.TEXT, 7_800, 60))[0] == (
        "Kazakhstan and Vietnam upgrade relations to strategic…"
    )


def test_a_digest_without_room_lists_what_it_can_and_counts_the_rest() -> None:
    alerts = [samples.upgrade(number=number) for number in range(1, 51)]
    digest = render(alerts)
    for form in (Form.TEXT, Form.MARKDOWN):
        for most in (1_000, 2_000, 4_000, 10_000):
            title, body = fitted(digest, Room(form, most, 250))
            assert len(body) <= most
            told = body.count("Kazakhstan and Vietnam upgrade relations")
            assert f"And {50 - told} more: pactwatch alerts" in body or told >= 50
            assert title == "Digest of 50 partnerships"


@given(
    st.text(max_size=500),
    st.text(max_size=500),
    st.sampled_from(list(Form)),
    st.integers(min_value=100, max_value=5_000),
    st.one_of(st.none(), st.integers(min_value=60, max_value=250)),
)
def test_whatever_is_told_fits_as_long_as_its_smallest_size_does(
    quote: str, place: str, form: Form, body: int, title: int | None
) -> None:
    story = samples.story(place=place)
    evidence = replace(story.lead.event.evidence, quote=quote)
    lead = replace(story.lead, event=replace(story.lead.event, evidence=evidence))
    message = render([samples.alert(replace(story, lead=lead))])
    top, text = fitted(message, Room(form, body, title))
    assert text
    assert len(text) <= body
    assert len(text) + (len(top) + 2 if title is None and top else 0) <= body
    assert title is None or len(top) <= title
