"""The stretch of an article around the words that matched. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from notifiers.clean import ELLIPSIS, clean, shorten
from pacts.model import Article

_BEFORE: Final = 120
_AFTER: Final = 180


def around(article: Article, matched: Sequence[str]) -> str:
    """The text around the first match, cut at words; its beginning when none is found.

    The title is no part of it: it stands above anyway.
    """
    body = clean(article.text.removeprefix(article.title))
    at = _first(body, matched)
    if at is None:
        return shorten(body or clean(article.text), _BEFORE + _AFTER)
    return _cut(body, at)


def _first(text: str, matched: Sequence[str]) -> int | None:
    """Where the earliest of the words begins, in whatever case."""
    lowered = text.lower()
    if len(lowered) != len(text):
        # A few letters grow when lowered (Turkish İ): offsets hold only in the text as it is.
        lowered = text
    found = [lowered.find(clean(word).lower()) for word in matched if clean(word)]
    return min((at for at in found if at >= 0), default=None)


def _cut(text: str, at: int) -> str:
    start = max(0, at - _BEFORE)
    if start:
        space = text.find(" ", start, at)
        start = space + 1 if space >= 0 else start
    tail = shorten(text[start:], at - start + _AFTER)
    return (ELLIPSIS if start else "") + tail
