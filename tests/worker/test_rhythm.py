"""How long a source may be silent."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from newsroom import START

from worker.care.rhythm import is_quiet, quiet_after, shortest, usual_gap


def office_days(weeks: int) -> list[datetime]:
    """News at 9 and 15 o'clock from Monday to Friday."""
    monday = START - timedelta(days=START.weekday(), hours=START.hour)
    return [
        monday + timedelta(days=7 * week + day, hours=hour)
        for week in range(weeks)
        for day in range(5)
        for hour in (9, 15)
    ]


def test_a_weekend_is_no_silence_and_a_week_without_news_is_not_yet_one() -> None:
    arrivals = office_days(4)
    assert quiet_after(arrivals) == 3 * timedelta(days=2, hours=18)
    friday = arrivals[-1]
    assert not is_quiet(arrivals, friday + timedelta(days=3))
    assert not is_quiet(arrivals, friday + timedelta(days=8))
    assert is_quiet(arrivals, friday + timedelta(days=8, hours=7))


def test_a_busy_source_is_given_two_days_at_least() -> None:
    hourly = [START + timedelta(hours=hour) for hour in range(24 * 21)]
    assert quiet_after(hourly) == shortest() == timedelta(days=2)
    assert not is_quiet(hourly, hourly[-1] + timedelta(days=2))
    assert is_quiet(hourly, hourly[-1] + timedelta(days=2, minutes=1))


def test_an_empty_list_is_doubted_after_a_day_and_not_within_the_usual_gap() -> None:
    hourly = [START + timedelta(hours=hour) for hour in range(24 * 21)]
    assert quiet_after(hourly, empty=True) == timedelta(days=1)
    assert quiet_after(office_days(4), empty=True) == timedelta(days=2, hours=18)
    assert is_quiet(hourly, hourly[-1] + timedelta(days=1, minutes=1), empty=True)
    assert not is_quiet(hourly, hourly[-1] + timedelta(days=1, minutes=1))


def test_without_a_history_of_two_weeks_nothing_is_called_quiet() -> None:
    assert not is_quiet([], START)
    few = [START, START + timedelta(days=20)]
    assert not is_quiet(few, START + timedelta(days=400))
    young = [START + timedelta(hours=hour) for hour in range(24 * 13)]
    assert quiet_after(young) is None


def test_the_usual_gap_is_the_one_in_the_middle() -> None:
    assert usual_gap(office_days(3)) == timedelta(hours=6)
    assert usual_gap([START]) is None


@given(
    st.lists(st.timedeltas(timedelta(minutes=1), timedelta(days=9)), max_size=60),
    st.timedeltas(timedelta(0), timedelta(days=60)),
)
def test_a_silence_that_came_before_never_counts(gaps: list[timedelta], silence: timedelta) -> None:
    arrivals = [START]
    for gap in gaps:
        arrivals.append(arrivals[-1] + gap)
    if gaps and silence <= max(gaps):
        assert not is_quiet(arrivals, arrivals[-1] + silence)
