"""Keeps what libraries log about a send to ourselves: their lines hold addresses and tokens.

Apprise's logger must stay awake down to DEBUG, because only there does it say why a mail server
refused (:mod:`notifiers.verdict` reads that), but nothing of it may pass to any handler of the
process. urllib3 writes request paths, which hold bot tokens and topics, at DEBUG and WARNING: its
loggers are deaf while a send is under way and as talkative as ever for everybody else.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

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

_sending: ContextVar[bool] = ContextVar("sending", default=False)


def _deaf(record: logging.LogRecord) -> bool:
    """A filter, one object for ever: a logger keeps only one of it."""
    del record
    return not _sending.get()


_NOBODY: Final = logging.NullHandler()


def seal() -> None:
    """Cut Apprise's logger off from the process; again before each use: log set-up undoes it."""
    logger = logging.getLogger(_APPRISE)
    logger.disabled = False
    logger.propagate = False
    logger.setLevel(logging.DEBUG)
    logger.addHandler(_NOBODY)
    for name in _CARRIERS:
        logging.getLogger(name).addFilter(_deaf)


@contextmanager
def hushed() -> Iterator[None]:
    """Nothing that a library logs in this context reaches a handler."""
    seal()
    token = _sending.set(True)
    try:
        yield
    finally:
        _sending.reset(token)
