"""``sources add``, ``sources import`` and ``sources catalogue``: more sources for the file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pacts.counting import counted
from worker.commands.consent import DryRunOption, YesOption, not_both, write
from worker.commands.options import AtOption, ConfigOption, JsonOption, config_directory
from worker.commands.output import line, noted_table, print_json, table

if TYPE_CHECKING:
    from sources.candidates import Candidate
    from worker.adding.adding import Addition
    from worker.adding.editing import NewSource, SourcesText


def add(
    what: Annotated[
        str,
        typer.Argument(
            metavar="URL_OR_NAME", help="A page or feed of the outlet, or a name of the catalogue."
        ),
    ],
    *,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Its name (default: from the address).")
    ] = None,
    pick: Annotated[
        int | None,
        typer.Option(metavar="NUMBER", min=1, help="Take this one of those found, not the best."),
    ] = None,
    items: Annotated[
        int, typer.Option(metavar="NUMBER", min=0, help="Read so many of its newest articles.")
    ] = 3,
    yes: YesOption = False,
    dry_run: DryRunOption = False,
    config: ConfigOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find the feed, sitemap or list behind an address, try it, and add it to sources.yaml.

    Shows what it would bring, then asks; the file keeps its comments. A running service takes the
    new source over by itself.
    """
    from worker.adding.catalogue import find
    from worker.adding.editing import renamed

    not_both(yes=yes, dry_run=dry_run)
    path = config_directory(config) / "sources.yaml"
    file = _file(path, needed=not dry_run)
    known = find(what)
    if known is not None:
        (new,) = renamed([known.new(name)], file.names if file else ())
        _give_known(new, file, yes=yes, dry_run=dry_run, as_json=as_json)
        return
    addition = _look(what, path.parent, file, name=name, pick=pick, items=items, at=at)
    (new,) = renamed([addition.new], file.names if file else ())
    if not as_json:
        _show(addition)
        line()
    place = write([new], file, yes=yes, dry_run=dry_run, silent=as_json)
    if as_json:
        print_json(_as_json(addition) | {"entry": dict(new.fields), "written": place})


def _file(path: Path, *, needed: bool) -> SourcesText | None:
    """The file to add to; None when it is not there and nothing is to be written."""
    from worker.adding.editing import read_sources

    return read_sources(path) if needed or path.exists() else None


def _look(
    what: str,
    directory: Path,
    file: SourcesText | None,
    *,
    name: str | None,
    pick: int | None,
    items: int,
    at: str | None,
) -> Addition:
    from worker.adding.adding import config_of, look
    from worker.life.clock import clock_at
    from worker.life.runtime import open_web

    now, config = clock_at(at)(), config_of(directory)
    with open_web(config) as web, _progress() as say:
        return look(
            what,
            web,
            now=now,
            config=config,
            file=file,
            name=name,
            pick=pick,
            items=items,
            say=say,
        )


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """What is being done, on a terminal; nothing anywhere else."""
    if not sys.stderr.isatty():
        yield lambda _step: None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield lambda step: status.update(f"{step} ...")


def _give_known(
    new: NewSource, file: SourcesText | None, *, yes: bool, dry_run: bool, as_json: bool
) -> None:
    from pacts.errors import UsageError

    there = file.place_of(new.url) if file else None
    if there:
        raise UsageError(f"{new.url}: this address is there already: {there}")
    place = write([new], file, yes=yes, dry_run=dry_run, silent=as_json)
    if as_json:
        print_json({"entry": dict(new.fields), "written": place})
    elif place:
        line(f"No address of the catalogue is verified; try it: pactwatch sources test {new.name}")


# --- what was found ------------------------------------------------------------------------


def _show(addition: Addition) -> None:
    found = addition.choices
    line(f"{counted(len(found), 'way')} to read it:")
    for number, one in enumerate(found, 1):
        line()
        mark = "*" if number == addition.chosen else " "
        title = f' "{one.title}"' if one.title else ""
        line(f"{mark} {number}  {one.kind}{title}, {one.found}")
        line(f"     {one.url}")
        line(f"     {_items(one)}")
    if len(found) > 1:
        line()
        line(f"* is taken; another one: --pick 1 to {len(found)}")
    line()
    line("What it would bring:" if addition.tried else "No article was read.")
    for item in addition.tried:
        line()
        line(f"  {item.title or '(no title)'}  {item.url}")
        for said in item.said:
            line(f"      {said}")


def _items(one: Candidate) -> str:
    newest = one.newest
    if newest is None:
        return "no items now"
    day = f"{newest.published:%Y-%m-%d %H:%M} UTC" if newest.published else "no date"
    undated = f", {one.undated} without a date" if one.undated else ""
    return (
        f"{counted(len(one.items), 'item')}{undated}; newest: {day}, {newest.title or newest.url}"
    )


def _as_json(addition: Addition) -> dict[str, Any]:
    from worker.showing.shapes import time_json

    return {
        "choices": [
            {
                "kind": one.kind.value,
                "url": one.url,
                "title": one.title,
                "found": one.found,
                "items": len(one.items),
                "undated": one.undated,
                "newest": time_json(one.newest.published) if one.newest else None,
            }
            for one in addition.choices
        ],
        "chosen": addition.chosen,
        "items": [item.as_json() for item in addition.tried],
    }


# --- OPML ----------------------------------------------------------------------------------


def import_opml(
    file: Annotated[Path, typer.Argument(help="An OPML file, as feed readers export it.")],
    *,
    yes: YesOption = False,
    dry_run: DryRunOption = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add the feeds of an OPML file to sources.yaml, its folders as comments.

    What is skipped is told, with the reason. Nothing is fetched.
    """
    from pacts.errors import UsageError
    from worker.adding.importing import from_opml

    not_both(yes=yes, dry_run=dry_run)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror or 'cannot be read'}") from error
    target = _file(config_directory(config) / "sources.yaml", needed=not dry_run)
    imported = from_opml(data, str(file), target)
    if imported.skipped and not as_json:
        line(f"Skipped {counted(len(imported.skipped), 'feed')}:")
        table(("feed", "reason"), [(s.title, s.reason) for s in imported.skipped], empty="")
        line()
    place = write(imported.new, target, yes=yes, dry_run=dry_run, silent=as_json)
    if as_json:
        print_json(
            {
                "entries": [dict(one.fields) for one in imported.new],
                "skipped": [one.as_json() for one in imported.skipped],
                "written": place,
            }
        )
    elif not imported.new:
        line("Nothing is new: every feed of the file is skipped.")


# --- the catalogue -------------------------------------------------------------------------


def catalogue(
    *,
    country: Annotated[
        str | None,
        typer.Option(
            metavar="COUNTRY", help="Only this country: a code or a name, VN or Viet Nam."
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only this language: en, vi ...")
    ] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the sources that come with Pactwatch: `sources add NAME` adds one. None is verified."""
    from worker.adding.catalogue import select

    path = config_directory(config) / "sources.yaml"
    file = _file(path, needed=False)
    rows = select(country, language)
    there = [bool(file and file.place_of(row.url)) for row in rows]
    if as_json:
        print_json(
            [row.as_json() | {"added": added} for row, added in zip(rows, there, strict=True)]
        )
        return
    names = ("name", "country", "kind", "language", "added")
    cells = [
        (row.name, row.country, row.kind, row.language, "yes" if added else "")
        for row, added in zip(rows, there, strict=True)
    ]
    known = [row.comment for row in rows]
    empty = "The catalogue has none like that."
    noted_table(names, cells, known, noted="what is known", empty=empty)
