"""``once``: one round of polls and deliveries, then the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from pacts.counting import counted
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
    from worker.journey.pipeline import Polled
    from worker.life.sweep import Sweep


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

    Sources that fail are listed with their reason; the status is 0 all the same. It is 2 when
    the database cannot be written: what was not kept is read, and sent, by the next run.
    """
    from worker.journey.reminding import remind
    from worker.life.clock import clock_at
    from worker.life.logs import set_up_logs
    from worker.life.runtime import load_config, opened
    from worker.life.signals import listening
    from worker.life.sweep import Sweep, deliver, poll_each

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
        with _progress(len(sources)) as advance:
            polls = [advance(polled) for polled in poll_each(runtime, sources, early=everything)]
        reminders = 0
        if not (stop.signal or runtime.trouble.stands):
            reminders = remind(runtime.store, loaded, runtime.clock())
        # With --json standard output belongs to the JSON alone.
        sent = deliver(runtime, console=sys.stderr if as_json else None)
        done = Sweep(tuple(polls), sent, len(sources), reminders)
    if as_json:
        print_json(_as_json(done))
    else:
        _show(done)
    refused = {*filter(None, [runtime.trouble.reason]), *sent.interrupted}
    for reason in sorted(refused):
        typer.echo(reason, err=True)
    if stop.signal:
        raise typer.Exit(128 + stop.signal)
    if refused:
        raise typer.Exit(2)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Polled], Polled]]:
    """A bar on a terminal, nothing anywhere else; what is handed in comes back."""
    if not sys.stderr.isatty():
        yield lambda polled: polled
        return
    from rich.console import Console
    from rich.progress import Progress

    def advance(polled: Polled) -> Polled:
        bar.update(task, advance=1, description=polled.source)
        return polled

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Polling", total=total)
        yield advance


def _show(done: Sweep) -> None:
    polls, deliveries = done.polls, done.deliveries
    count = sum(not (one.error or one.interrupted) for one in polls)
    polled = f"{count} of {counted(done.asked, 'source')} polled"
    line(
        f"{polled if done.asked else 'No source is due (--all polls every one)'}, "
        f"{counted(sum(one.stored + one.unreadable for one in polls), 'new article')}, "
        f"{counted(sum(one.alerts for one in polls) + done.reminders, 'alert')}, "
        f"{counted(deliveries.sent, 'message')} sent."
    )
    put_off = sum(one.put_off for one in polls)
    if put_off:
        line(f"Not read, to be tried again: {counted(put_off, 'article')}.")
    if deliveries.put_off:
        line(f"Refused, to be tried again: {counted(deliveries.put_off, 'message')}.")
    if deliveries.failed:
        line(f"Failed for good: {counted(deliveries.failed, 'message')}; see `deliveries`.")
    for name in deliveries.disabled:
        line(
            f"The channel {name} is disabled until its address changes"
            f" or `pactwatch channels test {name}` succeeds."
        )
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
        "reminders": done.reminders,
        "deliveries": {
            "sent": done.deliveries.sent,
            "put_off": done.deliveries.put_off,
            "failed": done.deliveries.failed,
            "disabled": list(done.deliveries.disabled),
        },
    }
