"""Who held office where and when: persons whose name stands for a state or organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pacts.model import Period

# A winner of an election is named before taking office, nobody is two years before.
_HERALDED = timedelta(days=400)
# What they did in their last weeks is still news.
_RECENTLY = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Term:
    """One office of a leader; an open end is None."""

    code: str
    since: date | None = None
    until: date | None = None

    def known(self, on: date) -> bool:
        """Whether a text of that day can mean the holder of this office."""
        return self.since is None or self.since - _HERALDED <= on

    def holds(self, on: date) -> bool:
        """Whether the office is held on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Leader:
    """The spellings of one name, or of several with the same dates."""

    term: Term
    names: tuple[str, ...]


def meant(terms: Iterable[Term], on: date) -> tuple[str, ...]:
    """The codes that a name can stand for in a text of that day; sorted, empty if too early."""
    known = [term for term in terms if term.known(on)]
    holding = [term for term in known if term.holds(on)]
    return tuple(sorted({term.code for term in holding or known}))


def is_former(terms: Iterable[Term], on: date) -> bool:
    """Whether every office under this name had ended some time before that day."""
    return all(term.until is not None and term.until + _RECENTLY < on for term in terms)


def parse_leaders(rows: Iterable[Mapping[str, Any]]) -> Iterator[Leader]:
    """Leaders out of the rows of ``leaders.yaml``.

    Raises ValueError naming the row that lacks a code or names, or has a date that is none.
    """
    for number, row in enumerate(rows, start=1):
        unknown = set(row) - {"code", "since", "until", "names"}
        if unknown or not isinstance(row.get("code"), str) or not row.get("names"):
            raise ValueError(
                f"leader {number}: needs 'code' and 'names', may have 'since' and 'until': {row}"
            )
        try:
            term = _term(row["code"], str(row.get("since", "")), str(row.get("until", "")))
        except ValueError as error:
            raise ValueError(f"leader {number} ({row['code']}): {error}") from error
        yield Leader(term, tuple(row["names"]))


def compiled_leaders(terms: Mapping[str, Iterable[str]]) -> Iterator[Leader]:
    """Leaders as the build keeps them: names by "code|since|until"."""
    for key, names in terms.items():
        code, since, until = key.split("|")
        yield Leader(_term(code, since, until), tuple(names))


def _term(code: str, since: str, until: str) -> Term:
    return Term(
        code,
        Period.parse(since).start if since else None,
        Period.parse(until).end if until else None,
    )
