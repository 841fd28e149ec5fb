"""``evaluate``: how good extraction is on labelled documents, and on marked stories."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from worker.commands.options import ConfigOption, DatabaseOption, JsonOption
from worker.commands.output import line, print_json


def evaluate(
    gold: Annotated[
        Path | None, typer.Argument(help="Labelled documents, one JSON object a line.")
    ] = None,
    *,
    misses: Annotated[bool, typer.Option("--misses", help="List every disagreement.")] = False,
    marked: Annotated[
        bool, typer.Option("--marked", help="Try the stories that were marked instead.")
    ] = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Score extraction on labelled documents.

    With --marked, try whether every story that was marked right or wrong still comes out as it
    was judged; status 1 when one does not.
    """
    from pacts.errors import UsageError

    if marked == (gold is not None):
        raise UsageError("name a file of labelled documents, or say --marked")
    if gold is None:
        _marked(database, config, as_json=as_json)
        return
    from worker.measuring.evaluate import render, run, to_json

    scores = run(gold, misses=misses)
    if as_json:
        print_json(to_json(scores))
    else:
        line(render(scores).rstrip())


def _marked(database: Path | None, config: Path | None, *, as_json: bool) -> None:
    from extraction import extract
    from worker.commands.stored import store_of
    from worker.measuring.marked import judge, render, to_json

    with store_of(database, config) as store:
        marks = store.marks()
    report = judge(marks, extract)
    if as_json:
        print_json(to_json(report))
    else:
        line(render(report))
    if report.broken:
        raise typer.Exit(1)
