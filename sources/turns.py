"""Politeness: not too many requests to one host at a time, none too soon after another, and none
while the host wants to be left alone.

A short wait is waited for. A long one would hold a thread that others need: then
:class:`NotYetError` says when to come back, and no two who are sent away get the same moment.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

_USUAL: Final = 3.0
"""Seconds that a request takes where somebody has to wait for its end: slow hosts are those."""
_BUSY: Final = 10.0
"""Seconds after which somebody who was sent away by a busy host comes back."""
_MANY: Final = 1000
"""Hosts that are remembered before anybody looks which may be forgotten."""


class ClosedError(Exception):
    """The door was closed while somebody waited for a turn."""


class NotYetError(Exception):
    """The host's turn comes later than we wait for; ``seconds`` until then."""

    def __init__(self, seconds: float) -> None:
        self.seconds: Final = seconds
        super().__init__(seconds)


@dataclass(slots=True)
class _Host:
    """Not frozen: the running account of one host. Times are those of the clock."""

    active: int = 0
    waiting: int = 0
    next_start: float = 0.0
    rests_until: float = 0.0
    promised: float = 0.0
    """The moment for the next who is sent away."""

    def is_idle(self, now: float) -> bool:
        times = max(self.next_start, self.rests_until, self.promised)
        return not self.active and not self.waiting and times <= now


class Turns:
    """At most ``limit`` at work per host, starts ``spacing`` seconds apart. Thread-safe.

    ``patience`` is the longest that anybody waits here, in seconds.
    """

    def __init__(
        self,
        limit: int,
        spacing: float,
        *,
        patience: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limit = limit
        self._spacing = spacing
        self._patience = patience
        self._clock = clock
        self._hosts: dict[str, _Host] = {}
        self._many = _MANY
        self._changed = threading.Condition()
        self._closed = False

    @contextmanager
    def turn(
        self,
        host: str,
        *,
        spacing: float = 0.0,
        patience: float = 0.0,
        follows: bool = False,
    ) -> Iterator[None]:
        """Wait for a turn and hold it.

        ``spacing`` and ``patience`` count where they are more than the usual. One that ``follows``
        is the next step of the request before, and starts at once. Raises NotYetError, and
        ClosedError when :meth:`close` comes first.
        """
        until = self._clock() + max(self._patience, patience)
        state = self._take(host, until, max(self._spacing, spacing), follows=follows)
        try:
            yield
        finally:
            self._give_back(host, state)

    def rest(self, host: str, seconds: float) -> None:
        """Let nobody ask this host for so long. A longer rest stays."""
        with self._changed:
            state = self._state(host)
            state.rests_until = max(state.rests_until, self._clock() + seconds)

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _take(self, host: str, until: float, spacing: float, *, follows: bool) -> _Host:
        with self._changed:
            state = self._state(host)
            state.waiting += 1
            try:
                self._wait(state, until, spacing, follows=follows)
            finally:
                state.waiting -= 1
            state.active += 1
            state.next_start = max(state.next_start, self._clock() + spacing)
            return state

    def _wait(self, state: _Host, until: float, spacing: float, *, follows: bool) -> None:
        ahead = state.waiting - 1
        while not self._closed:
            now = self._clock()
            ready = max(state.rests_until, 0.0 if follows else state.next_start)
            free = state.active < self._limit
            if free and ready <= now:
                return
            each = spacing if free else max(spacing, _USUAL / self._limit)
            if now >= until or max(now, ready) + ahead * each > until:
                soon = ready if free else max(ready, now + max(_BUSY, spacing))
                raise NotYetError(_promise(state, soon, spacing) - now)
            self._changed.wait((ready if free else until) - now)
            ahead = 0  # whoever waits stays, though others come
        raise ClosedError

    def _give_back(self, host: str, state: _Host) -> None:
        with self._changed:
            state.active -= 1
            if state.is_idle(self._clock()):
                self._hosts.pop(host, None)
            self._changed.notify_all()

    def _state(self, host: str) -> _Host:
        """With thousands of hosts the map must not remember each for ever."""
        if len(self._hosts) >= self._many:
            now = self._clock()
            self._hosts = {name: one for name, one in self._hosts.items() if not one.is_idle(now)}
            self._many = max(_MANY, 2 * len(self._hosts))
        return self._hosts.setdefault(host, _Host())


def _promise(state: _Host, soon: float, spacing: float) -> float:
    moment = max(soon, state.promised)
    state.promised = moment + spacing
    return moment
