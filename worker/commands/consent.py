"""Whether lines go into ``sources.yaml``: ``--yes`` writes, ``--dry-run`` never does, and
otherwise a person at a terminal is asked. A script that says neither changes nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from pacts.counting import counted
from worker.commands.output import line

if TYPE_CHECKING:
    from worker.adding.editing import NewSource, SourcesText

YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")
]


def write(
    new: Sequence[NewSource],
    file: SourcesText | None,
    *,
    yes: bool,
    dry_run: bool,
    silent: bool = False,
) -> str | None:
    """Show the new lines, and write them if that is wanted. ``silent``: show and ask nothing.

    Returns where they are now, ``config/sources.yaml:12``; None when nothing was written.
    """
    from worker.adding.editing import add_sources, as_yaml

    if not new:
        return None
    if not silent:
        line("Lines for sources.yaml:")
        line()
        line(as_yaml(new).rstrip("\n"))
        line()
    asks = not (yes or dry_run or silent) and _somebody_is_there()
    if file is None or dry_run or not (yes or (asks and _agreed(file))):
        if not silent:
            line(
                "Nothing was written." if dry_run or asks else "Nothing was written: --yes writes."
            )
        return None
    place = f"{file.path}:{add_sources(file, new)}"
    if not silent:
        what = f'"{new[0].name}"' if len(new) == 1 else counted(len(new), "source")
        line(f"Added {what} at {place}. A running service takes it over by itself.")
    return place


def _somebody_is_there() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _agreed(file: SourcesText) -> bool:
    return typer.confirm(f"Add to {file.path}?", default=False)


def not_both(*, yes: bool, dry_run: bool) -> None:
    """Raises UsageError for ``--yes`` together with ``--dry-run``."""
    from pacts.errors import UsageError

    if yes and dry_run:
        raise UsageError("--yes and --dry-run say opposite things: leave one of them out")
