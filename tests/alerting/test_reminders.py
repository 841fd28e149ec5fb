"""A plan whose day has passed, and that nobody has reported since, gives one reminder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tellings import DAY, article, event, story

from alerting.deciding.decide import decide_story
from alerting.deciding.reminders import decide_reminders, due_at
from pacts.model import Alert, Keywords, Silence, Story, Watch
from pacts.terms import DateBasis, Reason, Status, Trust

BOTH = frozenset({Status.CONCLUDED, Status.PLANNED})
PATIENT = Watch(
    "plans", notify=("desk",), events=("agreement",), status=BOTH, remind=timedelta(days=2)
)


def plan(date: str | None = "2026-03-12", **fields) -> Story:
    fields.setdefault("status", "planned")
    return story(event(document="agreement on fisheries", date=date, **fields))


def at(day: int, hour: int = 9) -> datetime:
    return DAY.replace(day=day, hour=hour)


def told_of(planned: Story, *watches: Watch) -> tuple[Alert, ...]:
    made = decide_story(
        planned, (), article("fish"), watches or (PATIENT,), [], [], baseline=False, now=DAY
    )
    return tuple(replace(alert, id=number) for number, alert in enumerate(made, start=1))


def remind(
    planned: Story, told: Sequence[Alert], now: datetime, *watches: Watch, silences=()
) -> tuple[Alert, ...]:
    return decide_reminders(planned, told, watches or (PATIENT,), silences, now=now)


def test_the_reminder_says_when_it_was_expected_and_comes_from_no_article() -> None:
    (alert,) = remind(plan(), told_of(plan()), at(15))
    assert (alert.reason, alert.channels) == (Reason.REMINDER, ("desk",))
    assert alert.detail == "expected on 12 March 2026; nobody has reported it since"
    assert (alert.source, alert.item) == ("", "")


def test_it_is_due_so_long_after_the_end_of_the_last_planned_day() -> None:
    assert due_at(plan(), PATIENT) == at(15, hour=0)
    assert remind(plan(), told_of(plan()), at(14, hour=23)) == ()
    assert due_at(plan("2026-03-12/2026-03-14"), PATIENT) == at(17, hour=0)


def test_it_comes_once_for_a_channel_and_a_planned_day() -> None:
    told = told_of(plan())
    reminded = (*told, *remind(plan(), told, at(15)))
    assert remind(plan(), reminded, at(16)) == ()
    put_off = plan("2026-03-20")
    assert [a.detail for a in remind(put_off, reminded, at(23))] == [
        "expected on 20 March 2026; nobody has reported it since"
    ]


@pytest.mark.parametrize(
    "planned",
    [
        plan(status="concluded"),
        plan(status="rumoured"),
        plan(status="negated"),
        plan(None),
        plan(date_basis=DateBasis.PUBLICATION),
        plan(parties="KZ VN", scope="corporate"),
    ],
)
def test_what_is_no_plan_for_a_day_or_not_asked_for_is_not_reminded_of(planned: Story) -> None:
    assert remind(planned, (), at(20)) == ()


def test_watches_that_do_not_ask_for_reminders_get_none() -> None:
    plain = replace(PATIENT, remind=None)
    assert remind(plan(), told_of(plan(), plain), at(20), plain) == ()


def test_a_plan_of_longer_ago_than_the_watch_cares_for_is_let_be() -> None:
    brief = replace(PATIENT, max_age=timedelta(days=5))
    assert remind(plan(), told_of(plan(), brief), at(19), brief) == ()


def test_a_silence_holds_it_back_and_is_named() -> None:
    silence = Silence(at(30), "not this one", events=("agreement.signed",), id=4)
    told = told_of(plan())
    (alert,) = remind(plan(), told, at(15), silences=[silence])
    assert (alert.reason, alert.silence) == (Reason.SILENCED, 4)
    assert remind(plan(), [*told, alert], at(16), silences=[silence]) == ()


def test_what_only_sources_on_hold_announce_is_not_reminded_of() -> None:
    held = story(plan().lead.event, trust=Trust.HOLD)
    assert [a.reason for a in remind(held, (), at(15))] == [Reason.HELD]


def test_a_plan_of_the_silent_first_poll_is_reminded_of() -> None:
    told = decide_story(plan(), (), article(), [PATIENT], [], [], baseline=True, now=DAY)
    assert [a.reason for a in told] == [Reason.BASELINE]
    assert [a.reason for a in remind(plan(), told, at(15))] == [Reason.REMINDER]


def test_keywords_need_to_have_been_found_in_some_article() -> None:
    fishy = replace(PATIENT, keywords=Keywords(any=("fish",)))
    assert [a.reason for a in remind(plan(), told_of(plan(), fishy), at(15), fishy)] == [
        Reason.REMINDER
    ]
    assert remind(plan(), (), at(15), fishy) == ()


def test_after_a_reminder_the_deed_is_still_news() -> None:
    told = told_of(plan())
    told = (*told, *remind(plan(), told, at(15)))
    done = plan(status="concluded")
    (alert,) = decide_story(done, told, article(), [PATIENT], [], [], baseline=False, now=at(16))
    assert (alert.reason, alert.detail) == (Reason.ADVANCED, "told before as planned")
