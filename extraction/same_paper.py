"""Step 10a, one paper: whether two tellings of an article are of the same document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extraction import lexicon
from extraction.name_forms import is_han, without_accents
from extraction.once import once
from pacts.model import Event
from pacts.terms import Act, Scope, Status


def is_same_paper(a: Event, b: Event) -> bool:
    """Whether two events, of the same parties, tell of one paper."""
    if _is_headline_of(a, b) or _is_headline_of(b, a):
        return True
    if (a.act is not b.act and not are_steps_to_one(a, b)) or not _counts_agree(a, b):
        return False
    if _are_listed(a, b) or {a.scope, b.scope} == _OF_OTHERS:
        return False
    if a.document_kind is None or b.document_kind is None:
        return True  # the paper was named before and is understood
    if a.status is not Status.CONCLUDED and b.status is not Status.CONCLUDED:
        return _is_same_plan(a, b)
    if a.status is not b.status and tells(a) is not tells(b):
        return False  # a named plan is not among papers that are only counted
    kinds = {a.document_kind, b.document_kind}
    if len(kinds) > 1 and a.scope is not b.scope and not (tells(a) and tells(b)):
        return False  # "an agreement with the group Acme", "several memoranda"
    if len(kinds) == 1 or kinds <= STATEMENTS or ("agreement" in kinds and not kinds & STATEMENTS):
        return _titles_agree(a.document or "", b.document or "")
    return is_vague(a) or is_vague(b)


_OF_OTHERS: Final = frozenset({Scope.STATE, Scope.CORPORATE})
"""Whose papers are never one: those of states and those of companies."""


def _are_listed(a: Event, b: Event) -> bool:
    """ "signed a treaty on allied relations and an agreement": two in one sentence."""
    done = a.evidence.start == b.evidence.start and a.status is b.status is Status.CONCLUDED
    return done and a.document_kind != b.document_kind and bool(a.document and b.document)


def _is_same_plan(a: Event, b: Event) -> bool:
    """Plans come in lists: what is named differently is meant differently."""
    if a.document_kind == b.document_kind and a.parties == b.parties:
        first, second = _beyond_kind(a), _beyond_kind(b)
        return first <= second or second <= first
    first, second = telling(a.document or ""), telling(b.document or "")
    if first and second:
        return first <= second or second <= first
    if first or second:  # "a loan agreement", "the agreement"
        return is_vague(b if first else a)
    return a.document_kind == b.document_kind or is_vague(a) or is_vague(b)


def _beyond_kind(event: Event) -> set[str]:
    """What a name tells beyond its kind: nothing in "free trade deal" and "FTA"."""
    kind = list(_words(event.document_kind or ""))
    short = "".join(word[0] for word in kind)
    return telling(event.document or "") - {*kind, short, f"{short}s"}


def _is_headline_of(a: Event, b: Event) -> bool:
    """The first lines tell in full what the headline said in other words."""
    done = a.parties == b.parties and (
        a.status is b.status is Status.CONCLUDED or {a.status, b.status} <= _STILL_TO_COME
    )
    near = a.evidence.start == 0 < b.evidence.start <= _FIRST_LINES
    signed = a.act is Act.SIGNED and b.act in {Act.SIGNED, Act.INITIALLED}
    signed = signed or a.act is b.act is Act.RATIFIED
    one = a.count in {None, 1} and b.count in {None, 1}
    kinds = {a.document_kind, b.document_kind}
    if "memorandum" in kinds and len(kinds) > 1 and _are_apart(a, b):
        return False  # "tax treaty" over "a tax treaty and a memorandum on health"
    return done and near and signed and one and not kinds & STATEMENTS


def _are_apart(a: Event, b: Event) -> bool:
    """Whether both say what they are about, and share no word of it."""
    first, second = telling(a.document or ""), telling(b.document or "")
    shared = any(_said_in({word}, second) for word in first)
    return bool(first and second) and not shared


_STILL_TO_COME: Final = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.RUMOURED})
_FIRST_LINES: Final = 400
"""Characters from the beginning in which the lede stands."""


def are_steps_to_one(a: Event, b: Event) -> bool:
    """Whether two acts are one course: a paper to be negotiated so as to be signed.

    Or the same day's paper "signé" and "paraphé": the press says either of what is signed.
    """
    if {a.act, b.act} == {Act.INITIALLED, Act.SIGNED} and a.date and b.date:
        done = a.status is b.status is Status.CONCLUDED
        return done and a.date.distance(b.date) <= _ONE_DAY
    undone = Status.CONCLUDED not in {a.status, b.status}
    return undone and {a.act, b.act} == {Act.NEGOTIATED, Act.SIGNED}


_ONE_DAY: Final = 1


STATEMENTS: Final = frozenset({"joint statement", "joint declaration", "declaration", "communique"})


def _counts_agree(a: Event, b: Event) -> bool:
    """Equal, or near where one of them is only "more than" or "about"."""
    if a.count is None or b.count is None or a.count == b.count:
        return True
    total = a if a.count > b.count else b
    if total.document_kind == "document" and not tells(total):
        return True  # "four papers: two accords and two memoranda"
    low, high = sorted((a.count, b.count))
    return (a.count_approx or b.count_approx) and high <= _NEARLY * low


_NEARLY: Final = 1.25


def _titles_agree(a: str, b: str) -> bool:
    """Whether one name's telling words are all in the other's."""
    first, second = telling(a), telling(b)
    return _said_in(first, second) or _said_in(second, first)


def _said_in(words: set[str], others: set[str]) -> bool:
    """Whether every word has its like among the others, endings aside."""
    return all(any(_alike(word, other) for other in others) for word in words)


def _alike(a: str, b: str) -> bool:
    """Equal, or one word in two of its forms: "мирную", "мирных"."""
    stem = max(_SHORTEST_STEM, min(len(a), len(b)) - _LONGEST_ENDING)
    return a == b or a[:stem] == b[:stem]


_SHORTEST_STEM: Final = 4
_LONGEST_ENDING: Final = 2


def telling(title: str) -> set[str]:
    """The words of a title that say what the paper is about, accents aside."""
    return {word for word in _words(title.lower()) if word not in _vague_words()}


def tells(event: Event) -> bool:
    return bool(telling(event.document or ""))


def _words(text: str) -> Iterator[str]:
    """Words without accents; scripts without spaces character by character."""
    for part in without_accents(text).replace("-", " ").split():
        word = part.strip("()") or part
        if is_han(word[0]) or is_han(word[-1]):
            yield from word
        else:
            yield word


@once
def _vague_words() -> frozenset[str]:
    """Words of every language that name a paper without saying what it is about."""
    words = {word for code in lexicon.LANGUAGES for word in lexicon.load(code).vague}
    return frozenset(part for word in words for part in _words(word))


def is_vague(event: Event) -> bool:
    return event.document_kind in {"document", "agreement", "instrument", None} and not telling(
        event.document or ""
    )
