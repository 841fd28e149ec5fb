"""The steps by which a story came to people, in the order of time. Pure: a trail in, steps out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeAlias

from pacts.model import Alert, Delivery
from pacts.terms import DeliveryState, Wait
from storage.records import Attempt, Hand, Mark, Merged, Revision, Teller, Trail

Way: TypeAlias = (
    "Read | Edited | Decided | Amended | Tried | Waits | Unsendable | Mended | Joined | Marked"
)


@dataclass(frozen=True, slots=True)
class Read:
    """An article was read and judged."""

    teller: Teller
    changed: bool
    """Somebody was told by it, or is on record as not told."""


@dataclass(frozen=True, slots=True)
class Edited:
    """An article was edited."""

    teller: Teller
    before: Revision
    changed: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """An alert was made, to be sent or only for the record."""

    alert: Alert


@dataclass(frozen=True, slots=True)
class Amended:
    """An alert was brought up to date before anybody got it."""

    alert: Alert


@dataclass(frozen=True, slots=True)
class Tried:
    """A channel took a message, or did not."""

    delivery: Delivery
    attempt: Attempt
    number: int
    """The first try is 1."""
    of: int
    waited: Wait | None
    """What the first try had to wait for."""


@dataclass(frozen=True, slots=True)
class Waits:
    """A message is still to be sent."""

    delivery: Delivery
    disabled: str | None
    """Why its channel is disabled, if it is."""


@dataclass(frozen=True, slots=True)
class Unsendable:
    """A channel was to be told and is not in the configuration any more."""

    alert: Alert
    channel: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A person joined the story with another one, or parted the two."""

    hand: Hand


@dataclass(frozen=True, slots=True)
class Joined:
    """A report showed that another story was this one."""

    merged: Merged


@dataclass(frozen=True, slots=True)
class Marked:
    """A person said what the story is worth."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class Step:
    at: datetime
    way: Way


_ORDER: Final = (Read, Edited, Joined, Decided, Unsendable, Amended, Tried, Waits, Mended, Marked)


def steps(trail: Trail) -> list[Step]:
    """All that happened and is to happen, the oldest first."""
    found = [*_reading(trail), *_deciding(trail), *_sending(trail)]
    found += [Step(hand.at, Mended(hand)) for hand in trail.hands]
    by_hand = {hand.at for hand in trail.hands if hand.other is None}
    found += [Step(one.at, Joined(one)) for one in trail.merges if one.at not in by_hand]
    if trail.mark:
        found.append(Step(trail.mark.created, Marked(trail.mark)))
    return sorted(found, key=lambda step: (step.at, _ORDER.index(type(step.way))))


def _reading(trail: Trail) -> Iterator[Step]:
    for teller in trail.tellers:
        times = _times_changed(teller, trail)
        yield Step(teller.settled_at, Read(teller, teller.settled_at in times))
        for before in teller.revisions:
            at = before.replaced_at
            yield Step(at, Edited(teller, before, at in times))


def _times_changed(teller: Teller, trail: Trail) -> set[datetime]:
    """When the article gave rise to an alert, or to a change of one that waited."""
    mine = (teller.source, teller.key)
    made = {alert.created for alert in trail.alerts if (alert.source, alert.item) == mine}
    return made | {alert.amended for alert in trail.alerts if alert.amended}


def _deciding(trail: Trail) -> Iterator[Step]:
    reached = {(one.alert.id, one.channel) for one in trail.deliveries}
    for alert in trail.alerts:
        yield Step(alert.created, Decided(alert))
        if alert.amended:
            yield Step(alert.amended, Amended(alert))
        for channel in alert.channels if alert.reason.sends else ():
            if (alert.id, channel) not in reached:
                yield Step(alert.created, Unsendable(alert, channel))


def _sending(trail: Trail) -> Iterator[Step]:
    for delivery in trail.deliveries:
        tries = [one for one in trail.attempts if one.delivery == delivery.id]
        for number, attempt in enumerate(tries, start=1):
            waited = trail.waited.get(delivery.id) if number == 1 else None
            yield Step(attempt.at, Tried(delivery, attempt, number, len(tries), waited))
        if delivery.state in {DeliveryState.WAITING, DeliveryState.LEASED}:
            disabled = trail.disabled.get(delivery.channel)
            yield Step(delivery.not_before, Waits(delivery, disabled))
