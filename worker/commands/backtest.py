"""``backtest``: what a keywords.yaml would have told of all that is stored."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from worker.commands.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    SinceOption,
    config_directory,
)
from worker.commands.output import line, print_json, styled, visible

if TYPE_CHECKING:
    from worker.trials.backtest_rows import Line
    from worker.trials.compared import Report
    from worker.trials.replay import Advance


def backtest(
    *,
    keywords: Annotated[
        Path | None,
        typer.Option("--keywords", metavar="FILE", help="Try this file in place of keywords.yaml."),
    ] = None,
    since: SinceOption = None,
    watch: Annotated[
        str | None, typer.Option("--watch", metavar="NAME", help="Show this watch only.")
    ] = None,
    anew: Annotated[
        bool, typer.Option("--extract", help="Read every stored text anew; this takes longer.")
    ] = False,
    fail_on_lost: Annotated[
        bool,
        typer.Option("--fail-on-lost", help="Status 1 when an alert marked right would be lost."),
    ] = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Judge all that is stored by keywords.yaml, and compare with what was sent.

    It tells which alerts would be gained and which lost, for each watch and channel, had the file
    been in force all the time. Nothing is written to the database, and nothing is sent.
    """
    from pacts.errors import UsageError
    from worker.commands.stored import since_time, store_of
    from worker.config import load
    from worker.trials.backtest import backtest as judge

    if keywords is not None and not keywords.is_file():
        raise UsageError(f"there is no file {keywords}: copy keywords.yaml and edit the copy")
    loaded = load(config_directory(config), environ=os.environ, keywords=keywords)
    with (
        store_of(database, config) as store,
        _progress(store.moments_count()) as advance,
    ):
        report = judge(store, loaded, since=since_time(since), anew=anew, advance=advance)
    _check(watch, report)
    _tell(report, watch, as_json=as_json)
    if fail_on_lost and report.lost_right:
        raise typer.Exit(1)


def _check(watch: str | None, report: Report) -> None:
    from pacts.errors import UsageError
    from worker.config.wording import shown, suggestion

    names = [tally.name for tally in report.watches]
    if watch is not None and watch not in names:
        raise UsageError(f"no watch is called {shown(watch)}; {suggestion(watch, names)}")


def _tell(report: Report, watch: str | None, *, as_json: bool) -> None:
    from worker.trials.backtest_rows import lines, to_json

    if as_json:
        print_json(to_json(report, watch))
    elif sys.stdout.isatty():
        _coloured(lines(report, watch))
    else:
        for one in lines(report, watch):
            line(one.text)


def _coloured(lines: Iterable[Line]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    with console.capture() as captured:
        for one in lines:
            console.print(Text(visible(one.text), style=one.style), soft_wrap=True)
    styled(captured.get().rstrip("\n"))


@contextmanager
def _progress(total: int) -> Iterator[Advance]:
    """A bar on a terminal, nothing anywhere else."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Judging again", total=total)
        yield lambda: bar.advance(task)
