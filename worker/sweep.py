"""One sweep, as ``once`` does it: poll every source that is due, then deliver what is due."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from contextlib import contextmanager
from dataclasses import dataclass

from notifiers.opened import OpenOnUse
from pacts.model import Source
from worker.deliver import deliver_due
from worker.pipeline import Polled
from worker.polls import Polls
from worker.rounds import Summary
from worker.runtime import Runtime

Told = Callable[[Polled], None]


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a sweep came to."""

    polls: tuple[Polled, ...]
    deliveries: Summary
    asked: int
    """Sources that were to be polled; more than there are polls when it was broken off."""

    @property
    def failed(self) -> list[Polled]:
        """Sources that could not be polled, by name."""
        return sorted((one for one in self.polls if one.error), key=lambda one: one.source)


def sweep(runtime: Runtime, sources: Sequence[Source], *, told: Told) -> Sweep:
    """Poll, then deliver. ``told`` hears of each poll as it ends, in this thread."""
    polls = list(_polls(runtime, sources, told))
    channels, stop = runtime.config.channels, threading.Event()
    if runtime.stopping():
        stop.set()
    deliveries = deliver_due(
        runtime.store, channels, OpenOnUse(channels), clock=runtime.clock, stop=stop
    )
    return Sweep(tuple(polls), deliveries, len(sources))


def _polls(runtime: Runtime, sources: Sequence[Source], told: Told) -> Iterator[Polled]:
    workers = min(runtime.config.settings.workers, max(1, len(sources)))
    with _closing(Polls(runtime.poll, workers=workers)) as polls:
        for done in as_completed(polls.submit(sources)):
            polled = done.result()
            told(polled)
            yield polled


@contextmanager
def _closing(polls: Polls) -> Iterator[Polls]:
    try:
        yield polls
    finally:
        polls.close()
