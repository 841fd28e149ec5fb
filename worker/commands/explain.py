"""``explain``: why extraction found what it found in one document, sentence by sentence."""

from __future__ import annotations

from typing import Annotated

import typer

from worker.commands.options import AtOption, JsonOption, LanguageOption, PublishedOption
from worker.commands.output import print_json


def explain(
    what: Annotated[
        str, typer.Argument(metavar="[FILE, URL or -]", help="A page or text; - is standard input.")
    ] = "-",
    *,
    everything: Annotated[
        bool, typer.Option("--all", help="Sentences without a deed too, and what was set aside.")
    ] = False,
    language: LanguageOption = None,
    published: PublishedOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show sentence by sentence what was found in a document, and why it was kept or dropped.

    Near misses are shown too: sentences that have a deed and something that it could be done
    to, and gave no event.
    """
    from extraction.trace import trace
    from worker.commands.reading import article_of
    from worker.commands.styled import print_rows
    from worker.showing.explain import explain as rows_of
    from worker.showing.explain_json import to_json
    from worker.showing.explain_rows import legend

    article = article_of(what, at, language, published)
    told = trace(article)
    if as_json:
        print_json(to_json(told, article, everything=everything))
        return
    rows = list(
        rows_of(
            told,
            published=article.published,
            published_by=article.published_by,
            everything=everything,
        )
    )
    print_rows(rows, legend=legend())
