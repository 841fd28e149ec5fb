"""Levels of relations as bags of words, because their names are open vocabulary.

"Comprehensive strategic partnership" holds {comprehensive, strategic, partnership}. Outlets drop a
word or add an ornament ("for peace and prosperity"); the bag of what is left decides. Which level
is higher differs from country to country and is not asked here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from alerting.matching.words import fold
from alerting.merging.topics import topics_of

_HEADS: Final = {
    "partnership": "partnership",
    "partnerships": "partnership",
    "partner": "partnership",
    "partners": "partnership",
    "alliance": "alliance",
    "allied": "alliance",
    "allies": "alliance",
    "ally": "alliance",
}
# Words that stand beside a level without being part of its name.
_BESIDE = (
    "a an the of and or to their its our formal new bilateral relations relationship ties level "
    "status between with"
)
_IDLE: Final = frozenset(_BESIDE.split())
# What follows is a purpose ("for a new era", "in Asia and the world"), not a modifier.
_SUFFIX: Final = re.compile(r"\b(?:for|in|on|towards?|covering)\b")
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

_CREATES: Final = re.compile(
    r"\b(?:establish|elevat|upgrad|rais|lift|creat|transition|launch|set(?:ting)?[ -]up)\w*"
)
_RELATIONS: Final = re.compile(
    r"\b(?:diplomatic (?:relations|ties)|relations at (?:the )?\w+ level)"
)
_LEVEL_NAME: Final = re.compile(
    r"\b((?:(?:all-weather|comprehensive|strategic|special|privileged|enhanced|global|cooperative|"
    r"extensive|permanent|eternal|expanded|friendly|sectoral|green|digital|innovative)[ -]+"
    r"(?:and[ -]+)?)*"
    r"(?:partnership|alliance|allied relations))\b"
)


@lru_cache(maxsize=1024)
def bag_of(level: str) -> frozenset[str]:
    """What a level's name is made of, without ornaments: purposes, articles, "relations".

    A field of work counts: a partnership "in agriculture" is not the one without.
    """
    text = fold(level)
    cut = _SUFFIX.search(text, 1)
    name, purpose = (text[: cut.start()], text[cut.start() :]) if cut else (text, "")
    words = {_HEADS.get(word, word) for word in _WORD.findall(name)} - _IDLE
    in_field = purpose.startswith(("in ", "on ", "covering "))
    return frozenset(words | (topics_of(purpose) if in_field else frozenset()))


def names_a_level(bag: frozenset[str]) -> bool:
    """Whether a bag says more than "a partnership"."""
    return bool(bag - {"partnership"})


def level_created(title: str) -> str | None:
    """The level that a paper of this title creates or raises, if its title says so.

    "Joint Statement on the Establishment of the A-B Strategic Partnership" does; "Joint Statement
    on the Major Orientations for the Strategic Partnership" does not.
    """
    text = fold(title)
    verb = _CREATES.search(text)
    found = _LEVEL_NAME.search(text, verb.end()) if verb else None
    return found[1].replace("  ", " ") if found else None


def creates_relations(title: str) -> bool:
    """Whether a paper of this title opens diplomatic relations."""
    text = fold(title)
    verb = _CREATES.search(text)
    return bool(verb and _RELATIONS.search(text, verb.end()))
