"""Many alerts in one poll of the real service, and how long after it each message arrives."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations, islice
from pathlib import Path
from statistics import quantiles
from typing import Any

from newsroom import ROOT, WATCHES, Newsroom, Told, clean_environment, page
from webhook import Webhook

COUNTRIES = (
    "Kenya", "Fiji", "Peru", "Chile", "Norway", "Ghana", "Nepal", "Cuba", "Malta", "Oman",
    "Laos", "Iceland", "Uruguay", "Zambia", "Finland", "Jamaica", "Morocco", "Poland",
    "Portugal", "Rwanda", "Senegal", "Sweden",
)  # fmt: skip
WORDS = "watches: [{name: words, keywords: {any: [fisheries]}, notify: [chat]}]"
SETTINGS = "{tick: 1s, deadline: 10s, spacing: 0, per_host: 8, log_format: json}"


@dataclass(frozen=True, slots=True)
class Rush:
    """Seconds from the end of the poll to the arrival of each message; below 0: during it."""

    waits: tuple[float, ...]
    poll_seconds: float

    @property
    def median(self) -> float:
        return quantiles(self.waits, n=2)[0]

    @property
    def p95(self) -> float:
        return quantiles(self.waits, n=20)[-1]

    def __str__(self) -> str:
        return (
            f"{len(self.waits)} messages of one poll of {self.poll_seconds:.1f} s: after its end"
            f" p50 {self.median:.3f} s, p95 {self.p95:.3f} s, max {max(self.waits):.3f} s"
        )


def rush(folder: Path, count: int, *, pages: bool = True) -> Rush:
    """Serve one outlet, let the service poll it once, publish ``count`` agreements at once.

    Without ``pages`` the feed alone is read, and a watch on words finds them: the quickest poll
    that there is.
    """
    arrived: list[float] = []

    def note(_: dict[str, Any]) -> None:
        arrived.append(time.time())

    with Webhook(on_message=note) as hook, Newsroom(folder) as room:
        _configure(room, hook, pages=pages)
        log = folder / "service.log"
        with _service(room, log) as process:
            _wait(lambda: _polls(log, stored=1), process, log)
            began = time.time()
            _publish(room, count)
            hook.wait_for(count, seconds=600)
            _wait(lambda: _polls(log, stored=count), process, log)
        (ended,) = _polls(log, stored=count)
    return Rush(tuple(sorted(one - ended for one in arrived)), ended - began)


def _configure(room: Newsroom, hook: Webhook, *, pages: bool) -> None:
    watches = WATCHES.format(notify="chat") if pages else WORDS
    config = room.configure(channels={"chat": hook.url}, watches=watches, settings=SETTINGS)
    sources = config / "sources.yaml"
    quickly = f"every: 1s, max_items: 1000, robots: false, pages: {'all' if pages else 'none'}"
    text = sources.read_text().replace("every: 15m", quickly)
    sources.write_text(text)


def _publish(room: Newsroom, count: int) -> None:
    now = datetime.now(UTC)
    day = f"{now:%B} {now.day}, {now.year}"
    for one, other in islice(combinations(COUNTRIES, 2), count):
        title = f"{one} and {other} sign fisheries agreement"
        body = f"SUVA, {day} - {one} and {other} signed a fisheries agreement in Suva on {now:%A}."
        told = Told(f"{one}-{other}".lower(), title, body, now)
        room.articles["wire"].insert(0, told)
        room.web.serve(f"/wire/{told.slug}", page(told))
    room.web.serve("/wire/feed", room.feed("wire"), "application/rss+xml")


@contextmanager
def _service(room: Newsroom, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    words = room.words("run")
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "worker", *words],
            cwd=ROOT, stderr=out, stdout=out, env=clean_environment(),
        )  # fmt: skip
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


def _polls(log: Path, *, stored: int) -> list[float]:
    """When polls that stored so many articles ended."""
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    return [
        datetime.fromisoformat(one["timestamp"]).timestamp()
        for one in lines
        if one["event"] == "polled" and one.get("stored") == stored
    ]


def _wait(true: Any, process: subprocess.Popen[bytes], log: Path, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert process.poll() is None, log.read_text()[-2000:]
        assert time.monotonic() < end, log.read_text()[-2000:]
        time.sleep(0.05)
