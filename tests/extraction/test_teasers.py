"""Headlines of other articles, side by side at the end of this one."""

from __future__ import annotations

import pytest
from reading import brief

STORY = "Malta and Ghana signed a fisheries treaty in Accra on Thursday. " + "Rain fell. " * 20
NEWS = ["agreement.signed concluded GH-MT"]


@pytest.mark.parametrize(
    "line",
    [
        "Also today: Chad and Niger sign border treaty; Oman plants trees; Ferry to Gozo late",
        "MORE WORLD NEWS: Chad and Niger sign border treaty | Oman plants trees | Ferry late",
        "Brèves : Chad and Niger sign border treaty · Oman plants trees · Ferry late",
    ],
)
def test_a_label_with_headlines_side_by_side_speaks_of_other_articles(line: str) -> None:
    assert brief(f"{STORY}\n\n{line}") == NEWS


@pytest.mark.parametrize(
    "line",
    [
        "The minister said: Chad and Niger signed a border treaty; Oman was there on Thursday.",
        "Chad and Niger signed a border treaty on Thursday; Oman looked on.",
    ],
)
def test_a_sentence_with_semicolons_speaks_for_the_article(line: str) -> None:
    assert len(brief(f"{STORY}\n\n{line}")) == len(NEWS) + 1
