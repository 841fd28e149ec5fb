"""Alerts on their way to channels; and what the operator is told, as alerts like any other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import structlog

from alerting.timing.hours import held
from pacts.model import Alert, Channel, Held
from pacts.terms import Priority, Reason
from storage.store import Store
from worker.config import Config

log = structlog.get_logger("health")


def waiting(alert: Alert, config: Config, now: datetime) -> dict[str, Held]:
    """The channels that are to be told, from when on and why not before."""
    return held_by(alert, config.channels, now)


def held_by(alert: Alert, channels: Sequence[Channel], now: datetime) -> dict[str, Held]:
    """The same; none for an alert that is only recorded."""
    if not alert.reason.sends:
        return {}
    known = {channel.name: channel for channel in channels}
    return {
        name: held(known[name], alert.reason, alert.priority, now)
        for name in alert.channels
        if name in known
    }


def keep_alerts(alerts: Iterable[Alert], store: Store, config: Config, *, now: datetime) -> None:
    """Keep new alerts, and what those say by now that some channels have not got yet.

    No channel gets later what it waits for, also when another alert says it now; and it gets it
    earlier where it has become louder.
    """
    freed: dict[tuple[int | None, str], Held] = {}

    def soonest(alert: Alert) -> dict[str, Held]:
        story = alert.story.id if alert.story else None
        return {
            channel: min(held, freed.get((story, channel), held), key=lambda one: one.until)
            for channel, held in waiting(alert, config, now).items()
        }

    for alert in sorted(alerts, key=lambda alert: alert.id is None):
        if alert.id is None:
            store.add_alert(alert, deliveries=soonest(alert))
            continue
        story = alert.story.id if alert.story else None
        given_up = store.amend_alert(alert, deliveries=soonest(alert))
        freed |= {(story, channel): held for channel, held in given_up.items()}


def tell_operator(
    store: Store, config: Config, headline: str, detail: str, *, now: datetime
) -> int:
    """Log it, and leave it for the channels of the operator; returns how many alerts that made.

    The caller holds the transaction in which it became true: a crash neither loses nor doubles it.
    """
    operator = config.settings.operator
    return tell_channels(store, config.channels, operator, headline, detail, now=now)


def tell_channels(
    store: Store,
    channels: Sequence[Channel],
    names: tuple[str, ...],
    headline: str,
    detail: str,
    *,
    now: datetime,
) -> int:
    """The same for any channels."""
    log.warning("told_operator", what=headline, detail=detail)
    if not names:
        return 0
    alert = Alert(
        reason=Reason.OPERATOR,
        watches=(),
        channels=names,
        priority=Priority.NORMAL,
        created=now,
        headline=headline,
        detail=detail,
    )
    store.add_alert(alert, deliveries=held_by(alert, channels, now))
    return 1
