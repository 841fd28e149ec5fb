"""The dead man's switch: a ping after healthy ticks, so that somebody else notices our silence.

Each ping has a thread of its own that lives for ten seconds at most: no tick waits for it. Its
address is a secret: what is logged is the kind of failure and a status, never a word of it.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

import structlog

from pacts.errors import FetchError
from sources.ping import ping
from worker.config import Settings
from worker.life.runtime import user_agent

_log = structlog.get_logger("ping")

_STATUS: Final = re.compile(r"HTTP \d{3}")
Send = Callable[[Settings], None]


def send_ping(settings: Settings) -> None:
    """Raises FetchError."""
    if settings.ping:
        agent = settings.user_agent or user_agent(settings.contact)
        ping(settings.ping, user_agent=agent, proxy=settings.proxy)


class Pinging:
    """Decides when to ping, and logs a failure once and its end once."""

    def __init__(self, send: Send = send_ping) -> None:
        self._send: Final = send
        self._last: datetime | None = None
        self._thread: threading.Thread | None = None
        self._failure: str | None = None

    def healthy(self, settings: Settings, now: datetime) -> None:
        """A tick went well: ping, unless that was done a short while ago or is under way."""
        if not settings.ping or (self._thread and self._thread.is_alive()):
            return
        every = timedelta(seconds=settings.ping_every_seconds)
        if self._last is not None and self._last <= now < self._last + every:
            return
        self._last = now
        self._thread = threading.Thread(
            target=self._run, args=(settings,), name="ping", daemon=True
        )
        self._thread.start()

    def _run(self, settings: Settings) -> None:
        try:
            self._send(settings)
        except FetchError as error:
            self._failed(_reason(error))
        except Exception as error:  # noqa: BLE001 - the boundary of a thread; its words may hold the address
            self._failed(f"an unexpected {type(error).__name__}")
        else:
            if self._failure is not None:
                _log.info("ping_works_again")
            self._failure = None

    def _failed(self, reason: str) -> None:
        if reason != self._failure:
            _log.warning("ping_failed", reason=reason)
        self._failure = reason


def _reason(error: FetchError) -> str:
    """Details may hold the host; a status holds nothing."""
    status = _STATUS.fullmatch(error.detail)
    return f"{error.failure.value} ({error.detail})" if status else error.failure.value
