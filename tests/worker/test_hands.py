"""Stories joined and split by hand stay as the hand left them, and nobody is told anything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from forkserver import ForkServer
from newsroom import SIGNED, Newsroom

from pacts.errors import StoreError, UsageError
from pacts.model import Story
from pacts.terms import Reason
from worker.journey import hands
from worker.life.runtime import Runtime

ELSEWHERE = (
    "Kenya and Fiji sign fisheries agreement",
    "NADI, March 4, 2031 - Kenya and Fiji signed a fisheries agreement in Nadi on Tuesday.",
)
TAX = (
    "Kenya and Fiji sign tax agreement",
    "SUVA, March 4, 2031 - Kenya and Fiji signed an agreement on double taxation on Tuesday.",
)
CUSTOMS = (
    "Kenya and Fiji sign customs agreement",
    "SUVA, March 4, 2031 - Kenya and Fiji signed an agreement on customs on Tuesday.",
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire", "post", "star", "echo") as room:
        yield room


@pytest.fixture
def runtime(room: Newsroom) -> Iterator[Runtime]:
    with room.runtime() as runtime:
        for name in room.names:
            room.poll(runtime, name)
        room.later(minutes=15)
        yield runtime


def publish(room: Newsroom, runtime: Runtime, source: str, told: tuple[str, str]) -> None:
    room.later(minutes=15)
    room.publish(source, f"{source}-story", *told)
    room.poll(runtime, source)


def edit(room: Newsroom, runtime: Runtime, source: str, told: tuple[str, str]) -> None:
    room.later(hours=2)
    old = room.articles[source].pop(0)
    room.publish(source, old.slug, *told, published=old.published)
    assert room.poll(runtime, source).revised == 1


def split(runtime: Runtime, number: int, source: str) -> tuple[Story, Story]:
    return hands.split(
        runtime.store, number, sources=[source], items=(), comment="", now=runtime.clock()
    )


def join(runtime: Runtime, one: int, other: int) -> Story:
    return hands.join(runtime.store, one, other, comment="", now=runtime.clock())


def tellers(runtime: Runtime) -> dict[int | None, tuple[str, ...]]:
    return {story.id: story.sources for story in runtime.store.stories()}


def sent(runtime: Runtime) -> list[tuple[Reason, int | None]]:
    alerts = [alert for alert in reversed(runtime.store.alerts()) if alert.reason.sends]
    return [(alert.reason, alert.story.id if alert.story else None) for alert in alerts]


def test_what_is_split_off_counts_as_told_and_alerts_stay_where_they_were(
    room: Newsroom, runtime: Runtime
) -> None:
    publish(room, runtime, "wire", SIGNED)
    publish(room, runtime, "post", ELSEWHERE)
    rest, off = split(runtime, 1, "post")
    assert tellers(runtime) == {1: ("wire",), 2: ("post",)}
    assert (rest.id, off.id) == (1, 2)
    assert sent(runtime) == [(Reason.FIRST, 1)]
    told = runtime.store.told(2)
    assert [(alert.reason, alert.story) for alert in told if alert.reason.sends] == [
        (Reason.FIRST, off)
    ]
    publish(room, runtime, "star", SIGNED)
    assert sent(runtime) == [(Reason.FIRST, 1)]


def test_what_was_parted_is_not_merged_by_who_links_both(room: Newsroom, runtime: Runtime) -> None:
    publish(room, runtime, "wire", SIGNED)
    publish(room, runtime, "post", SIGNED)
    split(runtime, 1, "post")
    publish(room, runtime, "star", SIGNED)
    publish(room, runtime, "echo", SIGNED)
    assert tellers(runtime) == {1: ("echo", "star", "wire"), 2: ("post",)}
    edit(room, runtime, "post", ELSEWHERE)
    assert tellers(runtime) == {1: ("echo", "star", "wire"), 2: ("post",)}


def test_an_article_split_off_that_is_edited_beyond_recognition_stays_where_it_is(
    room: Newsroom, runtime: Runtime
) -> None:
    publish(room, runtime, "wire", TAX)
    publish(room, runtime, "post", TAX)
    publish(room, runtime, "star", TAX)
    split(runtime, 1, "post")
    split(runtime, 1, "star")
    edit(room, runtime, "post", CUSTOMS)
    assert tellers(runtime) == {1: ("wire",), 2: ("post",), 3: ("star",)}


def test_what_was_joined_stays_joined_when_an_article_is_edited(
    room: Newsroom, runtime: Runtime
) -> None:
    publish(room, runtime, "wire", SIGNED)
    publish(room, runtime, "post", TAX)
    assert len(tellers(runtime)) == 2
    before = sent(runtime)
    story = join(runtime, 2, 1)
    assert (story.id, story.sources) == (1, ("post", "wire"))
    assert tellers(runtime) == {1: ("post", "wire")}
    edit(room, runtime, "post", CUSTOMS)
    assert tellers(runtime) == {1: ("post", "wire")}
    assert len(sent(runtime)) == len(before)


def test_joining_undoes_a_split_and_a_split_undoes_joining(
    room: Newsroom, runtime: Runtime
) -> None:
    publish(room, runtime, "wire", SIGNED)
    publish(room, runtime, "post", ELSEWHERE)
    before = runtime.store.story(1)
    alerts = [alert.id for alert in runtime.store.told(1)]
    split(runtime, 1, "post")
    assert join(runtime, 1, 2) == before
    assert [alert.id for alert in runtime.store.told(1)] == alerts
    assert runtime.store.parted([1, 2]) == frozenset()
    publish(room, runtime, "star", SIGNED)
    assert tellers(runtime) == {1: ("post", "star", "wire")}
    split(runtime, 1, "post")
    assert len(tellers(runtime)) == 2


def test_what_was_kept_apart_from_one_is_kept_apart_from_the_two_that_it_becomes(
    room: Newsroom, runtime: Runtime
) -> None:
    publish(room, runtime, "wire", SIGNED)
    publish(room, runtime, "post", SIGNED)
    publish(room, runtime, "star", TAX)
    split(runtime, 1, "post")
    off = max(number for number in tellers(runtime) if number)
    tax = next(number for number, names in tellers(runtime).items() if names == ("star",))
    join(runtime, tax or 0, off)
    kept = min(tax or 0, off)
    assert runtime.store.parted([1, kept]) == {(1, kept)}


def test_what_cannot_be_joined_or_split_is_refused_and_changes_nothing(
    room: Newsroom, runtime: Runtime
) -> None:
    publish(room, runtime, "wire", SIGNED)
    before = runtime.store.stories()
    with pytest.raises(UsageError, match="nobody else tells story 1"):
        split(runtime, 1, "wire")
    room.publish("wire", "another", *ELSEWHERE)
    room.poll(runtime, "wire")
    before = runtime.store.stories()
    with pytest.raises(UsageError, match="name an article by --item ADDRESS"):
        split(runtime, 1, "wire")
    with pytest.raises(UsageError, match="post does not tell story 1; these do: wire"):
        split(runtime, 1, "post")
    with pytest.raises(UsageError, match="with itself"):
        join(runtime, 1, 1)
    with pytest.raises(StoreError, match="no story 9"):
        join(runtime, 1, 9)
    assert runtime.store.stories() == before


def test_the_commands_do_it_beside_a_running_service(
    room: Newsroom, runtime: Runtime, pactwatch: ForkServer
) -> None:
    publish(room, runtime, "wire", SIGNED)
    publish(room, runtime, "post", ELSEWHERE)
    url = runtime.store.story(1).sightings[1].url
    words = ("stories", "split", "1", "--item", url, "--comment", "elsewhere")
    done = pactwatch.run(*room.words(*words, at=room.now))
    assert done.status == 0, done.err
    assert done.out.startswith("Story 1 is two now:\n  1  Fiji and Kenya sign")
    assert tellers(runtime) == {1: ("wire",), 2: ("post",)}
    shown = pactwatch.run(*room.words("stories", "show", "2"))
    assert "parted from story 1 by hand: elsewhere" in shown.out
    assert "Told by 1 source\n  post, 2031-03-04" in shown.out
    done = pactwatch.run(*room.words("stories", "join", "1", "2", "--comment", "one", at=room.now))
    assert done.status == 0, done.err
    assert tellers(runtime) == {1: ("post", "wire")}
    known = json.loads(pactwatch.run(*room.words("stories", "show", "1", "--json")).out)
    assert known["by_hand"] == [{"parted_from": None, "comment": "one"}]
    assert next(alert["reason"] for alert in known["alerts"]) == "first"
    gone = pactwatch.run(*room.words("stories", "show", "2"))
    assert (gone.status, "there is no story 2" in gone.err) == (2, True)
