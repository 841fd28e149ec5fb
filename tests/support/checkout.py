"""The checkout as the tests of its architecture see it: its tracked files, and nothing else."""

from __future__ import annotations

import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]


@cache
def project() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@cache
def rooms() -> tuple[str, ...]:
    """The packages that make up Pactwatch."""
    return tuple(project()["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that belongs to the project: what git knows, or all there is without git."""
    if not (ROOT / ".git").exists():
        return tuple(path for path in ROOT.rglob("*") if path.is_file() and _ours(path))
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    names = listed.stdout.decode().split("\0")
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def _ours(path: Path) -> bool:
    hidden = (part.startswith(".") for part in path.relative_to(ROOT).parts[:-1])
    return not any(hidden) and "__pycache__" not in path.parts
