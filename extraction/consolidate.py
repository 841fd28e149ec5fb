"""Step 10, consolidation: an article that tells a thing three times gives one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from extraction import lexicon
from extraction.name_forms import is_han, without_accents
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
    return tuple(sorted(_without_echoes(kept), key=lambda e: (e.evidence.start, e.name, e.parties)))


def _without_carriers(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """A statement on creating a level is that partnership event, not a second one."""
    made = {(e.evidence.start, e.parties) for e in events if e.kind in _BONDS}
    return tuple(
        e
        for e in events
        if not _is_statement(e)
        or (e.evidence.start, e.parties) not in made
        or not _telling(e.document or "")
    )


def _is_statement(event: Event) -> bool:
    """Adopted, or signed like a treaty."""
    signed = event.kind is Kind.AGREEMENT and event.act is Act.SIGNED
    return event.kind is Kind.STATEMENT or (signed and event.document_kind in _STATEMENTS)


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
    return _documents_agree(a, b)


def _course(act: Act) -> str:
    """Whether ties are made or undone: to raise is to establish, to sever is neither."""
    return "made" if act in {Act.ESTABLISHED, Act.UPGRADED, Act.RESTORED} else act.value


def _family(kind: Kind) -> str:
    return "bond" if kind in {Kind.PARTNERSHIP, Kind.RELATIONS} else kind.value


def _parties_agree(a: Event, b: Event) -> bool:
    first, second = set(a.parties), set(b.parties)
    return first == second or (len(first & second) >= 2 and (first <= second or second <= first))


def _documents_agree(a: Event, b: Event) -> bool:
    if a.act is not b.act and not _are_steps_to_one(a, b):
        return False
    if not _counts_agree(a, b):
        return False
    listed = a.evidence.start == b.evidence.start and a.status is b.status is Status.CONCLUDED
    if listed and a.document_kind != b.document_kind and a.document and b.document:
        return False  # "signed a treaty on allied relations and an agreement"
    if a.document_kind is None or b.document_kind is None:
        return True  # the paper was named before and is understood
    if a.status is not Status.CONCLUDED and b.status is not Status.CONCLUDED:
        # Plans come in lists: what is named differently is meant differently.
        first, second = _telling(a.document or ""), _telling(b.document or "")
        if first and not second:  # "a loan agreement", "the agreement"
            return _is_vague(b)
        if second and not first:
            return _is_vague(a)
        if not first and a.document_kind != b.document_kind:
            return _is_vague(a) or _is_vague(b)
        return first <= second or second <= first
    if a.status is not b.status and _tells(a) is not _tells(b):
        return False  # a named plan is not among papers that are only counted
    kinds = {a.document_kind, b.document_kind}
    if (
        len(kinds) == 1
        or kinds <= _STATEMENTS
        or ("agreement" in kinds and not kinds & _STATEMENTS)
    ):
        return _titles_agree(a.document or "", b.document or "")
    return _is_vague(a) or _is_vague(b)


def _are_steps_to_one(a: Event, b: Event) -> bool:
    """Whether two acts are one course: a paper to be negotiated so as to be signed."""
    undone = Status.CONCLUDED not in {a.status, b.status}
    return undone and {a.act, b.act} == {Act.NEGOTIATED, Act.SIGNED}


_STATEMENTS: Final = frozenset(
    {"joint statement", "joint declaration", "declaration", "communique"}
)


def _counts_agree(a: Event, b: Event) -> bool:
    """Equal, or near where one of them is only "more than" or "about"."""
    if a.count is None or b.count is None or a.count == b.count:
        return True
    low, high = sorted((a.count, b.count))
    return (a.count_approx or b.count_approx) and high <= _NEARLY * low


_NEARLY: Final = 1.25


def _titles_agree(a: str, b: str) -> bool:
    """Whether one name's telling words are all in the other's."""
    first, second = _telling(a), _telling(b)
    return _said_in(first, second) or _said_in(second, first)


def _said_in(words: set[str], others: set[str]) -> bool:
    """Whether every word has its like among the others, endings aside."""
    return all(any(_alike(word, other) for other in others) for word in words)


def _alike(a: str, b: str) -> bool:
    """Equal, or one word in two of its forms: "мирную", "мирных"."""
    stem = max(_SHORTEST_STEM, min(len(a), len(b)) - _LONGEST_ENDING)
    return a == b or a[:stem] == b[:stem]


_SHORTEST_STEM: Final = 4
_LONGEST_ENDING: Final = 2


def _telling(title: str) -> set[str]:
    """The words of a title that say what the paper is about, accents aside."""
    return {word for word in _words(title.lower()) if word not in _vague_words()}


def _tells(event: Event) -> bool:
    return bool(_telling(event.document or ""))


def _words(text: str) -> Iterator[str]:
    """Words without accents; scripts without spaces character by character."""
    for part in without_accents(text).replace("-", " ").split():
        word = part.strip("()") or part
        if is_han(word[0]) or is_han(word[-1]):
            yield from word
        else:
            yield word


@cache
def _vague_words() -> frozenset[str]:
    """Words of every language that name a paper without saying what it is about."""
    words = {word for code in lexicon.LANGUAGES for word in lexicon.load(code).vague}
    return frozenset(part for word in words for part in _words(word))


def _is_vague(event: Event) -> bool:
    return event.document_kind in {"document", "agreement", "instrument", None} and not _telling(
        event.document or ""
    )


def _near(a: Period | None, b: Period | None) -> bool:
    return a is not None and b is not None and a.distance(b) <= _SAME_DAYS


def _join(a: Event, b: Event) -> Event:
    """The surer of two tellings, with what only the other one knows."""
    best, other = (a, b) if _weight(a) >= _weight(b) else (b, a)
    if _are_steps_to_one(a, b) and a.status is b.status and best.act is Act.NEGOTIATED:
        best, other = other, best  # the signing is the step that people wait for
    dated = best if best.date is not None and not _sharper(other, best) else other
    same_status = best.status is other.status
    return replace(
        best,
        parties=best.parties if len(best.parties) >= len(other.parties) else other.parties,
        level=best.level or other.level,
        level_from=best.level_from or other.level_from,
        count=best.count if best.count is not None else (other.count if same_status else None),
        count_approx=best.count_approx or (best.count is None and other.count_approx),
        date=dated.date if same_status else best.date,
        date_basis=dated.date_basis if same_status else best.date_basis,
        place=best.place or other.place,
        confidence=round(min(0.99, best.confidence + 0.05 * same_status), 2),
    )


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
    """ "reached an agreement", "exchanged the papers", in an article that tells of a signing."""
    return (
        event.status is Status.CONCLUDED
        and done.act in {Act.SIGNED, Act.INITIALLED}
        and event.parties == done.parties
        and not _tells(event)
        and _is_said_again(event, done)
    )


def _is_said_again(event: Event, done: Event) -> bool:
    """Papers are exchanged where they are signed; what was reached is signed soon after."""
    apart = abs(event.evidence.start - done.evidence.start)
    if event.act is Act.EXCHANGED:
        return apart == 0 and event.count in {None, done.count}
    named = event.document_kind is not None and event.document_kind == done.document_kind
    return event.act is Act.NEGOTIATED and (named or apart <= _SAME_PASSAGE)


_SAME_PASSAGE: Final = 500
"""Characters within which one deed is told in two words."""


def _echoes(plan: Event, done: Event) -> bool:
    if _family(plan.kind) != _family(done.kind) or not set(plan.parties) <= set(done.parties):
        return False
    if plan.kind in {Kind.PARTNERSHIP, Kind.RELATIONS}:
        return plan.level is None or plan.level == done.level
    if plan.act is Act.NEGOTIATED and done.act is Act.SIGNED:
        plan = replace(plan, act=done.act)
    if plan.act is not done.act or not _documents_agree(plan, done):
        return False
    return _tells(done) and (_tells(plan) or plan.document in {None, plan.document_kind})
