"""What asking again costs when nothing has changed: 304 answers from many hosts.

Baseline: ``requests`` as it is shipped, one session, the same hosts and validators. Beside it our
HTTP door alone, and a whole poll with the database. Plain HTTP, and HTTPS where openssl can make
a certificate; each poll is a connection of its own, as it is with minutes between polls.
"""

from __future__ import annotations

import contextlib
import shutil
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

import certifi
import requests

from benchmarks.timing import compare, table
from benchmarks.unchanged import ETAG
from pacts.model import Source, Validators
from pacts.terms import SourceKind
from sources.fetch import list_items
from sources.http import Web
from storage.store import Store
from worker.config import Config
from worker.pipeline import Desk, poll

HOSTS = 60
NOW = datetime(2025, 5, 7, 8, tzinfo=UTC)
KNOWN = Validators(etag=ETAG)


@contextlib.contextmanager
def server(certificate: Path | None) -> Iterator[int]:
    """The server's port, while it runs."""
    arguments = [str(HOSTS), *([str(certificate)] if certificate else [])]
    command = [sys.executable, "-m", "benchmarks.unchanged", *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        yield int(process.stdout.readline())
        process.communicate()


def make_certificate(folder: Path) -> Path | None:
    """A key and certificate for all hosts in one file, or None without openssl."""
    if not shutil.which("openssl"):
        return None
    made = folder / "server.pem"
    names = ",".join(f"IP:127.0.0.{number}" for number in range(1, HOSTS + 1))
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-keyout", str(made), "-out", str(folder / "cert.pem"), "-subj", "/CN=bench"),
            *("-addext", f"subjectAltName={names}"),
        ],
        check=True,
        capture_output=True,
    )
    made.write_text(made.read_text() + (folder / "cert.pem").read_text())
    return made


def measure(scheme: str, port: int, folder: Path, authorities: Path) -> None:
    sources = [
        Source(
            f"host {number}",
            SourceKind.FEED,
            f"{scheme}://127.0.0.{number}:{port}/feed.xml",
            allow_private=True,
        )
        for number in range(1, HOSTS + 1)
    ]
    session = requests.Session()
    context = ssl.create_default_context(cafile=str(authorities))
    with (
        Web(ssl_context=context) as web,
        Store.open(folder / f"{scheme}.db") as store,
    ):
        store.register_sources([(s.name, s.kind.value, s.url) for s in sources], NOW)
        for source in sources:
            store.poll_succeeded(source.name, validators=KNOWN, now=NOW, next_check=NOW)
        desk = Desk(store, web, Config(tuple(sources), (), ()))
        rivals = {
            "requests as shipped": taking_turns(
                sources,
                lambda source: ask(session, source, str(authorities)),
            ),
            "our HTTP door and feed parser": taking_turns(
                sources, lambda source: list_items(source, web, KNOWN, now=NOW)
            ),
            "a whole poll, database and all": taking_turns(
                sources, lambda source: poll(source, desk, now=NOW + timedelta(minutes=15))
            ),
        }
        timings = compare(rivals, calls=HOSTS, rounds=7)
    title = f"304 from {HOSTS} hosts, {scheme}"
    print(table(title, timings, baseline="requests as shipped"))


def ask(session: requests.Session, source: Source, authorities: str) -> None:
    with session.get(
        source.url, headers={"If-None-Match": ETAG}, timeout=10, verify=authorities
    ) as response:
        assert response.status_code == 304


def taking_turns(sources: list[Source], call: Callable[[Source], object]) -> Callable[[], object]:
    endless = cycle(sources)
    return lambda: call(next(endless))


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        certificate = make_certificate(folder)
        authorities = folder / "authorities.pem"
        own = (folder / "cert.pem").read_text() if certificate else ""
        authorities.write_text(Path(certifi.where()).read_text() + own)
        with server(None) as port:
            measure("http", port, folder, authorities)
        if certificate is None:
            print("https: left out, there is no openssl to make a certificate")
            return
        with server(certificate) as port:
            measure("https", port, folder, authorities)


if __name__ == "__main__":
    main()
