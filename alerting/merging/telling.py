"""What a set of sightings says together, whatever order they came in.

Only *voices* are heard: the sightings of allowed sources, or all of them where no allowed source
tells the story. A source on hold is listed and changes nothing, so a hijacked host cannot turn a
plan into a conclusion.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final, TypeVar

from alerting.merging.conflicts import conflicts_of
from alerting.merging.copies import independent
from alerting.merging.documents import paper_of
from alerting.merging.facts import Family, family_of, level_of
from alerting.merging.levels import bag_of
from pacts.model import Period, Sighting, Story
from pacts.terms import Act, DateBasis, Kind, Scope, Status, Trust

T = TypeVar("T", bound=Hashable)

MOST_CONFIDENT: Final = 0.99
"""However many sources tell it, something may still be wrong."""

_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)
_FROM_HOPE_TO_RUMOUR: Final = (Status.PLANNED, Status.CONDITIONAL, Status.RUMOURED)
_BASES: Final = (DateBasis.STATED, DateBasis.RELATIVE, DateBasis.VISIT, DateBasis.PUBLICATION)
_SCOPES: Final = (Scope.STATE, Scope.MIXED, Scope.SUBNATIONAL, Scope.CORPORATE)
# The more telling act comes first: who upgrades also establishes, who signs also exchanges.
_ACTS: Final = (
    Act.UPGRADED,
    Act.RESTORED,
    Act.ESTABLISHED,
    Act.SIGNED,
    Act.EXCHANGED,
    Act.ADOPTED,
    Act.INITIALLED,
    Act.NEGOTIATED,
)


def tell(sightings: Iterable[Sighting]) -> Story:
    """The story of these sightings, which must be of one happening. Its ``id`` is None.

    The same sightings in any order, however often each, give the same story. Raises ValueError
    when there are none.
    """
    known = tuple(sorted(set(sightings), key=_by_time))
    if not known:
        raise ValueError("a story needs a sighting")
    voices = [s for s in known if s.trust is Trust.ALLOWED] or list(known)
    status = _status(voices)
    speakers = sorted((s for s in voices if _speaks_for(s, status)), key=_by_evidence)
    dated = _dated(speakers) or _dated([s for s in voices if s.event.status is Status.HISTORICAL])
    paper = _paper(speakers)
    level_from = _most_frequent(s.event.level_from for s in speakers)
    kind = _kind(speakers)
    story = Story(
        sightings=known,
        kind=kind,
        act=_act(speakers, kind, level_from),
        status=status,
        parties=tuple(sorted({party for s in speakers for party in s.event.parties})),
        scope=_scope(speakers),
        level=_level(speakers),
        level_from=level_from,
        document=paper.event.document if paper else None,
        document_kind=_document_kind(paper, speakers),
        count=(counted := _counted(speakers)) and counted[0],
        count_approx=bool(counted and counted[1]),
        date=dated.event.date if dated else None,
        date_basis=dated.event.date_basis if dated else None,
        place=_most_frequent(s.event.place for s in speakers),
        confidence=_confidence(speakers),
        confirmed=any(s.trust is Trust.ALLOWED for s in known),
        lead=speakers[0],
        independent=independent(speakers),
        conflicts=conflicts_of(speakers),
    )
    return replace(story, lead=min(speakers, key=lambda s: _differs(s, story)))


# --- orders --------------------------------------------------------------------------------


def _by_time(sighting: Sighting) -> tuple[object, ...]:
    return (sighting.published or _LONG_AGO, *_identity(sighting))


def _by_evidence(sighting: Sighting) -> tuple[object, ...]:
    """Best first: sure, then dated. What is as good stays in the order of time."""
    return (-sighting.event.confidence, sighting.published is None)


def _identity(sighting: Sighting) -> tuple[object, ...]:
    """Everything that two sightings can differ in: their order is never a matter of luck."""
    event, evidence = sighting.event, sighting.event.evidence
    return (
        (sighting.source, sighting.item, sighting.url, sighting.title, sighting.trust),
        (sighting.published is None, evidence.start, evidence.end, evidence.quote, evidence.cue),
        (sighting.agency, sighting.sketch, sighting.language),
        (event.name, event.status, event.parties, event.scope, event.confidence),
        *((value is not None, value or 0) for value in (event.count, event.count_approx)),
        *(
            (value is not None, str(value))
            for value in (
                event.level,
                event.level_from,
                event.document,
                event.document_kind,
                event.date,
                event.date_basis,
                event.place,
            )
        ),
    )


def _most_frequent(values: Iterable[T | None]) -> T | None:
    """The value that most give; among equals the one given first."""
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None


# --- status --------------------------------------------------------------------------------


def _status(voices: Sequence[Sighting]) -> Status:
    """Done beats planned beats rumoured; a refusal beats what was told before it."""
    said = {s.event.status for s in voices}
    if Status.NEGATED in said and _refused_last(voices):
        return Status.NEGATED
    for status in (Status.CONCLUDED, Status.HISTORICAL, *_FROM_HOPE_TO_RUMOUR):
        if status in said:
            return status
    return Status.NEGATED


def _refused_last(voices: Sequence[Sighting]) -> bool:
    """Whether the last refusal came after everything else.

    Against a plan a tie goes to the refusal; against a conclusion it must have been published
    later, and must not speak of days before it.
    """
    refusal = max((s for s in voices if s.event.status is Status.NEGATED), key=_by_time)
    refused = refusal.published or _LONG_AGO
    done = [s for s in voices if s.event.status in {Status.CONCLUDED, Status.HISTORICAL}]
    if done:
        if any((s.published or _LONG_AGO) >= refused for s in done):
            return False
        return not any(_ends_before(refusal.event.date, s.event.date) for s in done)
    hopes = [s for s in voices if s.event.status in _FROM_HOPE_TO_RUMOUR]
    return all((s.published or _LONG_AGO) <= refused for s in hopes)


def _ends_before(a: Period | None, b: Period | None) -> bool:
    return bool(a and b and a.end < b.start)


def _speaks_for(sighting: Sighting, status: Status) -> bool:
    return sighting.event.status is status


# --- fields --------------------------------------------------------------------------------


def _kind(speakers: Sequence[Sighting]) -> Kind:
    """A paper that creates a level is told as the level; an agreement beats a statement."""
    families = {family_of(s.event) for s in speakers}
    if Family.LEVEL in families:
        return Kind.PARTNERSHIP
    if Family.TIES in families:
        return Kind.RELATIONS
    kinds = {s.event.kind for s in speakers}
    return Kind.AGREEMENT if Kind.AGREEMENT in kinds else Kind.STATEMENT


def _act(speakers: Sequence[Sighting], kind: Kind, level_from: str | None) -> Act:
    acts = [s.event.act for s in speakers if s.event.kind is kind]
    if not acts:  # only papers tell of the level or of the relations
        return Act.UPGRADED if kind is Kind.PARTNERSHIP and level_from else Act.ESTABLISHED
    if level_from and kind is Kind.PARTNERSHIP and Act.ESTABLISHED in acts:
        return Act.UPGRADED
    for act in _ACTS:
        if act in acts:
            return act
    return _most_frequent(acts) or acts[0]


def _scope(speakers: Sequence[Sighting]) -> Scope:
    counted = Counter(s.event.scope for s in speakers)
    return max(_SCOPES, key=lambda scope: (counted[scope], -_SCOPES.index(scope)))


def _level(speakers: Sequence[Sighting]) -> str | None:
    """The level with the most modifiers: outlets shorten, they do not add."""
    counted = Counter(level for s in speakers if (level := level_of(s.event)))
    return max(counted, key=lambda x: (len(bag_of(x)), counted[x], len(x), x), default=None)


def _paper(speakers: Sequence[Sighting]) -> Sighting | None:
    """Who names the document best: a title with a subject before one without."""

    def says_nothing(sighting: Sighting) -> bool:
        event = sighting.event
        paper = paper_of(
            event.document, event.document_kind, event.count, event.parties, statement=False
        )
        return paper.generic

    titled = [s for s in speakers if s.event.document]
    return min(titled, key=says_nothing, default=None)


def _document_kind(paper: Sighting | None, speakers: Sequence[Sighting]) -> str | None:
    named = paper.event.document_kind if paper else None
    return named or _most_frequent(s.event.document_kind for s in speakers)


def _counted(speakers: Sequence[Sighting]) -> tuple[int, bool] | None:
    """The number that most give; an exact one before an approximate one."""
    counts = [(s.event.count, s.event.count_approx) for s in speakers if s.event.count is not None]
    tally = Counter(counts)
    return max(tally, key=lambda c: (tally[c], not c[1], -counts.index(c)), default=None)


def _differs(sighting: Sighting, story: Story) -> tuple[object, ...]:
    """In how much a sighting is not what the story says: readers compare the two.

    A wrong number or level is worse than a party that is not named.
    """
    event, level = sighting.event, level_of(sighting.event)
    wrong = event.count is not None and event.count != story.count
    lesser = level is not None and story.level is not None and bag_of(level) != bag_of(story.level)
    return wrong, lesser, len(set(story.parties) - set(event.parties))


def _dated(speakers: Sequence[Sighting]) -> Sighting | None:
    """Who knows the day best: a day before an interval, said before inferred."""
    dated = [s for s in speakers if s.event.date]
    often = Counter(s.event.date for s in dated)

    def vagueness(sighting: Sighting) -> tuple[object, ...]:
        period = sighting.event.date or Period.day(date.max)
        basis = sighting.event.date_basis or DateBasis.STATED
        days = (period.end - period.start).days
        guessed = basis is DateBasis.PUBLICATION
        return (guessed, days > 0, _BASES.index(basis), days, -often[period], period)

    return min(dated, key=vagueness, default=None)


def _confidence(speakers: Sequence[Sighting]) -> float:
    """Noisy or over the sources: each alone could be wrong. One source counts once."""
    best: dict[str, float] = {}
    for sighting in speakers:
        best[sighting.source] = max(best.get(sighting.source, 0.0), sighting.event.confidence)
    doubt = 1.0
    for confidence in sorted(best.values()):
        doubt *= 1.0 - confidence
    if len(best) == 1:
        return max(best.values())
    return min(max(MOST_CONFIDENT, *best.values()), round(1.0 - doubt, 4))
