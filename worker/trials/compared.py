"""What a backtest compares and finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from pacts.terms import Reason
from worker.trials.replay import EventChange

Subject: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One alert, as far as it is compared."""

    number: int
    """Its place among the alerts of its side."""
    subject: Subject
    channels: tuple[str, ...]
    watches: tuple[str, ...]
    reason: Reason
    detail: str
    at: datetime
    headline: str
    story: int | None
    url: str


@dataclass(frozen=True, slots=True)
class Change:
    """An alert that is gained, or lost, on some channels."""

    alert: Told
    channels: tuple[str, ...]
    watches: tuple[str, ...]
    """Those that bring it now, or that brought it then and do not now."""
    why: str = ""
    """Of a lost one: what keeps it back."""
    mark: bool | None = None
    """Whether its story was marked right, or wrong."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of one watch, in alerts, or of one channel, in messages."""

    name: str
    sent: int = 0
    """Then."""
    lost: int = 0
    gained: int = 0
    others: int = 0
    """Of a watch: alerts that it tells now, and others told then."""
    gone: bool = False
    """Of a watch: it is not among those tried."""

    @property
    def kept(self) -> int:
        return self.sent - self.lost


@dataclass(frozen=True, slots=True)
class Report:
    """What a backtest found. ``gained`` and ``lost`` are in the order of time."""

    articles: int
    stories: int
    watches: tuple[Tally, ...]
    channels: tuple[Tally, ...]
    gained: tuple[Change, ...]
    lost: tuple[Change, ...]
    kept: int
    """Alerts that were sent and would be again, on every channel."""
    events: tuple[EventChange, ...] = ()
    anew: bool = False
    since: datetime | None = None

    @property
    def lost_right(self) -> tuple[Change, ...]:
        """Lost ones of stories that were marked right."""
        return tuple(change for change in self.lost if change.mark)
