"""run.sh needs a shell and Python 3.11, and says what is missing in one line."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from checkout import ROOT, project

SCRIPT = ROOT / "run.sh"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(SCRIPT), *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def stand_ins(folder: Path, *, version: str) -> str:
    """A search path on which every Python says that it is too old, or is not there at all."""
    for name in ("python3.13", "python3.12", "python3.11", "python"):
        (folder / name).write_text("#!/bin/sh\nexit 127\n")
    old = f'#!/bin/sh\n[ "$1" = --version ] && echo Python {version}\n'
    (folder / "python3").write_text(old)
    for path in folder.iterdir():
        path.chmod(0o755)
    return f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin"


def test_help_names_every_command() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    there = set(re.findall(r"^    ([a-z]+)(?: \||\))", script, re.MULTILINE))
    assert {"start", "demo", "test", "lint", "soak", "bench", "help"} <= there
    answer = run("help")
    assert answer.returncode == 0
    assert there <= set(re.findall(r"^  ([a-z]+)", answer.stdout, re.MULTILINE))


def test_a_command_that_is_not_there_is_refused_with_the_help() -> None:
    answer = run("tset")
    assert answer.returncode == 1
    assert answer.stderr.endswith("there is no command tset\n")
    assert "usage:" in answer.stderr


def test_a_python_that_is_too_old_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    answer = run(
        "test",
        PATH=stand_ins(tmp_path / "bin", version="3.10.13"),
        PACTWATCH_PYTHON="",
        PACTWATCH_VENV=str(tmp_path / "venv"),
    )
    assert answer.returncode == 1
    assert "needs Python 3.11 or later; found: Python 3.10.13" in answer.stderr
    assert not (tmp_path / "venv").exists()


def test_a_python_that_is_named_must_suit(tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    answer = run("lint", PACTWATCH_PYTHON="/bin/false", PACTWATCH_VENV=str(venv))
    assert answer.returncode == 1
    assert "PACTWATCH_PYTHON is not Python 3.11 or later" in answer.stderr


def test_every_dependency_is_pinned_to_one_version_and_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.!+]+", pin)] == []
    pinned = {plain(pin.partition("==")[0]) for pin in pins}
    wanted = [*project()["project"]["dependencies"], *project()["dependency-groups"]["dev"]]
    assert {plain(re.split(r"[<>=;\[]", name)[0]) for name in wanted} <= pinned


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).strip().lower()


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "./run.sh test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "./run.sh test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert os.access(SCRIPT, os.X_OK)
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert sys.version_info >= (3, 11)
