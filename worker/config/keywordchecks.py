"""Whether the keywords of a watch can find anything, alone and beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from alerting.matching.patterns import problem_of_keyword, refused_by, same_keyword
from alerting.matching.words import phrase_of
from pacts.errors import Problem
from worker.config.checks import Raw
from worker.config.document import Document, Loc
from worker.config.wording import shown

Key = tuple[str, ...]
_ANY: Final[Key] = ("any",)
_ALL: Final[Key] = ("all",)
_NONE: Final[Key] = ("none",)
_NEAR: Final[Key] = ("near", "words")
_LISTS: Final = (_ANY, _ALL, _NONE, ("same_sentence",), _NEAR)
_WANTING: Final = ("any", "all", "near", "same_sentence")

Words = Sequence[tuple[int, str]]
"""Keywords and their places in the list; entries that are no text are a problem already."""


def keywords(document: Document, loc: Loc, raw: Raw, *, plain: bool) -> Iterator[Problem]:
    """Every problem of one set; ``plain`` says that the watch has nothing else to go by."""
    inflect = raw.get("inflect") is True
    lists: dict[Key, Words] = {key: _words(raw, key) for key in _LISTS}
    for key, words in lists.items():
        for index, word in words:
            message = problem_of_keyword(word, inflect=inflect)
            if message:
                yield document.problem((*loc, *key, index), message)
        yield from _twice(document, (*loc, *key), words, inflect=inflect)
    yield from _purpose(document, loc, raw, plain=plain)
    yield from _beside(document, loc, lists, inflect=inflect)
    near = raw.get("near")
    if isinstance(near, dict):
        yield from _stretch(document, (*loc, "near", "within"), lists[_NEAR], near)


def _words(raw: Raw, key: Sequence[str]) -> Words:
    found: object = raw
    for part in key:
        found = found.get(part) if isinstance(found, dict) else None
    some = enumerate(found if isinstance(found, list) else ())
    return [(index, word) for index, word in some if isinstance(word, str) and word]


def _purpose(document: Document, loc: Loc, raw: Raw, *, plain: bool) -> Iterator[Problem]:
    if any(raw.get(key) for key in _WANTING):
        return
    if plain:
        message = "these keywords match every article: add any, all, near or same_sentence"
        yield document.problem(loc, message)
    elif not raw.get("none"):
        yield document.problem(loc, "there are no keywords here: add some, or remove this")


def _twice(document: Document, loc: Loc, words: Words, *, inflect: bool) -> Iterator[Problem]:
    for number, (index, word) in enumerate(words):
        if not phrase_of(word).folded:
            continue
        earlier = (one for _, one in words[:number] if same_keyword(one, word, inflect=inflect))
        first = next(earlier, None)
        if first is not None:
            message = f"{shown(first)} in this list finds the same: remove one of the two"
            yield document.problem((*loc, index), message)


def _beside(
    document: Document, loc: Loc, lists: dict[Key, Words], *, inflect: bool
) -> Iterator[Problem]:
    """What another list makes useless."""
    none = [word for _, word in lists[_NONE]]
    for key, words in lists.items():
        for index, word in words if key != _NONE else ():
            other = refused_by(word, none, inflect=inflect)
            if other is not None:
                message = f"this finds nothing: {shown(other)} under none refuses all that it finds"
                yield document.problem((*loc, *key, index), message)
    for index, word in lists[_ANY]:
        if any(same_keyword(word, one, inflect=inflect) for _, one in lists[_ALL]):
            message = "this is under all as well, so that any asks for nothing: remove it here"
            yield document.problem((*loc, *_ANY, index), message)


def _stretch(document: Document, loc: Loc, words: Words, near: Raw) -> Iterator[Problem]:
    within = near.get("within")
    needed = sum(len(phrase_of(word).folded) for _, word in words)
    if isinstance(within, int) and 2 <= within < needed:
        message = f"within {within} words there is no room for these: write {needed} or more"
        yield document.problem(loc, message)
