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


def alerts(
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
    from worker.commands.stored import since_time, store_of
    from worker.shapes import alert_json

    with store_of(database, config) as store:
        found = store.alerts(since=since_time(since), limit=limit, sent=sent)
    if as_json:
        print_json([alert_json(alert) for alert in found])
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
        )
        for alert in found
    ]
    names = ("id", "time", "reason", "goes out", "alert", "watches", "channels", "detail")
    table(names, rows, empty="No alerts.")
