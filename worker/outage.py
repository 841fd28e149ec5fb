"""Many sources that fail at once: then it is not they that are ill."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from pacts.errors import FetchFailure
from storage.records import SourceHealth
from storage.store import Store

_SHARE: Final = 1 / 3
"""More than this part of all sources."""
_LEAST: Final = 3
"""Two of three may be ill by chance."""
_AT_ONCE: Final = timedelta(minutes=20)
"""Apart from the first failure of one source, on either side: all have the default interval of 15
minutes to notice."""

_OF_A_NETWORK: Final = frozenset(
    {
        FetchFailure.HOST_UNKNOWN.name,
        FetchFailure.REFUSED.name,
        FetchFailure.UNREACHABLE.name,
        FetchFailure.TLS.name,
        FetchFailure.TIMEOUT.name,
    }
)
"""What may be asked again before its time: not those that asked us to wait."""


def is_ours(failing: int, sources: int) -> bool:
    """Whether so many that began to fail together point to this machine."""
    return failing >= _LEAST and failing > sources * _SHARE


def failing(store: Store, began: datetime) -> int:
    """How many sources began to fail at about that time and still do."""
    return store.failing_between(began - _AT_ONCE, began + _AT_ONCE)


def belongs(health: SourceHealth, began: datetime) -> bool:
    """Whether a source began to fail with an outage."""
    return health.since is not None and abs(health.since - began) <= _AT_ONCE


def wake(store: Store, began: datetime, now: datetime) -> None:
    """Ask those that failed with it now, not after a back-off that was none of their making."""
    store.wake_failing(began - _AT_ONCE, began + _AT_ONCE, failures=_OF_A_NETWORK, now=now)
