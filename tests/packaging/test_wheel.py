"""The wheel stands on its own: in an empty environment, outside the checkout, with its data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest
from checkout import ROOT, project, rooms

SIGNED = """Vietnam and Kazakhstan sign agreement

HANOI, May 6 - Vietnam and Kazakhstan signed an agreement on air transport in Astana on Tuesday.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # hatchling is installed beside the tests: nothing is downloaded.
    call(
        *(sys.executable, "-m", "pip", "wheel", str(ROOT), "--quiet"),
        *("--no-deps", "--no-build-isolation", "--no-cache-dir", "--wheel-dir", str(folder)),
        cwd=folder,
    )
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def home(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel, and borrows only what it depends on."""
    home = tmp_path_factory.mktemp("home")
    venv.create(home / "venv", with_pip=False, symlinks=True)
    python = home / "venv" / "bin" / "python"
    call(
        *(sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"),
        *("--no-deps", "--no-index", str(wheel)),
        cwd=home,
    )
    # A path in a .pth file is searched last, and .pth files in it are not read: the checkout
    # that is installed there for the tests stays out of sight.
    (site,) = (home / "venv" / "lib").glob("python*/site-packages")
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return home


def call(*command: str, cwd: Path, stdin: str = "") -> str:
    outside = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    answer = subprocess.run(
        command, cwd=cwd, env=outside, input=stdin, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, f"{command}\n{answer.stdout}\n{answer.stderr}"
    return answer.stdout


def pactwatch(home: Path, *arguments: str, stdin: str = "") -> str:
    return call(str(home / "venv" / "bin" / "pactwatch"), *arguments, cwd=home, stdin=stdin)


def test_the_wheel_holds_every_file_of_every_room(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        path.relative_to(ROOT).as_posix()
        for room in rooms()
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert ours - inside == set()


def test_the_wheel_holds_no_tests_and_no_tools(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    version = project()["project"]["version"]
    assert tops == {*rooms(), f"pactwatch-{version}.dist-info"}


def test_the_wheel_says_what_it_is_and_under_which_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        about = message_from_bytes(archive.read(name))
    assert about["License-Expression"] == "MIT"
    assert about.get_all("License-File") == ["LICENSE", "NOTICE"]
    assert about["Requires-Python"] == ">=3.11"
    assert "# Pactwatch" in str(about.get_payload())


def test_its_rooms_are_its_own_and_not_the_checkout(home: Path) -> None:
    code = f"import {', '.join(rooms())}; print(*(m.__file__ for m in ({', '.join(rooms())})))"
    files = call(str(home / "venv" / "bin" / "python"), "-P", "-c", code, cwd=home).split()
    assert [file for file in files if not Path(file).is_relative_to(home)] == []


def test_it_lists_its_commands(home: Path) -> None:
    assert "extract" in pactwatch(home, "--help")


def test_it_finds_an_event_with_the_data_it_brought(home: Path) -> None:
    document = {"id": "a", "title": "", "text": SIGNED, "published": "2025-05-07"}
    answer = json.loads(pactwatch(home, "extract", "--jsonl", stdin=json.dumps(document)))
    assert answer["alert"] is True
    assert answer["events"][0]["parties"] == ["KZ", "VN"]


def test_it_writes_a_configuration_that_it_accepts(home: Path) -> None:
    pactwatch(home, "init", "--config", str(home / "made"))
    assert (home / "made" / "sources.yaml").is_file()
    pactwatch(home, "check", "--config", str(home / "made"))
