"""Forty sources that fail at once are one message, and none of them pays for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from operating import START, Office, Outcome, World, listing, sources

from pacts.errors import FetchFailure
from pacts.model import Source
from pacts.terms import Rung
from worker.care.outage import Toll

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NO_NAMES = FetchFailure.HOST_UNKNOWN
DOWN, UP = START + 2 * HOUR, START + 7 * HOUR
END = START + 9 * HOUR


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path, *sources(12)) as office:
        yield office


def well(source: Source) -> Outcome:
    return listing(source, "abc")


def between(
    down: datetime, up: datetime, failure: FetchFailure = NO_NAMES, *, share: int = 40
) -> World:
    """A world in which the first so many sources fail for a while."""
    affected = {source.name for source in sources(share)}

    def world(source: Source, now: datetime) -> Outcome:
        return failure if down <= now < up and source.name in affected else well(source)

    return world


def test_forty_sources_are_one_message_when_they_fall_and_one_when_they_are_back(
    tmp_path: Path,
) -> None:
    with Office(tmp_path, *sources(40)) as office:
        office.live(between(DOWN, UP), until=END)
        fell, back = office.told()
        rungs = {office.rung(name) for name in office.sources}
        assert (rungs, office.store.outage()) == ({Rung.OK}, None)
    assert fell.headline.endswith(" sources fail at once")
    assert int(fell.headline.split()[0]) >= 14
    assert fell.detail.startswith("of 40 that were asked since 2031-03-03 10:0")
    assert "the host name does not resolve" in fell.detail
    assert "network of this machine" in fell.detail
    assert fell.created - DOWN <= 2 * HOUR
    assert back.headline == "Sources answer again"


def test_when_the_network_is_back_every_source_is_asked_within_its_interval(
    tmp_path: Path,
) -> None:
    up = START + 8 * DAY
    with Office(tmp_path, *sources(4)) as office:
        office.live(between(DOWN, up), until=up)
        assert Rung.DEAD not in {office.rung(name) for name in office.sources}
        assert max(office.due(name) for name in office.sources) <= up + timedelta(minutes=15)
        office.live(between(DOWN, up), since=up, until=up + HOUR / 3)
        assert len(office.told()) == 2
        answered = [office.store.source_state(name).last_success for name in office.sources]
        assert min(when for when in answered if when) >= up


def test_the_first_to_come_back_has_the_others_asked(office: Office) -> None:
    office.live(between(DOWN, UP), until=UP)
    office.closed(listing(office.sources["wire"], "abc"), UP)
    assert {office.due(name) for name in office.sources if name != "wire"} == {UP}
    office.closed(NO_NAMES, UP, "wire-2")
    office.closed(listing(office.sources["wire-3"], "abc"), UP, "wire-3")
    assert office.due("wire-2") > UP  # once is enough: others may still be away


def test_a_break_of_twenty_minutes_is_nobodys_business(office: Office) -> None:
    office.live(between(DOWN, DOWN + HOUR / 3), until=END)
    assert office.headlines() == []


def test_a_source_that_is_really_gone_is_told_by_itself_when_the_outage_is_over(
    office: Office,
) -> None:
    outage = between(DOWN, UP)

    def world(source: Source, now: datetime) -> Outcome:
        if source.name == "wire-7" and now >= DOWN:
            return FetchFailure.NOT_FOUND
        return outage(source, now)

    office.live(world, until=UP + 9 * HOUR)
    assert office.headlines()[1:] == ["Sources answer again", "Source wire-7 is failing"]


def test_a_third_that_fails_together_is_told_one_by_one_and_more_as_one(tmp_path: Path) -> None:
    for share, told in ((4, 4), (5, 1)):
        folder = tmp_path / str(share)
        folder.mkdir()
        with Office(folder, *sources(12)) as office:
            world = between(DOWN, START + 9 * DAY, FetchFailure.FORBIDDEN, share=share)
            office.live(world, until=END)
            assert len(office.told()) == told


def test_what_stays_away_keeps_the_outage_open_and_is_not_told_again(office: Office) -> None:
    def world(source: Source, now: datetime) -> Outcome:
        number = int(source.name.partition("-")[2] or 1)
        if number == 9 and now >= DOWN + 8 * HOUR:
            return FetchFailure.NOT_FOUND
        return NO_NAMES if now >= DOWN and (number <= 6 or now < UP) else well(source)

    office.live(world, until=START + DAY)
    assert office.store.outage() is not None
    assert office.headlines()[1:] == ["Source wire-9 is failing"]


def test_an_outage_is_over_with_the_source_that_leaves_no_more_than_a_third(
    office: Office,
) -> None:
    office.live(between(DOWN, START + DAY, share=5), until=END)
    office.closed(listing(office.sources["wire-2"], "abc"), END, "wire-2")
    assert office.headlines()[1:] == ["Sources answer again"]


def test_sources_that_are_seldom_asked_make_one_outage_too(tmp_path: Path) -> None:
    with Office(tmp_path, *sources(12, every=2 * HOUR)) as office:
        office.live(well_then(NO_NAMES), until=START + DAY)
        assert len(office.told()) == 1


def well_then(failure: FetchFailure) -> World:
    return lambda source, now: failure if now >= DOWN else well(source)


def test_a_portal_in_place_of_the_web_is_said_to_be_on_our_side(office: Office) -> None:
    office.live(well_then(FetchFailure.NOT_A_FEED), until=END)
    (told,) = office.told()
    assert "a web page, not a feed" in told.detail
    assert "on our side" in told.detail


def test_two_of_three_may_be_ill_by_chance() -> None:
    assert not Toll(2, 3).is_ours
    assert Toll(3, 3).is_ours
    assert Toll(3, 8).is_ours
    assert not Toll(3, 9).is_ours
    assert Toll(3, 3).detail(START).count("in many ways") == 1
