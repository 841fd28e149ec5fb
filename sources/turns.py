"""Politeness: not too many requests to one host at a time, and not too close together."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


class ClosedError(Exception):
    """The door was closed while somebody waited for a turn."""


@dataclass(slots=True)
class _Host:
    """Not frozen: the running count of one host."""

    active: int = 0
    next_start: float = 0.0


class Turns:
    """At most ``limit`` at work per host, starts ``spacing`` seconds apart. Thread-safe."""

    def __init__(self, limit: int, spacing: float) -> None:
        self._limit = limit
        self._spacing = spacing
        self._hosts: dict[str, _Host] = {}
        self._changed = threading.Condition()
        self._closed = False

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for a turn and hold it. Raises ClosedError when :meth:`close` comes first."""
        self._take(host)
        try:
            yield
        finally:
            self._give_back(host)

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _take(self, host: str) -> None:
        with self._changed:
            while True:
                if self._closed:
                    raise ClosedError
                state = self._hosts.setdefault(host, _Host())
                wait = state.next_start - time.monotonic()
                if state.active < self._limit and wait <= 0:
                    break
                self._changed.wait(wait if state.active < self._limit else None)
            state.active += 1
            state.next_start = time.monotonic() + self._spacing

    def _give_back(self, host: str) -> None:
        with self._changed:
            state = self._hosts[host]
            state.active -= 1
            if not state.active and state.next_start <= time.monotonic():
                # With thousands of hosts the map must not remember each for ever. Somebody who
                # waits makes a new entry.
                del self._hosts[host]
            self._changed.notify_all()
