"""Whether two titles can be of one document, judged by kind, subject and number, not by wording.

A title is *generic* when it says no more than "an agreement" or "several documents", and *specific*
when it names a subject ("on veterinary cooperation") or has a name of its own ("Shusha").

Often two titles cannot be compared: one outlet says "an agreement", or writes in another language
of a subject that is not on the list. Such titles say neither yes nor no. They are open, and what
is open joins one story at most: "an agreement" could be any of the five that were signed that day,
and being taken for two of them it would make those two one story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from alerting.matching.words import fold
from alerting.merging.titles import (
    CAPITAL_RUN,
    CAPITALS,
    DEMONYM_ENDINGS,
    DEMONYMS,
    IDLE,
    IDLE_IDEOGRAPHS,
    IDLE_STEMS,
    ORDER,
    PERHAPS_PLURAL,
    PLURAL,
    SORTS,
    STATEMENT,
    WORD,
)
from alerting.merging.topics import are_near, topics_of, without_topics
from pacts.names import name_of


class Match(IntEnum):
    """How well two documents go together."""

    DIFFERENT = 0
    OPEN = 1
    """They cannot be compared: nothing says that they are one, and nothing that they are not."""
    ALIKE = 2
    """Both are generic: one document, or one package, as far as anybody says."""
    SAME = 3
    """Both name the same subject or carry the same name."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a title says, reduced to what can be compared across outlets and languages."""

    statement: bool
    """A joint statement, declaration or communique rather than an agreement."""
    package: bool
    """Several documents at once."""
    perhaps_many: bool
    """Its form is that of one and of several: "соглашения"."""
    sort: str
    """"treaty", "memorandum" ...; empty where any word would do ("agreement", "deal")."""
    topics: frozenset[str]
    names: frozenset[str]
    """Words that are neither common in titles, nor a subject, nor a party."""
    shorts: frozenset[str]
    """Abbreviations that it uses: "OSA"."""
    initials: frozenset[str]
    """Abbreviations that its capitals would make: of "Official Security Assistance", "OSA"."""
    order: frozenset[str]
    """"first", "second": which of several."""
    count: int | None
    title: str

    @property
    def generic(self) -> bool:
        """Whether it could be any document of its sort; a list of many subjects could as well."""
        if self.package and len(self.topics) >= _MISCELLANY:
            return True
        return not (self.topics or self.names)


_MISCELLANY: Final = 3


@lru_cache(maxsize=4096)
def paper_of(
    title: str | None,
    kind: str | None,
    count: int | None,
    parties: tuple[str, ...],
    *,
    statement: bool,
) -> Paper:
    """Read a title with the ``document_kind`` and the count that came with it.

    ``statement`` is what to take it for where neither title nor kind says.
    """
    sort = (kind or "").replace("_", " ")
    text = fold(f"{title or ''}")
    full = f"{text} {fold(sort)}".strip()
    return Paper(
        statement=_is_statement(full, default=statement),
        package=count > 1 if count is not None else bool(PLURAL.search(text)),
        perhaps_many=count is None and bool(PERHAPS_PLURAL.search(text)),
        sort=_sort_of(full),
        topics=topics_of(full),
        names=_names(text, parties),
        shorts=_shorts(title or ""),
        initials=_initials(title or ""),
        order=frozenset(ORDER.findall(text)),
        count=count,
        title=text,
    )


def same_paper(a: Paper, b: Paper) -> Match:
    """Symmetric: how well two documents of compatible parties and days go together."""
    if a.statement != b.statement or not _sorts_agree(a.sort, b.sort):
        return Match.DIFFERENT
    match = _same_package(a, b) if a.generic or b.generic else _same_subject(a, b)
    unlike = a.sort != b.sort and {a.sort, b.sort} & _OTHER_SORTS
    counted = max(a.count or 0, b.count or 0) > 1
    if not _packages_agree(a, b) and (counted or match is Match.OPEN):
        return Match.DIFFERENT
    return Match.DIFFERENT if match is Match.OPEN and unlike else match


# --- comparing -----------------------------------------------------------------------------

_TITLES_ALIKE: Final = 88
"""token_set_ratio from which two titles on overlapping subjects are one."""
_TELLING_COUNT: Final = 5
"""Fewer documents than this are signed too often for their number to say which."""
_NAMES_ALIKE: Final = 0.6
"""Share of the shorter title's words that must be in the longer."""


def _same_package(a: Paper, b: Paper) -> Match:
    """Of generic documents: outlets count differently, but the same number is a name of its own."""
    if not _packages_agree(a, b):
        return Match.DIFFERENT
    if a.count is not None and a.count == b.count and a.count >= _TELLING_COUNT:
        return Match.SAME
    return Match.ALIKE if a.generic and b.generic else Match.OPEN


def _packages_agree(a: Paper, b: Paper) -> bool:
    return a.package == b.package or a.perhaps_many or b.perhaps_many


def _same_subject(a: Paper, b: Paper) -> Match:
    """Equal subjects or words are one, other subjects are two; other words may mean the same."""
    if a.order and b.order and a.order != b.order:
        return Match.DIFFERENT
    if a.topics and b.topics:
        return _same_topics(a, b)
    if _same_abbreviation(a, b):
        return Match.SAME
    shared = len(a.names & b.names)
    fewer = min(len(a.names), len(b.names))
    enough = fewer and shared / fewer >= _NAMES_ALIKE and shared > bool(a.topics or b.topics)
    return Match.SAME if enough else Match.OPEN


def _same_topics(a: Paper, b: Paper) -> Match:
    """Where only some are shared, or one is part of the other, the words decide or nobody can."""
    if a.topics == b.topics:
        return Match.SAME
    if not a.topics & b.topics:
        return Match.OPEN if are_near(a.topics, b.topics) else Match.DIFFERENT
    alike = _same_abbreviation(a, b) or (fuzz.token_set_ratio(a.title, b.title) >= _TITLES_ALIKE)
    return Match.SAME if alike else Match.OPEN


def _same_abbreviation(a: Paper, b: Paper) -> bool:
    """One side must use the short form: initials that happen to be equal say nothing."""
    return bool(a.shorts & (b.shorts | b.initials) or b.shorts & a.initials)


def _sorts_agree(a: str, b: str) -> bool:
    """ "An agreement" can be anything; a treaty is no memorandum, a convention is a treaty."""
    return a == b or not a or not b or {a, b} <= _BINDING


_OTHER_SORTS: Final = frozenset({"plan", "letter", "contract", "notes"})
"""What hardly anybody calls an agreement."""
_BINDING: Final = frozenset({"treaty", "convention", "charter"})
"""One paper is called either in the next language."""


# --- reading -------------------------------------------------------------------------------


# Organisations and sorts of documents: many papers of one pair carry them.
_NOT_TELLING: Final = frozenset(
    {"ASEAN", "EAEU", "NATO", "MOU", "FTA", "USA", "UAE", "DPRK", "PRC"}
)


def _is_statement(text: str, *, default: bool) -> bool:
    if STATEMENT.search(text):
        return True
    return default and not any(_stem_in(stem, text) for stem in SORTS["plan"].split("|"))


def _sort_of(text: str) -> str:
    for sort, stems in SORTS.items():
        if any(_stem_in(stem, text) for stem in stems.split("|")):
            return sort
    return ""


def _stem_in(stem: str, text: str) -> bool:
    return stem in text if not stem.endswith("_") else stem[:-1] in WORD.findall(text)


def _names(folded: str, parties: tuple[str, ...]) -> frozenset[str]:
    rest = IDLE_IDEOGRAPHS.sub(" ", without_topics(folded))
    words = {word for word in WORD.findall(rest) if len(word) > 1} - IDLE
    return frozenset(
        word for word in words if not IDLE_STEMS.match(word) and not _speaks_of(word, parties)
    )


def _speaks_of(word: str, parties: tuple[str, ...]) -> bool:
    return any(_is_demonym(word, code) for code in parties)


@lru_cache(maxsize=4096)
def _is_demonym(word: str, code: str) -> bool:
    if word in (DEMONYMS.get(code) or "").split() or word == fold(code):
        return True
    for name in fold(name_of(code)).split():
        shared = _shared_start(word, name)
        if shared >= 4 or (shared >= 3 and word.endswith(DEMONYM_ENDINGS)):
            return True
    return False


def _shared_start(a: str, b: str) -> int:
    length = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        length += 1
    return length


def _shorts(title: str) -> frozenset[str]:
    return frozenset(CAPITALS.findall(title)) - _NOT_TELLING


def _initials(title: str) -> frozenset[str]:
    made = (
        "".join(word[0] for word in re.findall(r"[A-Z][a-z]+", run[0]))
        for run in CAPITAL_RUN.finditer(title)
    )
    return frozenset(short for short in made if len(short) >= 3)
