"""The gazetteer's data turned into look-up tables, one for each language."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any, Final

from extraction.name_forms import (
    capitals,
    english_people,
    french_people,
    russian_adjective,
    russian_cases,
    russian_people,
    spanish_people,
    without_accents,
)

LANGUAGES: Final = ("en", "fr", "es", "ru", "vi", "zh")


class NameKind(StrEnum):
    """What sort of name points to a state or organisation."""

    COUNTRY = "country"
    ABBREVIATION = "abbreviation"
    ORGANISATION = "organisation"
    DEMONYM = "demonym"
    """An adjective or the inhabitants."""
    LEADER = "leader"
    AGENCY = "agency"
    COMPANY = "company"
    CAPITAL = "capital"
    """A seat of government: a place as often as a party."""
    SEAT = "seat"
    """A palace or street that stands for a government."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one surface form means."""

    codes: tuple[str, ...]
    kind: NameKind | None
    """None for a look-alike, which means nothing."""
    rule: str = ""
    """Name of the check in :mod:`extraction.name_rules` that the context must pass."""
    place: str = ""
    """The English name of the city, for capitals and seats."""
    parts: tuple[tuple[int, str], ...] = ()
    """For Chinese pairs: length and code of each character."""


LOOKALIKE: Final = Entry((), None)
Table = dict[str, Entry]


@cache
def data() -> Mapping[str, Any]:
    """The vendored gazetteer."""
    path = resources.files("extraction") / "data" / "gazetteer.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def is_han(char: str) -> bool:
    """Whether a character is written without spaces around words."""
    return char >= "\u2e80" and not "\uac00" <= char <= "\ud7af"


def _is_cyrillic(text: str) -> bool:
    return any("\u0400" <= char <= "\u04ff" for char in text)


def _fits(text: str, language: str) -> bool:
    """Whether a name, listed without its language, is in a script that this language writes."""
    if any(is_han(char) for char in text):
        return language == "zh"
    return _is_cyrillic(text) == (language == "ru") or (language == "ru" and text.isascii())


def build_table(language: str) -> Table:
    """Every surface form of one language; where several claim it, the first stays."""
    table: Table = {}
    for surface, entry in _own_names(language):
        table.setdefault(surface, entry)
    for surface, entry in _bodies_and_seats(language):
        table.setdefault(surface, entry)
    if language != "en":
        for surface, entry in _english_guests(language):
            table.setdefault(surface, entry)
    for surface in _lookalikes(language):
        table.setdefault(surface, LOOKALIKE)
    for surface, entry in _paired(language):
        table.setdefault(surface, entry)
    return table


_RULES: Final = {"en": "english", "vi": "vietnamese"}


def _own_names(language: str) -> Iterator[tuple[str, Entry]]:
    kinds = data()["names"][language]
    for kind in NameKind:
        for code, names in kinds.get(kind.value, {}).items():
            for name in names:
                entry = Entry(
                    tuple(code.split("|")),
                    kind,
                    _rule(language, name),
                    _place(language, kind, code, name),
                )
                for form in _forms(language, kind, name):
                    yield form, entry
    for code, stems in kinds.get("adjective", {}).items():
        entry = Entry(tuple(code.split("|")), NameKind.DEMONYM)
        for stem in stems:
            for form in russian_adjective(stem):
                for variant in capitals(form):
                    yield variant, entry


def _rule(language: str, name: str) -> str:
    if language == "vi" and " " not in name and "-" not in name and not name.isupper():
        return "syllable" if not name.isascii() or len(name) < 5 else ""
    return "english" if language == "en" else ""


def _place(language: str, kind: NameKind, code: str, name: str) -> str:
    """The English name of a capital: the first listed where the name is foreign."""
    if kind is not NameKind.CAPITAL:
        return ""
    if language == "en":
        return name
    own = data()["names"][language]["capital"][code]
    english: list[str] = data()["names"]["en"]["capital"].get(code, [])
    index = own.index(name)
    return english[0] if english and (index == 0 or index >= len(english)) else name


def _forms(language: str, kind: NameKind, name: str) -> Iterator[str]:
    if kind is NameKind.ABBREVIATION or language == "zh":
        yield name
        return
    for form in _grammatical(language, kind, name):
        yield from capitals(form)
        if language in {"fr", "es"} and len(form) > 4:
            yield from capitals(without_accents(form))


def _grammatical(language: str, kind: NameKind, name: str) -> Iterable[str]:
    people: dict[str, Callable[[str], Iterable[str]]] = {
        "en": english_people,
        "fr": french_people,
        "es": spanish_people,
        "ru": russian_people,
    }
    if kind is NameKind.DEMONYM:
        return people[language](name) if language in people else (name,)
    if language == "ru":
        head, _, oblique = name.partition("|")
        return russian_cases(head, oblique=oblique or None)
    return (name,)


def _bodies_and_seats(language: str) -> Iterator[tuple[str, Entry]]:
    rule = _RULES.get(language, "") if language == "en" else ""
    for kind in (NameKind.AGENCY, NameKind.COMPANY):
        for code, names in data()["bodies"][kind.value].items():
            for form in _foreign_forms(language, names):
                yield form, Entry((code,), kind, rule)
    for seat in data()["seats"]:
        for form in _foreign_forms(language, seat["names"]):
            yield form, Entry((seat["code"],), NameKind.SEAT, rule, seat["place"])


def _foreign_forms(language: str, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if _fits(name, language):
            cases = russian_cases(name) if language == "ru" and _is_cyrillic(name) else (name,)
            for form in cases:
                yield form
                yield form.upper() if len(form.upper()) == len(form) else form


# English names that are other words in these languages, in capitals or not.
_NOT_A_GUEST: Final = {
    "fr": frozenset({"UN", "EU", "U.N.", "Jordan", "Chad", "Turkey", "AUC", "SCO", "Georgia"}),
    "es": frozenset({"UN", "EU", "Jordan", "Chad", "Turkey", "U.N."}),
    "vi": frozenset({"Jordan River"}),
}
_GUESTS: Final = (
    NameKind.COUNTRY,
    NameKind.ABBREVIATION,
    NameKind.ORGANISATION,
    NameKind.CAPITAL,
)


def _english_guests(language: str) -> Iterator[tuple[str, Entry]]:
    """English names in texts of another language, but for those that are words there."""
    refused = _NOT_A_GUEST.get(language, frozenset())
    kinds = data()["names"]["en"]
    for kind in _GUESTS:
        for code, names in kinds.get(kind.value, {}).items():
            for name in names:
                if name not in refused:
                    place = name if kind is NameKind.CAPITAL else ""
                    yield name, Entry(tuple(code.split("|")), kind, "", place)


def _lookalikes(language: str) -> Iterator[str]:
    for tongue in {language, "en"}:
        for name in data()["lookalikes"].get(tongue, ()):
            yield from (name,) if language == "zh" else capitals(name)


def _paired(language: str) -> Iterator[tuple[str, Entry]]:
    pairs = data()["pairs"]
    for name, codes in pairs["prefixes"].get(language, {}).items():
        entry = Entry(tuple(codes.split()), NameKind.DEMONYM, "prefix")
        for form in capitals(name):
            yield form, entry
    for name, codes in pairs["halves"].get(language, {}).items():
        entry = Entry(tuple(codes.split()), NameKind.DEMONYM, "half")
        for form in capitals(name):
            yield form, entry
    if language == "zh":
        yield from _chinese_pairs(pairs["characters"])


def _chinese_pairs(characters: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    meaning = {"中": "CN", **characters["safe"], **characters["risky"]}
    for rule, known in (("pair", characters["safe"]), ("pair in context", characters["risky"])):
        for short in known:
            for names in (("中", short), (short, "中")):
                yield _joined(names, meaning, rule)
    for chain in characters["chains"]:
        yield _joined(tuple(chain), meaning, "pair")
    for chain in characters["others"]:
        split = (*chain[:-2], "印尼") if chain.endswith("印尼") else tuple(chain)
        yield _joined(split, meaning, "pair in context")
    for short in characters["sides"]:
        codes = tuple(meaning[short].split())
        yield f"{short}方", Entry(codes, NameKind.ABBREVIATION, "side")


def _joined(names: tuple[str, ...], meaning: Mapping[str, str], rule: str) -> tuple[str, Entry]:
    parts = tuple((len(name), meaning[name]) for name in names)
    codes = tuple(code for _, listed in parts for code in listed.split())
    return "".join(names), Entry(codes, NameKind.ABBREVIATION, rule, parts=parts)
