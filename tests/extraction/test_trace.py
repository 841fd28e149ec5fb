"""A trace tells what extraction does, and does not differ from it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import article

from extraction import extract
from extraction.fates import Fate
from extraction.near_misses import Use
from extraction.text import clean
from extraction.trace import Stage, Trace, TracedSentence, cue_span, trace

TITLE = "Chile and Ghana upgrade ties to strategic partnership"
STORY = (
    "ACCRA - Chile's president and his host signed a border treaty on Monday.\n\n"
    "Chile and Ghana have upgraded their relations to a strategic partnership, the ministers "
    "said. Chile and Ghana will sign a tax accord next year.\n\n"
    "Shops stayed open.\n\n"
    "Read more\n\n"
    "Peru and Japan sign a fisheries agreement"
)


def traced(body: str, title: str = "", **options: object) -> Trace:
    return trace(article(body, title, **options))  # type: ignore[arg-type]  # options pass on


def only(body: str) -> TracedSentence:
    (sentence,) = traced(body).sentences
    return sentence


def test_the_events_of_a_trace_are_those_of_extraction() -> None:
    told = trace(article(STORY, TITLE))
    assert told.events == extract(article(STORY, TITLE))
    fates = [one for s in told.sentences for frame in s.frames for one in frame.told]
    assert sorted(one.into for one in fates if one.fate is Fate.KEPT) == [0, 1, 2]
    joined = [one for one in fates if one.fate is Fate.JOINED]
    assert [told.events[one.into or 0].name for one in joined] == ["partnership.upgraded"]


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_no_text_breaks_a_trace_and_its_events_are_always_those_of_extraction(noise: str) -> None:
    text = article(f"{noise} Chile and Ghana signed a treaty on {noise}", noise)
    told = trace(text)
    assert told.events == extract(text)
    for sentence in told.sentences:
        assert bool(sentence.frames) == (sentence.stage is Stage.FRAMED)
        for frame in sentence.frames:
            assert bool(frame.dropped) != bool(frame.told)
            cue_span(frame.finding)


def test_sentences_point_into_the_text_as_it_was_given() -> None:
    text = article("\u200bNoise\u00a0first \U0001f331. " + STORY, TITLE)
    for sentence in trace(text).sentences:
        cut = clean(text.text[sentence.start : sentence.end]).text
        quote = sentence.sentence.quote
        assert re.sub(r"\s+", " ", cut).strip() == re.sub(r"\s+", " ", quote)


@pytest.mark.parametrize(
    ("body", "stage"),
    [
        ("Shops stayed open.", Stage.NO_DEED),
        ("Ghana signed a footballer.", Stage.NO_OBJECT),
        ("The text recalls the treaty after they signed a cheque.", Stage.NO_FRAME),
        ("Chile and Ghana signed a treaty.", Stage.FRAMED),
    ],
)
def test_how_far_a_sentence_came(body: str, stage: Stage) -> None:
    assert only(body).stage is stage


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("Ghana signed a footballer.", "no object in this sentence"),
        ("Ghana signed up for a partnership of equals.", "no object: “partnership” alone"),
        ("They elevated cooperation to new heights.", "raises “cooperation”, but to no named"),
        ("They ratified closer ties.", "with “ties” as its object it is no event"),
        ("The text recalls the treaty after they signed a cheque.", "“treaty” is not its object"),
    ],
)
def test_a_near_miss_says_what_it_lacks(body: str, why: str) -> None:
    (miss, *_) = only(body).misses
    assert miss.why.startswith(why)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("The signing of treaties matters to Chile and Ghana.", "is named, not reported"),
        ("A treaty was signed in the town hall by the mayor.", "fewer than two parties"),
    ],
)
def test_a_frame_without_an_event_says_why(body: str, why: str) -> None:
    (frame,) = only(body).frames
    assert (frame.told, why in frame.dropped) == ((), True), frame.dropped


def test_names_say_what_they_are_to_the_deed() -> None:
    body = "Chile and Ghana signed a treaty in Japan at the UN summit in the presence of Peru."
    uses = {named.mention.surface: use for named, use in only(body).names}
    assert uses == {
        "Chile": Use.PARTY,
        "Ghana": Use.PARTY,
        "Japan": Use.PLACE,
        "UN": Use.VENUE,
        "Peru": Use.BYSTANDER,
    }


def test_the_words_that_decided_are_found_where_they_stand() -> None:
    sentence = only("They will not rest, and Chile and Ghana will sign a treaty.")
    (frame,) = sentence.frames
    start, end = cue_span(frame.finding) or (0, 0)
    assert sentence.sentence.text[start:end] == "will"
    assert start > 20


def test_blocks_that_do_not_speak_are_told_with_what_opened_them() -> None:
    told = traced(STORY, TITLE)
    assert [(aside.role, aside.text) for aside in told.asides] == [
        ("related", "Read more"),
        ("related", "Peru and Japan sign a fisheries agreement"),
    ]
    assert told.asides[1].why == "under “Read more”: of another article"
    for aside in told.asides:
        assert article(STORY, TITLE).text[aside.start : aside.end] == aside.text


def test_an_empty_article_has_no_sentences() -> None:
    told = traced("")
    assert (told.sentences, told.asides, told.events) == ((), (), ())
