"""Files as YAML: what cannot be read is told where it stands."""

from __future__ import annotations

from pathlib import Path

import configs
import pytest

from worker.config.document import parse_document

BROKEN = {
    "a: 1\n\tb: 2\n": "f:2:1: a tab stands here: indent with spaces only",
    "a: b: c\n": 'f:1:5: a ":" too many, or wrong indentation: put text that holds ": " in quotes',
    "a: 'b\n": "f:1:4: the quote that opens here is never closed",
    "a: [b, c\n": "f:2:1: the file ends before every bracket [ or { is closed",
    "a: {b: 1\nc: 2\n": "f:2:2: a comma or a closing bracket is missing",
    "a: *b\n": 'f:1:4: text that begins with "*" must stand in quotes: "*word"',
    "a: @b\n": "f:1:4: text that begins with this character must stand in quotes",
    "a: 1\n---\nb: 1\n": 'f:2:1: a second document begins here: remove the "---" line',
    "a:\n  b: 1\n c: 2\n": "f:3:2: the indentation does not fit the lines above, "
    "or a list lacks its dash",
    "a: - b\n": "f:1:4: a list cannot begin here: check the indentation",
    "a: 1\nb\n": 'f:3:1: a key without ":": write key: value',
    "a: b\x07c\n": "f:1:5: a control character stands here: delete it",
    'a: "\\q"\n': "f:1:6: this is not YAML",
    "": "f:1:1: this file is empty: `pactwatch init` shows how it looks",
    "# nothing\n": "f:1:1: this file is empty: `pactwatch init` shows how it looks",
    "[" * 600: "f:1:1: this file is nested too deeply",
    "a: &x [*x]\n": "f:1:1: this file holds too much: are aliases (*name) nested in it?",
}


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_not_yaml_is_told_at_its_place(text: str) -> None:
    document, problems = parse_document(text, "f")
    assert document is None
    assert [str(problem) for problem in problems] == [BROKEN[text]]


def test_a_bomb_of_aliases_is_refused_quickly() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for number in range(1, 9):
        aliases = ", ".join([f"*a{number - 1}"] * 10)
        lines.append(f"a{number}: &a{number} [{aliases}]")
    document, problems = parse_document("\n".join(lines), "f")
    assert document is None
    assert "aliases" in problems[0].message


def test_every_duplicate_key_is_a_problem_and_the_first_one_stands() -> None:
    document, problems = parse_document("a: 1\nb: {c: 1, c: 2}\na: 3\nb: 4\n", "f")
    assert document is not None
    assert document.data == {"a": 1, "b": {"c": 1}}
    assert [str(problem) for problem in problems] == [
        'f:2:11: "c" stands here twice: it is on line 2 already',
        'f:3:1: "a" stands here twice: it is on line 1 already',
        'f:4:1: "b" stands here twice: it is on line 2 already',
    ]


def test_norway_stays_norway_and_times_stay_text() -> None:
    text = "a: [NO, no, on, y, 22:30, 2025-05-06, ~, true, 12, 1.5, '7', 5e2, 0x1F]"
    document, problems = parse_document(text, "f")
    assert document is not None
    assert problems == []
    assert document.data["a"] == [
        "NO", "no", "on", "y", "22:30", "2025-05-06", None, True, 12, 1.5, "7", 500.0, 31,
    ]  # fmt: skip


def test_tags_and_keys_that_are_not_text_are_problems() -> None:
    _, problems = parse_document("a: !python/name:os.system x\n[b]: 1\n", "f")
    assert [str(problem) for problem in problems] == [
        "f:1:4: a tag (!name) means nothing here: remove it, or quote the value",
        "f:2:1: a key must be text: put quotes around { } and [ ]",
    ]


def test_anchors_and_aliases_work() -> None:
    document, problems = parse_document("a: &x {b: 1}\nc: *x\n", "f")
    assert document is not None
    assert problems == []
    assert document.data == {"a": {"b": 1}, "c": {"b": 1}}


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("a: caf\xe9\n".encode("latin-1"), "sources.yaml:1:7: this file is not UTF-8 from here"),
        ("x: 1\ny: \xff".encode("utf-16"), "sources.yaml:1:1: this file is not UTF-8 from here"),
    ],
)
def test_a_wrong_encoding_is_told_at_the_byte(tmp_path: Path, raw: bytes, problem: str) -> None:
    directory = configs.write_config(tmp_path)
    (directory / "sources.yaml").write_bytes(raw)
    found = configs.problems(tmp_path, sources=None)
    assert [line[: len(problem)] for line in found] == [problem]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    directory = configs.write_config(tmp_path)
    raw = configs.SOURCES.replace("\n", "\r\n").encode("utf-8-sig")
    (directory / "sources.yaml").write_bytes(raw)
    assert configs.problems(tmp_path, sources=None) == []


def test_a_missing_file_and_a_missing_directory_name_the_command_that_helps(
    tmp_path: Path,
) -> None:
    assert configs.problems(tmp_path, keywords=None) == [
        "keywords.yaml:1:1: this file is missing: `pactwatch init` writes it"
    ]
    (tmp_path / "config" / "sources.yaml").unlink()
    (tmp_path / "config" / "sources.yaml").mkdir()
    found = configs.problems(tmp_path, sources=None)
    assert found == ["sources.yaml:1:1: this file cannot be read: is a directory"]


def test_the_wrong_shape_of_a_whole_file_is_one_problem(tmp_path: Path) -> None:
    assert configs.problems(tmp_path, sources="- a\n- b\n") == [
        "sources.yaml:1:1: this file must be a mapping (key: value), not a list"
    ]
    assert configs.problems(tmp_path, sources="sources: {a: 1}\n") == [
        "sources.yaml:1:10: sources must be a list, not a mapping"
    ]
    assert configs.problems(tmp_path, sources="sources:\n") == [
        "sources.yaml:1:1: sources has no value: fill it in, or remove the line"
    ]


def test_empty_sections_that_are_optional_are_fine(tmp_path: Path) -> None:
    text = "defaults:\nsettings:\n" + configs.SOURCES
    assert configs.problems(tmp_path, sources=text) == []
