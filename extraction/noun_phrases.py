"""Phrases that end with the noun that says what they are, all that describes it in front.

"sign the *free trade agreement's upgrade protocol*": what is signed is the last noun, not the
first that a reader from the left meets. Only languages with ``noun_last`` are read this way.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from extraction.analysis import Sentence
from extraction.levels import Level
from pacts.terms import Act

if TYPE_CHECKING:
    from extraction.heads import Head
    from extraction.lexicon import Mark

_OPENING: Final = frozenset("《〈「『")
_CLOSING: Final = frozenset("》〉」』")
_TITLES: Final = frozenset("《〈「")
_QUOTES: Final = _OPENING | _CLOSING | {'"'}
_SUMMED_UP: Final = 10
"""Tokens between "and other" and the noun it sums a list up with."""


def last_noun(
    sentence: Sentence, begin: int, head: Head, heads: Sequence[Head], acts: Collection[str]
) -> Head | None:
    """The noun that a phrase from ``begin`` on ends with; None where that is no object."""
    stop = _stop(sentence, head.last)
    fitting = [h for h in heads if h.family in acts]
    if any(sentence.is_a("about", i) for i in range(begin, head.first)):
        later = [h for h in fitting if head.last <= h.first and h.last <= stop]
        described = [h for h in later if _is_described(sentence, h, heads)]
        head = described[-1] if described else head
    end = _end_of_title(sentence, begin, head.last)
    if end is not None:
        head = next(h for h in reversed(fitting) if h.last <= end)
    for other in heads:
        if other.first < head.last:
            continue
        if not continues(sentence, head.last, other.first) or other.last > stop:
            break
        if other.family in acts:
            head = other
        elif other.first == head.last and other.family in {"talks", "other"}:
            return None
    if head.family == "level":
        head = _paper_on(sentence, head, fitting, stop) or head
    return _sum(sentence, head, heads, acts, stop) or head


def _paper_on(sentence: Sentence, level: Head, heads: Sequence[Head], stop: int) -> Head | None:
    """ "signed a new plan for their partnership", said the other way round."""
    for other in heads:
        if other.family != "document" or not level.last <= other.first < stop:
            continue
        between = range(level.last, other.first)
        parted = any(sentence.is_a("list_joint", i) for i in between)
        return None if parted or sentence.has("trigger", level.last, other.first) else other
    return None


def _stop(sentence: Sentence, first: int) -> int:
    """Where the phrase ends at the latest: the next comma or the end of the clause."""
    _, end = sentence.clause(first - 1)
    breaks = [m.first for m in sentence.of("clause_breaks", first)]
    return min([end, *breaks])


def _end_of_title(sentence: Sentence, first: int, last: int) -> int | None:
    """The closing mark of the title that stands open at ``last``."""
    depth = sum(
        (sentence.word(i) in _OPENING) - (sentence.word(i) in _CLOSING) for i in range(first, last)
    )
    if depth <= 0:
        return None
    return next(
        (i for i in range(last, len(sentence.tokens)) if sentence.word(i) in _CLOSING), None
    )


def end_of_title_behind(sentence: Sentence, index: int) -> int:
    """Where a title ends that opens right here, however long; 0 where none does."""
    first = index + sentence.is_a("done_after", index)
    if sentence.word(first) not in _TITLES:
        return 0
    return _end_of_title(sentence, first, first + 1) or 0


def before_short_name(sentence: Sentence, end: int) -> int:
    """Where a phrase ends whose short name is in brackets: "le protocole d'accord (PA) signé"."""
    in_brackets = sentence.word(end - 1) == ")" and sentence.word(end - 3) == "("
    return end - _IN_BRACKETS if in_brackets else end


_IN_BRACKETS: Final = 3


def title_around(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """The title in its own marks that a token stands in, the marks left out."""
    begin = max((i for i in range(index) if sentence.word(i) in _TITLES), default=None)
    if begin is None:
        return None
    end = _end_of_title(sentence, begin, begin + 1)
    return (begin + 1, end) if end is not None and end > index else None


def topic_before(sentence: Sentence, begin: int, first: int, last: int) -> tuple[int, int] | None:
    """From "on" to the noun: "on deepening ties [a] joint statement"."""
    if not sentence.lexicon.noun_last or sentence.has("clause_breaks", begin, first):
        return None
    topics = sentence.of("about", begin, first)
    return (topics[0].first, last) if topics else None


def _is_described(sentence: Sentence, head: Head, heads: Sequence[Head]) -> bool:
    return sentence.is_a("describing", head.first - 1) or any(h.last == head.first for h in heads)


def continues(sentence: Sentence, first: int, last: int) -> bool:
    """Whether nothing but "of" and quotation marks stands between two nouns."""
    return all(
        sentence.is_a("describing", i) or sentence.word(i) in _QUOTES for i in range(first, last)
    ) and not any(sentence.word(i) in _OPENING for i in range(first, last))


def _sum(
    sentence: Sentence, head: Head, heads: Sequence[Head], acts: Collection[str], stop: int
) -> Head | None:
    """ "an accord, a protocol and other papers": the noun that sums a list up."""
    if head.family != "document":
        return None
    for mark in sentence.of("and_others", head.last, stop):
        if sentence.has("trigger", head.last, mark.first):
            return None
        for other in heads:
            if 0 <= other.first - mark.last <= _SUMMED_UP and other.family in acts:
                return other if not sentence.has("trigger", mark.last, other.first) else None
    return None


def listed_after(
    sentence: Sentence, head: Head, heads: Sequence[Head], acts: Collection[str]
) -> Head | None:
    """ "signed a joint statement and papers on trade": the papers listed behind a statement."""
    papers = {"statement", "founding", "resuming"}
    if not sentence.lexicon.noun_last or head.family not in papers or "document" not in acts:
        return None
    stop = _stop(sentence, head.last)
    for other in heads:
        if other.first <= head.last or other.last > stop or other.family != "document":
            continue
        between = range(head.last, other.first)
        joined = any(sentence.is_a("list_joint", i) for i in between)
        if not joined or sentence.has("trigger", head.last, other.first):
            return None
        return last_noun(sentence, head.last, other, heads, {"document"})
    return None


def level_before(sentence: Sentence, begin: int, head: Head) -> Level | None:
    """The level that a paper named before its noun is about: "strategic partnership treaty"."""
    for level in sentence.levels:
        if level.first >= begin and continues(sentence, level.last, head.first):
            return level if _only_names(sentence, begin, level.first) else None
    return None


def _only_names(sentence: Sentence, first: int, last: int) -> bool:
    """Whether only names, links and marks lead to the level: "on deepening" makes it another."""
    return all(
        any(n.first <= i < n.last for n in sentence.named)
        or any(sentence.is_a(group, i) for group in ("level_link", "about", "joins", "article"))
        or sentence.is_a("done_after", i)
        or sentence.word(i) in _QUOTES
        or sentence.word(i) in {"(", ")", "（", "）", "-"}
        for i in range(first, last)
    )


def is_called_by_its_aims(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "sign [a] promote-trade *'s* memorandum", "sign farming, carry-out-the-plan *etc.* papers".

    Where what describes stands before, deeds named in front of a paper that is signed are in it.
    """
    triggers = sentence.lexicon.triggers
    given = triggers[mark.value].acts.get(head.family) in _GIVEN
    if not (given and sentence.lexicon.noun_last):
        return False
    inside = sentence.of("trigger", mark.last, head.first)
    if any("organisation" in triggers[m.value].acts for m in inside):
        return False  # "signed the protocol on Chad joining NATO"
    near = max(mark.last, head.first - _COUNTED)
    return any(sentence.has(group, near, head.first) for group in ("describing", "and_others"))


_GIVEN: Final = frozenset({Act.SIGNED, Act.EXCHANGED})
_COUNTED: Final = 8
"""Tokens of number, fields and adjectives right before a paper: "etc. fields' 5 bilateral"."""
