"""``sources.yaml`` edited as text: every byte that people wrote stays where it is.

Only new lines are put in, behind the last source. The result is read again before it replaces the
file: were it not the old sources and then the new ones, nothing is written.
"""

from __future__ import annotations

import codecs
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from pacts.errors import UsageError
from sources.urls import canonical
from worker.config.document import Document, parse_document, read_text

_PLAIN: Final = re.compile(r"\d+[smhd]|[A-Za-z][\w./@%?=&+~-]*(?::[\w./@%?=&+~-]+)*")
_WORDS: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source to be written down. ``fields`` are its keys in their order, ``name`` among them."""

    fields: Mapping[str, Any]
    comment: str = ""
    """Behind its name."""
    heading: str = ""
    """Above it: the group it begins."""
    text: str = ""
    """Its lines as somebody wrote them, dash in the third column; made from ``fields`` if empty."""

    @property
    def name(self) -> str:
        return str(self.fields["name"])

    @property
    def url(self) -> str:
        return str(self.fields["url"])

    def renamed(self, name: str) -> NewSource:
        """The same under another name, in its text as well."""
        text = re.sub(
            r"(?m)^(\s*- name:\s+)\S+", lambda m: m[1] + _scalar(name), self.text, count=1
        )
        return replace(self, fields={**self.fields, "name": name}, text=text)


@dataclass(frozen=True, slots=True)
class SourcesText:
    """One ``sources.yaml``: its text, and what stands in it."""

    path: Path
    text: str
    document: Document

    @property
    def entries(self) -> list[dict[str, Any]]:
        data = self.document.data
        found = data.get("sources") if isinstance(data, dict) else None
        return [one for one in found or () if isinstance(one, dict)]

    @property
    def names(self) -> set[str]:
        return {str(one.get("name")) for one in self.entries}

    @property
    def defaults(self) -> dict[str, Any]:
        found = self.document.data.get("defaults")
        return found if isinstance(found, dict) else {}

    def place_of(self, url: str) -> str | None:
        """Where this address stands already: ``"agency", config/sources.yaml:8``."""
        wanted = identity(url)
        for index, one in enumerate(self.document.data.get("sources") or ()):
            if isinstance(one, dict) and wanted == identity(str(one.get("url"))):
                line = self.document.problem(("sources", index), "").line
                return f'"{one.get("name")}", {self.path}:{line}'
        return None


def identity(url: str) -> str:
    """Equal for two addresses of one source: http or https, with a slash at the end or not."""
    return (canonical(url) or url).partition("://")[2].rstrip("/") or url


def read_sources(path: Path) -> SourcesText:
    """Read the file. Raises UsageError when it is not there or no ``sources.yaml``."""
    if not path.exists():
        raise UsageError(f"{path}: not there; `pactwatch init` makes it")
    text, problem = read_text(path, str(path))
    if text is None:
        raise UsageError(str(problem))
    document, problems = parse_document(text, str(path)) if text.strip() else (None, [])
    if problems:
        raise UsageError("\n".join(str(one) for one in problems))
    document = document or Document(str(path), {}, {}, {})
    data = document.data
    if not isinstance(data, dict):
        raise UsageError(f"{path}: not a mapping; `pactwatch check` says more")
    if not isinstance(data.get("sources") or [], list):
        raise UsageError(f"{path}: `sources` is not a list; `pactwatch check` says more")
    return SourcesText(path, text, document)


def renamed(sources: Iterable[NewSource], taken: Iterable[str]) -> list[NewSource]:
    """The same with names that are unique among themselves and those taken."""
    used, fresh = set(taken), []
    for one in sources:
        name, number = one.name, 2
        while name in used:
            name, number = f"{one.name}-{number}", number + 1
        used.add(name)
        fresh.append(one if name == one.name else one.renamed(name))
    return fresh


def add_sources(file: SourcesText, new: Sequence[NewSource]) -> int:
    """Write them behind the last source, whole or not at all. Returns the line of the first.

    Raises UsageError when the file cannot be edited safely or not be written, or when somebody
    else saved it since it was read.
    """
    if read_text(file.path, str(file.path))[0] != file.text:
        raise UsageError(f"{file.path}: was changed while you decided; nothing is written: again?")
    text, line = inserted(file.text, new)
    document, problems = parse_document(text, str(file.path))
    wanted = [*(file.document.data.get("sources") or ()), *(_plain(one.fields) for one in new)]
    if document is None or problems or document.data.get("sources") != wanted:
        lines = as_yaml(new)
        raise UsageError(f"{file.path}: cannot be edited safely; write these lines in:\n{lines}")
    _replace(file.path, text)
    return line


def as_yaml(new: Sequence[NewSource], column: int = 2) -> str:
    """Lines that stand under ``sources:``."""
    lines = "".join(line + "\n" for one in new for line in _lines(one, column))
    return lines.lstrip("\n")


def inserted(text: str, new: Sequence[NewSource]) -> tuple[str, int]:
    """The text with the new sources in it, and the line of the first."""
    end = "\r\n" if "\r\n" in text else "\n"
    spot = _spot(text)
    if spot.flow:
        entries = ", ".join(_flow(_plain(one.fields)) for one in new)
        joined = text[: spot.at] + (", " if spot.filled else "") + entries + text[spot.at :]
        return joined, text[: spot.at].count("\n") + 1
    before, after = text[: spot.at], text[spot.at :]
    if before and not before.endswith("\n"):
        before += end
    lines = spot.prefix + ("\n" if spot.filled else "") + as_yaml(new, spot.column)
    if after.strip() and not after.lstrip(" ").startswith(("\n", "\r")):
        lines += "\n"
    first = before.count("\n") + lines[: lines.index("- name:")].count("\n") + 1
    return before + lines.replace("\n", end) + after, first


# --- where ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where new sources go in."""

    at: int
    column: int = 2
    """Of the dash."""
    filled: bool = False
    """Whether other sources stand before it."""
    flow: bool = False
    """Inside ``[ ]``."""
    prefix: str = ""


def _spot(text: str) -> _Spot:
    root = _composed(text)
    for key, value in root.value if isinstance(root, MappingNode) else ():
        if key.value != "sources":
            continue
        if isinstance(value, SequenceNode) and value.flow_style:
            return _Spot(value.end_mark.index - 1, filled=bool(value.value), flow=True)
        if isinstance(value, SequenceNode):
            column = int(value.start_mark.column)
            return _Spot(_beyond(text, _last(value), column), column, filled=True)
        return _Spot(_line_end(text, key.end_mark.index))
    return _Spot(len(text), prefix="sources:\n")


def _composed(text: str) -> Node | None:
    try:
        found: Node | None = YAML(typ="safe", pure=True).compose(text)
    except YAMLError:
        return None
    return found


def _last(node: Node) -> int:
    """Where the last value inside a node ends. Marks of blocks lie beyond comments below them."""
    if isinstance(node, SequenceNode) and node.value and not node.flow_style:
        return _last(node.value[-1])
    if isinstance(node, MappingNode) and node.value and not node.flow_style:
        key, value = node.value[-1]
        empty = isinstance(value, ScalarNode) and value.value == "" and value.style is None
        # An alias (*name) is the node that it stands for, with the marks of that one.
        elsewhere = value.start_mark.index < key.start_mark.index
        return int(key.end_mark.index) if empty or elsewhere else _last(value)
    return int(node.end_mark.index)


def _beyond(text: str, at: int, column: int) -> int:
    """Behind the last line of an entry, and behind what it has commented out below."""
    at = _line_end(text, at)
    found = re.compile(rf"(?: {{{column + 1},}}#[^\n]*(?:\n|\Z))*").match(text, at)
    return found.end() if found else at


def _line_end(text: str, at: int) -> int:
    if at and text[at - 1] == "\n":
        return at
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


# --- how -----------------------------------------------------------------------------------


def _lines(one: NewSource, column: int) -> Iterator[str]:
    pad = " " * column
    if one.heading:
        yield ""
        yield f"{pad}# --- {one.heading} ---"
    if one.text:
        for line in one.text.splitlines():
            yield pad + line[2:] if line.strip() else ""
        return
    for number, (key, value) in enumerate(one.fields.items()):
        shown = _flow(value) if isinstance(value, Mapping) else _scalar(value)
        comment = f" # {one.comment}" if one.comment and key == "name" else ""
        yield f"{pad}{'  ' if number else '- '}{key}: {shown}{comment}"


def _flow(value: Mapping[str, Any]) -> str:
    inner = (
        f"{key}: {_flow(one) if isinstance(one, Mapping) else _scalar(one, quoted=True)}"
        for key, one in value.items()
    )
    return "{" + ", ".join(inner) + "}"


def _scalar(value: object, *, quoted: bool = False) -> str:
    if isinstance(value, bool | int):
        return json.dumps(value)
    text = str(value)
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS and not quoted
    return text if plain else json.dumps(text, ensure_ascii=False)


def _plain(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {k: dict(v) if isinstance(v, Mapping) else v for k, v in fields.items()}


def _replace(path: Path, text: str) -> None:
    """Put the text in place of the file behind the name, be it a link, in one step."""
    target = path.resolve()
    try:
        # A mark of the byte order, as some editors set it, was skipped in reading.
        encoding = "utf-8-sig" if target.read_bytes().startswith(codecs.BOM_UTF8) else "utf-8"
        with tempfile.NamedTemporaryFile(
            "w", encoding=encoding, newline="", dir=target.parent, prefix=target.name, delete=False
        ) as file:
            file.write(text)
        Path(file.name).chmod(target.stat().st_mode)
        Path(file.name).replace(target)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {(error.strerror or '?').lower()}") from error
