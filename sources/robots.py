"""What a host asks of robots, as RFC 9309 has it: may this address be fetched, and how often?

answer to /robots.txt            what it means
2xx                              its rules hold; of a huge file the first 500 KiB
4xx, endless redirects, empty    there are no rules: everything may be fetched
5xx, cut off, too late           nothing may be fetched for now; rules known from before go on
                                 holding; after 30 days it counts as not there
no connection at all             that very failure: the pages are out of reach as well

A file is asked for once a day for each origin, by one thread while others wait, and not for long: a
host whose file drips must not hold every thread.
"""

from __future__ import annotations

import re
import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Protocol
from urllib.parse import urlsplit

from protego import Protego

from pacts.errors import NOT_REACHED, FetchError, FetchFailure
from pacts.model import Source, Validators

KEPT_SECONDS: Final = 86_400.0
"""RFC 9309, 2.4: no longer than a day."""
TRIED_AGAIN_SECONDS: Final = 600.0
"""How long an unreachable file is left alone."""
ASKED_ELSEWHERE_SECONDS: Final = 10.0
"""After which somebody comes back who did not wait for another's answer."""
GIVEN_UP_SECONDS: Final = 30 * 86_400.0
"""RFC 9309, 2.3.1.4: after 30 days an unreachable file may count as one that is not there."""
MAX_BYTES: Final = 512_000
"""RFC 9309, 2.5: at least 500 KiB are read."""
MAX_DELAY: Final = 60.0
"""Seconds of crawl-delay that are believed: not part of the RFC, and often a slip of the pen."""

_MOST_ORIGINS: Final = 20_000
_MOST_VERDICTS: Final = 8
_TOKEN: Final = re.compile(r"[A-Za-z_-]+")

_NO_FILE: Final = frozenset(
    {
        FetchFailure.NOT_FOUND,
        FetchFailure.GONE,
        FetchFailure.FORBIDDEN,
        FetchFailure.BOT_WALL,
        FetchFailure.STATUS,
        FetchFailure.EMPTY,
        FetchFailure.TOO_MANY_REDIRECTS,
    }
)
_NO_HOST: Final = NOT_REACHED | {FetchFailure.BAD_ADDRESS}


class Answer(Protocol):
    """What the door gives for a robots.txt."""

    @property
    def status(self) -> int: ...
    @property
    def body(self) -> bytes: ...
    @property
    def validators(self) -> Validators: ...


Fetch = Callable[[Source, str, Validators | None], Answer]


@dataclass(slots=True)
class _Kept:
    """The file of one origin. Not frozen: it ages, and remembers verdicts.

    The text is kept packed: thousands of parsed files would take hundreds of megabytes.
    """

    packed: bytes = b""
    """Empty: no rules."""
    validators: Validators = field(default_factory=Validators)
    until: float = 0.0
    down_since: float | None = None
    known: bool = False
    """Whether an answer that counts has ever come."""
    delay: float = 0.0
    verdicts: dict[str, bool] = field(default_factory=dict)


@dataclass(slots=True)
class _Asking:
    """One request for a file, and those who wait for it."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    failed: FetchError | None = None


class Robots:
    """The rules of every origin that was asked lately. Thread-safe.

    ``patience`` is how many seconds anybody waits for another who asks for the same file.
    """

    def __init__(
        self,
        user_agent: str,
        fetch: Fetch,
        clock: Callable[[], float],
        *,
        patience: float = 30.0,
    ) -> None:
        self._patience = patience
        self._token = product_token(user_agent)
        self._fetch = fetch
        self._clock = clock
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._guard = threading.Lock()
        self._asking: dict[str, _Asking] = {}

    def check(self, source: Source, url: str) -> float:
        """The seconds that the host wants between two requests; zero when it does not say.

        Raises FetchError: ROBOTS_DISALLOW, ROBOTS_UNREADABLE, POSTPONED while another asks, or why
        the host is out of reach.
        """
        kept = self._current(source, origin_of(url))
        if not kept.known and not self._given_up(kept):
            raise FetchError(source.name, FetchFailure.ROBOTS_UNREADABLE)
        if not self._allowed(kept, url):
            raise FetchError(
                source.name, FetchFailure.ROBOTS_DISALLOW, urlsplit(url).hostname or ""
            )
        return kept.delay

    def _current(self, source: Source, origin: str) -> _Kept:
        """The file as kept, asked for anew when its time is over."""
        with self._guard:
            kept = self._kept.get(origin)
            if kept is not None and self._clock() < kept.until:
                self._kept.move_to_end(origin)
                return kept
            asking = self._asking.setdefault(origin, _Asking())
        if not asking.lock.acquire(timeout=self._patience):
            host = urlsplit(origin).hostname or ""
            raise FetchError(
                source.name, FetchFailure.POSTPONED, host, retry_after=ASKED_ELSEWHERE_SECONDS
            )
        try:
            return self._after_others(asking, source, origin)
        finally:
            with self._guard:
                self._asking.pop(origin, None)
            asking.lock.release()

    def _after_others(self, asking: _Asking, source: Source, origin: str) -> _Kept:
        """What others found while we waited; otherwise each would find out by himself."""
        failed = asking.failed
        if failed is not None:
            raise FetchError(
                source.name, failed.failure, failed.detail, retry_after=failed.retry_after
            )
        try:
            return self._fresh(source, origin)
        except FetchError as error:
            asking.failed = error
            raise

    def _fresh(self, source: Source, origin: str) -> _Kept:
        """Asked for, unless another thread has done so meanwhile."""
        with self._guard:
            kept = self._kept.get(origin)
        if kept is None or self._clock() >= kept.until:
            kept = self._asked(source, origin, kept or _Kept())
            self._keep(origin, kept)
        return kept

    def _keep(self, origin: str, kept: _Kept) -> None:
        with self._guard:
            self._kept[origin] = kept
            self._kept.move_to_end(origin)
            while len(self._kept) > _MOST_ORIGINS:
                self._kept.popitem(last=False)

    def _asked(self, source: Source, origin: str, before: _Kept) -> _Kept:
        try:
            answer = self._fetch(source, f"{origin}/robots.txt", before.validators)
        except FetchError as error:
            if error.failure in _NO_FILE:
                return _Kept(until=self._clock() + KEPT_SECONDS, known=True)
            postponed = error.failure is FetchFailure.POSTPONED
            if postponed or (error.failure in _NO_HOST and not before.known):
                raise
            return self._down(before)
        new = answer.status != 304
        packed = zlib.compress(answer.body[:MAX_BYTES]) if new else before.packed
        delay = rules_of(packed).crawl_delay(self._token) or 0.0
        return _Kept(
            packed,
            answer.validators,
            self._clock() + KEPT_SECONDS,
            known=True,
            delay=max(0.0, min(delay, MAX_DELAY)),
        )

    def _down(self, before: _Kept) -> _Kept:
        now = self._clock()
        since = now if before.down_since is None else before.down_since
        return _Kept(
            before.packed,
            before.validators,
            now + TRIED_AGAIN_SECONDS,
            down_since=since,
            known=before.known,
            delay=before.delay,
        )

    def _given_up(self, kept: _Kept) -> bool:
        return kept.down_since is not None and self._clock() - kept.down_since >= GIVEN_UP_SECONDS

    def _allowed(self, kept: _Kept, url: str) -> bool:
        if not kept.packed:
            return True
        verdict = kept.verdicts.get(url)
        if verdict is None:
            verdict = rules_of(kept.packed).can_fetch(url, self._token)
            with self._guard:
                if len(kept.verdicts) >= _MOST_VERDICTS:
                    kept.verdicts.clear()
                kept.verdicts[url] = verdict
        return verdict


def product_token(user_agent: str) -> str:
    """The name in a User-Agent header that rules are written for."""
    found = _TOKEN.match(user_agent)
    return found[0] if found else "Pactwatch"


def origin_of(url: str) -> str:
    """Scheme, host and port, without credentials: what one robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"


@lru_cache(maxsize=64)
def rules_of(packed: bytes) -> Protego:
    """The rules of a packed file; what is no rule in it says nothing."""
    return Protego.parse(zlib.decompress(packed).decode("utf-8-sig", "replace"))
