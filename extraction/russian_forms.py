"""The cases of Russian names, so that the lists need only the nominative.

Good enough to find names, not to write them: an impossible form does no harm.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_ADJECTIVE_ENDINGS: Final = (
    ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими"),
    ("о",),  # first half of compounds: "вьетнамско-российский"
)
_PEOPLE_ENDINGS: Final = ("ец", "ца", "цу", "цем", "цы", "цев", "цам", "цами", "цах")
_VOWELS: Final = "аеёиоуыэюя"

# Endings by case: nominative, genitive, dative, accusative, instrumental, prepositional.
_Cases = tuple[str, ...]
_HARD: Final = ("", "а", "у", "", "ом", "е")
_SURNAME: Final = ("", "а", "у", "а", "ым", "е")

_ADJECTIVES: Final[tuple[_Cases, ...]] = (
    ("ий", "ого", "ому", "ий", "им", "ом"),
    ("ый", "ого", "ому", "ый", "ым", "ом"),
    ("ой", "ого", "ому", "ой", "ым", "ом"),
    ("ая", "ой", "ой", "ую", "ой", "ой"),
    ("ое", "ого", "ому", "ое", "ым", "ом"),
    ("ые", "ых", "ым", "ые", "ыми", "ых"),
    ("ие", "их", "им", "ие", "ими", "их"),
)
# The first whose nominative fits; a longer ending stands before the shorter one that it holds.
_NOUNS: Final[tuple[_Cases, ...]] = (
    ("ия", "ии", "ии", "ию", "ией", "ии"),
    ("я", "и", "е", "ю", "ей", "е"),
    ("ий", "ия", "ию", "ий", "ием", "ии"),
    ("й", "я", "ю", "й", "ем", "е"),
    ("ие", "ия", "ию", "ие", "ием", "ии"),
    ("ка", "ки", "ке", "ку", "кой", "ке"),
    ("га", "ги", "ге", "гу", "гой", "ге"),
    ("ша", "ши", "ше", "шу", "шей", "ше"),
    ("а", "ы", "е", "у", "ой", "е"),
    ("ты", "тов", "там", "ты", "тами", "тах"),
    ("ды", "дов", "дам", "ды", "дами", "дах"),
    ("ы", "", "ам", "ы", "ами", "ах"),
    ("ь", "я", "ю", "ь", "ем", "е"),
    ("ство", "ства", "ству", "ство", "ством", "стве"),
)
# "Республика Казахстан" keeps its second word; some writers decline it all the same.
_TITLES: Final = frozenset({"Республика", "Королевство", "Княжество", "Государство"})


def russian_adjective(stem: str) -> Iterator[str]:
    """All endings of an adjective given by its stem: "вьетнамск"."""
    for endings in _ADJECTIVE_ENDINGS:
        yield from (stem + ending for ending in endings)


def russian_people(stem: str) -> Iterator[str]:
    """Inhabitants named with "-ец": "вьетнамец", "вьетнамцы"."""
    yield from (stem + ending for ending in _PEOPLE_ENDINGS)


def russian_cases(name: str) -> set[str]:
    """The cases of the name of a state, city or body.

    Adjectives decline up to and with the first noun, what follows it stays ("Организации
    Объединённых Наций"), but for what "и" joins. "Египет|Египт" gives the stem of the other cases
    where a vowel drops out; "=Беларусью" is taken as it is.
    """
    if name.startswith("="):
        return {name[1:]}
    nominative, _, oblique = name.partition("|")
    if oblique:
        return {nominative, *(oblique + ending for ending in _HARD if ending)}
    words = nominative.split(" ")
    cases = _join([*_declined(words)])
    if len(words) == 2 and words[0] in _TITLES:
        cases |= _join([_noun(word) for word in words])
    return cases


def russian_person(name: str) -> set[str]:
    """The cases of a person's name: all words declined, only the last, or all but the last.

    Both "-ым" and "-ом" for names in "-ин": Путиным, but Цзиньпином.
    """
    words = name.split(" ")
    cases = set()
    for instrumental in (_SURNAME, _HARD):
        tables = [_person(word, instrumental) for word in words]
        fixed: list[_Cases] = [_still(word) for word in words[:-1]]
        cases |= _join(tables) | _join([*fixed, tables[-1]])
        cases |= _join([*tables[:-1], _still(words[-1])])
    return cases


def _declined(words: list[str]) -> Iterator[_Cases]:
    open_phrase = True
    for index, word in enumerate(words):
        if word == "и":
            open_phrase = True
            yield _still(word)
        elif not open_phrase:
            yield _still(word)
        elif index + 1 < len(words) and (forms := _adjective(word)):
            yield forms
        else:
            yield _noun(word)
            open_phrase = False


def _join(tables: list[_Cases]) -> set[str]:
    return {" ".join(forms) for forms in zip(*tables, strict=True)}


def _still(word: str) -> _Cases:
    return (word,) * 6


def _adjective(word: str) -> _Cases:
    """The cases of an adjective; empty when the word is none."""
    for table in _ADJECTIVES:
        if word.endswith(table[0]):
            return _with(word, table)
    return ()


def _noun(word: str) -> _Cases:
    for table in _NOUNS:
        if word.endswith(table[0]):
            return _with(word, table)
    if word.lower()[-1:] in _VOWELS or word.isupper():
        return _still(word)
    return tuple(word + ending for ending in _HARD)


def _person(word: str, instrumental: _Cases) -> _Cases:
    if word.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return tuple(word + ending for ending in instrumental)
    return _adjective(word) or _noun(word)


def _with(word: str, table: _Cases) -> _Cases:
    stem = word[: len(word) - len(table[0])]
    return tuple(stem + ending for ending in table)
