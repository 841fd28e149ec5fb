"""The time that a request may take, kept by one thread for all of them.

Time limits of sockets count per read, so a server that drips a byte now and then is never late for
them. Here the socket is shut down under whoever reads from it. A timer thread for each request,
as the standard library has it, costs more than the request's own waiting.
"""

from __future__ import annotations

import contextlib
import heapq
import itertools
import os
import socket
import threading
import time
from typing import Final, Self


class Deadline:
    """Cuts whatever the thread reads, handshake, headers or body, when its seconds are over.

    Use as a context manager, one at a time per thread.
    """

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds
        self._guard = threading.Lock()
        self._socket: socket.socket | None = None
        self._handle: socket.socket | None = None
        self.over = False
        self.fired = False
        self.dialled = False
        """Whether the connection was opened for this request, not kept from an earlier one."""

    def __enter__(self) -> Self:
        _running.deadline = self
        _watchman.watch(self._until, self)
        return self

    def __exit__(self, *_: object) -> None:
        with self._guard:
            self.over = True
            self._let_go()
        _running.deadline = None

    def left(self) -> float:
        """Seconds that remain, never less than a hundredth: zero means "for ever" to a socket."""
        return max(0.01, self._until - time.monotonic())

    def watch(self, sock: socket.socket, *, handshake: bool = False) -> None:
        """Cut this socket when time is over.

        During a TLS handshake there is only the plain socket, which the handshake takes over:
        then a handle of our own is kept on the same connection.
        """
        with self._guard:
            self._let_go()
            if handshake:
                self._handle = socket.socket(fileno=os.dup(sock.fileno()))
            self._socket = self._handle or sock
            if self.fired:
                self._cut()

    def fire(self) -> None:
        """Time is over."""
        with self._guard:
            if not self.over:
                self.fired = True
                self._cut()

    def _let_go(self) -> None:
        self._socket = None
        if self._handle is not None:
            self._handle.close()
            self._handle = None

    def _cut(self) -> None:
        if self._socket is not None:
            # Not the method of an SSLSocket: that one drops its TLS state under the reader's feet.
            with contextlib.suppress(OSError):
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


class _Running(threading.local):
    deadline: Deadline | None = None


_running: Final = _Running()


def running() -> Deadline | None:
    """The deadline that this thread works under."""
    return _running.deadline


class _Watchman:
    """Sleeps until the earliest deadline. Those that ended in time are dropped when it wakes."""

    def __init__(self) -> None:
        self._due: list[tuple[float, int, Deadline]] = []
        self._numbers = itertools.count()
        self._earlier = threading.Condition()
        self._thread: threading.Thread | None = None

    def watch(self, until: float, deadline: Deadline) -> None:
        with self._earlier:
            heapq.heappush(self._due, (until, next(self._numbers), deadline))
            if self._thread is None or not self._thread.is_alive():  # a fork leaves it behind
                self._thread = threading.Thread(target=self._run, name="deadlines", daemon=True)
                self._thread.start()
            elif self._due[0][2] is deadline:
                self._earlier.notify()

    def _run(self) -> None:
        while True:
            self._next().fire()

    def _next(self) -> Deadline:
        with self._earlier:
            while True:
                while self._due and self._due[0][2].over:
                    heapq.heappop(self._due)
                wait = self._due[0][0] - time.monotonic() if self._due else None
                if wait is not None and wait <= 0:
                    return heapq.heappop(self._due)[2]
                self._earlier.wait(wait)


_watchman: Final = _Watchman()
