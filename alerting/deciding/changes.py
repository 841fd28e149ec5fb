"""What of a story's facts has changed since it was told."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from alerting.merging.levels import bag_of
from pacts import days
from pacts.model import Period, Story
from pacts.names import listed, name_of
from pacts.nouns import bare_document
from pacts.terms import DateBasis, Status

_MATERIAL_SHARE: Final = 0.25
"""Outlets count differently (56 or 60 documents): a quarter more or less is another number."""
_MATERIAL_DIFFERENCE: Final = 2
_NEXT_DAY: Final = 1
"""A plan for Tuesday is one for Wednesday elsewhere: a day more or less is no other day."""


def correction(known: Story, now: Story, told: Collection[Story] = ()) -> str | None:
    """One sentence on what a reader was told wrongly; None where it still stands.

    ``known`` is the story as it was told last, ``told`` are all its states that were told. What was
    not told before is no correction: a level or a number that was open and is now known, or an
    ornament of a level's name. Nor is it one that others join: see :func:`joined`.

    No value is told twice. Where sources differ the majority may swing to and fro; who was told of
    both knows both, and sees them side by side (``Story.conflicts``).
    """
    told = (*told, known)
    fields = (_level, _count, _parties, _day)
    changes = [field(known, now, told) for field in fields]
    return "; ".join(change for change in changes if change) or None


def joined(told: Collection[str], now: Story) -> str | None:
    """ "Belarus joins": who has come to the parties that were told; None where nobody has."""
    new = [party for party in now.parties if party not in told]
    if not told or not new or not set(told) <= set(now.parties):
        return None
    return f"{listed([name_of(party) for party in new])} {'joins' if len(new) == 1 else 'join'}"


def _level(known: Story, now: Story, told: Collection[Story]) -> str | None:
    if not known.level or not now.level:
        return None
    levels = {bag_of(story.level) for story in told if story.level}
    return None if bag_of(now.level) in levels else f"{now.level}, told as {known.level}"


def _count(known: Story, now: Story, told: Collection[Story]) -> str | None:
    if known.count is None or now.count is None:
        return None
    counts = [story.count for story in told if story.count is not None]
    if not all(_is_another(count, now.count) for count in counts):
        return None
    return f"{bare_document(now)}, told as {known.count}"


def _is_another(told: int, now: int) -> bool:
    apart = abs(told - now)
    return apart >= _MATERIAL_DIFFERENCE and apart > max(told, now) * _MATERIAL_SHARE


def _parties(known: Story, now: Story, told: Collection[Story]) -> str | None:
    if set(known.parties) <= set(now.parties):
        return None
    if any(set(story.parties) == set(now.parties) for story in told):
        return None
    before = listed([name_of(party) for party in known.parties])
    return f"parties now {listed([name_of(party) for party in now.parties])}, told as {before}"


def _day(known: Story, now: Story, told: Collection[Story]) -> str | None:
    """Of a plan, and only where texts state both days: others are worked out, and may be wrong.

    A day within the month that was told is no other one.
    """
    before, after = _planned_for(known), _planned_for(now)
    if before is None or after is None or _days_between(before, after) <= _NEXT_DAY:
        return None
    if any(story.date is not None and _is_alike(story.date, after) for story in told):
        return None
    year = f" {after.end.year}"
    return f"expected {days.period(after)}, told as {days.period(before).removesuffix(year)}"


def _planned_for(story: Story) -> Period | None:
    stated = story.status is Status.PLANNED and story.date_basis is DateBasis.STATED
    return story.date if stated else None


def _days_between(a: Period, b: Period) -> int:
    """From the end of the first to the start of the second; not above 0 where they overlap."""
    return max((a.start - b.end).days, (b.start - a.end).days)


def _is_alike(a: Period, b: Period) -> bool:
    return max(abs((a.start - b.start).days), abs((a.end - b.end).days)) <= _NEXT_DAY
