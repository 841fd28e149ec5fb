"""``alerts preview``: messages as they would be sent, and nothing is sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from forkserver import ForkServer
from newsroom import SIGNED, START, Newsroom

from worker.delivery.specimens import NAMES


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path) as room:
        yield room


def test_each_kind_of_alert_is_shown_without_a_database(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    done = pactwatch.run(*room.words("alerts", "preview"))
    assert done.status == 0, done.err
    for name in NAMES:
        assert f"--- {name}, text" in done.out
    assert "Reminder, not confirmed: Ghana and Norway to sign" in done.out


@pytest.mark.parametrize("form", ["html", "text", "markdown", "short"])
def test_a_form_may_be_asked_for(room: Newsroom, pactwatch: ForkServer, form: str) -> None:
    done = pactwatch.run(*room.words("alerts", "preview", "first", "--format", form, "--json"))
    (shown,) = json.loads(done.out)
    assert (shown["name"], shown["format"]) == ("first", form)
    assert shown["title"].startswith("Indonesia and Uruguay upgrade relations")
    assert "https://courier.example/news/2031/upgraded-concluded.html" in shown["body"]


def test_a_form_that_there_is_not_is_answered_with_those_there_are(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    done = pactwatch.run(*room.words("alerts", "preview", "--format", "pdf"))
    assert (done.status, done.err) == (2, "'pdf' is none of: text, html, markdown, short\n")


def test_a_channel_shows_what_it_would_get(room: Newsroom, pactwatch: ForkServer) -> None:
    done = pactwatch.run(*room.words("alerts", "preview", "first", "--channel", "console"))
    assert done.status == 0, done.err
    assert "--- first, text" in done.out


def test_a_stored_alert_is_shown_by_its_number(room: Newsroom, pactwatch: ForkServer) -> None:
    room.publish("wire", "signed", *SIGNED)
    sent = pactwatch.run(*room.words("once", "--notify-baseline", at=START))
    done = pactwatch.run(*room.words("alerts", "preview", "1"))
    body = done.out.partition("\n\n")[2].strip()
    assert body
    assert body in sent.out


def test_what_is_written_to_a_file_is_a_page(
    room: Newsroom, pactwatch: ForkServer, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    done = pactwatch.run(*room.words("alerts", "preview", "digest", "--open", str(page)))
    assert done.status == 0, done.err
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nosuch",), '"nosuch" is no alert: write the number of one, or first, advanced'),
        (("first", "--channel", "nosuch"), 'no channel is called "nosuch"; there are: '),
        (("first", "--open", "/no/such/place.html"), "/no/such/place.html: cannot be written"),
        (("7",), "there is no database yet"),
    ],
)
def test_what_cannot_be_shown_is_explained(
    room: Newsroom, pactwatch: ForkServer, words: tuple[str, ...], said: str
) -> None:
    done = pactwatch.run(*room.words("alerts", "preview", *words))
    assert done.status == 2
    assert said in done.err
