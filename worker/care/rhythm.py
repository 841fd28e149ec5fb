"""How often a source has something new, and whether it has gone quiet. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median_low
from typing import Final

HISTORY: Final = timedelta(weeks=6)
"""How far back the rhythm is learned from."""
_LONG_ENOUGH: Final = timedelta(weeks=2)
"""Weekends come twice in it, whatever day it begins."""
_ENOUGH: Final = 6
"""Moments at which something came; fewer show no rhythm."""
_LONGER: Final = 3
"""Times the longest gap so far."""
_SHORTEST: Final = timedelta(days=2)
"""No source is called quiet before."""
_EMPTY: Final = timedelta(days=1)
"""One that lists nothing at all is doubted earlier: after a day, and its longest gap."""


def shortest(*, empty: bool = False) -> timedelta:
    """The shortest silence that may mean something; ``empty`` when nothing is listed at all."""
    return _EMPTY if empty else _SHORTEST


def quiet_after(arrivals: Sequence[datetime], *, empty: bool = False) -> timedelta | None:
    """How long a silence must last to mean something; None while there is no rhythm.

    ``arrivals`` are the moments at which new items came, the earliest first.
    """
    if len(arrivals) < _ENOUGH or arrivals[-1] - arrivals[0] < _LONG_ENOUGH:
        return None
    longest = max(later - earlier for earlier, later in pairwise(arrivals))
    return max(shortest(empty=empty), longest if empty else _LONGER * longest)


def is_quiet(arrivals: Sequence[datetime], now: datetime, *, empty: bool = False) -> bool:
    """Whether nothing has come for much longer than ever before."""
    enough = quiet_after(arrivals, empty=empty)
    return enough is not None and now - arrivals[-1] > enough


def usual_gap(arrivals: Sequence[datetime]) -> timedelta | None:
    """The usual time between two arrivals; None while there are too few."""
    if len(arrivals) < _ENOUGH:
        return None
    return median_low(later - earlier for earlier, later in pairwise(arrivals))
