"""A trail as JSON: the story, and each step with its time."""

from __future__ import annotations

from typing import Any

from pacts.codec import event_to_json
from storage.records import Teller, Trail
from worker.showing.shapes import alert_json, delivery_json, mark_json, story_json, time_json
from worker.showing.trail import (
    Amended,
    Decided,
    Edited,
    Joined,
    Marked,
    Mended,
    Read,
    Step,
    Tried,
    Unsendable,
    Waits,
    steps,
)


def to_json(trail: Trail) -> dict[str, Any]:
    """What ``alerts why --json`` prints; ``step`` names the sort of each."""
    return {
        "story": story_json(trail.story) if trail.story else None,
        "trail": [{"at": time_json(step.at), **_step(step)} for step in steps(trail)],
    }


def _step(step: Step) -> dict[str, Any]:
    match step.way:
        case Read(teller, changed):
            return {"step": "read", "article": _article(teller), "changed": changed}
        case Edited(teller, before, changed):
            what = {"source": teller.source, "item": teller.key, "title_before": before.title}
            return {"step": "edited", **what, "changed": changed}
        case Decided(alert):
            sort = "told" if alert.reason.sends else "not told"
            return {"step": sort, "alert": alert_json(alert)}
        case Amended(alert):
            return {"step": "updated", "alert": alert.id}
        case Unsendable(alert, channel):
            return {"step": "no channel", "alert": alert.id, "channel": channel}
        case Tried(delivery, attempt, number, _, waited):
            return {
                "step": "sent" if attempt.ok else "refused",
                "delivery": delivery_json(delivery),
                "try": number,
                "seconds": attempt.seconds,
                "error": attempt.error,
                "waited_for": waited.value if waited else None,
            }
        case Waits(delivery, disabled):
            return {"step": "due", "delivery": delivery_json(delivery), "disabled": disabled}
        case Joined() | Mended() | Marked() as way:
            return _of_the_story(way)


def _of_the_story(way: Joined | Mended | Marked) -> dict[str, Any]:
    match way:
        case Joined(merged):
            return {"step": "joined", "story": merged.other}
        case Mended(hand):
            return {"step": "by hand", "parted_from": hand.other, "comment": hand.comment}
        case Marked(mark):
            return {"step": "marked", "mark": mark_json(mark)}


def _article(teller: Teller) -> dict[str, Any]:
    return {
        "source": teller.source,
        "item": teller.key,
        "url": teller.url,
        "title": teller.title,
        "trust": teller.trust.value,
        "published": time_json(teller.published),
        "published_by": teller.published_by.value,
        "first_seen": time_json(teller.first_seen),
        "baseline": teller.baseline,
        "unreadable": teller.unreadable,
        "events": [event_to_json(event) for event in teller.events],
    }
