"""The files that a new user starts from. What is there already is never touched."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pacts.errors import UsageError
from worker.config.load import FILES
from worker.config.schema import schema_text, schemas
from worker.shipped import shipped

_SECRET: Final = 0o600
_OPEN: Final = 0o644


@dataclass(frozen=True, slots=True)
class Starter:
    """One file of the start, and what became of it."""

    path: Path
    written: bool
    """False: it was there already and stays as it is."""


def starter_texts() -> dict[str, str]:
    """The shipped files by their paths: ``config/sources.yaml``, ``.env`` and so on."""
    texts = {f"config/{name}": shipped(name) for name in FILES}
    for name, schema in schemas().items():
        texts[f"config/schema/{name}"] = schema_text(schema)
    return texts | {".env": shipped(".env.example")}


def write_starter(directory: Path) -> tuple[Starter, ...]:
    """Write the files into a configuration directory and ``.env`` where loading looks for it.

    That is beside a directory called ``config``, and inside any other. ``.env`` can be read by its
    owner only. Raises UsageError when the directory cannot be written.
    """
    try:
        return tuple(_write(directory))
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise UsageError(f"{error.filename or directory}: cannot be written: {reason}") from error


def _write(directory: Path) -> Iterator[Starter]:
    for name, text in starter_texts().items():
        if name == ".env":
            beside = directory.name == "config"
            path = (directory.absolute().parent if beside else directory) / name
        else:
            path = directory / name.removeprefix("config/")
        path.parent.mkdir(parents=True, exist_ok=True)
        yield Starter(path, _create(path, text, _SECRET if name == ".env" else _OPEN))


def _create(path: Path, text: str, mode: int) -> bool:
    """Write a file that is not there yet. O_EXCL: nothing is overwritten, not even in a race."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return True
