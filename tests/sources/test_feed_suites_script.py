from __future__ import annotations

from pathlib import Path

from feed_suites import Row, compare, failures
from sourcekit import rss


def suite(folder: Path) -> Path:
    tests = folder / "suite" / "tests"
    tests.mkdir(parents=True)
    (tests / "good.xml").write_bytes(rss("<title>a</title>", "<title>b</title>"))
    (tests / "reader_test.go").write_text("var a = `" + rss("<title>c</title>").decode() + "`")
    (tests / "reader.py").write_text("<rss>")
    (tests / "page.html").write_text("<html><title>no <channel></channel></title>")
    return folder / "suite"


def test_feeds_are_found_in_files_and_inside_test_programs(tmp_path: Path) -> None:
    row = compare(suite(tmp_path))
    assert (row.files, row.ours, row.theirs, row.refused) == (3, 3, 3, 1)
    assert (row.errors, row.fewer) == ([], [])


def test_errors_and_files_in_which_we_find_less_are_failures() -> None:
    rows = [
        Row("good", files=1),
        Row("bad", files=2, errors=["a: ValueError"], fewer=["b: 0 of 1"]),
    ]
    assert failures(rows) == ["bad/a: ValueError", "bad/b: 0 of 1"]
