"""The five seed articles, from their outlets' pages to alerts by the shipped watches."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
import seedsite
from forkserver import ForkServer
from newsroom import ROOT, entry_of
from seedsite import SHARED, SeedSite

from pacts.model import Story
from pacts.terms import Kind
from worker.config import load
from worker.life.runtime import opened

pytestmark = pytest.mark.skipif(
    seedsite.skip_reason() is not None, reason=str(seedsite.skip_reason())
)

AT: Final = datetime(2025, 5, 24, 12, tzinfo=UTC)
SPAM: Final = re.compile(r"tk88|\bbet\b|casino|🌱", re.IGNORECASE)

# What the sentences of stories.json mean: kind, parties, and a word of the level or document.
MEANT: Final[dict[str, tuple[Kind, frozenset[str], str]]] = {
    "VN-KZ strategic partnership": (Kind.PARTNERSHIP, frozenset({"KZ", "VN"}), "strategic"),
    "VN-AZ strategic partnership": (Kind.PARTNERSHIP, frozenset({"AZ", "VN"}), "strategic"),
    "VN-BY strategic partnership": (Kind.PARTNERSHIP, frozenset({"BY", "VN"}), "strategic"),
    "about 60 agreements, VN with AZ, BY, KZ, RU": (
        Kind.AGREEMENT,
        frozenset({"AZ", "BY", "KZ", "RU", "VN"}),
        "",
    ),
    "VN-KZ exchange of the news-agency agreement": (Kind.AGREEMENT, frozenset({"KZ", "VN"}), ""),
    "VN-AZ exchange of cooperation documents": (Kind.AGREEMENT, frozenset({"AZ", "VN"}), ""),
    "VN-RU joint statement": (Kind.STATEMENT, frozenset({"RU", "VN"}), ""),
}


def gold() -> dict[str, dict[str, Any]]:
    text = (SHARED / "gold" / "stories.json").read_text("utf-8")
    return {story["story"]: story for story in json.loads(text)["stories"]}


@pytest.fixture(scope="module")
def site() -> Iterator[SeedSite]:
    with SeedSite() as site:
        yield site


@pytest.fixture
def config(tmp_path: Path, site: SeedSite) -> Path:
    """The shipped watches and channels, on the seeds' outlets."""
    directory = tmp_path / "config"
    directory.mkdir()
    for name in ("keywords.yaml", "channels.yaml"):
        shutil.copy(ROOT / "config" / name, directory)
    entries = "\n".join(f"  - {entry_of(source)}" for source in site.sources)
    (directory / "sources.yaml").write_text(f"sources:\n{entries}\n")
    return directory


def is_meant(title: str, story: Story) -> bool:
    kind, parties, word = MEANT[title]
    named = f"{story.level or ''} {story.document or ''}"
    return story.kind is kind and set(story.parties) == parties and word in named


def concluded(stories: list[Story]) -> list[Story]:
    return [story for story in stories if story.status == "concluded"]


def test_the_seeds_come_to_exactly_the_stories_of_the_gold_and_five_alerts(
    tmp_path: Path, config: Path, site: SeedSite, pactwatch: ForkServer
) -> None:
    where = ["--config", str(config), "--database", str(tmp_path / "seeds.db")]
    done = pactwatch.run("once", "--notify-baseline", *where, "--at", AT.isoformat())
    assert done.status == 0, done.err
    assert "5 of 5 sources polled" in done.out
    assert "5 alerts, 5 messages sent" in done.out
    assert not SPAM.search(done.out)

    alerts = json.loads(pactwatch.run("alerts", "--sent", "--json", *where).out)
    alerted = {(alert["story"]["kind"], tuple(alert["story"]["parties"])) for alert in alerts}
    wanted = {title: story for title, story in gold().items() if title in MEANT}
    assert alerted == {
        (MEANT[title][0].value, tuple(sorted(MEANT[title][1])))
        for title, story in wanted.items()
        if story["alert"] is True
    }
    again = pactwatch.run("once", "--all", *where, "--at", AT.replace(hour=15).isoformat())
    assert "0 alerts, 0 messages sent" in again.out


def stories_of(
    config: Path, database: Path, order: list[str], at: datetime = AT
) -> tuple[list[Story], int]:
    """The stories and the number of alerts that go out, when sources are polled in an order."""
    with opened(load(config, environ={}), database, lambda: at, notify_baseline=True) as runtime:
        sources = {source.name: source for source in runtime.config.sources}
        for name in order:
            assert runtime.poll(sources[name]).error is None
        return runtime.store.stories(), len(runtime.store.alerts(sent=True))


def as_facts(stories: list[Story]) -> set[tuple[object, ...]]:
    return {
        (
            story.kind, story.act, story.status, story.parties, story.level, story.document,
            story.count, story.count_approx, str(story.date), story.place, story.sources,
            story.confirmed, story.lead.source, len(story.sightings),
        )
        for story in stories
    }  # fmt: skip


def test_the_sources_of_each_story_are_those_of_the_gold(
    tmp_path: Path, config: Path, site: SeedSite
) -> None:
    names = [source.name for source in site.sources]
    stories, _ = stories_of(config, tmp_path / "one.db", names)
    found = {
        title: story for story in concluded(stories) for title in MEANT if is_meant(title, story)
    }
    assert set(found) == set(MEANT)
    for title, story in found.items():
        assert list(story.sources) == sorted(
            {site.source_of(seed).name for seed in gold()[title]["sources"]}
        ), title
    others = [story for story in concluded(stories) if story not in found.values()]
    assert [story for story in others if story.kind is not Kind.STATEMENT] == []


def test_the_order_of_arrival_changes_neither_stories_nor_alerts(
    tmp_path: Path, config: Path, site: SeedSite
) -> None:
    names = [source.name for source in site.sources]
    wanted, alerts = stories_of(config, tmp_path / "wanted.db", names)
    for number in range(6):
        order = Random(number).sample(names, len(names))
        stories, sent = stories_of(config, tmp_path / f"{number}.db", order)
        assert as_facts(stories) == as_facts(wanted), order
        assert sent == alerts == 5, order
