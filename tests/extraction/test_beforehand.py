"""What title and summary rule out before a page is fetched."""

from __future__ import annotations

import pytest

from extraction.beforehand import ENOUGH, may_tell_more

COOKING = (
    "Soup for a cold evening",
    (
        "Onions, a little butter and an hour of patience: our cook shows how her grandmother made "
        "the dish that the whole street came for, and why the pot stays uncovered while it boils."
    ),
)


def test_a_long_summary_that_names_nobody_and_nothing_to_sign_rules_an_event_out() -> None:
    assert len(COOKING[1]) > ENOUGH
    assert not may_tell_more(*COOKING, "en")
    assert not may_tell_more(*COOKING, None)


@pytest.mark.parametrize(
    "words",
    ["in Kenya", "Kenyan", "ASEAN", "a treaty", "an agreement", "a strategic partnership", "越南"],
)
def test_a_state_an_organisation_or_a_paper_keeps_it_open(words: str) -> None:
    title, summary = COOKING
    assert may_tell_more(title, f"{summary} {words}.", "en")
    assert may_tell_more(f"{title}: {words}", summary, "en")


def test_a_short_summary_rules_nothing_out() -> None:
    assert may_tell_more("Around the region", "", "en")
    assert may_tell_more(COOKING[0], COOKING[1][: ENOUGH - 1], "en")


def test_a_language_that_is_not_understood_rules_nothing_out() -> None:
    assert may_tell_more(*COOKING, "de")


@pytest.mark.parametrize("text", ["", "\x00", "\ud800" * 200, "🙂" * 300, "a" * 100_000])
def test_no_text_breaks_it(text: str) -> None:
    assert may_tell_more(text, text, None) in {True, False}
