"""``channels``: where messages go, and whether they arrive."""

from __future__ import annotations

from typing import Annotated

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

app = typer.Typer(help="Where messages go, and whether they arrive.", no_args_is_help=True)


@app.command("list")
def show(
    *,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """The configured channels, without their addresses, and whether they are in use."""
    from worker.health import channel_rows

    directory = config_directory(config)
    rows = channel_rows(directory, database_path(database, directory))
    names = ("channel", "way", "quiet", "digest", "state")
    if as_json:
        print_json([dict(zip(names, row, strict=True)) for row in rows])
    else:
        table(names, rows, empty="No channels are configured.")


@app.command("test")
def try_it(
    name: Annotated[str, typer.Argument(help="The name of a configured channel.")],
    *,
    config: ConfigOption = None,
    at: AtOption = None,
) -> None:
    """Send one test message now, whatever the hour, and say truly whether it was taken."""
    from worker.clock import clock_at
    from worker.health import send_test

    send_test(name, config_directory(config), now=clock_at(at)())
    line(f"{name}: the test message was taken.")
