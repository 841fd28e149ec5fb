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


@app.command("list", short_help="List the channels, and whether they are in use.")
def show(
    *,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """The configured channels without their addresses, whether they are in use, their tests."""
    from worker.delivery.channelhealth import (
        as_json as json_of,
    )
    from worker.delivery.channelhealth import (
        digest_of,
        known_channels,
        options_of,
        quiet_of,
        state_of,
        test_of,
        way_of,
    )

    directory = config_directory(config)
    found = known_channels(directory, database_path(database, directory))
    if as_json:
        print_json([json_of(channel, state) for channel, state in found])
        return
    rows = [
        (
            channel.name,
            way_of(channel),
            quiet_of(channel) or "none",
            digest_of(channel) or "none",
            options_of(channel),
            state_of(state),
            test_of(state),
        )
        for channel, state in found
    ]
    names = ("channel", "way", "quiet", "digest", "options", "state", "last test")
    low = ("options", "state", "last test")
    table(names, rows, below=low, empty="No channels are configured.")


@app.command("test", short_help="Send one test message, and say whether it was taken.")
def try_it(
    name: Annotated[str, typer.Argument(help="The name of a configured channel.")],
    *,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
) -> None:
    """Send one test message now, whatever the hour, and say truly whether it was taken.

    A channel that was disabled is in use again when it takes it. The status is 2 when it does not.
    """
    from worker.delivery.channelhealth import send_test
    from worker.life.clock import clock_at

    directory = config_directory(config)
    partly = send_test(name, directory, database_path(database, directory), now=clock_at(at)())
    line(f"{name}: the test message was taken{f', but not for all: {partly}' if partly else ''}.")
