"""``explain``: what was seen in an article, in words and as data."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fakeweb import FakeWeb
from forkserver import ForkServer
from newsroom import ROOT, SIGNED, START, Told, clean_environment, page
from reading import article

from extraction.trace import trace
from worker.showing.explain import explain
from worker.showing.explain_json import to_json
from worker.showing.explain_rows import lines, row

GOLDEN = Path(__file__).parent / "golden" / "explain.txt"
PUBLISHED = datetime(2031, 3, 5, 9, tzinfo=UTC)
TITLE = "Kenya and Fiji sign fisheries agreement"
BODY = """\
SUVA, March 4, 2031 - Kenya and Fiji signed a fisheries agreement in Suva on Tuesday.

"We have upgraded our relations to a strategic partnership," said the Fijian minister. Kenya and \
Fiji will sign a tax treaty next year, if the parliament of Kenya agrees to it by then.

The two countries established diplomatic relations in 1972. They are expanding cooperation in \
every field. Kenya launched a satellite.

The signing of treaties in the presence of the Prime Minister of Tonga matters to Kenya.

Shops were open.

See more

Peru and Chile upgrade ties to strategic partnership
"""


def told(*, everything: bool = False, width: int = 80) -> str:
    seen = trace(article(BODY, TITLE, published=PUBLISHED))
    rows = explain(seen, published=PUBLISHED, everything=everything)
    return "\n".join(line.plain for line in lines(rows, width)) + "\n"


def without_figures(text: str) -> str:
    """How sure extraction is changes with what it learns; that it says so does not."""
    text = re.sub(r"\b[01]\.\d\d\b", "#", text)
    return re.sub(r"confidence #: .*?(?=\n  \S|\n\n)", "confidence #", text, flags=re.DOTALL)


def test_an_article_is_explained_as_people_read_it() -> None:
    assert without_figures(told(everything=True)) == GOLDEN.read_text(encoding="utf-8")


def test_without_all_sentences_without_a_deed_and_other_articles_are_only_counted() -> None:
    short = told()
    assert "Shops" not in short
    assert "Peru" not in short
    assert "1 without a deed (--all shows them)" in short
    assert "2 blocks (--all shows them)" in short


@pytest.mark.parametrize("width", [10, 60, 80, 110])
def test_no_line_is_wider_than_asked_for_unless_there_is_no_room_at_all(width: int) -> None:
    assert max(len(line) for line in told(width=width).splitlines()) <= max(width, 35)


def test_a_text_without_spaces_is_folded_between_its_characters() -> None:
    body = "中国和哈萨克斯坦签署了多项合作协议，双方决定在能源领域签署新的协定。" * 3
    shown = list(lines([row("", f"新华社 {body}")], 60))
    assert max(line.cell_len for line in shown) <= 60
    assert min(line.cell_len for line in shown[:-1]) >= 56
    assert not any(line.plain.strip().startswith(("，", "。")) for line in shown)
    assert "".join(line.plain.strip() for line in shown).replace(" ", "") == "新华社" + body


def test_text_from_outside_is_no_markup_of_ours() -> None:
    seen = trace(article("Kenya and Fiji signed an agreement [bold]now[/bold].", "[red]T[/red]"))
    shown = [one.plain for one in lines(explain(seen, published=None, everything=True), 80)]
    assert any("[bold]now[/bold]" in one for one in shown)
    assert any("[red]T[/red]" in one for one in shown)


# --- data ----------------------------------------------------------------------------------

EVENT = {
    "kind", "act", "status", "parties", "scope", "level", "level_from", "document",
    "document_kind", "count", "count_approx", "date", "date_basis", "place", "confidence",
    "evidence",
}  # fmt: skip
SHAPE = {
    "": {"title", "url", "language", "read", "published", "published_by", "context",
         "sentences", "set_aside", "alert", "events"},
    "context": {"pair", "publisher", "visit", "dateline", "looks_back"},
    "sentences": {"number", "role", "start", "end", "text", "stage", "objects", "names", "dates",
                  "frames", "misses"},
    "objects": {"text", "family", "kind"},
    "object": {"text", "family", "kind"},
    "names": {"text", "code", "kind", "use"},
    "dates": {"text", "date", "basis"},
    "misses": {"trigger", "deed", "why"},
    "frames": {"trigger", "deed", "object", "clause", "voice", "kind", "act", "level",
               "level_from", "status", "cue", "why", "certainty", "date", "cast", "dropped",
               "events"},
    "date": {"text", "date", "basis"},
    "cast": {"groups", "scope", "certainty", "how"},
    "frames.events": {"fate", "into", "event"},
    "event": EVENT,
    "events": EVENT,
    "evidence": {"quote", "start", "end", "cue"},
    "set_aside": {"role", "start", "end", "text", "why"},
}  # fmt: skip


def shapes(data: Any, name: str = "", above: str = "") -> dict[str, set[str]]:
    """The keys of every object in the data, by the key that it stands under."""
    found: dict[str, set[str]] = {}
    if isinstance(data, dict):
        full = f"{above}.{name}" if f"{above}.{name}" in SHAPE else name
        found[full] = set(data)
        for key, inner in data.items():
            found |= shapes(inner, key, name)
    elif isinstance(data, list):
        for inner in data:
            found |= shapes(inner, name, above)
    return found


def test_the_data_has_these_keys_and_no_others() -> None:
    text = article(BODY, TITLE, published=PUBLISHED)
    data = json.loads(json.dumps(to_json(trace(text), text, everything=True)))
    assert shapes(data) == SHAPE


def test_the_data_says_which_event_each_telling_went_into() -> None:
    text = article(BODY, TITLE, published=PUBLISHED)
    data = to_json(trace(text), text, everything=False)
    title, lede = data["sentences"][:2]
    (first,), (second,) = title["frames"][0]["events"], lede["frames"][0]["events"]
    assert {first["fate"], second["fate"]} == {"kept", "joined"}
    assert first["into"] == second["into"]
    assert data["events"][first["into"]]["document"] == "fisheries agreement"
    assert text.text[lede["start"] : lede["end"]] == lede["text"]
    assert data["set_aside"] == []


# --- the command ---------------------------------------------------------------------------


def saved(tmp_path: Path) -> str:
    path = tmp_path / "note.txt"
    path.write_text(f"{TITLE}\n\n{BODY}", encoding="utf-8")
    return str(path)


def test_the_command_prints_what_it_shows_without_colours_into_a_pipe(
    pactwatch: ForkServer, tmp_path: Path
) -> None:
    done = pactwatch.run("explain", saved(tmp_path), "--published", "2031-03-05", "--all")
    assert (done.status, done.err) == (0, "")
    assert without_figures(done.out) == GOLDEN.read_text(encoding="utf-8")
    assert "\x1b" not in done.out


def test_the_command_prints_data(pactwatch: ForkServer, tmp_path: Path) -> None:
    words = ("explain", saved(tmp_path), "--published", "2031-03-05T09:00:00+00:00", "--json")
    data = json.loads(pactwatch.run(*words).out)
    assert data["published"] == "2031-03-05T09:00:00+00:00"
    extracted = pactwatch.run("extract", *words[1:])
    assert json.loads(extracted.out)["events"] == data["events"]


def test_a_page_is_explained_like_a_file(pactwatch: ForkServer) -> None:
    with FakeWeb() as web:
        url = web.serve("/signed", page(Told("signed", *SIGNED, START)))
        data = json.loads(pactwatch.run("explain", url, "--json", "--at", "2031-03-06").out)
    assert (data["url"], data["published"]) == (url, START.isoformat())
    assert data["alert"]


def test_an_empty_text_says_so(pactwatch: ForkServer, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("", encoding="utf-8")
    out = pactwatch.run("explain", str(path)).out
    assert "No events." in out
    assert "nothing to read" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--language", "tlh"), "none of: "),
        (("--published", "soon"), "ISO 8601"),
    ],
)
@pytest.mark.parametrize("command", ["explain", "extract"])
def test_a_wrong_language_or_day_is_refused_in_one_line(
    pactwatch: ForkServer, tmp_path: Path, command: str, words: tuple[str, ...], said: str
) -> None:
    done = pactwatch.run(command, saved(tmp_path), *words)
    assert (done.status, len(done.err.splitlines()), done.out) == (2, 1, "")
    assert said in done.err


def test_lines_of_documents_say_their_own_language_and_day(
    pactwatch: ForkServer, tmp_path: Path
) -> None:
    done = pactwatch.run("extract", saved(tmp_path), "--jsonl", "--language", "en")
    assert (done.status, "each line says its own" in done.err) == (2, True)


def test_a_terminal_gets_colours(tmp_path: Path) -> None:
    shown = on_a_terminal("explain", saved(tmp_path), "--published", "2031-03-05")
    assert "\x1b[1;33m" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert plain.startswith("deed  object  cue  party")
    assert "agreement.signed" in plain


def on_a_terminal(*words: str) -> str:
    """What a command shows on a terminal of its own."""
    ours, theirs = pty.openpty()
    environment = {**clean_environment(), "TERM": "xterm-256color", "COLUMNS": "80"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [sys.executable, "-m", "worker", *words],
        cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=theirs,
    ):  # fmt: skip
        os.close(theirs)
        shown = b"".join(_until_closed(ours))
    os.close(ours)
    return shown.decode()


def _until_closed(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            said = os.read(terminal, 4096)
        except OSError:  # how Linux says that the other side is closed
            return
        if not said:
            return
        yield said
