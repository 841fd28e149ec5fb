"""What speaks against a step by what was known before it, in plain sentences.

Nothing is doubted that might be the step which the ledger holds, told once more.
"""

from __future__ import annotations

from typing import Final

from alerting.knowing.standings import OVER, Standing, State, Step, is_above, is_below, is_same
from alerting.merging.levels import bag_of
from pacts import days
from pacts.names import listed, name_of
from pacts.nouns import with_article
from pacts.terms import Act, Kind, Status

SURELY_DAYS: Final = 10
"""So long before another report a step must have been, to be surely another one."""


def doubts_of(step: Step, held: Standing | None, ties: Standing | None) -> tuple[str, ...]:
    """Why a step can hardly be so: ``held`` is how its subject stood, ``ties`` the relations."""
    found: list[str | None] = []
    if ties and ties.state is State.SEVERED and step.state is State.HELD and _is_old(ties, step):
        found.append(f"{_over(ties)}.")
    if held and _is_old(held, step) and step.story.status is not Status.HISTORICAL:
        level = held.kind is not Kind.RELATIONS
        found.append(_against_level(step, held) if level else _against_ties(step, held))
    return tuple(one for one in found if one)


def _is_old(held: Standing, step: Step) -> bool:
    first = held.since
    end = first.when.end if first.when else first.known
    start = step.when.start if step.when else step.known
    return bool(end and start and (start - end).days > SURELY_DAYS)


def _against_level(step: Step, held: Standing) -> str | None:
    if step.state in OVER:
        return f"{_over(held)}." if held.state in {step.state, State.ENDED} else None
    if held.state is not State.HELD:
        return None
    if step.state is State.LOWERED:
        return f"{_holding(held)}, which is the lower level." if is_above(step, held) else None
    if is_same(step, held):
        return f"{_holding(held)}."
    if is_below(step, held):
        return f"{_holding(held)}, which is the higher level."
    return _other_origin(step, held)


def _other_origin(step: Step, held: Standing) -> str | None:
    """The level that it is told to have risen from is not the one that the ledger holds."""
    origin = step.story.level_from
    if not origin or not held.level:
        return None
    a, b = bag_of(origin), bag_of(held.level)
    if a <= b or b <= a:
        return None
    return f"It is told as rising from {with_article(origin)}; {_lower(_holding(held))}."


def _against_ties(step: Step, held: Standing) -> str | None:
    if held.state is State.SEVERED:
        return f"{_over(held)}." if step.state in {State.SEVERED, State.LOWERED} else None
    if step.state is not State.HELD or held.state is not State.HELD:
        return None
    if step.story.act is Act.RESTORED:
        return f"{_holding(held)}, and nothing is known of a break."
    return f"{_holding(held)}."


# --- words ---------------------------------------------------------------------------------


def who(parties: tuple[str, ...]) -> str:
    """Parties by name: "Kazakhstan and Vietnam"."""
    return listed(sorted(map(name_of, parties)))


def story_named(step: Step) -> str:
    """ "(story 12)"; nothing for a story that was never stored."""
    return f" (story {step.story.id})" if step.story.id is not None else ""


def _holding(held: Standing) -> str:
    return f"By the ledger {who(held.parties)} have {_what(held)} {_since(held.since)}"


def _what(held: Standing) -> str:
    if held.kind is Kind.RELATIONS:
        return "had diplomatic relations"
    level = held.level or "partnership"
    if level.endswith(" partnership"):
        return f"been {level.removesuffix('ship')}s"
    return f"had {with_article(level)}"


def _since(step: Step) -> str:
    if step.when:
        return f"since {days.period(step.when)}{story_named(step)}"
    known = f" since {days.day(step.known)} at the latest" if step.known else ""
    return f"{known.strip()}{story_named(step)}".strip()


def _over(held: Standing) -> str:
    subject = "diplomatic relations" if held.kind is Kind.RELATIONS else held.level or "partnership"
    verb = "were" if subject.endswith("relations") else "was"
    when = held.since.when
    day = f" {days.adverb(when)}" if when else ""
    told = story_named(held.since)
    return f"By the ledger the {subject} of {who(held.parties)} {verb} {held.state}{day}{told}"


def _lower(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"
