"""What a language says: its phrases, in one trie over tokens. The data is in ``data/languages``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

LANGUAGES = ("en",)

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+|'\w+|[^\w\s]|_+")
"""A number, one Han character, a word of letters, a clitic or one mark of punctuation."""


class Token(NamedTuple):
    """``text[start:end]``; ``word`` is in lower case."""

    start: int
    end: int
    word: str


class Meaning(NamedTuple):
    """One thing that a phrase can be: its group, its value there, its grammatical form."""

    group: str
    value: str
    form: str = ""


class Mark(NamedTuple):
    """A phrase found: tokens ``first`` to ``last - 1``."""

    first: int
    last: int
    value: str
    form: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb that can make an event."""

    acts: Mapping[str, str]
    """What it does to each family of object."""
    weak: bool = False
    intransitive: bool = False


@dataclass(slots=True)
class _Node:
    meanings: list[Meaning] = field(default_factory=list)
    next: dict[str, _Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the engine knows of one language."""

    code: str
    spaced: bool
    """Whether words stand apart; otherwise every character is a token."""
    triggers: Mapping[str, Trigger]
    date: Mapping[str, Any]
    level_order: tuple[str, ...]
    gate: tuple[str, ...]
    """The first words of every trigger and head, for a quick look at a whole text."""
    _root: _Node

    def read(self, tokens: list[Token]) -> dict[str, list[Mark]]:
        """Every known phrase, by group, each group longest first from the left, no overlaps."""
        found: dict[str, list[Mark]] = {}
        for first in range(len(tokens)):
            for meaning, last in self._longest(tokens, first):
                marks = found.setdefault(meaning.group, [])
                if not marks or marks[-1].last <= first or marks[-1][:2] == (first, last):
                    marks.append(Mark(first, last, meaning.value, meaning.form))
        return found

    def _longest(self, tokens: list[Token], first: int) -> Iterator[tuple[Meaning, int]]:
        best: dict[str, tuple[list[Meaning], int]] = {}
        node: _Node | None = self._root
        for last in range(first, len(tokens)):
            node = node.next.get(tokens[last].word) if node else None
            if node is None:
                break
            for meaning in node.meanings:
                if meaning.group not in best or best[meaning.group][1] != last + 1:
                    best[meaning.group] = ([], last + 1)
                best[meaning.group][0].append(meaning)
        for meanings, last in best.values():
            for meaning in meanings:
                yield meaning, last


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]`` with offsets into ``text``."""
    stop = len(text) if end is None else end
    return [Token(m.start(), m.end(), m.group().lower()) for m in TOKEN.finditer(text, start, stop)]


@cache
def load(language: str) -> Lexicon:
    """The lexicon of a language. Raises KeyError for one that has none."""
    if language not in LANGUAGES:
        raise KeyError(language)
    source = files("extraction") / "data" / "languages" / f"{language}.toml"
    return _build(tomllib.loads(source.read_text(encoding="utf-8")))


def _build(data: Mapping[str, Any]) -> Lexicon:
    root = _Node()
    for phrase, meaning in _phrases(data):
        node = root
        for token in tokenize(phrase):
            node = node.next.setdefault(token.word, _Node())
        if meaning not in node.meanings:
            node.meanings.append(meaning)
    return Lexicon(
        code=data["code"],
        spaced=data["spaced"],
        triggers={
            name: Trigger(entry["acts"], entry.get("weak", False), entry.get("intransitive", False))
            for name, entry in data["trigger"].items()
        },
        date=data["date"],
        level_order=tuple(data["level"]["modifiers"]),
        gate=tuple(sorted(_gate_words(data))),
        _root=root,
    )


def _phrases(data: Mapping[str, Any]) -> Iterator[tuple[str, Meaning]]:
    for name, entry in data["trigger"].items():
        for phrase, form in _forms(entry):
            yield phrase, Meaning("trigger", name, form)
    for family, kinds in data["head"].items():
        yield from _values("head", kinds, prefix=f"{family}:")
    yield from _values("level", data["level"]["nouns"])
    yield from _values("modifier", data["level"]["modifiers"])
    for side, phrases in data["level"]["spoilers"].items():
        yield from _words(f"spoiler.{side}", phrases)
    yield from _values("cue", data["cue"])
    yield from _values("cue_after", data["cue_after"])
    for group, phrases in data["words"].items():
        yield from _words(group, phrases)
    yield from _date_phrases(data["date"])


def _values(
    group: str, table: Mapping[str, Iterable[str]], prefix: str = ""
) -> Iterator[tuple[str, Meaning]]:
    """Phrases that stand for the key of their list."""
    for value, phrases in table.items():
        for phrase in _expand(phrases):
            yield phrase, Meaning(group, prefix + value)


def _words(group: str, phrases: Iterable[str]) -> Iterator[tuple[str, Meaning]]:
    """Phrases that stand for themselves."""
    for phrase in _expand(phrases):
        yield phrase, Meaning(group, phrase)


def _date_phrases(data: Mapping[str, Any]) -> Iterator[tuple[str, Meaning]]:
    for group in ("months", "weekdays", "numbers"):
        for number, names in enumerate(data.get(group, ()), start=1):
            for name in _expand(names.split("|")):
                yield name, Meaning(f"date.{group}", str(number))
    for group, phrases in data.items():
        if group not in {"months", "weekdays", "numbers"} and isinstance(phrases, list):
            for phrase in _expand(phrases):
                yield phrase, Meaning("date.word" if group != "range" else "date.range", group)


_VERB_FORMS = ("base", "present", "past", "participle", "gerund")


def _forms(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every form of a trigger; a past that is also the participle is "ed"."""
    for verb in entry.get("verbs", ()):
        forms = dict(zip(_VERB_FORMS, verb.split("|"), strict=True))
        if forms["past"] == forms["participle"]:
            forms["ed"] = forms.pop("past")
            del forms["participle"]
        if forms.get("ed") == forms["base"] or forms.get("past") == forms["base"]:
            del forms["base"]  # "set up", "cut": read as the past, which headlines mean as well
        for form, phrase in forms.items():
            yield phrase, form
    for form in ("base", "bare", "present", "past", "ed", "participle", "gerund", "noun", "future"):
        for phrase in _expand(entry.get(form, ())):
            yield phrase, form
    for noun in _expand(entry.get("nouns", ())):
        yield noun, "noun"


_BRACES = re.compile(r"\{([^{}]*)\}")


def _expand(phrases: Iterable[str]) -> Iterator[str]:
    """``договор{,а,у}`` stands for договор, договора and договору."""
    for phrase in phrases:
        match = _BRACES.search(phrase)
        if match is None:
            yield phrase
            continue
        for ending in match.group(1).split(","):
            yield from _expand([phrase[: match.start()] + ending + phrase[match.end() :]])


def _gate_words(data: Mapping[str, Any]) -> set[str]:
    words: set[str] = set()
    for entry in data["trigger"].values():
        for phrase, _ in _forms(entry):
            tokens = tokenize(phrase)
            words.add(max((token.word for token in tokens), key=len) if data["spaced"] else phrase)
    return words
