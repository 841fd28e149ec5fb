"""``events``: every event found in an article, told or not."""

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


def events(
    *,
    party: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Only of this country or body.")
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="Only of this kind.")] = None,
    status: Annotated[
        str | None, typer.Option(metavar="STATUS", help="Only of this status.")
    ] = None,
    since: SinceOption = None,
    limit: LimitOption = 50,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """List events, article by article, newest first."""
    from pacts.terms import Kind, Status
    from worker.commands import choices
    from worker.commands.stored import since_time, store_of
    from worker.showing.shapes import sighting_json

    with store_of(database, config) as store:
        found = store.events(
            since=since_time(since),
            party=choices.party(party) if party else None,
            kind=choices.one_of(Kind, kind),
            status=choices.one_of(Status, status),
            limit=limit,
        )
    if as_json:
        print_json([{"item": item, **sighting_json(seen)} for item, seen in found])
        return
    rows = [
        (
            seen.published,
            seen.event.status,
            seen.event.name,
            " ".join(seen.event.parties),
            seen.event.level or seen.event.document,
            seen.event.date,
            seen.source,
            seen.event.evidence.quote,
        )
        for _, seen in found
    ]
    names = ("published", "status", "event", "parties", "what", "date", "source", "quote")
    table(names, rows, below=("what", "date", "quote"), empty="No events.")
