"""One channel served: lease, render, send, record, until nothing is due or the channel refuses."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Self

import structlog

from notifiers.base import Notifier
from notifiers.render import render
from pacts.errors import DeliveryError, StoreError
from pacts.model import Channel, Delivery, Message
from storage.store import Store
from worker.clock import Clock

_log = structlog.get_logger("deliver")

BACK_OFF: Final = (
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(minutes=30),
    timedelta(hours=2),
    *(timedelta(hours=6),) * 8,
)
"""Wait after the first, second ... failed try; after the last one, two days on, it is given up."""
PATIENCE: Final = 2
"""Refusals in a row after which a channel is left alone for a while: one may be the fault of its
message, a second says that the channel is down, and every further try would cost its time limit."""
LEASE: Final = timedelta(minutes=10)
"""Longer than any send takes (``notifiers.channel.DEADLINE_SECONDS``)."""
DIGEST_SIZE: Final = 50
"""Alerts in one digest message; what is left over makes a second one."""


def next_try(failures: int, now: datetime) -> datetime | None:
    """When to try again after so many failed tries in all; None when it is given up."""
    return now + BACK_OFF[failures - 1] if failures <= len(BACK_OFF) else None


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the deliveries of one run, counted in alerts."""

    sent: int = 0
    put_off: int = 0
    failed: int = 0
    disabled: tuple[str, ...] = ()
    """Channels disabled in this run."""
    interrupted: tuple[str, ...] = ()
    """Why a channel was left: the database could not be used."""

    def __add__(self, other: Self) -> Self:
        return type(self)(
            self.sent + other.sent,
            self.put_off + other.put_off,
            self.failed + other.failed,
            self.disabled + other.disabled,
            self.interrupted + other.interrupted,
        )


class Round(threading.Thread):
    """One channel served in a thread of its own, until nothing is due or it refuses."""

    def __init__(
        self,
        store: Store,
        channel: Channel,
        notifiers: Mapping[str, Notifier],
        *,
        clock: Clock,
        stop: threading.Event,
        done: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(name=f"deliver-{channel.name}", daemon=True)
        self._store: Final = store
        self._channel: Final = channel
        self._notifiers: Final = notifiers
        self._clock: Final = clock
        self._halt: Final = stop
        self._done: Final = done
        self.summary = Summary()
        self.refused = True
        """Not all that was due could be sent: the channel is better left alone for a while."""
        self.over = False
        self.outdated = False
        """Set when other channels are configured: this round ends, and its word about the channel,
        which is of the old address, counts no more."""

    def run(self) -> None:
        try:
            self.refused = self._serve()
        except StoreError as error:
            # What was leased comes up again when the lease has run out.
            self.summary += Summary(interrupted=(str(error),))
            _log.warning("delivery interrupted", channel=self._channel.name, reason=str(error))
        finally:
            self.over = True
            self._done()

    def _serve(self) -> bool:
        """Whether it ended because the channel refuses."""
        in_a_row = 0
        while in_a_row < PATIENCE and not (self._halt.is_set() or self.outdated):
            rows = self._lease()
            if not rows:
                return False
            in_a_row = in_a_row + 1 if self._deliver(rows) else 0
            if self.summary.disabled:
                return False
        return in_a_row >= PATIENCE

    def _lease(self) -> list[Delivery]:
        now = self._clock()
        limit = DIGEST_SIZE if self._channel.digest else 1
        return self._store.lease(self._channel.name, now=now, until=now + LEASE, limit=limit)

    def _deliver(self, rows: Sequence[Delivery]) -> bool:
        """Send one message and record what came of it; whether the channel refused it."""
        began = time.monotonic()
        try:
            message, rows = self._rendered(rows)
            self._notifiers[self._channel.name].send(message)
        except DeliveryError as error:
            self._put_off(rows, error.detail, permanent=error.permanent, since=began)
            return True
        except Exception as error:  # noqa: BLE001 - the poison guard: one row must not stop the loop
            self._puzzled(rows, error)
            return False
        self._sent(rows, since=began)
        return False

    def _rendered(self, rows: Sequence[Delivery]) -> tuple[Message, Sequence[Delivery]]:
        """The message and the rows that are in it: a digest goes out without what breaks it."""
        try:
            return render([row.alert for row in rows]), rows
        except Exception:
            good = [row for row in rows if len(rows) > 1 and self._renders(row)]
            if not good:
                raise
            return render([row.alert for row in good]), good

    def _renders(self, row: Delivery) -> bool:
        try:
            render([row.alert])
        except Exception as error:  # noqa: BLE001 - the poison guard again, one row at a time
            self._puzzled([row], error)
            return False
        return True

    def _puzzled(self, rows: Sequence[Delivery], error: Exception) -> None:
        """An error nobody foresaw: the rows move on first, then it is told, without its words."""
        self._put_off(rows, f"an unexpected {type(error).__name__}, see the log", permanent=False)
        _log.critical(
            "unexpected error in a delivery",
            channel=self._channel.name,
            deliveries=[row.id for row in rows],
            error=type(error).__name__,
            trace="".join(traceback.format_tb(error.__traceback__)),
        )

    def _sent(self, rows: Sequence[Delivery], *, since: float) -> None:
        ids = [row.id for row in rows]
        self.summary += Summary(sent=len(ids))
        self._store.delivered(ids, now=self._clock(), seconds=time.monotonic() - since)
        _log.info("delivered", channel=self._channel.name, deliveries=ids)

    def _put_off(
        self,
        rows: Sequence[Delivery],
        detail: str,
        *,
        permanent: bool,
        since: float | None = None,
    ) -> None:
        """Each row by its own count of failures; a permanent error fails it and the channel."""
        permanent = permanent and not self.outdated
        now = self._clock()
        seconds = None if since is None else time.monotonic() - since
        with self._store.transaction():
            for row in rows:
                when = None if permanent else next_try(row.attempts + 1, now)
                self._store.delivery_failed(
                    [row.id], error=detail, now=now, next_try=when, seconds=seconds
                )
                self.summary += Summary(put_off=1) if when else Summary(failed=1)
            if permanent:
                self._store.disable_channel(self._channel.name, reason=detail, now=now)
        if permanent:
            self.summary += Summary(disabled=(self._channel.name,))
        _log.warning(
            "channel disabled" if permanent else "not delivered",
            channel=self._channel.name,
            deliveries=[row.id for row in rows],
            reason=detail,
        )
