"""``silence``: for a while, record what matches and tell nobody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from worker.commands.options import AtOption, ConfigOption, DatabaseOption, JsonOption
from worker.commands.output import line, print_json, table

if TYPE_CHECKING:
    from pacts.model import Silence


def silence(
    comment: Annotated[
        str | None, typer.Argument(help="Why; without it, the silences in force are listed.")
    ] = None,
    *,
    until: Annotated[str | None, typer.Option(help="ISO 8601 day or time of its end.")] = None,
    party: Annotated[list[str] | None, typer.Option(help="Of these countries or bodies.")] = None,
    event: Annotated[list[str] | None, typer.Option(help="Of these kinds of event.")] = None,
    watch: Annotated[str | None, typer.Option(help="Of this watch.")] = None,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Record what matches and tell nobody, for a while.

    Without a comment the silences in force are listed.
    """
    from pacts.errors import UsageError
    from pacts.model import Silence
    from worker.clock import clock_at, parse_time
    from worker.commands.stored import store_of

    now = clock_at(at)()
    if comment is None:
        with store_of(database, config) as store:
            _show(store.silences(now), as_json=as_json)
        return
    if until is None:
        raise UsageError("--until says when the silence ends, and must be given")
    wanted = Silence(
        until=parse_time(until),
        comment=comment,
        parties=frozenset(code.upper() for code in party or ()),
        events=tuple(event or ()),
        watch=watch,
    )
    if not (wanted.parties or wanted.events or wanted.watch):
        raise UsageError("say what to silence: --party, --event or --watch")
    with store_of(database, config, read_only=False) as store:
        number = store.add_silence(wanted, now=now)
    line(f"Silence {number} holds until {wanted.until:%Y-%m-%d %H:%M} UTC.")


def _show(silences: Sequence[Silence], *, as_json: bool) -> None:
    columns = ("id", "until", "parties", "events", "watch", "comment")
    rows = [
        (
            one.id,
            one.until,
            " ".join(sorted(one.parties)),
            " ".join(one.events),
            one.watch,
            one.comment,
        )
        for one in silences
    ]
    if as_json:
        print_json([dict(zip(columns, map(str, row), strict=True)) for row in rows])
    else:
        table(columns, rows, empty="No silences.")
