"""A host of faults: what servers do wrong, through the real pipeline beside a good source.

outcome = suffer(FAULTS["drip"], tmp_path)
outcome.reason     what people read of it; empty when nothing was wrong in the end
"""

from __future__ import annotations

import contextlib
import re
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Self

import trustme
from fakeweb import FakeWeb, Reply, Request
from newsroom import SIGNED, START, Newsroom, Told, page

from pacts.errors import FetchFailure as F
from pacts.model import Source
from sources.http import Web
from sources.resolve import Found, LookUp, ask_system
from sources.transport import Dialling, is_public
from storage.store import Store
from worker.care.acquaint import acquaint
from worker.journey.pipeline import Polled
from worker.life.polls import Polls
from worker.life.runtime import Runtime

DEADLINE: Final = 2.0
MAX_BYTES: Final = 2_000_000
OUTLET: Final = "127.0.0.2"
"""Stands for a public address; all others of this machine are what they are: private."""
RSS: Final = "application/rss+xml"
SECOND: Final = ("A second report from the coast", "The harbour of Suva was closed on Tuesday.")
BROTLI_BOMB: Final = bytes.fromhex("5bffff0300002420") * 2000
"""In name only: it is never unpacked, since brotli is never asked for."""
WALL: Final = (
    "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><script>"
    "window._cf_chl_opt={cvId:'3'};</script></body></html>"
)


class FaultHost:
    """Servers on the outlet's address, names that lead to them, and who signed for them."""

    def __init__(self) -> None:
        self.authority = trustme.CA()
        self.plain = FakeWeb(host=OUTLET)
        self._stack = ExitStack()
        self._asleep = threading.Event()

    def __enter__(self) -> Self:
        self._stack.enter_context(self.plain)
        return self

    def __exit__(self, *_: object) -> None:
        self._asleep.set()
        self._stack.close()

    def secure(self, *names: str, **dates: datetime) -> FakeWeb:
        """A server with a certificate for these names."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(*names, **dates).configure_cert(context)
        return self._stack.enter_context(FakeWeb(host=OUTLET, tls=context))

    def door(self) -> Web:
        """The door of the service, with a few seconds where it has minutes."""
        trusting = ssl.create_default_context()
        self.authority.configure_trust(trusting)
        dialling = Dialling(LookUp(self._resolve), lambda at: at == OUTLET or is_public(at))
        return Web(
            deadline=DEADLINE,
            connect_timeout=1.0,
            max_bytes=MAX_BYTES,
            patience=5.0,
            ssl_context=trusting,
            dialling=dialling,
        )

    def _resolve(self, host: str, port: int) -> Found:
        if host == "silent.example":
            self._asleep.wait(30)
        known = {"outlet.example": OUTLET, "inside.example": "127.0.0.1"}
        return ask_system(known.get(host, host), port)


@dataclass(frozen=True, slots=True)
class Fault:
    """``set_up`` makes a host misbehave and returns the address of the source."""

    name: str
    expected: F | None
    """None: it is taken as it is meant, and nobody is bothered."""
    set_up: Callable[[FaultHost], str]
    kind: str = "feed"
    polls: int = 1
    items: int = 0
    """Articles that are read all the same."""


@dataclass(frozen=True, slots=True)
class Outcome:
    reason: str
    """What ``sources list`` shows."""
    seconds: float
    megabytes: float
    """By which the process grew at its peak, the servers included."""
    items: int
    good_items: int
    """Articles of the good source, polled in the same round."""
    good_seconds: float
    requests: int
    failures: int


# --- what goes wrong -----------------------------------------------------------------------


def feed(host: FaultHost, path: str = "/one", *, at: FakeWeb | None = None) -> bytes:
    """A good feed of one article at ``path``."""
    link = (at or host.plain).url(path, host="outlet.example")
    return (
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Outlet</title><item>"
        f"<title>{SECOND[0]}</title><link>{link}</link><guid>{link}</guid>"
        "<pubDate>Tue, 04 Mar 2031 09:00:00 GMT</pubDate></item></channel></rss>"
    ).encode()


def article() -> bytes:
    return page(Told("one", *SECOND, START)).encode()


def at_feed(install: Callable[[FaultHost, str], object]) -> Callable[[FaultHost], str]:
    """The fault is where the list of items should be."""

    def set_up(host: FaultHost) -> str:
        host.plain.serve("/one", article())
        install(host, "/feed")
        return host.plain.url("/feed", host="outlet.example")

    return set_up


def at_page(install: Callable[[FaultHost, str], object]) -> Callable[[FaultHost], str]:
    """The feed is good, and the fault is where its article should be."""

    def set_up(host: FaultHost) -> str:
        host.plain.serve("/feed", feed(host), RSS)
        install(host, "/one")
        return host.plain.url("/feed", host="outlet.example")

    return set_up


def body(path: str, host: FaultHost) -> tuple[bytes, str]:
    return (feed(host), RSS) if path == "/feed" else (article(), "text/html; charset=utf-8")


def good(host: FaultHost, path: str) -> None:
    text, kind = body(path, host)
    host.plain.serve(path, text, kind)


def drip(host: FaultHost, path: str) -> None:
    text, kind = body(path, host)
    host.plain.drip(path, text, every=0.05, content_type=kind)


def truncated(host: FaultHost, path: str) -> None:
    text, _ = body(path, host)
    host.plain.truncate(path, text[: len(text) // 2], missing=len(text) // 2)


def gzip_bomb(host: FaultHost, path: str) -> None:
    host.plain.bomb(path, size=300_000_000)


def brotli_bomb(host: FaultHost, path: str) -> None:
    host.plain.serve(path, BROTLI_BOMB, headers={"Content-Encoding": "br"})


def endless(host: FaultHost, path: str) -> None:
    host.plain.endless(path)


def loop(host: FaultHost, path: str) -> None:
    host.plain.redirect(path, f"{path}?again")


def redirect_inside(host: FaultHost, path: str) -> None:
    host.plain.redirect(path, f"http://127.0.0.1:{host.plain.port}/admin")


def redirect_to_name_inside(host: FaultHost, path: str) -> None:
    host.plain.redirect(path, f"http://inside.example:{host.plain.port}/admin")


def too_short(host: FaultHost, path: str) -> None:
    """Content-Length promises less than comes: the rest does not belong to the answer."""
    text, kind = body(path, host)
    host.plain.script(path, Reply(text, content_type=kind, length=len(text) - 40))


def slow_header(host: FaultHost, path: str) -> None:
    host.plain.drip_headers(path, every=0.05)


def hanging(host: FaultHost, path: str) -> None:
    host.plain.hang(path)


def unchanged_with_a_body(host: FaultHost, path: str) -> None:
    text, kind = body(path, host)
    data = b"HTTP/1.1 304 Not Modified\r\nContent-Length: 2000\r\n\r\n" + b"<rss>never</rss>" * 10

    def after(_: Request) -> Reply:
        return Reply(chunks=lambda _stop: iter([data]), raw=True)

    host.plain.script(path, Reply(text, content_type=kind, etag='"1"'), after)


def refusing(status: int, value: str) -> Callable[[FaultHost, str], None]:
    head = f"HTTP/1.1 {status} No\r\nDate: Tue, 04 Mar 2031 12:00:00 GMT\r\nRetry-After: {value}"
    data = f"{head}\r\nContent-Length: 2\r\n\r\nno".encode()

    def install(host: FaultHost, path: str) -> None:
        host.plain.script(path, Reply(chunks=lambda _: iter([data]), raw=True))

    return install


def latin_1(host: FaultHost, path: str) -> None:
    """Neither header nor document says so."""
    text, kind = body(path, host)
    text = text.replace(b"from the coast", "à la carte, déjà signé".encode("latin-1"))
    text = text.replace(b"<meta charset='utf-8'>", b"").replace(b" encoding='utf-8'", b"")
    host.plain.serve(path, text, kind.partition(";")[0])


def wall(host: FaultHost, path: str) -> None:
    host.plain.serve(path, WALL)


def wall_403(host: FaultHost, path: str) -> None:
    host.plain.serve(path, WALL, status=403)


def web_page(host: FaultHost, path: str) -> None:
    host.plain.serve(path, "<!doctype html><title>Welcome</title><p>Welcome to our new site.</p>")


def endless_index(host: FaultHost) -> str:
    """Each sitemap index names two more, and so on without end."""

    def index(request: Request) -> Reply:
        names = (f"{request.path}{branch}" for branch in "ab")
        locs = "".join(
            f"<sitemap><loc>{host.plain.url(name, host='outlet.example')}</loc></sitemap>"
            for name in names
        )
        return Reply(
            f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{locs}"
            "</sitemapindex>".encode(),
            content_type="application/xml",
        )

    for depth in range(8):
        for number in range(2**depth):
            branch = f"{number:0{depth}b}".translate({48: "a", 49: "b"}) if depth else ""
            host.plain.script(f"/map{branch}", index)
    return host.plain.url("/map", host="outlet.example")


def certificate(*names: str, **dates: datetime) -> Callable[[FaultHost], str]:
    def set_up(host: FaultHost) -> str:
        site = host.secure(*names, **dates)
        site.serve("/feed", feed(host, at=site), RSS)
        return site.url("/feed", host="outlet.example")

    return set_up


def unknown_issuer(host: FaultHost) -> str:
    known, host.authority = host.authority, trustme.CA()
    site = host.secure("outlet.example")
    host.authority = known
    return site.url("/feed", host="outlet.example")


def name_inside(host: FaultHost) -> str:
    return f"http://inside.example:{host.plain.port}/feed"


def silent_name_server(_: FaultHost) -> str:
    return "http://silent.example/feed"


def robots_down(host: FaultHost) -> str:
    host.plain.serve("/feed", feed(host), RSS)
    host.plain.fail("/robots.txt", 500)
    return host.plain.url("/feed", host="outlet.example")


_OLD: Final = {"not_after": datetime(2020, 1, 1, tzinfo=UTC)}
_EARLY: Final = {
    "not_before": datetime(2099, 1, 1, tzinfo=UTC),
    "not_after": datetime(2100, 1, 1, tzinfo=UTC),
}
_AT_BOTH: Final[Sequence[tuple[str, F, Callable[[FaultHost, str], object]]]] = (
    ("drip", F.TIMEOUT, drip),
    ("truncation", F.TRUNCATED, truncated),
    ("gzip bomb", F.TOO_LARGE, gzip_bomb),
    ("brotli bomb", F.BAD_ENCODING, brotli_bomb),
    ("endless body", F.TOO_LARGE, endless),
    ("redirect loop", F.TOO_MANY_REDIRECTS, loop),
    ("redirect to a private address", F.BAD_ADDRESS, redirect_inside),
    ("redirect to a name that is private", F.BAD_ADDRESS, redirect_to_name_inside),
    ("slow header", F.TIMEOUT, slow_header),
    ("no answer", F.TIMEOUT, hanging),
    ("429, Retry-After in seconds", F.THROTTLED, refusing(429, "3600")),
    ("429, Retry-After as a date", F.THROTTLED, refusing(429, "Tue, 04 Mar 2031 13:00:00 GMT")),
    ("503, Retry-After in seconds", F.THROTTLED, refusing(503, "3600")),
    ("200 with a bot wall", F.BOT_WALL, wall),
    ("403 with a bot wall", F.BOT_WALL, wall_403),
)
_ALL: Final = (
    Fault("nothing at all", None, at_feed(good), items=1),
    *(Fault(f"{name}: feed", failure, at_feed(how)) for name, failure, how in _AT_BOTH),
    *(Fault(f"{name}: page", failure, at_page(how)) for name, failure, how in _AT_BOTH),
    Fault("Content-Length too long: feed", F.TRUNCATED, at_feed(truncated)),
    Fault("Content-Length too short: feed", None, at_feed(too_short), items=1),
    Fault("Content-Length too short: page", None, at_page(too_short), items=1),
    Fault("304 with a body: feed", None, at_feed(unchanged_with_a_body), polls=3, items=1),
    Fault("latin-1 without a charset: feed", None, at_feed(latin_1), items=1),
    Fault("latin-1 without a charset: page", None, at_page(latin_1), items=1),
    Fault("HTML instead of a feed", F.NOT_A_FEED, at_feed(web_page)),
    Fault("endless sitemap indexes", F.NOT_A_SITEMAP, endless_index, kind="sitemap"),
    Fault("name that resolves to a private address", F.BAD_ADDRESS, name_inside),
    Fault("name server that is silent", F.HOST_UNKNOWN, silent_name_server),
    Fault("certificate for another name", F.CERT_NAME, certificate("other.example")),
    Fault("certificate expired", F.CERT_EXPIRED, certificate("outlet.example", **_OLD)),
    Fault("certificate not valid yet", F.CERT_EARLY, certificate("outlet.example", **_EARLY)),
    Fault("certificate of an unknown issuer", F.CERT_ISSUER, unknown_issuer),
    Fault("robots.txt fails", F.ROBOTS_UNREADABLE, robots_down),
)
FAULTS: Final = {fault.name: fault for fault in _ALL}


# --- through the pipeline ------------------------------------------------------------------


def suffer(fault: Fault, directory: Path) -> Outcome:
    """Poll a source with this fault and a good one in the same round."""
    directory.mkdir(exist_ok=True)
    with Newsroom(directory) as room, FaultHost() as host:
        room.publish("wire", "signed", *SIGNED)
        url = fault.set_up(host)
        entry = f"{{name: bad, kind: {fault.kind}, url: '{url}', allow_private: false}}"
        room.configure(extra_sources=[entry])
        room.database.parent.mkdir(exist_ok=True)
        with Store.open(room.database) as store, host.door() as web, peak() as grown:
            acquaint(store, room.config, room.now)
            runtime = Runtime(room.config, store, web, lambda: room.now)
            first = took = one_round(runtime)
            for _ in range(fault.polls - 1):
                room.later(hours=1)
                took = one_round(runtime)
            states = {state.name: state for state in store.source_states()}
            unread = store.unread().get("bad", (0, ""))[1]
            return Outcome(
                reason=states["bad"].last_error or unread,
                seconds=max(first["bad"], took["bad"]),
                megabytes=grown() / 1e6,
                items=len([one for _, one in store.articles() if one.source == "bad"]),
                good_items=len([one for _, one in store.articles() if one.source == "wire"]),
                good_seconds=first["wire"],
                requests=len(host.plain.requests),
                failures=states["bad"].failures,
            )


def one_round(runtime: Runtime) -> dict[str, float]:
    """Both sources at once; the seconds that each took."""
    took: dict[str, float] = {}

    def poll(source: Source) -> Polled:
        began = time.monotonic()
        try:
            return runtime.poll(source)
        finally:
            took[source.name] = time.monotonic() - began

    polls = Polls(poll, workers=2)
    running: list[Future[Polled]] = polls.submit(runtime.config.sources)
    for one in running:
        one.result(timeout=60)
    polls.close()
    return took


@contextmanager
def peak() -> Iterator[Callable[[], float]]:
    """Bytes by which this process grows at most, as the system counts them."""
    with contextlib.suppress(OSError):  # not allowed: the peak of before counts as well
        Path("/proc/self/clear_refs").write_text("5", "ascii")
    before = _resident("VmRSS")
    yield lambda: max(0.0, _resident("VmHWM") - before)


def _resident(what: str) -> float:
    found = re.search(rf"{what}:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    assert found
    return float(found[1]) * 1024


def rows(outcomes: dict[str, Outcome]) -> Iterator[str]:
    """The table: fault, reason, seconds, megabytes, the good source beside it."""
    head: tuple[Any, ...] = ("fault", "seconds", "MB", "good source", "reason shown")
    yield "{:<42} {:>7} {:>6}  {:<18} {}".format(*head)
    for name, one in outcomes.items():
        good, reason = f"{one.good_items} read in {one.good_seconds:.1f} s", one.reason or "-"
        yield f"{name:<42} {one.seconds:>7.2f} {one.megabytes:>6.1f}  {good:<18} {reason}"
