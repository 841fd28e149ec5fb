"""``once``: one round of polls and deliveries, then the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
from worker.commands.run import BaselineOption

if TYPE_CHECKING:
    from worker.pipeline import Polled
    from worker.sweep import Sweep


def once(
    *,
    everything: Annotated[
        bool, typer.Option("--all", help="Poll every source, due or not.")
    ] = False,
    notify_baseline: BaselineOption = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Poll what is due, deliver the alerts, and end.

    Sources that fail are listed with their reason; the status is 0 all the same.
    """
    from worker.clock import clock_at
    from worker.logs import set_up_logs
    from worker.runtime import load_config, opened
    from worker.signals import listening
    from worker.sweep import sweep

    directory = config_directory(config)
    loaded = load_config(directory)
    set_up_logs(loaded.settings.log_format, "error")
    with (
        listening() as stop,
        opened(
            loaded,
            database_path(database, directory),
            clock_at(at),
            notify_baseline=notify_baseline,
            stopping=stop,
        ) as runtime,
    ):
        sources = list(loaded.sources) if everything else runtime.due()
        with _progress(len(sources)) as told:
            done = sweep(runtime, sources, told=told)
    if as_json:
        print_json(_as_json(done))
    else:
        _show(done)
    if stop.signal:
        raise typer.Exit(128 + stop.signal)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Polled], None]]:
    """A bar on a terminal, nothing anywhere else."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Polling", total=total)
        yield lambda polled: bar.update(task, advance=1, description=polled.source)


def _show(done: Sweep) -> None:
    polls, deliveries = done.polls, done.deliveries
    line(
        f"{len(polls) - len(done.failed)} of {done.asked} sources polled, "
        f"{sum(one.stored + one.unreadable for one in polls)} new articles, "
        f"{sum(one.alerts for one in polls)} alerts, {deliveries.sent} messages sent."
    )
    put_off = sum(one.put_off for one in polls)
    if put_off:
        line(f"{put_off} articles could not be read and are tried again later.")
    if deliveries.put_off:
        line(f"{deliveries.put_off} messages were refused and are tried again later.")
    if deliveries.failed:
        line(f"{deliveries.failed} messages failed for good; `pactwatch deliveries` says why.")
    for name in deliveries.disabled:
        line(f"The channel {name} is disabled until its address changes.")
    if done.failed:
        line()
        rows = [(one.source, one.error) for one in done.failed]
        table(("not polled", "reason"), rows, empty="")


def _as_json(done: Sweep) -> dict[str, object]:
    return {
        "sources": [
            {
                "source": one.source,
                "stored": one.stored,
                "put_off": one.put_off,
                "unreadable": one.unreadable,
                "alerts": one.alerts,
                "unchanged": one.unchanged,
                "error": one.error,
            }
            for one in sorted(done.polls, key=lambda one: one.source)
        ],
        "deliveries": {
            "sent": done.deliveries.sent,
            "put_off": done.deliveries.put_off,
            "failed": done.deliveries.failed,
            "disabled": list(done.deliveries.disabled),
        },
    }
