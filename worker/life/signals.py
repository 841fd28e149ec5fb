"""Being told to stop. The first signal asks, the second one ends the process at once.

Handlers only set attributes: an Event could be locked by the very thread that the handler
interrupts.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_STOP: Final = frozenset({signal.SIGTERM, signal.SIGINT})
_HEARD: Final = frozenset({*_STOP, signal.SIGHUP})


class Stop:
    """Whether the process was asked to stop, and by which signal."""

    def __init__(self) -> None:
        self.signal: int | None = None

    def __call__(self) -> bool:
        return self.signal is not None

    def _heard(self, number: int, _frame: FrameType | None) -> None:
        if self.signal is not None:
            os._exit(128 + number)
        self.signal = number


@contextmanager
def listening() -> Iterator[Stop]:
    """For commands that end by themselves: SIGTERM and SIGINT only set the answer."""
    stop = Stop()
    before = {number: signal.signal(number, stop._heard) for number in _STOP}  # noqa: SLF001 - our own
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Waiting:
    """For the service, whose main thread has nothing to do but wait for signals."""

    def __init__(self) -> None:
        self._stopping = threading.Event()

    def stopping(self) -> bool:
        return self._stopping.is_set()

    def next(self, seconds: float | None = None) -> signal.Signals | None:
        """Block until a signal comes, or None when none does in time. After one that stops, a
        further one kills.
        """
        if seconds is None:
            number = signal.Signals(signal.sigwait(_HEARD))
        else:
            heard = signal.sigtimedwait(_HEARD, seconds)
            if heard is None:
                return None
            number = signal.Signals(heard.si_signo)
        if number in _STOP:
            self._stopping.set()
            threading.Thread(target=_die_of_the_next, name="second-signal", daemon=True).start()
        return number


@contextmanager
def waiting() -> Iterator[Waiting]:
    """Signals are held back from all threads begun inside, and kept for :meth:`Waiting.next`."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)
    try:
        yield Waiting()
    finally:
        while signal.sigpending() & _HEARD:
            signal.sigtimedwait(_HEARD, 0)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _die_of_the_next() -> None:
    os._exit(128 + signal.sigwait(_STOP))
