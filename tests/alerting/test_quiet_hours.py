"""Quiet hours and digests on the wall clocks of several zones, also when the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerting.hours import not_before
from pacts.model import Channel
from pacts.terms import Priority

HANOI = "Asia/Ho_Chi_Minh"
BERLIN = "Europe/Berlin"


def local(text: str, zone: str = HANOI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def quiet(begin: str, end: str, zone: str = HANOI, **fields) -> Channel:
    return Channel("desk", quiet=(begin, end, zone), **fields)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-03-10 12:00", "2026-03-10 12:00"),
        ("2026-03-10 21:59", "2026-03-10 21:59"),
        ("2026-03-10 22:00", "2026-03-11 06:30"),
        ("2026-03-11 03:00", "2026-03-11 06:30"),
        ("2026-03-11 06:29", "2026-03-11 06:30"),
        ("2026-03-11 06:30", "2026-03-11 06:30"),
    ],
)
def test_quiet_hours_reach_across_midnight(now: str, then: str) -> None:
    found = not_before(quiet("22:00", "06:30"), Priority.NORMAL, local(now))
    assert found == local(then)
    assert found.tzinfo is UTC


def test_quiet_hours_within_a_day_end_that_day() -> None:
    channel = quiet("12:00", "14:00")
    assert not_before(channel, Priority.LOW, local("2026-03-10 13:00")) == local("2026-03-10 14:00")


def test_equal_times_are_no_quiet_hours() -> None:
    now = local("2026-03-10 08:00")
    assert not_before(quiet("08:00", "08:00"), Priority.LOW, now) == now


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-03-10 07:00", "2026-03-10 07:30"),
        ("2026-03-10 07:30", "2026-03-10 07:30"),
        ("2026-03-10 07:31", "2026-03-11 07:30"),
    ],
)
def test_a_digest_leaves_at_its_next_time(now: str, then: str) -> None:
    channel = Channel("daily", digest=("07:30", HANOI))
    assert not_before(channel, Priority.NORMAL, local(now)) == local(then)


def test_a_digest_in_quiet_hours_leaves_at_their_end() -> None:
    channel = quiet("22:00", "06:30", digest=("05:00", HANOI))
    assert not_before(channel, Priority.LOW, local("2026-03-10 12:00")) == local("2026-03-11 06:30")


def test_what_is_loud_enough_waits_for_nothing() -> None:
    channel = quiet("00:00", "23:59", digest=("07:30", HANOI), loud=Priority.NORMAL)
    now = local("2026-03-10 12:00")
    assert not_before(channel, Priority.HIGH, now) == now
    assert not_before(channel, Priority.NORMAL, now) == now
    assert not_before(channel, Priority.LOW, now) > now


@pytest.mark.parametrize(
    ("now", "then"),
    [
        # On 29 March 2026 the clocks of Berlin go from 02:00 to 03:00, on 25 October back.
        ("2026-03-28T21:30:00+00:00", "2026-03-29T04:30:00+00:00"),
        ("2026-10-24T20:30:00+00:00", "2026-10-25T05:30:00+00:00"),
    ],
)
def test_quiet_hours_end_by_the_wall_clock_when_clocks_change(now: str, then: str) -> None:
    channel = quiet("22:00", "06:30", BERLIN)
    found = not_before(channel, Priority.LOW, datetime.fromisoformat(now))
    assert found == datetime.fromisoformat(then)


def test_a_time_that_the_clocks_skip_is_taken_as_if_they_had_not_changed() -> None:
    channel = Channel("daily", digest=("02:30", BERLIN))
    found = not_before(channel, Priority.LOW, datetime(2026, 3, 28, 12, tzinfo=UTC))
    assert found == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_a_time_that_the_clocks_show_twice_is_the_first_of_the_two() -> None:
    channel = Channel("daily", digest=("02:30", BERLIN))
    found = not_before(channel, Priority.LOW, datetime(2026, 10, 24, 12, tzinfo=UTC))
    assert found == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
ZONES = st.sampled_from([HANOI, BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Tehran"])
# Most draws fall on the days around a change of clocks somewhere.
NOWS = st.builds(
    lambda day, minutes: day + timedelta(minutes=minutes),
    st.sampled_from(
        [
            datetime(2026, 3, 8, tzinfo=UTC),
            datetime(2026, 3, 29, tzinfo=UTC),
            datetime(2026, 4, 4, tzinfo=UTC),
            datetime(2026, 10, 3, tzinfo=UTC),
            datetime(2026, 10, 25, tzinfo=UTC),
            datetime(2026, 11, 1, tzinfo=UTC),
        ]
    ),
    st.integers(-2 * 1440, 2 * 1440),
)


@given(CLOCKS, CLOCKS, ZONES, NOWS)
def test_a_message_leaves_at_once_or_at_the_end_of_the_quiet_hours(begin, end, zone, now) -> None:
    channel = quiet(begin, end, zone)
    found = not_before(channel, Priority.LOW, now)
    assert now <= found <= now + timedelta(hours=25)
    assert not_before(channel, Priority.LOW, found) == found
    if found != now:
        local_end = found.astimezone(ZoneInfo(zone)).strftime("%H:%M")
        skipped = found.astimezone(ZoneInfo(zone)).utcoffset() != (
            (found - timedelta(hours=2)).astimezone(ZoneInfo(zone)).utcoffset()
        )
        assert local_end == end or skipped


@given(CLOCKS, ZONES, NOWS)
def test_a_digest_leaves_within_a_day_and_only_once(at, zone, now) -> None:
    channel = Channel("daily", digest=(at, zone))
    found = not_before(channel, Priority.LOW, now)
    assert now <= found <= now + timedelta(hours=25)
    assert not_before(channel, Priority.LOW, found) == found
    later = not_before(channel, Priority.LOW, found + timedelta(minutes=1))
    assert timedelta(hours=22, minutes=59) <= later - found <= timedelta(hours=25)


@given(CLOCKS, CLOCKS, CLOCKS, ZONES, NOWS)
def test_a_digest_never_leaves_in_quiet_hours(at, begin, end, zone, now) -> None:
    both = quiet(begin, end, zone, digest=(at, zone))
    found = not_before(both, Priority.LOW, now)
    assert not_before(quiet(begin, end, zone), Priority.LOW, found) == found
