"""``silence``: for a while, record what matches and tell nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
        str | None,
        typer.Argument(
            metavar="COMMENT", help="Why; without it, the silences in force are listed."
        ),
    ] = None,
    *,
    until: Annotated[
        str | None,
        typer.Option(
            metavar="TIME", help="Its last day, the time of its end, or how long: 3d, 12h."
        ),
    ] = None,
    party: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Of this state or body; several: of all."),
    ] = None,
    event: Annotated[
        list[str] | None,
        typer.Option(metavar="EVENT", help="Of this kind of event; several: of any."),
    ] = None,
    watch: Annotated[str | None, typer.Option(metavar="NAME", help="Of this watch.")] = None,
    story: Annotated[
        int | None, typer.Option(metavar="ID", help="Of this story, whatever comes of it.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of what this source is the one to tell.")
    ] = None,
    end: Annotated[int | None, typer.Option(metavar="ID", help="End this silence now.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="List those too that are over.")
    ] = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Record what matches and tell nobody, for a while.

    Without a comment the silences in force are listed, with how much each has kept back. What
    waits to be sent already is sent. Articles of a silenced source still add to stories.
    """
    from pacts.errors import UsageError
    from worker.commands.stored import store_of
    from worker.life.clock import clock_at

    now = clock_at(at)()
    if end is not None:
        _end(end, database, config, now)
        return
    criteria = (until, party, event, watch, story, source)
    if not comment and any(one not in (None, []) for one in criteria):
        raise UsageError(
            'say why, in quotes: pactwatch silence "they talk all week" --party VN ...'
        )
    if comment is None:
        with store_of(database, config) as store:
            found = list(store.silences_ever().values()) if everything else store.silences(now)
            _show(found, store.silenced(), now, as_json=as_json)
        return
    wanted = _wanted(comment, until, party or (), event or (), watch, story, source, now)
    _check_names(wanted, config)
    with store_of(database, config, read_only=False) as store:
        if wanted.story is not None:
            store.story(wanted.story)
        number = store.add_silence(wanted, now=now)
    line(f"Silence {number} holds until {wanted.until:%Y-%m-%d %H:%M} UTC.")


def _wanted(
    comment: str,
    until: str | None,
    parties: Sequence[str],
    events: Sequence[str],
    watch: str | None,
    story: int | None,
    source: str | None,
    now: datetime,
) -> Silence:
    from pacts.errors import UsageError
    from pacts.model import Silence
    from worker.commands import choices
    from worker.commands.stored import until_time

    if until is None:
        raise UsageError("--until says when the silence ends, and must be given: 3d, for example")
    wanted = Silence(
        until=until_time(until, now),
        comment=comment,
        parties=frozenset(choices.party(name) for name in parties),
        events=tuple(choices.event(name) for name in events),
        watch=watch,
        story=story,
        source=source,
    )
    if wanted.until <= now:
        raise UsageError(f"--until {until} is over already")
    if not _about(wanted):
        raise UsageError("say what to silence: --party, --event, --watch, --story or --source")
    return wanted


def _check_names(wanted: Silence, config: Path | None) -> None:
    from pacts.errors import UsageError
    from worker.life.runtime import load_config, source_called

    if wanted.watch is None and wanted.source is None:
        return
    loaded = load_config(config_directory(config))
    if wanted.source is not None:
        source_called(wanted.source, loaded)
    names = [one.name for one in loaded.watches]
    if wanted.watch is not None and wanted.watch not in names:
        raise UsageError(f'no watch is called "{wanted.watch}"; there are: {", ".join(names)}')


def _end(number: int, database: Path | None, config: Path | None, now: datetime) -> None:
    from pacts.errors import UsageError
    from worker.commands.stored import store_of

    with store_of(database, config, read_only=False) as store:
        if not store.end_silence(number, now=now):
            raise UsageError(f"no silence {number} is in force; `pactwatch silence` lists them")
    line(f"Silence {number} is over.")


def _about(silence: Silence) -> str:
    """What it covers: "KE · agreement · watch fish"; nothing where it names nothing."""
    named = [
        " ".join(sorted(silence.parties)),
        " ".join(silence.events),
        f"watch {silence.watch}" if silence.watch else "",
        f"story {silence.story}" if silence.story is not None else "",
        f"source {silence.source}" if silence.source else "",
    ]
    return " · ".join(one for one in named if one)


def _show(
    silences: Sequence[Silence], silenced: Mapping[int, int], now: datetime, *, as_json: bool
) -> None:
    counts = [silenced.get(one.id or 0, 0) for one in silences]
    if as_json:
        from worker.showing.shapes import silence_json

        print_json(
            [
                {**silence_json(one), "in_force": now < one.until, "kept_back": count}
                for one, count in zip(silences, counts, strict=True)
            ]
        )
        return
    rows = [
        (one.id, one.until, "yes" if now < one.until else "over", _about(one), count, one.comment)
        for one, count in zip(silences, counts, strict=True)
    ]
    names = ("id", "until", "in force", "of", "kept back", "comment")
    table(names, rows, below=("comment",), empty="No silences.")
