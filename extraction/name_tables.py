"""The gazetteer's data turned into look-up tables, one for each language."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from typing import Any, Final

from extraction.folding import fold
from extraction.leaders import Leader, Term
from extraction.name_forms import (
    body_forms,
    capitals,
    is_cyrillic,
    is_han,
    leader_forms,
    name_forms,
    people_forms,
)
from extraction.once import once
from extraction.russian_forms import russian_adjective

LANGUAGES: Final = ("en", "fr", "es", "ru", "vi", "zh")


class NameKind(StrEnum):
    """What sort of name points to a state or organisation."""

    COUNTRY = "country"
    ABBREVIATION = "abbreviation"
    ORGANISATION = "organisation"
    DEMONYM = "demonym"
    """An adjective or the inhabitants."""
    CAPITAL = "capital"
    """A seat of government: a place as often as a party."""
    SEAT = "seat"
    """A palace or street that stands for a government."""
    AGENCY = "agency"
    """A ministry or agency named without its state."""
    COMPANY = "company"
    LEADER = "leader"


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
    """For Chinese pairs: length and codes of each name in them."""
    terms: tuple[Term, ...] = ()
    """For leaders: the offices that the name held."""

    @property
    def weak(self) -> bool:
        """Whether it gives way to any full name that it overlaps."""
        return bool(self.parts) or self.rule == "side"


CITY_STATES: Final = frozenset({"DJ", "LU", "MC", "SG", "SM"})
"""Whose name is also that of their capital."""
# Where the listed capitals are several cities; everywhere else they are spellings of one.
_SEVERAL_CITIES: Final = frozenset(
    {"BI", "BJ", "BO", "CI", "IL", "LK", "MM", "MY", "NL", "PW", "SD", "TZ", "YE", "ZA"}
)
_SPELLINGS: Final = {
    "the Hague": "The Hague",
    "Sana'a": "Sanaa",
    "Nay Pyi Taw": "Naypyidaw",
    "Naypyitaw": "Naypyidaw",
}
LOOKALIKE: Final = Entry((), None)
Forms = Iterator[tuple[str, Entry]]


@once
def data() -> Mapping[str, Any]:
    """The vendored gazetteer."""
    path = resources.files("extraction") / "data" / "gazetteer.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def build_table(language: str, leaders: Iterable[Leader]) -> dict[str, Entry]:
    """Every surface form of one language; where several claim one, the first stays."""
    table: dict[str, Entry] = {}
    for source in (
        _own_names(language),
        _bodies(language),
        _seats(language),
        _leaders(language, leaders),
        _guests(language),
        _lookalikes(language),
        _paired(language),
    ):
        for surface, entry in source:
            table.setdefault(surface if surface.isascii() else fold(surface).text, entry)
    return table


def _own_names(language: str) -> Forms:
    kinds = data()["names"][language]
    for kind in NameKind:
        for code, names in kinds.get(kind.value, {}).items():
            codes = tuple(code.split("|"))
            for name in names:
                entry = Entry(
                    codes, kind, _rule(language, name), _place(language, kind, code, name)
                )
                for form in _forms(language, kind, name):
                    yield form, entry
    for code, stems in kinds.get("adjective", {}).items():
        entry = Entry(tuple(code.split("|")), NameKind.DEMONYM)
        for stem in stems:
            for form in russian_adjective(stem):
                for variant in capitals(form):
                    yield variant, entry


def _forms(language: str, kind: NameKind, name: str) -> Iterator[str]:
    if kind is NameKind.ABBREVIATION or language == "zh":
        return iter((name,))
    if kind is NameKind.DEMONYM:
        return people_forms(language, name)
    return name_forms(language, name)


_RULES: Final = {"en": "english", "fr": "romance", "es": "romance"}
_SPECIAL_RULES: Final = {("ru", "Того"): "not a word"}


def _rule(language: str, name: str) -> str:
    if language == "vi" and name.isalpha() and not name.isupper() and len(name) < 5:
        return "syllable"
    return _SPECIAL_RULES.get((language, name)) or _RULES.get(language, "")


def _place(language: str, kind: NameKind, code: str, name: str) -> str:
    """The English name of a capital; the lists have several capitals in one order."""
    if kind is NameKind.COUNTRY and code in CITY_STATES:
        return str(data()["states"][code])
    if kind is not NameKind.CAPITAL:
        return ""
    english: list[str] = data()["names"]["en"]["capital"].get(code, [name])
    own: list[str] = data()["names"][language]["capital"][code]
    position = own.index(name) if code in _SEVERAL_CITIES else 0
    city = english[position] if position < len(english) else english[0]
    return _SPELLINGS.get(city, city)


def _script_fits(name: str, language: str) -> bool:
    """Whether a name, listed without its language, is in a script that this language writes."""
    if any(is_han(char) for char in name):
        return language == "zh"
    return language == "ru" if is_cyrillic(name) else language != "ru" or name.isascii()


def _bodies(language: str) -> Forms:
    for kind in (NameKind.AGENCY, NameKind.COMPANY):
        for code, names in data()["bodies"][kind.value].items():
            entry = Entry((code,), kind, _RULES.get(language, ""))
            for name in names:
                if _script_fits(name, language):
                    for form in body_forms(name):
                        yield form, entry


def _seats(language: str) -> Forms:
    for seat in data()["seats"]:
        entry = Entry((seat["code"],), NameKind.SEAT, _RULES.get(language, ""), seat["place"])
        for name in seat["names"]:
            if _script_fits(name, language):
                for form in body_forms(name):
                    yield form, entry


def _leaders(language: str, leaders: Iterable[Leader]) -> Forms:
    terms: dict[str, dict[Term, None]] = defaultdict(dict)
    for leader in leaders:
        for name in leader.names:
            if _script_fits(name, language):
                for form in leader_forms(name):
                    terms[form][leader.term] = None
    for form, held in terms.items():
        codes = tuple(sorted({term.code for term in held}))
        rule = _RULES.get(language, "")
        yield form, Entry(codes, NameKind.LEADER, rule, terms=tuple(held))


# English names that are other words in these languages, in capitals or not.
_NOT_A_GUEST: Final = {
    "fr": frozenset({"UN", "EU", "U.N.", "Jordan", "Chad", "Turkey", "SCO", "Georgia"}),
    "es": frozenset({"UN", "EU", "U.N.", "Jordan", "Turkey"}),
}
_GUESTS: Final = (
    NameKind.COUNTRY,
    NameKind.ABBREVIATION,
    NameKind.ORGANISATION,
    NameKind.CAPITAL,
)


def _guests(language: str) -> Forms:
    """English names in texts of another language, but for those that are words there."""
    if language == "en":
        return
    refused = _NOT_A_GUEST.get(language, frozenset())
    kinds = data()["names"]["en"]
    for kind in _GUESTS:
        for code, names in kinds.get(kind.value, {}).items():
            for name in names:
                if name not in refused:
                    place = name if kind is NameKind.CAPITAL else ""
                    yield name, Entry(tuple(code.split("|")), kind, "", place)


def _lookalikes(language: str) -> Forms:
    for tongue in (language, "en"):
        for name in data()["lookalikes"].get(tongue, ()):
            for form in (name,) if tongue == "zh" else capitals(name):
                yield form, LOOKALIKE


def _paired(language: str) -> Forms:
    pairs = data()["pairs"]
    for rule, listed in (("prefix", pairs["prefixes"]), ("half", pairs["halves"])):
        for name, codes in listed.get(language, {}).items():
            entry = Entry(tuple(codes.split()), NameKind.DEMONYM, rule)
            for form in capitals(name):
                yield form, entry
    for name, codes in pairs.get("groups", {}).get(language, {}).items():
        for form in capitals(name):
            yield form, _of_group(form, codes.split())
    if language == "zh":
        yield from _chinese_pairs(pairs["characters"])


def _of_group(name: str, codes: list[str]) -> Entry:
    """ "the two Koreas": each word of the phrase stands for one of the states."""
    words = [len(word) for word in re.findall(r"[^ -]+[ -]*", name)]
    words[len(codes) - 1 :] = [sum(words[len(codes) - 1 :])]
    parts = tuple(zip(words, codes, strict=True))
    return Entry(tuple(codes), NameKind.COUNTRY, parts=parts)


def _chinese_pairs(characters: Mapping[str, Any]) -> Forms:
    written = characters["traditional"]
    meaning = {"中": "CN", **characters["safe"], **characters["risky"]}
    meaning |= {written[short]: meaning[short] for short in written}
    for rule, known in (("pair", characters["safe"]), ("pair in context", characters["risky"])):
        for short in known:
            for pair in (("中", short), (short, "中")):
                yield from _both_scripts(pair, meaning, rule, written)
    for rule, listed in (("pair", characters["chains"]), ("pair in context", characters["others"])):
        for chain in listed:
            names, meant = _meant_by(chain, meaning)
            yield from _both_scripts(names, meant, rule, written)
    for short in characters["sides"]:
        codes = tuple(meaning[short].split())
        yield f"{short}方", Entry(codes, NameKind.ABBREVIATION, "side")
    yield from _chinese_officers(characters, meaning)


def _meant_by(
    chain: str | Mapping[str, str], meaning: Mapping[str, str]
) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """The characters of a chain and whom they mean: some chains say so themselves.

    {俄乌: RU UA|UZ}: 乌 alone is any of four states, beside 俄 one of two.
    """
    if isinstance(chain, str):
        names = (*chain[:-2], "印尼") if chain.endswith("印尼") else tuple(chain)
        return names, meaning
    characters, codes = next(iter(chain.items()))
    each = [code.replace("|", " ") for code in codes.split()]
    return tuple(characters), dict(zip(characters, each, strict=True))


def _chinese_officers(characters: Mapping[str, Any], meaning: Mapping[str, str]) -> Forms:
    """ "俄总统", "美财长", "与台断交": a state before a word that is not part of its name."""
    meant = {short: meaning[short] for short in characters["officers"]}
    for states, nouns in (
        (meant, characters["titles"]),
        (characters["partners"], characters["bonds"]),
    ):
        for short, codes in states.items():
            part = ((len(short), codes),)
            entry = Entry(tuple(codes.split()), NameKind.ABBREVIATION, "side", parts=part)
            for noun in nouns:
                yield short + noun, entry


def _both_scripts(
    names: tuple[str, ...], meaning: Mapping[str, str], rule: str, written: Mapping[str, str]
) -> Forms:
    """A chain as it stands, in traditional characters, and a pair the other way round."""
    older = tuple(written.get(name, name) for name in names)
    meaning = {**meaning, **{written[name]: meaning[name] for name in names if name in written}}
    for one in dict.fromkeys((names, older)):
        yield _joined(one, meaning, rule)
        if rule == "pair in context" and len(one) == _PAIR:
            yield _joined(one[::-1], meaning, rule)


_PAIR: Final = 2


def _joined(names: tuple[str, ...], meaning: Mapping[str, str], rule: str) -> tuple[str, Entry]:
    parts = tuple((len(name), meaning[name]) for name in names)
    codes = tuple(code for _, listed in parts for code in listed.split())
    return "".join(names), Entry(codes, NameKind.ABBREVIATION, rule, parts=parts)
