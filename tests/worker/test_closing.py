"""What closing a poll tells the operator: once, in words, and when it is over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from operating import START, Office, a_page, listing, sources

from pacts.errors import FetchError, FetchFailure
from pacts.model import Listing, Source, Validators
from pacts.terms import Priority, Rung
from worker.care.acquaint import acquaint
from worker.care.ladder import PROBE_EVERY
from worker.journey.closing import Closing, close

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
(WIRE,) = sources()
GONE = FetchFailure.NOT_FOUND


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path) as office:
        yield office


def failed(office: Office, times: int, *, failure: FetchFailure = GONE) -> None:
    for number in range(times):
        office.closed(failure, START + number * HOUR)


def test_a_fall_is_told_once_with_since_when_why_and_what_to_do(office: Office) -> None:
    failed(office, 9)
    (told,) = office.told()
    assert told.headline == "Source wire is failing"
    assert told.detail == (
        "since 2031-03-03 08:00 UTC: the page is not there. The outlet moved it or gave it"
        " up. Look for the new address: `pactwatch sources add` with the outlet's home page."
    )
    assert (told.channels, told.priority) == (("console",), Priority.NORMAL)
    assert [one.channel for one in office.store.deliveries()] == ["console"]


def test_its_end_is_told_once_and_only_to_whom_the_fall_was_told(office: Office) -> None:
    failed(office, 2)
    office.closed(listing(WIRE, "a"), START + 3 * HOUR)
    assert office.headlines() == []
    failed(office, 3)
    for hour in (4, 5):
        office.closed(listing(WIRE, "ab"), START + hour * HOUR)
    assert office.headlines() == ["Source wire is failing", "Source wire has recovered"]
    assert office.told()[1].detail == "it answers again; it failed since 2031-03-03 08:00 UTC."


def test_without_a_channel_for_the_operator_nothing_is_stored(tmp_path: Path) -> None:
    with Office(tmp_path, operator=False) as office:
        failed(office, 5)
        assert (office.told(), office.rung()) == ([], Rung.FAILING)


def test_a_dead_source_is_asked_once_a_week_and_comes_back(office: Office) -> None:
    asked: list[datetime] = []

    def world(source: Source, now: datetime) -> Listing | FetchFailure:
        asked.append(now)
        return GONE if now < START + 25 * DAY else listing(source, "a")

    office.live(world, until=START + 33 * DAY)
    gaps = [later - earlier for earlier, later in pairwise(asked)]
    weekly = [gap for gap in gaps if gap >= PROBE_EVERY]
    assert len(weekly) >= 2
    assert office.headlines() == ["Source wire is failing", "Source wire has recovered"]
    assert office.rung() is Rung.OK
    # Recovered, it is asked as often as ever: within the hour before the end.
    assert asked[-1] >= START + 33 * DAY - HOUR


def test_a_move_is_told_once_for_each_host_also_when_it_comes_and_goes(office: Office) -> None:
    new = "https://new.example/feed"
    again = [f"https://www.new.example/feed?visit={number}" for number in range(3)]
    for hour, home in enumerate([new, None, new, *again, "https://newer.example/feed"]):
        office.closed(listing(WIRE, "a", moved_to=home), START + hour * HOUR)
    assert office.headlines() == ["Source wire has moved"] * 2
    assert new in office.told()[0].detail
    assert "change `url`" in office.told()[0].detail
    assert office.health().moved_to == "https://newer.example/feed"


def test_a_changed_address_forgets_where_the_old_one_led(office: Office) -> None:
    office.closed(listing(WIRE, "a", moved_to="https://new.example/feed"), START)
    office.store.register_sources([("wire", "feed", "https://new.example/feed")], START)
    assert office.health().moved_to is None


@pytest.mark.parametrize("outcome", [listing(WIRE, "a"), GONE])
@pytest.mark.parametrize("change", [{"max_items": 7}, {"url": "https://new.example/feed"}])
def test_a_poll_that_a_new_configuration_overtakes_leaves_the_source_due_for_everything(
    tmp_path: Path, outcome: Listing | FetchFailure, change: dict[str, Any]
) -> None:
    with Office(tmp_path) as office:
        acquaint(office.store, office.config, START)
        before = office.store.source_state("wire")
        changed = replace(office.config, sources=(replace(WIRE, **change),))
        acquaint(office.store, changed, START)
        late = outcome if isinstance(outcome, Listing) else FetchError("wire", outcome)
        assert close(Closing(WIRE, before, office.store, office.config, START), late) == 0
        due = office.store.source_state("wire")
        assert (due.last_poll, due.next_check, due.validators) == (None, START, Validators())
        close(Closing(*changed.sources, due, office.store, changed, START), late)
        assert office.store.source_state("wire").next_check > START


def news_every(hours: float, days: int) -> list[Listing]:
    """Listings of a feed with one more item each time."""
    count = round(days * 24 / hours)
    return [listing(WIRE, range(max(0, n - 20), n)) for n in range(1, count + 1)]


def test_a_source_that_goes_quiet_is_told_once_and_its_next_news_as_well(office: Office) -> None:
    for number, one in enumerate(news_every(6, 21)):
        office.closed(one, START + number * 6 * HOUR)
    unchanged = Listing("wire", (), Validators(body_hash="x"), unchanged=True)
    quiet = START + 21 * DAY
    for hour in range(0, 24 * 5, 6):
        office.closed(unchanged, quiet + hour * HOUR)
    assert office.headlines() == ["Source wire has gone quiet"]
    assert "nothing new has come since 2031-03-24 02:00 UTC" in office.told()[0].detail
    office.closed(listing(WIRE, ["fresh"]), quiet + 6 * DAY)
    office.closed(unchanged, quiet + 6 * DAY + HOUR)
    assert office.headlines()[1:] == ["Source wire has news again"]


def test_a_feed_that_lists_nothing_any_more_is_asked_for_whole_and_told_after_a_day(
    office: Office,
) -> None:
    for number, one in enumerate(news_every(6, 21)):
        office.closed(one, START + number * 6 * HOUR)
    assert office.store.source_state("wire").validators.body_hash
    empty = START + 21 * DAY
    for hour in range(0, 48, 6):
        office.closed(listing(WIRE), empty + hour * HOUR)
        assert office.store.source_state("wire").validators == Validators()
    (told,) = office.told()
    assert told.created - (empty - 6 * HOUR) == timedelta(hours=30)
    assert "its list is empty" in told.detail


def test_a_listing_that_looks_wrong_once_is_asked_for_whole_and_told_at_the_second_look(
    tmp_path: Path,
) -> None:
    page = a_page()
    with Office(tmp_path, page) as office:
        for hour in range(6):
            office.closed(listing(page, range(hour, hour + 20)), START + hour * HOUR, "list")
        menu = listing(page, range(2))
        office.closed(menu, START + 7 * HOUR, "list")
        assert office.headlines() == []
        assert office.store.source_state("list").validators == Validators()
        office.closed(menu, START + 8 * HOUR, "list")
        assert office.store.source_state("list").validators == menu.validators
        office.closed(menu, START + 9 * HOUR, "list")
        assert office.headlines() == ["Source list no longer looks as it did"]
        office.closed(listing(page, range(20)), START + 10 * HOUR, "list")
        assert office.headlines()[1:] == ["Source list looks as before"]


outcomes = st.lists(
    st.tuples(
        st.sampled_from([None, GONE, FetchFailure.REFUSED, FetchFailure.TIMEOUT]),
        st.timedeltas(timedelta(minutes=1), timedelta(days=4)),
    ),
    max_size=25,
)


@given(outcomes)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_falls_and_recoveries_alternate_whatever_happens(
    tmp_path_factory: pytest.TempPathFactory,
    sequence: list[tuple[FetchFailure | None, timedelta]],
) -> None:
    with Office(tmp_path_factory.mktemp("office")) as office:
        now = START
        for failure, wait in sequence:
            now += wait
            before, told = office.rung(), len(office.told())
            office.closed(failure or listing(WIRE, "a"), now)
            # Never up without a good poll, and up at once with one.
            ranks = list(Rung)
            if failure is None:
                assert office.rung() is Rung.OK
            else:
                assert ranks.index(office.rung()) >= ranks.index(before)
            assert len(office.told()) - told <= 1
            assert office.due() > now
        about = [one for one in office.headlines() if "failing" in one or "recovered" in one]
        falls = ["Source wire is failing", "Source wire has recovered"] * len(about)
        assert about == falls[: len(about)]
        open_fall = len(about) % 2 == 1
        assert open_fall == (office.rung() in (Rung.FAILING, Rung.DEAD))
