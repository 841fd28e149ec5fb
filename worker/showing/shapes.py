"""Stories, alerts, deliveries and sources as JSON objects: the shape that ``--json`` prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pacts.codec import deed_to_json, event_to_json
from pacts.model import Alert, Conflict, Delivery, Sighting, Silence, Story
from storage.records import Attempt, Mark


def time_json(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def sighting_json(sighting: Sighting) -> dict[str, Any]:
    return {
        "source": sighting.source,
        "trust": sighting.trust.value,
        "url": sighting.url,
        "title": sighting.title,
        "published": time_json(sighting.published),
        "agency": sighting.agency or None,
        "language": sighting.language or None,
        "event": event_to_json(sighting.event),
    }


def conflict_json(conflict: Conflict) -> dict[str, Any]:
    claims = [{"value": value, "sources": list(sources)} for value, sources in conflict.claims]
    return {"field": conflict.field, "claims": claims}


def story_json(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        **deed_to_json(story),
        "confirmed": story.confirmed,
        "sources": list(story.sources),
        "independent": story.independent,
        "conflicts": [conflict_json(conflict) for conflict in story.conflicts],
        "sightings": [sighting_json(sighting) for sighting in story.sightings],
    }


def alert_json(alert: Alert) -> dict[str, Any]:
    return {
        "id": alert.id,
        "created": time_json(alert.created),
        "reason": alert.reason.value,
        "sends": alert.reason.sends,
        "headline": alert.headline,
        "detail": alert.detail,
        "watches": list(alert.watches),
        "channels": list(alert.channels),
        "priority": alert.priority.value,
        "matched": list(alert.matched),
        "cautions": list(alert.cautions),
        "background": list(alert.background),
        "silence": alert.silence,
        "amended": time_json(alert.amended),
        "by": {"source": alert.source, "item": alert.item} if alert.source else None,
        "story": story_json(alert.story) if alert.story else None,
        "article": _article_json(alert),
    }


def _article_json(alert: Alert) -> Mapping[str, Any] | None:
    if alert.article is None:
        return None
    article = alert.article
    return {"source": article.source, "url": article.url, "title": article.title}


def attempt_json(attempt: Attempt) -> dict[str, Any]:
    return {
        "at": time_json(attempt.at),
        "ok": attempt.ok,
        "error": attempt.error,
        "seconds": attempt.seconds,
    }


def delivery_json(delivery: Delivery) -> dict[str, Any]:
    return {
        "id": delivery.id,
        "alert": delivery.alert.id,
        "headline": delivery.alert.headline,
        "reason": delivery.alert.reason.value,
        "channel": delivery.channel,
        "state": delivery.state.value,
        "attempts": delivery.attempts,
        "not_before": time_json(delivery.not_before),
        "waits_for": delivery.waits_for.value if delivery.waits_for else None,
        "instead_of": delivery.instead_of,
        "sent_at": time_json(delivery.sent_at),
        "error": delivery.error,
    }


def silence_json(silence: Silence) -> dict[str, Any]:
    return {
        "id": silence.id,
        "until": time_json(silence.until),
        "comment": silence.comment,
        "parties": sorted(silence.parties),
        "events": list(silence.events),
        "watch": silence.watch,
        "story": silence.story,
        "source": silence.source,
    }


def mark_json(mark: Mark) -> dict[str, Any]:
    return {
        "id": mark.id,
        "story": mark.story,
        "verdict": told(mark),
        "comment": mark.comment,
        "created": time_json(mark.created),
        "source": mark.article.source,
        "url": mark.article.url,
        "title": mark.article.title,
        "event": event_to_json(mark.event),
    }


def told(mark: Mark | None) -> str | None:
    """``right`` or ``wrong``; None where nothing was said."""
    return None if mark is None else "right" if mark.right else "wrong"


def said_json(mark: Mark | None) -> Mapping[str, Any] | None:
    """What was said of a story, beside that story."""
    if mark is None:
        return None
    return {
        "verdict": told(mark),
        "comment": mark.comment,
        "created": time_json(mark.created),
    }
