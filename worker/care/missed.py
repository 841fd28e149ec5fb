"""Whether news may have come and gone between two polls. Pure.

A feed shows its latest items. As long as a poll finds one that was met before, nothing lay between
that one and the new ones; when all are new, nobody knows what did.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from pacts.model import Source
from storage.records import SourceHealth
from worker.journey.memory import Met

FEWEST: Final = 3
"""New items; fewer can be all that there was, where a listing is emptied and filled again."""
OF_LATE: Final = timedelta(days=7)
"""How long it counts; and the operator is told no more often."""


def may_have_missed(met: Met) -> bool:
    """Of any poll but the first of a source, which knows nothing."""
    return not met.known and len(met.new) >= FEWEST


def note(health: SourceHealth, now: datetime) -> tuple[SourceHealth, bool]:
    """Note such a poll; and whether to tell the operator, because it was not the only one."""
    times = health.missed + 1 if is_of_late(health, now) else 1
    tell = times > 1 and (health.missed_told is None or now - health.missed_told >= OF_LATE)
    told = now if tell else health.missed_told
    return replace(health, missed=times, missed_at=now, missed_told=told), tell


def is_of_late(health: SourceHealth, now: datetime) -> bool:
    return health.missed_at is not None and now - health.missed_at < OF_LATE


def advice(source: Source, listed: int) -> str:
    """What can be done about it."""
    if listed >= source.max_items:
        return "Raise its `max_items`, or lower `every`."
    if source.at_most is not None:
        return "Lower its `at_most`."
    return "Lower its `every`, or give it `at_least`."
