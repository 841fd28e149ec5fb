"""``${NAME}`` in channel addresses: from the process, from files, from ``.env``.

Order: ``NAME`` of the process, the file named by ``NAME_FILE`` of the process, then the same two
of ``.env``. Nothing inside a value is replaced again, so a password may hold ``$``. A value never
enters a problem; ``repr`` of the environment shows names only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from dotenv.parser import parse_stream

from pacts.errors import Problem
from worker.config.stamps import Stamp, stamp_of

REFERENCE: Final = re.compile(r"\$\{([^}]*)\}")
_BARE: Final = re.compile(r"\$[A-Za-z_]")
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,80}")


class Secrets:
    """Where references are looked up."""

    def __init__(self, environ: Mapping[str, str], dotenv: Mapping[str, str], base: Path) -> None:
        self._layers = (environ, dotenv)
        self._base = base
        self.files: dict[Path, Stamp] = {}
        """The files that values were read from, as they were just before."""

    def __repr__(self) -> str:
        return f"Secrets({', '.join(sorted(self._layers[1]))})"

    def fill(self, text: str) -> str:
        """The text with every reference replaced.

        Raises ValueError with all that is wrong, one sentence each, joined by "; ".
        """
        wrong: list[str] = []
        if _BARE.search(text):
            wrong.append("write a variable with braces, as ${NAME}; a plain $ is %24")

        def replace(found: re.Match[str]) -> str:
            try:
                return self._value(found[1])
            except ValueError as error:
                wrong.append(str(error))
                return ""

        filled = REFERENCE.sub(replace, text)
        if wrong:
            raise ValueError("; ".join(wrong))
        return filled

    def _value(self, name: str) -> str:
        if not _NAME.fullmatch(name):
            raise ValueError("${ } must hold the name of a variable: letters, digits and _")
        for layer in self._layers:
            if layer.get(name):
                return layer[name]
            if layer.get(f"{name}_FILE"):
                return self._from_file(name, layer[f"{name}_FILE"])
        empty = any(name in layer for layer in self._layers)
        state = "is empty" if empty else "is not set"
        raise ValueError(
            f"the variable {name} {state}: put {name}=... into .env, or set {name} or {name}_FILE"
        )

    def _from_file(self, name: str, path: str) -> str:
        try:
            where = self._base / Path(path).expanduser()
            self.files[where] = stamp_of(where)
            value = where.read_text("utf-8").strip()
        except (OSError, ValueError) as error:
            raise ValueError(f"the file that {name}_FILE names cannot be read") from error
        if not value:
            raise ValueError(f"the file that {name}_FILE names is empty")
        return value


def env_file(directory: Path) -> Path:
    """The ``.env`` of a configuration directory: inside it if it is there, else beside it."""
    inside = directory / ".env"
    return inside if inside.is_file() else directory.parent / ".env"


def read_env(path: Path, file: str) -> tuple[dict[str, str], list[Problem], list[Problem]]:
    """The values of a ``.env`` file, its problems, and its warnings. No file: nothing at all."""
    try:
        mode = path.stat().st_mode
        with path.open(encoding="utf-8-sig") as stream:
            bindings = list(parse_stream(stream))
    except FileNotFoundError:
        return {}, [], []
    except OSError:
        return {}, [Problem(file, 1, 1, "this file cannot be read: look at its permissions")], []
    except UnicodeDecodeError:
        return {}, [Problem(file, 1, 1, "this file is not UTF-8: save it with this encoding")], []
    problems = [
        Problem(file, _line(binding.original.string, binding.original.line), 1, _UNREADABLE)
        for binding in bindings
        if binding.error
    ]
    warnings = []
    if mode & 0o077:
        message = "other users of this machine can read this file: run chmod 600 on it"
        warnings.append(Problem(file, 1, 1, message))
    found = {b.key: b.value for b in bindings if b.key and b.value is not None}
    return found, problems, warnings


_UNREADABLE: Final = "this line cannot be read: write NAME=value, with quotes closed"


def _line(original: str, line: int) -> int:
    """Where the statement itself begins: the parser counts blank lines before it."""
    blank = len(original) - len(original.lstrip())
    return line + original[:blank].count("\n")
