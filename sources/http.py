"""The one HTTP door. Everything that reaches the web goes through :class:`Web`.

Policy: whatever a server does, the caller gets an answer or a FetchError within the deadline, and
never more than the allowed bytes in memory. Errors of requests, urllib3 and the sockets are
turned into FetchError here and nowhere else. Nothing sleeps because a server says so: Retry-After
is handed on, the schedule decides.
"""

from __future__ import annotations

import hashlib
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Final, Self
from urllib.parse import urlsplit

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
from sources.deadline import Deadline
from sources.hops import (
    credentials_for,
    host_of,
    joined,
    moved_to,
    target_of,
    without_credentials,
)
from sources.inflate import CutShortError, DamagedError, Inflater, TooLargeError, UnaskedError
from sources.resolve import NoAnswerError, is_numeric
from sources.robots import Robots
from sources.transport import (
    BlockedAddressError,
    Dialling,
    Session,
    is_public,
    verifying_context,
)
from sources.turns import ClosedError, NotYetError, Turns
from sources.walls import wall_in

USER_AGENT: Final = "Pactwatch/0.1 (news monitor)"
MAX_REDIRECTS: Final = 5
LONGEST_REST: Final = 86_400.0
"""Seconds for which a host that asks to be left alone is, at most."""
TOO_MANY_REST: Final = 60.0
"""Rest after a 429 that names no time."""

_PIECE: Final = 65_536
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
    NoAnswerError,
    TooLargeError,
    DamagedError,
    UnaskedError,
    CutShortError,
)
_ABOUT_THE_NAME: Final = frozenset(
    {FetchFailure.HOST_UNKNOWN, FetchFailure.REFUSED, FetchFailure.CERT_NAME}
)
_WALL_BYTES: Final = 65_536
"""Of an answer that refuses, this much is looked at for a wall."""
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
    redirects. ``proxy`` is asked instead of hosts, but for sources inside our network
    (``allow_private``); what a name resolves to is then its matter.
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
        proxy: str | None = None,
        dialling: Dialling | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        context = ssl_context or verifying_context()
        dialling = dialling or Dialling()
        self._public = Session(context, dialling, per_host=max_per_host, proxy=proxy)
        self._any = Session(context, dialling.anywhere(), per_host=max_per_host, proxy=None)
        self._proxied = proxy is not None
        self._turns = Turns(max_per_host, spacing, patience=patience, clock=clock)
        self._robots = Robots(user_agent, self._rules, clock, patience=patience)
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
            host = host_of(source, url)
            delay = self._robots.check(source, url) if obey else 0.0
            turn = self._turns.turn(host, spacing=delay, patience=patience, follows=host == before)
            with self._in_turn(source, host, turn), Deadline(left) as deadline:
                found = self._hop(source, url, validators, cookies, deadline)
            if isinstance(found, Response):
                return replace(found, moved_to=moved_to(moves))
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
            if error.retry_after:
                self._turns.rest(host, min(error.retry_after, LONGEST_REST))
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
                target = None if deadline.fired else target_of(answer)
                if target is None:
                    return self._read(source, answer, validators, deadline)
        except _TROUBLE as error:
            raise self._failed(source, url, error, deadline) from error
        cookies.update(answer.cookies)
        return answer.status_code, joined(source, url, target)

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
        host = urlsplit(url).hostname or ""
        if self._proxied and not source.allow_private and is_numeric(host) and not is_public(host):
            raise BlockedAddressError
        request = session.prepare_request(
            requests.Request(
                "GET",
                url,
                headers=self._headers(source, url, validators),
                cookies=cookies,
                auth=credentials_for(source, url),
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
        # Of what nothing is known nothing can be unchanged: a 304 then is no answer.
        unchanged = status == 304 and before not in {None, Validators()}
        if not deadline.fired and status != 200 and not unchanged:
            raise self._refusal(source, answer)
        body = self._body(answer, self._max_bytes)
        if deadline.fired:
            # Cut in the middle, headers look like an empty answer and an unmeasured body whole.
            raise TimeoutError
        if not body and not unchanged:
            raise FetchError(source.name, FetchFailure.EMPTY)
        validators = validators_of(answer.headers, before, status)
        content_type = answer.headers.get("Content-Type", "").lower()
        wall = None if unchanged else wall_in(answer.headers, body, content_type)
        if wall is not None:
            raise FetchError(source.name, FetchFailure.BOT_WALL, wall)
        if not unchanged:
            digest = hashlib.sha256(body).hexdigest()
            validators = Validators(validators.etag, validators.last_modified, digest)
        return Response(
            url=without_credentials(answer.url),
            status=status,
            body=body,
            content_type=content_type,
            validators=validators,
            max_age=fresh_for(answer.headers),
        )

    def _refusal(self, source: Source, answer: requests.Response) -> FetchError:
        """An answer that is no page: why, and when to come back."""
        status, later = answer.status_code, retry_after(answer.headers)
        if later is None and status == 429:
            later = TOO_MANY_REST
        try:
            body = self._body(answer, most=_WALL_BYTES)
        except _TROUBLE:
            body = b""
        wall = wall_in(answer.headers, body, answer.headers.get("Content-Type", "").lower())
        if wall is not None:
            return FetchError(
                source.name, FetchFailure.BOT_WALL, f"{wall}, HTTP {status}", retry_after=later
            )
        failure = _FAILURES.get(status)
        if failure is None:
            failure = FetchFailure.SERVER_ERROR if status >= 500 else FetchFailure.STATUS
        return FetchError(source.name, failure, f"HTTP {status}", retry_after=later)

    def _body(self, answer: requests.Response, most: int) -> bytes:
        """The whole body, unpacked; neither form may be larger than ``most``."""
        packing = answer.headers.get("Content-Encoding", "").strip().lower()
        if packing not in _PACKED | {"", "identity"}:
            raise UnaskedError
        raw: HTTPResponse = answer.raw
        if (raw.length_remaining or 0) > most:
            raise TooLargeError
        inflater = Inflater(most) if packing in _PACKED else None
        plain, received = bytearray(), 0
        while piece := raw.read1(_PIECE, decode_content=False):
            received += len(piece)
            if received > most:
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
        elif failure in _ABOUT_THE_NAME:
            detail = detail or urlsplit(url).hostname or ""
        return FetchError(source.name, failure, detail)
