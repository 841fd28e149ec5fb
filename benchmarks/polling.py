"""What a poll costs, end to end: robots, spacing, HTTP, parsing, health and database.

    first poll        of 300 hosts over https and 1,000 over plain http, pages not fetched
    304               the same sources again, nothing has changed
    changed           30 items again under another tag, none of them new
    new article       one new item in each feed: its page fetched, read, searched, stored

Beside it, in the same run: a bare loop of ``requests``, as shipped and with one shared TLS context,
and lemon24/reader where ``READER_PYTHON`` names a Python that has it. All use 16 threads. Hosts are
names for loopback addresses of a server in a process of its own; a connection serves one request,
as it does with minutes between polls. Numbers are CPU milliseconds of one poll, of re-polls
the best round of five.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import math
import os
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import certifi
import requests
import trustme
from requests.adapters import HTTPAdapter

from benchmarks.hostnames import DOMAIN, host, resolve_here
from benchmarks.newsserver import TAG
from pacts.model import Source
from pacts.terms import Pages, SourceKind
from worker.config import Config
from worker.life.logs import set_up_logs
from worker.life.runtime import Runtime, opened
from worker.life.sweep import poll_each

HTTPS_HOSTS = 300
HTTP_HOSTS = 1000
ROUNDS = 5
WORKERS = 16
START = datetime(2025, 5, 7, 8, tzinfo=UTC)
BUDGETS = {"304": 3.5, "changed": 5.0, "article": 20.0}
"""CPU milliseconds; 10,000 sources every 15 minutes in 5 % of a core would allow 4.5 a poll."""


@contextlib.contextmanager
def server(certificate: Path | None) -> Iterator[int]:
    """The server's port, while it runs."""
    arguments = [str(certificate)] if certificate else []
    command = [sys.executable, "-m", "benchmarks.newsserver", *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        yield int(process.stdout.readline())
        process.communicate()


def trust(folder: Path) -> Path:
    """A certificate for all hosts, and an authority that every client here believes."""
    authority = trustme.CA()
    made, trusted = folder / "server.pem", folder / "authorities.pem"
    authority.issue_cert(f"*.{DOMAIN}").private_key_and_cert_chain_pem.write_to_path(str(made))
    trusted.write_text(Path(certifi.where()).read_text())
    authority.cert_pem.write_to_path(str(trusted), append=True)
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"):
        os.environ[name] = str(trusted)
    return made


def cpu(work: Callable[[], object], polls: int) -> float:
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000 / polls


# --- rivals --------------------------------------------------------------------------------


def bare(urls: Sequence[str], session: requests.Session, *, tag: str | None) -> None:
    """The least that any poller on requests does: ask, and read the body."""

    def ask(url: str) -> int:
        headers = {"If-None-Match": tag} if tag else {}
        with session.get(url, headers=headers, timeout=30) as response:
            return len(response.content) + response.status_code

    with ThreadPoolExecutor(WORKERS) as pool:
        assert all(pool.map(ask, urls))


class Shared(HTTPAdapter):
    """One TLS context for all hosts, where requests reads the authorities for each anew."""

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        context = ssl.create_default_context(cafile=os.environ["SSL_CERT_FILE"])
        super().init_poolmanager(*args, **options, ssl_context=context)

    def build_connection_pool_key_attributes(
        self, request: Any, verify: Any, cert: Any = None
    ) -> Any:
        host, _ = super().build_connection_pool_key_attributes(request, verify, cert)
        return host, {}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """The context verifies."""


def shared_context() -> requests.Session:
    session = requests.Session()
    session.mount("https://", Shared())
    return session


def reader(urls: Sequence[str], folder: Path) -> dict[str, float] | None:
    python = os.environ.get("READER_PYTHON")
    if not python:
        return None
    script = Path(__file__).with_name("reader_rival.py")
    done = subprocess.run(
        [python, str(script), str(folder / f"reader-{len(urls)}.db")],
        input="\n".join(urls), stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout))


# --- ours ----------------------------------------------------------------------------------


class Ours:
    """The real pipeline on a clock that moves by hand."""

    def __init__(self, runtime: Runtime) -> None:
        self.now = START
        self._runtime = dataclasses.replace(runtime, clock=lambda: self.now)

    def sources(self, urls: Sequence[str], pages: Pages = Pages.NONE) -> list[Source]:
        sources = [
            Source(url, SourceKind.FEED, url, allow_private=True, pages=pages) for url in urls
        ]
        config = dataclasses.replace(self._runtime.config, sources=tuple(sources))
        self._runtime = dataclasses.replace(self._runtime, config=config)
        rows = [(source.name, source.kind.value, source.url) for source in sources]
        self._runtime.store.register_sources(rows, self.now)
        return sources

    def poll(self, sources: Sequence[Source], *, unchanged: bool = False, stored: int = 0) -> float:
        """CPU milliseconds of one poll; all must go as said."""
        done = []
        spent = cpu(lambda: done.extend(poll_each(self._runtime, sources)), len(sources))
        for polled in done:
            assert polled.error is None, polled
            assert (polled.unchanged, polled.stored) == (unchanged, stored), polled
        self.now += timedelta(minutes=15)
        return spent


# --- one scheme ----------------------------------------------------------------------------


def measure(scheme: str, port: int, folder: Path, count: int) -> None:
    origins = [f"{scheme}://{host(number)}:{port}" for number in range(count)]
    urls = [f"{origin}/same.xml" for origin in origins]
    config = Config((), (), ())
    with opened(config, folder / f"{scheme}.db", lambda: START) as runtime:
        ours = Ours(runtime)
        first, again = compare_polls(ours, urls)
        if rival := reader(urls, folder):
            first["lemon24/reader"], again["lemon24/reader"] = rival["first"], rival["again"]
        show(f"first poll of {count} hosts, {scheme}", first)
        show(f"304 from {count} hosts, {scheme}", again, BUDGETS["304"])
        if scheme == "https":
            show_changes(ours, origins)
    if rival is None:
        print("lemon24/reader: left out, READER_PYTHON names no Python that has it\n")


def compare_polls(ours: Ours, urls: Sequence[str]) -> tuple[dict[str, float], dict[str, float]]:
    shipped, shared = requests.Session(), shared_context()
    ours.poll(ours.sources([f"{url}?warm" for url in urls[:WORKERS]]), stored=30)
    sources = ours.sources(urls)
    rivals = {"bare requests, shared context": shared, "bare requests, as shipped": shipped}
    first = {"pactwatch": ours.poll(sources, stored=30)}
    for name, session in rivals.items():
        first[name] = cpu(lambda session=session: bare(urls, session, tag=None), len(urls))
    again: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        again.setdefault("pactwatch", []).append(ours.poll(sources, unchanged=True))
        for name, session in rivals.items():
            spent = cpu(lambda session=session: bare(urls, session, tag=TAG), len(urls))
            again.setdefault(name, []).append(spent)
    return first, {name: min(spent) for name, spent in again.items()}


def show_changes(ours: Ours, origins: Sequence[str]) -> None:
    some = origins[:100]
    urls = [f"{origin}/changed.xml" for origin in some]
    changed, session = ours.sources(urls), shared_context()
    ours.poll(changed, stored=30)
    spent, floor = math.inf, math.inf
    for _ in range(ROUNDS):
        spent = min(spent, ours.poll(changed))
        floor = min(floor, cpu(lambda: bare(urls, session, tag=TAG), len(urls)))
    beside = {"bare requests, shared context": floor}
    show("30 items again, none new", {"pactwatch": spent, **beside}, BUDGETS["changed"])
    growing = ours.sources([f"{origin}/growing.xml" for origin in some], Pages.ALL)
    ours.poll([dataclasses.replace(source, pages=Pages.NONE) for source in growing], stored=30)
    spent = min([ours.poll(growing, stored=1) for _ in range(ROUNDS)]) - spent
    title = "one new article: its page, events, stored"
    show(title, {"pactwatch": spent, **beside}, BUDGETS["article"])


def show(title: str, spent: dict[str, float], budget: float | None = None) -> None:
    """Rows of name, CPU milliseconds of one poll, and the ratio to the bare loop."""
    floor = spent.get("bare requests, shared context")
    head = f"{title:44}{'ms CPU':>10}{'x bare':>10}{'budget':>12}"
    print(head, "-" * len(head), sep="\n")
    for name, value in spent.items():
        ratio = f"{value / floor:10.2f}" if floor else " " * 10
        within = f"{budget:6} {'kept' if value <= budget else 'OVER'}" if budget else ""
        print(f"{name:44}{value:10.2f}{ratio}{within if name == 'pactwatch' else '':>12}")
    print(flush=True)


def main() -> None:
    set_up_logs("text", "error")
    resolve_here()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        certificate = trust(folder)
        with server(certificate) as port:
            measure("https", port, folder, HTTPS_HOSTS)
        with server(None) as port:
            measure("http", port, folder, HTTP_HOSTS)


if __name__ == "__main__":
    main()
