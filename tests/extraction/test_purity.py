"""What must not matter to extraction, and what must never break it."""

from __future__ import annotations

import re
import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st
from reading import article, events

from extraction import extract
from extraction.text import clean

STORY = (
    "ACCRA - Chile's president and his host signed a border treaty on Monday.\n\n"
    '"We have upgraded our relations to a strategic partnership," he said of Ghana\'s offer, '
    "which Chile and Ghana had discussed since 2019. Chile and Ghana also exchanged around 12 "
    "cooperation agreements, and they will sign a tax accord next year.\n\n"
    "The two countries established diplomatic relations in 1972."
)
TITLE = "Chile, Ghana upgrade ties to strategic partnership"


def _facts(body: str, title: str = TITLE) -> list[tuple[object, ...]]:
    return [
        (e.name, e.status, e.parties, e.level, e.count, e.date, e.scope)
        for e in events(body, title)
    ]


def test_the_story_has_events() -> None:
    assert len(_facts(STORY)) >= 3


def test_the_same_article_gives_the_same_events() -> None:
    assert extract(article(STORY, TITLE)) == extract(article(STORY, TITLE))


@given(width=st.integers(60, 100))
@settings(max_examples=20)
def test_line_wrapping_changes_nothing(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(p, width) for p in STORY.split("\n\n"))
    assert _facts(wrapped) == _facts(STORY)


def test_curly_quotes_and_hard_spaces_change_nothing() -> None:
    curly = STORY.replace("'", "\u2019").replace(' "', " \u201c").replace('" ', "\u201d ")
    assert _facts(curly.replace(" and ", "\u00a0and\u00a0")) == _facts(STORY)


def test_the_order_of_the_parties_changes_nothing() -> None:
    first = _facts("Chile and Ghana signed a treaty on Monday.", "")
    assert first == _facts("Ghana and Chile signed a treaty on Monday.", "")


def test_evidence_points_at_its_words() -> None:
    text = article("\u200bNoise\u00a0first \U0001f331. " + STORY, TITLE)
    for event in extract(text):
        cut = text.text[event.evidence.start : event.evidence.end]
        assert re.sub(r"\s+", " ", clean(cut).text).strip() == event.evidence.quote


@given(st.text(max_size=400))
@settings(max_examples=300)
def test_no_text_breaks_extraction(noise: str) -> None:
    events(f"{noise} Chile and Ghana signed a treaty on {noise}", noise)


@given(st.text(max_size=200))
@settings(max_examples=300)
def test_cleaning_twice_is_cleaning_once(noise: str) -> None:
    once = clean(noise).text
    assert clean(once).text == once


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_every_cleaned_character_knows_where_it_came_from(noise: str) -> None:
    cleaned = clean(noise)
    places = [cleaned.origin(index) for index in range(len(cleaned.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(noise) for place in places)
