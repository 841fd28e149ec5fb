"""One entry in fewer and fewer words: what a channel without room for all of it gets.

The subject, the link and the reason are in every size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from notifiers.clean import shorten
from notifiers.facts import Entry

_SHORT_QUOTE: Final = 120


def sizes(entry: Entry) -> Iterator[Entry]:
    """From the fullest to the smallest."""
    yield entry
    cut = replace(entry, quote=shorten(entry.quote, _SHORT_QUOTE), background=())
    yield cut
    unnamed = replace(cut, others=())
    yield unnamed
    yield replace(unnamed, quote="", doubts=entry.doubts[:1], commands=())


def short(entry: Entry) -> str:
    """What a text message says beside the subject: who tells it, and where to read it."""
    return "\n".join(part for part in (entry.told_by_briefly, entry.link or entry.said) if part)
