"""``stories``: one line for each real-world happening; its commands are in ``story.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from worker.commands import story
from worker.commands.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    LimitOption,
    SinceOption,
)
from worker.commands.output import print_json, table

if TYPE_CHECKING:
    from pacts.model import Story

_COLUMNS: Final = (
    "id", "date", "status", "story", "sources", "independent", "disputed", "mark",
)  # fmt: skip

app = typer.Typer(help="Happenings, merged from all who tell them.")


@app.callback(invoke_without_command=True)
def show(
    context: typer.Context,
    *,
    party: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Only of this country or body.")
    ] = None,
    status: Annotated[
        str | None, typer.Option(metavar="STATUS", help="Only of this status.")
    ] = None,
    since: SinceOption = None,
    limit: LimitOption = 50,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """List happenings, merged from all who tell them."""
    if context.invoked_subcommand:
        return
    from pacts.headline import headline
    from pacts.terms import Status
    from worker.commands import choices
    from worker.commands.stored import since_time, store_of
    from worker.showing.shapes import said_json, story_json, told

    with store_of(database, config) as store:
        found = store.stories(
            since=since_time(since),
            party=choices.party(party) if party else None,
            status=choices.one_of(Status, status),
            limit=limit,
        )
        marks = store.marks_of([story.id for story in found if story.id is not None])
    said = [marks.get(story.id or 0) for story in found]
    if as_json:
        print_json(
            [
                {**story_json(story), "headline": headline(story), "mark": said_json(mark)}
                for story, mark in zip(found, said, strict=True)
            ]
        )
        return
    rows = [
        (
            *(story.id, story.date, story.status, headline(story), len(story.sources)),
            *(story.independent, _disputed(story), told(mark)),
        )
        for story, mark in zip(found, said, strict=True)
    ]
    table(_COLUMNS, rows, below=("story", "disputed"), empty="No stories.")


def _disputed(story: Story) -> str:
    return ", ".join(conflict.field for conflict in story.conflicts)


app.command("show", short_help="Show all that is known of one story.")(story.show)
app.command("join")(story.join)
app.command("split")(story.split)
