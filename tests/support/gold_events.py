"""Labelled events of the gold files as sightings: what a perfect extraction would hand over."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pacts.model import Event, Evidence, Period, Sighting
from pacts.terms import Act, DateBasis, Kind, Scope, Status, Trust

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"

_LEVEL_WORDS = {
    "comprehensive": "comprehensive|toàn diện|всеобъемлющ|全面|integral",
    "strategic": "strateg|chiến lược|стратегическ|战略|estratég",
    "all-weather": "all-weather|всепогодн|全天候",
    "extensive": "extensive|sâu rộng",
}


def read_jsonl(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines() if line]


def level_in_english(text: str) -> str | None:
    """A level as extraction names it, out of six languages."""
    if re.search(r"alliance|allied|союзн", text, re.IGNORECASE):
        return "alliance"
    words = [
        word for word, pattern in _LEVEL_WORDS.items() if re.search(pattern, text, re.IGNORECASE)
    ]
    order = ["all-weather", "comprehensive", "extensive", "strategic"]
    return " ".join([*sorted(words, key=order.index), "partnership"]) if words else None


_TIES = re.compile(
    r"diplom|ngoại giao|建交|外交|断交|ruptura|vínculos|relaci|broke|embassy|^relations$",
    re.IGNORECASE,
)


def event_of(gold: dict[str, Any], published: datetime) -> Event:
    """A labelled event as extraction would put it."""
    kind, act, what = Kind(gold["kind"]), Act(gold["act"]), gold.get("what") or ""
    if kind is Kind.PARTNERSHIP and _TIES.search(what):
        kind = Kind.RELATIONS
        act = Act.SEVERED if act is Act.ENDED else Act.ESTABLISHED
    period = Period.parse(gold["date"]) if gold["date"] else None
    basis = DateBasis.STATED if period else None
    if period is None and gold["status"] == "concluded":
        period, basis = Period.day(published.date()), DateBasis.PUBLICATION
    papers = kind in {Kind.AGREEMENT, Kind.STATEMENT}
    return Event(
        kind=kind,
        act=act,
        status=Status(gold["status"]),
        parties=tuple(sorted(set(gold["parties"]) - {"+"})),
        scope=Scope(gold["scope"]),
        level=level_in_english(what) if kind is Kind.PARTNERSHIP else None,
        document=what if papers else None,
        count=gold["count"],
        date=period,
        date_basis=basis,
        confidence=0.9,
        evidence=Evidence(gold["quote"], 0, len(gold["quote"]), ""),
    )


def dev_sightings() -> list[tuple[Sighting, str | None]]:
    """Every labelled event of the story articles with its cluster."""
    found = []
    for article in read_jsonl("stories-dev.jsonl"):
        published = datetime.fromisoformat(article["published"]).astimezone(UTC)
        for gold in article["events"]:
            event = event_of(gold, published)
            found.append((_sighting(article, article["outlet"], event, published), gold["cluster"]))
    return found


def _sighting(
    article: dict[str, Any],
    source: str,
    event: Event,
    published: datetime,
    trust: Trust = Trust.ALLOWED,
) -> Sighting:
    return Sighting(
        source=source,
        trust=trust,
        url=article.get("url", f"https://example.org/{article['id']}"),
        title=article.get("title", ""),
        published=published,
        event=event,
        item=article["id"],
    )


def seed_sightings() -> dict[str, list[Sighting]]:
    """The labelled events of the seed articles, by article."""
    return {
        seed["id"]: [_seed_sighting(seed, gold) for gold in seed["events"]]
        for seed in read_jsonl("seeds.jsonl")
    }


def _seed_sighting(seed: dict[str, Any], gold: dict[str, Any]) -> Sighting:
    published = datetime.fromisoformat(seed["published"]).replace(tzinfo=UTC)
    period = Period.parse(gold["date"]) if gold["date"] else None
    stated = period is not None and period.start == period.end
    event = Event(
        kind=Kind(gold["kind"]),
        act=Act(gold["act"]),
        status=Status(gold["status"]),
        parties=tuple(gold["parties"]),
        scope=Scope(gold["scope"]),
        level=gold.get("level"),
        document=gold.get("document"),
        count=gold.get("count"),
        count_approx=gold.get("count_approx", False),
        date=period,
        date_basis=(DateBasis.STATED if stated else DateBasis.VISIT) if period else None,
        place=gold.get("place"),
        confidence=0.9,
        evidence=Evidence(gold["quote"], 0, len(gold["quote"]), ""),
    )
    return _sighting(seed, seed["source"], event, published, Trust(seed["trust"]))
