"""The forms in which one name appears in running text: capitals, plurals, genders and cases.

The data files hold one form of each name; these rules make the rest when the gazetteer is loaded.
Too many forms do no harm (nobody writes them), a missing one loses a party.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

_SMALL_WORDS: Final = frozenset(
    [
        "of",
        "the",
        "and",
        "in",
        "for",
        "to",
        "on",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "et",
        "del",
        "los",
        "las",
        "y",
        "e",
        "el",
        "da",
        "do",
        "dos",
    ]
)


def capitals(name: str) -> Iterator[str]:
    """The name as written, as a headline in title case writes it, and in capitals."""
    yield name
    yield name[:1].upper() + name[1:]
    words = name.split(" ")
    if any(word in _SMALL_WORDS for word in words[1:]):
        yield " ".join(word[:1].upper() + word[1:] for word in words)
    shout = name.upper()
    # "ß" and a few ligatures grow when raised; nobody writes those names in capitals.
    if len(shout) == len(name):
        yield shout


def is_han(char: str) -> bool:
    """Whether a character is written without spaces around words."""
    return char >= "\u2e80" and not "\uac00" <= char <= "\ud7af"


def is_cyrillic(name: str) -> bool:
    """Whether a name holds a Cyrillic letter."""
    return any("\u0400" <= char <= "\u04ff" for char in name)


def without_accents(name: str) -> str:
    """The name as typed on a keyboard without accents ("Etats-Unis")."""
    plain = unicodedata.normalize("NFD", name)
    return "".join(char for char in plain if not unicodedata.combining(char))


def english_people(word: str) -> Iterator[str]:
    """An adjective that also names inhabitants: "Kazakh", "Kazakhs"; "Chinese" only."""
    yield word
    if not word.endswith(("s", "sh", "ch", "ese", "men", "man", "Dutch")):
        yield f"{word}s"


_FRENCH_FEMININE: Final = (
    ("ien", "ienne"),
    ("éen", "éenne"),
    ("ain", "aine"),
    ("ais", "aise"),
    ("ois", "oise"),
    ("and", "ande"),
    ("ol", "ole"),
    ("an", "ane"),
    ("in", "ine"),
    ("i", "ie"),
    ("l", "le"),
    ("d", "de"),
)


def french_people(word: str) -> Iterator[str]:
    """Masculine, feminine and their plurals of a French adjective."""
    feminine = next(
        (word.removesuffix(end) + new for end, new in _FRENCH_FEMININE if word.endswith(end)), word
    )
    for form in (word, feminine):
        yield form
        if not form.endswith(("s", "x")):
            yield f"{form}s"


def spanish_people(word: str) -> Iterator[str]:
    """Both genders and numbers of a Spanish adjective."""
    yield word
    if word.endswith("o"):
        stem = word[:-1]
        yield from (f"{stem}a", f"{stem}os", f"{stem}as")
    elif word.endswith(("és", "án", "ón", "ín")):
        stem = without_accents(word)
        yield from (f"{stem}a", f"{stem}es", f"{stem}as")
    elif word.endswith(("í", "ú")):
        yield from (f"{word}es", f"{word}s")
    elif word.endswith(("a", "e")):
        yield f"{word}s"
    else:
        yield from (f"{word}a", f"{word}es", f"{word}as")


# --- Russian -------------------------------------------------------------------------------

_ADJECTIVE: Final = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")
_PEOPLE_EC: Final = ("ец", "ца", "цу", "цем", "цы", "цев", "цам", "цами", "цах")
_VOWELS: Final = "аеёиоуыэюя"

# Endings by case: nominative, genitive, dative, accusative, instrumental, prepositional.
_HARD: Final = ("", "а", "у", "", "ом", "е")
_SURNAME: Final = ("", "а", "у", "а", "ым", "е")
_SOFT_MASCULINE: Final = ("ь", "я", "ю", "ь", "ем", "е")
_SHORT_I: Final = ("й", "я", "ю", "й", "ем", "е")
_IYA: Final = ("ия", "ии", "ии", "ию", "ией", "ии")
_YA: Final = ("я", "и", "е", "ю", "ей", "е")
_A: Final = ("а", "ы", "е", "у", "ой", "е")
_A_SOFTENED: Final = ("а", "и", "е", "у", "ой", "е")
_SHA: Final = ("а", "и", "е", "у", "ей", "е")
_PLURAL_Y: Final = ("ы", "", "ам", "ы", "ами", "ах")
_PLURAL_OV: Final = ("ы", "ов", "ам", "ы", "ами", "ах")
_ADJ_MASCULINE: Final = ("ий", "ого", "ому", "ий", "им", "ом")
_ADJ_HARD: Final = ("ый", "ого", "ому", "ый", "ым", "ом")
_ADJ_FEMININE: Final = ("ая", "ой", "ой", "ую", "ой", "ой")
_ADJ_NEUTER: Final = ("ое", "ого", "ому", "ое", "ым", "ом")
_ADJ_PLURAL: Final = ("ые", "ых", "ым", "ые", "ыми", "ых")
_NEUTER: Final = ("о", "а", "у", "о", "ом", "е")
_IE: Final = ("ие", "ия", "ию", "ие", "ием", "ии")

_BY_ENDING: Final = (
    ("ия", _IYA),
    ("ая", _ADJ_FEMININE),
    ("ое", _ADJ_NEUTER),
    ("ые", _ADJ_PLURAL),
    ("ие", _IE),
    ("ий", _ADJ_MASCULINE),
    ("ый", _ADJ_HARD),
    ("й", _SHORT_I),
    ("я", _YA),
    ("ка", _A_SOFTENED),
    ("га", _A_SOFTENED),
    ("ша", _SHA),
    ("а", _A),
    ("ты", _PLURAL_OV),
    ("ды", _PLURAL_OV),
    ("ы", _PLURAL_Y),
    ("ь", _SOFT_MASCULINE),
    ("ство", _NEUTER),
)


def russian_adjective(stem: str) -> Iterator[str]:
    """All endings of an adjective given by its stem ("вьетнамск"), and the "-о" of compounds."""
    yield from (stem + ending for ending in _ADJECTIVE)
    yield f"{stem}о"


def russian_people(stem: str) -> Iterator[str]:
    """Inhabitants named with "-ец" ("вьетнамец", "вьетнамцы")."""
    yield from (stem + ending for ending in _PEOPLE_EC)


# "Республика Казахстан": only the first word declines, if the second is a name by itself.
_HEADS: Final = frozenset({"Республика", "Королевство", "Княжество", "Государство"})


def russian_cases(name: str, *, person: bool = False) -> set[str]:
    """The cases of a name in the nominative, word by word where it has several.

    "Египет|Египт" gives the stem of the other cases where a vowel drops out; "=Беларусью" is
    taken as it is.
    """
    if name.startswith("="):
        return {name[1:]}
    nominative, _, oblique = name.partition("|")
    if oblique:
        return {nominative, *(oblique + ending for ending in _HARD if ending)}
    words = nominative.split(" ")
    tables = [tuple(_word_cases(word, person=person)) for word in words]
    cases = {" ".join(forms) for forms in zip(*tables, strict=True)}
    if len(words) > 1 and (person or words[0] in _HEADS):
        fixed = slice(0, -1) if person else slice(1, None)
        for index in range(len(words))[fixed]:
            tables[index] = (words[index],) * 6
        cases |= {" ".join(forms) for forms in zip(*tables, strict=True)}
    return cases


def _word_cases(word: str, *, person: bool) -> Iterable[str]:
    if not word[:1].isupper() and not word.endswith(("ий", "ая", "ое", "ый", "союз", "альянс")):
        return (word,) * 6  # "Совет сотрудничества ...": what follows the head stays
    if "-" in word:
        head, _, tail = word.rpartition("-")
        return (f"{head}-{form}" for form in _word_cases(tail, person=person))
    lower = word.lower()
    if person and lower.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return (word + ending for ending in _SURNAME)
    for ending, table in _BY_ENDING:
        if lower.endswith(ending):
            stem = word[: len(word) - len(table[0])]
            return (stem + other for other in table)
    if lower[-1:] in _VOWELS or word.isupper():
        return (word,) * 6
    return (word + ending for ending in _HARD)


# --- put together ---------------------------------------------------------------------------

_PEOPLE: Final[Mapping[str, Callable[[str], Iterable[str]]]] = {
    "en": english_people,
    "fr": french_people,
    "es": spanish_people,
    "ru": russian_people,
}


def people_forms(language: str, word: str) -> Iterator[str]:
    """All forms of an adjective or of inhabitants."""
    for form in _PEOPLE[language](word) if language in _PEOPLE else (word,):
        yield from _written(language, form)


def name_forms(language: str, name: str) -> Iterator[str]:
    """All forms of the name of a state, city or organisation."""
    for form in russian_cases(name) if language == "ru" and not name.isascii() else (name,):
        yield from _written(language, form)


def _written(language: str, form: str) -> Iterator[str]:
    yield from capitals(form)
    if language in {"fr", "es"} and len(form) > 4 and not form.isascii():
        yield from capitals(without_accents(form))
    if language == "ru" and "ё" in form:
        yield from capitals(form.replace("ё", "е"))
    if language == "en" and form.startswith(("North ", "South ")):
        yield form.replace(" ", "-", 1)


def body_forms(name: str) -> Iterator[str]:
    """An agency, company or palace: as written, in capitals, declined when Russian."""
    for form in russian_cases(name) if is_cyrillic(name) else (name,):
        yield form
        if len(form.upper()) == len(form):
            yield form.upper()


def leader_forms(name: str) -> Iterator[str]:
    """A person: as written, in capitals, without accents, declined when Russian."""
    if any(is_han(char) for char in name):
        yield name
        return
    for form in russian_cases(name, person=True) if is_cyrillic(name) else (name,):
        plain = {form, form.replace("ё", "е")} if is_cyrillic(name) else {form, _plain_latin(form)}
        for variant in plain:
            yield variant
            if len(variant.upper()) == len(variant):
                yield variant.upper()


def _plain_latin(name: str) -> str:
    return without_accents(name).replace("đ", "d").replace("Đ", "D").replace("ø", "o")
