"""How commands print: tables for people, aligned text for pipes, JSON for programs."""

from __future__ import annotations

import json
import re
import shutil
import sys
import textwrap
from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import compress
from typing import Any, Final

_WIDTH: Final = 78
"""Of notes below a row: terminals are 80 wide by habit."""


_UNSEEN: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
"""What moves the cursor, colours, or turns the order of letters: control characters of old and of
writing in two directions.
"""


def print_json(data: Any) -> None:
    """Print with characters as they are, unless a terminal would obey them or cannot show them."""
    written = json.dumps(data, ensure_ascii=False, indent=2)
    _write(_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", written))


def visible(text: str) -> str:
    """As long as ``text``, with blanks for what a terminal would obey. The web wrote some of it."""
    return _UNSEEN.sub(" ", text)


def line(text: str = "") -> None:
    """One line on standard output, or several, of which a terminal obeys nothing else."""
    _write(visible(text))


def styled(text: str) -> None:
    """What was made for this terminal, with its colours."""
    _write(text)


def _write(text: str) -> None:
    try:
        sys.stdout.write(text + "\n")
    except UnicodeEncodeError:
        coding = sys.stdout.encoding or "ascii"
        sys.stdout.write(text.encode(coding, "backslashreplace").decode(coding) + "\n")


def table(
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    below: Collection[str] = (),
    empty: str,
) -> None:
    """A table: folded to the terminal's width there, one line a row anywhere else.

    The columns named in ``below`` stand with their names below each row on a terminal: it has no
    room for them.
    """
    cells = [[_shown(value) for value in row] for row in rows]
    if not cells:
        line(empty)
    elif sys.stdout.isatty() and below:
        low = [name in below for name in columns]
        lower = list(compress(columns, low))
        notes = [
            " · ".join(
                f"{name}: {cell}"
                for name, cell in zip(lower, compress(row, low), strict=True)
                if cell not in ("", "-")
            )
            for row in cells
        ]
        high = [not one for one in low]
        above = [list(compress(row, high)) for row in cells]
        noted_table(list(compress(columns, high)), above, notes, empty=empty)
    elif sys.stdout.isatty():
        _rich_table(columns, cells)
    else:
        _plain_table(columns, cells)


def noted_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    notes: Sequence[str | None],
    *,
    noted: str = "reason",
    empty: str,
) -> None:
    """A table whose rows have something longer to say: below them on a terminal, so that it is
    read on 80 columns; anywhere else as the last column, called ``noted``.
    """
    if not rows or not sys.stdout.isatty():
        cells = [(*row, note) for row, note in zip(rows, notes, strict=True)]
        table((*columns, noted), cells, empty=empty)
        return
    shown = [[_shown(value) for value in row] for row in rows]
    head, *body = _aligned([[name.upper() for name in columns], *shown])
    line(head)
    width = min(_WIDTH, shutil.get_terminal_size().columns)
    for words, note in zip(body, notes, strict=True):
        line(words)
        for part in textwrap.wrap(note or "", width, initial_indent="  ", subsequent_indent="  "):
            line(part)


def age(moment: datetime | None, now: datetime) -> str | None:
    """How far away: "5m ago", "in 3h"; None for no time."""
    if moment is None:
        return None
    seconds = (now - moment).total_seconds()
    return f"{span(abs(seconds))} ago" if seconds >= 0 else f"in {span(-seconds)}"


def span(seconds: float) -> str:
    """A duration by its largest unit: "40s", "5m", "3h", "12d"."""
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "m")):
        if seconds >= size:
            return f"{round(seconds / size)}{unit}"
    return f"{round(seconds)}s"


def _shown(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return " ".join(visible(str(value)).split())


def _plain_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for words in _aligned([[name.upper() for name in columns], *rows]):
        line(words)


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _rich_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    folding = [
        Column(name.upper(), overflow="fold") for name in columns
    ]  # the default cuts names off
    shown = Table(*folding, header_style="bold", box=None, pad_edge=False)
    for row in rows:
        # Text, not str: what the web wrote in brackets is no markup of ours.
        shown.add_row(*(Text(cell) for cell in row))
    Console().print(shown)
