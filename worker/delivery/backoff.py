"""When a refused message is tried again, and when others hear of it."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Final

BACK_OFF: Final = (
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(minutes=30),
    timedelta(hours=2),
    *(timedelta(hours=6),) * 8,
)
"""Wait after the first, second ... failed try; after the last one, two days on, it is given up."""
JITTER: Final = 0.2
"""Each wait is longer by up to this share, so that what failed together does not come together."""
ESCALATE_AFTER: Final = 4
"""Failed tries after which a copy goes to the channel that stands in: some twelve minutes, longer
than most servers keep off a sender whom they do not know."""


def next_try(failures: int, now: datetime, *, seed: int) -> datetime | None:
    """When to try again after so many failed tries in all; None when it is given up.

    ``seed`` tells messages apart: the same one always waits alike.
    """
    if failures > len(BACK_OFF):
        return None
    drawn = hashlib.blake2b(f"{seed}/{failures}".encode(), digest_size=4).digest()
    share = int.from_bytes(drawn) / 2**32
    return now + BACK_OFF[failures - 1] * (1 + JITTER * share)
