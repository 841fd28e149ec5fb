"""The relation: do two sightings tell one happening?

The answer can be that nobody can tell. Sightings that are surely one link their stories, and two
stories could be bridged by one vague sighting; so what is not *identified* by a level or by a
document's own subject links nothing: it goes, loosely, with what the same parties did in the same
days.
"""

from __future__ import annotations

from datetime import timedelta
from enum import IntEnum
from typing import Final

from alerting.merging.documents import Match, same_paper
from alerting.merging.facts import Course, Fact, Family, fact_of
from alerting.merging.levels import names_a_level
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
_SAME_DAYS: Final = 2
"""Between days that are named of one event: "on Tuesday" shifts with the zone of who writes it."""
_SLACK_DAYS: Final = 1
"""The day of publication is counted in UTC, the day of the event where it took place."""
_LATE_PLAN_DAYS: Final = 3
"""So long after the event an outlet may still announce it."""
_LONGEST_VAGUE_DAYS: Final = 31
"""A generic document dated only by a year could be any of that year."""


class Link(IntEnum):
    """What two sightings have to do with each other."""

    APART = 0
    """They are two, as surely as texts can say: the same parties and days, other papers."""
    NONE = 1
    LOOSE = 2
    """They may well be one, and nothing names them: see :func:`alerting.merging.stories.place`."""
    SAME = 3


def same_happening(a: Event | Sighting, b: Event | Sighting) -> bool:
    """Whether both tell one happening. Symmetric, not transitive, and never by text likeness.

    An event without its sighting is one whose day of publication nobody knows.
    """
    first, second = fact_of(a), fact_of(b)
    link = relate(first, second)
    return link is Link.SAME or (link is Link.LOOSE and _are_generic(first, second))


def relate(a: Fact, b: Fact) -> Link:
    """How two sightings, already reduced, go together; symmetric."""
    if a.official != b.official:
        return Link.NONE
    if a.family is not b.family:
        return Link.NONE
    if a.step != b.step:
        return Link.NONE
    if a.family is Family.PAPER:
        return _same_document(a, b)
    if a.parties != b.parties:
        return Link.NONE
    same = _same_ties(a, b) if a.family is Family.TIES else _same_level(a, b)
    return Link.SAME if same else Link.NONE


def is_part_of(paper: Fact, deed: Fact) -> bool:
    """Whether ``paper`` is the nameless declaration by which ``deed``, a level, was declared.

    The declaration belongs to the level; the level does not belong to the declaration, which may
    have been told before anybody knew what it says.
    """
    return (
        paper.family is Family.PAPER
        and deed.family is not Family.PAPER
        and paper.adopts
        and (paper.official, paper.step, paper.parties) == (deed.official, "signed", deed.parties)
        and deed.step == "up"
        and _is_done(paper) is _is_done(deed)
        and paper.time is not None
        and deed.time is not None
        and paper.time.distance(deed.time) <= _SAME_DAYS
    )


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


def _same_document(a: Fact, b: Fact) -> Link:
    if a.paper is None or b.paper is None or not a.parties & b.parties:
        return Link.NONE
    match = same_paper(a.paper, b.paper)
    if a.article == b.article and a.article[2]:
        return _in_one_article(a, b, match)
    if match in {Match.OPEN, Match.DIFFERENT} and a.parties != b.parties:
        return Link.NONE
    if match is not Match.DIFFERENT and not _parties_agree(a, b, match):
        return Link.NONE
    if match is Match.SAME:
        return Link.SAME if _timely(a, b, identified=True) else Link.NONE
    near = _timely(a, b, identified=False) and _on_one_day(a, b)
    if not near and not _is_undated_report(a, b):
        return Link.NONE
    return Link.APART if match is Match.DIFFERENT else Link.LOOSE


def _is_undated_report(a: Fact, b: Fact) -> bool:
    """Whether one is a report that nothing dates: the other is then the best that can be found."""
    courses = {a.course, b.course}
    undated = any(one.time is None and one.course is Course.DONE for one in (a, b))
    return undated and courses <= {Course.DONE, Course.AHEAD}


def _in_one_article(a: Fact, b: Fact, match: Match) -> Link:
    """One text tells apart what it signs from what is still to be signed, day from day, and paper
    from paper.
    """
    if a.course != b.course or (a.when and b.when and a.when.distance(b.when)):
        return Link.APART
    if match in {Match.SAME, Match.ALIKE} and _parties_agree(a, b, match):
        return Link.SAME if _timely(a, b, identified=match is Match.SAME) else Link.NONE
    if a.parties != b.parties:
        return Link.NONE
    named = not _is_generic(a) and not _is_generic(b)
    return Link.APART if named or match is Match.DIFFERENT else Link.LOOSE


def _is_generic(fact: Fact) -> bool:
    return fact.paper is not None and fact.paper.generic


def _are_generic(a: Fact, b: Fact) -> bool:
    return _is_generic(a) and _is_generic(b)


def _on_one_day(a: Fact, b: Fact) -> bool:
    """Whether days that two texts both name are one, give or take the zone that they count in."""
    if not (_is_done(a) and _is_done(b) and a.when and b.when):
        return True
    return _are_generic(a, b) or a.when.distance(b.when) <= _SAME_DAYS


def _parties_agree(a: Fact, b: Fact, match: Match) -> bool:
    """The same parties; or lists of three and more that say nearly the same.

    A pair is part of three only where both name the document; of a longer list never, because the
    list would bridge its pairs.
    """
    if a.parties == b.parties:
        return True
    if a.step == b.step == "acceded":
        return match is Match.SAME and (a.parties < b.parties or b.parties < a.parties)
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
    """Both done: within ten days, or one of them a later report without a date of its own.

    Each side ratifies for itself, some days apart.
    """
    if a.time is None or b.time is None:
        return identified
    apart = a.time.distance(b.time)
    if not identified:
        return apart <= NEAR_DAYS and not (_is_vague(a) or _is_vague(b))
    if a.when and b.when:
        return apart <= (_SLACK_DAYS if a.step in _LATER_STEPS else NEAR_DAYS)
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
    if identified or fact.step in _LATER_STEPS:
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
