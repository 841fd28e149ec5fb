"""One sweep, as ``once`` does it: poll every source that is due, then deliver what is due."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TextIO

from notifiers.base import Notifier
from notifiers.channel import open_channel
from notifiers.console import ConsoleNotifier
from notifiers.opened import OpenOnUse
from pacts.model import Channel, Source
from worker.delivery.deliver import deliver_due
from worker.delivery.rounds import Summary
from worker.journey.pipeline import Polled
from worker.life.polls import Polls
from worker.life.runtime import Runtime


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a sweep came to."""

    polls: tuple[Polled, ...]
    deliveries: Summary
    asked: int
    """Sources that were to be polled; more than there are polls when it was broken off."""
    reminders: int = 0
    """Of plans whose day has passed."""

    @property
    def failed(self) -> list[Polled]:
        """Sources that could not be polled, by name."""
        return sorted((one for one in self.polls if one.error), key=lambda one: one.source)


def sweep(runtime: Runtime, sources: Sequence[Source]) -> Sweep:
    """Poll, then deliver."""
    polls = tuple(poll_each(runtime, sources))
    return Sweep(polls, deliver(runtime), len(sources))


def poll_each(
    runtime: Runtime, sources: Sequence[Source], *, early: bool = True
) -> Iterator[Polled]:
    """Poll side by side; each result as it comes. Told to stop, it ends what has begun.

    Without ``early`` only what is due is done.
    """
    workers = min(runtime.config.settings.workers, max(1, len(sources)))
    with _closing(Polls(partial(runtime.poll, early=early), workers=workers)) as polls:
        for done in as_completed(polls.submit(sources)):
            yield done.result()


def deliver(runtime: Runtime, *, console: TextIO | None = None) -> Summary:
    """Send what is due now; nothing when told to stop, it leaves at the next start.

    The console channel prints to ``console``, standard output when None.
    """

    def opener(channel: Channel) -> Notifier:
        if channel.url is None:
            return ConsoleNotifier(channel.name, console)
        return open_channel(channel)

    channels, stop = runtime.config.channels, threading.Event()
    if runtime.stopping() or runtime.trouble.stands:
        stop.set()
    return deliver_due(
        runtime.store,
        channels,
        OpenOnUse(channels, opener),
        clock=runtime.clock,
        stop=stop,
        operator=runtime.config.settings.operator,
    )


@contextmanager
def _closing(polls: Polls) -> Iterator[Polls]:
    try:
        yield polls
    finally:
        polls.close()
