"""Events as several outlets tell them: ``tests/alerting/outlets/*.yaml``, read and labelled.

A file names its happenings (``is``: kind and act, ``parties``, and ``words`` where the same
parties have several) and the articles that tell them, with the status in which each does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from alert_tally import Reading, reading
from ruamel.yaml import YAML

from alerting.merging.facts import Family, family_of
from extraction import extract
from pacts.model import Article, Event
from pacts.terms import Act, Kind, Status, Trust

FOLDER = Path(__file__).parents[1] / "alerting" / "outlets"
_FAMILIES = {
    Kind.PARTNERSHIP: Family.LEVEL, Kind.RELATIONS: Family.TIES,
    Kind.AGREEMENT: Family.PAPER, Kind.STATEMENT: Family.PAPER,
}  # fmt: skip
# Steps of a paper that are happenings of their own, beside its signing.
_STEPS = frozenset(
    {Act.NEGOTIATED, Act.RATIFIED, Act.IN_FORCE, Act.ACCEDED, Act.RENEWED, Act.TERMINATED}
)


@dataclass(frozen=True)
class Happening:
    name: str
    kind: Kind
    act: Act
    parties: frozenset[str]
    words: str

    def is_told_by(self, event: Event) -> bool:
        """Whether an extracted event is this one, whatever status it was given."""
        if family_of(event) is not _FAMILIES[self.kind] or not self._is_of(set(event.parties)):
            return False
        if (self.act in _STEPS or event.act in _STEPS) and event.act is not self.act:
            return False
        said = f"{event.document or ''} {event.evidence.quote}"
        return re.search(self.words, said, re.IGNORECASE) is not None

    def _is_of(self, parties: set[str]) -> bool:
        """Whether these are its parties; who joins a union's treaty may be named alone."""
        joins = self.act is Act.ACCEDED and bool(parties)
        return parties <= self.parties if joins else parties == self.parties


@dataclass(frozen=True)
class Telling:
    """One article with its labels."""

    article: Article
    role: str
    tells: Mapping[str, Status]


@dataclass(frozen=True)
class File:
    name: str
    happenings: tuple[Happening, ...]
    tellings: tuple[Telling, ...]

    @property
    def concluded(self) -> frozenset[str]:
        """Happenings that an allowed source reports as done."""
        return frozenset(
            name
            for telling in self.tellings
            if telling.article.trust is Trust.ALLOWED
            for name, status in telling.tells.items()
            if status is Status.CONCLUDED
        )


@cache
def files() -> tuple[File, ...]:
    return tuple(_file(path) for path in sorted(FOLDER.glob("*.yaml")))


def _file(path: Path) -> File:
    data = YAML(typ="base").load(path)
    happenings = tuple(
        _happening(f"{path.stem}:{name}", given) for name, given in data["happenings"].items()
    )
    return File(path.stem, happenings, tuple(_telling(path.stem, one) for one in data["articles"]))


def _happening(name: str, given: Mapping[str, str]) -> Happening:
    kind, _, act = given["is"].partition(".")
    parties = frozenset(given["parties"].split())
    return Happening(name, Kind(kind), Act(act), parties, given.get("words", ""))


def _telling(file: str, given: Mapping[str, str]) -> Telling:
    article = Article(
        source=given["outlet"],
        key=given["id"],
        url=f"https://outlets.example/{given['id']}",
        title=given["title"],
        text=Article.compose(given["title"], given["text"]),
        published=datetime.fromisoformat(given["published"]) if given["published"] else None,
        language=given["lang"],
        trust=Trust(given.get("trust", "allowed")),
    )
    tells = given["tells"] or {}
    assert isinstance(tells, Mapping)
    labels = {f"{file}:{name}": Status(status) for name, status in tells.items()}
    return Telling(article, given["role"], labels)


@cache
def events_of(article: Article) -> tuple[Event, ...]:
    return tuple(extract(article))


def happening_of(event: Event, happenings: Sequence[Happening]) -> Happening | None:
    """The one that it tells; of several papers in one sentence the one that it names itself."""
    told = [one for one in happenings if one.is_told_by(event)]
    said = event.document or ""
    named = [one for one in told if one.words and re.search(one.words, said, re.IGNORECASE)]
    return next(iter(named or told), None)


def read(telling: Telling, happenings: Sequence[Happening]) -> Reading:
    """The article as it is read, each event of it with the happening that it tells."""
    events = events_of(telling.article)
    labels = {event: happening_of(event, happenings) for event in events}
    known = {event: one.name for event, one in labels.items() if one is not None}
    return reading(telling.article, events, known)
