"""``evaluate``: precision, recall and F1 of extraction on labelled documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from worker.commands.options import JsonOption
from worker.commands.output import line, print_json


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Labelled documents, one JSON object a line.")],
    *,
    misses: Annotated[bool, typer.Option("--misses", help="List every disagreement.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Score extraction on labelled documents."""
    from worker.evaluate import render, run, to_json

    scores = run(gold, misses=misses)
    if as_json:
        print_json(to_json(scores))
    else:
        line(render(scores).rstrip())
