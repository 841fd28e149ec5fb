"""The commands of ``pactwatch``. Each lives in a file of ``worker.commands``.

Errors that Pactwatch itself reports end a command with one clear line a problem on standard
error and status 2. Nothing heavy is imported here: ``pactwatch --help`` answers at once.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from pacts.errors import PactwatchError
from worker.commands import (
    alerts,
    backtest,
    channels,
    check,
    deliveries,
    demo,
    evaluate,
    events,
    explain,
    extract,
    init,
    ledger,
    mark,
    once,
    run,
    silence,
    sources,
    stories,
    watches,
)


class Commands(TyperGroup):
    """Turns our errors into lines for people."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except PactwatchError as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(2) from None


app = typer.Typer(
    name="pactwatch",
    help="Watches news sources for partnerships and agreements between states.",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("run")(run.run)
app.command("once")(once.once)
app.command("demo")(demo.demo)
app.command("init")(init.init)
app.command("check")(check.check)
app.command("extract")(extract.extract)
app.command("explain")(explain.explain)
app.command("events")(events.events)
app.command("ledger")(ledger.ledger)
app.command("watches")(watches.watches)
app.command("deliveries")(deliveries.deliveries)
app.command("silence")(silence.silence)
app.command("backtest")(backtest.backtest)
app.command("mark")(mark.mark)
app.command("evaluate")(evaluate.evaluate)
app.add_typer(sources.app, name="sources")
app.add_typer(channels.app, name="channels")
app.add_typer(stories.app, name="stories")
app.add_typer(alerts.app, name="alerts")


def main() -> None:
    """For ``python -m worker``."""
    app()
