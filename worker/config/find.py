"""Where the configuration is when nobody says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import platformdirs

from worker.config.load import FILES


def find_directory(explicit: Path | None, cwd: Path, environ: Mapping[str, str]) -> Path:
    """The directory to load: the one given, that of PACTWATCH_CONFIG, ``./config``, the user's own.

    ``./config`` counts when one of the three files is in it: many projects have such a folder.
    When there is none anywhere, ``./config`` is named, where ``init`` would write. The directory
    need not exist.
    """
    if explicit is not None:
        return explicit
    if environ.get("PACTWATCH_CONFIG"):
        return Path(environ["PACTWATCH_CONFIG"])
    local, own = cwd / "config", user_directory(environ)
    return own if _holds_files(own) and not _holds_files(local) else local


def user_directory(environ: Mapping[str, str]) -> Path:
    """The user's own configuration folder of this program."""
    if environ.get("XDG_CONFIG_HOME"):
        return Path(environ["XDG_CONFIG_HOME"]) / "pactwatch"
    return platformdirs.user_config_path("pactwatch", appauthor=False)


def _holds_files(directory: Path) -> bool:
    return any((directory / name).is_file() for name in FILES)
