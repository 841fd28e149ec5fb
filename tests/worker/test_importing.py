"""OPML files as sources."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from forkserver import ForkServer
from newsroom import Newsroom

from pacts.errors import UsageError
from worker.adding.editing import as_yaml, read_sources
from worker.adding.importing import from_opml

OPML = """<?xml version="1.0"?><opml version="2.0"><body>
<outline text="World"><outline text="Asia">
<outline type="rss" text="Daily News" xmlUrl="https://daily.example/rss"/>
<outline type="rss" text="Daily News" xmlUrl="https://daily.example/asia.rss"/>
</outline></outline>
<outline text="Home">
<outline type="rss" text="Báo Đối ngoại" xmlUrl="https://doi.example/rss"/>
<outline type="rss" text="Вести" xmlUrl="https://vesti.example/rss"/>
<outline type="rss" text="Again" xmlUrl="http://daily.example/rss/"/>
<outline type="rss" text="Script" xmlUrl="javascript:alert(1)"/>
<outline type="rss" text="File" xmlUrl="file:///etc/passwd"/>
<outline type="rss" text="Secret" xmlUrl="https://me:hunter2@daily.example/x"/>
<outline type="rss" xmlUrl="https://me:hunter2@daily.example/y"/>
<outline type="rss" text="Broken" xmlUrl="https://me:hunter2@[daily/z"/>
<outline type="rss" text="Router" xmlUrl="http://192.168.0.1/feed"/>
</outline></body></opml>"""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path) as room:
        (tmp_path / "list.opml").write_text(OPML)
        yield room


def test_each_feed_gets_a_name_of_its_own_below_the_name_of_its_folder() -> None:
    new = from_opml(OPML.encode(), "x.opml").new
    assert [(one.name, one.heading) for one in new] == [
        ("daily-news", "World / Asia"),
        ("daily-news-2", ""),
        ("bao-doi-ngoai", "Home"),
        ("vesti", ""),
        ("router", ""),
    ]
    assert as_yaml(new[:2]) == (
        "  # --- World / Asia ---\n"
        "  - name: daily-news # Daily News\n    url: https://daily.example/rss\n"
        "  - name: daily-news-2 # Daily News\n    url: https://daily.example/asia.rss\n"
    )


def test_what_lies_in_no_folder_comes_before_the_first_heading() -> None:
    loose = '<outline type="rss" text="Loose" xmlUrl="https://loose.example/rss"/></body>'
    new = from_opml(OPML.replace("</body>", loose).encode(), "x.opml").new
    assert [(one.name, one.heading) for one in new[:2]] == [
        ("loose", ""),
        ("daily-news", "World / Asia"),
    ]


def test_what_the_defaults_of_the_file_say_is_not_repeated(room: Newsroom) -> None:
    file = read_sources(room.directory / "config" / "sources.yaml")
    assert file.defaults["allow_private"] is True
    assert all("allow_private" not in one.fields for one in from_opml(OPML.encode(), "x", file).new)


def test_what_is_left_out_is_told_with_its_reason() -> None:
    skipped = from_opml(OPML.encode(), "x.opml").skipped
    assert [one.title for one in skipped] == [
        "Again",
        "Script",
        "File",
        "Secret",
        "https://daily.example/y",
        "Broken",
    ]
    assert skipped[0].reason == 'the same address as "Daily News"'
    assert all(one.reason for one in skipped)


def test_a_feed_that_the_file_has_already_is_left_out_with_its_place(room: Newsroom) -> None:
    path = room.directory / "config" / "sources.yaml"
    url = room.web.url("/wire/feed")
    data = f'<opml><body><outline text="W" xmlUrl="{url}"/></body></opml>'.encode()
    imported = from_opml(data, "x.opml", read_sources(path))
    assert imported.new == ()
    assert f'already: "wire", {path}:4' in imported.skipped[0].reason


def test_a_private_address_is_marked_as_meant() -> None:
    new = from_opml(OPML.encode(), "x.opml").new
    assert [one.name for one in new if one.fields.get("allow_private")] == ["router"]


def test_a_file_without_feeds_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match=r"x\.opml"):
        from_opml(b'<opml version="2.0"><body/></opml>', "x.opml")


# --- the command -------------------------------------------------------------------------------


def test_importing_tells_what_is_skipped_and_writes_with_yes_only(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    path = room.directory / "config" / "sources.yaml"
    before = path.read_text()
    words = ("sources", "import", str(room.directory / "list.opml"), "--config", str(path.parent))
    shown = pactwatch.run(*words)
    assert "Skipped 6 feeds:" in shown.out
    assert "hunter2" not in shown.out
    assert path.read_text() == before
    written = pactwatch.run(*words, "--yes")
    assert f"Added 5 sources at {path}:" in written.out
    assert path.read_text().startswith(before)
    assert len(room.config.sources) == 6
    again = pactwatch.run(*words, "--yes", "--json")
    assert json.loads(again.out)["entries"] == []
    assert len(json.loads(again.out)["skipped"]) == 11
    assert "hunter2" not in again.out


def test_a_file_that_is_not_there_is_named(room: Newsroom, pactwatch: ForkServer) -> None:
    config = str(room.directory / "config")
    done = pactwatch.run("sources", "import", "none.opml", "--config", config)
    assert (done.status, "none.opml" in done.err) == (2, True)
