"""The relation: do two sightings tell one happening?

Stories are the connected components of this relation, so that the order in which sightings arrive
leaves no trace. A component can be bridged by one vague sighting, so everything vague is kept on a
short lead: what is not *identified* by a level or by a document's own subject only joins its like,
of the same parties, within ten days.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from alerting.documents import Match, same_paper
from alerting.facts import Course, Fact, Family, fact_of
from alerting.levels import names_a_level
from pacts.model import Event, Sighting

NEAR_DAYS: Final = 10
"""Between two reports of what is done."""
RECAP_DAYS: Final = 60
"""A report weeks later without a date of its own tells the same; a plan may wait as long."""
PAPER_RECAP_DAYS: Final = 21
"""Such a report of a document: a busy pair signs another one on the same subject soon enough."""
LATER_STEP_DAYS: Final = 400
"""Parliaments take their time: a ratification or entry into force is announced a year ahead."""
HISTORY_DAYS: Final = 400
"""How far back an undated recollection reaches for a document; for a level it has no end."""
_LATER_STEPS: Final = frozenset({"ratified", "in force", "acceded"})
_SLACK_DAYS: Final = 1
"""The day of publication is counted in UTC, the day of the event where it took place."""
_LATE_PLAN_DAYS: Final = 3
"""So long after the event an outlet may still announce it."""
_LONGEST_VAGUE_DAYS: Final = 31
"""A generic document dated only by a year could be any of that year."""


def same_happening(a: Event | Sighting, b: Event | Sighting) -> bool:
    """Whether both tell one happening. Symmetric, not transitive, and never by text likeness.

    An event without its sighting is one whose day of publication nobody knows.
    """
    return same_fact(fact_of(a), fact_of(b))


def same_fact(a: Fact, b: Fact) -> bool:
    """:func:`same_happening`, of sightings already reduced."""
    if a.family is not b.family or a.step != b.step or a.official != b.official:
        return False
    if a.family is Family.PAPER:
        return _same_document(a, b)
    if a.parties != b.parties:
        return False
    return _same_ties(a, b) if a.family is Family.TIES else _same_level(a, b)


# --- by family -----------------------------------------------------------------------------


def _same_level(a: Fact, b: Fact) -> bool:
    """The same level of the same pair; or, in the same days, one that leaves words out."""
    if a.level is None or b.level is None:
        return _timely(a, b, identified=False)
    if a.level == b.level:
        return _timely(a, b, identified=names_a_level(a.level))
    part = a.level < b.level or b.level < a.level
    return part and _is_done(a) and _is_done(b) and _timely(a, b, identified=False)


def _same_ties(a: Fact, b: Fact) -> bool:
    """A pair's relations open or break once in a while: the act is identity enough."""
    return _timely(a, b, identified=a.act == b.act)


def _same_document(a: Fact, b: Fact) -> bool:
    if a.paper is None or b.paper is None or not a.parties & b.parties:
        return False
    if a.article == b.article and a.article[2] and a.course != b.course:
        return False  # one text tells apart what it signs from what is still to be signed
    match = same_paper(a.paper, b.paper)
    if match is Match.DIFFERENT or not _parties_agree(a, b, match):
        return False
    return _timely(a, b, identified=match is Match.SAME)


def _parties_agree(a: Fact, b: Fact, match: Match) -> bool:
    """The same parties; or lists of three and more that say nearly the same.

    A pair is part of three only where both name the document; of a longer list never, because the
    list would bridge its pairs.
    """
    if a.parties == b.parties:
        return True
    shared, fewer = a.parties & b.parties, min(len(a.parties), len(b.parties))
    if fewer >= 3:
        return 2 * len(shared) > max(len(a.parties), len(b.parties)) and len(shared) >= 3
    more = max(len(a.parties), len(b.parties))
    return match is Match.SAME and fewer == len(shared) == 2 and more == 3


# --- in time -------------------------------------------------------------------------------


def _timely(a: Fact, b: Fact, *, identified: bool) -> bool:
    if _is_recollection(a) or _is_recollection(b):
        return identified and _recalls(a, b)
    if _is_done(a) and _is_done(b):
        return _near(a, b, identified=identified)
    return _expected(a, b, identified=identified)


def _is_done(fact: Fact) -> bool:
    return fact.course in {Course.DONE, Course.PAST}


def _is_recollection(fact: Fact) -> bool:
    """History without a date: "strategic partners for years"."""
    return fact.course is Course.PAST and fact.when is None


def _near(a: Fact, b: Fact, *, identified: bool) -> bool:
    """Both done: within ten days, or one of them a later report without a date of its own."""
    if a.time is None or b.time is None:
        return identified
    apart = a.time.distance(b.time)
    if not identified:
        return apart <= NEAR_DAYS and not (_is_vague(a) or _is_vague(b))
    if a.when and b.when:
        return apart <= NEAR_DAYS
    last = max(a, b, key=lambda fact: (fact.time, fact.when is None))
    recap = PAPER_RECAP_DAYS if a.family is Family.PAPER else RECAP_DAYS
    return apart <= (recap if last.when is None else NEAR_DAYS)


def _is_vague(fact: Fact) -> bool:
    return fact.when is not None and ((fact.when.end - fact.when.start).days > _LONGEST_VAGUE_DAYS)


def _recalls(a: Fact, b: Fact) -> bool:
    """At least one is an undated recollection: it recalls what came before it, never a plan."""
    if not (_is_done(a) and _is_done(b)):
        return False
    reach = None if a.family is not Family.PAPER else HISTORY_DAYS
    if _is_recollection(a) and _is_recollection(b):
        return _told_within(a, b, reach)
    memory, deed = (a, b) if _is_recollection(a) else (b, a)
    if memory.told is None or deed.time is None:
        return True
    if deed.time.start > memory.told + timedelta(days=_SLACK_DAYS):
        return False
    return reach is None or (memory.told - deed.time.end).days <= reach


def _told_within(a: Fact, b: Fact, days: int | None) -> bool:
    if days is None or a.told is None or b.told is None:
        return True
    return abs((a.told - b.told).days) <= days


def _expected(a: Fact, b: Fact, *, identified: bool) -> bool:
    """At least one is a plan or a refusal: within sixty days, and a plan before its fulfilment."""
    if a.time is None or b.time is None:
        return identified
    if a.time.distance(b.time) > _patience(a, identified=identified):
        return False
    if a.course is b.course:
        return identified or not (a.when and b.when) or a.time.distance(b.time) <= NEAR_DAYS
    if Course.AHEAD not in {a.course, b.course}:
        return identified
    plan, other = (a, b) if a.course is Course.AHEAD else (b, a)
    return _fulfils(plan, other, identified=identified)


def patience_of(fact: Fact) -> int:
    """Days that a plan may wait to be fulfilled, where it is known by its name."""
    return LATER_STEP_DAYS if fact.step in _LATER_STEPS else RECAP_DAYS


def _patience(fact: Fact, *, identified: bool) -> int:
    """A plan for "several documents" is for the next visit, not for the one after it."""
    if identified:
        return patience_of(fact)
    return PAPER_RECAP_DAYS if fact.family is Family.PAPER else RECAP_DAYS


def _fulfils(plan: Fact, other: Fact, *, identified: bool) -> bool:
    """Whether ``other``, done or refused, can be what became of ``plan``.

    A generic plan told on the day of a signing, or later, is about the next one.
    """
    if plan.when and other.time and not identified:
        return plan.when.distance(other.time) <= NEAR_DAYS and not _is_vague(plan)
    if plan.told is None or other.time is None:
        return identified
    if not identified:
        return other.time.start > plan.told
    return (other.time.end - plan.told).days >= -_LATE_PLAN_DAYS
