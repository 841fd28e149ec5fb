"""What becomes of an article when nothing says when it was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from pacts.model import Article
from pacts.terms import PublishedBy, Trust, Undated


def settle_date(
    article: Article, undated: Undated, *, first_seen: datetime, first_poll: bool
) -> Article:
    """The article as ``undated`` wants it; one with a date stays as it is.

    What the first poll of a source meets may be of any age: it keeps no date.
    """
    if article.published is not None:
        return article
    if undated is Undated.HOLD:
        return replace(article, trust=Trust.HOLD)
    if first_poll:
        return article
    return replace(article, published=first_seen, published_by=PublishedBy.FIRST_SEEN)
