"""The five seed articles come to the stories of the gold file, in every order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from gold_events import GOLD, read_jsonl, seed_sightings
from memory_archive import MemoryArchive

from pacts.model import Article, Watch
from pacts.terms import Reason, Status, Trust

if not GOLD.is_dir():
    pytest.skip("the gold files are not beside this checkout", allow_module_level=True)

NOW = datetime(2025, 5, 24, tzinfo=UTC)
WATCHES = [
    Watch("ties", notify=("console",), events=("partnership", "relations")),
    Watch("agreements", notify=("console",), events=("agreement",)),
]
SEEDS = {seed["id"]: seed for seed in read_jsonl("seeds.jsonl")}
TOLD = seed_sightings()

CONCLUDED = {
    ("partnership", ("KZ", "VN")): {"seed-000", "seed-001", "seed-002"},
    ("partnership", ("AZ", "VN")): {"seed-000", "seed-001"},
    ("partnership", ("BY", "VN")): {"seed-000", "seed-001"},
    ("agreement", ("AZ", "BY", "KZ", "RU", "VN")): {"seed-000", "seed-001"},
    ("agreement", ("KZ", "VN")): {"seed-000", "seed-002"},
    ("agreement", ("AZ", "VN")): {"seed-001"},
    ("statement", ("RU", "VN")): {"seed-003"},
}


def article_of(name: str) -> Article:
    seed = SEEDS[name]
    published = datetime.fromisoformat(seed["published"]).replace(tzinfo=UTC)
    return Article(
        seed["source"], name, f"https://{name}", "", "", published, "en", Trust(seed["trust"])
    )


def read_all(order: tuple[str, ...]) -> tuple[MemoryArchive, list]:
    archive, alerts = MemoryArchive(), []
    for number, name in enumerate(order):
        alerts += archive.read(
            article_of(name), TOLD[name], WATCHES, NOW + timedelta(minutes=number)
        )
    return archive, alerts


@pytest.mark.parametrize("first", sorted(SEEDS))
def test_the_seeds_come_to_the_stories_of_the_gold_file_in_every_order(first: str) -> None:
    tellings = set()
    for order in permutations(SEEDS):
        if order[0] != first:
            continue
        archive, alerts = read_all(order)
        found = {
            (str(story.kind), story.parties): {one.item for one in story.sightings}
            for story in archive.stories.values()
            if story.status is Status.CONCLUDED
        }
        assert found == CONCLUDED
        planned = [s for s in archive.stories.values() if s.status is Status.PLANNED]
        assert sorted(s.parties for s in planned) == [("KZ", "VN"), ("RU", "VN")]
        sent = [alert for alert in alerts if alert.reason.sends]
        assert sorted(alert.reason for alert in sent) == [Reason.FIRST] * 5
        assert len({alert.headline for alert in sent}) == 5
        tellings.add(frozenset(archive.contents()))
    assert len(tellings) == 1


def test_reading_the_seeds_twice_alerts_nobody_twice() -> None:
    archive, _ = read_all(tuple(SEEDS))
    for name in SEEDS:
        assert archive.read(article_of(name), TOLD[name], WATCHES, NOW) == []


def test_the_seeds_read_as_headlines() -> None:
    _, alerts = read_all(tuple(sorted(SEEDS)))
    assert {alert.headline for alert in alerts if alert.reason.sends} == {
        "Kazakhstan and Vietnam exchange a cooperation agreement",
        "Kazakhstan and Vietnam upgrade relations to strategic partnership",
        "Azerbaijan and Vietnam upgrade relations to strategic partnership",
        "Belarus and Vietnam upgrade relations to strategic partnership",
        "Vietnam, Azerbaijan, Belarus, Kazakhstan and Russia sign about 60 cooperation agreements",
    }


def test_what_only_the_hijacked_mirror_tells_is_held_and_on_record_once() -> None:
    _, alerts = read_all(tuple(sorted(SEEDS)))
    held = [alert for alert in alerts if alert.reason is Reason.HELD]
    assert [alert.story.parties for alert in held if alert.story] == [("AZ", "VN")]
