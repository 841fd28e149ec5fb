"""``silence``: for a while, record what matches and tell nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from worker.commands.options import (
    AtOption,
    ConfigOption,
    DatabaseOption,
    JsonOption,
    config_directory,
)
from worker.commands.output import line, print_json, table

if TYPE_CHECKING:
    from pacts.model import Silence


def silence(
    comment: Annotated[
        str | None, typer.Argument(help="Why; without it, the silences in force are listed.")
    ] = None,
    *,
    until: Annotated[
        str | None, typer.Option(help="ISO 8601 time of its end, or its last day.")
    ] = None,
    party: Annotated[list[str] | None, typer.Option(help="Of all these states or bodies.")] = None,
    event: Annotated[list[str] | None, typer.Option(help="Of these kinds of event.")] = None,
    watch: Annotated[str | None, typer.Option(help="Of this watch.")] = None,
    end: Annotated[int | None, typer.Option(metavar="ID", help="End this silence now.")] = None,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Record what matches and tell nobody, for a while.

    Without a comment the silences in force are listed.
    """
    from worker.clock import clock_at
    from worker.commands.stored import store_of

    now = clock_at(at)()
    if end is not None:
        _end(end, database, config, now)
    elif comment is None:
        with store_of(database, config) as store:
            _show(store.silences(now), as_json=as_json)
    else:
        wanted = _wanted(comment, until, party or (), event or (), watch, now)
        _check_watch(watch, config)
        with store_of(database, config, read_only=False) as store:
            number = store.add_silence(wanted, now=now)
        line(f"Silence {number} holds until {wanted.until:%Y-%m-%d %H:%M} UTC.")


def _wanted(
    comment: str,
    until: str | None,
    parties: Sequence[str],
    events: Sequence[str],
    watch: str | None,
    now: datetime,
) -> Silence:
    from pacts.errors import UsageError
    from pacts.model import Silence
    from worker.commands import choices
    from worker.commands.stored import until_time

    if until is None:
        raise UsageError("--until says when the silence ends, and must be given")
    wanted = Silence(
        until=until_time(until),
        comment=comment,
        parties=frozenset(choices.party(name) for name in parties),
        events=tuple(choices.event(name) for name in events),
        watch=watch,
    )
    if wanted.until <= now:
        raise UsageError(f"--until {until} is over already")
    if not (wanted.parties or wanted.events or wanted.watch):
        raise UsageError("say what to silence: --party, --event or --watch")
    return wanted


def _check_watch(watch: str | None, config: Path | None) -> None:
    from pacts.errors import UsageError
    from worker.runtime import load_config

    if watch is None:
        return
    names = [one.name for one in load_config(config_directory(config)).watches]
    if watch not in names:
        raise UsageError(f'no watch is called "{watch}"; there are: {", ".join(names)}')


def _end(number: int, database: Path | None, config: Path | None, now: datetime) -> None:
    from pacts.errors import UsageError
    from worker.commands.stored import store_of

    with store_of(database, config, read_only=False) as store:
        if not store.end_silence(number, now=now):
            raise UsageError(f"no silence {number} is in force")
    line(f"Silence {number} is over.")


def _show(silences: Sequence[Silence], *, as_json: bool) -> None:
    if as_json:
        from worker.shapes import silence_json

        print_json([silence_json(one) for one in silences])
        return
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
    table(("id", "until", "parties", "events", "watch", "comment"), rows, empty="No silences.")
