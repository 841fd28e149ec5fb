"""One document as a command line names it: where it is, and what is known of it."""

from __future__ import annotations

from pacts.model import Article


def article_of(what: str, at: str | None, language: str | None, published: str | None) -> Article:
    """The document, with the language and time of publication that are given.

    Raises UsageError and FetchError for what cannot be understood or had.
    """
    from worker.commands import choices
    from worker.life.clock import clock_at, parse_time
    from worker.showing import documents

    return documents.read_one(
        what,
        now=clock_at(at)(),
        language=choices.language(language) if language else None,
        published=parse_time(published) if published else None,
    )
