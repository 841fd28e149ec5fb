"""``alerts``: what was judged worth telling, and what was not, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pacts.terms import Form
from worker.commands.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    LimitOption,
    SinceOption,
)
from worker.commands.output import line, print_json, table

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
    from worker.showing.shapes import alert_json, said_json, told

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


@app.command("preview", short_help="Show messages as they would be sent.")
def preview(
    alert: Annotated[
        str | None,
        typer.Argument(help="Number of a stored alert or name of a built-in one; all without."),
    ] = None,
    *,
    channel: Annotated[
        str | None, typer.Option("--channel", metavar="NAME", help="As this channel would get it.")
    ] = None,
    form_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text, html, markdown or short, instead of the one that the channel takes.",
        ),
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option(
            "--open", metavar="FILE", help="Write it to this file, to be opened in a browser."
        ),
    ] = None,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show messages as they would be sent: a stored alert, or one of each kind made up."""
    from worker.commands.choices import one_of
    from worker.commands.stored import alert_of, channel_of
    from worker.delivery.previewing import previews, write

    form = one_of(Form, form_name)
    place = channel_of(channel, config) if channel else None
    if target and form is None and place is None:
        form = Form.HTML
    shown = list(previews(alert, place, form, lambda number: alert_of(number, database, config)))
    if target:
        write(target, shown)
        line(f"{target}: {len(shown)} written.")
        return
    if as_json:
        print_json(
            [{"name": x.name, "format": x.form, "title": x.title, "body": x.body} for x in shown]
        )
        return
    for one in shown:
        line(f"--- {one.name}, {one.form}\n\n{one.title}\n\n{one.body}")


@app.command(short_help="Show how a story came to people, step by step.")
def why(
    what: Annotated[
        str, typer.Argument(metavar="STORY", help="The number of a story, or alert:ID.")
    ],
    *,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show how a story came to people: articles, decisions, messages, each with time and reason."""
    from worker.commands.stored import store_of
    from worker.commands.styled import print_rows
    from worker.showing.why import why as rows_of
    from worker.showing.why_json import to_json

    of_alert, number = _which(what)
    with store_of(database, config) as store:
        trail = store.trail_of_alert(number) if of_alert else store.trail(number)
    if as_json:
        print_json(to_json(trail))
    else:
        print_rows(rows_of(trail))


def _which(text: str) -> tuple[bool, int]:
    """Whether an alert is meant, and its number or that of a story."""
    from pacts.errors import UsageError

    kind, _, number = text.rpartition(":")
    if kind not in {"", "alert", "story"} or not number.isdecimal():
        raise UsageError(f'"{text}" is neither the number of a story nor alert:ID')
    return kind == "alert", int(number)
