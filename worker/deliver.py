"""The delivery loop: takes what waits in the store to its channels.

    for each channel with something due, at the same time as all others:
        lease      the oldest message, or everything due at once when the channel is a digest
        render     one message
        send       through the channel's notifier
        record     sent; or put off with back-off; or failed, and the channel disabled

A row is leased before it is sent and marked after, so a process that dies in between repeats at
most the message whose answer it never heard. One thread per active channel: one that is slow or
refuses holds up nobody else. What is to be sent, and when, was decided before: nothing is judged
here but failures.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Self

import structlog

from notifiers.base import Notifier
from notifiers.opened import OpenOnUse
from notifiers.render import render
from pacts.errors import DeliveryError, StoreError
from pacts.model import Channel, Delivery, Message
from storage.store import Store

_log = structlog.get_logger("deliver")

Clock = Callable[[], datetime]

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
REST: Final = tuple(timedelta(seconds=seconds) for seconds in (30, 60, 120, 300))
"""How long a channel is left alone, by rounds that ended so; shorter than the back-off of its
messages, so that one which is refused again and again does not stand before the others."""
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

    def __add__(self, other: Self) -> Self:
        return type(self)(
            self.sent + other.sent,
            self.put_off + other.put_off,
            self.failed + other.failed,
            self.disabled + other.disabled,
        )


def deliver_due(
    store: Store,
    channels: Sequence[Channel],
    notifiers: Mapping[str, Notifier],
    *,
    clock: Clock,
    stop: threading.Event,
) -> Summary:
    """Send everything that is due now, all channels side by side, and come back when that is done.

    ``stop`` ends it between two messages. Channels that refuse twice in a row keep the rest
    waiting. Raises StoreError when the store cannot be asked what is due.
    """
    rounds = [
        _Round(store, channel, notifiers, clock=clock, stop=stop)
        for channel in _waiting(store, channels, clock)
    ]
    for one in rounds:
        one.start()
    for one in rounds:
        one.join()
    return sum((one.summary for one in rounds), Summary())


class Deliverer:
    """The same for ever: looks for due messages every ``idle`` seconds, and at once on ``wake``.

    ``start`` and ``close`` run it in a thread of its own; ``run`` in the calling one.
    """

    def __init__(
        self,
        store: Store,
        channels: Sequence[Channel],
        notifiers: Mapping[str, Notifier] | None = None,
        *,
        clock: Clock,
        stop: threading.Event | None = None,
        idle: float = 1.0,
    ) -> None:
        self._store: Final = store
        self._desk = _Desk(tuple(channels), notifiers or OpenOnUse(channels))
        self._clock: Final = clock
        self._stop: Final = stop or threading.Event()
        self._idle: Final = idle
        self._wake: Final = threading.Event()
        self._rounds: Final[dict[str, _Round]] = {}
        self._rests: Final[dict[str, _Rest]] = {}
        self._warm: bool = False
        self._thread: Final = threading.Thread(target=self.run, name="deliver", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """Say that something may have become due: it leaves at once."""
        self._wake.set()

    def reconfigure(
        self, channels: Sequence[Channel], notifiers: Mapping[str, Notifier] | None = None
    ) -> None:
        """Use other channels from the next message on; what is under way ends as it began."""
        self._desk = _Desk(tuple(channels), notifiers or OpenOnUse(channels))
        self._rests.clear()
        self.wake()

    def close(self, timeout: float | None = None) -> bool:
        """Stop after the messages under way; whether all was over within ``timeout`` seconds."""
        self._stop.set()
        self.wake()
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def run(self) -> None:
        """Until ``stop``; returns when the messages under way are done."""
        while not self._stop.is_set():
            self._wake.clear()
            self._look()
            if not self._wake.wait(self._idle) and not self._rounds:
                self._open_all()
        for one in list(self._rounds.values()):
            one.join()

    def _look(self) -> None:
        """Start a round for each channel that has something due and neither works nor rests."""
        self._collect()
        desk = self._desk
        try:
            due = _waiting(self._store, desk.channels, self._clock)
        except StoreError as error:
            _log.error("deliveries cannot be read", reason=str(error))
            return
        now = self._clock()
        for channel in due:
            rest = self._rests.get(channel.name)
            if channel.name in self._rounds or (rest and now < rest.until):
                continue
            self._rounds[channel.name] = one = _Round(
                self._store,
                channel,
                desk.notifiers,
                clock=self._clock,
                stop=self._stop,
                done=self.wake,
            )
            one.start()

    def _open_all(self) -> None:
        """In the first quiet moment: the first alert need not wait until Apprise is loaded."""
        if not self._warm:
            self._warm = True
            for name in self._desk.notifiers:
                # A channel that cannot be opened is reported with the message that needs it.
                with suppress(DeliveryError):
                    self._desk.notifiers[name]

    def _collect(self) -> None:
        """Take leave of rounds that are over; a channel that refused gets a rest."""
        for name, one in list(self._rounds.items()):
            if not one.over:
                continue
            del self._rounds[name]
            if not one.refused:
                self._rests.pop(name, None)
                continue
            times = self._rests[name].times + 1 if name in self._rests else 1
            until = self._clock() + REST[min(times, len(REST)) - 1]
            self._rests[name] = _Rest(times, until)


@dataclass(frozen=True, slots=True)
class _Desk:
    channels: tuple[Channel, ...]
    notifiers: Mapping[str, Notifier]


@dataclass(frozen=True, slots=True)
class _Rest:
    times: int
    until: datetime


class _Round(threading.Thread):
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
        self.refused = False
        """It ended because the channel refused, not because nothing was left."""
        self.over = False

    def run(self) -> None:
        try:
            self._serve()
        except StoreError as error:
            # What was leased comes up again when the lease has run out.
            self.refused = True
            _log.error("delivery interrupted", channel=self._channel.name, reason=str(error))
        finally:
            self.over = True
            self._done()

    def _serve(self) -> None:
        in_a_row = 0
        while in_a_row < PATIENCE and not self._halt.is_set():
            rows = self._lease()
            if not rows:
                return
            in_a_row = in_a_row + 1 if self._deliver(rows) else 0
            if self.summary.disabled:
                return
        self.refused = in_a_row >= PATIENCE

    def _lease(self) -> list[Delivery]:
        now = self._clock()
        limit = DIGEST_SIZE if self._channel.digest else 1
        return self._store.lease(self._channel.name, now=now, until=now + LEASE, limit=limit)

    def _deliver(self, rows: Sequence[Delivery]) -> bool:
        """Send one message and record what came of it; whether the channel refused it."""
        try:
            message, rows = self._rendered(rows)
            self._notifiers[self._channel.name].send(message)
        except DeliveryError as error:
            self._put_off(rows, error.detail, permanent=error.permanent)
            return True
        except Exception as error:  # noqa: BLE001 - the poison guard: one row must not stop the loop
            self._puzzled(rows, error)
            return False
        self._sent(rows)
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

    def _sent(self, rows: Sequence[Delivery]) -> None:
        ids = [row.id for row in rows]
        for more in (True, True, False):
            try:
                self._store.delivered(ids, now=self._clock())
                break
            except StoreError:
                # Not written down means sent twice: worth a second and a third try.
                if not more:
                    raise
                self._halt.wait(1.0)
        self.summary += Summary(sent=len(ids))
        _log.info("delivered", channel=self._channel.name, deliveries=ids)

    def _put_off(self, rows: Sequence[Delivery], detail: str, *, permanent: bool) -> None:
        """Each row by its own count of failures; a permanent error fails it and the channel."""
        now = self._clock()
        with self._store.transaction():
            for row in rows:
                when = None if permanent else next_try(row.attempts + 1, now)
                self._store.delivery_failed([row.id], error=detail, now=now, next_try=when)
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


def _waiting(store: Store, channels: Sequence[Channel], clock: Clock) -> list[Channel]:
    """Channels with something due; rows of channels that are no longer configured keep waiting."""
    names = set(store.waiting_channels(clock()))
    return [channel for channel in channels if channel.name in names]
