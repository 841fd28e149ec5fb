"""What a watch wants: events by kind, parties, status, level and source, and words in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from alerting.words import Phrase, Text, find, fold, phrase_of, split
from pacts.model import Article, Keywords, Near, Parties, Story, Watch
from pacts.terms import Reason, Status

Hit = tuple[int, int]
"""Numbers of the first and the last word of a find."""

LONGEST_KEYWORD: Final = 20
"""Words; more is a sentence, and a sentence is hardly ever repeated as it stands."""


def wants(watch: Watch, story: Story, article: Article) -> bool:
    """Whether ``watch`` asks for this story, as this article tells it, and finds it sure enough.

    Age, silences and trust are not asked here: they decide whether what is wanted is sent.
    """
    return asks_for(watch, story, article) and doubt_of(watch, story) is None


def asks_for(watch: Watch, story: Story, article: Article) -> bool:
    """Whether the story is what ``watch`` is about, however sure it is.

    A watch without events is one on plain keywords and asks for no story.
    """
    return (
        names_event(watch.events, story)
        and story.status in watch.status
        and story.scope in watch.scope
        and _parties_fit(watch.parties, story.parties)
        and _level_fits(watch.levels, story.level)
        and reads(watch, article)
        and matched_words(watch, article) is not None
    )


def doubt_of(watch: Watch, story: Story) -> Reason | None:
    """Why a story that ``watch`` asks for is too uncertain for it; None where it is not."""
    return Reason.UNSURE if story.confidence < watch.min_confidence else None


def wants_as(watch: Watch, story: Story, article: Article, status: Status) -> bool:
    """Whether ``watch`` would ask for this story if it had ``status``."""
    return wants(watch, replace(story, status=status), article)


def names_event(events: Iterable[str], story: Story) -> bool:
    """Whether ``kind`` or ``kind.act`` of the story is among ``events``."""
    return not {story.kind.value, f"{story.kind}.{story.act}"}.isdisjoint(events)


def reads(watch: Watch, article: Article) -> bool:
    """Whether the article comes from where the watch looks, in a language that it reads."""
    return (not watch.sources or article.source in watch.sources) and (
        not watch.languages or article.language in watch.languages
    )


def matched_words(watch: Watch, article: Article) -> tuple[str, ...] | None:
    """The watch's keywords as found in the article; None where they are missing."""
    return find_keywords(watch.keywords, article.text) if watch.keywords else ()


def _parties_fit(wanted: Parties, parties: Sequence[str]) -> bool:
    told = set(parties)
    return (
        (not wanted.any or not told.isdisjoint(wanted.any))
        and wanted.all <= told
        and told.isdisjoint(wanted.none)
        and (not wanted.between or set() < told <= wanted.between)
    )


def _level_fits(levels: Sequence[str], level: str | None) -> bool:
    if not levels:
        return True
    words = f" {fold(level or '')} "
    return any(f" {fold(wanted).strip()} " in words for wanted in levels)


# --- keywords ------------------------------------------------------------------------------


def find_keywords(keywords: Keywords, text: str) -> tuple[str, ...] | None:
    """The keywords that stand in ``text``, as they are written there; None where they do not match.

    Words are whole words. Case never counts; accents count only in the words of a keyword that
    have some: "viet nam" finds "Việt Nam", "Việt Nam" does not find "Viet Nam". A phrase is found
    across any punctuation and line break. A trailing ``*`` stands for any ending of the last word.
    Chinese, Japanese and Thai set no spaces: there a keyword is found anywhere, and each character
    counts as a word. ``near`` asks that all its words stand within a stretch of so many words. The
    time taken is linear in the text.
    """
    return _found(keywords, text)


@lru_cache(maxsize=1024)  # every channel of a watch, and every story of an article, asks the same
def _found(keywords: Keywords, text: str) -> tuple[str, ...] | None:
    words = split(text)
    if any(_hits(keyword, words) for keyword in keywords.none):
        return None
    found: list[Hit] = []
    for keyword in keywords.all:
        hits = _hits(keyword, words)
        if not hits:
            return None
        found += hits
    some = [hit for keyword in keywords.any for hit in _hits(keyword, words)]
    if keywords.any and not some:
        return None
    close = _closest(keywords.near, words) if keywords.near else ()
    if close is None:
        return None
    return _as_written([*found, *some, *close], words)


def _hits(keyword: str, words: Text) -> list[Hit]:
    return list(find(phrase_of(keyword), words))


def _as_written(hits: Iterable[Hit], words: Text) -> tuple[str, ...]:
    """The finds in the order of the text, each wording once."""
    pieces = (" ".join(words.piece(*hit).split()) for hit in sorted(set(hits)))
    return tuple(dict.fromkeys(pieces))


def _closest(near: Near, words: Text) -> tuple[Hit, ...] | None:
    """The first stretch of at most ``near.within`` words that holds every keyword."""
    phrases = [phrase_of(keyword) for keyword in near.words]
    marks = sorted(
        (hit, number) for number, phrase in _numbered(phrases) for hit in find(phrase, words)
    )
    last: dict[int, Hit] = {}
    for hit, number in marks:
        last[number] = hit
        if len(last) == len(phrases) and _stretch(last.values()) <= near.within:
            return tuple(sorted(last.values()))
    return None


def _numbered(phrases: Sequence[Phrase]) -> Iterable[tuple[int, Phrase]]:
    return enumerate(phrases)


def _stretch(hits: Iterable[Hit]) -> int:
    places = [place for hit in hits for place in hit]
    return max(places) - min(places) + 1


# --- what configuration asks ---------------------------------------------------------------


def problem_of_keyword(text: str) -> str | None:
    """Why ``text`` cannot be a keyword; None where it can."""
    phrase = phrase_of(text)
    if not phrase.folded:
        return "a keyword needs at least one letter or digit"
    if "*" in text.rstrip()[:-1]:
        return "* can only stand at the end of a keyword, for any ending of its last word"
    if phrase.open_end and text.rstrip()[:-1] != text.rstrip()[:-1].rstrip():
        return "* must follow the last word without a space"
    if phrase.open_end and len(phrase.folded[-1]) < 2 and len(phrase.folded) == 1:
        return "* after a single letter would match nearly everything"
    if len(phrase.folded) > LONGEST_KEYWORD:
        return f"a keyword has at most {LONGEST_KEYWORD} words, this one has {len(phrase.folded)}"
    return None


def problem_of_keywords(keywords: Keywords) -> str | None:
    """Why these keywords together could never match, or would match everything."""
    if not (keywords.any or keywords.all or keywords.near):
        return "keywords need any, all or near: with none alone nearly everything matches"
    if keywords.near and len(keywords.near.words) < 2:
        return "near needs at least two words"
    if keywords.near:
        least = sum(len(phrase_of(word).folded) for word in keywords.near.words)
        if keywords.near.within < least:
            return f"near.within must be at least {least}, the number of words to be found"
    unwanted = {fold(keyword) for keyword in keywords.none}
    clash = next((keyword for keyword in keywords.all if fold(keyword) in unwanted), None)
    return f"{clash!r} is both required and refused" if clash else None
