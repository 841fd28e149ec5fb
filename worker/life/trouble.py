"""A database that cannot be used for a while: locked, its disk full.

Whoever meets a refusal reports it here. While it stands nothing is polled: what cannot be kept
would be asked for again at every tick. The service tries whether the database works again, with
growing waits; nobody has to restart it. What was not stored was not marked as seen either, and
comes with the next poll.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog

from pacts.errors import StoreUnavailableError

log = structlog.get_logger("worker")

WAITS: Final = tuple(timedelta(seconds=seconds) for seconds in (5, 10, 20, 40, 80, 160, 300))
"""Until the next try, by refusals so far."""
CALM: Final = timedelta(minutes=1)
"""When it worked for so long, it is over: a full disk lets some things pass between refusals."""
WORTH_TELLING: Final = timedelta(minutes=1)
"""What was over sooner is in the log, and nobody is called for it."""


@dataclass(frozen=True, slots=True)
class Spell:
    """The time from the first refusal to the last one."""

    since: datetime
    until: datetime
    reason: str
    """Why, with the name of the file: the sentence of the last refusal."""

    @property
    def worth_telling(self) -> bool:
        return self.until - self.since >= WORTH_TELLING


class Trouble:
    """What is known of it, for all threads of a process."""

    def __init__(self) -> None:
        self._lock: Final = threading.Lock()
        self._spell: Spell | None = None
        self._again: datetime | None = None
        self._length = timedelta()
        """Of the wait that ends then."""
        self._worked: datetime | None = None
        """Since when it works again."""
        self._times = 0

    @property
    def stands(self) -> bool:
        """Whether the last thing heard of the database was a refusal."""
        return self._again is not None

    @property
    def reason(self) -> str | None:
        """The sentence of the last refusal; None when there was none."""
        spell = self._spell
        return spell.reason if spell else None

    def rests(self, now: datetime) -> bool:
        """Whether it is too early for another try."""
        return self.wait(now) > 0

    def wait(self, now: datetime) -> float:
        """Seconds until the next try; 0 where the clock was put back behind the last one."""
        again = self._again
        left = again - now if again else timedelta()
        return max(0.0, left.total_seconds()) if left <= self._length else 0.0

    def refused(self, error: StoreUnavailableError, now: datetime) -> None:
        """Note a refusal. Threads that meet the same one make one of it."""
        with self._lock:
            since = self._spell.since if self._spell else now
            self._spell = Spell(since, now, str(error))
            if self.rests(now):
                return
            wait = WAITS[min(self._times, len(WAITS) - 1)]
            self._again, self._length = now + wait, wait
            self._times += 1
        log.warning("database_refuses", reason=str(error), next_try_in=f"{wait.seconds} s")

    def works(self, now: datetime) -> Spell | None:
        """Note that the database took something; the spell when that is over, until ``forget``."""
        with self._lock:
            spell = self._spell
            if spell is None:
                return None
            if not self.stands:
                if self._worked is None or now - self._worked < CALM:
                    return None
                return spell
            self._again, self._worked = None, now
        log.info("database_works_again", refused_since=spell.since.isoformat())
        return None

    def forget(self) -> None:
        """What was over has been told."""
        with self._lock:
            if not self.stands:
                self._spell, self._times = None, 0
