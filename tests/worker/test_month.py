"""Thirty days of five sources with the faults of real ones: all that the operator hears of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from operating import START, Office, Outcome, a_page, listing, sources

from pacts.errors import FetchFailure
from pacts.model import Source

GOLDEN = Path(__file__).with_name("golden") / "month.txt"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BEFORE = timedelta(days=20)
"""So that each has a rhythm when the month begins."""
EVERY = timedelta(minutes=30)


def month() -> tuple[Source, ...]:
    wire, herald, ministry, agency = (replace(one, every=EVERY) for one in sources(4))
    return (
        wire,
        replace(herald, name="herald"),
        replace(ministry, name="ministry"),
        replace(agency, name="agency"),
        replace(a_page("gazette"), every=EVERY),
    )


def world(source: Source, now: datetime) -> Outcome:
    """What each answers. Days count from the beginning of the month."""
    since = now - START
    if 10 * DAY <= since < 10 * DAY + 5 * HOUR:  # our line is cut in the night
        return FetchFailure.HOST_UNKNOWN
    return WORLDS[source.name](source, since)


def usual(source: Source, since: timedelta, *, until: timedelta = 99 * DAY) -> Outcome:
    """A new item every two hours, weekends too; the latest twenty are listed."""
    newest = int(min(since, until) / (2 * HOUR))
    return listing(source, range(newest - 20, newest))


def wire(source: Source, since: timedelta) -> Outcome:
    """Hiccups that nobody needs to know of, and a server that is down for a day."""
    if 3 * DAY <= since < 3 * DAY + HOUR or 17 * DAY <= since < 17 * DAY + 2 * HOUR:
        return FetchFailure.SERVER_ERROR
    if 6 * DAY <= since < 7 * DAY:
        return FetchFailure.REFUSED
    return usual(source, since)


def herald(source: Source, since: timedelta) -> Outcome:
    """Moves its feed to another host."""
    found = usual(source, since)
    moved = "https://feeds.herald.example/all" if since >= 12 * DAY else None
    return replace(found, moved_to=moved)  # type: ignore[type-var]  # a Listing


def ministry(source: Source, since: timedelta) -> Outcome:
    """Goes quiet in the holidays, longer than ever before."""
    if since >= 24 * DAY:
        return usual(source, since)
    return usual(source, since, until=14 * DAY)


def agency(source: Source, since: timedelta) -> Outcome:
    """Loses its domain, and gets it back."""
    if 8 * DAY <= since < 23 * DAY:
        return FetchFailure.PARKED
    return usual(source, since)


def gazette(source: Source, since: timedelta) -> Outcome:
    """Is rebuilt, and its selectors find the menu until somebody mends them."""
    if 4 * DAY <= since < 5 * DAY:
        return listing(source, range(5))
    return usual(source, since)


WORLDS = {
    "wire": wire,
    "herald": herald,
    "ministry": ministry,
    "agency": agency,
    "gazette": gazette,
}


def test_a_month_of_faults_comes_to_these_messages(tmp_path: Path) -> None:
    with Office(tmp_path, *month()) as office:
        office.live(world, since=START - BEFORE, until=START + 30 * DAY)
        told = [
            f"{one.created:%a %d %b %H:%M}  {one.headline}\n    {one.detail}\n"
            for one in office.told()
        ]
    assert "".join(told) == GOLDEN.read_text(encoding="utf-8")
