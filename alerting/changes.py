"""What of a story's facts has changed since it was told."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from alerting.levels import bag_of
from pacts.model import Story
from pacts.names import listed, name_of
from pacts.nouns import bare_document

_MATERIAL_SHARE: Final = 0.25
"""Outlets count differently (56 or 60 documents): a quarter more or less is another number."""
_MATERIAL_DIFFERENCE: Final = 2


def correction(told: Story, now: Story) -> str | None:
    """One sentence on what a reader was told wrongly; None where it still stands.

    What was not told before is no correction: a level or a number that was open and is now known,
    or an ornament of a level's name. Nor is it one that others join: see :func:`joined`.
    """
    changes = [_level(told, now), _count(told, now), _parties(told, now)]
    return "; ".join(change for change in changes if change) or None


def joined(told: Collection[str], now: Story) -> str | None:
    """ "Belarus joins": who has come to the parties that were told; None where nobody has."""
    new = [party for party in now.parties if party not in told]
    if not told or not new or not set(told) <= set(now.parties):
        return None
    return f"{listed([name_of(party) for party in new])} {'joins' if len(new) == 1 else 'join'}"


def _level(told: Story, now: Story) -> str | None:
    if not told.level or not now.level or bag_of(told.level) == bag_of(now.level):
        return None
    return f"{now.level}, told as {told.level}"


def _count(told: Story, now: Story) -> str | None:
    if told.count is None or now.count is None:
        return None
    apart = abs(told.count - now.count)
    most = max(told.count, now.count)
    if apart < _MATERIAL_DIFFERENCE or apart <= most * _MATERIAL_SHARE:
        return None
    return f"{bare_document(now)}, told as {told.count}"


def _parties(told: Story, now: Story) -> str | None:
    if set(told.parties) <= set(now.parties):
        return None
    before = listed([name_of(party) for party in told.parties])
    return f"parties now {listed([name_of(party) for party in now.parties])}, told as {before}"
