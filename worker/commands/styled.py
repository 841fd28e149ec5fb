"""Printing rows of styled text: in colours on a terminal, plain and 80 columns wide elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from worker.commands.output import line, styled

if TYPE_CHECKING:
    from rich.text import Text

    from worker.showing.explain_rows import Row

_WIDTH: Final = 80
_WIDEST: Final = 110
"""Longer lines are hard to read."""


def print_rows(rows: Iterable[Row], *, legend: Text | None = None) -> None:
    """Print rows; ``legend`` says what the colours mean, where there are some."""
    from worker.showing.explain_rows import lines

    if not sys.stdout.isatty():
        for text in lines(rows, _WIDTH):
            line(text.plain)
        return
    _show(legend, lines(rows, _width()))


def _width() -> int:
    from rich.console import Console

    return min(Console().width, _WIDEST)


def _show(legend: Text | None, lines: Iterable[Text]) -> None:
    """In colours, through our own way out: what a terminal cannot show is written as escapes."""
    from rich.console import Console

    console = Console()
    with console.capture() as captured:
        if console.color_system and legend is not None:
            console.print(legend, end="\n\n")
        for text in lines:
            console.print(text, soft_wrap=True)
    styled(captured.get().rstrip("\n"))
