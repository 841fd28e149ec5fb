"""Which sources were on hold until somebody released them, as far as the archive shows.

A release makes all that was held believed, so the items themselves no longer say so. What says it
is the record of each alert that was not sent because only sources on hold told of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from pacts.model import Alert, Article, Source
from pacts.terms import Reason, Trust
from storage.store import Store
from worker.config import Config


@dataclass(frozen=True, slots=True)
class Hold:
    """The last hold of a source that was ended."""

    source: Source
    end: datetime
    items: frozenset[str]
    """Keys of what it told meanwhile."""

    def covers(self, article: Article, at: datetime) -> bool:
        """Whether this article was not believed at that time."""
        return article.source == self.source.name and article.key in self.items and at < self.end


def holds_of(archive: Store, config: Config) -> list[Hold]:
    """The holds that were ended, by their end."""
    health = archive.source_healths()
    released = {
        source: end
        for source in config.sources
        if source.name in health and (end := health[source.name].released_at) is not None
    }
    if not released:
        return []
    held: dict[str, set[str]] = {}
    for alert in archive.judgements(sent=False):
        if alert.reason is Reason.HELD:
            for source, item in _not_believed(alert):
                held.setdefault(source, set()).add(item)
    found = [
        Hold(source, end, frozenset(held.get(source.name, ()))) for source, end in released.items()
    ]
    return sorted(found, key=lambda hold: hold.end)


def _not_believed(alert: Alert) -> Iterator[tuple[str, str]]:
    if alert.article is not None and alert.article.trust is Trust.HOLD:
        yield alert.article.source, alert.article.key
    for told in alert.story.sightings if alert.story else ():
        if told.trust is Trust.HOLD:
            yield told.source, told.item
