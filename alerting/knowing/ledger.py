"""The ledger: how parties stand to one another, since when, and by which story.

It follows from stories alone: those that are confirmed, sure enough, between states, and tell of
something done. A story counts for exactly the parties that it names: what three agree on is
theirs together, and moves the level of no two of them. A level said once more changes nothing. A
step that is impossible, or doubtful, by what came before carries a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final, TypeAlias

from alerting.knowing.doubts import doubts_of
from alerting.knowing.ladders import field_of
from alerting.knowing.standings import OVER, Standing, State, Step, is_below, is_same, step_of
from alerting.merging.levels import bag_of, names_a_level
from alerting.merging.telling import tell
from pacts.model import SURE_ENOUGH, Story
from pacts.terms import Kind, Scope, Status

KINDS: Final = frozenset({Kind.PARTNERSHIP, Kind.RELATIONS})
"""Kinds of stories that move the ledger."""
DONE: Final = frozenset({Status.CONCLUDED, Status.HISTORICAL})
"""The status that they must have."""

Subject: TypeAlias = tuple[tuple[str, ...], Kind, frozenset[str]]


def counts(story: Story) -> bool:
    """Whether a story may move the ledger."""
    return (
        story.kind in KINDS
        and story.status in DONE
        and story.confirmed
        and story.confidence >= SURE_ENOUGH
        and story.scope in {Scope.STATE, Scope.MIXED}
        and len(story.parties) > 1
    )


def as_of(story: Story, moment: datetime) -> Story | None:
    """The story as it was known at a time; None where nobody had told it."""
    known = [one for one in story.sightings if one.published and one.published <= moment]
    if len(known) == len(story.sightings):
        return story
    return replace(tell(known), id=story.id) if known else None


def ledger(stories: Iterable[Story]) -> list[Standing]:
    """How all that these stories tell of stand, by parties; in any order they give the same."""
    subjects: dict[Subject, list[Step]] = {}
    for story in stories:
        if counts(story):
            subjects.setdefault(_subject(story), []).append(step_of(story))
    made: list[Standing] = []
    ties: dict[tuple[str, ...], Standing] = {}
    for subject in sorted(subjects, key=_relations_first):
        standing = _fold(subject, subjects[subject], ties.get(subject[0]))
        if standing:
            made.append(standing)
            if standing.kind is Kind.RELATIONS:
                ties[standing.parties] = standing
    return made


def doubts(story: Story, known: Iterable[Story]) -> tuple[str, ...]:
    """What the ledger of ``known`` stories has against ``story``, each a whole sentence.

    Asked of what is done or to be done; what is refused, or told as history, claims nothing new.
    """
    if story.kind not in KINDS or len(story.parties) < 2:
        return ()
    if story.status in {Status.NEGATED, Status.HISTORICAL}:
        return ()
    parties, kind, field = _subject(story)
    step = step_of(story)
    before = [one for one in known if one.id != story.id and step_of(one).at <= step.at]
    standings = [one for one in ledger(before) if one.parties == parties]
    held = next((one for one in standings if (one.kind, one.field) == (kind, field)), None)
    ties = next((one for one in standings if one.kind is Kind.RELATIONS), None)
    return doubts_of(step, held, None if kind is Kind.RELATIONS else ties)


def same_subject(standing: Standing, story: Story) -> bool:
    """Whether a story is about what a standing is about."""
    return (standing.parties, standing.kind, standing.field) == _subject(story)


def _subject(story: Story) -> Subject:
    field = field_of(story.level) if story.kind is Kind.PARTNERSHIP else frozenset[str]()
    return story.parties, story.kind, field


def _relations_first(subject: Subject) -> tuple[object, ...]:
    parties, kind, field = subject
    return parties, kind is not Kind.RELATIONS, sorted(field)


def _in_time(step: Step) -> tuple[object, ...]:
    return step.at, step.when is not None, step.known or date.max, step.story.id or 0


def _fold(subject: Subject, steps: Sequence[Step], ties: Standing | None) -> Standing | None:
    """Step after step, the oldest first. None where nobody names the level."""
    parties, kind, field = subject
    standing: Standing | None = None
    for one in sorted(steps, key=_in_time):
        step = replace(one, doubts=doubts_of(one, standing, _before(ties, one)))
        if standing is None:
            if kind is Kind.RELATIONS or step.level:
                standing = Standing(parties, kind, field, step.state, step.level, step, (step,))
        elif _moves(step, standing):
            standing = replace(
                standing,
                state=step.state,
                level=step.level or standing.level,
                since=step,
                steps=(*standing.steps, step),
            )
        else:
            standing = _kept(standing, step)
    return standing


def _before(ties: Standing | None, step: Step) -> Standing | None:
    """Diplomatic relations as they stood before a step."""
    earlier = [one for one in ties.steps if one.at <= step.at] if ties else []
    return replace(ties, state=earlier[-1].state, since=earlier[-1]) if ties and earlier else None


def _kept(standing: Standing, step: Step) -> Standing:
    """What moves nothing leaves no trace, unless it is doubted, or knows the day at last."""
    if step.doubts:
        return replace(standing, steps=(*standing.steps, step))
    first = standing.since
    if first.when is None and step.when is not None and is_same(step, standing):
        steps = tuple(step if one is first else one for one in standing.steps)
        return replace(standing, since=step, steps=steps)
    return standing


def _moves(step: Step, held: Standing) -> bool:
    """Whether a step leads from one standing to another."""
    new = step.level is not None and not is_same(step, held)
    if held.kind is Kind.RELATIONS:
        return step.state is not held.state
    if step.state is not State.HELD:
        return step.state is not held.state or new
    if not new:
        return held.state in OVER and step.when is not None
    if held.state is not State.HELD:
        return True
    if not names_a_level(bag_of(step.level or "")) or is_below(step, held):
        return False
    # A memory without a day brings nothing back that has been left behind.
    return step.when is not None or not any(_was(step, one) for one in held.steps)


def _was(step: Step, earlier: Step) -> bool:
    levels = {bag_of(one) for one in (earlier.level, earlier.story.level_from) if one}
    return step.level is not None and bag_of(step.level) in levels
