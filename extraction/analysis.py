"""Step 5, one sentence read: tokens, phrases, parties named, levels, clauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from extraction.blocks import Role
from extraction.commas import commas_that_part, without_object_markers
from extraction.gazetteer import Mention, NameKind
from extraction.levels import Level, read_levels
from extraction.lexicon import Lexicon, Mark
from extraction.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class Named:
    """A party named in a sentence: tokens ``first`` to ``last - 1``."""

    first: int
    last: int
    codes: tuple[str, ...]
    mention: Mention


@dataclass(frozen=True)
class Sentence:
    """One sentence of an article; what the dictionaries know of it is looked up when asked for.

    Most sentences are never asked: they hold no deed.
    """

    text: str
    """The whole cleaned article: offsets count in it."""
    start: int
    end: int
    role: Role
    order: int
    """Which sentence of the article this is, from 0."""
    lexicon: Lexicon
    mentions: tuple[Mention, ...]
    """The names in it, with offsets into the whole text; those of which the article does not say
    whom they mean are left out."""
    papers: frozenset[str] = frozenset()
    """Short names that the article gives to papers, in lower case."""
    about: str | None = None
    """The state that a digest says this brief is about."""

    @cached_property
    def tokens(self) -> list[Token]:
        return tokenize(self.text, self.start, self.end)

    @cached_property
    def marks(self) -> dict[str, list[Mark]]:
        """Every phrase of the lexicon, by group."""
        closed = frozenset() if self.lexicon.spaced else inside_names(self.named)
        found = self.lexicon.read(self.tokens, closed)
        for group in ("cue", "trigger") if closed else ():
            found[group] = [m for m in found.get(group, ()) if m.last not in closed]
        if "object_marker" in found:
            found["cue"] = without_object_markers(found)
        if self.named and "cue" in found:
            inside = {i for named in self.named for i in range(named.first, named.last)}
            found["cue"] = [m for m in found["cue"] if not inside.issuperset(range(*m[:2]))]
        if self.papers:
            found["head"] = [*found.get("head", ()), *self._short_names(found.get("head", ()))]
            found["head"].sort()
        return found

    def _short_names(self, known: Sequence[Mark]) -> Iterator[Mark]:
        """Short names of papers that no phrase holds."""
        held = {i for mark in known for i in range(mark.first, mark.last)}
        for index, token in enumerate(self.tokens):
            named = token.word in self.papers and self.text[token.start].isupper()
            if named and index not in held and self.word(index - 1) != "(":
                yield Mark(index, index + 1, "document:agreement", "")

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Every party named, in order."""
        return tuple(_named(self.tokens, self.mentions)) if self.mentions else ()

    @property
    def quote(self) -> str:
        return self.text[self.start : self.end]

    def words(self, first: int, last: int) -> str:
        """The text of some tokens as it stands in the article, line breaks as spaces."""
        if first >= last:
            return ""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def word(self, index: int) -> str:
        """The token at ``index`` in lower case; empty outside the sentence."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def of(self, group: str, first: int = 0, last: int | None = None) -> list[Mark]:
        """Phrases of a group that lie inside the given tokens."""
        marks = self.marks.get(group)
        if not marks:
            return []
        if last is None:
            return marks if first <= 0 else [m for m in marks if first <= m.first]
        return [m for m in marks if first <= m.first and m.last <= last]

    def has(self, group: str, first: int = 0, last: int | None = None) -> bool:
        return group in self.marks and bool(self.of(group, first, last))

    def is_a(self, group: str, index: int) -> bool:
        """Whether the token at ``index`` belongs to a phrase of the group."""
        places = self._places.get(group)
        if places is None:
            marks = self.marks.get(group, ())
            places = frozenset(i for m in marks for i in range(m.first, m.last))
            self._places[group] = places
        return index in places

    @cached_property
    def _places(self) -> dict[str, frozenset[int]]:
        """The tokens that belong to a phrase, by group: filled as groups are asked for."""
        return {}

    def is_same(self, group: str, mark: Mark) -> bool:
        """Whether a phrase as a whole is of the group, not only some of its words."""
        return any(mark[:2] == other[:2] for other in self.marks.get(group, ()))

    def is_adverb(self, index: int) -> bool:
        """Whether a word may stand between an auxiliary and its verb."""
        endings = self.lexicon.adverb_endings
        return self.is_a("adverb", index) or (bool(endings) and self.word(index).endswith(endings))

    def parties(self, first: int, last: int) -> list[Named]:
        return [n for n in self.named if first <= n.first and n.last <= last]

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        return tuple(read_levels(self))

    @cached_property
    def bounds(self) -> tuple[int, ...]:
        """Tokens at which a clause begins; always starts with 0."""
        return tuple(_bounds(self))

    def clause(self, index: int) -> tuple[int, int]:
        """First and last-plus-one token of the clause around a token."""
        place = bisect_right(self.bounds, index)
        end = self.bounds[place] if place < len(self.bounds) else len(self.tokens)
        return self.bounds[max(0, place - 1)], end


def inside_names(names: Sequence[Named]) -> frozenset[int]:
    """Tokens of states' names behind their first: no other word begins there or ends before.

    "Uganda|became", where the last sign and the first of the verb make "reach".
    """
    return frozenset(
        index
        for named in names
        if named.mention.kind is NameKind.COUNTRY
        for index in range(named.first + 1, named.last)
    )


def _named(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Named]:
    found: list[Named] = []
    index = 0
    for mention in mentions:
        while index < len(tokens) and tokens[index].end <= mention.start:
            index += 1
        last = index
        while last < len(tokens) and tokens[last].start < mention.end:
            last += 1
        if last > index:
            found.append(Named(index, last, mention.codes, mention))
    return found


# --- clauses -------------------------------------------------------------------------------

_HARD = frozenset(
    {";", ":", "(", ")", '"', "；", "：", "（", "）", "\u201c", "\u201d", "[", "]", "|"}
)


_OPENING: Final = frozenset({"(", "（"})
_OPENING_CLAUSES: Final = frozenset({"past", "done"})
"""Cues whose last word may begin a clause, and which open it whole: "a year after they signed"."""


def _bounds(sentence: Sentence) -> list[int]:
    bounds = {0}
    dates = set(_dates_in_brackets(sentence))
    for index, token in enumerate(sentence.tokens):
        if token.word not in _HARD and token.word != "-":
            continue
        if _opens_short_name(sentence, index) or _opens_short_name(sentence, index - 2):
            continue  # "(UAE)" parts nothing
        if index in dates or (token.word == '"' and sentence.is_a("law", index - 1)):
            continue  # 'a law "On ratification of the accord"'
        if token.word in _HARD or _stands_apart(sentence, index):
            bounds.add(index + 1)
    opened = {m.last: m.first for m in sentence.of("cue") if m.value in _OPENING_CLAUSES}
    bounds.update(
        opened.get(mark.last, mark.first)
        for mark in sentence.of("subordinators")
        if mark.first > 0 and not _belongs_to_noun(sentence, mark.first)
    )
    if sentence.lexicon.case_marked:
        bounds.update(_ends_of_relative_clauses(sentence))
    bounds.update(_headline_clauses(sentence))
    bounds.update(commas_that_part(sentence))
    return sorted(bound for bound in bounds if bound < max(1, len(sentence.tokens)))


def _headline_clauses(sentence: Sentence) -> Iterator[int]:
    """ "Peru cuts ties *as Chad* signs accord": headlines join two reports so."""
    if sentence.role in {Role.TITLE, Role.HEADING}:
        opening = {named.first for named in sentence.named}
        yield from (m.first for m in sentence.of("headline_joint") if m.last in opening)


def _opens_short_name(sentence: Sentence, index: int) -> bool:
    """ "the United Arab Emirates (UAE)": one word in capitals between brackets."""
    if sentence.word(index) != "(" or sentence.word(index + 2) != ")":
        return False
    token = sentence.tokens[index + 1]
    return sentence.text[token.start : token.end].isupper()


def _dates_in_brackets(sentence: Sentence) -> Iterator[int]:
    """Brackets around a mere date, "today (14th March)", where its parts carry units."""
    openings = [i for i, token in enumerate(sentence.tokens) if token.word in _OPENING]
    for opening in openings:
        closing = opening + 1
        while sentence.word(closing).isdecimal() or sentence.is_a("date_unit", closing):
            closing += 1
        if closing > opening + 2 and sentence.word(closing) in {")", "）"}:
            yield from (opening, closing)


def _belongs_to_noun(sentence: Sentence, index: int) -> bool:
    """ "for that loan": behind a preposition, the word begins no clause."""
    groups = ("of", "with", "place_in")
    return sentence.is_a("determiner", index) and any(
        sentence.is_a(group, index - 1) for group in groups
    )


def _ends_of_relative_clauses(sentence: Sentence) -> Iterator[int]:
    """Where the main clause goes on: "Президент, который прибыл вчера, подписал ..."."""
    for relative in sentence.of("relative"):
        for index in range(relative.last, len(sentence.tokens)):
            if sentence.word(index) == "," and not _lists_names(sentence, index):
                yield index + 1
                break


def _lists_names(sentence: Sentence, comma: int) -> bool:
    """Whether a comma stands between names: "Кения, Перу и Чад"."""
    return any(n.last == comma for n in sentence.named) and any(
        n.first == comma + 1 for n in sentence.named
    )


def _stands_apart(sentence: Sentence, index: int) -> bool:
    """A dash with spaces on both sides that does not join two parties ("Vietnam - Kazakhstan")."""
    token = sentence.tokens[index]
    before = sentence.text[token.start - 1 : token.start]
    after = sentence.text[token.end : token.end + 1]
    return before == " " and after == " " and not joins_names(sentence, index)


def joins_names(sentence: Sentence, dash: int) -> bool:
    """Whether a dash ties two names; not in "CAPETOWN - Peru signed", where one is shouted."""
    before = next((n for n in sentence.named if n.last == dash), None)
    behind = next((n for n in sentence.named if n.first == dash + 1), None)
    if before is None or behind is None:
        return False
    shouted = before.first == 0 and before.mention.surface.isupper()
    return not (shouted and len(before.mention.surface) > _ABBREVIATED) or (
        behind.mention.surface.isupper()
    )


_ABBREVIATED: Final = 3
"""Letters of names that are written in capitals anyway: "UAE - Chad"."""
