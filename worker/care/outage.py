"""Many sources that fail at once: then it is not they that are ill.

It opens when more than a third of those that were asked fail, and is over when no longer so many
of the same still do. In between none of them is told of, none counts as dead, and each is asked as
often as ever: when the network is back, news must not wait for a back-off of twelve hours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from pacts.errors import NOT_REACHED, FetchFailure
from storage.records import SourceHealth
from storage.store import Store
from worker.care.advice import advice_on

_SHARE: Final = 1 / 3
"""More than this part of the sources that were asked meanwhile."""
_LEAST: Final = 3
"""Two of three may be ill by chance."""
_BEFORE: Final = timedelta(minutes=20)
"""What failed first may be another: all have the default interval of 15 minutes to notice."""
_AFTER: Final = timedelta(hours=6)
"""Sources that are seldom asked notice late."""
LASTS: Final = timedelta(minutes=30)
"""Shorter breaks of our own network are nobody's business."""

_OF_A_NETWORK: Final = frozenset(
    failure.name for failure in (NOT_REACHED - {FetchFailure.CERT_NAME}) | {FetchFailure.TIMEOUT}
)
"""What may be asked again before its time: not those that asked us to wait."""

_OF_THE_NETWORK: Final = (
    "The network of this machine is the likely cause: check its connection, name server and proxy."
)
_OF_HOW_WE_ASK: Final = (
    "The cause is likely on our side: a proxy or portal that answers in their place, or a"
    " `user_agent` that is not welcome."
)


@dataclass(frozen=True, slots=True)
class Toll:
    """How many sources fail together, of how many that were asked, and how most of them do."""

    failing: int
    asked: int
    commonest: str | None = None
    """The name of a ``FetchFailure``."""

    @property
    def is_ours(self) -> bool:
        """Whether so many point to this machine."""
        return self.failing >= _LEAST and self.failing > self.asked * _SHARE

    @property
    def headline(self) -> str:
        return f"{self.failing} sources fail at once"

    def detail(self, began: datetime) -> str:
        """Since when, how, and what to do: sentences for people."""
        name = self.commonest or ""
        how = FetchFailure[name].value if name in FetchFailure.__members__ else "in many ways"
        return (
            f"of {self.asked} that were asked since {began:%Y-%m-%d %H:%M} UTC, most often: {how}."
            f" {_act_on(name)}"
            " You are told once when they answer again; sources that still fail then are told one"
            " by one."
        )


def of_the_network(failure: str | None) -> str | None:
    """What to do about one of many that fail together; None where it has a reason of its own."""
    return _OF_THE_NETWORK if failure in _OF_A_NETWORK else None


def _act_on(failure: str) -> str:
    if failure == FetchFailure.UNEXPECTED.name:
        return advice_on(FetchFailure.UNEXPECTED).act
    return _OF_THE_NETWORK if failure in _OF_A_NETWORK else _OF_HOW_WE_ASK


def toll(store: Store, began: datetime) -> Toll:
    """The sources that began to fail at about that time and still do."""
    how = store.failing_between(began - _BEFORE, began + _AFTER)
    commonest = max(sorted(how), key=how.__getitem__, default=None)
    return Toll(sum(how.values()), store.asked_since(began - _BEFORE), commonest)


def belongs(health: SourceHealth, began: datetime) -> bool:
    """Whether a source began to fail with an outage."""
    return health.since is not None and began - _BEFORE <= health.since <= began + _AFTER


def wake(store: Store, began: datetime, now: datetime) -> None:
    """Ask those that failed with it now, and not when their turn comes."""
    store.wake_failing(began - _BEFORE, began + _AFTER, failures=_OF_A_NETWORK, now=now)
