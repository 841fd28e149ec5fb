"""The ladder of health, its weights and what is advised."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import START

from pacts.errors import FetchFailure
from pacts.terms import Rung
from storage.records import SourceHealth
from worker.care import ladder, pace
from worker.care.advice import ADVICE, HARD, SOFT, TEMPORARY, act_on, advice_on
from worker.care.ladder import DEAD_AT, FAILING_AT, PROBE_EVERY, Say, step

WELL = SourceHealth()
RUNGS = list(Rung)
failures = st.sampled_from(list(FetchFailure))
polls = st.lists(
    st.tuples(st.none() | failures, st.timedeltas(timedelta(minutes=1), timedelta(days=3))),
    max_size=60,
)


def after(*outcomes: FetchFailure | None, apart: timedelta = timedelta(minutes=15)) -> SourceHealth:
    health = WELL
    for number, outcome in enumerate(outcomes):
        health = step(health, outcome, START + number * apart).health
    return health


def test_every_failure_has_a_weight_and_says_what_it_means_and_what_to_do() -> None:
    assert set(ADVICE) == set(FetchFailure)
    for failure, advice in ADVICE.items():
        assert advice.weight in (HARD, SOFT, TEMPORARY), failure
        assert re.fullmatch(r"[A-Z][^\n]{15,100}\.", advice.means), failure
        assert re.fullmatch(r"[A-Z][^\n]{3,180}\.", advice.act), failure


def test_what_the_store_calls_a_failure_finds_its_advice_and_other_words_find_none() -> None:
    assert act_on("TLS") == ADVICE[FetchFailure.TLS].act
    assert act_on(None) is act_on("NO_SUCH_FAILURE") is act_on("") is None


@pytest.mark.parametrize(
    ("failure", "times"),
    [(FetchFailure.NOT_FOUND, 3), (FetchFailure.REFUSED, 6), (FetchFailure.TIMEOUT, 12)],
)
def test_hard_soft_and_passing_failures_weigh_as_they_are_called(
    failure: FetchFailure, times: int
) -> None:
    assert after(*[failure] * (times - 1)).rung is Rung.DEGRADED
    assert after(*[failure] * times).rung is Rung.FAILING


def test_a_source_is_dead_after_many_failures_over_a_week_and_is_asked_once_a_week() -> None:
    hard = FetchFailure.NOT_FOUND
    assert after(*[hard] * 20).rung is Rung.FAILING
    assert after(*[hard] * 9, apart=timedelta(days=2)).rung is Rung.FAILING
    dead = after(*[hard] * 10, apart=timedelta(days=1))
    assert dead.rung is Rung.DEAD
    due = START + timedelta(hours=12)
    assert ladder.next_check(dead, due, START) == START + PROBE_EVERY
    assert ladder.next_check(after(hard), due, START) == due


def test_the_first_good_poll_heals_whatever_came_before() -> None:
    dead = after(*[FetchFailure.NOT_FOUND] * 10, apart=timedelta(days=1))
    assert step(dead, None, START + timedelta(days=20)) == ladder.Step(WELL, Say.RECOVERED)


def test_what_a_poll_says_of_other_things_stays() -> None:
    held = replace(WELL, held_at=START, site="A", quiet_since=START)
    ill = step(held, FetchFailure.TLS, START).health
    assert step(ill, None, START).health == held


@given(polls)
def test_every_fall_is_told_once_and_every_told_fall_has_one_recovery(
    sequence: list[tuple[FetchFailure | None, timedelta]],
) -> None:
    health, now, open_fall = WELL, START, False
    for outcome, wait in sequence:
        now += wait
        done = step(health, outcome, now)
        if done.say is Say.FELL:
            assert not open_fall
            open_fall = True
        if done.say is Say.RECOVERED:
            assert open_fall
            open_fall = False
        # Never below the line in silence, never above it with a fall still open.
        assert open_fall == (done.health.rung in (Rung.FAILING, Rung.DEAD))
        health = done.health


@given(st.lists(st.tuples(failures, st.timedeltas(timedelta(0), timedelta(days=3))), max_size=60))
def test_failures_only_lead_downwards(sequence: list[tuple[FetchFailure, timedelta]]) -> None:
    health, now = WELL, START
    for outcome, wait in sequence:
        now += wait
        lower = step(health, outcome, now).health
        assert RUNGS.index(lower.rung) >= RUNGS.index(health.rung)
        assert lower.weight == health.weight + advice_on(outcome).weight
        assert lower.since == (health.since or now)
        assert (lower.rung is Rung.DEGRADED) == (lower.weight < FAILING_AT)
        assert lower.rung is not Rung.DEAD or lower.weight >= DEAD_AT
        health = lower


@given(polls)
def test_a_fall_that_was_held_back_is_told_by_the_next_failure(
    sequence: list[tuple[FetchFailure | None, timedelta]],
) -> None:
    health, now = WELL, START
    for outcome, wait in sequence:
        now += wait
        health = ladder.untold(step(health, outcome, now).health)
    if health.rung in (Rung.FAILING, Rung.DEAD):
        assert step(health, FetchFailure.TIMEOUT, now).say is Say.FELL
        assert step(health, None, now).say is None


def test_with_the_usual_interval_a_missing_page_is_told_within_an_hour_and_a_half() -> None:
    health, now, every = WELL, START, timedelta(minutes=15)
    for count in range(3):
        done = step(health, FetchFailure.NOT_FOUND, now)
        health, told_at = done.health, now
        now = pace.next_check_after_failure(now, every, count, None)
    assert done.say is Say.FELL
    assert told_at - START <= timedelta(minutes=90)
