"""What a channel does not take: a copy for the channel that stands in, and a word for others.

Both rest on the rows alone, so that they are made once, whenever and by whomever they are seen.
"""

from __future__ import annotations

from datetime import datetime

import structlog

from alerting.timing.hours import held
from pacts.model import Delivery
from pacts.terms import Reason
from storage.store import Store
from worker.delivery.backoff import BACK_OFF, ESCALATE_AFTER
from worker.delivery.ways import Ways
from worker.journey.telling import tell_channels

_log = structlog.get_logger("deliver")


def escalate(store: Store, ways: Ways, now: datetime) -> int:
    """Copy what is stuck to the channels that stand in; how many copies that made."""
    made = 0
    for channel in ways.channels:
        stand_in = ways.named(channel.escalate) if channel.escalate else None
        if stand_in is None:
            continue
        stuck = store.stuck(channel.name, stand_in.name, tries=ESCALATE_AFTER, now=now)
        copied = [row for row in stuck if row.alert.reason is not Reason.NOTHING]
        if copied:
            # At once: a channel that has long been dead would hold up the others with each row.
            with store.transaction():
                for row in copied:
                    until = held(stand_in, row.alert.reason, row.alert.priority, now)
                    made += store.add_copy(row.id, stand_in.name, until, now=now)
            numbers = [row.id for row in copied]
            _log.warning("escalated", channel=channel.name, to=stand_in.name, deliveries=numbers)
    return made


def report_disabled(store: Store, ways: Ways, name: str, reason: str, now: datetime) -> None:
    """Inside the transaction that disables the channel."""
    tell_channels(
        store,
        ways.channels,
        ways.beside(name, store.disabled_channels()),
        f"The channel {name} is disabled",
        f"{reason}; what is for it waits, and leaves when its address has changed or"
        f" `pactwatch channels test {name}` succeeds.",
        now=now,
    )


def report_given_up(store: Store, ways: Ways, row: Delivery, reason: str, now: datetime) -> None:
    """Inside the transaction that gives it up; once until the channel takes a message again.

    What was itself a word to the operator is only logged, or two dead channels would report on
    one another for ever.
    """
    if row.alert.reason is Reason.OPERATOR or not store.gave_up(row.channel, now=now):
        return
    tell_channels(
        store,
        ways.channels,
        ways.beside(row.channel, store.disabled_channels()),
        f"Messages for the channel {row.channel} are given up",
        f"{reason}; the first after {len(BACK_OFF) + 1} tries in two days"
        f" (`pactwatch deliveries --channel {row.channel} --state failed` lists them,"
        " `--retry failed` sends them again).",
        now=now,
    )


def report_partly(store: Store, ways: Ways, name: str, reason: str, now: datetime) -> None:
    """Some of those whom the channel serves did not get a message."""
    tell_channels(
        store,
        ways.channels,
        ways.beside(name, store.disabled_channels()),
        f"The channel {name} does not reach everybody",
        f"{reason}; the others get their messages. Look at the addresses of the channel.",
        now=now,
    )
