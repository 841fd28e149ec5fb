"""What commands print of texts that somebody else wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from forkserver import ForkServer
from newsroom import START, Newsroom
from rich.text import Text

from worker.commands.output import line, print_json, table
from worker.commands.styled import print_rows
from worker.showing.explain_rows import Row

SIXTY = (
    "Fiji and Kenya sign 60 agreements",
    "SUVA, March 4, 2031 - Fiji and Kenya signed 60 agreements in Suva on Tuesday.",
)
HOSTILE = "no\x1b[2J such \u202euser\x9b1m\x07 here"


@pytest.mark.parametrize("way", ["line", "table", "rows"])
def test_no_control_character_reaches_the_terminal(
    capsys: pytest.CaptureFixture[str], way: str
) -> None:
    if way == "line":
        line(HOSTILE)
    elif way == "table":
        table(["id", "error"], [(1, HOSTILE)], empty="None.")
    else:
        print_rows([Row(Text("12:00"), Text(HOSTILE))])
    printed = capsys.readouterr().out
    assert all(letter.isprintable() or letter == "\n" for letter in printed)
    assert "such" in printed
    assert "here" in printed


def test_json_says_what_there_is_and_escapes_what_a_terminal_would_obey(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_json({"error": HOSTILE, "name": "Việt Nam"})
    printed = capsys.readouterr().out
    assert all(letter.isprintable() or letter == "\n" for letter in printed)
    assert "Việt Nam" in printed
    assert json.loads(printed)["error"] == HOSTILE


def test_the_page_of_a_story_and_the_list_of_watches_count_what_they_name(
    tmp_path: Path, pactwatch: ForkServer
) -> None:
    with Newsroom(tmp_path) as room:
        room.publish("wire", "a", *SIXTY)
        assert pactwatch.run(*room.words("once", at=START)).status == 0
        shown = pactwatch.run(*room.words("stories", "show", "1")).out
        watches = pactwatch.run(*room.words("watches", at=START)).out
    assert " ".join(shown.partition("Told by")[0].split()).count("60 agreements") == 2
    assert "documents" not in shown
    assert watches.split()[:6] == ["WATCH", "READ", "STORIES", "ALERTS", "SENT", "NOT"]
