"""What a silence covers, and that nothing is lost when it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tellings import DAY, article, event, story

from alerting.deciding.decide import decide_item, decide_story
from alerting.deciding.silences import covers
from pacts.model import Alert, Keywords, Silence, Watch
from pacts.terms import Reason

UP = replace(story(event("partnership.upgraded", level="strategic partnership")), id=7)
TIES = Watch("ties", notify=("desk",), events=("partnership",))
WORDS = Watch("words", notify=("desk",), keywords=Keywords(any=("fish",)))
TOMORROW = DAY + timedelta(days=1)


def silence(**what) -> Silence:
    return Silence(TOMORROW, "", **what)


@pytest.mark.parametrize(
    ("one", "covered"),
    [
        (silence(), True),
        (silence(parties=frozenset({"VN"})), True),
        (silence(parties=frozenset({"VN", "RU"})), False),
        (silence(events=("partnership",)), True),
        (silence(events=("agreement",)), False),
        (silence(watch="ties"), True),
        (silence(watch="other"), False),
        (silence(story=7), True),
        (silence(story=8), False),
        (silence(source="agency"), True),
        (silence(source="ministry"), False),
        (silence(source="agency", story=8), False),
    ],
)
def test_a_silence_covers_what_fits_everything_that_it_names(one: Silence, covered: bool) -> None:
    assert covers(one, UP, "ties", DAY, source="agency") is covered
    assert not covers(one, UP, "ties", TOMORROW, source="agency")


def decide(told=(), *, source="agency", silences=(), days=0.0) -> list[Alert]:
    text = article(source=source)
    now = DAY + timedelta(days=days)
    return [*decide_story(UP, told, text, [TIES], silences, [], baseline=False, now=now)]


def test_a_silenced_source_starts_no_alert_and_another_one_does() -> None:
    told = decide(silences=[silence(source="agency")])
    assert [alert.reason for alert in told] == [Reason.SILENCED]
    later = decide(told, source="ministry", silences=[silence(source="agency")])
    assert [alert.reason for alert in later] == [Reason.FIRST]


def test_what_was_silenced_is_told_when_somebody_tells_it_after_the_silence() -> None:
    told = decide(silences=[silence(story=7)])
    assert decide(told, silences=[silence(story=7)], source="ministry") == []
    assert [a.reason for a in decide(told, source="ministry", days=2)] == [Reason.FIRST]


def test_each_silence_has_its_own_record() -> None:
    first, second = replace(silence(story=7), id=1), replace(silence(source="agency"), id=2)
    told = decide(silences=[first])
    again = decide(told, silences=[second])
    assert [(a.reason, a.silence) for a in [*told, *again]] == [
        (Reason.SILENCED, 1),
        (Reason.SILENCED, 2),
    ]
    assert decide([*told, *again], silences=[first]) == []


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (silence(watch="words"), Reason.SILENCED),
        (silence(source="agency"), Reason.SILENCED),
        (silence(watch="ties"), Reason.KEYWORDS),
        (silence(parties=frozenset({"VN"})), Reason.KEYWORDS),
        (silence(events=("agreement",)), Reason.KEYWORDS),
        (silence(story=7), Reason.KEYWORDS),
    ],
)
def test_a_watch_on_plain_keywords_is_silenced_by_what_names_no_story(
    one: Silence, reason: Reason
) -> None:
    (alert,) = decide_item(article("fish"), [WORDS], [one], baseline=False, now=DAY)
    assert alert.reason is reason
