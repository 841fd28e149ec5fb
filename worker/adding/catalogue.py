"""The catalogue: sources that ship with Pactwatch and wait to be added by their names.

Its entries are those of ``sources.yaml``, grouped by the state or organisation that the outlet
belongs to. Each says language and time zone itself, so that it can be copied under any defaults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pydantic import ValidationError

from pacts.errors import UsageError
from pacts.names import name_of
from worker.adding.editing import NewSource
from worker.config.document import Document, parse_document
from worker.config.models import CatalogueFile, SourceEntry
from worker.config.parties import resolve
from worker.config.wording import closest
from worker.shipped import shipped

FILE: Final = "catalogue.yaml"

_COMMENT: Final = re.compile(r"(?:^|\s)#\s?(.*)$")


@dataclass(frozen=True, slots=True)
class Known:
    """One entry of the catalogue."""

    name: str
    party: str
    kind: str
    language: str
    url: str
    comment: str
    """What is known of it, in words."""
    text: str
    """Its lines in the catalogue."""
    fields: dict[str, Any]

    @property
    def country(self) -> str:
        return name_of(self.party)

    def new(self, name: str | None = None) -> NewSource:
        """The entry for ``sources.yaml``, its comment with it."""
        new = NewSource(self.fields, text=self.text)
        return new.renamed(name) if name else new

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "country": self.party,
            "kind": self.kind,
            "language": self.language,
            "url": self.url,
            "comment": self.comment,
        }


@cache
def catalogue() -> tuple[Known, ...]:
    """All of it, in its order. Raises UsageError for a file that is not as it was shipped."""
    text = shipped(FILE)
    document, problems = parse_document(text, FILE)
    if document is None or problems:
        raise UsageError("\n".join(str(one) for one in problems))
    try:
        groups = CatalogueFile.model_validate(document.data).root
    except ValidationError as error:
        raise UsageError(f"{FILE}: {error}") from error
    return tuple(_known(document, groups, text.splitlines()))


def find(what: str) -> Known | None:
    """The entry of this name; None for what looks like an address.

    Raises UsageError for a name that is not there.
    """
    found = next((one for one in catalogue() if one.name == what), None)
    if found is not None or re.search(r"[.:/]", what):
        return found
    meant = closest(what, (one.name for one in catalogue()))
    hint = f'did you mean "{meant}"?' if meant else "`pactwatch sources catalogue` lists them"
    raise UsageError(f'"{what}" is no address and no name of the catalogue; {hint}')


def select(country: str | None, language: str | None) -> list[Known]:
    """The entries of a state or organisation, by code or name, and of a language."""
    try:
        party = resolve(country) if country else None
    except ValueError as error:
        raise UsageError(f"{country}: {error}") from None
    return [
        one
        for one in catalogue()
        if party in {None, one.party} and language in {None, one.language}
    ]


def _known(
    document: Document, groups: dict[str, tuple[SourceEntry, ...]], lines: list[str]
) -> Iterator[Known]:
    starts = sorted(place[0] for loc, place in document.values.items() if len(loc) == 2)
    headings = sorted(place[0] for place in document.keys.values() if place[1] == 1)
    for party, (written, entries) in zip(groups, document.data.items(), strict=True):
        for index, raw in enumerate(entries):
            start = document.values[written, index][0]
            later = (line for line in (*starts, *headings) if line > start)
            block = _own_lines(lines[start - 1 : min(later, default=len(lines) + 1) - 1])
            entry = groups[party][index]
            yield Known(
                name=entry.name,
                party=party,
                kind=entry.kind.value,
                language=entry.language or "",
                url=entry.url,
                comment=" ".join(_comments(block)),
                text="\n".join(block),
                fields=raw,
            )


def _own_lines(block: list[str]) -> list[str]:
    """Without the blank lines, and the comments on what comes next, at its end."""
    while block and (not block[-1].strip() or block[-1].startswith(("#", "  #"))):
        block = block[:-1]
    return block


def _comments(block: list[str]) -> Iterator[str]:
    for line in block:
        found = _COMMENT.search(line)
        if found and found[1] and "url:" not in line and "select:" not in line:
            yield found[1].strip()
