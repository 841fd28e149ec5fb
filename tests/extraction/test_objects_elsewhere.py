"""Objects that stand elsewhere: before "which", in the sentence before, or nowhere."""

from __future__ import annotations

import pytest
from reading import brief

CASES = [
    (
        "Oslo gave a dinner for the memorandum that Malta and Ghana signed on Thursday.",
        ["agreement.signed concluded GH-MT"],
    ),
    (
        "Malta and Ghana have a fisheries treaty, which was signed in Accra on Thursday.",
        ["agreement.signed concluded GH-MT"],
    ),
    (
        "Malta and Ghana reached a tax treaty. It is set to enter into force on June 1.",
        ["agreement.negotiated concluded GH-MT", "agreement.in_force planned GH-MT"],
    ),
    (
        "Chad has a border treaty with Niger ready. Niger is expected to sign before Easter.",
        ["agreement.signed planned NE-TD"],
    ),
    (
        "Chad and Niger discussed a border treaty. The signing has been postponed.",
        ["agreement.signed negated NE-TD"],
    ),
    (
        "Chad and Niger signed a declaration that elevates ties to a strategic partnership.",
        [
            "agreement.signed concluded NE-TD",
            "partnership.upgraded concluded NE-TD strategic partnership",
        ],
    ),
    (
        "Chad and Niger will sign a declaration elevating ties to a strategic partnership.",
        [
            "agreement.signed planned NE-TD",
            "partnership.upgraded planned NE-TD strategic partnership",
        ],
    ),
    (
        "Chad and Niger spoke of a forthcoming memorandum on fishing.",
        ["agreement.signed planned NE-TD"],
    ),
    (
        "The parliament of Niger approved the border treaty with Chad on Tuesday.",
        ["agreement.ratified concluded NE-TD"],
    ),
    ("The chess club of Niger approved the border treaty with Chad on Tuesday.", []),
    (
        "The ministers of Chad and Niger welcomed the new border treaty.",
        ["agreement.negotiated concluded NE-TD"],
    ),
    (
        "The ministers of Chad and Niger parted without an agreement.",
        ["agreement.signed negated NE-TD"],
    ),
    ("Niger will sign a footballer. Chad is expected to sign before Easter.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_what_is_done_to_a_paper_is_found_wherever_the_paper_stands(
    text: str, expected: list[str]
) -> None:
    assert sorted(brief(text)) == sorted(expected)


def test_a_text_that_somebody_put_in_lower_case_is_read_all_the_same() -> None:
    filler = "the ministers spoke for two hours about rain, roads and schools. " * 5
    body = f"malta and ghana signed a fisheries treaty on thursday. {filler}"
    assert brief(body) == ["agreement.signed concluded GH-MT"]
