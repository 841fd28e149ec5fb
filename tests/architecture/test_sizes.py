"""Small files and short functions: one idea each."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median, quantiles

from checkout import ROOT, rooms, tracked

LONG_FILES = {"pacts/model.py": "all stage types side by side, half of it what they mean"}
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 80


def sources() -> list[Path]:
    every = (path for path in tracked() if path.suffix == ".py")
    return [path for path in every if path.relative_to(ROOT).parts[0] in rooms()]


def functions() -> list[tuple[int, str]]:
    """Length in lines and place of every function, decorators left out."""
    return [
        (node.end_lineno - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    ]


def test_no_function_is_long() -> None:
    assert [found for found in functions() if found[0] > MOST_LINES_OF_A_FUNCTION] == []


def test_most_functions_are_short() -> None:
    lengths = [length for length, _ in functions()]
    assert median(lengths) <= 10
    assert quantiles(lengths, n=10)[-1] <= 40


def test_no_file_is_long_but_those_that_say_why() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources()
    }
    long = {name for name, lines in lengths.items() if lines > MOST_LINES_OF_A_FILE}
    assert long == set(LONG_FILES)


def test_most_files_are_short() -> None:
    assert median(len(path.read_text(encoding="utf-8").splitlines()) for path in sources()) <= 150
