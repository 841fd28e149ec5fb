"""What a language says: its phrases, in one trie over tokens. The data is in ``data/languages``."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.resources import files
from sys import intern
from typing import Any, Final, NamedTuple

from extraction.once import once
from extraction.phrases import (
    LOOKALIKE,
    Meaning,
    common_words,
    deed_phrases,
    expand,
    object_phrases,
    phrases_of,
    telling_words,
    understood_phrases,
    uninflected,
)
from extraction.tokens import Token, words_of

LANGUAGES = ("en", "vi", "ru", "zh", "fr", "es")


class Mark(NamedTuple):
    """A phrase found: tokens ``first`` to ``last - 1``."""

    first: int
    last: int
    value: str
    form: str


_mark: Final[Callable[[tuple[int, int, str, str]], Mark]] = partial(tuple.__new__, Mark)
"""A named tuple without a call in between: an article has thousands of them."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb that can make an event."""

    acts: Mapping[str, str]
    """What it does to each family of object."""
    weak: bool = False
    intransitive: bool = False
    object: str = ""
    """The object that the word itself names: a family and a kind ("relations:diplomatic")."""
    proposes: bool = False
    """Only ever intends: "negotiate a treaty", with an object that is not there yet."""
    lasting: bool = False
    """Says of what has long been so as well: "is in force"; undated it is no news."""

    understood: bool = False
    """Its object may be a paper named before, or by a pronoun: "They are expected to sign"."""
    denies: bool = False
    """What it tells of its object is that it came to nothing: "the Senate rejected the treaty"."""
    yields: bool = False
    """Gives way to any other deed done to its object: "welcomed the accord signed on Monday"."""
    needs: str = ""
    """Words one of which has to stand before it: only parliaments ratify by approving."""
    tail: str = ""
    """Words one of which has to follow within a few: "entra hoy *en vigor*"."""
    named_behind: bool = False
    """A party's name has to follow at once: "rompe con Chad"."""
    close: bool = False
    """Its object follows at once: "ended the pact", not "ended without a pact"."""
    adjoining: bool = False
    """Only what describes its object may stand between: "прекратил военный договор"."""
    spares: tuple[str, ...] = ()
    """What it is not done to, by kind or word: nobody "reaches" documents or denounces "deals"."""
    links: tuple[str, ...] = ()
    """Prepositions that may hold its object: "выход Кении из договора"."""
    either_side: bool = False
    """Its object may stand before it though it is active: "Договор подписали президенты"."""


_NOWHERE: Final[dict[str, Any]] = {}


@dataclass(slots=True)
class _Node:
    """Most have one meaning and lead nowhere: what is empty is one and the same for all."""

    meanings: tuple[Meaning, ...] = ()
    next: dict[str, _Node] = field(default_factory=lambda: _NOWHERE)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the engine knows of one language."""

    code: str
    spaced: bool
    """Whether words stand apart; otherwise every character is a token."""
    stretch: int
    """How many tokens a word takes on average: the engine counts its reaches in words."""
    modifiers_after: bool
    chains_verbs: bool
    """Whether one word for the future serves every verb of a chain."""
    noun_last: bool
    """Whether a phrase ends with the noun that says what it is, all that describes it before."""
    noun_needs_link: bool
    names_run_on: bool
    """Whether what a paper is about follows its noun without a link: "hiệp định nghề cá"."""
    drops_subject: bool
    """Whether a verb may stand without its subject: "Firmaron un acuerdo"."""
    subject_first: bool
    """Whether the subject of an active verb stands before it, always."""
    headline_participles: bool
    """Whether headlines tell what was done with a participle alone: "Accord signé entre ..."."""
    adverb_endings: tuple[str, ...]
    case_marked: bool
    """Whether endings tell who does what to whom: names of doers may follow the verb, names of
    owners the paper, years the paper that they date, and commas close every clause."""
    base_is_infinitive: bool
    """Whether the base form never is a headline's present."""
    adjective_endings: tuple[str, ...]
    """Of words that may stand between a preposition and its noun, where that matters."""
    noun_endings: tuple[str, ...]
    """Of nouns that end like those: "исполнение договора"."""
    genitive_endings: tuple[str, ...]
    """Of a level that belongs to the noun before it: "основу партнёрства"."""
    past_endings: tuple[str, ...]
    """Of verbs that tell what happened, where a participle looks the same."""
    plural_endings: tuple[str, ...]
    """Of nouns that need no article to be any of their kind: "seeks pacts with Peru"."""
    infinitive_endings: tuple[str, ...]
    """Of verbs behind a word that marks infinitives and does other things as well: "de signer", not
    "de la capitale"; empty where that word marks nothing else."""
    triggers: Mapping[str, Trigger]
    date: Mapping[str, Any]
    deeds: Collection[str]
    """A word of every trigger, for a quick look at a whole text."""
    objects: Collection[str]
    """A word of every head, likewise."""
    understood_deeds: Mapping[str, tuple[frozenset[str], ...]]
    """A word of every trigger whose object may be understood, likewise, and the words of each
    phrase that it stands for."""
    uninflected: frozenset[str]
    """Verbs whose past is like their infinitive: "cut", "set up"."""
    vague: frozenset[str]
    """Words that name a paper without saying what it is about."""
    asides: frozenset[str]
    """Words that may stand inside the phrase of a deed or cue: "parvenus *jeudi* à un accord"."""
    _lookalikes: frozenset[str]
    """Groups that have look-alikes."""
    _root: _Node

    def read(self, tokens: Sequence[Token], inside: Collection[int] = ()) -> dict[str, list[Mark]]:
        """Every known phrase, by group, each group longest first from the left, no overlaps.

        None begins at a token ``inside`` a name.
        """
        found: dict[str, list[Mark]] = {}
        words = [token.word for token in tokens]
        starts = self._root.next
        for first, word in enumerate(words):
            node = starts.get(word)
            if node is None or first in inside:
                continue
            for meaning, last in _longest(node, words, first + 1, self.asides):
                marks = found.setdefault(meaning.group, [])
                if not marks or marks[-1].last <= first or marks[-1][:2] == (first, last):
                    marks.append(_mark((first, last, meaning.value, meaning.form)))
        for group in self._lookalikes & found.keys():
            found[group] = [mark for mark in found[group] if mark.value != LOOKALIKE]
        return found


def _longest(
    node: _Node, words: Sequence[str], position: int, asides: frozenset[str]
) -> list[tuple[Meaning, int]]:
    """The longest phrase of each group on the way down from a node."""
    found = [(meaning, position) for meaning in node.meanings]
    if not node.next:
        return found
    count, whole = len(words), True
    while node.next and position < count:
        deeper = node.next.get(words[position])
        if deeper is None and whole and words[position] in asides:
            whole, position = False, _behind_asides(words, position, asides)
            deeper = node.next.get(words[position]) if position < count else None
        if deeper is None:
            break
        node, position = deeper, position + 1
        meanings = [m for m in node.meanings if whole or m.group in _SPLIT_BY_ASIDES]
        if meanings:
            groups = {meaning.group for meaning in meanings}
            found = [pair for pair in found if pair[0].group not in groups]
            found += [(meaning, position) for meaning in meanings]
    return found


_SPLIT_BY_ASIDES: Final = frozenset({"trigger", "cue"})


def _behind_asides(words: Sequence[str], position: int, asides: frozenset[str]) -> int:
    """The first position from here, two on at most, that holds no aside."""
    end = position + 2
    while position < min(end, len(words)) and words[position] in asides:
        position += 1
    return position


@once
def load(language: str) -> Lexicon:
    """The lexicon of a language. Raises KeyError for one that has none."""
    if language not in LANGUAGES:
        raise KeyError(language)
    source = files("extraction") / "data" / "languages" / f"{language}.toml"
    return _build(tomllib.loads(source.read_text(encoding="utf-8")))


def _deeper(node: _Node, word: str) -> _Node:
    """The node that a word leads to, made where there is none."""
    known = node.next.get(word)
    if known is None:
        if node.next is _NOWHERE:
            node.next = {}
        known = node.next[word] = _Node()
    return known


def _build(data: Mapping[str, Any]) -> Lexicon:
    root = _Node()
    lookalikes = set()
    same: dict[Meaning, Meaning] = {}
    phrases = list(phrases_of(data))
    for phrase, meaning in phrases:
        if meaning.value == LOOKALIKE:
            lookalikes.add(meaning.group)
        node = root
        for word in words_of(phrase):
            node = _deeper(node, intern(word))
        if meaning not in node.meanings:
            node.meanings = (*node.meanings, same.setdefault(meaning, meaning))
    telling = partial(telling_words, common=common_words(phrases)) if data["spaced"] else _whole
    return Lexicon(
        code=data["code"],
        spaced=data["spaced"],
        stretch=data.get("stretch", 1),
        modifiers_after=data["modifiers_after"],
        chains_verbs=data.get("chains_verbs", False),
        noun_last=data.get("noun_last", False),
        noun_needs_link=data["noun_needs_link"],
        names_run_on=data.get("names_run_on", False),
        drops_subject=data.get("drops_subject", False),
        subject_first=data.get("subject_first", False),
        headline_participles=data.get("headline_participles", False),
        adverb_endings=tuple(data["adverb_endings"]),
        case_marked=data.get("case_marked", False),
        base_is_infinitive=data.get("base_is_infinitive", False),
        adjective_endings=tuple(data.get("adjective_endings", ())),
        noun_endings=tuple(data.get("noun_endings", ())),
        genitive_endings=tuple(data.get("genitive_endings", ())),
        past_endings=tuple(data.get("past_endings", ())),
        plural_endings=tuple(data.get("plural_endings", ())),
        infinitive_endings=tuple(data.get("infinitive_endings", ())),
        triggers={name: _trigger(entry) for name, entry in data["trigger"].items()},
        date=data["date"],
        deeds=frozenset(telling(deed_phrases(data))),
        objects=frozenset(telling(object_phrases(data))),
        understood_deeds=telling(understood_phrases(data)),
        uninflected=frozenset(uninflected(data)),
        vague=frozenset(expand(data["words"].get("vague", ()))),
        asides=frozenset(data.get("asides", ())),
        _lookalikes=frozenset(lookalikes),
        _root=root,
    )


def _whole(phrases: Iterable[str]) -> Mapping[str, tuple[frozenset[str], ...]]:
    """Where no spaces part words, phrases are looked for as they are."""
    return dict.fromkeys(phrases, (frozenset(),))


def _trigger(entry: Mapping[str, Any]) -> Trigger:
    known = {key: entry[key] for key in Trigger.__dataclass_fields__ if key in entry}
    lists = {key: tuple(known.get(key, ())) for key in ("links", "spares")}
    return Trigger(**{**known, **lists})
