"""How often a source is asked: within its bounds, whatever it does, and as its news asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from pacts.model import Source
from pacts.terms import SourceKind
from storage.records import Watched
from worker.care.interval import bounds, interval, learn, share, wait

START = datetime(2031, 3, 4, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
FIXED = Source("s", SourceKind.FEED, "https://a.example/", every=15 * MINUTE)
FREE = replace(FIXED, at_least=2 * MINUTE, at_most=120 * MINUTE)

durations = st.timedeltas(min_value=timedelta(seconds=1), max_value=timedelta(days=400))
sources = st.builds(
    lambda every, least, most: replace(FIXED, every=every, at_least=least, at_most=most),
    durations,
    st.none() | durations,
    st.none() | durations,
)
histories = st.lists(st.tuples(durations, st.booleans()), max_size=30)


def after(history: Sequence[tuple[timedelta, bool]]) -> Watched:
    watched, now = Watched(), START
    for passed, hit in history:
        watched = learn(watched, now, now := now + passed, hit=hit)
    return watched


def polls_of(
    source: Source, news_every: timedelta, *, days: int, name: str = "s"
) -> list[datetime]:
    """The times at which a source is asked that has something new at even distances."""
    watched, last, now, times = Watched(), None, START, []
    while now < START + timedelta(days=days):
        hit = last is not None and (now - START) // news_every > (last - START) // news_every
        watched = learn(watched, last, now, hit=hit)
        times.append(now)
        pause = wait(interval(source, watched), name, now, first=last is None)
        last, now = now, now + pause
    return times


def settled(source: Source, news_every: timedelta) -> timedelta:
    """The middle interval of the third week."""
    times = polls_of(source, news_every, days=21)
    gaps = sorted(later - earlier for earlier, later in pairwise(times) if later > START + 14 * DAY)
    return gaps[len(gaps) // 2]


@given(sources, histories)
def test_the_interval_stays_within_its_bounds_whatever_a_source_did(
    source: Source, history: list[tuple[timedelta, bool]]
) -> None:
    shortest, longest = bounds(source)
    assert shortest <= source.every <= longest
    assert shortest <= interval(source, after(history)) <= longest


@given(sources, histories, st.text(max_size=20), st.booleans())
def test_the_next_check_comes_no_later_than_the_longest_interval(
    source: Source, history: list[tuple[timedelta, bool]], name: str, first: bool
) -> None:
    length = interval(source, after(history))
    pause = wait(length, name, START, first=first)
    assert length / 2 <= pause <= length <= bounds(source)[1]
    assert first or pause >= 0.9 * length - timedelta(microseconds=1)


@given(sources, histories, st.integers(0, 29))
def test_one_more_poll_with_news_never_makes_the_interval_longer(
    source: Source, history: list[tuple[timedelta, bool]], which: int
) -> None:
    less = [(passed, hit and at != which) for at, (passed, hit) in enumerate(history)]
    more = [(passed, hit or at == which) for at, (passed, hit) in enumerate(history)]
    assert interval(source, after(more)) <= interval(source, after(less))


@given(durations, histories)
@example(15 * MINUTE, [(DAY, True)] * 30)
def test_a_source_without_bounds_keeps_its_own_interval(
    every: timedelta, history: list[tuple[timedelta, bool]]
) -> None:
    assert interval(replace(FIXED, every=every), after(history)) == every


def test_it_starts_with_every_and_a_single_quiet_hour_moves_it_little() -> None:
    assert interval(FREE, Watched()) == FREE.every
    assert interval(FREE, after([(15 * MINUTE, False)] * 4)) < 1.5 * FREE.every


def test_a_source_with_much_news_comes_down_to_its_shortest_interval() -> None:
    assert 1.8 * MINUTE <= settled(FREE, MINUTE) <= 2 * MINUTE


def test_a_source_with_little_news_goes_up_to_its_longest_interval() -> None:
    assert 108 * MINUTE <= settled(FREE, 3 * DAY) <= 120 * MINUTE


def test_the_more_often_a_source_has_news_the_more_often_it_is_asked() -> None:
    gaps = [settled(FREE, minutes * MINUTE) for minutes in (4, 15, 40, 120, 600)]
    assert gaps == sorted(gaps)
    assert gaps[1] < gaps[3]


def test_in_between_it_is_asked_twice_in_the_usual_gap() -> None:
    assert 18 * MINUTE <= settled(FREE, 40 * MINUTE) <= 22 * MINUTE


def test_a_source_that_falls_silent_is_asked_half_as_often_within_four_days() -> None:
    busy = after([(2 * MINUTE, True)] * 720)
    silent, now = busy, START
    while now < START + 4 * DAY:
        pause = interval(FREE, silent)
        silent = learn(silent, now, now := now + pause, hit=False)
    assert interval(FREE, silent) > 2 * interval(FREE, busy)


def test_a_month_in_which_nobody_looked_does_not_make_a_source_a_quiet_one() -> None:
    """It counts as a week, and what was known before still counts a third."""
    busy = after([(3 * MINUTE, True)] * 480 * 10)
    back = learn(busy, START, START + 30 * DAY, hit=True)
    assert interval(FREE, back) < FREE.every


def test_the_first_poll_teaches_nothing_since_all_of_it_is_new() -> None:
    assert learn(Watched(), None, START, hit=True) == Watched()


def test_a_thousand_sources_added_at_once_are_not_asked_in_the_same_second() -> None:
    def crowd(poll: int) -> int:
        """The most that come in one second at their second, third ... poll."""
        times = [polls_of(FIXED, DAY, days=1, name=f"source {n}")[poll] for n in range(1000)]
        return max(Counter(int(time.timestamp()) for time in times).values())

    assert crowd(1) <= 15  # evenly spread over 450 seconds they would be 2.2
    assert crowd(40) <= 15


@given(st.text(max_size=20), st.datetimes(timezones=st.just(UTC)))
def test_a_share_is_from_0_up_to_1_and_always_the_same(name: str, moment: datetime) -> None:
    assert 0 <= share(name, moment) < 1
    assert share(name, moment) == share(name, moment)
