"""``extract``: documents in, events out, whatever the documents are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fakeweb import FakeWeb
from forkserver import ForkServer
from newsroom import SIGNED, START, Told, page

GOOD = {
    "id": 7,
    "title": SIGNED[0],
    "text": SIGNED[1],
    "published": "2031-03-05",
    "url": "https://x.example/",
}


def answers(
    pactwatch: ForkServer, tmp_path: Path, lines: list[bytes]
) -> tuple[int, list[dict[str, Any]]]:
    path = tmp_path / "documents.jsonl"
    path.write_bytes(b"\n".join(lines))
    done = pactwatch.run("extract", str(path), "--jsonl")
    return done.status, [json.loads(line) for line in done.out.splitlines()]


def test_each_line_is_answered_with_its_id_events_and_whether_they_alert(
    pactwatch: ForkServer, tmp_path: Path
) -> None:
    dull = {"id": "dull", "title": "", "text": "Rain.", "published": None}
    status, (first, second) = answers(
        pactwatch, tmp_path, [json.dumps(GOOD).encode(), b"", json.dumps(dull).encode()]
    )
    assert status == 0
    assert (first["id"], first["alert"]) == (7, True)
    (event,) = first["events"]
    assert (event["kind"], event["act"], event["parties"]) == ("agreement", "signed", ["FJ", "KE"])
    text = f"{GOOD['title']}\n\n{GOOD['text']}"
    evidence = event["evidence"]
    assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert second == {"id": "dull", "alert": False, "events": []}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"not json", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[1, 2]", "not a JSON object"),
        (b'{"id": 1, "text": 5}', '"text" is not a string'),
        (b'{"id": 1, "text": "a", "published": 5}', '"published" is not a string'),
        (b'{"id": 1, "text": "a", "published": "soon"}', "ISO 8601"),
        (b'{"id": 1, "text": "a", "published": "0001-01-01T00:00+14:00"}', "ISO 8601"),
    ],
)
def test_a_bad_line_is_told_and_stops_no_other(
    pactwatch: ForkServer, tmp_path: Path, line: bytes, said: str
) -> None:
    status, (bad, good) = answers(pactwatch, tmp_path, [line, json.dumps(GOOD).encode()])
    assert status == 1
    assert said in bad["error"]
    assert "line 1" in bad["error"]
    assert good["alert"]


def test_half_characters_are_answered_like_any_others(
    pactwatch: ForkServer, tmp_path: Path
) -> None:
    line = b'{"id": "\\ud800", "title": "x", "text": "a \\udfff b", "published": null}'
    status, (answer,) = answers(pactwatch, tmp_path, [line])
    assert (status, answer["id"], answer["events"]) == (0, "\ud800", [])


def test_a_saved_page_is_read_like_one_on_the_web(pactwatch: ForkServer, tmp_path: Path) -> None:
    html = page(Told("signed", *SIGNED, START))
    (tmp_path / "page.html").write_text(html)
    with FakeWeb() as web:
        url = web.serve("/signed", html)
        on_web = pactwatch.run("extract", url, "--json", "--at", "2031-03-06")
    saved = str(tmp_path / "page.html")
    on_disk = pactwatch.run("extract", saved, "--json", "--at", "2031-03-06")
    for done in (on_web, on_disk):
        assert done.status == 0, done.err
        (event,) = json.loads(done.out)["events"]
        assert event["date"] == "2031-03-04"


def test_a_text_file_begins_with_its_title(pactwatch: ForkServer, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("\n\n".join(SIGNED))
    done = pactwatch.run("extract", str(path))
    assert done.out.startswith(f"{SIGNED[0]}\n\nconcluded agreement.signed FJ KE")


def test_what_cannot_be_read_is_one_line_and_status_2(
    pactwatch: ForkServer, tmp_path: Path
) -> None:
    with FakeWeb() as web:
        for what in (str(tmp_path / "gone.txt"), web.url("/gone")):
            done = pactwatch.run("extract", what)
            assert (done.status, done.out) == (2, "")
            assert len(done.err.splitlines()) == 1
