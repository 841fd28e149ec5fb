"""``sources``: the health of each source, and help with adding new ones."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from pacts.counting import counted
from worker.commands import adding
from worker.commands.options import (
    AtOption,
    ConfigOption,
    DatabaseOption,
    JsonOption,
    config_directory,
    database_path,
)
from worker.commands.output import age, line, noted_table, print_json, span

if TYPE_CHECKING:
    from worker.care.health import Health
    from worker.trials.trying import Tried

app = typer.Typer(help="Health of sources, and help with adding some.", no_args_is_help=True)

app.command("add", short_help="Find the feed behind an address, try it, and add it.")(adding.add)
app.command("import", short_help="Add the feeds of an OPML file.")(adding.import_opml)
app.command("catalogue", short_help="List the sources that come with Pactwatch.")(adding.catalogue)


@app.command("list", short_help="How each source is doing, trouble first.")
def show(
    *,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """How each configured source is doing, trouble first, and what it costs.

    ASKS/DAY: how often it is asked, and how many pages are fetched for it.
    """
    from worker.care.health import health
    from worker.life.clock import clock_at

    now = clock_at(at)()
    rows = health(config, database, now=now)
    if as_json:
        print_json([row.as_json() for row in rows])
        return
    if sys.stdout.isatty() and rows:
        states = Counter(row.state for row in rows)
        told = ", ".join(f"{count} {state}" for state, count in states.items())
        line(f"{counted(len(rows), 'source')}: {told}")
        line()
    names = ("source", "state", "news", "every", "asks/day", "next")
    cells = [
        (
            row.name,
            row.state,
            age(row.last_new_item, now),
            span(row.cost.interval.total_seconds()) if row.cost else None,
            row.cost.said if row.cost else None,
            age(row.next_check, now),
        )
        for row in rows
    ]
    said = _once(rows) if sys.stdout.isatty() else [row.said for row in rows]
    noted_table(names, cells, said, empty="No sources are configured.")


def _once(rows: Sequence[Health]) -> list[str | None]:
    """What is said of each: advice that the row above has as well is not repeated."""
    above = [None, *(row.act for row in rows)]
    return [
        f"{row.reason}; to do: as above" if row.act and row.act == before else row.said
        for row, before in zip(rows, above, strict=False)
    ]


@app.command("hold", short_help="Let a source confirm what others tell, and no more.")
def hold_it(
    name: Annotated[str, typer.Argument(help="The name of a source.")],
    why: Annotated[str, typer.Argument(help="Why: `sources list` shows it.")] = "",
    *,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
) -> None:
    """Hold a source: from now on it may confirm what others tell, and starts no alert."""
    from worker.care.releasing import hold
    from worker.life.clock import clock_at

    directory = config_directory(config)
    hold(name, directory, database_path(database, directory), why=why, now=clock_at(at)())
    line(f"{name} is on hold; `pactwatch sources release {name}` ends it.")


@app.command("release")
def release_it(
    name: Annotated[str, typer.Argument(help="The name of a source that is on hold.")],
    *,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
) -> None:
    """End the hold of a source: it may start alerts again.

    What it told meanwhile is judged once more: told now where it is still news to a watch. Only
    what its pages look like from now on can hold it again.
    """
    from worker.care.releasing import release
    from worker.life.clock import clock_at

    directory = config_directory(config)
    path = database_path(database, directory)
    released = release(name, directory, path, now=clock_at(at)())
    line(f"{name} may start alerts again. It was on hold: {released.why}.")
    if released.alerts:
        line(f"Alerts that are sent now, of what it told meanwhile: {released.alerts}.")


@app.command("test", short_help="Poll one source step by step; nothing is stored.")
def try_it(
    name: Annotated[str, typer.Argument(help="The name of a configured source.")],
    *,
    items: Annotated[
        int, typer.Option(metavar="NUMBER", min=1, help="Read so many of its newest articles.")
    ] = 5,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Poll one source step by step and show the events of its newest articles. Stores nothing.

    Ends with status 1 when the source cannot be polled.
    """
    from worker.life.clock import clock_at
    from worker.trials.trying import try_source

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
