"""What the store knows of the past of a story, for its alerts and for ``stories show``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from alerting.knowing.past import background, cautions, related
from pacts.model import Alert, Story
from storage.store import Store

_MOST_ASKED: Final = 200
"""Stories of the same parties that are looked at, the newest: more would hold up a poll."""


def past_of(story: Story, store: Store) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Cautions and background of a story, by all that is stored."""
    known = store.facts_between(story.parties, related(story), limit=_MOST_ASKED)
    return cautions(story, known), background(story, known)


def with_past(alerts: Iterable[Alert], store: Store) -> list[Alert]:
    """Alerts that go out, with what led to their story and what is doubtful about it."""
    known: dict[int | None, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    made = []
    for alert in alerts:
        if alert.story is None or not alert.reason.sends:
            made.append(alert)
            continue
        if alert.story.id not in known:
            known[alert.story.id] = past_of(alert.story, store)
        doubtful, before = known[alert.story.id]
        made.append(replace(alert, cautions=doubtful, background=before))
    return made
