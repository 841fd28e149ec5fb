"""Why an alert that was sent would not be sent now, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alerting.matching.unmet import unmet
from pacts.model import Alert, Article, Watch
from storage.store import Store
from worker.config.wording import listed, shown
from worker.trials.compared import Change

_WORDS = {"events": "kind of event", "sources": "source", "languages": "language"}


def explained(
    lost: Sequence[Change], archive: Store, watches: Sequence[Watch]
) -> tuple[Change, ...]:
    """The same, each with its reason: that of the replay, else what stands in its way now."""
    wanted = {change.alert.number for change in lost if not change.why}
    alerts = {
        number: alert
        for number, alert in enumerate(archive.judgements(sent=True))
        if number in wanted
    }
    return tuple(
        change if change.why else replace(change, why=_why(change, alerts, archive, watches))
        for change in lost
    )


def _why(change: Change, alerts: dict[int, Alert], archive: Store, watches: Sequence[Watch]) -> str:
    alert = alerts[change.alert.number]
    there = [watch for watch in watches if not set(watch.notify).isdisjoint(change.channels)]
    article = _article(alert, archive)
    if not there or article is None:
        return f"no watch sends anything to {listed(change.channels)} now"
    named = [watch for watch in there if watch.name in alert.watches] or there
    reasons = [(unmet(watch, alert.story, article), watch) for watch in named]
    keys, nearest = min(reasons, key=lambda one: len(one[0]))
    name = shown(nearest.name)
    if not keys:
        return f"{name} asks for it, and is not told it as it was then"
    words = listed([_WORDS.get(key, key) for key in keys], "and")
    return f"not what {name} asks for now: {words}"


def _article(alert: Alert, archive: Store) -> Article | None:
    """What gave rise to it; what its story quotes, where nobody kept that."""
    if alert.article is not None or alert.story is None:
        return alert.article
    lead = alert.story.lead
    named = archive.article_named(alert.source, alert.item) if alert.item else None
    return named or archive.article_named(lead.source, lead.item)
