"""What the system knows of a file without reading it: enough to see that somebody saved it.

A look at each file is what watches the configuration, and no watcher of the system: it works on
every file system, network and container mounts included, sees links that are turned to another
place, and costs microseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

Stamp = tuple[int, int, int, int] | None
"""None: there is no such file, or it cannot be looked at."""


def stamp_of(path: Path) -> Stamp:
    """Changes when the file is saved, by whatever way editors save."""
    try:
        facts = path.stat()
    except OSError:
        return None
    # The time of the last change of state cannot be set back, as `cp -p` does with that of the
    # content; the number of the file changes when another one takes its place.
    return facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino, facts.st_size


def stamps_of(paths: Iterable[Path]) -> Mapping[Path, Stamp]:
    return {path: stamp_of(path) for path in paths}
