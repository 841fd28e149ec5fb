"""A YAML file as plain data, with the place of every key and value.

The node graph is walked here instead of being handed to a constructor, because a constructor
stops at the first duplicate key and forgets where scalars stood. Only what YAML 1.2 calls the
core schema is known, so ``NO`` stays a country.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from pacts.errors import Problem
from worker.config.wording import shown, syntax_problem

_TAG_PREFIX: Final = "tag:yaml.org,2002:"
MAX_NODES: Final = 200_000
"""More than 10,000 sources need; a bomb of aliases stops here."""

Loc = tuple[str | int, ...]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its data, and line and column (from 1) of everything in it."""

    file: str
    """The path as problems print it."""
    data: Any
    values: Mapping[Loc, Place]
    keys: Mapping[Loc, Place]

    def problem(self, loc: Loc, message: str, *, at_key: bool = False) -> Problem:
        """A problem at the value of ``loc``, at its key, or at the nearest thing around it."""
        line, column = self._place(loc, at_key=at_key)
        return Problem(self.file, line, column, message)

    def _place(self, loc: Loc, *, at_key: bool) -> Place:
        if at_key and loc in self.keys:
            return self.keys[loc]
        while loc and loc not in self.values:
            loc = loc[:-1]
        return self.values.get(loc, (1, 1))


def read_document(path: Path, file: str) -> tuple[Document | None, list[Problem]]:
    """Read one file. None means that nothing in it can be judged; the problems say why."""
    text, problem = read_text(path, file)
    if text is None:
        return None, [problem] if problem else []
    return parse_document(text, file)


def read_text(path: Path, file: str) -> tuple[str | None, Problem | None]:
    """The text of a UTF-8 file, or the problem that stands in its way."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None, Problem(file, 1, 1, "this file is missing: `pactwatch init` writes it")
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        return None, Problem(file, 1, 1, f"this file cannot be read: {reason}")
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line, column = _spot(raw[: error.start].decode("utf-8", "replace"))
        message = "this file is not UTF-8 from here on: save it with the encoding UTF-8"
        return None, Problem(file, line, column, message)


def parse_document(text: str, file: str) -> tuple[Document | None, list[Problem]]:
    """Parse YAML 1.2. With duplicate keys the first stands and every other is a problem."""
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except ReaderError as error:
        line, column = _spot(text[: error.position])
        message = "a control character stands here: delete it"
        return None, [Problem(file, line, column, message)]
    except MarkedYAMLError as error:
        return None, [syntax_problem(error, file)]
    except RecursionError:
        return None, [Problem(file, 1, 1, "this file is nested too deeply")]
    except (YAMLError, ValueError):
        return None, [Problem(file, 1, 1, "this file is not YAML")]
    if root is None:
        return None, [
            Problem(file, 1, 1, "this file is empty: `pactwatch init` shows how it looks")
        ]
    return _Reader(file).read(root)


class _Reader:
    """Walks one node graph."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.values: dict[Loc, Place] = {}
        self.keys: dict[Loc, Place] = {}
        self.problems: list[Problem] = []
        self.around: list[int] = []

    def read(self, root: Node) -> tuple[Document | None, list[Problem]]:
        try:
            data = self.value(root, ())
        except (_TooLargeError, RecursionError):
            message = "this file holds too much: are aliases (*name) nested in it?"
            return None, [Problem(self.file, 1, 1, message)]
        return Document(self.file, data, self.values, self.keys), self.problems

    def value(self, node: Node, loc: Loc) -> Any:
        if len(self.values) > MAX_NODES or id(node) in self.around:
            raise _TooLargeError
        self.values[loc] = _mark(node)
        self.around.append(id(node))
        try:
            if isinstance(node, MappingNode):
                return self.mapping(node, loc)
            if isinstance(node, SequenceNode):
                return [self.value(child, (*loc, index)) for index, child in enumerate(node.value)]
            return self.scalar(node)
        finally:
            self.around.pop()

    def mapping(self, node: MappingNode, loc: Loc) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self.say(key_node, "a key must be text: put quotes around { } and [ ]")
                continue
            key = str(key_node.value)
            here = (*loc, key)
            if key in data:
                line = self.keys[here][0]
                self.say(key_node, f"{shown(key)} stands here twice: it is on line {line} already")
                continue
            self.keys[here] = _mark(key_node)
            data[key] = self.value(value_node, here)
        return data

    def scalar(self, node: Node) -> Any:
        tag, text = str(node.tag).removeprefix(_TAG_PREFIX), str(node.value)
        if tag == "null":
            return None
        if tag == "bool":
            return text.lower() == "true"
        if tag in ("int", "float"):
            return _number(text, tag)
        if tag not in ("str", "timestamp"):
            self.say(node, "a tag (!name) means nothing here: remove it, or quote the value")
        return text

    def say(self, node: Node, message: str) -> None:
        self.problems.append(Problem(self.file, *_mark(node), message))


class _TooLargeError(Exception):
    pass


def _number(text: str, tag: str) -> int | float | str:
    """The number that YAML sees; the text itself when Python sees none."""
    bare = text.replace("_", "")
    try:
        if tag == "int":
            return int(bare, 0) if bare.lstrip("+-").startswith(("0x", "0o")) else int(bare)
        return float(bare)
    except ValueError:
        return text


def _mark(node: Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _spot(before: str) -> Place:
    """Line and column of the character after ``before``."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
