"""What is new to a channel about a story, by what it knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alerting.deciding.changes import correction, joined
from alerting.deciding.known import HOPES, heard, spared, stories_heard
from pacts.model import Alert, Story
from pacts.names import STATES
from pacts.terms import Act, Reason, Status


@dataclass(frozen=True, slots=True)
class News:
    """Why a channel is to be told, as long as nothing speaks against it."""

    reason: Reason
    """One that sends; or DUPLICATE, where the channel knows it all."""
    detail: str = ""
    before: Status | None = None
    """Of a denial: the status in which the channel knows the story."""


def news_for(story: Story, told: Sequence[Alert], channel: str) -> News | None:
    """What to tell; None where the channel was spared the story and there is no progress."""
    known = heard(told, channel)
    if known is None:
        before = spared(told, channel, story)
        return News(Reason.FIRST) if before is None else _progress(before.status, story.status)
    step = _progress(known.status, story.status)
    if step:
        return step
    if story.status is Status.NEGATED and known.status is not Status.NEGATED:
        was = f"told before as {spoken(known.status)}"
        return News(Reason.DENIED, was, before=known.status)
    return _changed(known, stories_heard(told, channel), story) or News(
        Reason.DUPLICATE, "nothing new since it was told"
    )


def spoken(status: Status) -> str:
    """A status as a sentence says it."""
    return "refused or postponed" if status is Status.NEGATED else status.value


def _progress(before: Status, now: Status) -> News | None:
    """Done after it was expected or refused; or planned again after it was refused.

    A plan that becomes firmer is no step: it is still a plan.
    """
    done = now is Status.CONCLUDED and (before in HOPES or before is Status.NEGATED)
    again = now is Status.PLANNED and before is Status.NEGATED
    return News(Reason.ADVANCED, f"told before as {spoken(before)}") if done or again else None


def _changed(known: Story, told: Sequence[Story], story: Story) -> News | None:
    if story.status is not known.status:
        return None
    parties = {party for one in told for party in one.parties}
    if story.act is Act.ACCEDED:  # whose treaty it is was clear before somebody said so
        parties |= {party for party in story.parties if party not in STATES}
    wrong, more = correction(known, story, told), joined(parties, story)
    if wrong:
        return News(Reason.CORRECTED, "; ".join(one for one in (wrong, more) if one))
    return News(Reason.NEW_PARTY, more) if more else None
