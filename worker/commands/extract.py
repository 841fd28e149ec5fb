"""``extract``: the events that documents report. Nothing is stored."""

from __future__ import annotations

from typing import Annotated

import typer

from worker.commands.options import AtOption, JsonOption, LanguageOption, PublishedOption
from worker.commands.output import line, print_json


def extract(
    what: Annotated[
        str, typer.Argument(metavar="[FILE, URL or -]", help="A page or text; - is standard input.")
    ] = "-",
    *,
    jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help='Read {"id", "title", "text", "published"} a line instead.'),
    ] = False,
    language: LanguageOption = None,
    published: PublishedOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find the events that documents report.

    With --jsonl each line of input is a document and gives one line of output,
    {"id", "alert", "events"}; a line that cannot be used gives {"id", "error", "events"} and
    status 1 at the end, and stops no other.
    """
    from extraction import extract as events_of
    from pacts.errors import UsageError
    from worker.commands.reading import article_of
    from worker.showing import documents

    if jsonl:
        if language or published:
            raise UsageError("with --jsonl each line says its own language and publication")
        with documents.opened(what) as lines:
            failed = documents.extract_lines(lines)
        raise typer.Exit(1 if failed else 0)
    article = article_of(what, at, language, published)
    events = events_of(article)
    if as_json:
        print_json(documents.answer(article.url or what, events))
        return
    line(article.title)
    for event in events:
        line()
        line(documents.event_line(event))
        line(f'    "{event.evidence.quote}"')
    if not events:
        line("No events.")
