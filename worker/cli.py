"""The commands of ``pactwatch``. Each lives in a file of ``worker.commands``.

Errors that Pactwatch itself reports end a command with one clear line a problem on standard
error and status 2. Nothing heavy is imported here: ``pactwatch --help`` answers at once.
"""

from __future__ import annotations

from typing import Annotated, Any

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
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer calls it so
    if asked:
        from importlib.metadata import version

        typer.echo(f"pactwatch {version('pactwatch')}")
        raise typer.Exit


@app.callback()
def _everywhere(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it and exit.")
    ] = False,
) -> None:
    """Watches news sources for partnerships and agreements between states."""


app.command("run")(run.run)
app.command("once")(once.once)
app.command("demo")(demo.demo)
app.command("init")(init.init)
app.command("check")(check.check)
app.command("extract")(extract.extract)
app.command("explain", short_help="Show sentence by sentence what was found, and why.")(
    explain.explain
)
app.command("events")(events.events)
app.command("ledger", short_help="Show how states stand to one another, since when.")(ledger.ledger)
app.command("watches", short_help="List what each watch matched and sent; dead and noisy ones.")(
    watches.watches
)
app.command("deliveries")(deliveries.deliveries)
app.command("silence")(silence.silence)
app.command("backtest", short_help="Try keywords.yaml, or another file, on all that is stored.")(
    backtest.backtest
)
app.command("mark", short_help="Say that a story was told rightly or wrongly.")(mark.mark)
app.command("evaluate")(evaluate.evaluate)
app.add_typer(sources.app, name="sources")
app.add_typer(channels.app, name="channels")
app.add_typer(stories.app, name="stories")
app.add_typer(alerts.app, name="alerts")


def main() -> None:
    """For ``python -m worker``."""
    app()
