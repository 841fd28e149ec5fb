"""Thousands of feeds that publish on a simulated clock, polled by the real pipeline.

    with simulated(count=1000, folder=tmp_path) as world:
        world.run(hours=2)
        print(world.worst_lateness, world.cpu_per_poll)

Everything is real but the time and the sockets: answers come from an adapter below the HTTP door.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterator
from concurrent.futures import wait
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter
from urllib3 import HTTPResponse

from pacts.model import Source
from pacts.terms import Pages, SourceKind
from sources.http import Web
from storage.store import Store
from worker.config import Config
from worker.life.polls import Polls
from worker.life.runtime import Runtime

START: Final = datetime(2031, 3, 4, 12, tzinfo=UTC)
TICK: Final = timedelta(seconds=5)
SPACING: Final = 0.5
PER_HOST: Final = 4
"""Feeds of one host."""
NEWS_EVERY: Final = tuple(timedelta(minutes=minutes) for minutes in (20, 60, 240, 1440, 10_080))
"""How often the feeds have something new, by turns."""
LATEST: Final = TICK * (2 + PER_HOST)
"""A tick comes after the due time; and of the feeds of one host one is asked in a tick."""
_ITEM: Final = (
    "<item><title>Rain in place {0}, report {1}</title><guid isPermaLink='false'>{0}-{1}</guid>"
    "<link>http://{2}/{0}/{1}</link><description>Rain is expected.</description></item>"
)


class World(BaseAdapter):
    """The feeds, their hosts, and who was asked when."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.now = START
        self.sources = tuple(_source(number) for number in range(count))
        self.polls = 0
        self.requests = 0
        self.too_close = 0
        """Requests that came sooner after another of the same host than is polite."""
        self.worst_lateness = timedelta()
        """By how much the longest wait of a source was longer than it may be."""
        self.cpu_seconds = 0.0
        self.due_seconds = 0.0
        """What asking for the due sources took of it."""
        self._asked: dict[str, datetime] = {}
        self._polled: dict[str, datetime] = {}
        self._lock = threading.Lock()
        self._runtime: Runtime | None = None

    def clock(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        return (self.now - START).total_seconds()

    @property
    def cpu_per_poll(self) -> float:
        """Milliseconds, ticks included."""
        return self.cpu_seconds * 1000 / self.polls

    # --- the service -----------------------------------------------------------------------

    def use(self, runtime: Runtime) -> None:
        self._runtime = runtime

    def run(self, *, hours: float) -> None:
        """Tick after tick, as the service does; each waits for its polls, time stands meanwhile."""
        assert self._runtime is not None
        until, runtime = self.now + timedelta(hours=hours), self._runtime
        polls, began = Polls(runtime.poll, workers=16), time.process_time()
        while self.now < until:
            asked = time.process_time()
            due = runtime.due()
            self.due_seconds += time.process_time() - asked
            broken = [poll for poll in wait(polls.submit(due)).done if poll.exception()]
            assert not broken
            self.now += TICK
        polls.close()
        self.cpu_seconds += time.process_time() - began

    def never_polled(self) -> list[str]:
        return [source.name for source in self.sources if source.url not in self._polled]

    # --- the web ---------------------------------------------------------------------------

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        url = str(request.url)
        parts = urlsplit(url)
        with self._lock:
            self._note(str(parts.hostname), url, feed=parts.path != "/robots.txt")
        if parts.path == "/robots.txt":
            return _answer(request, 404, b"", {})
        return self._feed(request, int(parts.path[1:]), str(parts.hostname))

    def close(self) -> None:
        pass

    def _note(self, host: str, url: str, *, feed: bool) -> None:
        self.requests += 1
        before = self._asked.get(host)
        self.too_close += before is not None and (self.now - before).total_seconds() < SPACING
        self._asked[host] = self.now
        if feed:
            self.polls += 1
            waited = self.now - self._polled.get(url, START)
            self.worst_lateness = max(self.worst_lateness, waited - self._longest(url))
            self._polled[url] = self.now

    def _longest(self, url: str) -> timedelta:
        source = self.sources[int(urlsplit(url).path[1:])]
        return source.at_most or source.every

    def _feed(self, request: requests.PreparedRequest, number: int, host: str) -> requests.Response:
        latest = 10 + (self.now - START) // NEWS_EVERY[number % len(NEWS_EVERY)]
        tag = f'"{latest}"'
        if request.headers.get("If-None-Match") == tag:
            return _answer(request, 304, b"", {"ETag": tag})
        items = "".join(_ITEM.format(number, one, host) for one in range(latest, latest - 10, -1))
        body = f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>".encode()
        return _answer(request, 200, body, {"ETag": tag, "Content-Type": "application/rss+xml"})


def _source(number: int) -> Source:
    """Every second one lets its interval be learned."""
    learns = number % 2 == 1
    return Source(
        f"source {number}",
        SourceKind.FEED,
        f"http://h{number // PER_HOST}.example/{number}",
        every=timedelta(minutes=15),
        at_least=timedelta(minutes=10) if learns else None,
        at_most=timedelta(minutes=40) if learns else None,
        language="en",
        pages=Pages.NONE,
    )


def _answer(
    request: requests.PreparedRequest, status: int, body: bytes, headers: dict[str, str]
) -> requests.Response:
    answer = requests.Response()
    answer.status_code = status
    answer.url = str(request.url)
    answer.request = request
    answer.raw = HTTPResponse(
        BytesIO(body), status=status, headers=headers, preload_content=False, decode_content=False
    )
    answer.headers.update(headers)
    return answer


@contextmanager
def simulated(*, count: int, folder: Path) -> Iterator[World]:
    """A world with its service; nothing is due before :meth:`World.run`."""
    world = World(count)
    config = Config(world.sources, (), ())
    web = Web(
        ssl_context=ssl.create_default_context(),
        spacing=SPACING,
        patience=0.0,
        clock=world.seconds,
    )
    for session in (web._public, web._any):
        session.mount("http://", world)
    with web, Store.open(folder / "pactwatch.db") as store:
        runtime = Runtime(config, store, web, world.clock)
        store.register_sources(
            [(one.name, one.kind.value, one.url) for one in world.sources], START
        )
        world.use(runtime)
        yield world
