"""What is said of a story beside its own facts: what led to it, and what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from alerting.knowing import lives
from alerting.knowing.doubts import story_named
from alerting.knowing.ledger import KINDS, doubts, ledger, same_subject
from alerting.knowing.standings import Step, step_of
from pacts import days
from pacts.model import Story
from pacts.terms import Act, Kind

MOST: Final = 4
"""Earlier steps that are told: the latest of them."""


def related(story: Story) -> frozenset[Kind]:
    """Kinds of the stories that are to be asked about the past of this one."""
    return KINDS if story.kind in KINDS else lives.KINDS


def background(story: Story, known: Sequence[Story]) -> tuple[str, ...]:
    """Earlier steps of the same document or level among ``known`` stories, the oldest first."""
    if story.kind not in KINDS:
        steps = lives.life(story, known).earlier
        return tuple(lives.told(step, story.parties) for step in steps[-MOST:])
    at = step_of(story).at
    earlier = [other for other in known if other.id != story.id and step_of(other).at <= at]
    standing = next((one for one in ledger(earlier) if same_subject(one, story)), None)
    steps = tuple(step for step in standing.steps if not step.doubts) if standing else ()
    return tuple(_changed(step) for step in steps[-MOST:])


def cautions(story: Story, known: Sequence[Story]) -> tuple[str, ...]:
    """What is impossible or doubtful about a story by what ``known`` stories tell."""
    if story.kind in KINDS:
        return doubts(story, known)
    return lives.disorder(lives.life(story, known))


def _changed(step: Step) -> str:
    """ "Strategic partnership established on 6 May 2025 (story 3)."."""
    relations = step.story.kind is Kind.RELATIONS
    what = "diplomatic relations" if relations else step.level or "partnership"
    raised = step.story.act in {Act.UPGRADED, Act.DOWNGRADED}
    said = f"{step.story.act} to {what}" if raised and step.level else f"{what} {step.story.act}"
    when = days.adverb(step.when) if step.when else "earlier"
    return f"{said[:1].upper()}{said[1:]} {when}{story_named(step)}."
