"""The phrases of a language as its file lists them, and the words that the gate looks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from extraction.tokens import words_of


class Meaning(NamedTuple):
    """One thing that a phrase can be: its group, its value there, its grammatical form."""

    group: str
    value: str
    form: str = ""


LOOKALIKE: Final = "other"
"""The value of phrases that only keep shorter ones from being read inside them."""


def phrases_of(data: Mapping[str, Any]) -> Iterator[tuple[str, Meaning]]:
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
    yield from _values("known", data.get("known", {}))
    for group, phrases in data["words"].items():
        yield from _words(group, phrases)
    yield from _date_phrases(data["date"])


def _values(
    group: str, table: Mapping[str, Iterable[str]], prefix: str = ""
) -> Iterator[tuple[str, Meaning]]:
    """Phrases that stand for the key of their list."""
    for value, phrases in table.items():
        for phrase in expand(phrases):
            yield phrase, Meaning(group, prefix + value)


def _words(group: str, phrases: Iterable[str]) -> Iterator[tuple[str, Meaning]]:
    """Phrases that stand for themselves; "!" marks what only looks like one of them."""
    for phrase in expand(phrases):
        name = phrase.removeprefix("!")
        yield name, Meaning(group, phrase if name == phrase else LOOKALIKE)


_OWN = frozenset({"range", "links", "before_month", "day_before", "day_alone", "ago_before"})
"""Words of dates that are groups of their own."""


def _date_phrases(data: Mapping[str, Any]) -> Iterator[tuple[str, Meaning]]:
    for group in ("months", "weekdays", "numbers"):
        for number, names in enumerate(data.get(group, ()), start=1):
            for name in expand(names.split("|")):
                yield name, Meaning(f"date.{group}", str(number))
    for group, phrases in data.items():
        if group not in {"months", "weekdays", "numbers"} and isinstance(phrases, list):
            own = group in _OWN
            for phrase in expand(phrases):
                yield phrase, Meaning(f"date.{group}" if own else "date.word", group)


_VERB_FORMS = ("base", "present", "past", "participle", "gerund")


_OTHER_FORMS = (*_VERB_FORMS, "bare", "ed", "noun", "future", "passive", "predicate")


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
    for form in _OTHER_FORMS:
        for phrase in expand(entry.get(form, ())):
            yield phrase, form
    for noun in expand(entry.get("nouns", ())):
        yield noun, "noun"


def uninflected(data: Mapping[str, Any]) -> Iterator[str]:
    for entry in data["trigger"].values():
        for verb in entry.get("verbs", ()):
            base, _, past, *_ = verb.split("|")
            if base == past:
                yield base


_BRACES = re.compile(r"\{([^{}]*)\}")


def expand(phrases: Iterable[str]) -> Iterator[str]:
    """``договор{,а,у}`` stands for договор, договора and договору."""
    for phrase in phrases:
        match = _BRACES.search(phrase)
        if match is None:
            yield phrase
            continue
        for ending in match.group(1).split(","):
            yield from expand([phrase[: match.start()] + ending + phrase[match.end() :]])


def deed_phrases(data: Mapping[str, Any]) -> Iterator[str]:
    for entry in data["trigger"].values():
        for phrase, _ in _forms(entry):
            yield phrase
    for group in ("absence", "absence_after", "prospect", "prospect_after"):
        yield from expand(data["words"].get(group, ()))


def understood_phrases(data: Mapping[str, Any]) -> Iterator[str]:
    for entry in data["trigger"].values():
        if entry.get("understood"):
            yield from (phrase for phrase, _ in _forms(entry))


def object_phrases(data: Mapping[str, Any]) -> Iterator[str]:
    for kinds in data["head"].values():
        for phrases in kinds.values():
            yield from expand(phrases)
    for phrases in data["level"]["nouns"].values():
        yield from expand(phrases)
    yield from expand(data["words"].get("bodies", ()))
    for entry in data["trigger"].values():
        if entry.get("object"):
            yield from (phrase for phrase, _ in _forms(entry))


def telling_words(
    phrases: Iterable[str], common: Mapping[str, int]
) -> Mapping[str, tuple[frozenset[str], ...]]:
    """A word of each phrase, and what else the phrases with this word hold.

    A text without any of the words holds no such phrase. They are the words that are phrases by
    themselves, and of each phrase without them its rarest.
    """
    split = [words_of(phrase) for phrase in phrases]
    alone = {words[0] for words in split if len(words) == 1}

    def rarity(word: str) -> tuple[bool, int, int]:
        return len(word) >= _TELLING, -common[word], len(word)

    found: dict[str, tuple[frozenset[str], ...]] = dict.fromkeys(alone, (frozenset(),))
    for words in split:
        if alone.isdisjoint(words):
            rare = max(words, key=rarity)
            found[rare] = (*found.get(rare, ()), frozenset(words))
    return found


_TELLING: Final = 5
"""Letters of a word that is hardly one of those which hold sentences together."""


def common_words(phrases: Iterable[tuple[str, Meaning]]) -> Counter[str]:
    """How many phrases hold each word, deeds and objects aside: "the" many, "ratified" few."""
    return Counter(
        word
        for phrase, meaning in phrases
        if meaning.group not in {"trigger", "head"}
        for word in words_of(phrase)
    )
