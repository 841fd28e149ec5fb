"""Whether a watch can do what it says: patterns, options that go together, its own examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from alerting.watches import problem_of_keyword
from alerting.words import fold, phrase_of
from pacts.errors import Problem
from worker.config import examples
from worker.config.checks import Raw, entries, mistyped
from worker.config.contradictions import contradictions
from worker.config.document import Document, Loc
from worker.config.models import WatchEntry

_LISTS: Final = ("any", "all", "none", "same_sentence")
_ONLY_EVENTS: Final = (
    "parties",
    "status",
    "scope",
    "levels",
    "min_confidence",
    "min_sources",
    "remind",
)


def watches(document: Document) -> Iterator[Problem]:
    """All that makes a watch deaf, mute or talkative."""
    for loc, raw in entries(document, "watches"):
        yield from _purpose(document, loc, raw)
        yield from contradictions(document, loc, raw)
        keywords = raw.get("keywords")
        if isinstance(keywords, dict):
            yield from _patterns(document, (*loc, "keywords"), keywords)
            yield from _together(
                document, (*loc, "keywords"), keywords, plain=not raw.get("events")
            )
        yield from examples.problems(document, loc, raw)


def _purpose(document: Document, loc: Loc, raw: Raw) -> Iterator[Problem]:
    if raw.get("events") or mistyped(raw, "events", WatchEntry):
        return
    if not raw.get("keywords") and not mistyped(raw, "keywords", WatchEntry):
        yield document.problem(loc, "this watch wants nothing: give it events or keywords")
    for key in _ONLY_EVENTS:
        if key in raw:
            message = f'{key} does nothing without "events": add them, or remove this'
            yield document.problem((*loc, key), message, at_key=True)


def _patterns(document: Document, loc: Loc, raw: Raw) -> Iterator[Problem]:
    near = raw.get("near")
    words = [((*loc, key), raw.get(key)) for key in _LISTS]
    if isinstance(near, dict):
        words.append(((*loc, "near", "words"), near.get("words")))
    for place, found in words:
        for index, word in enumerate(found if isinstance(found, list) else ()):
            message = pattern_problem(word) if isinstance(word, str) and word else None
            if not message and raw.get("inflect") is True and str(word).endswith("*"):
                message = "* stands for any ending already: remove it, or inflect"
            if message:
                yield document.problem((*place, index), message)


def pattern_problem(word: str) -> str | None:
    """Why this keyword matches nothing or everything."""
    if re.search(r"\.\*|\\[bwds]|\(\?|\|", word):
        return "keywords are plain words, not regular expressions: list the words one by one"
    return problem_of_keyword(word)


def _together(document: Document, loc: Loc, raw: Raw, *, plain: bool) -> Iterator[Problem]:
    """Lists that contradict one another, or say nothing."""
    lists = {key: _folded(raw.get(key)) for key in _LISTS}
    if not any(raw.get(key) for key in ("any", "all", "near", "same_sentence")):
        if plain:
            message = "these keywords match every article: add any, all, near or same_sentence"
            yield document.problem(loc, message)
        elif not raw.get("none"):
            yield document.problem(loc, "there are no keywords here: add some, or remove this")
    both = (lists["all"] | lists["same_sentence"]) & lists["none"]
    if both or (lists["any"] and lists["any"] <= lists["none"]):
        message = "these keywords match nothing: what they want is under none as well"
        yield document.problem((*loc, "none"), message, at_key=True)
    near = raw.get("near")
    if isinstance(near, dict):
        yield from _stretch(document, (*loc, "near"), near)


def _stretch(document: Document, loc: Loc, near: Raw) -> Iterator[Problem]:
    words, within = near.get("words"), near.get("within")
    if not isinstance(words, list) or not isinstance(within, int):
        return
    needed = sum(len(phrase_of(word).folded) for word in words if isinstance(word, str))
    if 2 <= within < needed:
        message = f"within {within} words there is no room for these: write {needed} or more"
        yield document.problem((*loc, "within"), message)


def _folded(found: object) -> set[str]:
    words = found if isinstance(found, list) else []
    return {fold(word) for word in words if isinstance(word, str)}
