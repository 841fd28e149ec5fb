"""Rooms are strangers: pyproject.toml says which may know which, and import-linter looks."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions

from checkout import ROOT, project, rooms, tracked
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


NOT_IMPORTED = {
    "lxml-html-clean": "trafilatura imports it and does not always bring it",
}


def imported() -> set[str]:
    """Names of the distributions that our rooms import themselves."""
    modules: set[str] = set()
    for path in tracked():
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in rooms():
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    modules |= {name.name.partition(".")[0] for name in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    modules.add(node.module.partition(".")[0])
    owners = packages_distributions()
    foreign = modules - set(rooms()) - set(sys.stdlib_module_names)
    return {plain(owner) for module in foreign for owner in owners[module]}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    declared = {
        plain(re.split(r"[<>=;\[]", name)[0]) for name in project()["project"]["dependencies"]
    }
    assert set(NOT_IMPORTED) <= declared
    assert imported() == declared - set(NOT_IMPORTED)
