"""Memory at work: what a listing brings is looked up, and what it says now is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeAlias

from pacts.model import Item
from storage.records import Remembered
from storage.store import Store
from worker.journey.edits import Edit, what_to_do
from worker.journey.memory import Met, recognise

Edited: TypeAlias = tuple[Item, Remembered]


def meet(store: Store, source: str, items: Sequence[Item]) -> Met:
    """What of a listing is new, and what is known and changed. Writes nothing."""
    as_before = store.as_before(source, items)
    others = [item for at, item in enumerate(items) if at not in as_before]
    return recognise(items, as_before, store.sharing(source, others))


def sort_out(store: Store, met: Met, now: datetime) -> tuple[list[Edited], bool]:
    """The known items that are to be read again, and whether others wait for their time.

    Of those that need no look, what the listing says now is kept.
    """
    todo = [(item, known, what_to_do(item, known, now)) for item, known in met.changed]
    noted = [item for item, _, edit in todo if edit is Edit.NOTE]
    if noted:
        with store.transaction():
            for item in noted:
                store.remember(item)
    due = [(item, known) for item, known, edit in todo if edit is Edit.READ]
    return due, any(edit is Edit.LATER for _, _, edit in todo)
