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
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog

from notifiers.base import Notifier
from notifiers.opened import OpenOnUse
from pacts.errors import DeliveryError, StoreError
from pacts.model import Channel
from storage.store import Store
from worker.delivery.digests import plan_digests
from worker.delivery.escalating import escalate
from worker.delivery.rounds import Round, Summary
from worker.delivery.ways import Ways
from worker.life.clock import Clock

_log = structlog.get_logger("deliver")

REST: Final = tuple(timedelta(seconds=seconds) for seconds in (30, 60, 120, 300))
"""How long a channel is left alone, by rounds that ended so; shorter than the back-off of its
messages, so that one which is refused again and again does not stand before the others."""


def deliver_due(
    store: Store,
    channels: Sequence[Channel],
    notifiers: Mapping[str, Notifier],
    *,
    clock: Clock,
    stop: threading.Event,
    operator: Sequence[str] = (),
) -> Summary:
    """Send everything that is due now, all channels side by side, and come back when that is done.

    ``stop`` ends it between two messages. Channels that refuse twice in a row keep the rest
    waiting. Raises StoreError when the store cannot be asked what is due.
    """
    ways = Ways(tuple(channels), notifiers, tuple(operator))
    done, refused = Summary(), set[str]()
    plan_digests(store, channels, clock())
    # What one channel refuses may make a message for another one.
    while not (stop.is_set() or done.interrupted):
        escalate(store, ways, clock())
        rounds = [
            Round(store, channel, ways, clock=clock, stop=stop)
            for channel in _waiting(store, channels, clock)
            if channel.name not in refused
        ]
        if not rounds:
            break
        for one in rounds:
            one.start()
        for one in rounds:
            one.join()
            done += one.summary
        refused |= {one.channel for one in rounds if one.refused}
    return done


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
        operator: Sequence[str] = (),
    ) -> None:
        self._store: Final = store
        self._ways = Ways(tuple(channels), notifiers or OpenOnUse(channels), tuple(operator))
        self._clock: Final = clock
        self._stop: Final = stop or threading.Event()
        self._idle: Final = idle
        self._wake: Final = threading.Event()
        self._rounds: Final[dict[str, Round]] = {}
        self._rests: Final[dict[str, _Rest]] = {}
        self._warm: bool = False
        self.looks: int = 0
        """How often it has looked for due messages."""
        self._thread: Final = threading.Thread(target=self.run, name="deliver", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """Say that something may have become due: it leaves at once."""
        self._wake.set()

    def reconfigure(
        self,
        channels: Sequence[Channel],
        notifiers: Mapping[str, Notifier] | None = None,
        *,
        operator: Sequence[str] = (),
    ) -> None:
        """Use other channels from the next message on; what is under way ends as it began."""
        self._ways = Ways(tuple(channels), notifiers or OpenOnUse(channels), tuple(operator))
        for one in list(self._rounds.values()):
            one.outdated = True
        self._rests.clear()
        self._warm = False
        self.wake()

    @property
    def alive(self) -> bool:
        """Whether its thread runs."""
        return self._thread.is_alive()

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
            self.looks += 1
            if not self._wake.wait(self._idle) and not self._rounds:
                self._open_all()
        for one in list(self._rounds.values()):
            one.join()

    def _look(self) -> None:
        """Start a round for each channel that has something due and neither works nor rests."""
        self._collect()
        ways = self._ways
        try:
            plan_digests(self._store, ways.channels, self._clock())
            escalate(self._store, ways, self._clock())
            due = _waiting(self._store, ways.channels, self._clock)
        except StoreError as error:
            _log.error("deliveries_unreadable", reason=str(error))
            return
        now = self._clock()
        for channel in due:
            rest = self._rests.get(channel.name)
            if channel.name in self._rounds or (rest and rest.lasts(now)):
                continue
            self._rounds[channel.name] = one = Round(
                self._store,
                channel,
                ways,
                clock=self._clock,
                stop=self._stop,
                done=self.wake,
            )
            # Whoever configures other channels now finds this round; who did before is seen here.
            if ways is not self._ways:
                one.outdated = True
            one.start()

    def _open_all(self) -> None:
        """In the first quiet moment: the first alert need not wait until Apprise is loaded."""
        if not self._warm:
            self._warm = True
            for name in self._ways.notifiers:
                # A channel that cannot be opened is reported with the message that needs it.
                with suppress(DeliveryError):
                    self._ways.notifiers[name]

    def _collect(self) -> None:
        """Take leave of rounds that are over; a channel that refused gets a rest."""
        for name, one in list(self._rounds.items()):
            if not one.over:
                continue
            del self._rounds[name]
            if one.outdated or not one.refused:
                self._rests.pop(name, None)
                continue
            before, now = self._rests.get(name), self._clock()
            times = before.times + 1 if before else 1
            self._rests[name] = _Rest(times, now, now + REST[min(times, len(REST)) - 1])


@dataclass(frozen=True, slots=True)
class _Rest:
    times: int
    since: datetime
    until: datetime

    def lasts(self, now: datetime) -> bool:
        """Not any more either when the clock was put back behind its begin."""
        return self.since <= now < self.until


def _waiting(store: Store, channels: Sequence[Channel], clock: Clock) -> list[Channel]:
    """Channels with something due; rows of channels that are no longer configured keep waiting."""
    names = set(store.waiting_channels(clock()))
    return [channel for channel in channels if channel.name in names]
