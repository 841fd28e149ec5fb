"""Quiet hours and digests on the wall clocks of several zones, also when the clocks change."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerting.timing.hours import held, next_digest, room
from alerting.timing.timetable import next_time
from pacts.model import Channel, Held, Rate
from pacts.terms import Priority, Reason, Wait

HANOI = "Asia/Ho_Chi_Minh"
BERLIN = "Europe/Berlin"


def local(text: str, zone: str = HANOI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def not_before(channel: Channel, priority: Priority, now: datetime) -> datetime:
    return held(channel, Reason.ADVANCED, priority, now).until


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


# --- what it waits for ----------------------------------------------------------------------


def test_an_alert_knows_what_it_waits_for() -> None:
    now = local("2026-03-10 23:00")
    free = Channel("desk")
    assert held(free, Reason.FIRST, Priority.LOW, now) == Held(now)
    digest = quiet("22:00", "06:30", digest=("07:30", HANOI))
    assert held(digest, Reason.FIRST, Priority.LOW, now).waits_for is Wait.DIGEST
    night = quiet("22:00", "06:30", digest=("23:30", HANOI))
    assert held(night, Reason.FIRST, Priority.LOW, now).waits_for is Wait.QUIET


def test_only_the_first_alert_of_a_story_waits_for_more_sources() -> None:
    channel = Channel("desk", group_wait=timedelta(minutes=10), loud=Priority.HIGH)
    now = local("2026-03-10 12:00")
    later = Held(local("2026-03-10 12:10"), Wait.GROUP)
    assert held(channel, Reason.FIRST, Priority.NORMAL, now) == later
    for reason in (Reason.ADVANCED, Reason.CORRECTED, Reason.DENIED, Reason.OPERATOR):
        assert held(channel, reason, Priority.NORMAL, now) == Held(now)
    assert held(channel, Reason.FIRST, Priority.HIGH, now) == Held(now)


def test_a_wait_for_sources_that_ends_in_quiet_hours_ends_with_them() -> None:
    channel = quiet("22:00", "06:30", group_wait=timedelta(minutes=10))
    found = held(channel, Reason.FIRST, Priority.LOW, local("2026-03-10 21:55"))
    assert found == Held(local("2026-03-11 06:30"), Wait.QUIET)


# --- cron lines -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "now", "then"),
    [
        ("30 7 * * mon-fri", "2026-11-27 08:00", "2026-11-30 07:30"),  # Friday to Monday
        ("30 7 * * 0", "2026-11-27 08:00", "2026-11-29 07:30"),
        ("30 7 * * 7", "2026-11-27 08:00", "2026-11-29 07:30"),
        ("0 */6 * * *", "2026-11-27 13:01", "2026-11-27 18:00"),
        ("0 9 L * *", "2026-11-27 13:00", "2026-11-30 09:00"),
        # Day of the month or of the week where both are given, as in Debian's cron.
        ("0 9 1 * fri", "2026-11-27 13:00", "2026-12-01 09:00"),
    ],
)
def test_a_cron_line_means_what_it_means_to_cron(line: str, now: str, then: str) -> None:
    assert next_time(line, HANOI, local(now)) == local(then)


def test_a_day_that_a_zone_never_had_costs_no_digest_and_doubles_none() -> None:
    # Samoa went from Thursday 29 December 2011 to Saturday 31 December.
    now, found = local("2011-12-28 12:00", "Pacific/Apia"), []
    for _ in range(4):
        now = next_time("02:30", "Pacific/Apia", now + timedelta(seconds=1))
        found.append(now.astimezone(ZoneInfo("Pacific/Apia")).strftime("%d %H:%M"))
    assert found == ["29 02:30", "31 02:30", "01 02:30", "02 02:30"]


def test_a_digest_each_half_hour_leaves_out_the_hour_that_comes_twice() -> None:
    now, found = datetime(2026, 10, 25, 0, 15, tzinfo=UTC), []
    for _ in range(3):
        now = next_time("*/30 * * * *", BERLIN, now + timedelta(seconds=1))
        found.append(now.strftime("%H:%M"))
    assert found == ["00:30", "02:00", "02:30"]


CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
ZONES = st.sampled_from(
    [
        HANOI,
        BERLIN,
        "UTC",
        "America/New_York",
        "America/St_Johns",
        "America/Havana",
        "Australia/Lord_Howe",
        "Asia/Tehran",
        "Africa/Casablanca",
        "Africa/Cairo",
        "Pacific/Apia",
        "Pacific/Chatham",
        "Antarctica/Troll",
    ]
)
# Most draws fall on the days around a change of clocks somewhere.
NOWS = st.builds(
    lambda day, minutes: day + timedelta(minutes=minutes),
    st.sampled_from(
        [
            datetime(2011, 12, 30, tzinfo=UTC),
            datetime(2026, 2, 15, tzinfo=UTC),
            datetime(2026, 3, 8, tzinfo=UTC),
            datetime(2026, 3, 22, tzinfo=UTC),
            datetime(2026, 3, 29, tzinfo=UTC),
            datetime(2026, 4, 4, tzinfo=UTC),
            datetime(2026, 4, 24, tzinfo=UTC),
            datetime(2026, 10, 3, tzinfo=UTC),
            datetime(2026, 10, 25, tzinfo=UTC),
            datetime(2026, 10, 30, tzinfo=UTC),
            datetime(2026, 11, 1, tzinfo=UTC),
        ]
    ),
    st.integers(-2 * 1440, 2 * 1440),
)
CRONS = st.builds(
    "{} {} * * {}".format,
    st.sampled_from(["0", "30", "*/20", "15,45"]),
    st.sampled_from(["2", "*", "*/2", "0-3", "23", "1,2,3"]),
    st.sampled_from(["*", "mon-fri", "sun"]),
)


@given(CLOCKS, CLOCKS, ZONES, NOWS)
def test_a_message_leaves_at_once_or_at_the_end_of_the_quiet_hours(begin, end, zone, now) -> None:
    channel = quiet(begin, end, zone)
    found = held(channel, Reason.FIRST, Priority.LOW, now)
    assert now <= found.until <= now + timedelta(hours=49)
    assert not_before(channel, Priority.LOW, found.until) == found.until
    assert (found.waits_for is Wait.QUIET) == (found.until != now)
    if found.until != now:
        shown = found.until.astimezone(ZoneInfo(zone)).strftime("%H:%M")
        assert shown == end or skipped(end, zone, found.until)


def skipped(clock: str, zone: str, moment: datetime) -> bool:
    """Whether the clocks were put forward over that time just before ``moment``."""
    there = ZoneInfo(zone)
    before = (moment - timedelta(days=1, minutes=1)).astimezone(there).utcoffset()
    return moment.astimezone(there).utcoffset() > before


@given(CLOCKS, ZONES, NOWS)
def test_a_digest_comes_once_on_every_local_day_and_always_later(at, zone, now) -> None:
    channel, there = Channel("daily", digest=(at, zone)), ZoneInfo(zone)
    days, moment = [], now
    for _ in range(5):
        following = next_digest(channel, moment)
        assert following > moment
        moment = following
        days.append(moment.astimezone(there).date())
    for before, after in itertools.pairwise(days):
        missing = (after - before).days - 1
        assert missing == 0 or (missing == 1 and zone == "Pacific/Apia")


@given(CRONS, ZONES, NOWS, st.integers(0, 3000))
def test_the_next_time_is_the_first_that_has_not_passed(line, zone, now, minutes) -> None:
    found = next_time(line, zone, now)
    assert found >= now
    assert next_time(line, zone, found) == found
    between = now + min(timedelta(minutes=minutes), found - now)
    assert next_time(line, zone, between) == found
    assert next_time(line, zone, found + timedelta(seconds=1)) > found


@given(CRONS | CLOCKS, CLOCKS, CLOCKS, ZONES, ZONES, NOWS)
def test_a_digest_never_leaves_in_quiet_hours(at, begin, end, zone, other, now) -> None:
    both = quiet(begin, end, zone, digest=(at, other), group_wait=timedelta(minutes=10))
    silent = quiet(begin, end, zone)
    for found in (held(both, Reason.FIRST, Priority.LOW, now).until, next_digest(both, now)):
        assert not_before(silent, Priority.LOW, found) == found


@given(CRONS | CLOCKS, CLOCKS, CLOCKS, ZONES, NOWS)
def test_what_waits_for_a_digest_leaves_with_the_next_one(at, begin, end, zone, now) -> None:
    channel = quiet(begin, end, zone, digest=(at, zone))
    assert not_before(channel, Priority.LOW, now + timedelta(seconds=1)) == next_digest(
        channel, now + timedelta(seconds=1) - timedelta(microseconds=1)
    )


# --- ceilings -------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 40), max_size=60), st.integers(1, 5), st.integers(1, 90))
def test_a_channel_gets_what_its_ceiling_allows_and_as_soon_as_it_does(gaps, most, minutes) -> None:
    rate, taken = Rate(most, timedelta(minutes=minutes)), []
    now = datetime(2026, 3, 2, tzinfo=UTC)
    for gap in gaps:
        now += timedelta(minutes=gap)
        free = room(rate, taken[::-1], now)
        before = len(taken) - most
        soonest = taken[before] + rate.per if before >= 0 else now
        assert free == max(now, soonest)
        taken.append(free)
        now = free
    for first, later in zip(taken, taken[most:], strict=False):
        assert later - first >= rate.per
