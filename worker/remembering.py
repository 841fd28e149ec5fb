"""Memory at work: what a listing brings is looked up, and what it says now is kept."""

from __future__ import annotations

from collections.abc import Sequence

from pacts.model import Item
from storage.store import Store
from worker.memory import Met, recognise


def meet(store: Store, source: str, items: Sequence[Item]) -> Met:
    """What of a listing is new, and what is known and changed. Writes nothing."""
    as_before = store.as_before(source, items)
    others = [item for at, item in enumerate(items) if at not in as_before]
    return recognise(items, as_before, store.sharing(source, others))


def keep_names(store: Store, met: Met) -> None:
    """Keep what the listing says now of what was known before."""
    if met.changed:
        with store.transaction():
            for item, _ in met.changed:
                store.remember(item)
