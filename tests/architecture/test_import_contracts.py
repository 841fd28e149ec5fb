"""Rooms are strangers: pyproject.toml says which may know which, and import-linter looks."""

from __future__ import annotations

from checkout import ROOT, project, rooms
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_every_import_contract_is_kept() -> None:
    assert lint_imports(str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_every_room_is_under_contract_and_under_strict_types() -> None:
    tools = project()["tool"]
    assert set(tools["importlinter"]["root_packages"]) == set(rooms())
    assert set(tools["mypy"]["packages"]) == set(rooms())
    assert tools["mypy"]["strict"] is True


def test_every_folder_of_code_is_a_room_that_the_wheel_holds() -> None:
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert folders == set(rooms())


def test_no_test_folder_is_a_package_that_could_hide_a_room() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []
