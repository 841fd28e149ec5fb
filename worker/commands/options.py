"""Options that commands share, and where configuration and database are when nobody says."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="DIR",
        envvar="PACTWATCH_CONFIG",
        help="Directory of the configuration files (default: ./config, then yours).",
    ),
]
DatabaseOption = Annotated[
    Path | None,
    typer.Option(
        "--database",
        metavar="FILE",
        envvar="PACTWATCH_DATABASE",
        help="The database file (default: var/pactwatch.db beside the configuration).",
    ),
]
AtOption = Annotated[
    str | None,
    typer.Option("--at", metavar="TIME", help="Run as if it were this ISO 8601 day or time."),
]
LanguageOption = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="Its language, whatever it says: en, es ..."),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="TIME", help="When it was published: an ISO 8601 day or time."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
LimitOption = Annotated[
    int, typer.Option("--limit", metavar="NUMBER", min=1, help="At most so many, newest first.")
]
SinceOption = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="TIME", help="Only what is newer than this ISO 8601 day or time."
    ),
]


def config_directory(given: Path | None) -> Path:
    """The given one, else ``./config``, else the user's own. It need not exist."""
    from worker.config import find_directory

    return find_directory(given, Path.cwd(), os.environ)


def database_path(given: Path | None, config: Path) -> Path:
    """The given one, else beside the configuration, else among the user's data."""
    if given is not None:
        return given
    from worker.config.find import user_directory

    if config == user_directory(os.environ):
        import platformdirs

        return platformdirs.user_data_path("pactwatch", appauthor=False) / "pactwatch.db"
    return config.absolute().parent / "var" / "pactwatch.db"
