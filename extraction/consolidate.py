"""Step 10, consolidation: an article that tells a thing three times gives one event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from extraction.same_paper import (
    STATEMENTS,
    are_steps_to_one,
    is_same_paper,
    is_vague,
    telling,
    tells,
)
from pacts.model import Event, Period
from pacts.terms import Act, Kind, Status

_RANK: Final = {
    Status.CONCLUDED: 5,
    Status.NEGATED: 4,
    Status.PLANNED: 3,
    Status.CONDITIONAL: 2,
    Status.RUMOURED: 1,
    Status.HISTORICAL: 0,
}
_SAME_DAYS: Final = 10


def consolidate(events: Iterable[Event]) -> tuple[Event, ...]:
    """Join what is the same, drop what a surer telling overrides; order of the text kept."""
    events = _without_carriers(tuple(events))
    kept: list[Event] = []
    for event in events:
        for index, known in enumerate(kept):
            if _same(known, event):
                kept[index] = _join(known, event)
                break
        else:
            kept.append(event)
    told = [_quoted_in_full(event, events) for event in _without_echoes(kept)]
    return tuple(sorted(told, key=lambda e: (e.evidence.start, e.name, e.parties)))


def _without_carriers(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """A statement on creating a level is that partnership event, not a second one."""
    made = {(e.evidence.start, e.parties) for e in events if e.kind in _BONDS}
    return tuple(
        e
        for e in events
        if not _is_statement(e)
        or (e.evidence.start, e.parties) not in made
        or not telling(e.document or "")
    )


def _is_statement(event: Event) -> bool:
    """Adopted, or signed like a treaty."""
    signed = event.kind is Kind.AGREEMENT and event.act is Act.SIGNED
    return event.kind is Kind.STATEMENT or (signed and event.document_kind in STATEMENTS)


_BONDS: Final = frozenset({Kind.PARTNERSHIP, Kind.RELATIONS})


def _same(a: Event, b: Event) -> bool:
    if _family(a.kind) != _family(b.kind) or not _parties_agree(a, b):
        return False
    if (a.status is Status.HISTORICAL) != (b.status is Status.HISTORICAL) and not _near(
        a.date, b.date
    ):
        return False
    if a.kind in {Kind.PARTNERSHIP, Kind.RELATIONS}:
        same = a.level == b.level or a.level is None or b.level is None
        return a.kind is b.kind and same and (_course(a.act) == _course(b.act))
    return is_same_paper(a, b)


def _course(act: Act) -> str:
    """Whether ties are made or undone: to raise is to establish, to sever is neither."""
    return "made" if act in {Act.ESTABLISHED, Act.UPGRADED, Act.RESTORED} else act.value


def _family(kind: Kind) -> str:
    return "bond" if kind in {Kind.PARTNERSHIP, Kind.RELATIONS} else kind.value


def _parties_agree(a: Event, b: Event) -> bool:
    first, second = set(a.parties), set(b.parties)
    return first == second or (len(first & second) >= 2 and (first <= second or second <= first))


def _near(a: Period | None, b: Period | None) -> bool:
    return a is not None and b is not None and a.distance(b) <= _SAME_DAYS


def _join(a: Event, b: Event) -> Event:
    """The surer of two tellings, with what only the other one knows."""
    best, other = (a, b) if _weight(a) >= _weight(b) else (b, a)
    if are_steps_to_one(a, b) and a.status is b.status and best.act in _EARLIER_STEPS:
        best, other = other, best  # the signing is the step that people wait for
    dated = best if best.date is not None and not _sharper(other, best) else other
    same_status = best.status is other.status
    counted = best.count if best.count is not None else (other.count if same_status else None)
    # A headline's nickname for a paper is not its name.
    named = other if tells(other) and other.evidence.start > 0 and not tells(best) else best
    return replace(
        best,
        document=named.document,
        document_kind=named.document_kind,
        parties=best.parties if len(best.parties) >= len(other.parties) else other.parties,
        level=best.level or other.level,
        level_from=best.level_from or other.level_from,
        count=None if _is_one_of(a, b) else counted,
        count_approx=best.count_approx or (best.count is None and other.count_approx),
        date=dated.date if same_status else best.date,
        date_basis=dated.date_basis if same_status else best.date_basis,
        place=best.place or other.place,
        confidence=round(min(0.99, best.confidence + 0.05 * same_status), 2),
    )


def _is_one_of(a: Event, b: Event) -> bool:
    """ "The two sign two memoranda" over a text that names each: neither is two."""
    return any(
        (headline.count or 0) > 1
        and headline.evidence.start == 0
        and not tells(headline)
        and tells(paper)
        and paper.count is None
        and headline.document_kind in {paper.document_kind, *_ANY_PAPER}
        for headline, paper in ((a, b), (b, a))
    )


_ANY_PAPER: Final = frozenset({"agreement", "document", "instrument"})

_EARLIER_STEPS: Final = frozenset({Act.NEGOTIATED, Act.INITIALLED})


def _quoted_in_full(event: Event, told: Iterable[Event]) -> Event:
    """The same event with the words of a sentence that tells it, where a headline told it first."""
    if event.evidence.start > 0:
        return event
    fuller = (
        other
        for other in told
        if other.evidence.start > 0
        and other.status is event.status
        and event.confidence - other.confidence <= _NEARLY_AS_SURE
        and _same(event, other)
    )
    return replace(event, evidence=next(fuller, event).evidence)


_NEARLY_AS_SURE: Final = 0.15


def _weight(event: Event) -> tuple[int, float, int]:
    return _RANK[event.status], event.confidence, -event.evidence.start


def _sharper(a: Event, b: Event) -> bool:
    order = {"stated": 0, "relative": 1, "visit": 2, "publication": 3, None: 4}
    return a.date is not None and order[a.date_basis] < order[b.date_basis]


def _without_echoes(events: list[Event]) -> list[Event]:
    """Drop plans and memories of what the article itself reports as done."""
    done = [e for e in events if e.status is Status.CONCLUDED]
    events = [
        e
        for e in events
        if not any(_is_way_to(e, d) or _recalls(e, d) or _is_undone(e, d) for d in done)
    ]
    return [
        e
        for e in events
        if e.status not in {Status.PLANNED, Status.CONDITIONAL, Status.RUMOURED}
        or not any(_echoes(e, d) for d in done)
    ]


def _recalls(memory: Event, done: Event) -> bool:
    """ "after they raised their ties", undated, in an article that reports just that."""
    bond = memory.kind is done.kind and memory.kind in _BONDS
    undated = memory.status is Status.HISTORICAL and memory.date is None
    return bond and undated and memory.parties == done.parties and memory.level == done.level


def _is_undone(event: Event, done: Event) -> bool:
    """Ties that were cut, in an article that reports their restoration."""
    return event.act is Act.SEVERED and done.act is Act.RESTORED and event.parties == done.parties


def _is_way_to(event: Event, done: Event) -> bool:
    """ "reached an agreement", "exchanged the papers", in an article that tells of a signing.

    Or "signed the instrument", in one that tells of an accession.
    """
    if done.act is Act.ACCEDED and event.act in _JOINING:
        shared = set(event.parties) & set(done.parties)
        apart = abs(event.evidence.start - done.evidence.start)
        vague = event.document_kind in {None, "instrument"}
        return (
            event.status is Status.CONCLUDED and bool(shared) and vague and apart <= _SAME_PASSAGE
        )
    return (
        event.status is Status.CONCLUDED
        and done.act in {Act.SIGNED, Act.INITIALLED}
        and event.parties == done.parties
        and not tells(event)
        and _is_said_again(event, done)
    )


def _is_said_again(event: Event, done: Event) -> bool:
    """Papers are exchanged where they are signed; what was reached is signed soon after."""
    apart = abs(event.evidence.start - done.evidence.start)
    if event.act is Act.EXCHANGED:
        return apart == 0 and event.count in {None, done.count}
    named = event.document_kind is not None and event.document_kind == done.document_kind
    return event.act is Act.NEGOTIATED and (named or apart <= _SAME_PASSAGE)


_JOINING: Final = frozenset({Act.SIGNED, Act.RATIFIED})
"""What a state does to the paper by which it joins."""
_SAME_PASSAGE: Final = 500
"""Characters within which one deed is told in two words."""


def _echoes(plan: Event, done: Event) -> bool:
    if _family(plan.kind) != _family(done.kind) or not set(plan.parties) <= set(done.parties):
        return False
    if plan.kind in {Kind.PARTNERSHIP, Kind.RELATIONS}:
        return plan.level is None or plan.level == done.level
    if plan.act is Act.NEGOTIATED and done.act is Act.SIGNED:
        if plan.document_kind == done.document_kind and not tells(plan) and not is_vague(plan):
            return True  # "the memorandum has been drafted", and signed
        plan = replace(plan, act=done.act)
    if plan.act is not done.act or not is_same_paper(plan, done):
        return False
    return tells(done) and (tells(plan) or plan.document in {None, plan.document_kind})
