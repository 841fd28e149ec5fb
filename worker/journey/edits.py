"""Is an edit worth reading? What a listing says of a known item, against what it said. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from pacts.identity import said_of
from pacts.model import Item
from storage.records import Remembered

MOST_REREADS: Final = 5
YOUNG: Final = timedelta(days=7)
"""Edits of older items are noted and not read: what they tell is no news any more."""
FIRST_WAIT: Final = timedelta(hours=1)
"""Between the first reading of a page and the second; each further wait is twice as long."""


class Edit(Enum):
    """What to do with a known item that is listed otherwise than before."""

    NOTE = "note"
    """Keep what the listing says now: nothing in it asks for more."""
    READ = "read"
    """Read its page again."""
    LATER = "later"
    """Read it when its time has come: the listing must be asked for whole until then."""


def what_to_do(item: Item, known: Remembered, now: datetime) -> Edit:
    """At most five readings within a week, after 1, 2, 4, 8 and 16 hours at the earliest."""
    if not known.settled or known.first_seen is None or not is_edited(item, known):
        return Edit.NOTE
    if known.rereads >= MOST_REREADS or now - known.first_seen > YOUNG:
        return Edit.NOTE
    last = known.reread_at or known.first_seen
    return Edit.READ if now - last >= FIRST_WAIT * 2**known.rereads else Edit.LATER


def is_edited(item: Item, known: Remembered) -> bool:
    """Other words in the listing, or a later time of edit than the one that it gave.

    A time that moves without words is no edit: many feeds move it with every poll.
    """
    if known.said is None:
        return False
    if said_of(item) != known.said:
        return True
    return bool(item.updated and known.updated and item.updated > known.updated)
