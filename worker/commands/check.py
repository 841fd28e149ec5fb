"""``check``: everything that is wrong with the configuration, at once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from worker.commands.options import (
    AtOption,
    ConfigOption,
    DatabaseOption,
    JsonOption,
    config_directory,
    database_path,
)
from worker.commands.output import line, print_json, table

if TYPE_CHECKING:
    from worker.config import Config
    from worker.trials.trying import Reached


def check(
    *,
    online: Annotated[
        bool, typer.Option("--online", help="Also poll every source once; nothing is stored.")
    ] = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find all that is wrong in the configuration.

    Problems are told as file:line:column: message, and give status 2. Where there is a database,
    warnings say which alerts that were marked right no watch would ask for any more, and which
    watches are dead or noisy.

    With --online, sources that do not answer are listed with their reason and give status 1.
    """
    from notifiers.channel import problem_of
    from worker.check import check as judge
    from worker.life.clock import clock_at

    directory = config_directory(config)
    report = judge(
        directory,
        environ=os.environ,
        url_problem=problem_of,
        database=database_path(database, directory),
        now=clock_at(at)(),
    )
    reached = _reach(report.config, at) if online and report.config else []
    if as_json:
        print_json({**report.to_json(), "sources": [one.as_json() for one in reached]})
    else:
        for said in report.lines():
            line(said)
        if reached:
            _show(reached)
    if report.exit_status:
        raise typer.Exit(report.exit_status)
    if any(one.error for one in reached):
        raise typer.Exit(1)


def _reach(config: Config, at: str | None) -> list[Reached]:
    from worker.life.clock import clock_at
    from worker.life.logs import set_up_logs
    from worker.trials.trying import reach_all

    set_up_logs(level="error")
    return reach_all(config, now=clock_at(at)())


def _show(reached: list[Reached]) -> None:
    answered = sum(1 for one in reached if not one.error)
    line()
    line(f"{answered} of {len(reached)} sources answer.")
    rows = [(one.source, one.error or f"{one.items} items") for one in reached]
    table(("source", "answer"), rows, empty="")
