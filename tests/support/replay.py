"""A news archive told again and again in other orders: the stories must come out the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from fuzz import GOLD, pieces

from extraction import extract
from pacts.codec import event_to_json
from pacts.model import Article, Channel, Event, Story, Watch
from pacts.terms import Kind, Status
from sources.http import Web
from storage.store import Store
from worker.config import Config
from worker.journey.desk import Desk
from worker.journey.settling import settle

Read = tuple[Article, Sequence[Event]]

WATCH = Watch(
    "everything",
    notify=("console",),
    events=tuple(Kind),
    status=frozenset(Status),
    max_age=timedelta(days=20_000),
)


def archive() -> list[Read]:
    """Articles with what extraction finds in them: read once, told many times."""
    return [(article, extract(article)) for article in articles()]


def articles() -> Iterable[Article]:
    if (GOLD / "stories-dev.jsonl").is_file():
        for line in (GOLD / "stories-dev.jsonl").read_text(encoding="utf-8").split("\n"):
            if line:
                made = json.loads(line)
                published = datetime.fromisoformat(made["published"]).astimezone(UTC)
                yield _article(
                    made["outlet"], made["id"], made["title"], made["text"], published, made["url"]
                )
        return
    for piece in pieces():
        url = f"https://{piece.outlet}.example/{piece.slug}"
        body = "\n\n".join(piece.paragraphs)
        yield _article(piece.outlet, piece.slug, piece.title, body, piece.published, url)


def _article(
    source: str, key: str, title: str, body: str, published: datetime, url: str
) -> Article:
    return Article(source, key, url, title, Article.compose(title, body), published)


def told(read: Sequence[Read], database: Path, random: Random) -> tuple[set[str], int]:
    """Tell the archive in some order; the stories it comes to and the number of alerts sent.

    Some articles are told twice, as after a crash between sending and hearing so.
    """
    order = [*read, *random.sample(read, len(read) // 4)]
    random.shuffle(order)
    sources = sorted({article.source for article, _ in read})
    config = Config((), (WATCH,), (Channel("console"),))
    now = max(article.published for article, _ in read if article.published) + timedelta(days=1)
    with Store.open(database) as store, Web() as web:
        store.register_sources([(name, "folder", name) for name in sources], now)
        desk = Desk(store, web, config)
        sent = 0
        for number, (article, events) in enumerate(order):
            moment = now + timedelta(minutes=number)
            with store.transaction():
                store.add_article(article, now=moment, baseline=False)
                alerts = settle(article, events, desk, baseline=False, now=moment)
            sent += sum(alert.reason.sends for alert in alerts)
        return {as_text(story) for story in store.stories()}, sent


def as_text(story: Story) -> str:
    """Everything of a story but its number, which is a matter of order."""
    sightings = sorted(
        json.dumps([sighting.source, sighting.item, event_to_json(sighting.event)])
        for sighting in story.sightings
    )
    facts = (
        story.kind, story.act, story.status, story.parties, story.level, story.document,
        story.count, story.date, story.place, story.confirmed, story.lead.item,
    )  # fmt: skip
    return "\n".join([" ".join(map(str, facts)), *sightings])
