"""Configuration directories for tests: a small sound one, with any file replaced."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from pacts.errors import ConfigError, Problem
from worker.config import Config, load

SOURCES: Final = """\
sources:
  - name: vgp
    url: https://news.example.org/rss
"""
KEYWORDS: Final = """\
watches:
  - name: all
    events: [partnership]
    notify: [console]
"""
CHANNELS: Final = """\
channels:
  console: {}
"""

UrlProblem = Callable[[str], str | None]


def write_config(
    base: Path,
    *,
    sources: str | None = SOURCES,
    keywords: str | None = KEYWORDS,
    channels: str | None = CHANNELS,
    env: str | None = None,
) -> Path:
    """A directory ``config`` below ``base``; None leaves a file out."""
    directory = base / "config"
    directory.mkdir(exist_ok=True)
    files = {"sources": sources, "keywords": keywords, "channels": channels}
    for name, text in files.items():
        if text is not None:
            (directory / f"{name}.yaml").write_text(text, "utf-8")
    if env is not None:
        (base / ".env").write_text(env, "utf-8")
        (base / ".env").chmod(0o600)
    return directory


def loaded(base: Path, *, environ: Mapping[str, str] | None = None, **files: str) -> Config:
    """The configuration of these files."""
    return load(write_config(base, **files), environ=environ or {})


def problems(
    base: Path,
    *,
    environ: Mapping[str, str] | None = None,
    url_problem: UrlProblem | None = None,
    **files: str | None,
) -> list[str]:
    """What is wrong with these files: ``sources.yaml:7:5: ...``."""
    directory = write_config(base, **files)
    try:
        load(directory, environ=environ or {}, url_problem=url_problem)
    except ConfigError as error:
        return shortened(error.problems, directory)
    return []


def shortened(found: tuple[Problem, ...], directory: Path) -> list[str]:
    """Problems as text, without the place of the directory."""
    return [
        str(problem).replace(f"{directory}/", "").replace(f"{directory.parent}/", "")
        for problem in found
    ]


def source(text: str) -> str:
    """sources.yaml with one source, whose lines begin at line 2 and column 5."""
    first, *rest = text.strip("\n").splitlines()
    return "\n".join(["sources:", f"  - {first}", *(f"    {line}" for line in rest)]) + "\n"


def watch(text: str) -> str:
    """keywords.yaml with one watch, likewise."""
    return source(text).replace("sources:", "watches:", 1)
