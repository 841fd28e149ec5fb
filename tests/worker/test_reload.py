"""When saved files are read, on a real directory; and what a change is called."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from newsroom import Newsroom

from worker.config import Config, Settings, load
from worker.life.reload import AT_THE_START, Mended, Refused, Reload, changes, needs_restart

TAKEN_OVER = {"news_days", "operator", "ping", "ping_every_seconds"}
"""Settings that a running service takes over at once."""


class Desk:
    """A service's view of its files: each look is one tick."""

    def __init__(self, room: Newsroom) -> None:
        self.config = room.directory / "config"
        self.reads = 0
        self.used = self.load(self.config)
        self.reload = Reload(self.used, self.load)

    def load(self, directory: Path) -> Config:
        self.reads += 1
        return load(directory, environ={})

    def look(self) -> str:
        outcome = self.reload.look()
        if outcome is not None:
            self.reload.done(outcome)
        if isinstance(outcome, Mended):
            self.used = outcome.config
            return "again" if outcome.again else "used"
        return ("refused" if outcome.first else "still refused") if outcome else ""

    def looks(self, times: int = 4) -> list[str]:
        return [self.look() for _ in range(times)]

    def path(self, name: str = "keywords.yaml") -> Path:
        return self.config / name


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Newsroom(tmp_path) as room:
        yield Desk(room)


def saved(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def put_in_place(path: Path, text: str) -> None:
    """As most editors save."""
    other = path.with_suffix(".tmp")
    other.write_text(text)
    other.replace(path)


def test_nothing_is_read_while_nothing_is_saved(desk: Desk) -> None:
    assert desk.looks() == [""] * 4
    assert desk.reads == 1


def test_a_change_is_used_after_it_lay_still_for_one_look_and_once(desk: Desk) -> None:
    saved(desk.path(), "name: all", "name: every")
    assert desk.looks() == ["", "used", "", ""]
    assert desk.used.watches[0].name == "every"


@pytest.mark.parametrize("name", ["sources.yaml", "keywords.yaml", "channels.yaml"])
def test_a_file_that_another_one_replaces_is_seen_whatever_its_times(desk: Desk, name: str) -> None:
    path = desk.path(name)
    before = path.stat()
    other = path.with_suffix(".new")
    other.write_text(path.read_text())
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)
    assert desk.looks() == ["", "used", "", ""]


def test_a_file_that_is_written_bit_by_bit_is_read_when_it_is_whole(desk: Desk) -> None:
    text = desk.path().read_text().replace("name: all", "name: every")
    said = []
    for end in range(10, len(text), 40):
        desk.path().write_text(text[:end])
        said.append(desk.look())
    desk.path().write_text(text)
    assert said == [""] * len(said)
    assert desk.looks() == ["", "used", "", ""]
    assert desk.reads == 2


def test_a_file_that_is_gone_for_a_moment_is_no_mistake(desk: Desk) -> None:
    text = desk.path().read_text()
    desk.path().unlink()
    assert desk.look() == ""
    put_in_place(desk.path(), text.replace("name: all", "name: every"))
    assert desk.looks() == ["", "used", "", ""]


def test_a_file_that_stays_away_is_told_once_and_its_return_as_well(desk: Desk) -> None:
    text = desk.path().read_text()
    desk.path().unlink()
    assert desk.looks() == ["", "refused", "", ""]
    put_in_place(desk.path(), text)
    assert desk.looks() == ["", "again", "", ""]


def test_a_bad_file_is_told_once_however_often_it_is_saved(desk: Desk) -> None:
    saved(desk.path(), "notify:", "notifi:")
    assert desk.looks() == ["", "refused", "", ""]
    put_in_place(desk.path(), desk.path().read_text())
    assert desk.looks() == [""] * 4
    saved(desk.path(), "events:", "event:")
    assert desk.looks() == ["", "still refused", "", ""]
    assert desk.used.watches[0].name == "all"


def test_what_is_asked_for_is_read_at_the_next_look(desk: Desk) -> None:
    desk.reload.ask()
    assert desk.looks() == ["used", "", "", ""]


def test_what_could_not_be_done_comes_again(desk: Desk) -> None:
    saved(desk.path(), "name: all", "name: every")
    desk.reload.look()
    assert isinstance(desk.reload.look(), Mended)
    assert isinstance(desk.reload.look(), Mended)
    assert desk.looks() == ["used", "", "", ""]
    saved(desk.path(), "notify:", "notifi:")
    desk.reload.look()
    assert isinstance(desk.reload.look(), Refused)
    assert desk.looks() == ["refused", "", "", ""]


def test_what_was_saved_between_reading_and_starting_is_seen(tmp_path: Path) -> None:
    with Newsroom(tmp_path) as room:
        config = load(room.directory / "config", environ={})
        saved(room.directory / "config" / "keywords.yaml", "name: all", "name: every")
        reload = Reload(config, lambda directory: load(directory, environ={}))
        reload.look()
        assert isinstance(reload.look(), Mended)


def test_a_changed_env_file_and_a_file_of_secrets_are_seen(tmp_path: Path) -> None:
    with Newsroom(tmp_path) as room:
        room.configure(channels={"chat": "json://127.0.0.1:9/a"})
        desk = Desk(room)
        saved(tmp_path / ".env", "9/a", "9/b")
        assert desk.looks() == ["", "used", "", ""]
        (tmp_path / "secret").write_text("json://127.0.0.1:9/c\n")
        (tmp_path / ".env").write_text("URL_chat_FILE=secret\n")
        assert desk.looks() == ["", "used", "", ""]
        put_in_place(tmp_path / "secret", "json://127.0.0.1:9/d")
        assert desk.looks() == ["", "used", "", ""]
        assert desk.used.channels[1].url == "json://127.0.0.1:9/d"


# --- what changed ------------------------------------------------------------------------------


def test_what_changed_is_named_without_any_address(tmp_path: Path) -> None:
    with Newsroom(tmp_path, "wire", "post") as room:
        room.configure(channels={"chat": "json://127.0.0.1:9/secret"})
        old = room.config
        room.names = ["wire", "gazette"]
        room.configure(
            channels={"chat": "json://127.0.0.1:9/other"},
            settings="{tick: 2s, news_days: 9, spacing: 0}",
        )
        new = room.config
    assert changes(old, new) == {
        "sources_added": "gazette",
        "sources_removed": "post",
        "channels_changed": "chat",
        "settings_changed": "tick_seconds, deadline_seconds, news_days",
    }
    assert changes(new, new) == {}


def test_a_hundred_changes_are_counted_after_the_first_ten(tmp_path: Path) -> None:
    with Newsroom(tmp_path) as room:
        old = room.config
        room.names = [f"s{number}" for number in range(100)]
        room.configure()
        assert changes(old, room.config)["sources_added"].endswith("s9 and 90 more")


def test_every_setting_is_either_taken_over_or_named_as_needing_a_restart() -> None:
    """A new setting goes to TAKEN_OVER above or to AT_THE_START, whichever is true of it."""
    assert {one.name for one in fields(Settings)} == TAKEN_OVER | AT_THE_START.keys()


def test_only_settings_that_need_a_restart_are_named() -> None:
    old = Settings()
    new = Settings(workers=3, tick_seconds=1, news_days=9, operator=("desk",))
    assert needs_restart(old, new) == ("workers", "tick")
    assert needs_restart(old, old) == ()
