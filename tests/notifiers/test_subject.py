"""The subject says what happened, where and when; of a follow-up first what changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from notifiers.subject import LIMIT, subject_of
from pacts.headline import headline
from pacts.model import Alert, Period
from pacts.terms import Act, DateBasis, Reason, Status


def told(reason: Reason = Reason.FIRST, detail: str = "", **changes: Any) -> Alert:
    story = samples.story(**changes)
    return samples.alert(story, reason=reason, detail=detail, headline=headline(story))


UPGRADED = (
    "Kazakhstan and Vietnam upgrade relations from comprehensive partnership to strategic "
    "partnership"
)
SIGNED: dict[str, Any] = {"kind": samples.SIGNING.kind, "act": Act.SIGNED, "count": None}


@pytest.mark.parametrize(
    ("changes", "subject"),
    [
        ({}, " (Astana, 6 May 2025)"),
        ({"place": None}, " (6 May 2025)"),
        ({"date": None}, " (Astana)"),
        ({"date": None, "place": None}, ""),
        ({"date_basis": DateBasis.PUBLICATION}, " (reported 6 May 2025)"),
        ({"date": Period(date(2025, 5, 5), date(2025, 5, 12))}, " (Astana, 5–12 May 2025)"),
    ],
)
def test_place_and_day_stand_behind(changes: dict[str, Any], subject: str) -> None:
    alert = told(**changes)
    assert subject_of(alert) == UPGRADED + subject


def test_a_plan_says_for_when_it_is_expected() -> None:
    alert = told(**SIGNED, status=Status.PLANNED)
    assert subject_of(alert) == (
        "Kazakhstan and Vietnam to sign an agreement (Astana, expected 6 May 2025)"
    )


@pytest.mark.parametrize(
    ("reason", "detail", "before"),
    [
        (Reason.ADVANCED, "told before as planned", "Now signed: "),
        (Reason.CORRECTED, "60 agreements, told as 58", "Corrected (60 agreements, told as 58): "),
        (Reason.CORRECTED, "", "Corrected: "),
        (Reason.DENIED, "told before as planned", "Denied: "),
        (Reason.NEW_PARTY, "Belarus joins", "Belarus joins: "),
        (Reason.REMINDER, "told before as planned", "Reminder, not confirmed: "),
    ],
)
def test_a_follow_up_says_first_what_changed(reason: Reason, detail: str, before: str) -> None:
    alert = told(reason, detail, **SIGNED)
    line = "Kazakhstan and Vietnam sign an agreement (Astana, 6 May 2025)"
    assert subject_of(alert) == before + line


def test_more_sources_are_counted() -> None:
    alert = told(Reason.THRESHOLD, "told by 3 independent sources: a, b and c", independent=3)
    assert subject_of(alert).startswith("Now told by 3 sources: Kazakhstan")


@pytest.mark.parametrize(
    ("act", "before"),
    [
        (Act.IN_FORCE, "Now in force: An"),
        (Act.NEGOTIATED, "Now agreed: K"),
        (Act.ACCEDED, "Now joined: K"),
    ],
)
def test_acts_that_are_no_participle_have_their_word(act: Act, before: str) -> None:
    alert = told(Reason.ADVANCED, **(SIGNED | {"act": act}))
    assert subject_of(alert).startswith(before[:-2])


def test_keywords_stand_before_the_title_and_the_outlet_behind() -> None:
    assert subject_of(samples.keywords()) == (
        "“Code of Conduct”, “East Sea”: ASEAN and China resume talks in Manila (nhandan,"
        " 7 May 2025)"
    )


def test_a_long_subject_loses_the_place_first_and_never_what_changed() -> None:
    alert = told(Reason.CORRECTED, "60 agreements, told as 58")
    assert subject_of(alert) == (
        "Corrected (60 agreements, told as 58): Kazakhstan and Vietnam upgrade relations from"
        " comprehensive… (6 May 2025)"
    )


def test_a_title_from_right_to_left_stays_in_its_place() -> None:
    words = samples.keywords(headline="اتفاقية جديدة بين البلدين", matched=("اتفاقية",))
    assert "\u2068اتفاقية جديدة بين البلدين\u2069 (nhandan" in subject_of(words)


@given(
    st.sampled_from([reason for reason in Reason if reason.sends]),
    st.text(max_size=300),
    st.text(max_size=300),
    st.text(max_size=300),
)
def test_no_subject_is_longer_than_its_limit_or_has_a_second_line(
    reason: Reason, line: str, detail: str, place: str
) -> None:
    story = samples.story(place=place)
    words = samples.keywords(headline=line, matched=(detail, place))
    assert words.article is not None
    item = replace(words, article=replace(words.article, source=place))
    for alert in (samples.alert(story, reason=reason, headline=line, detail=detail), item):
        subject = subject_of(alert)
        assert len(subject) <= LIMIT
        assert all(ch.isprintable() or ch in "\u2068\u2069\u200c\u200d" for ch in subject)
