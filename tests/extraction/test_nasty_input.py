"""Rubbish of any kind costs time in proportion to its length at most, and raises nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import article

from extraction import extract

LENGTH = 200_000
UNITS = [
    "signed agreement ",
    '"',
    "(",
    ". ",
    ".",
    "!)",
    "; ",
    "\n",
    "1",
    "a",
    "Vietnam and Kazakhstan and ",
    "Vietnam signed a treaty with Kazakhstan on Monday. ",
    "Vietnam signed a treaty with Kazakhstan on Monday\n",
    "comprehensive strategic partnership ",
    "on May 5, 2025 to May 6 ",
    "between Chile and ",
    "with Ghana and ",
    " - ",
    "a\u0301\u0301",
    "\u200b",
    "\ud800",
    "\U0001f331",
    "\\u2013",
    "{spam}|",
    "&nbsp;",
    "签署协议",
    "Вьетнам подписал соглашение. ",
]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("unit", UNITS, ids=[ascii(unit)[1:25] for unit in UNITS])
def test_two_hundred_thousand_characters_of_one_thing_are_read_in_time(unit: str) -> None:
    text = (unit * (LENGTH // len(unit) + 1))[:LENGTH]
    extract(article(f"{text} Chile signed a treaty with Ghana.", language=""))


PIECES = st.sampled_from(
    [*UNITS, " of ", " to ", " the signing of ", " will ", " not ", "; ", ", "]
)


@given(st.lists(PIECES, max_size=120))
@settings(max_examples=150)
def test_no_heap_of_triggers_and_names_breaks_extraction(pieces: list[str]) -> None:
    extract(article("".join(pieces), "".join(pieces[:5])))
