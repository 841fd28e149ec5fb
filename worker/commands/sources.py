"""``sources``: the health of each source, and help with adding new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from worker.commands import adding
from worker.commands.options import (
    AtOption,
    ConfigOption,
    DatabaseOption,
    JsonOption,
    config_directory,
)
from worker.commands.output import line, print_json, table

if TYPE_CHECKING:
    from worker.trying import Tried

app = typer.Typer(help="Health of sources, and help with adding some.", no_args_is_help=True)

app.command("add")(adding.add)
app.command("import")(adding.import_opml)
app.command("catalogue")(adding.catalogue)


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

    rows = health(config, database, now=clock_at(at)())
    if as_json:
        print_json([row.as_json() for row in rows])
        return
    names = ("source", "kind", "state", "last success", "last news", "items", "reason")
    cells = [
        (row.name, row.kind, row.state, row.last_success, row.last_new_item, row.items, row.reason)
        for row in rows
    ]
    table(names, cells, empty="No sources are configured.")


@app.command("test")
def try_it(
    name: Annotated[str, typer.Argument(help="The name of a configured source.")],
    *,
    items: Annotated[int, typer.Option(min=1, help="Read so many of its newest articles.")] = 5,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Poll one source step by step and show the events of its newest articles. Stores nothing.

    Ends with status 1 when the source cannot be polled.
    """
    from worker.clock import clock_at
    from worker.commands.options import database_path
    from worker.trying import try_source

    directory = config_directory(config)
    tried = try_source(
        name,
        directory,
        database=database_path(database, directory),
        items=items,
        now=clock_at(at)(),
    )
    if as_json:
        print_json(tried.as_json())
    else:
        _show(tried)
    if tried.error:
        raise typer.Exit(1)


def _show(tried: Tried) -> None:
    for step in tried.steps:
        took = "" if step.seconds is None else f"{step.seconds:.3f} s"
        line(f"{step.name:<8} {took:>9}  {step.said}")
    for one in tried.items:
        line()
        line(f"{one.title or '(no title)'}  {one.url}")
        line(f"    {one.seconds + one.extracting:.3f} s")
        for said in one.said:
            line(f"    {said}")
