"""Deliveries with a clock that is moved by hand and notifiers that keep what they are given."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

import samples

from alerting.timing.hours import held
from notifiers.base import Notifier
from pacts.errors import DeliveryError
from pacts.model import Channel, Message
from pacts.terms import Priority, Reason
from storage.store import Store
from worker.delivery.deliver import deliver_due
from worker.delivery.rounds import Summary


class HandClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = samples.NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, step: timedelta) -> None:
        self.now += step


class Kept:
    """Takes messages and keeps them with their times; refuses while ``refusal`` is set."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.messages: list[tuple[datetime, Message]] = []
        self.refusal: DeliveryError | None = None
        self.partly: str | None = None
        self.tries = 0
        self._clock = clock

    def refuse(self, *, permanent: bool = False) -> None:
        self.refusal = DeliveryError("desk", "no, not today", permanent=permanent)

    def send(self, message: Message) -> str | None:
        self.tries += 1
        if self.refusal is not None:
            raise self.refusal
        self.messages.append((self._clock(), message))
        return self.partly

    @property
    def times(self) -> list[datetime]:
        return [moment for moment, _ in self.messages]

    @property
    def titles(self) -> list[str]:
        return [message.title for _, message in self.messages]

    @property
    def texts(self) -> list[str]:
        return [message.text for _, message in self.messages]


def tell(
    store: Store,
    name: str,
    *channels: Channel,
    at: datetime,
    priority: Priority = Priority.NORMAL,
    reason: Reason = Reason.KEYWORDS,
) -> int:
    """An alert called ``name`` made at ``at``, held as its channels want it."""
    alert = samples.keywords(
        id=None,
        headline=name,
        created=at,
        priority=priority,
        reason=reason,
        channels=tuple(channel.name for channel in channels),
    )
    waits = {channel.name: held(channel, reason, priority, at) for channel in channels}
    return store.add_alert(alert, deliveries=waits)


def send_due(
    store: Store,
    clock: Callable[[], datetime],
    channels: Sequence[Channel],
    ways: Mapping[str, Notifier],
    operator: Sequence[str] = (),
) -> Summary:
    """One run of all that is due."""
    return deliver_due(
        store, channels, ways, clock=clock, stop=threading.Event(), operator=operator
    )
