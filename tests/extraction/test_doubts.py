"""What may be somebody else's deed is told with a doubt, or not at all."""

from __future__ import annotations

import pytest
from reading import article

from extraction.cascade import KEPT_FROM, findings
from extraction.guesses import NOBODYS
from pacts.model import Article

LEAD = "Kenya and Peru have had close ties for years, the ministers of Kenya and Peru said. "
TITLE = "Kenya and Peru talk trade"


def about_two(sentence: str, lead: str = LEAD, title: str = TITLE, language: str = "en") -> Article:
    return article(lead + sentence, title, language=language)


DOUBTED = [
    ("The port signed a contract.", "a contract may be anybody's"),
    ("The port signed a contract on wheat.", "its subject is nobody known"),
]


@pytest.mark.parametrize(("sentence", "why"), DOUBTED, ids=[case[0] for case in DOUBTED])
def test_a_doubt_names_what_speaks_against_the_two(sentence: str, why: str) -> None:
    seen = [f for f in findings(about_two(sentence)) if f.cast and f.cast.doubts]
    assert any(why in f.cast.doubts for f in seen if f.cast)
    assert all(e.confidence < 0.8 for f in seen for e in (*f.events, *f.unsure))


@pytest.mark.parametrize(
    "sentence",
    [
        "Halden Marine signed a supply agreement with Quill Cloud on Friday.",
        "All member states have signed the treaty.",
        "Peru struck an interim deal with world powers.",
    ],
)
def test_what_is_certainly_done_by_others_gets_nobody(sentence: str) -> None:
    text = about_two(sentence)
    assert all(f.cast is None or NOBODYS.isdisjoint(f.cast.doubts) for f in findings(text))


def test_what_is_more_likely_wrong_than_right_is_not_told() -> None:
    texts = [about_two(sentence) for sentence, _ in DOUBTED]
    for finding in (f for text in texts for f in findings(text)):
        assert all(event.confidence >= KEPT_FROM for event in finding.events)
        assert all(event.confidence < KEPT_FROM for event in finding.unsure)
