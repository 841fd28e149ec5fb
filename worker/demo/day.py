"""The demonstration itself: what is published when, and what is said about it.

Everything that reads, judges, stores and sends is the real worker on a real configuration; only
the outlets, the clock and the day are invented.
"""

from __future__ import annotations

import tempfile
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pacts.headline import headline
from pacts.model import Story
from pacts.terms import Scope
from worker.commands.output import table
from worker.config import Config, load
from worker.demo import texts
from worker.demo.site import Site
from worker.demo.texts import Piece
from worker.life.runtime import Runtime, opened
from worker.life.sweep import sweep

Say = Callable[[str], None]

WIDTH: Final = 78

SOURCES: Final = """\
settings: {{spacing: 0}}  # the site is our own, and has one host for all
defaults: {{every: 15m, language: en, allow_private: true}}
sources:
  - name: courier
    kind: feed
    url: {site}/courier/feed.xml
  - name: pacific
    kind: listing
    url: {site}/pacific/
    select: {{item: "div.teaser", link: "a", title: "h2", date: "time"}}
  - name: gazette
    kind: sitemap
    url: {site}/gazette/sitemap.xml
"""
KEYWORDS: Final = """\
watches:
  - name: everything between states
    events: [partnership, relations, agreement]
    status: [concluded, planned]
    notify: [console]
"""
CHANNELS: Final = """\
channels:
  console: {}
"""


@dataclass(frozen=True, slots=True)
class Act:
    """One moment of the day."""

    time: datetime
    said: str
    pieces: tuple[Piece, ...]


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2031, 3, day, hour, minute, tzinfo=UTC)


ACTS: Final = (
    Act(
        _at(4, 7),
        "The first poll of three new sources. Whatever they have is old news to you: it is judged "
        "and stored, and stays silent, even a signing of yesterday.",
        texts.YESTERDAY,
    ),
    Act(
        _at(4, 8, 30),
        "The Montevideo Courier has something new. One alert:",
        (texts.UPGRADE_FIRST,),
    ),
    Act(
        _at(4, 9),
        "Pacific Wire tells the same in other words: no second alert. And it announces a signing "
        "for tomorrow, which is an alert of its own, marked as planned:",
        (texts.UPGRADE_SECOND, texts.PLANNED),
    ),
    Act(
        _at(4, 9, 30),
        'The Harbour Gazette is the third to tell it. Two firms announce a "strategic '
        'partnership" and a reception marks an anniversary of one: look-alikes. Silence.',
        (texts.UPGRADE_THIRD, texts.LOOK_ALIKE, texts.ANNIVERSARY),
    ),
    Act(
        _at(5, 10),
        "The next morning the announced agreement is signed. What was planned is now concluded:",
        (texts.SIGNED,),
    ),
)


def play(say: Say) -> None:
    """The whole day on the console. Leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix="pactwatch-demo-") as folder, Site() as site:
        config = write_config(Path(folder) / "config", site)
        now = [ACTS[0].time]
        with opened(config, Path(folder) / "demo.db", lambda: now[0]) as runtime:
            for act in ACTS:
                now[0] = act.time
                say(_rule(f"{act.time:%d %B %Y, %H:%M}"))
                say(textwrap.fill(act.said, WIDTH))
                site.publish(*act.pieces)
                _round(runtime, say)
            _closing(runtime, say)


def write_config(directory: Path, site: Site) -> Config:
    """The three files as a user would have them, loaded as they would be."""
    directory.mkdir()
    (directory / "sources.yaml").write_text(SOURCES.format(site=site.address), encoding="utf-8")
    (directory / "keywords.yaml").write_text(KEYWORDS, encoding="utf-8")
    (directory / "channels.yaml").write_text(CHANNELS, encoding="utf-8")
    return load(directory, environ={})


def _round(runtime: Runtime, say: Say) -> None:
    done = sweep(runtime, runtime.due())
    for polled in done.failed:
        say(f"{polled.source} could not be polled: {polled.error}")
    if not done.deliveries.sent:
        say(f"\n    {sum(one.stored for one in done.polls)} new articles, nothing to tell.")


def _closing(runtime: Runtime, say: Say) -> None:
    say(_rule("What is known now") + "\n")
    stories = sorted(runtime.store.stories(), key=lambda story: story.id or 0)
    rows = [
        (
            story.date,
            story.status if story.scope is Scope.STATE else f"{story.status}, {story.scope}",
            headline(story),
            ", ".join(story.sources),
            ", ".join(_told(runtime, story)),
        )
        for story in stories
    ]
    table(("date", "status", "story", "told by", "alerts"), rows, empty="Nothing.")
    most = max(len(story.sources) for story in stories)
    say(f"\nOne event told by {most} sources gave one alert. Nothing of this is kept.")


def _told(runtime: Runtime, story: Story) -> list[str]:
    """Reasons of its alerts; those that were not sent in brackets."""
    alerts = runtime.store.told(story.id or 0)
    return [alert.reason if alert.reason.sends else f"({alert.reason})" for alert in alerts]


def _rule(title: str) -> str:
    return f"\n--- {title} ".ljust(WIDTH, "-")
