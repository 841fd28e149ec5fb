"""``sources test``: every step of one source, with its time, and what would be told. No trace."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fakeweb import FakeWeb
from forkserver import ForkServer
from newsroom import DULL, FILLER, SIGNED, START, Newsroom, page
from structlog.testing import capture_logs

from pacts.terms import PublishedBy
from worker.journey.trust import ENOUGH
from worker.trials.trying import Tried, try_source

SPAM = "<p>tk88 bet</p><p>{tk88}|{tk88 bet}|{tk88 login}</p>"
"""What the takers of a site add: signs of two kinds, enough for a page by itself."""
PLANNED = (
    "Kenya and Fiji to sign a fisheries agreement",
    "SUVA, March 3, 2031 - Kenya and Fiji will sign a fisheries agreement in Suva next week.",
)
UPGRADES_ONLY = """\
watches:
  - {name: upgrades, events: [partnership], notify: [console]}
"""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path) as room:
        room.publish("wire", "signed", *SIGNED)
        yield room


def tried(room: Newsroom, name: str = "wire", *, items: int = 5, **more: Any) -> Tried:
    return try_source(name, room.directory / "config", items=items, now=START, **more)


def steps(room: Newsroom, **more: Any) -> dict[str, str]:
    return {step.name: step.said for step in tried(room, **more).steps}


def test_each_step_is_named_in_its_order_and_timed(room: Newsroom) -> None:
    found = tried(room)
    assert [one.name for one in found.steps] == [
        "robots", "fetch", "parse", "new", "pages", "events", "alerts",
    ]  # fmt: skip
    untimed = {one.name for one in found.steps if one.seconds is None}
    assert untimed == {"new", "alerts"}
    assert found.steps[2].said == "2 items, 0 without a date, the newest of 2031-03-04 12:00 UTC"
    assert found.steps[1].said.startswith("200, ")


def test_a_host_name_is_looked_up(room: Newsroom) -> None:
    path = room.directory / "config" / "sources.yaml"
    path.write_text(path.read_text().replace("127.0.0.1", "localhost"))
    assert "localhost is " in steps(room)["look up"]
    path.write_text(path.read_text().replace("localhost", "nowhere.invalid"))
    found = tried(room)
    assert "not known here" in found.steps[0].said
    assert found.error
    assert found.items == ()


def test_what_would_be_told_names_the_watch_and_the_channel(room: Newsroom) -> None:
    signed, dull = tried(room).items
    assert any(said.startswith("alert: first, watch all, to console") for said in signed.said)
    assert (len(signed.alerts), dull.alerts) == (1, ())
    assert not any("alert" in said for said in dull.said)
    assert steps(room)["alerts"] == "1 would be sent, were nothing told yet"


def test_a_page_that_the_service_would_not_fetch_is_not_fetched_here(room: Newsroom) -> None:
    path = room.publish("wire", "cooking", "A cake with lemons", f"Whisk, pour, bake. {FILLER}")
    file = room.directory / "config" / "sources.yaml"
    file.write_text(file.read_text().replace("every:", "pages: likely, every:"))
    cooking, signed, _ = tried(room).items
    assert cooking.not_fetched in cooking.said
    assert signed.not_fetched is None
    assert room.web.hits(path) == 0


def test_an_event_that_no_watch_asks_for_says_so(room: Newsroom) -> None:
    room.configure(watches=UPGRADES_ONLY)
    signed, _ = tried(room).items
    assert (len(signed.events), signed.alerts) == (1, ())
    assert signed.said[-1] == "alert: none, no watch asks for it"


def test_a_report_of_long_ago_is_kept_and_not_sent_with_the_reason(room: Newsroom) -> None:
    room.publish("wire", "old", *SIGNED, published=START - timedelta(days=60))
    (old,) = (one for one in tried(room).items if one.url.endswith("/old"))
    assert any("kept and not sent (too_old)" in said for said in old.said)


def test_a_plan_and_its_conclusion_are_decided_in_the_order_of_time(room: Newsroom) -> None:
    room.publish("wire", "planned", *PLANNED, published=START - timedelta(days=1))
    room.articles["wire"].sort(key=lambda told: told.published, reverse=True)
    room.web.serve("/wire/feed", room.feed("wire"), "application/rss+xml")
    told = {one.url.rpartition("/")[2]: one for one in tried(room).items}
    assert [alert.reason.value for alert in told["planned"].alerts] == ["first"]
    assert [alert.reason.value for alert in told["signed"].alerts] == ["advanced"]


def test_robots_txt_is_a_step_of_its_own(room: Newsroom) -> None:
    assert steps(room)["robots"] == "allowed"
    room.web.serve("/robots.txt", "User-agent: *\nCrawl-delay: 2\n", "text/plain")
    assert steps(room, items=1)["robots"] == "allowed, one request in 2 s"
    room.web.serve("/robots.txt", "User-agent: *\nDisallow: /wire\n", "text/plain")
    found = tried(room)
    assert "robots.txt" in found.steps[0].said
    assert found.error
    path = room.directory / "config" / "sources.yaml"
    path.write_text(path.read_text().replace("name: wire,", "name: wire, robots: false,"))
    assert "robots: false" in steps(room)["robots"]


def test_a_source_that_cannot_be_polled_says_what_to_do(room: Newsroom) -> None:
    room.web.fail("/wire/feed", 404)
    said = steps(room)
    assert said["parse"] == "cannot be polled: the page is not there (HTTP 404)"
    assert "`pactwatch sources add`" in said["to do"]


def test_a_source_that_redirects_for_good_says_where_to(room: Newsroom) -> None:
    with FakeWeb(host="127.0.0.2") as other:
        home = other.serve("/feed", room.feed("wire"), "application/rss+xml")
        room.web.redirect("/wire/feed", home, status=301)
        assert steps(room)["moved"] == f"it redirects for good to {home}: change `url`"


def test_a_hijacked_page_says_so_and_would_not_be_told(room: Newsroom) -> None:
    clean = page(room.articles["wire"][0])
    bad = clean.replace("</h1>", f"</h1>{SPAM}")
    for number in range(ENOUGH):
        room.publish("wire", f"bad{number}", *DULL)
        room.web.serve(f"/wire/bad{number}", bad)
    room.publish("wire", "signed", *SIGNED)
    room.web.serve("/wire/signed", bad)
    with capture_logs() as logs:
        signed = tried(room).items[0]
    assert logs == []
    assert any(said.startswith("looks hijacked: words of gambling") for said in signed.said)
    assert not any(alert.reason.sends for alert in signed.alerts)


def test_what_nothing_dates_is_dated_as_the_service_would(room: Newsroom) -> None:
    feed = re.sub("<pubDate>.*?</pubDate>", "", room.feed("wire"))
    room.web.serve("/wire/feed", feed, "application/rss+xml")
    room.web.serve("/wire/signed", f"<article><h1>{SIGNED[0]}</h1><p>{SIGNED[1]}</p></article>")
    signed = tried(room).items[0]
    assert (signed.published, signed.published_by) == (START, PublishedBy.FIRST_SEEN)


def test_a_page_that_cannot_be_read_says_why_and_hides_no_other(room: Newsroom) -> None:
    room.web.fail(room.publish("wire", "gone", *DULL), 404)
    found = tried(room)
    assert [bool(one.error) for one in found.items] == [True, False, False]
    assert found.steps[4].said.startswith("2 of 3 read")


def test_the_database_is_asked_what_is_new_and_left_alone(room: Newsroom) -> None:
    with room.runtime() as runtime:
        room.poll(runtime)
    room.publish("wire", "later", *DULL)
    before = room.database.read_bytes()
    assert steps(room, database=room.database)["new"].startswith("1 of 3 are not in")
    assert room.database.read_bytes() == before


def test_a_folder_has_neither_host_nor_robots(room: Newsroom) -> None:
    (room.directory / "archive").mkdir()
    (room.directory / "archive" / "a.txt").write_text("\n\n".join(SIGNED))
    room.configure(extra_sources=["{name: archive, kind: folder, url: archive}"])
    found = tried(room, "archive")
    assert [one.name for one in found.steps] == ["parse", "new", "pages", "events", "alerts"]
    assert len(found.items[0].events) == 1


def test_the_command_prints_it_for_people_and_for_programs(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    words = room.words("sources", "test", "wire", at=START)
    shown = pactwatch.run(*words)
    assert shown.status == 0
    lines = shown.out.splitlines()
    assert lines[0].split()[0] == "robots"
    assert " s  " in lines[1]
    found = json.loads(pactwatch.run(*words, "--json").out)
    assert [one["step"] for one in found["steps"]][:2] == ["robots", "fetch"]
    assert found["items"][0]["alerts"][0]["watches"] == ["all"]
    room.web.fail("/wire/feed", 500)
    assert pactwatch.run(*words).status == 1
