"""Step 6c, further objects of one deed: "signed a border treaty *and an accord on water*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from extraction.analysis import Sentence
from extraction.heads import Head
from extraction.lexicon import Mark
from extraction.noun_phrases import last_noun

_ARTICLE_REACH: Final = 5
"""Tokens between an article and the noun that it belongs to at most."""
_GAP: Final = 20
"""Tokens between one paper of a list and the next at most."""


def joined_objects(
    sentence: Sentence, mark: Mark, first: Head, heads: Sequence[Head]
) -> Iterator[Head]:
    """The papers that stand in one list with a deed's first object, each behind its own article."""
    if is_denied_object(sentence, mark, first):
        yield from _instead(first, heads)
        return
    if not sentence.lexicon.spaced:
        yield from _listed_behind(sentence, first, heads)
        return
    if first.family != "document" or first.first < mark.last:
        return
    yield from _another(sentence, first)
    _, end = sentence.clause(first.last - 1)
    last = first
    for head in heads:
        if head.first < last.last or head.family != "document":
            continue
        gap = range(last.last, head.first)
        if head.first >= end or len(gap) > _GAP or sentence.has("trigger", gap.start, gap.stop):
            return
        if _is_contrasted(sentence, mark, gap) or _begins_item(sentence, gap, head):
            yield head
            last = head


def _another(sentence: Sentence, first: Head) -> Iterator[Head]:
    """ "a memorandum on trade *and another on water*": the noun is not said again."""
    _, end = sentence.clause(first.last - 1)
    for mark in sentence.of("another_one", first.last, min(end, first.last + _GAP)):
        between = (first.last, mark.first)
        joined = sentence.is_a("joins", mark.first - 1) and sentence.is_a("of", mark.last)
        if joined and not any(sentence.has(group, *between) for group in ("trigger", "head")):
            yield Head(mark.first, mark.last, first.family, first.kind)
            return


def _listed_behind(sentence: Sentence, first: Head, heads: Sequence[Head]) -> Iterator[Head]:
    """ "signed an aviation accord *and a carbon accord*", where nouns need no article."""
    acts = {"document"}
    last: Head | None = first if first.family == "document" else None
    while last:
        begin = last.last
        while sentence.word(begin) in _CLOSING:
            begin += 1
        if not sentence.is_a("list_joint", begin) or sentence.is_a("clause_breaks", begin):
            return
        near = (h for h in heads if h.family in acts and 0 < h.first - begin <= _GAP)
        other = next(near, None)
        gap = (begin + 1, other.first) if other else (begin, begin)
        if other is None or any(sentence.has(group, *gap) for group in _OTHER_TALK):
            return
        last = last_noun(sentence, begin + 1, other, heads, acts)
        if last:
            yield last


_CLOSING: Final = frozenset("》〉」』")
_OTHER_TALK: Final = ("trigger", "clause_breaks", "and_others")
"""What ends a list of papers."""


def _is_contrasted(sentence: Sentence, mark: Mark, gap: range) -> bool:
    """ "no firmarán un tratado, *sino un* memorando", where what describes follows its noun."""
    denied = sentence.has("not", max(0, mark.first - _NOT), gap.start)
    return denied and any(
        sentence.is_a("indefinite", contrast.last)
        for contrast in sentence.of("contrast", gap.start, gap.stop)
    )


_NOT: Final = 3


def _begins_item(sentence: Sentence, gap: range, head: Head) -> bool:
    """Whether "and a", ", two" and the like stand before a noun."""
    near = range(max(gap.start, gap.stop - _ARTICLE_REACH), gap.stop)
    if any(head.first == paper_behind(sentence, i) for i in near):
        return True
    return not sentence.lexicon.modifiers_after and any(
        (
            sentence.is_a("indefinite", i)
            or sentence.is_a("date.numbers", i)
            or sentence.word(i).isdecimal()
        )
        and sentence.is_a("joins", i - 1)
        for i in near[1:]
    )


def paper_behind(sentence: Sentence, joint: int) -> int | None:
    """Where a further paper's noun stands behind what joins: "*and* a border accord"."""
    if not sentence.is_a("joins", joint):
        return None
    reach = sentence.of("head", joint + 1, joint + 1 + _ARTICLE_REACH)
    paper = next((m for m in reach if m.value.startswith("document")), None)
    if paper is None:
        return None
    between = range(joint + 1, paper.first)
    lexicon = sentence.lexicon
    if lexicon.case_marked:  # no articles: the noun's own form says that it is an object
        describing = all(sentence.word(i).endswith(lexicon.adjective_endings) for i in between)
        begins = describing and sentence.is_a("paper_as_object", paper.first)
    elif lexicon.names_run_on:
        begins = all(
            sentence.is_a("article", i) or sentence.is_a("date.numbers", i) for i in between
        )
    elif lexicon.modifiers_after:
        begins = bool(between) and all(sentence.is_a("indefinite", i) for i in between)
    else:
        begins = sentence.is_a("indefinite", joint + 1) and not any(
            sentence.is_a(group, i) for group in ("of", "trigger", "joins") for i in between
        )
    return paper.first if begins else None


def is_denied_object(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "signed *not* a treaty, *but* a memorandum": the first of the two is not what was signed."""
    before, endings = head.first - 1, sentence.lexicon.adjective_endings
    while before > mark.last and (
        sentence.is_a("article", before) or (endings and sentence.word(before).endswith(endings))
    ):
        before -= 1
    denied = before >= mark.last and sentence.is_a("weak_negation", before)
    return denied and sentence.has("contrast", head.last, head.last + _BUT)


_BUT: Final = 3
""" "not a treaty, but" """


def _instead(first: Head, heads: Sequence[Head]) -> Iterator[Head]:
    """What stands behind the "but"."""
    behind = (head for head in heads if head.first >= first.last and head.family == first.family)
    other = next(behind, None)
    if other and other.first - first.last <= _BUT + _ARTICLE_REACH:
        yield other
