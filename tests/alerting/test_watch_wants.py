"""What a watch asks for, one condition at a time; and what a silence covers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tellings import DAY, article, event, story

from alerting.deciding.silences import covers
from alerting.matching.watches import asks_for, doubt_of, wants
from pacts.model import Article, Keywords, Parties, Silence, Watch
from pacts.terms import Reason, Scope, Status

TOLD = story(event("agreement.signed", "KZ VN", document="agreement on energy", confidence=0.8))
RAISED = story(event("partnership.upgraded", "KZ VN", level="comprehensive strategic partnership"))


def watch(**fields) -> Watch:
    return Watch("energy", notify=("desk",), **{"events": ("agreement",), **fields})


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"events": ("agreement.signed",)},
        {"events": ("partnership", "agreement")},
        {"parties": Parties(any=frozenset({"VN", "US"}))},
        {"parties": Parties(all=frozenset({"VN", "KZ"}))},
        {"parties": Parties(none=frozenset({"US"}))},
        {"parties": Parties(between=frozenset({"VN", "KZ", "RU"}))},
        {"languages": frozenset({"en", "vi"})},
        {"keywords": Keywords(any=("nuclear",))},
        {"sources": frozenset({"agency"})},
        {"min_confidence": 0.8},
        {"status": frozenset(Status)},
    ],
)
def test_a_watch_wants_what_fits_all_its_conditions(fields) -> None:
    assert wants(watch(**fields), TOLD, article("A nuclear plant", language="en"))


@pytest.mark.parametrize(
    "fields",
    [
        {"events": ()},
        {"events": ("partnership",)},
        {"events": ("agreement.ratified",)},
        {"parties": Parties(any=frozenset({"US"}))},
        {"parties": Parties(all=frozenset({"VN", "US"}))},
        {"parties": Parties(none=frozenset({"VN"}))},
        {"parties": Parties(between=frozenset({"VN", "RU"}))},
        {"languages": frozenset({"vi"})},
        {"keywords": Keywords(any=("coal",))},
        {"keywords": Keywords(none=("nuclear",))},
        {"sources": frozenset({"ministry"})},
        {"min_confidence": 0.81},
        {"status": frozenset({Status.PLANNED})},
        {"scope": frozenset({Scope.CORPORATE})},
        {"levels": ("strategic",)},
    ],
)
def test_a_watch_does_not_want_what_misses_one_condition(fields) -> None:
    assert not wants(watch(**fields), TOLD, article("A nuclear plant", language="en"))


def test_words_that_count_in_the_title_alone_are_not_looked_for_below_it() -> None:
    titled = Article.compose("A nuclear plant", "The power is for Hanoi.")
    told = replace(article(titled), title="A nuclear plant")
    for word, wanted in (("plant", True), ("Hanoi", False)):
        keywords = Keywords(any=(word,), title_only=True)
        assert wants(watch(keywords=keywords), TOLD, told) is wanted
        assert wants(watch(keywords=replace(keywords, title_only=False)), TOLD, told)


def test_how_sure_a_story_is_does_not_change_what_a_watch_asks_for() -> None:
    demanding = watch(min_confidence=0.81)
    assert asks_for(demanding, TOLD, article())
    assert doubt_of(demanding, TOLD) is Reason.UNSURE
    assert doubt_of(watch(min_confidence=0.8), TOLD) is None


def test_an_article_of_an_unknown_language_is_in_none_of_those_asked_for() -> None:
    assert not wants(watch(languages=frozenset({"en"})), TOLD, article(language=None))


def test_what_nobody_is_known_to_have_done_is_between_nobody() -> None:
    nobody = story(event("agreement.signed", ""))
    assert wants(watch(), nobody, article())
    assert not wants(watch(parties=Parties(between=frozenset({"VN", "KZ"}))), nobody, article())


@pytest.mark.parametrize("level", ["strategic", "Comprehensive Strategic", "strategic partnership"])
def test_levels_are_words_of_the_level(level: str) -> None:
    assert wants(watch(events=("partnership",), levels=(level,)), RAISED, article())


def test_a_part_of_a_word_is_no_level() -> None:
    assert not wants(watch(events=("partnership",), levels=("strateg",)), RAISED, article())


LATER = DAY + timedelta(days=1)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"parties": frozenset({"KZ"})},
        {"parties": frozenset({"KZ", "VN"})},
        {"events": ("agreement",)},
        {"events": ("agreement.signed", "statement")},
        {"watch": "energy"},
    ],
)
def test_a_silence_covers_what_fits_everything_it_names(fields) -> None:
    assert covers(Silence(LATER, "too much", **fields), TOLD, "energy", DAY)


@pytest.mark.parametrize(
    "fields",
    [
        {"parties": frozenset({"KZ", "US"})},
        {"events": ("partnership",)},
        {"watch": "other"},
    ],
)
def test_a_silence_does_not_cover_what_it_does_not_name(fields) -> None:
    assert not covers(Silence(LATER, "too much", **fields), TOLD, "energy", DAY)


def test_a_silence_ends_when_it_says() -> None:
    assert not covers(Silence(DAY, "over"), TOLD, "energy", DAY)
