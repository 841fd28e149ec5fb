"""``sources``: the health of each source, and help with adding new ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from worker.commands.options import (
    AtOption,
    ConfigOption,
    DatabaseOption,
    JsonOption,
    config_directory,
)
from worker.commands.output import age, line, noted_table, print_json, span

app = typer.Typer(help="Health of sources, and help with adding some.", no_args_is_help=True)

WriteOption = Annotated[
    bool, typer.Option("--write", help="Append to sources.yaml instead of printing.")
]


@app.command("list")
def show(
    *,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """How each configured source is doing, in words."""
    from worker.clock import clock_at
    from worker.health import health

    now = clock_at(at)()
    rows = health(config, database, now=now)
    if as_json:
        print_json([row.as_json() for row in rows])
        return
    names = ("source", "state", "last news", "usual", "items", "next check")
    cells = [
        (
            row.name,
            row.state,
            age(row.last_new_item, now),
            f"each {span(row.usual_gap.total_seconds())}" if row.usual_gap else None,
            row.items,
            age(row.next_check, now),
        )
        for row in rows
    ]
    reasons = [row.reason for row in rows]
    noted_table(names, cells, reasons, empty="No sources are configured.")


@app.command("release")
def release_it(
    name: Annotated[str, typer.Argument(help="The name of a source that is on hold.")],
    *,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
) -> None:
    """End the hold of a source whose pages looked hijacked: it may start alerts again.

    Only what it publishes from now on can hold it again.
    """
    from worker.clock import clock_at
    from worker.health import release

    held = release(name, config, database, now=clock_at(at)())
    line(f"{name} may start alerts again. It was on hold: {held.held_why}.")


@app.command("add")
def add(
    url: Annotated[str, typer.Argument(help="A feed, or a page of the outlet.")],
    *,
    name: Annotated[str | None, typer.Option(help="Its name (default: from the address).")] = None,
    write: WriteOption = False,
    config: ConfigOption = None,
) -> None:
    """Find the feed behind an address and print the lines for sources.yaml."""
    from worker.adding import found_at
    from worker.clock import real_clock

    _give(found_at(url, name, now=real_clock()), config, write=write)


@app.command("import")
def import_opml(
    file: Annotated[Path, typer.Argument(help="An OPML file, as feed readers export it.")],
    *,
    write: WriteOption = False,
    config: ConfigOption = None,
) -> None:
    """Turn the feeds of an OPML file into lines for sources.yaml."""
    from pacts.errors import UsageError
    from worker.adding import from_opml

    try:
        data = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror or 'cannot be read'}") from error
    _give(from_opml(data, str(file)), config, write=write)


def _give(entries: list[dict[str, str]], config: Path | None, *, write: bool) -> None:
    from worker.adding import append, as_yaml

    if not write:
        line(as_yaml(entries).rstrip())
        return
    path = config_directory(config) / "sources.yaml"
    for name in append(path, entries):
        line(f"{path}: added {name}")


@app.command("test")
def try_it(
    name: Annotated[str, typer.Argument(help="The name of a configured source.")],
    *,
    items: Annotated[int, typer.Option(min=1, help="Read so many of its newest articles.")] = 5,
    config: ConfigOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Poll one source, read its newest articles and show their events. Stores nothing."""
    from worker.clock import clock_at
    from worker.trying import try_source

    tried = try_source(name, config_directory(config), items=items, now=clock_at(at)())
    if as_json:
        print_json(tried.as_json())
        return
    line(f"{name} lists {tried.listed} items; the newest {len(tried.items)}:")
    for one in tried.items:
        line()
        line(f"{one.title or '(no title)'}  {one.url}")
        for said in one.said:
            line(f"    {said}")
