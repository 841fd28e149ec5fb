"""Digests without any alert: for channels that want a word also when there is nothing to tell.

When the next one is due is a column, so a restart neither forgets nor doubles it. Times that
passed while the service was down are made up for by one digest.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from alerting.timing.hours import next_digest
from pacts.model import Alert, Alive, Channel, Held
from pacts.terms import Priority, Reason, Wait
from storage.store import Store

_DAY: Final = timedelta(days=1)


def plan_digests(store: Store, channels: Sequence[Channel], now: datetime) -> None:
    """Make an empty digest for each channel whose time has come with nothing to send."""
    wanted = [one for one in channels if one.digest and one.empty_digest]
    states = store.channel_states() if wanted else {}
    for channel in wanted:
        state, plan = states.get(channel.name), f"{channel.digest} {channel.quiet}"
        due = state.digest_at if state and state.digest_plan == plan else None
        following = next_digest(channel, now)
        # One that is later than the next was planned before the clock was put back.
        if following is None or (due is not None and now < due <= following):
            continue
        with store.transaction():
            store.plan_digest(channel.name, plan=plan, at=following)
            if due is None or due > now or (state and state.disabled_at):
                continue
            if not store.has_digest(channel.name, due, now=now):
                held = Held(now, Wait.DIGEST)
                store.add_alert(_nothing(channel, now), deliveries={channel.name: held})


def _nothing(channel: Channel, now: datetime) -> Alert:
    return Alert(
        reason=Reason.NOTHING,
        watches=(),
        channels=(channel.name,),
        priority=Priority.LOW,
        created=now,
        headline="Nothing to tell",
    )


def alive(store: Store, channel: Channel, now: datetime) -> Alive:
    """What a digest says of the service itself."""
    sources, answered, last_poll, waiting = store.alive(now - _DAY)
    zone = channel.digest[1] if channel.digest else channel.quiet[2] if channel.quiet else "UTC"
    return Alive(now, sources, answered, last_poll, waiting, zone)
