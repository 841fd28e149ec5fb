"""What people joined and parted in an archive, done again to another database of its articles.

The numbers of stories differ there, so a story is known by who tells it: by what is put together
in the archive today.
"""

from __future__ import annotations

from typing import Final

from storage.records import Moment, MomentKind
from storage.store import Store
from worker.journey.hands import join, split

_COMMENT: Final = "as in the archive"


def mend(moment: Moment, archive: Store, store: Store) -> None:
    """Do in ``store`` what was done in ``archive`` at that moment, as far as it is known there."""
    mine = _told(moment.id, archive, store)
    if moment.kind is MomentKind.JOINED:
        first, *others = sorted(mine) or [0]
        for other in others:
            join(store, first, other, comment=_COMMENT, now=moment.at)
        return
    rest = _told(moment.other, archive, store)
    for number in sorted(mine.keys() & rest.keys()):
        items = mine[number] - rest[number]
        if items:
            split(store, number, sources=(), items=items, comment=_COMMENT, now=moment.at)


def _told(story: int, archive: Store, store: Store) -> dict[int, set[str]]:
    """The stories of ``store`` that tell a story of the archive, with the keys of their items."""
    found: dict[int, set[str]] = {}
    for one in archive.story_sightings(story):
        number = store.story_telling(one.source, one.item, one.event)
        if number is not None:
            found.setdefault(number, set()).add(one.item)
    return found
