"""The ``silence`` command: by story and source, for a while, listed with what each kept back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from forkserver import ForkServer
from newsroom import SIGNED, START, Newsroom


@pytest.fixture
def room(tmp_path: Path, pactwatch: ForkServer) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire", "post") as newsroom:
        pactwatch.run(*newsroom.words("once", "--all", at=newsroom.now))
        newsroom.later(hours=1)
        yield newsroom


def reasons(room: Newsroom, pactwatch: ForkServer) -> list[str]:
    found = json.loads(pactwatch.run(*room.words("alerts", "--json")).out)
    return [one["reason"] for one in reversed(found)]


def test_a_silenced_source_adds_to_a_story_that_another_one_starts(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    words = ("silence", "a mirror of the post", "--source", "wire", "--until", "3d")
    assert "2031-03-07 13:00 UTC" in pactwatch.run(*room.words(*words, at=room.now)).out
    for name in ("wire", "post"):
        room.publish(name, "signed", *SIGNED)
        room.later(hours=1)
        pactwatch.run(*room.words("once", "--all", at=room.now))
    assert reasons(room, pactwatch) == ["silenced", "first"]
    (story,) = json.loads(pactwatch.run(*room.words("stories", "--json")).out)
    assert story["sources"] == ["post", "wire"]


def test_what_each_silence_kept_back_is_counted_and_shown_also_when_it_is_over(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    pactwatch.run(
        *room.words("silence", "enough fish", "--party", "FJ", "--until", "2h", at=room.now)
    )
    room.publish("wire", "signed", *SIGNED)
    pactwatch.run(*room.words("once", "--all", at=room.now))
    room.later(hours=3)
    assert "No silences" in pactwatch.run(*room.words("silence", at=room.now)).out
    (one,) = json.loads(pactwatch.run(*room.words("silence", "--all", "--json", at=room.now)).out)
    assert (one["in_force"], one["kept_back"], one["parties"]) == (False, 1, ["FJ"])
    listed = pactwatch.run(*room.words("silence", "--all", at=room.now)).out
    assert "enough fish" in listed


def test_a_story_can_be_silenced_whatever_comes_of_it(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    title, body = SIGNED
    room.publish(
        "wire", "plan", title.replace("sign", "to sign"), body.replace("signed", "will sign")
    )
    pactwatch.run(*room.words("once", "--all", at=room.now))
    (story,) = json.loads(pactwatch.run(*room.words("stories", "--json")).out)
    words = ("silence", "heard", "--story", str(story["id"]), "--until", "3d")
    assert pactwatch.run(*room.words(*words, at=room.now)).status == 0
    room.later(hours=1)
    room.publish("post", "done", title, body)
    pactwatch.run(*room.words("once", "--all", at=room.now))
    assert reasons(room, pactwatch) == ["first", "silenced"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--until", "3d"), "say what to silence: --party, --event, --watch, --story or --source"),
        (("--until", "soon", "--story", "1"), "none of: a day"),
        (("--until", "3 days", "--story", "1"), "is not a duration"),
        (("--until", "0d", "--story", "1"), "must be one second"),
        (("--until", "3d", "--story", "99"), "there is no story 99"),
        (("--until", "3d", "--source", "wir"), "no source is called"),
    ],
)
def test_a_silence_that_cannot_be_meant_is_refused_with_the_reason(
    room: Newsroom, pactwatch: ForkServer, words: tuple[str, ...], said: str
) -> None:
    done = pactwatch.run(*room.words("silence", "why", *words, at=START + timedelta(hours=1)))
    assert done.status != 0
    assert said in done.err
    assert json.loads(pactwatch.run(*room.words("silence", "--all", "--json")).out) == []


@pytest.mark.parametrize("words", [("--party", "VN"), ("--story", "1"), ("", "--until", "3d")])
def test_a_silence_without_a_comment_is_asked_for_one_and_lists_nothing(
    room: Newsroom, pactwatch: ForkServer, words: tuple[str, ...]
) -> None:
    done = pactwatch.run(*room.words("silence", *words))
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("say why, in quotes: pactwatch silence")
