"""Whether the page of an item need be fetched: ``pages: likely`` leaves out what cannot tell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from extraction.beforehand import may_tell_more
from pacts.model import Article, Item, Source, Watch
from pacts.terms import Pages, SourceKind
from sources.article import read_listed

NOT_FETCHED: Final = "its page was not fetched: title and summary name no state, body or paper"


def instead_of_page(
    item: Item, source: Source, watches: Iterable[Watch], *, now: datetime
) -> Article | None:
    """The article as the listing gives it, where that is enough; None: fetch its page."""
    if not source_may_skip(source, watches):
        return None
    article = read_listed(item, source, now)
    said = article.text.removeprefix(article.title).lstrip()
    return None if may_tell_more(article.title, said, article.language) else article


def source_may_skip(source: Source, watches: Iterable[Watch]) -> bool:
    """Whether any page of it may be left out: not where a watch looks for words in every text."""
    if source.pages is not Pages.LIKELY or source.kind is SourceKind.FOLDER:
        return False
    return not any(reads_every_word(watch, source.name) for watch in watches)


def reads_every_word(watch: Watch, source: str) -> bool:
    """Whether a watch looks for plain words in the text of all that this source publishes."""
    titles = watch.keywords is not None and watch.keywords.title_only
    return not watch.events and not titles and (not watch.sources or source in watch.sources)
