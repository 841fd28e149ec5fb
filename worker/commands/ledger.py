"""``ledger``: how states stand to one another, since when, and who says so."""

from __future__ import annotations

from typing import Annotated

import typer

from worker.commands.options import AtOption, ConfigOption, DatabaseOption, JsonOption
from worker.commands.output import print_json, table


def ledger(
    country: Annotated[
        str | None, typer.Argument(help="Only of this country or body; without it, all.")
    ] = None,
    *,
    pair: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="A B", help="Every step between these two, the oldest first."),
    ] = None,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show levels of relations as they stand, since when, and by which story.

    It follows from confirmed stories: what was never told is not in it. With --at, as it was
    known then.
    """
    from alerting.knowing.ledger import as_of
    from alerting.knowing.ledger import ledger as ledger_of
    from pacts.errors import UsageError
    from worker.commands import choices
    from worker.commands.stored import store_of
    from worker.life.clock import clock_at
    from worker.showing import standings

    if country and pair:
        raise UsageError("give either a country or --pair")
    parties = [choices.party(name) for name in pair or ([country] if country else [])]
    with store_of(database, config) as store:
        stories = store.ledger_stories(parties)
    if at is not None:
        moment = clock_at(at)()
        stories = [known for story in stories if (known := as_of(story, moment))]
    found = ledger_of(stories)
    if as_json:
        print_json([standings.standing_json(one) for one in found])
    elif pair:
        rows = [standings.step_row(*one) for one in standings.history(found)]
        table(standings.STEP_COLUMNS, rows, below=standings.BELOW, empty="Nothing is known.")
    else:
        rows = [standings.standing_row(one) for one in found]
        table(standings.COLUMNS, rows, below=standings.BELOW, empty="Nothing is known.")
