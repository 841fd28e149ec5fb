"""Reminders of plans whose day has passed: looked for now and then, decided once.

Whether one was made is kept with its story, so a restart neither loses nor repeats it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from alerting.deciding.reminders import decide_reminders, due_at
from pacts.model import Story, Watch
from pacts.terms import Reason
from storage.store import Store
from worker.config import Config
from worker.journey.past import with_past
from worker.journey.telling import keep_alerts

EVERY: Final = timedelta(minutes=1)
"""A reminder is counted in days: no need to look at every tick."""


class Reminding:
    """Looks once a minute, however often it is asked."""

    def __init__(self) -> None:
        self._next: datetime | None = None

    def look(self, store: Store, config: Config, now: datetime) -> int:
        """As :func:`remind`; 0 where it looked less than a minute ago."""
        if self._next is not None and now < self._next <= now + EVERY:
            return 0
        made = remind(store, config, now)
        self._next = now + EVERY
        return made


def remind(store: Store, config: Config, now: datetime) -> int:
    """Decide the reminders that are due, a story at a time; returns how many are sent."""
    watches = [watch for watch in config.watches if watch.remind is not None]
    if not watches:
        return 0
    shortest = min(watch.remind or timedelta() for watch in watches)
    oldest = max(watch.max_age for watch in watches)
    days = ((now - oldest).date() - timedelta(days=1), (now - shortest).date())
    return sum(_remind(number, watches, store, config, now) for number in
               store.expected_stories(*days))  # fmt: skip


def _remind(number: int, watches: list[Watch], store: Store, config: Config, now: datetime) -> int:
    """What is decided and that it is commit together."""
    with store.transaction():
        story = store.story(number)
        alerts = decide_reminders(
            story, store.told(number), watches, store.silences(now),
            now=now, unsent=store.unsent_alerts(number, now),
        )  # fmt: skip
        keep_alerts(with_past(alerts, store), store, config, now=now)
        if not _is_more_to_come(story, watches, now):
            store.note_reminded(number)
    return sum(alert.reason is Reason.REMINDER for alert in alerts)


def _is_more_to_come(story: Story, watches: list[Watch], now: datetime) -> bool:
    due = [due_at(story, watch) for watch in watches]
    return any(time is not None and time > now for time in due)
