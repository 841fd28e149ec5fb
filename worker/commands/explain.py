"""``explain``: why extraction found what it found in one document, sentence by sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from worker.commands.options import AtOption, JsonOption, LanguageOption, PublishedOption
from worker.commands.output import line, print_json

if TYPE_CHECKING:
    from rich.text import Text

_WIDTH = 80
_WIDEST = 110
"""Longer lines are hard to read."""


def explain(
    what: Annotated[
        str, typer.Argument(metavar="[FILE, URL or -]", help="A page or text; - is standard input.")
    ] = "-",
    *,
    everything: Annotated[
        bool, typer.Option("--all", help="Sentences without a deed too, and what was set aside.")
    ] = False,
    language: LanguageOption = None,
    published: PublishedOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show sentence by sentence what was found in a document, and why it was kept or dropped.

    Near misses are shown too: sentences that have a deed and something that it could be done
    to, and gave no event.
    """
    from extraction.trace import trace
    from worker.commands.reading import article_of
    from worker.explain import explain as rows_of
    from worker.explain_json import to_json
    from worker.explain_rows import legend, lines

    article = article_of(what, at, language, published)
    told = trace(article)
    if as_json:
        print_json(to_json(told, article, everything=everything))
        return
    rows = list(
        rows_of(
            told,
            published=article.published,
            published_by=article.published_by,
            everything=everything,
        )
    )
    if not sys.stdout.isatty():
        for text in lines(rows, _WIDTH):
            line(text.plain)
        return
    _show(legend(), lines(rows, _width()))


def _width() -> int:
    from rich.console import Console

    return min(Console().width, _WIDEST)


def _show(legend: Text, lines: Iterable[Text]) -> None:
    """In colours, through our own way out: what a terminal cannot show is written as escapes."""
    from rich.console import Console

    console = Console()
    with console.capture() as captured:
        if console.color_system:
            console.print(legend, end="\n\n")
        for text in lines:
            console.print(text, soft_wrap=True)
    line(captured.get().rstrip("\n"))
