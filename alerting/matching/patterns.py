"""Whether a keyword can work, and what to write where it cannot.

A keyword that silently finds nothing, or nearly everything, is worse than none: people believe
that it watches for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from alerting.matching.words import Phrase, find, phrase_of, split

LONGEST_KEYWORD: Final = 20
"""Words; more is a sentence, and a sentence is hardly ever repeated as it stands."""

_REGULAR: Final = re.compile(
    r"\.[*+?]|\\[A-Za-z.]|\(\?|\||\w\?|\w\+$|^\^|[a-z)]\$$|\[[^\]]+\]|^/.+/\w?$"
)
_QUOTES: Final = '"“”„«»‟'
_SINGLE: Final = re.compile(r"^\s*['‘‚].*['’]\s*$")
_OPERATOR: Final = re.compile(r"(?<!\S)(AND|OR|NOT)(?!\S)")
_NEARNESS: Final = re.compile(
    r"(?<!\S)(?:NEAR|ONEAR)(?!\S)|(?<!\S)(?i:near|within|w|n)/\d+|(?<!\S)~"
)
_FIELD: Final = re.compile(
    r"(?<!\S)(?:in)?(title|headline|lang|language|site|source):\S", re.IGNORECASE
)
_FIELDS: Final = {
    "title": "title_only: true",
    "headline": "title_only: true",
    "lang": "languages of the watch",
    "language": "languages of the watch",
    "site": "sources of the watch",
    "source": "sources of the watch",
}
_INSTEAD: Final = {
    "AND": "list the words under all, or under same_sentence",
    "OR": "list the words under any",
    "NOT": "list the words under none",
}


def problem_of_keyword(text: str, *, inflect: bool = False) -> str | None:
    """Why ``text`` cannot be a keyword, and what to write instead; None where it can."""
    return _other_language(text) or _ending(text, inflect=inflect) or _size(text)


def _other_language(text: str) -> str | None:
    """Regular expressions, and the query languages of search engines."""
    if set(text) & set(_QUOTES) or _SINGLE.search(text):
        return "quotes mean nothing inside a keyword: several words are one phrase without them"
    operator = _OPERATOR.search(text)
    if operator:
        word = operator[1]
        return f"{word} is a word like others here: {_INSTEAD[word]}, or write it small"
    if _NEARNESS.search(text):
        return "words near each other are written as near: {words: [power, plant], within: 5}"
    field = _FIELD.search(text)
    if field:
        return f"a keyword has no fields: use {_FIELDS[field[1].lower()]}"
    if text.strip().startswith(("-", "+", "!")) and phrase_of(text).folded:
        return "a sign before a keyword means nothing: list what is refused under none"
    if _REGULAR.search(text):
        return "keywords are plain words, not regular expressions: list the words one by one"
    return None


def _ending(text: str, *, inflect: bool) -> str | None:
    phrase, written = phrase_of(text), text.rstrip()
    if not phrase.folded:
        return "a keyword needs at least one letter or digit"
    if "*" in written[:-1]:
        return "* can only stand at the end of a keyword, for any ending of its last word"
    if not phrase.open_end:
        return None
    if written[:-1] != written[:-1].rstrip():
        return "* must follow the last word without a space"
    if inflect:
        return "* stands for any ending already: remove it, or inflect"
    if len(phrase.folded) == 1 and _is_single(phrase):
        return "* after a single letter would match nearly everything"
    return None


def _size(text: str) -> str | None:
    words = phrase_of(text).folded
    if len(words) > LONGEST_KEYWORD:
        return f"a keyword has at most {LONGEST_KEYWORD} words, this one has {len(words)}"
    if len(words) == 1 and _is_single(phrase_of(text)):
        return "a single letter or digit would match nearly everything: write a whole word"
    return None


def _is_single(phrase: Phrase) -> bool:
    """One letter of an alphabet or one digit; a single character of Chinese is a word."""
    word = phrase.folded[0]
    return len(word) == 1 and (word.isdigit() or word < "\u0e00")


# --- keywords beside others ------------------------------------------------------------------


def refused_by(keyword: str, none: Iterable[str], *, inflect: bool = False) -> str | None:
    """The first keyword of ``none`` that stands wherever ``keyword`` stands; None without one.

    "nuclear power" under none leaves "nuclear power plant" nothing to find.
    """
    wanted = phrase_of(keyword, inflect=inflect)
    text = split(keyword)
    unsure = len(wanted.folded) - 1 if wanted.open_end else len(wanted.folded)
    for other in none:
        phrase = phrase_of(other, inflect=inflect)
        if any(last < unsure or phrase.open_end for _, last in find(phrase, text)):
            return other
    return None


def same_keyword(one: str, other: str, *, inflect: bool = False) -> bool:
    """Whether two keywords find the same."""
    first, second = phrase_of(one, inflect=inflect), phrase_of(other, inflect=inflect)
    if len(first.folded) != len(second.folded) or first.open_end != second.open_end:
        return False
    found = any(find(first, split(other))) and any(find(second, split(one)))
    return first.exact == second.exact and found
