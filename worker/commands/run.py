"""``run``: the service."""

from __future__ import annotations

from typing import Annotated

import typer

from worker.commands.options import (
    AtOption,
    ConfigOption,
    DatabaseOption,
    config_directory,
    database_path,
)

BaselineOption = Annotated[
    bool,
    typer.Option(
        "--notify-baseline", help="Alert on the first poll of a new source too; it is silent else."
    ),
]


def run(
    *,
    notify_baseline: BaselineOption = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
) -> None:
    """Watch the sources and alert until stopped.

    SIGTERM and Ctrl-C finish what is under way; a second one ends at once.
    """
    from worker.life.clock import clock_at
    from worker.life.logs import set_up_logs
    from worker.life.runtime import load_config
    from worker.life.service import serve

    directory = config_directory(config)
    loaded = load_config(directory)
    set_up_logs(loaded.settings.log_format, loaded.settings.log_level)
    serve(loaded, database_path(database, directory), clock_at(at), notify_baseline=notify_baseline)
