"""Names to addresses, within a time: the system's own look-up cannot be cut.

It runs in a thread that is left behind when it takes too long; so many at the most hang on a dead
name server, the others wait for their end.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
import time
from collections.abc import Callable
from typing import Any, Final

_MOST: Final = 64

Found = list[Any]
"""As from ``socket.getaddrinfo``."""
Resolver = Callable[[str, int], Found]


class NoAnswerError(Exception):
    """The name server did not answer in time.

    Not an OSError: urllib3 would take that for a network fault, and try again.
    """


def ask_system(host: str, port: int) -> Found:
    """The system's resolver. Raises socket.gaierror and UnicodeError."""
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)


class LookUp:
    """Looks names up with ``resolver``. Thread-safe."""

    def __init__(self, resolver: Resolver = ask_system) -> None:
        self._resolver = resolver
        self._free = threading.BoundedSemaphore(_MOST)

    def find(self, host: str, port: int, seconds: float) -> Found:
        """The addresses of a host. Raises NoAnswerError, and what the resolver raises."""
        if is_numeric(host):
            return ask_system(host, port)
        until = time.monotonic() + seconds
        if not self._free.acquire(timeout=seconds):
            raise NoAnswerError
        answer: queue.SimpleQueue[Found | Exception] = queue.SimpleQueue()
        asking = (host, port, answer)
        threading.Thread(target=self._ask, args=asking, name="look-up", daemon=True).start()
        try:
            found = answer.get(timeout=max(0.01, until - time.monotonic()))
        except queue.Empty:
            raise NoAnswerError from None
        if isinstance(found, Exception):
            raise found
        return found

    def _ask(self, host: str, port: int, answer: queue.SimpleQueue[Found | Exception]) -> None:
        try:
            answer.put(self._resolver(host, port))
        except Exception as error:  # noqa: BLE001 - raised again in the thread that asked
            answer.put(error)
        finally:
            self._free.release()


def is_numeric(host: str) -> bool:
    """Whether a host is an address already."""
    try:
        ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return False
    return True
