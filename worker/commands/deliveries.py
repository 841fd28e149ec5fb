"""``deliveries``: what became of each message, channel by channel."""

from __future__ import annotations

from typing import Annotated

import typer

from worker.commands.options import (
    AtOption,
    ConfigOption,
    DatabaseOption,
    JsonOption,
    LimitOption,
    SinceOption,
)
from worker.commands.output import line, print_json, table


def deliveries(
    *,
    retry: Annotated[
        int | None, typer.Option("--retry", metavar="ID", help="Send this one again.")
    ] = None,
    state: Annotated[
        str | None, typer.Option(help="Only waiting, leased, sent or failed ones.")
    ] = None,
    since: SinceOption = None,
    limit: LimitOption = 50,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """List messages and what became of each."""
    from pacts.terms import DeliveryState
    from worker.clock import clock_at
    from worker.commands.choices import one_of
    from worker.commands.stored import since_time, store_of
    from worker.shapes import delivery_json

    if retry is not None:
        with store_of(database, config, read_only=False) as store:
            store.retry_delivery(retry, now=clock_at(at)())
        line(f"Delivery {retry} waits to be sent again.")
        return
    with store_of(database, config) as store:
        found = store.deliveries(
            since=since_time(since), state=one_of(DeliveryState, state), limit=limit
        )
    if as_json:
        print_json([delivery_json(delivery) for delivery in found])
        return
    rows = [
        (
            one.id,
            one.channel,
            one.state,
            one.attempts,
            one.sent_at or one.not_before,
            one.alert.headline,
            one.error,
        )
        for one in found
    ]
    names = ("id", "channel", "state", "attempts", "sent or due", "alert", "error")
    table(names, rows, empty="No deliveries.")
