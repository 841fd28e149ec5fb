from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacts.errors import FetchError, FetchFailure
from pacts.model import Validators
from worker.care import pace

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


def error(failure: FetchFailure, retry_after: float | None = None) -> FetchError:
    return FetchError("s", failure, retry_after=retry_after)


def test_a_source_that_works_is_asked_again_in_its_own_rhythm() -> None:
    assert pace.next_check(NOW, QUARTER, None) == NOW + QUARTER


def test_a_promise_of_no_change_is_believed_up_to_an_hour() -> None:
    assert pace.next_check(NOW, QUARTER, 1200) == NOW + timedelta(minutes=20)
    assert pace.next_check(NOW, QUARTER, 7 * 86400) == NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    ("failures", "minutes"), [(0, 15), (1, 30), (2, 60), (5, 480), (6, 720), (60, 720)]
)
def test_each_failure_in_a_row_doubles_the_wait_up_to_twelve_hours(
    failures: int, minutes: int
) -> None:
    due = pace.next_check_after_failure(NOW, QUARTER, failures, error(FetchFailure.TIMEOUT))
    assert due == NOW + timedelta(minutes=minutes)


def test_a_rhythm_slower_than_the_longest_back_off_stays_what_it_is() -> None:
    due = pace.next_check_after_failure(NOW, timedelta(days=1), 3, None)
    assert due == NOW + timedelta(days=1)


@pytest.mark.parametrize(("seconds", "hours"), [(7200, 2), (10**9, 24)])
def test_a_server_that_names_a_time_is_given_it_up_to_a_day(seconds: float, hours: int) -> None:
    asked = error(FetchFailure.THROTTLED, seconds)
    assert pace.next_check_after_failure(NOW, QUARTER, 0, asked) == NOW + timedelta(hours=hours)


def test_a_page_that_is_gone_for_good_is_looked_at_once_a_day() -> None:
    due = pace.next_check_after_failure(NOW, QUARTER, 0, error(FetchFailure.GONE))
    assert due == NOW + timedelta(days=1)


def test_an_item_is_tried_again_after_5_and_15_minutes_then_1_and_3_and_12_hours() -> None:
    waits = [pace.next_try(NOW, attempts) - NOW for attempts in range(5)]
    assert [wait.total_seconds() / 60 for wait in waits] == [5, 15, 60, 180, 720]
    assert pace.MOST_ATTEMPTS == 6


@given(st.integers(0, 1000), st.floats(0, 1e12) | st.none())
def test_no_wait_is_longer_than_a_day(failures: int, retry_after: float | None) -> None:
    asked = error(FetchFailure.THROTTLED, retry_after)
    assert pace.next_check_after_failure(NOW, QUARTER, failures, asked) <= NOW + timedelta(days=1)
    assert pace.next_try(NOW, failures, asked) <= NOW + timedelta(days=1)


KNOWN = Validators(etag='"1"', last_modified="x", body_hash="h")


def test_asking_for_everything_still_sends_the_hash_of_the_last_body() -> None:
    assert pace.validators_to_send(KNOWN, whole=False) == KNOWN
    assert pace.validators_to_send(KNOWN, whole=True) == Validators(body_hash="h")


def test_a_source_that_never_gave_its_whole_list_is_asked_for_it() -> None:
    assert pace.is_whole_due(None, "s", NOW)


@given(st.text(), st.timedeltas(timedelta(0), timedelta(days=36_500)).map(NOW.__add__))
def test_everything_is_asked_for_within_24_hours_and_not_before_18(
    name: str, last: datetime
) -> None:
    assert not pace.is_whole_due(last, name, last + timedelta(hours=18) - timedelta(seconds=1))
    assert pace.is_whole_due(last, name, last + timedelta(hours=24))


def test_a_clock_that_was_put_back_asks_for_everything_at_once() -> None:
    assert pace.is_whole_due(NOW + timedelta(days=900), "s", NOW)


def test_sources_added_together_ask_for_everything_at_different_hours() -> None:
    def due(name: str) -> int:
        minutes = (
            minute
            for minute in range(24 * 60 + 1)
            if pace.is_whole_due(NOW, name, NOW + timedelta(minutes=minute))
        )
        return next(minutes) // 60

    hours = [due(f"source {number}") for number in range(200)]
    assert {hours.count(hour) > 10 for hour in range(18, 24)} == {True}
