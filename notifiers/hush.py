"""Keeps what libraries log about a send to ourselves: their lines hold addresses and tokens.

Apprise's logger must stay awake down to DEBUG, because only there does it say why a mail server
refused (:mod:`notifiers.verdict` reads that), but no handler of the process may get a line of it:
a filter takes each record out of the way and keeps it for whoever is sending. urllib3 writes
request paths, which hold bot tokens and topics, at DEBUG and WARNING: its loggers are deaf while a
send is under way and as talkative as ever for everybody else.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Final

from notifiers.verdict import Line

_APPRISE: Final = "apprise"
_CARRIERS: Final = (
    "urllib3",
    "urllib3.connection",
    "urllib3.connectionpool",
    "urllib3.poolmanager",
    "urllib3.util.retry",
    "urllib3.response",
    "requests",
    "oauthlib",
    "requests_oauthlib",
    "charset_normalizer",
    "asyncio",
)

_heard: ContextVar[list[Line] | None] = ContextVar("heard", default=None)
"""What Apprise logs in the send under way; None when there is none."""


def _keep(record: logging.LogRecord) -> bool:
    """The filter of Apprise's logger: to the sender, and to no one else."""
    lines = _heard.get()
    if lines is not None:
        # A record that cannot be put together must not break the send that it tells of.
        with suppress(TypeError, ValueError, KeyError):
            lines.append(Line(record.levelname, record.getMessage()))
    return False


def _deaf(record: logging.LogRecord) -> bool:
    """The filter of loggers that others use as well."""
    del record
    return _heard.get() is None


def seal() -> None:
    """Put the filters in place; again before each use, because the set-up of logs can undo it."""
    logger = logging.getLogger(_APPRISE)
    logger.disabled = False
    logger.setLevel(logging.DEBUG)
    # A logger keeps a filter only once.
    logger.addFilter(_keep)
    for name in _CARRIERS:
        logging.getLogger(name).addFilter(_deaf)


@contextmanager
def hushed() -> Iterator[list[Line]]:
    """Nothing that a library logs in this context reaches a handler; gives what Apprise said."""
    seal()
    lines: list[Line] = []
    token = _heard.set(lines)
    try:
        yield lines
    finally:
        _heard.reset(token)
