"""Stories, sightings and articles as JSON objects and back.

Events have their form in ``pacts.codec``; what is here is the form of the tables, not one that
people are promised.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from pacts.codec import deed_from_json, deed_to_json, event_from_json, event_to_json
from pacts.model import Article, Conflict, Event, Sighting, Story
from pacts.terms import PublishedBy, Sign, Trust
from storage.values import json_text, time_or_none, time_text_or_none


def event_digest(event: Event) -> str:
    """The same for equal events, and for no others: what makes saving idempotent."""
    return hashlib.sha256(json_text(event_to_json(event)).encode()).hexdigest()


def sighting_to_json(sighting: Sighting) -> dict[str, Any]:
    return {
        "source": sighting.source,
        "item": sighting.item,
        "trust": sighting.trust.value,
        "url": sighting.url,
        "title": sighting.title,
        "published": time_text_or_none(sighting.published),
        "agency": sighting.agency,
        "language": sighting.language,
        "sketch": sketch_text(sighting.sketch),
        "event": event_to_json(sighting.event),
    }


def sighting_from_json(data: Mapping[str, Any]) -> Sighting:
    return Sighting(
        source=data["source"],
        item=data["item"],
        trust=Trust(data["trust"]),
        url=data["url"],
        title=data["title"],
        published=time_or_none(data["published"]),
        event=event_from_json(data["event"]),
        agency=data.get("agency", ""),
        language=data.get("language", ""),
        sketch=sketch_of(data.get("sketch", "")),
    )


def sketch_text(sketch: Iterable[int]) -> str:
    """Numbers below 2 ** 32 as eight hexadecimal digits each."""
    return "".join(f"{number:08x}" for number in sketch)


def sketch_of(text: str) -> tuple[int, ...]:
    """The numbers that :func:`sketch_text` wrote."""
    return tuple(int(text[at : at + 8], 16) for at in range(0, len(text), 8))


def facts_to_json(story: Story) -> dict[str, Any]:
    """A story without its sightings and its id, which have columns of their own."""
    return {
        **deed_to_json(story),
        "confirmed": story.confirmed,
        "lead": sighting_to_json(story.lead),
        "independent": story.independent,
        "conflicts": [_conflict_to_json(conflict) for conflict in story.conflicts],
    }


def story_from_facts(
    data: Mapping[str, Any], sightings: tuple[Sighting, ...], story_id: int | None
) -> Story:
    return Story(
        id=story_id,
        sightings=sightings,
        **deed_from_json(data),
        confirmed=data["confirmed"],
        lead=sighting_from_json(data["lead"]),
        independent=data.get("independent", int(data["confirmed"])),
        conflicts=tuple(_conflict_from_json(one) for one in data.get("conflicts", ())),
    )


def _conflict_to_json(conflict: Conflict) -> dict[str, Any]:
    claims = [[value, list(sources)] for value, sources in conflict.claims]
    return {"field": conflict.field, "claims": claims}


def _conflict_from_json(data: Mapping[str, Any]) -> Conflict:
    claims = tuple((value, tuple(sources)) for value, sources in data["claims"])
    return Conflict(data["field"], claims)


def story_to_json(story: Story) -> dict[str, Any]:
    """A whole story as it stands: what an alert keeps of it."""
    sightings = [sighting_to_json(sighting) for sighting in story.sightings]
    return {**facts_to_json(story), "sightings": sightings}


def story_from_json(data: Mapping[str, Any], story_id: int | None) -> Story:
    sightings = tuple(sighting_from_json(sighting) for sighting in data["sightings"])
    return story_from_facts(data, sightings, story_id)


def article_to_json(article: Article) -> dict[str, Any]:
    return {
        "source": article.source,
        "key": article.key,
        "url": article.url,
        "title": article.title,
        "text": article.text,
        "published": time_text_or_none(article.published),
        "published_by": article.published_by.value,
        "language": article.language,
        "trust": article.trust.value,
        "signs": [sign.name for sign in article.signs],
        "site": article.site,
    }


def article_from_json(data: Mapping[str, Any]) -> Article:
    return Article(
        source=data["source"],
        key=data["key"],
        url=data["url"],
        title=data["title"],
        text=data["text"],
        published=time_or_none(data["published"]),
        published_by=published_by_of(data.get("published_by")),
        language=data["language"],
        trust=Trust(data["trust"]),
        signs=signs_of(data.get("signs", ())),
        site=data.get("site", ""),
    )


def published_by_of(value: str | None) -> PublishedBy:
    """What dated an article; nothing for one that was stored before that was kept."""
    known = {by.value for by in PublishedBy}
    return PublishedBy(value) if value in known else PublishedBy.NOTHING


def signs_of(names: Iterable[str]) -> tuple[Sign, ...]:
    """Signs by their names; one that this version does not know says nothing."""
    return tuple(Sign[name] for name in names if name in Sign.__members__)
