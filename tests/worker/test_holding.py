"""Sources that are not believed: held for what their pages look like, or by hand, and released."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from forkserver import ForkServer
from newsroom import FILLER, SIGNED, START, WATCHES, Newsroom, page
from sourcekit import rss

from pacts.errors import UsageError
from pacts.model import Alert
from pacts.terms import Reason, Rung, Trust
from worker.care.releasing import Released, hold, release
from worker.journey.trust import ENOUGH
from worker.life.runtime import Runtime

SETTINGS = "{tick: 1s, deadline: 2s, spacing: 0, operator: [console]}"
SPAM = "<p>tk88 bet</p><p>{tk88}|{tk88 bet}|{tk88 login}</p>"
"""What the takers of a site add: signs of two kinds, enough for a page by itself."""
WORDS = "  - {name: words, keywords: {any: [fisheries]}, notify: [console]}\n"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire", "post") as room:
        room.configure(settings=SETTINGS)
        yield room


@pytest.fixture
def runtime(room: Newsroom) -> Iterator[Runtime]:
    with room.runtime(notify_baseline=True) as runtime:
        room.poll(runtime)
        room.poll(runtime, "post")
        room.later(minutes=15)
        yield runtime


def deface(room: Newsroom, count: int, *, first: int = 0, source: str = "wire") -> None:
    """Publish so many articles with what hijackers add."""
    for number in range(first, first + count):
        path = room.publish(source, f"bad{number}", f"Rain in region {number}", FILLER)
        told = room.articles[source][0]
        room.web.serve(path, page(told).replace("</h1>", f"</h1>{SPAM}"))


def sign(room: Newsroom, source: str = "wire", slug: str = "signed") -> None:
    room.publish(source, slug, *SIGNED)


def kept(runtime: Runtime) -> list[Alert]:
    return sorted(runtime.store.alerts(), key=lambda alert: alert.id or 0)


def reasons(runtime: Runtime) -> list[Reason]:
    return [alert.reason for alert in kept(runtime)]


def held(room: Newsroom, runtime: Runtime) -> None:
    """A wire that is held for its pages, and then tells of a signing."""
    deface(room, ENOUGH)
    room.poll(runtime)
    sign(room)
    room.later(minutes=15)
    room.poll(runtime)


def let_go(room: Newsroom, name: str = "wire") -> Released:
    return release(name, room.directory / "config", room.database, now=room.now)


def hold_now(room: Newsroom, why: str = "") -> None:
    hold("wire", room.directory / "config", room.database, why=why, now=room.now)


def test_a_source_that_turns_bad_is_held_and_the_operator_told_once(
    room: Newsroom, runtime: Runtime
) -> None:
    held(room, runtime)
    deface(room, 2, first=ENOUGH)
    room.poll(runtime)
    health = runtime.store.source_health("wire")
    assert health.held_at == START + timedelta(minutes=15)
    assert reasons(runtime) == [Reason.OPERATOR, Reason.HELD]
    told = kept(runtime)[0]
    assert told.headline == "Source wire is on hold"
    assert "keywords repeated for search engines (3 of 4 articles)" in told.detail
    assert "`pactwatch sources release wire`" in told.detail
    assert health.rung is Rung.OK  # it answers: that is another matter


def test_two_bad_pages_do_not_hold_their_source_and_are_not_believed_themselves(
    room: Newsroom, runtime: Runtime
) -> None:
    deface(room, 1)
    sign(room)
    path = "/wire/signed"
    room.web.serve(path, page(room.articles["wire"][0]).replace("</h1>", f"</h1>{SPAM}"))
    room.poll(runtime)
    assert runtime.store.source_health("wire").held_at is None
    assert reasons(runtime) == [Reason.HELD]


def test_what_a_held_source_tells_confirms_a_story_and_starts_no_alert(
    room: Newsroom, runtime: Runtime
) -> None:
    held(room, runtime)
    sign(room, "post")
    assert room.poll(runtime, "post").alerts == 1
    assert reasons(runtime)[2:] == [Reason.FIRST]
    (story,) = runtime.store.stories()
    assert story.sources == ("post", "wire")
    assert {one.source: one.trust for one in story.sightings} == {
        "wire": Trust.HOLD,
        "post": Trust.ALLOWED,
    }


def test_a_source_without_hygiene_may_write_of_betting(room: Newsroom) -> None:
    extra = f"{{name: bets, kind: feed, url: '{room.web.url('/bets/feed')}', hygiene: false}}"
    room.configure(settings=SETTINGS, extra_sources=[extra])
    room.articles["bets"] = []
    deface(room, ENOUGH, source="bets")
    with room.runtime(notify_baseline=True) as runtime:
        room.poll(runtime, "bets")
        sign(room, "bets")
        room.later(minutes=15)
        assert room.poll(runtime, "bets").alerts == 1
        assert reasons(runtime) == [Reason.FIRST]


def test_released_while_it_is_news_a_story_is_told_once(room: Newsroom, runtime: Runtime) -> None:
    held(room, runtime)
    room.later(days=3)
    assert let_go(room).alerts == 1
    assert reasons(runtime)[2:] == [Reason.FIRST]
    assert [one.alert.reason for one in runtime.store.deliveries()].count(Reason.FIRST) == 1
    (story,) = runtime.store.stories()
    assert story.confirmed
    sign(room, "post")
    assert room.poll(runtime, "post").alerts == 0


def test_released_too_late_it_is_kept_and_not_told(room: Newsroom, runtime: Runtime) -> None:
    held(room, runtime)
    room.later(days=60)
    assert let_go(room).alerts == 0
    assert reasons(runtime)[2:] == [Reason.TOO_OLD]


def test_what_others_told_meanwhile_is_not_told_again(room: Newsroom, runtime: Runtime) -> None:
    held(room, runtime)
    sign(room, "post")
    room.poll(runtime, "post")
    assert let_go(room).alerts == 0


def test_a_page_that_is_bad_by_itself_is_not_released(room: Newsroom, runtime: Runtime) -> None:
    deface(room, ENOUGH)
    room.poll(runtime)
    room.later(minutes=15)
    sign(room)
    body = page(room.articles["wire"][0]).replace("</h1>", f"</h1>{SPAM}")
    room.web.serve("/wire/signed", body)
    room.poll(runtime)
    assert let_go(room).alerts == 0
    assert not runtime.store.stories()[0].confirmed


def test_what_is_on_hold_because_nothing_dates_it_is_not_released(room: Newsroom) -> None:
    url = room.web.serve("/bare/feed", rss(), "application/rss+xml")
    entry = f"{{name: bare, kind: feed, url: '{url}', undated: hold}}"
    room.configure(settings=SETTINGS, extra_sources=[entry])
    with room.runtime(notify_baseline=True) as runtime:
        room.poll(runtime, "bare")
        hold("bare", room.directory / "config", room.database, why="", now=room.now)
        body = f"<h1>{SIGNED[0]}</h1><p>Kenya and Fiji signed a fisheries agreement.</p>"
        link = room.web.serve("/bare/1", f"<article>{body}<p>{FILLER}</p></article>")
        item = f"<title>{SIGNED[0]}</title><link>{link}</link>"
        room.web.serve("/bare/feed", rss(item), "application/rss+xml")
        room.later(minutes=15)
        assert room.poll(runtime, "bare").stored == 1
        assert reasons(runtime) == [Reason.HELD]
        assert let_go(room, "bare").alerts == 0
        assert not runtime.store.stories()[0].confirmed


def test_the_silent_first_poll_stays_silent_after_a_release(room: Newsroom) -> None:
    deface(room, ENOUGH)
    with room.runtime() as runtime:
        room.poll(runtime)  # an empty memory: the first poll
        assert runtime.store.source_health("wire").held_at
    room.database.unlink()
    with room.runtime() as runtime:
        runtime.store.keep_health("wire", runtime.store.source_health("wire"))
        hold_now(room)
        sign(room)
        room.poll(runtime)
        assert let_go(room).alerts == 0
        assert Reason.FIRST not in reasons(runtime)


def test_matches_of_plain_keywords_are_not_made_up_for(room: Newsroom) -> None:
    room.configure(settings=SETTINGS, watches=WATCHES.format(notify="console") + WORDS)
    with room.runtime(notify_baseline=True) as runtime:
        room.poll(runtime)
        hold_now(room)
        sign(room)
        room.poll(runtime)
        assert reasons(runtime) == [Reason.HELD, Reason.HELD]
        assert let_go(room).alerts == 1
        assert reasons(runtime)[2:] == [Reason.FIRST]


def test_after_a_release_only_new_pages_count(room: Newsroom, runtime: Runtime) -> None:
    held(room, runtime)
    let_go(room)
    room.later(minutes=15)
    deface(room, ENOUGH - 1, first=10)
    room.poll(runtime)
    assert runtime.store.source_health("wire").held_at is None
    room.later(minutes=15)
    deface(room, 1, first=20)
    room.poll(runtime)
    assert runtime.store.source_health("wire").held_at == room.now
    assert reasons(runtime).count(Reason.OPERATOR) == 2


def test_who_cannot_be_held_or_released_is_told_why(room: Newsroom, runtime: Runtime) -> None:
    with pytest.raises(UsageError, match="wire is not on hold"):
        let_go(room)
    with pytest.raises(UsageError, match='no source is called "wir"; did you mean "wire"'):
        let_go(room, "wir")
    hold_now(room)
    with pytest.raises(UsageError, match="on hold already"):
        hold_now(room)
    let_go(room)
    room.configure(
        settings=SETTINGS,
        extra_sources=[f"{{name: far, url: '{room.web.url('/far')}', trust: hold}}"],
    )
    with pytest.raises(UsageError, match=r"`trust: hold` in sources\.yaml"):
        let_go(room, "far")
    with pytest.raises(UsageError, match="there is no database yet"):
        release("wire", room.directory / "config", Path("nowhere.db"), now=START)


def test_hold_and_release_are_commands_and_the_list_shows_them(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    pactwatch.run(*room.words("once", at=START))
    done = pactwatch.run(*room.words("sources", "hold", "wire", "odd links", at=START))
    assert done.out == "wire is on hold; `pactwatch sources release wire` ends it.\n"
    listed = pactwatch.run(*room.words("sources", "list", at=START)).out
    assert "held" in listed
    assert "by hand: odd links" in " ".join(listed.split())
    done = pactwatch.run(*room.words("sources", "release", "wire", at=START))
    assert "It was on hold: by hand: odd links." in done.out
    assert pactwatch.run(*room.words("sources", "release", "wire")).status == 2
