"""Step 5, tokens: the words, numbers and marks of a text, with their places in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*|[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+|'\w{1,2}(?!\w)|[^\w\s]|_+"
)
"""A number, one Han character, a word of letters, a clitic or one mark of punctuation.

A clitic is short ("Peru's"): a longer word behind an apostrophe is a word ("l'accord")."""


class Token(NamedTuple):
    """``text[start:end]``; ``word`` is in lower case."""

    start: int
    end: int
    word: str


_token: Final[Callable[[tuple[int, int, str]], Token]] = partial(tuple.__new__, Token)
"""A named tuple without a call in between: an article has thousands of them."""


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]`` with offsets into ``text``."""
    stop = len(text) if end is None else end
    return [
        _token((m.start(), m.end(), even(m.group().lower())))
        for m in TOKEN.finditer(text, start, stop)
    ]


def words_of(phrase: str) -> list[str]:
    """The words of the tokens alone."""
    return TOKEN.findall(even(phrase.lower()))


def even(text: str) -> str:
    """Letters that writers use or leave out as they like: the dots of Russian "ё"."""
    return text if text.isascii() else text.replace("ё", "е").replace("Ё", "Е")
