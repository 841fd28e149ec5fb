"""Step 3, names: which words of a text stand for which state or organisation.

``Gazetteer.load().find(text, language)`` gives every mention with offsets into the text as given.
Finding is one pass of an automaton over the text and a check of each hit; it does not decide who
is a *party* of anything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Self

import ahocorasick_rs

from extraction.folding import Folded, fold
from extraction.leaders import Leader, compiled_leaders, is_former, meant
from extraction.name_forms import is_han
from extraction.name_rows import with_rows
from extraction.name_rules import Rule, rules
from extraction.name_tables import LANGUAGES, Entry, NameKind, build_table, data
from extraction.once import once

__all__ = ["Gazetteer", "Mention", "NameKind", "settle"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: ``text[start:end] == surface``."""

    start: int
    end: int
    codes: tuple[str, ...]
    """What it stands for. Several, sorted, mean *one of these*: the name alone does not say which
    ("Congo", "Brussels"); never that it names them all."""
    kind: NameKind
    surface: str
    former: bool = False
    """A leader whose office had ended by the day of the text."""


@dataclass(frozen=True, slots=True)
class FormerState:
    """A state that is no more, and which one its seat of government stands for since."""

    code: str
    name: str
    until: date
    successor: str


_SEATS_OF_POWER: Final = frozenset({NameKind.CAPITAL, NameKind.SEAT, NameKind.LEADER})


@dataclass(frozen=True, slots=True)
class _Pattern:
    entry: Entry
    check: Rule | None
    left: bool
    """Whether a word must begin here, and ``right``: end there."""
    right: bool


class _Table:
    """The automaton of one language."""

    def __init__(self, entries: Mapping[str, Entry], checks: Mapping[str, Rule | None]) -> None:
        self.entries: Final = entries
        self._patterns: Final = [
            _Pattern(entry, checks[entry.rule], _is_word(name[0]), _is_word(name[-1]))
            for name, entry in entries.items()
        ]
        self._automaton: Final = ahocorasick_rs.AhoCorasick(list(entries))

    def select(self, text: str) -> list[tuple[int, int, Entry]]:
        """The names in a folded text, leftmost and longest first, look-alikes taken out."""
        strong: list[tuple[int, int, Entry]] = []
        weak: list[tuple[int, int, Entry]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            pattern = self._patterns[index]
            if pattern.left and start and _is_word(text[start - 1]):
                continue
            if pattern.right and end < len(text) and _is_word(text[end]):
                continue
            if pattern.check is not None and not pattern.check(text, start, end):
                continue
            entry = pattern.entry
            (weak if entry.weak else strong).append((start, end, entry))
        chosen = _leftmost_longest(strong)
        if weak:
            chosen = _fill_gaps(chosen, _leftmost_longest(weak))
        return [hit for hit in chosen if hit[2].kind is not None]


def _is_word(char: str) -> bool:
    return (char.isalnum() or char == "_") and not is_han(char)


def _leftmost_longest(hits: list[tuple[int, int, Entry]]) -> list[tuple[int, int, Entry]]:
    hits.sort(key=lambda hit: (hit[0], -hit[1]))
    chosen = []
    last = 0
    for hit in hits:
        if hit[0] >= last:
            chosen.append(hit)
            last = hit[1]
    return chosen


def _fill_gaps(
    chosen: list[tuple[int, int, Entry]], weak: Iterable[tuple[int, int, Entry]]
) -> list[tuple[int, int, Entry]]:
    """Add the hits that overlap none of the chosen: a Chinese pair never breaks a full name."""
    starts = [hit[0] for hit in chosen]
    ends = [hit[1] for hit in chosen]
    free = []
    for hit in weak:
        place = bisect_left(ends, hit[0] + 1)
        if place == len(starts) or starts[place] >= hit[1]:
            free.append(hit)
    return sorted((*chosen, *free), key=lambda hit: hit[0])


class Gazetteer:
    """Names of states and organisations in six languages. Safe to share between threads."""

    def __init__(self, leaders: Iterable[Leader] = ()) -> None:
        """``leaders`` are those to know beside the ones that ship."""
        loaded = data()
        self._leaders: Final = (*compiled_leaders(loaded["leaders"]), *leaders)
        self._states: Final[Mapping[str, str]] = loaded["states"]
        self._organisations: Final[Mapping[str, str]] = {
            code: row["name"] for code, row in loaded["organisations"].items()
        }
        self._former: Final[Mapping[str, FormerState]] = {
            code: FormerState(code, row["name"], date.fromisoformat(row["until"]), row["successor"])
            for code, row in loaded["former"].items()
        }
        self._members: Final[Mapping[str, frozenset[str]]] = {
            code: frozenset(row["members"]) for code, row in loaded["organisations"].items()
        }
        self._contexts: Final = loaded["contexts"]
        self._checks: Final = rules(tuple(loaded["pairs"]["characters"]["after"]))
        self._tables: Final[dict[str, _Table]] = {}

    @classmethod
    @once
    def load(cls) -> Self:
        """The gazetteer that ships with Pactwatch, read once."""
        return cls()

    def find(self, text: str, language: str, on: date | None = None) -> list[Mention]:
        """All names in ``text``, in order and without overlaps. Never raises on any text.

        ``language`` is a BCP 47 primary tag; others than the six are read with English names.
        ``on`` is the day of the text: it decides between leaders of one name.
        """
        tag = _tag(language)
        folded = fold(text)
        hits = _without_lone_halves(folded.text, self._table(tag).select(folded.text))
        hits = with_rows(folded.text, hits) if tag == "zh" else hits
        found = [
            mention
            for start, end, entry in hits
            for mention in _mentions(text, folded, start, end, entry, on)
        ]
        found = self._without_homonyms(text, tag, found)
        return settle(self._of_their_day(found, on), _certain(found))

    def _of_their_day(self, found: list[Mention], on: date | None) -> list[Mention]:
        """ "Moscow" in 1987 is the Soviet Union."""
        if on is None:
            return found
        now = {state.successor: state for state in self._former.values() if on <= state.until}
        return [
            replace(m, codes=(now[m.codes[0]].code,))
            if m.kind in _SEATS_OF_POWER and m.codes[0] in now and len(m.codes) == 1
            else m
            for m in found
        ]

    def _without_homonyms(self, text: str, tag: str, found: list[Mention]) -> list[Mention]:
        """Without names that the rest of the text shows to be something else (Georgia, USA)."""
        for context in self._contexts:
            name = context["name"]
            if context["language"] != tag or name not in text:
                continue
            elsewhere = context.get("elsewhere", [""])
            if any(word in text for word in elsewhere) and not any(
                word in text for word in context["here"]
            ):
                found = [mention for mention in found if mention.surface != name]
        return found

    def members(self, code: str) -> frozenset[str]:
        """Member states of an organisation; empty where they are not listed."""
        return self._members.get(code, frozenset())

    def is_state(self, code: str) -> bool:
        """Whether the code is one of a state."""
        return code in self._states or code in self._former

    def end_of(self, code: str) -> date | None:
        """The last day of a state that is no more; None for all others."""
        former = self._former.get(code)
        return former.until if former else None

    def is_organisation(self, code: str) -> bool:
        """Whether the code is one of an organisation."""
        return code in self._organisations

    def name(self, code: str) -> str:
        """The English name of a state or organisation; the code itself when unknown."""
        former = self._former.get(code)
        known = self._states.get(code) or self._organisations.get(code)
        return known or (former.name if former else code)

    def _table(self, tag: str) -> _Table:
        table = self._tables.get(tag)
        if table is None:
            table = self._tables[tag] = _Table(build_table(tag, self._leaders), self._checks)
        return table


def _tag(language: str) -> str:
    tag = language[:2].lower()
    return tag if tag in LANGUAGES else "en"


def _mentions(
    text: str, folded: Folded, start: int, end: int, entry: Entry, on: date | None
) -> Iterator[Mention]:
    for first, last, codes in _spans(start, end, entry, on):
        begin, stop = folded.original(first, last)
        if entry.kind is not None and codes:
            former = on is not None and bool(entry.terms) and is_former(entry.terms, on)
            yield Mention(begin, stop, codes, entry.kind, text[begin:stop], former)


def _spans(
    start: int, end: int, entry: Entry, on: date | None
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    if not entry.parts:
        yield start, end, meant(entry.terms, on) if on and entry.terms else entry.codes
        return
    for length, codes in entry.parts:
        yield start, start + length, tuple(sorted(codes.split()))
        start += length


_LINKS: Final = frozenset({"-", " - ", "- ", " -", "–", "/"})


def _without_lone_halves(
    text: str, hits: list[tuple[int, int, Entry]]
) -> list[tuple[int, int, Entry]]:
    """Keep "Việt" and "Trung" only where a dash ties them to another name."""
    kept = []
    for index, hit in enumerate(hits):
        if hit[2].rule == "half":
            before = index > 0 and text[hits[index - 1][1] : hit[0]] in _LINKS
            after = index + 1 < len(hits) and text[hit[1] : hits[index + 1][0]] in _LINKS
            if not before and not after:
                continue
        kept.append(hit)
    return kept


def settle(mentions: list[Mention], certain: Collection[str]) -> list[Mention]:
    """Decide names of several ("Congo", "Brussels") of which ``certain`` holds exactly one.

    ``find`` does so with the other names of its text. Who looks at a sentence at a time calls
    this again with the codes that are certain in the whole article.
    """
    if all(len(mention.codes) == 1 for mention in mentions):
        return mentions
    return [_settled(mention, certain) for mention in mentions]


def _settled(mention: Mention, certain: Collection[str]) -> Mention:
    possible = [code for code in mention.codes if code in certain]
    if len(mention.codes) == 1 or len(possible) != 1:
        return mention
    return replace(mention, codes=(possible[0],))


def is_body(code: str) -> bool:
    """Whether a code is an organisation's: "EU" and "UN" have two letters like those of states."""
    return Gazetteer.load().is_organisation(code)


def usual(mentions: Iterable[Mention]) -> list[Mention]:
    """What a name of several mostly means where a text decides nothing: Brussels is the Union."""
    means: Mapping[str, str] = data()["usual"]
    return [
        replace(m, codes=(means[name],)) if (name := _MANY.join(m.codes)) in means else m
        for m in mentions
    ]


_MANY: Final = "|"
"""Joins the codes of a name of several in the data."""


def _certain(mentions: Iterable[Mention]) -> set[str]:
    return {mention.codes[0] for mention in mentions if len(mention.codes) == 1}
