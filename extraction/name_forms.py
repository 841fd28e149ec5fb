"""The forms in which one name appears in running text: capitals, plurals, genders and cases.

The data files hold one form of each name; these rules make the rest when the gazetteer is loaded.
Too many forms do no harm (nobody writes them), a missing one loses a party.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from extraction.russian_forms import russian_cases, russian_people, russian_person


def capitals(name: str) -> Iterator[str]:
    """The name as written, as a headline in title case writes it, and in capitals."""
    yield name
    yield name[:1].upper() + name[1:]
    words = name.split(" ")
    if any(word[:1].islower() for word in words[1:]):
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
    for form in russian_person(name) if is_cyrillic(name) else (name,):
        plain = {form, form.replace("ё", "е")} if is_cyrillic(name) else {form, _plain_latin(form)}
        for variant in plain:
            yield variant
            if len(variant.upper()) == len(variant):
                yield variant.upper()


def _plain_latin(name: str) -> str:
    return without_accents(name).replace("đ", "d").replace("Đ", "D").replace("ø", "o")
