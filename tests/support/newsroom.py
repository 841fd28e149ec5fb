"""A small newsroom for tests of the worker: feeds and pages on loopback, a configuration, a run.

with Newsroom(tmp_path) as room:
    room.publish("wire", "one", "Kenya and Fiji sign ...", "SUVA - Kenya and Fiji signed ...")
    with room.runtime() as runtime:
        polled = room.poll(runtime, "wire")
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import Any, Self

from fakeweb import FakeWeb

from pacts.model import Source
from worker.config import Config, load
from worker.journey.pipeline import Polled
from worker.life.runtime import Runtime, opened

START = datetime(2031, 3, 4, 12, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]

WATCHES = """\
watches:
  - name: all
    events: [partnership, relations, agreement]
    status: [concluded, planned]
    notify: [{notify}]
"""

SIGNED = (
    "Kenya and Fiji sign fisheries agreement",
    "SUVA, March 4, 2031 - Kenya and Fiji signed a fisheries agreement in Suva on Tuesday.",
)
DULL = (
    "Rain is expected over the weekend",
    "Rain is expected over most of the coast at the weekend, with light winds from the west.",
)
FILLER = """\
The ceremony was followed by a lunch, and a small crowd waited outside the building to see the
guests leave for the airport in the early afternoon. Shops in the centre stayed open for longer
than usual, and the tram lines that cross the square were diverted until the evening.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """One published article."""

    slug: str
    title: str
    body: str
    published: datetime


class Newsroom:
    """Outlets on one loopback server, each a feed at ``/NAME/feed``; times are of one clock."""

    def __init__(self, directory: Path, *sources: str) -> None:
        self.web = FakeWeb()
        self.directory = directory
        self.database = directory / "var" / "pactwatch.db"
        self.now = START
        self.names = list(sources or ("wire",))
        self.articles: dict[str, list[Told]] = {name: [] for name in self.names}

    def __enter__(self) -> Self:
        self.web.__enter__()
        for name in self.names:
            self.publish(name, "weather", *DULL)
        self.configure()
        return self

    def __exit__(self, *_: object) -> None:
        self.web.close()

    # --- outlets ---------------------------------------------------------------------------

    def publish(
        self, source: str, slug: str, title: str, body: str, *, published: datetime | None = None
    ) -> str:
        """Put an article into the feed and its page onto the server. Returns its path."""
        told = Told(slug, title, body, published or self.now)
        self.articles[source].insert(0, told)
        self.web.serve(f"/{source}/feed", self.feed(source), "application/rss+xml")
        return self.restore(source, told)

    def restore(self, source: str, told: Told) -> str:
        path = f"/{source}/{told.slug}"
        self.web.serve(path, page(told))
        return path

    def feed(self, source: str) -> str:
        items = "".join(
            f"<item><title>{escape(one.title)}</title><guid>{source}-{one.slug}</guid>"
            f"<link>{self.web.url(f'/{source}/{one.slug}')}</link>"
            f"<description>{escape(one.body[:200])}</description>"
            f"<pubDate>{format_datetime(one.published)}</pubDate></item>"
            for one in self.articles[source]
        )
        return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'

    # --- configuration ---------------------------------------------------------------------

    def configure(
        self,
        *,
        extra_sources: Sequence[str] = (),
        watches: str | None = None,
        channels: Mapping[str, str] | None = None,
        settings: str = "{tick: 1s, deadline: 2s, spacing: 0}",
    ) -> Path:
        """Write the three files. ``channels`` maps names to addresses; none: the console."""
        config = self.directory / "config"
        config.mkdir(exist_ok=True)
        entries = [
            f"{{name: {name}, kind: feed, url: '{self.web.url(f'/{name}/feed')}'}}"
            for name in self.names
        ]
        listed = "\n".join(f"  - {entry}" for entry in [*entries, *extra_sources])
        (config / "sources.yaml").write_text(
            f"settings: {settings}\n"
            f"defaults: {{every: 15m, language: en, allow_private: true}}\nsources:\n{listed}\n"
        )
        names = ", ".join(channels or ["console"])
        (config / "keywords.yaml").write_text(watches or WATCHES.format(notify=names))
        lines = [f"  {name}: {{url: '${{URL_{name}}}'}}" for name in channels or ()]
        (config / "channels.yaml").write_text(
            "\n".join(["channels:", "  console: {}", *lines]) + "\n"
        )
        env = self.directory / ".env"
        env.touch(0o600)
        env.write_text("".join(f"URL_{name}='{url}'\n" for name, url in (channels or {}).items()))
        return config

    @property
    def config(self) -> Config:
        return load(self.directory / "config", environ={})

    # --- running ---------------------------------------------------------------------------

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)

    @contextmanager
    def runtime(self, **options: Any) -> Iterator[Runtime]:
        with opened(self.config, self.database, lambda: self.now, **options) as runtime:
            yield runtime

    def poll(self, runtime: Runtime, name: str = "wire") -> Polled:
        """Poll one source whether it is due or not."""
        source = next(one for one in runtime.config.sources if one.name == name)
        return runtime.poll(source)

    def words(self, *words: str, at: datetime | None = None) -> list[str]:
        """A command line of ``pactwatch`` on this configuration and database."""
        where = ["--config", str(self.directory / "config")]
        if words[0] not in {"check", "init"} and words[1:2] != ("test",):
            where += ["--database", str(self.database)]
        if at is not None:
            where += ["--at", at.isoformat()]
        return [*words, *where]


def entry_of(source: Source) -> str:
    """A source as it stands in sources.yaml."""
    select = ""
    if source.select:
        chosen = {"item": source.select.item, "title": source.select.title,
                  "date": source.select.date}  # fmt: skip
        select = f", select: {json.dumps(chosen)}"
    return (
        f"{{name: {source.name}, kind: {source.kind}, url: '{source.url}', language: en, "
        f"trust: {source.trust}, time_zone: {source.time_zone}, allow_private: true{select}}}"
    )


def page(told: Told) -> str:
    body = "".join(f"<p>{escape(text)}</p>" for text in (told.body, FILLER))
    return (
        f"<!doctype html><html lang='en'><head><title>{escape(told.title)}</title>"
        f"<meta property='article:published_time' content='{told.published.isoformat()}'></head>"
        f"<body><article><h1>{escape(told.title)}</h1>{body}</article></body></html>"
    )


def clean_environment() -> dict[str, str]:
    """The environment of a process that must not see settings of whoever runs the tests."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PACTWATCH_")}
