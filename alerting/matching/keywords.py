"""Keywords in a text: any of, all of, none of, close together, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from alerting.matching.sentences import sentence_numbers
from alerting.matching.words import Phrase, Text, find, phrase_of, split
from pacts.model import Article, Keywords, Near

Hit = tuple[int, int]
"""Numbers of the first and the last word of a find."""


def keywords_in(keywords: Keywords, article: Article) -> tuple[str, ...] | None:
    """The keywords as they stand in the article, or in its title where only that counts."""
    return find_keywords(keywords, article.title if keywords.title_only else article.text)


def find_keywords(keywords: Keywords, text: str) -> tuple[str, ...] | None:
    """The keywords that stand in ``text``, as they are written there; None where they do not match.

    Words are whole words. Case never counts; accents count only in the words of a keyword that
    have some: "viet nam" finds "Việt Nam", "Việt Nam" does not find "Viet Nam". A phrase is found
    across any punctuation and line break. A trailing ``*`` stands for any ending of the last word.
    Chinese, Japanese and Thai set no spaces: there a keyword is found anywhere, and each character
    counts as a word. ``near`` asks that all its words stand within a stretch of so many words,
    ``same_sentence`` that all of its stand in one sentence. The time taken is linear in the text.
    """
    answers = _answers(text)
    if keywords not in answers:
        answers[keywords] = _Search(keywords, text).found()
    return answers[keywords]


@lru_cache(maxsize=16)
def _answers(text: str) -> dict[Keywords, tuple[str, ...] | None]:
    """What was found in one of the last few texts: every channel and every story asks again."""
    del text  # the key of the cache
    return {}


class _Search:
    """One set of keywords looked for in one text."""

    def __init__(self, keywords: Keywords, text: str) -> None:
        self.keywords = keywords
        self.text = text
        self.words = split(text)

    def found(self) -> tuple[str, ...] | None:
        wanted = self.keywords
        if any(self.hits(keyword) for keyword in wanted.none):
            return None
        every = [self.hits(keyword) for keyword in wanted.all]
        some = [hit for keyword in wanted.any for hit in self.hits(keyword)]
        if not all(every) or (wanted.any and not some):
            return None
        close = self.closest(wanted.near) if wanted.near else ()
        together = self.together(wanted.same_sentence) if wanted.same_sentence else ()
        if close is None or together is None:
            return None
        return _as_written(
            [*(hit for hits in every for hit in hits), *some, *close, *together], self.words
        )

    def phrase(self, keyword: str) -> Phrase:
        return phrase_of(keyword, inflect=self.keywords.inflect)

    def hits(self, keyword: str) -> list[Hit]:
        return list(find(self.phrase(keyword), self.words))

    def closest(self, near: Near) -> tuple[Hit, ...] | None:
        """The first stretch of at most ``near.within`` words that holds every keyword."""
        marks = sorted(
            (hit, number) for number, word in enumerate(near.words) for hit in self.hits(word)
        )
        last: dict[int, Hit] = {}
        for hit, number in marks:
            last[number] = hit
            if len(last) == len(near.words) and _stretch(last.values()) <= near.within:
                return tuple(sorted(last.values()))
        return None

    def together(self, keywords: Sequence[str]) -> tuple[Hit, ...] | None:
        """The finds in the first sentence that holds every keyword."""
        number = sentence_numbers(self.text)
        by_sentence = [
            {number[first]: (first, last) for first, last in reversed(self.hits(keyword))
             if number[first] == number[last]}
            for keyword in keywords
        ]  # fmt: skip
        shared = set(by_sentence[0]).intersection(*by_sentence[1:])
        return tuple(hits[min(shared)] for hits in by_sentence) if shared else None


def _as_written(hits: Iterable[Hit], words: Text) -> tuple[str, ...]:
    """The finds in the order of the text, each wording once."""
    pieces = (" ".join(words.piece(*hit).split()) for hit in sorted(set(hits)))
    return tuple(dict.fromkeys(pieces))


def _stretch(hits: Iterable[Hit]) -> int:
    places = [place for hit in hits for place in hit]
    return max(places) - min(places) + 1
