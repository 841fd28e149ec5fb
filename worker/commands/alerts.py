"""``alerts``: what was judged worth telling, and what was not, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from worker.commands.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    LimitOption,
    SinceOption,
)
from worker.commands.output import print_json, table

app = typer.Typer(help="What was judged worth telling, and what was not.")


@app.callback(invoke_without_command=True)
def show(
    context: typer.Context,
    *,
    sent: Annotated[
        bool | None,
        typer.Option("--sent/--not-sent", help="Only those that go out, or only the others."),
    ] = None,
    since: SinceOption = None,
    limit: LimitOption = 50,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """List alerts, and why each was sent or not."""
    if context.invoked_subcommand:
        return
    from worker.commands.stored import since_time, store_of
    from worker.shapes import alert_json, said_json, told

    with store_of(database, config) as store:
        found = store.alerts(since=since_time(since), limit=limit, sent=sent)
        stories = [alert.story.id if alert.story else None for alert in found]
        marks = store.marks_of({story for story in stories if story is not None})
    said = [marks.get(story or 0) for story in stories]
    if as_json:
        pairs = zip(found, said, strict=True)
        print_json([{**alert_json(alert), "mark": said_json(mark)} for alert, mark in pairs])
        return
    rows = [
        (
            alert.id,
            alert.created,
            alert.reason,
            "yes" if alert.reason.sends else "no",
            alert.headline,
            ", ".join(alert.watches),
            ", ".join(alert.channels),
            alert.detail,
            told(mark),
        )
        for alert, mark in zip(found, said, strict=True)
    ]
    names = ("id", "time", "reason", "goes out", "alert", "watches", "channels", "detail", "mark")
    below = ("alert", "watches", "channels", "detail")
    table(names, rows, below=below, empty="No alerts.")
