"""How commands print: tables for people, aligned text for pipes, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any


def print_json(data: Any) -> None:
    """Print with characters as they are, unless standard output cannot take them."""
    line(json.dumps(data, ensure_ascii=False, indent=2))


def line(text: str = "") -> None:
    """One line on standard output. Text from the web may hold what the terminal cannot show."""
    try:
        sys.stdout.write(text + "\n")
    except UnicodeEncodeError:
        coding = sys.stdout.encoding or "ascii"
        sys.stdout.write(text.encode(coding, "backslashreplace").decode(coding) + "\n")


def counted(number: int, what: str) -> str:
    """``1 alert``, ``2 alerts``."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def table(columns: Sequence[str], rows: Sequence[Sequence[object]], *, empty: str) -> None:
    """A table: folded to the terminal's width there, one line a row anywhere else."""
    cells = [[_shown(value) for value in row] for row in rows]
    if not cells:
        line(empty)
    elif sys.stdout.isatty():
        _rich_table(columns, cells)
    else:
        _plain_table(columns, cells)


def _shown(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return " ".join(str(value).split())


def _plain_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    lines = [[name.upper() for name in columns], *rows]
    widths = [max(len(row[index]) for row in lines) for index in range(len(columns))]
    for row in lines:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        line("  ".join(padded).rstrip())


def _rich_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(*columns, header_style="bold", box=None, pad_edge=False)
    for row in rows:
        # Text, not str: what the web wrote in brackets is no markup of ours.
        shown.add_row(*(Text(cell) for cell in row))
    Console().print(shown)
