"""Step 7, casts: who takes part in a deed, and the alliances that stand for their members."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extraction.frame import Frame
from extraction.gazetteer import Gazetteer, is_body
from extraction.rosters import unique
from pacts.terms import Scope


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part in a frame."""

    groups: tuple[tuple[str, ...], ...]
    """Usually one set of parties; a hub with several partners has one pair for each."""
    scope: Scope
    certainty: float
    how: str
    doubts: tuple[str, ...] = ()
    """Why it may be somebody else: what speaks against parties that the article has to lend."""


def joined_body(frame: Frame) -> list[str]:
    """The organisation that several join or leave: "A and B are leaving ECOWAS"."""
    if frame.head.family == "organisation":
        return [frame.head.kind]
    if frame.head.family != "membership":
        return []
    sentence, head = frame.sentence, frame.head
    around = sentence.parties(head.last, head.last + _BODY_REACH)
    if sentence.lexicon.noun_last:
        around = sentence.parties(max(frame.trigger.last, head.first - _BODY_REACH), head.first)
    return [code for named in around for code in named.codes if is_body(code)][:1]


_BODY_REACH: Final = 16
""" "member of the Organisation for Economic Cooperation and Development" """


def with_members(codes: Sequence[str]) -> list[str]:
    """A small alliance named beside one of its members stands for all of them (AUKUS)."""
    found: list[str] = []
    for code in codes:
        members = Gazetteer.load().members(code)
        small = 1 < len(members) <= _SMALL_ALLIANCE and members.intersection(codes)
        found.extend(sorted(members) if small else [code])
    return unique(found)


_SMALL_ALLIANCE: Final = 4


def with_firms(cast: Cast, firms: Collection[str]) -> Cast:
    """ "The two sides signed", in an article that names one of the states by its firms alone."""
    firm = cast.scope is Scope.STATE and any(code in firms for code in cast.groups[0])
    return replace(cast, scope=Scope.MIXED) if firm else cast
