"""What went wrong below: an exception of requests, urllib3 or the sockets as one of our failures.

Details name hosts and codes, never an address with its path or credentials.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator
from typing import Final

import requests
from urllib3 import exceptions as low

from pacts.errors import FetchFailure
from sources.inflate import CutShortError, DamagedError, TooLargeError, UnaskedError
from sources.resolve import NoAnswerError
from sources.transport import BlockedAddressError

_KNOWN: Final[tuple[tuple[tuple[type[BaseException], ...], FetchFailure, str], ...]] = (
    ((BlockedAddressError,), FetchFailure.BAD_ADDRESS, "the host resolves to a private address"),
    ((TooLargeError,), FetchFailure.TOO_LARGE, ""),
    ((DamagedError,), FetchFailure.BAD_ENCODING, ""),
    ((UnaskedError,), FetchFailure.BAD_ENCODING, "it is of a kind that was not asked for"),
    ((CutShortError,), FetchFailure.TRUNCATED, "the packed data ends early"),
    ((NoAnswerError,), FetchFailure.HOST_UNKNOWN, "the name server does not answer"),
    ((low.ProxyError,), FetchFailure.PROXY, ""),
    ((low.NameResolutionError, socket.gaierror), FetchFailure.HOST_UNKNOWN, ""),
    (
        (
            requests.exceptions.InvalidURL,
            requests.exceptions.MissingSchema,
            requests.exceptions.InvalidSchema,
            low.LocationValueError,
            UnicodeError,
        ),
        FetchFailure.BAD_ADDRESS,
        "",
    ),
    ((ConnectionRefusedError,), FetchFailure.REFUSED, ""),
    ((low.ConnectTimeoutError,), FetchFailure.UNREACHABLE, "no connection in time"),
    ((low.ReadTimeoutError, TimeoutError), FetchFailure.TIMEOUT, ""),
    ((low.IncompleteRead, http.client.IncompleteRead), FetchFailure.TRUNCATED, ""),
    ((low.InvalidChunkLength,), FetchFailure.TRUNCATED, "a chunk is damaged"),
    (
        (http.client.RemoteDisconnected,),
        FetchFailure.UNREACHABLE,
        "the connection was closed without an answer",
    ),
    ((http.client.HTTPException,), FetchFailure.UNREADABLE, "the answer is not HTTP"),
    ((ConnectionResetError,), FetchFailure.UNREACHABLE, "the connection was reset"),
)

_CERTIFICATE: Final = {
    9: FetchFailure.CERT_EARLY,
    10: FetchFailure.CERT_EXPIRED,
    18: FetchFailure.CERT_ISSUER,
    19: FetchFailure.CERT_ISSUER,
    20: FetchFailure.CERT_ISSUER,
    21: FetchFailure.CERT_ISSUER,
    62: FetchFailure.CERT_NAME,
    64: FetchFailure.CERT_NAME,
}
"""X509_V_ERR_... of OpenSSL."""


def failure_of(error: BaseException) -> tuple[FetchFailure, str]:
    """The failure and its detail; the first rule of the table that fits any cause wins."""
    chain = list(_causes(error))
    for cause in chain:
        if isinstance(cause, ssl.SSLCertVerificationError):
            failure = _CERTIFICATE.get(cause.verify_code)
            return (failure, "") if failure else (FetchFailure.TLS, cause.verify_message)
        if isinstance(cause, ssl.SSLError) and not isinstance(cause, ssl.SSLEOFError):
            return FetchFailure.TLS, (cause.reason or "").replace("_", " ").lower()
    for kinds, failure, detail in _KNOWN:
        if any(isinstance(cause, kinds) for cause in chain):
            return failure, detail
    return FetchFailure.UNREACHABLE, _system_message(chain)


def was_dropped(error: BaseException) -> bool:
    """Whether the other side hung up before it answered: what a kept connection does when old."""
    kinds = (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError, ssl.SSLEOFError)
    return any(isinstance(cause, kinds) for cause in _causes(error))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and everything that it wraps, each once."""
    todo, seen = [error], set[int]()
    while todo:
        current = todo.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        linked = (current.__cause__, current.__context__, getattr(current, "reason", None))
        todo.extend(x for x in (*linked, *current.args) if isinstance(x, BaseException))


def _system_message(chain: list[BaseException]) -> str:
    """What the operating system says ("No route to host"), which holds no address."""
    return next((c.strerror for c in chain if isinstance(c, OSError) and c.strerror), "")
