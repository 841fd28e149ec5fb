"""Step 8d, what can only be history: papers of long ago, states that are gone, leaders of the past.

An article retells such deeds without a date, in the tense of news: "Khrushchev signed a treaty".
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from extraction.analysis import Sentence
from extraction.frame import Frame
from extraction.gazetteer import Gazetteer
from extraction.voices import Voice
from pacts.terms import Act

_MADE: Final = frozenset({Act.SIGNED, Act.NEGOTIATED, Act.EXCHANGED, Act.INITIALLED})
_COMPLETED: Final = frozenset({Act.RATIFIED, Act.IN_FORCE})
_NEWS_YEARS_OF_OTHERS: Final = 10
_NEWS_YEARS: Final = 1
"""Years after its own in which a famous paper can still be signed."""
_PAPER_NAME: Final = 4
"""Tokens before a paper's noun in which its famous name may begin."""
_LEAD: Final = 5
"""Tokens of "in the years" before the "after" that begins the clause."""
_OPENER: Final = 6
"""Tokens between "since" and the deed's clause: "since the two sides' accord was signed"."""


def is_bygone(frame: Frame, published: date | None) -> bool:
    """Whether a deed that is told as done was done long ago."""
    if _is_known_paper(frame, published) or _is_of_an_old_year(frame, published):
        return True
    if frame.voice is Voice.PASSIVE and frame.sentence.is_a("known_one", frame.head.first - 1):
        return True
    return published is not None and (
        _by_a_former_leader(frame) or _with_an_ended_state(frame, published)
    )


def _is_known_paper(frame: Frame, published: date | None) -> bool:
    """ "signed the Warsaw Pact": everybody knows when."""
    years = _NEWS_YEARS if frame.act in _MADE else _NEWS_YEARS_OF_OTHERS
    if frame.act not in _MADE | _COMPLETED:
        return False
    head = frame.head
    marks = frame.sentence.of("known", max(0, head.first - _PAPER_NAME), head.last + _PAPER_NAME)
    return any(
        mark.first < head.last
        and head.first < mark.last
        and (published is None or published.year > int(mark.value) + years)
        for mark in marks
    )


def _is_of_an_old_year(frame: Frame, published: date | None) -> bool:
    """ "the 2015 pact was signed by": a paper called after its year."""
    if frame.act not in _MADE or not frame.sentence.lexicon.subject_first:
        return False
    before = (frame.sentence.word(frame.head.first - 1 - i) for i in range(_YEAR_BEFORE))
    years = [int(word) for word in before if len(word) == _DIGITS and word.isdecimal()]
    return any(
        _FIRST_YEAR <= year < (published.year if published else _LAST_YEAR) for year in years
    )


_YEAR_BEFORE: Final = 2
_DIGITS: Final = 4
_FIRST_YEAR: Final = 1600
_LAST_YEAR: Final = 2100


def _by_a_former_leader(frame: Frame) -> bool:
    """Whether who does it left office before the text was written."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    doers = [n for n in sentence.parties(begin, frame.trigger.first) if n.mention.kind == "leader"]
    return bool(doers) and all(doer.mention.former for doer in doers)


def _with_an_ended_state(frame: Frame, published: date) -> bool:
    sentence = frame.sentence
    begin, end = sentence.clause(frame.trigger.first)
    named = sentence.parties(min(begin, frame.first), max(end, frame.last))
    ends = (Gazetteer.load().end_of(code) for n in named for code in n.codes)
    return any(end is not None and published - end > _LAST_NEWS for end in ends)


_LAST_NEWS: Final = timedelta(days=45)
"""What a state did in its last days is news for so long."""


def opens_with_since(frame: Frame) -> bool:
    """ "since the deal was finalised", "the day the accord was announced"."""
    sentence = frame.sentence
    begin = max(0, sentence.clause(frame.first)[0] - _LEAD)
    return any(
        not sentence.has("trigger", mark.last, frame.first)
        and (_is_near(frame, mark.last) or _only_lists_names(sentence, mark.last, frame.first))
        for mark in sentence.of("ever_since", begin, frame.first)
    )


def _is_near(frame: Frame, first: int) -> bool:
    words = [frame.sentence.word(i) for i in range(first, frame.first)]
    return len(words) <= _OPENER and "," not in words


def _only_lists_names(sentence: Sentence, first: int, last: int) -> bool:
    """ "weeks after Peru, Ghana, Chad and Mali signed": however many they are."""
    listed = {i for n in sentence.named for i in range(n.first, n.last)}
    return all(
        i in listed
        or sentence.word(i) == ","
        or any(sentence.is_a(group, i) for group in ("joins", "article", "auxiliary_have"))
        for i in range(first, last)
    )
