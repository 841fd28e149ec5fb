"""The one HTTP door. Everything that reaches the web goes through :class:`Web`.

Policy: whatever a server does, the caller gets an answer or a FetchError within the deadline, and
never more than the allowed bytes in memory. Errors of requests, urllib3 and the sockets are
turned into FetchError here and nowhere else. Nothing sleeps because a server says so: Retry-After
is handed on, the schedule decides.
"""

from __future__ import annotations

import hashlib
import re
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final, Self
from urllib.parse import urljoin, urlsplit

import requests
from requests.cookies import RequestsCookieJar
from urllib3 import HTTPResponse
from urllib3.exceptions import HTTPError
from urllib3.util import Timeout

from pacts.errors import FetchError, FetchFailure
from pacts.model import Source, Validators
from pacts.terms import SourceKind
from sources.answers import fresh_for, retry_after, validators_of
from sources.causes import failure_of, was_dropped
from sources.inflate import CutShortError, DamagedError, Inflater, TooLargeError
from sources.robots import Robots
from sources.transport import BlockedAddressError, Deadline, Session, verifying_context
from sources.turns import ClosedError, NotYetError, Turns

USER_AGENT: Final = "Pactwatch/0.1 (news monitor)"
MAX_REDIRECTS: Final = 5
LONGEST_REST: Final = 86_400.0
"""Seconds for which a host that asks to be left alone is, at most."""
TOO_MANY_REST: Final = 60.0
"""Rest after a 429 that names no time."""

_PIECE: Final = 65_536
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD: Final = frozenset({301, 308})
_PACKED: Final = frozenset({"gzip", "x-gzip", "deflate"})
_LISTS: Final = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
)
_PAGES: Final = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"
_TROUBLE: Final = (
    requests.RequestException,
    HTTPError,
    OSError,
    UnicodeError,
    BlockedAddressError,
    TooLargeError,
    DamagedError,
    CutShortError,
)
_FAILURES: Final = {
    401: FetchFailure.FORBIDDEN,
    403: FetchFailure.FORBIDDEN,
    404: FetchFailure.NOT_FOUND,
    410: FetchFailure.GONE,
    429: FetchFailure.THROTTLED,
    503: FetchFailure.THROTTLED,
}


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered, read to its end and unpacked."""

    url: str
    """Where it came from in the end, without credentials."""
    status: int
    """200, or 304: nothing new, and ``body`` is empty."""
    body: bytes
    content_type: str
    """The header as sent, in lower case; empty when there was none."""
    validators: Validators
    max_age: float | None
    """Seconds for which the server promises no change, at most a day."""
    moved_to: str | None = None
    """Where permanent redirects lead from the address that was asked for, without credentials."""


class Web:
    """The door. Thread-safe; one for the whole process, since it keeps connections.

    ``deadline`` counts from the moment the host's turn has come to the last byte, over all
    redirects. Looking a name up cannot be cut and may add what the system's resolver takes.
    """

    def __init__(
        self,
        *,
        user_agent: str = USER_AGENT,
        connect_timeout: float = 10.0,
        deadline: float = 30.0,
        max_bytes: int = 10_000_000,
        ssl_context: ssl.SSLContext | None = None,
        max_per_host: int = 2,
        spacing: float = 0.0,
        patience: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        context = ssl_context or verifying_context()
        self._public = Session(context, public_only=True, per_host=max_per_host)
        self._any = Session(context, public_only=False, per_host=max_per_host)
        self._turns = Turns(max_per_host, spacing, patience=patience, clock=clock)
        self._robots = Robots(user_agent, self._rules, clock)
        self._user_agent = user_agent
        self._connect_timeout = connect_timeout
        self._deadline = deadline
        self._max_bytes = max_bytes

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Drop kept connections; whoever waits for a turn gets an error."""
        self._turns.close()
        self._public.close()
        self._any.close()

    def get(
        self,
        source: Source,
        url: str,
        *,
        validators: Validators | None = None,
        patience: float = 0.0,
    ) -> Response:
        """Fetch ``url`` for ``source``; with validators, ask only for what is new.

        ``patience`` is how long to wait for the turn of the host, if longer than usual. Raises
        FetchError, whatever goes wrong.
        """
        return self._follow(source, url, validators, obey=source.robots, patience=patience)

    def permission(self, source: Source, url: str) -> float:
        """What robots.txt says of an address, whatever the source obeys: the seconds that the host
        wants between two requests, zero when it does not say.

        Raises FetchError when the address is forbidden, or when it cannot be told.
        """
        return self._robots.check(source, url)

    def _rules(self, source: Source, url: str, validators: Validators | None) -> Response:
        """A robots.txt: the one address that may be asked for without asking it first."""
        return self._follow(source, url, validators, obey=False)

    def _follow(
        self,
        source: Source,
        url: str,
        validators: Validators | None,
        *,
        obey: bool,
        patience: float = 0.0,
    ) -> Response:
        """Each hop keeps to its own host's rules and turns; the deadline is one for all."""
        cookies, left, before = RequestsCookieJar(), self._deadline, ""
        moves: list[tuple[int, str]] = []
        for _ in range(MAX_REDIRECTS + 1):
            host = _host(source, url)
            delay = self._robots.check(source, url) if obey else 0.0
            turn = self._turns.turn(host, spacing=delay, patience=patience, follows=host == before)
            with self._in_turn(source, host, turn), Deadline(left) as deadline:
                found = self._hop(source, url, validators, cookies, deadline)
            if isinstance(found, Response):
                return replace(found, moved_to=_moved_to(moves))
            moves.append(found)
            url, left, before = found[1], deadline.left(), host
        raise FetchError(source.name, FetchFailure.TOO_MANY_REDIRECTS, f"over {MAX_REDIRECTS}")

    @contextmanager
    def _in_turn(
        self, source: Source, host: str, turn: AbstractContextManager[None]
    ) -> Iterator[None]:
        """What the turn brings as a FetchError; a host that sends us away rests as a whole."""
        try:
            with turn:
                yield
        except ClosedError as error:
            raise FetchError(source.name, FetchFailure.UNREACHABLE, "shutting down") from error
        except NotYetError as error:
            raise FetchError(
                source.name, FetchFailure.POSTPONED, host, retry_after=error.seconds
            ) from error
        except FetchError as error:
            if error.failure is FetchFailure.THROTTLED:
                self._turns.rest(host, min(error.retry_after or 0.0, LONGEST_REST))
            raise

    def _hop(
        self,
        source: Source,
        url: str,
        validators: Validators | None,
        cookies: RequestsCookieJar,
        deadline: Deadline,
    ) -> Response | tuple[int, str]:
        """One request: its answer, or status and address of a redirect."""
        try:
            with self._ask(source, url, validators, cookies, deadline) as answer:
                target = None if deadline.fired else _target(answer)
                if target is None:
                    return self._read(source, answer, validators, deadline)
        except _TROUBLE as error:
            raise self._failed(source, url, error, deadline) from error
        cookies.update(answer.cookies)
        return answer.status_code, _joined(source, url, target)

    def _ask(
        self,
        source: Source,
        url: str,
        validators: Validators | None,
        cookies: RequestsCookieJar,
        deadline: Deadline,
    ) -> requests.Response:
        """Send the request and read the head of the answer."""
        session = self._any if source.allow_private else self._public
        request = session.prepare_request(
            requests.Request(
                "GET",
                url,
                headers=self._headers(source, url, validators),
                cookies=cookies,
                auth=_auth(source, url),
            )
        )
        for attempt in (1, 2):
            left = deadline.left()
            timeout = Timeout(connect=min(self._connect_timeout, left), read=left)
            deadline.dialled = False
            try:
                return session.send(request, stream=True, allow_redirects=False, timeout=timeout)  # type: ignore[arg-type]  # the stubs do not know Timeout
            except requests.ConnectionError as error:
                # A connection kept from earlier may have been closed by the server meanwhile.
                stale = attempt == 1 and not deadline.dialled and was_dropped(error)
                if not stale or deadline.fired:
                    raise
        raise AssertionError("unreachable")

    def _headers(self, source: Source, url: str, validators: Validators | None) -> dict[str, str]:
        lists = source.kind in {SourceKind.FEED, SourceKind.SITEMAP} and url == source.url
        headers = {
            "User-Agent": self._user_agent,
            "Accept": _LISTS if lists else _PAGES,
            "Accept-Encoding": "gzip, deflate",
        }
        if source.language:
            headers["Accept-Language"] = f"{source.language}, *;q=0.5"
        if validators and validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators and validators.last_modified:
            headers["If-Modified-Since"] = validators.last_modified
        return headers

    def _read(
        self,
        source: Source,
        answer: requests.Response,
        before: Validators | None,
        deadline: Deadline,
    ) -> Response:
        status = answer.status_code
        unchanged = status == 304 and before is not None
        if not deadline.fired and status != 200 and not unchanged:
            raise _refusal(source, answer)
        body = self._body(answer)
        if deadline.fired:
            # Cut in the middle, headers look like an empty answer and an unmeasured body whole.
            raise TimeoutError
        if not body and not unchanged:
            raise FetchError(source.name, FetchFailure.EMPTY)
        validators = validators_of(answer.headers, before, status)
        if not unchanged:
            digest = hashlib.sha256(body).hexdigest()
            validators = Validators(validators.etag, validators.last_modified, digest)
        return Response(
            url=without_credentials(answer.url),
            status=status,
            body=body,
            content_type=answer.headers.get("Content-Type", "").lower(),
            validators=validators,
            max_age=fresh_for(answer.headers),
        )

    def _body(self, answer: requests.Response) -> bytes:
        """The whole body, unpacked; neither form may be larger than allowed."""
        packing = answer.headers.get("Content-Encoding", "").strip().lower()
        if packing not in _PACKED | {"", "identity"}:
            raise DamagedError(packing)
        raw: HTTPResponse = answer.raw
        if (raw.length_remaining or 0) > self._max_bytes:
            raise TooLargeError
        inflater = Inflater(self._max_bytes) if packing in _PACKED else None
        plain, received = bytearray(), 0
        while piece := raw.read1(_PIECE, decode_content=False):
            received += len(piece)
            if received > self._max_bytes:
                raise TooLargeError
            if inflater is None:
                plain += piece
            else:
                inflater.feed(piece)
        return bytes(plain) if inflater is None else inflater.finish()

    def _failed(self, source: Source, url: str, error: Exception, deadline: Deadline) -> FetchError:
        """The deadline first: a connection that it cut fails in many ways."""
        if deadline.fired:
            return FetchError(source.name, FetchFailure.TIMEOUT, f"{self._deadline:g} s")
        failure, detail = failure_of(error)
        if failure is FetchFailure.TOO_LARGE:
            detail = f"over {self._max_bytes:,} bytes"
        elif failure is FetchFailure.TIMEOUT:
            detail = f"{self._deadline:g} s"
        elif failure in {FetchFailure.HOST_UNKNOWN, FetchFailure.REFUSED}:
            detail = urlsplit(url).hostname or ""
        return FetchError(source.name, failure, detail)


def without_credentials(url: str) -> str:
    """The URL without ``user:password@``, one that cannot be read included."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return re.sub(r"//[^/?#]*@", "//", url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _host(source: Source, url: str) -> str:
    """The host of an address that we are willing to fetch. Raises FetchError for any other."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(source.name, FetchFailure.BAD_ADDRESS) from error
    if parts.scheme not in {"http", "https"} or not host:
        detail = f"a {parts.scheme[:20]}: address" if parts.scheme else "no http or https in it"
        raise FetchError(source.name, FetchFailure.BAD_ADDRESS, detail)
    return host


def _joined(source: Source, url: str, target: str) -> str:
    """Where a redirect leads, as an address that we are willing to fetch."""
    try:
        joined = urljoin(url, target)
    except ValueError as error:
        raise FetchError(source.name, FetchFailure.BAD_ADDRESS, "a redirect") from error
    _host(source, joined)
    return joined


def _auth(source: Source, url: str) -> tuple[str, str] | None:
    """The credentials in the source's own URL, for other addresses of the same origin."""
    own, asked = urlsplit(source.url), urlsplit(url)
    same = (own.scheme, own.hostname, own.port) == (asked.scheme, asked.hostname, asked.port)
    if source.kind is SourceKind.FOLDER or not same or own.username is None:
        return None
    return requests.utils.get_auth_from_url(source.url)


def _target(answer: requests.Response) -> str | None:
    """Where a redirect leads. Header bytes arrive as Latin-1 and are UTF-8 in practice."""
    location = answer.headers.get("Location")
    if answer.status_code not in _REDIRECTS or not location:
        return None
    return location.encode("latin-1", "replace").decode("utf-8", "replace").strip()


def _moved_to(moves: list[tuple[int, str]]) -> str | None:
    """The last address of the permanent redirects that came before any other."""
    for_good = list(takewhile(lambda move: move[0] in _FOR_GOOD, moves))
    return without_credentials(for_good[-1][1]) if for_good else None


def _refusal(source: Source, answer: requests.Response) -> FetchError:
    status = answer.status_code
    failure = _FAILURES.get(status)
    if failure is None:
        failure = FetchFailure.SERVER_ERROR if status >= 500 else FetchFailure.STATUS
    later = retry_after(answer.headers)
    if later is None and status == 429:
        later = TOO_MANY_REST
    return FetchError(source.name, failure, f"HTTP {status}", retry_after=later)
