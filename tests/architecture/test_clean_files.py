"""What belongs to one machine, one person or one registry stays out of the project."""

from __future__ import annotations

import re

import pytest
from checkout import ROOT, tracked

# Put together here so that this file does not hold what it looks for.
FOLDERS = ("home", "Users", "root", "work", "farm", "private")
FORBIDDEN = {
    "a path of a machine": re.compile(rf"(?<![\w.:/-])/({'|'.join(FOLDERS)})/\w"),
    "a package registry": re.compile(
        "|".join(
            (
                r"pypi" + r"\.org",
                r"python" + r"hosted",
                r"npm" + r"js\.org",
                # RSS 0.90 has a namespace that only looks like one.
                r"https?://(?!my\.netscape\.com/rdf/)[^ )\"]*/" + r"(simple|registry)/",
            )
        )
    ),
    "a key or token": re.compile("-----BEGIN" + r" [A-Z ]*PRIVATE KEY|gh[pousr]" + r"_\w{20}"),
    "an unfinished merge": re.compile(r"^(<{7}|>{7}) ", re.MULTILINE),
}


def texts() -> dict[str, str]:
    found = {}
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data[:8000]:
            found[path.relative_to(ROOT).as_posix()] = data.decode("utf-8", "replace")
    return found


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    pattern = FORBIDDEN[what]
    hits = {name: match[0] for name, text in texts().items() if (match := pattern.search(text))}
    assert hits == {}


def test_only_tests_look_beside_the_checkout() -> None:
    beside = ".." + "/shared"
    assert [name for name, text in texts().items() if beside in text and "tests/" not in name] == []


def test_no_generated_file_is_tracked() -> None:
    made = re.compile(r"(^|/)(__pycache__|dist|build|\.env|.*\.(pyc|db|whl|log))$")
    assert [name for name in texts() if made.search(name)] == []
