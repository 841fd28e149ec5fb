"""What a source costs, in requests: what its server notices, and what settings can change.

polls    `every`, `at_least`, `at_most`
pages    `pages: likely` or `none`, `max_items`
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from pacts.model import Source
from pacts.terms import SourceKind
from storage.records import SourceState
from worker.care.interval import interval

LOOKS_BACK: Final = timedelta(days=7)
"""A week has weekdays and a weekend."""
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cost:
    """Requests of one source, as it goes now."""

    interval: timedelta
    """Between two polls; of one that fails, until the next try."""
    polls: float
    """A day."""
    pages: float
    """A day, over the last week; without those of the first poll."""

    @property
    def said(self) -> str:
        """``96+12``."""
        return f"{self.polls:.0f}+{self.pages:.0f}"

    def as_json(self) -> dict[str, Any]:
        return {
            "interval_seconds": round(self.interval.total_seconds()),
            "polls_a_day": round(self.polls, 1),
            "pages_a_day": round(self.pages, 1),
        }


def cost_of(source: Source, state: SourceState, pages: int, now: datetime) -> Cost | None:
    """``pages`` were fetched in the last ``LOOKS_BACK``. A folder costs nobody anything."""
    if source.kind is SourceKind.FOLDER:
        return None
    length = interval(source, state.watched)
    if state.failures and state.last_poll is not None:
        length = max(length, state.next_check - state.last_poll)
    known_for = now - (state.baselined_at or now)
    return Cost(length, _DAY / length, pages / (min(max(known_for, _DAY), LOOKS_BACK) / _DAY))
