"""A sighting reduced to what decides identity: who, what, which way, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from alerting.merging.documents import Paper, paper_of
from alerting.merging.levels import bag_of, creates_relations, level_created
from alerting.merging.topics import topics_of
from pacts.model import Event, Period, Sighting
from pacts.terms import Act, DateBasis, Kind, Scope, Status


class Family(StrEnum):
    """What a happening is about; stories never mix two families."""

    LEVEL = "level"
    """A named level of relations, whether told as the level or as the paper that creates it."""
    TIES = "ties"
    """Diplomatic relations as such."""
    PAPER = "paper"
    """A document."""


class Course(StrEnum):
    """Which way a status points. Only what goes with what matters, so some are one."""

    DONE = "done"
    PAST = "past"
    """Done, and told as history."""
    AHEAD = "ahead"
    """Planned, conditional or rumoured."""
    OFF = "off"
    """Negated."""


_COURSES: Final = {
    Status.CONCLUDED: Course.DONE,
    Status.HISTORICAL: Course.PAST,
    Status.PLANNED: Course.AHEAD,
    Status.CONDITIONAL: Course.AHEAD,
    Status.RUMOURED: Course.AHEAD,
    Status.NEGATED: Course.OFF,
}

# Outlets report one fact as upgraded, established or statement adopted, as signed or exchanged:
# acts of one step are one. Other steps of a document's life are news of their own.
_STEPS: Final = {
    Act.ESTABLISHED: "up",
    Act.UPGRADED: "up",
    Act.RESTORED: "up",
    Act.DOWNGRADED: "lowered",
    Act.SUSPENDED: "stopped",
    Act.ENDED: "stopped",
    Act.SEVERED: "stopped",
    Act.TERMINATED: "terminated",
    Act.SIGNED: "signed",
    Act.EXCHANGED: "signed",
    Act.ADOPTED: "signed",
    Act.INITIALLED: "text agreed",
    Act.NEGOTIATED: "text agreed",
    Act.RATIFIED: "ratified",
    Act.ACCEDED: "acceded",
    Act.IN_FORCE: "in force",
    Act.RENEWED: "renewed",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """What is compared of a sighting."""

    family: Family
    step: str
    parties: frozenset[str]
    official: str
    """Governments, localities or companies: the three do not mix."""
    course: Course
    act: Act
    level: frozenset[str] | None
    paper: Paper | None
    when: Period | None
    """When it happens as the text says; None where only the day of publication is known."""
    told: date | None
    """The day of publication."""
    article: tuple[str, str, str]
    adopts: bool
    """Whether it is a declaration or communique that is signed and names no subject."""
    hints: frozenset[str]
    """Subjects that the sentence and the headline speak of, whatever the document is called."""

    @property
    def time(self) -> Period | None:
        """The best that is known of when: the text's date, else the day of publication."""
        if self.when:
            return self.when
        return Period.day(self.told) if self.told else None


def family_of(event: Event) -> Family:
    """A statement or treaty that creates a level belongs with that level, not with papers."""
    if event.kind is Kind.PARTNERSHIP:
        return Family.LEVEL
    if event.kind is Kind.RELATIONS:
        return Family.TIES
    if _creates(event):
        return Family.LEVEL
    if event.document and _is_signing(event) and creates_relations(event.document):
        return Family.TIES
    return Family.PAPER


def level_of(event: Event) -> str | None:
    """The level that an event changes, also where only the title of its paper says so."""
    if event.level or event.kind in {Kind.PARTNERSHIP, Kind.RELATIONS}:
        return event.level
    return level_created(event.document or "")


def _creates(event: Event) -> bool:
    return _is_signing(event) and level_of(event) is not None


def _is_signing(event: Event) -> bool:
    return _STEPS[event.act] == "signed"


def fact_of(telling: Sighting | Event) -> Fact:
    """Reduce a sighting, or an event of which nothing is known but itself."""
    if isinstance(telling, Event):
        return _fact(telling, None, ("", "", ""), "")
    told = telling.published.date() if telling.published else None
    return _fact(telling.event, told, (telling.source, telling.item, telling.url), telling.title)


@lru_cache(maxsize=4096)
def _fact(event: Event, told: date | None, article: tuple[str, str, str], headline: str) -> Fact:
    family = family_of(event)
    level = level_of(event)
    return Fact(
        family=family,
        step=_step(event, family),
        parties=frozenset(event.parties),
        official="state" if event.scope in {Scope.STATE, Scope.MIXED} else event.scope.value,
        course=_COURSES[event.status],
        act=event.act,
        level=bag_of(level) if family is Family.LEVEL and level else None,
        paper=_paper(event) if family is Family.PAPER else None,
        when=event.date if event.date_basis is not DateBasis.PUBLICATION else None,
        told=told or _published_day(event),
        article=article,
        adopts=_adopts(event),
        hints=topics_of(f"{event.evidence.quote}\n{headline}"),
    )


def _step(event: Event, family: Family) -> str:
    if family is not Family.PAPER:
        return "up" if _is_signing(event) else _STEPS[event.act]
    return _STEPS[event.act] if event.act is not Act.SUSPENDED else "suspended"


def _adopts(event: Event) -> bool:
    paper = _paper(event)
    return event.kind is Kind.AGREEMENT and paper.statement and paper.generic and not paper.package


def _published_day(event: Event) -> date | None:
    by_publication = event.date_basis is DateBasis.PUBLICATION
    return event.date.start if event.date and by_publication else None


def _paper(event: Event) -> Paper:
    return paper_of(
        event.document,
        event.document_kind,
        event.count,
        event.parties,
        statement=event.kind is Kind.STATEMENT,
    )
