"""What a ledger is made of: steps that stories tell, and how parties stand after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from alerting.knowing.ladders import is_higher
from alerting.merging.levels import bag_of
from pacts.model import Period, Story
from pacts.terms import Act, DateBasis, Kind, Status

BACKGROUND_DAYS: Final = 60
"""News brings recollections along: one without a day is older than what was new in these days."""


class State(StrEnum):
    """How it stands."""

    HELD = "held"
    LOWERED = "lowered"
    SUSPENDED = "suspended"
    ENDED = "ended"
    SEVERED = "severed"
    """Of diplomatic relations."""


OVER: Final = frozenset({State.SUSPENDED, State.ENDED, State.SEVERED})
_STATES: Final = {
    Act.DOWNGRADED: State.LOWERED,
    Act.SUSPENDED: State.SUSPENDED,
    Act.ENDED: State.ENDED,
    Act.SEVERED: State.SEVERED,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One change, as one story tells it."""

    story: Story
    when: Period | None
    """The day or period; None where nobody says, and it may be long ago."""
    basis: DateBasis | None
    known: date | None
    """The day on which it was first told: it was so by then."""
    doubts: tuple[str, ...] = ()
    """Whole sentences: why it can hardly be so by what came before."""

    @property
    def state(self) -> State:
        return _STATES.get(self.story.act, State.HELD)

    @property
    def level(self) -> str | None:
        return self.story.level

    @property
    def at(self) -> date:
        """Its place in the order of steps."""
        if self.when is None:
            return self.known - timedelta(days=BACKGROUND_DAYS) if self.known else date.min
        return min(self.when.end, self.known) if self.known else self.when.end


@dataclass(frozen=True, slots=True)
class Standing:
    """How some parties stand on one subject. Subjects are independent of one another."""

    parties: tuple[str, ...]
    kind: Kind
    """A named level, or diplomatic relations as such."""
    field: frozenset[str]
    """The field that the level is limited to; empty for relations as a whole."""
    state: State
    level: str | None
    since: Step
    """The step that made it so."""
    steps: Sequence[Step]
    """All that moved it, the oldest first, and all that is doubted."""


def step_of(story: Story) -> Step:
    """What a story says happened, and when. What is news and has no day was on the day of it."""
    published = [one.published for one in story.sightings or (story.lead,) if one.published]
    known = min(published).date() if published else None
    if story.date is None and story.status is not Status.HISTORICAL and known:
        return Step(story, Period.day(known), DateBasis.PUBLICATION, known)
    return Step(story, story.date, story.date_basis, known)


def is_same(step: Step, held: Standing) -> bool:
    """Whether a step leads to the level that is held."""
    if held.kind is Kind.RELATIONS:
        return step.state is held.state
    return bool(step.level and held.level and bag_of(step.level) == bag_of(held.level))


def is_below(step: Step, held: Standing) -> bool:
    """Whether a step leads to a level that is surely lower."""
    return bool(step.level and held.level and is_higher(held.level, step.level, held.parties))


def is_above(step: Step, held: Standing) -> bool:
    """Whether a step leads to a level that is surely higher."""
    return bool(step.level and held.level and is_higher(step.level, held.level, held.parties))
