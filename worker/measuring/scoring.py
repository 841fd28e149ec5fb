"""Counting right and wrong: events against labels. Pure.

What counts:

- *alert*: should this document alert? Documents labelled ``either`` are left out.
- *events*: agreement, partnership and relations events that are concluded, planned or negated,
  matched one to one. Same family, same class of status, parties that overlap by half and share
  a pair. Labels name at most three historical events of a document, so history counts neither
  for nor against here; it has a row of its own.
- *statements* stand apart, because they alert nobody unless asked for.
- *fields*: how often a field is right among matched events whose label has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pacts.model import Event, Period
from pacts.terms import Kind, Status
from worker.measuring.gold import GoldDocument, GoldEvent

Answers = Mapping[str, Sequence[Event]]

_FEW: Final = 3
"""Labellers were asked for at most this many historical events of a document."""
_FIELDS: Final = ("status", "act", "parties", "scope", "date", "count")
DECILES: Final = 10


@dataclass(frozen=True, slots=True)
class Tally:
    """True positives, false positives, false negatives."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """1.0 when nothing was answered: nothing false was said."""
        return share(self.right, self.right + self.false)

    @property
    def recall(self) -> float:
        return share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        return share(2 * self.right, 2 * self.right + self.false + self.missed)


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Rate) -> Rate:
        return Rate(self.right + other.right, self.of + other.of)

    @property
    def share(self) -> float:
        return share(self.right, self.of)


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that answers and labels do not agree on."""

    document: str
    what: str
    """ "false alert", "missed alert", "false event", "missed event" or "wrong status"."""
    detail: str
    quote: str = ""

    def __str__(self) -> str:
        said = f"\n    “{self.quote}”" if self.quote else ""
        return f"{self.what}: {self.document}\n    {self.detail}{said}"


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything that was counted; see the module for what counts where."""

    documents: int
    alert: Tally
    events: Tally
    statements: Tally
    by_kind: Mapping[str, Tally]
    by_status: Mapping[str, Tally]
    by_language: Mapping[str, Tally]
    alert_by_language: Mapping[str, Tally]
    fields: Mapping[str, Rate]
    reliability: tuple[Rate, ...]
    """Per tenth of confidence, from [0, .1): how many of the events said so were right."""
    misses: tuple[Miss, ...] = ()
    """Filled by :func:`worker.measuring.evaluate.run` when asked for."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The events of one document, side by side."""

    document: GoldDocument
    right: tuple[tuple[GoldEvent, Event], ...]
    other_status: tuple[tuple[GoldEvent, Event], ...]
    """The same event with another status: a missed one and a false one, told apart by nothing
    else."""
    missed: tuple[GoldEvent, ...]
    """Not found with this status; holds the left sides of ``other_status``."""
    false: tuple[Event, ...]
    """Not in the labels with this status; holds the right sides of ``other_status``."""
    forgiven: tuple[Event, ...]
    """Not in the labels, where those are known to be incomplete."""


# --- matching ------------------------------------------------------------------------------


def match(document: GoldDocument, answer: Sequence[Event]) -> Matched:
    """Pair labels and answers greedily, the surest pair first; the order of either is no matter."""
    pairs = sorted(
        (_likeness(gold, event), -i, -j)
        for i, gold in enumerate(document.events)
        for j, event in enumerate(answer)
        if is_same_event(gold, event)
    )
    golds, events = dict(enumerate(document.events)), dict(enumerate(answer))
    right: list[tuple[GoldEvent, Event]] = []
    other: list[tuple[GoldEvent, Event]] = []
    for _, i, j in reversed(pairs):
        if -i in golds and -j in events:
            pair = (golds.pop(-i), events.pop(-j))
            same = status_class(pair[0].status) is status_class(pair[1].status)
            (right if same else other).append(pair)
    left = [*events.values(), *(event for _, event in other)]
    few = sum(gold.status is Status.HISTORICAL for gold in document.events) <= _FEW
    pardon = {status_class(status) for status in document.forgiven}
    pardon |= {Status.HISTORICAL} if few else set()
    false = [
        event
        for event in left
        if status_class(event.status) not in pardon
        or any(told_again(bad, event) for bad in document.must_not)
    ]
    return Matched(
        document=document,
        right=tuple(right),
        other_status=tuple(other),
        missed=(*golds.values(), *(gold for gold, _ in other)),
        false=tuple(false),
        forgiven=tuple(event for event in left if event not in false),
    )


def told_again(bad: GoldEvent, event: Event) -> bool:
    """Whether an event is the one that must not be told: same sort, status, parties and level.

    Its date, its document and the act are no matter: with others it would be no truer.
    """
    return (
        _family(bad.kind) is _family(event.kind)
        and status_class(bad.status) is status_class(event.status)
        and bad.parties == set(event.parties)
        and bad.scope is event.scope
        and (event.level is None or bad.what in {"", event.level})
    )


def is_same_event(gold: GoldEvent, event: Event) -> bool:
    """Whether an event is the labelled one, whatever its status: family and parties agree."""
    shared = len(gold.parties & set(event.parties))
    both = len(gold.parties) if gold.open_parties else len(gold.parties | set(event.parties))
    return (
        _family(gold.kind) is _family(event.kind)
        and shared >= max(1, min(2, len(gold.parties)))
        and 2 * shared >= both
    )


def _likeness(gold: GoldEvent, event: Event) -> tuple[bool, float, bool, bool, int]:
    """Sorts pairs: those of one status come before all others."""
    every = gold.parties | set(event.parties)
    words = set(gold.what.lower().split())
    said = set(f"{event.level or ''} {event.document or ''}".lower().split())
    return (
        status_class(gold.status) is status_class(event.status),
        len(gold.parties & set(event.parties)) / len(every),
        _same_date(gold.date, event.date),
        gold.act is event.act,
        len(words & said),
    )


def _family(kind: Kind) -> Kind:
    return Kind.PARTNERSHIP if kind is Kind.RELATIONS else kind


def status_class(status: Status) -> Status:
    """Labellers wrote "planned" for what is only a condition or a rumour, too."""
    return Status.PLANNED if status in (Status.CONDITIONAL, Status.RUMOURED) else status


def _same_date(gold: Period | None, said: Period | None) -> bool:
    """Whether all of what was said lies within a day of the label."""
    if gold is None or said is None:
        return gold is said
    return (gold.start - said.start).days <= 1 and (said.end - gold.end).days <= 1


# --- counting ------------------------------------------------------------------------------


def score(documents: Iterable[GoldDocument], answers: Answers) -> Scores:
    """Count right and wrong. A document without an answer was answered with no event."""
    matched = [match(document, answers.get(document.id, ())) for document in documents]
    news = [row for one in matched for row in _rows(one) if row.news]
    every = [row for one in matched for row in _rows(one)]
    alerts = [(one.document, alert_tally(one.document, answers)) for one in matched]
    return Scores(
        documents=len(matched),
        alert=_total(tally for _, tally in alerts),
        events=_total(row.tally for row in news if row.kind is not Kind.STATEMENT),
        statements=_total(row.tally for row in news if row.kind is Kind.STATEMENT),
        by_kind=_grouped((row.kind.value, row.tally) for row in news),
        by_status=_grouped(
            (row.status.value, row.tally) for row in every if row.kind is not Kind.STATEMENT
        ),
        by_language=_grouped(
            (row.language, row.tally) for row in news if row.kind is not Kind.STATEMENT
        ),
        alert_by_language=_grouped((document.lang or "?", tally) for document, tally in alerts),
        fields=_field_rates(matched),
        reliability=_reliability(matched),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """One judged event with what it is grouped by."""

    kind: Kind
    status: Status
    language: str
    tally: Tally

    @property
    def news(self) -> bool:
        return self.status is not Status.HISTORICAL


def _rows(matched: Matched) -> list[_Row]:
    judged: list[tuple[GoldEvent | Event, Tally]] = [
        *((gold, Tally(right=1)) for gold, _ in matched.right),
        *((gold, Tally(missed=1)) for gold in matched.missed),
        *((event, Tally(false=1)) for event in matched.false),
    ]
    language = matched.document.lang or "?"
    return [
        _Row(_family(event.kind), status_class(event.status), language, tally)
        for event, tally in judged
    ]


def alert_tally(document: GoldDocument, answers: Answers) -> Tally:
    """Whether one document alerts as labelled; nothing at all where the label is ``either``."""
    said = any(event.alerts for event in answers.get(document.id, ()))
    if document.alert == "either":
        return Tally()
    wanted = document.alert == "yes"
    return Tally(said and wanted, said and not wanted, wanted and not said)


def _field_rates(matched: Sequence[Matched]) -> dict[str, Rate]:
    rates = dict.fromkeys(_FIELDS, Rate())
    for one in matched:
        for pairs, right in ((one.right, 1), (one.other_status, 0)):
            rates["status"] += Rate(right * len(pairs), len(pairs))
        for gold, event in one.right:
            for name, verdict in _field_verdicts(gold, event).items():
                rates[name] += Rate(int(verdict), 1)
    return rates


def _field_verdicts(gold: GoldEvent, event: Event) -> dict[str, bool]:
    """Field by field, for those that the label has."""
    verdicts = {"act": gold.act is event.act, "scope": gold.scope is event.scope}
    if not gold.open_parties:
        verdicts["parties"] = gold.parties == set(event.parties)
    if gold.date is not None:
        verdicts["date"] = _same_date(gold.date, event.date)
    if gold.count is not None and gold.count > 1:  # "a" and "the" are no counts
        verdicts["count"] = gold.count == event.count
    return verdicts


def _reliability(matched: Sequence[Matched]) -> tuple[Rate, ...]:
    bins = [Rate()] * DECILES
    for one in matched:
        judged = [(event, 1) for _, event in one.right] + [(event, 0) for event in one.false]
        for event, right in judged:
            place = min(int(event.confidence * DECILES), DECILES - 1)
            bins[place] += Rate(right, 1)
    return tuple(bins)


def _total(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def _grouped(rows: Iterable[tuple[str, Tally]]) -> dict[str, Tally]:
    groups: dict[str, Tally] = {}
    for name, tally in rows:
        groups[name] = groups.get(name, Tally()) + tally
    return dict(sorted(groups.items()))


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
