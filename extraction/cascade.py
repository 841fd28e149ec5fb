"""How a text becomes events, step by step. Pure: no clock, no network, no log.

 1 clean        noise out, offsets kept                      text.py
 2 blocks       title, lede, body, caption; related out      blocks.py
 3 sentences                                                 sentences.py
 4 gate         a text without any deed ends here            gate.py
 5 analysis     phrases, names, levels, clauses              analysis.py, lexicon.py, gazetteer.py
 6 frames       deed + object, by the grammar                voices.py, objects.py, frames.py
 7 parties      who with whom                                parties.py
 8 status       concluded, planned, denied, long ago?        grammar.py, dates.py, status.py
 9 details      document, count, day, place                  details.py
10 consolidate  one event for one thing                      consolidate.py
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice

from extraction import blocks, consolidate, details, language, lexicon, sentences
from extraction.analysis import Sentence
from extraction.blocks import Block, Role
from extraction.casts import Cast
from extraction.confidence import confidence
from extraction.context import Context, news_begins, read_context
from extraction.dates import Dated, read_dates
from extraction.frame import Frame
from extraction.frames import read_frames
from extraction.gate import (
    may_hold_deeds,
    may_hold_events,
    may_hold_frames,
    may_hold_objects,
    may_hold_understood,
)
from extraction.gazetteer import Gazetteer, is_body, usual
from extraction.headlines import settled
from extraction.leaning import tells_of_a_paper
from extraction.papers import is_to_that_effect
from extraction.parties import read_parties
from extraction.sections import sections
from extraction.short_names import short_names
from extraction.status import decide
from extraction.text import Clean, clean, with_capitals
from extraction.verdicts import Verdict, none
from pacts.model import Article, Event, Evidence
from pacts.terms import Status

NEWS_DAYS = 45
"""What happened longer before publication is history, not news."""

KEPT_FROM = 0.4
"""Below this confidence nothing is told: on labelled documents fewer than two in five of such
events were right, and leaving them out gives the best F1 (2026-11)."""

_MOST_SENTENCES = 2000
"""No article is longer; it bounds the time that rubbish can cost."""
_LONGEST_SENTENCE = 4000
"""Characters; what is longer is no sentence but a table or a heap of links."""


_MOST_DEEDS = 40
"""In one sentence; more is a heap of words, and bounded like all heaps."""
_SPOKEN_OF = 6
"""Sentences for which "the agreement" may be the one whose parties were named last."""
_EARLIER = 2
"""Sentences that a "they" can look back over."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One frame with everything that was decided of it, kept or not."""

    frame: Frame
    verdict: Verdict
    cast: Cast | None
    events: tuple[Event, ...]
    context: Context
    unsure: tuple[Event, ...] = ()
    """Events that are more likely wrong than right, and are not told."""


def extract(article: Article, *, news_days: int = NEWS_DAYS) -> tuple[Event, ...]:
    """The events that an article tells, each once, in the order of its text."""
    if not may_hold_events(article.text):
        return ()
    found = [
        event for finding in findings(article, news_days=news_days) for event in finding.events
    ]
    return consolidate.consolidate(found)


def findings(article: Article, *, news_days: int = NEWS_DAYS) -> Iterator[Finding]:
    """Every frame of an article with its verdict: what ``explain`` shows."""
    yield from settled(tuple(_findings(article, news_days)))


def _findings(article: Article, news_days: int) -> Iterator[Finding]:
    """Every frame, each sentence judged by itself."""
    cleaned = clean(article.text)
    published = day_of(article.published)
    read = read_sentences(cleaned, article, published)
    context = read_context(read, published, article.url, news_days)
    told_at = 0
    for index, sentence in enumerate(read):
        if not is_worth_reading(sentence):
            continue
        earlier = read[max(0, index - _EARLIER) : index]
        frames = read_frames(sentence, earlier)[:_MOST_DEEDS]
        dates = read_dates(sentence, published) if frames else ()
        if context.spoken_of and index - told_at > _SPOKEN_OF:
            context = replace(context, spoken_of=())
        for frame in frames:
            finding = _judge(frame, dates, earlier, context, cleaned, news_days)
            yield finding
            news = finding.verdict.status is not Status.HISTORICAL  # history only compares
            if news and finding.cast and tells_of_a_paper(frame, finding.cast):
                context, told_at = replace(context, spoken_of=finding.cast.groups[0]), index


def is_worth_reading(sentence: Sentence) -> bool:
    """A headline can be news without a verb; any other sentence needs a deed and an object."""
    headline = sentence.role in {Role.TITLE, Role.HEADING}
    if headline and may_hold_objects(sentence.quote, sentence.lexicon.code):
        return True
    if any(is_body(mention.codes[0]) for mention in sentence.mentions):
        return may_hold_deeds(sentence.quote, sentence.lexicon.code)  # one can join or leave it
    quote, code = sentence.quote, sentence.lexicon.code
    return may_hold_frames(quote, code) or may_hold_understood(quote, code)


def read_sentences(cleaned: Clean, article: Article, published: date | None) -> list[Sentence]:
    """Steps 2 to 5: the sentences that may speak, read with both dictionaries."""
    text = cleaned.text
    code = _language(article.language, text)
    if code not in lexicon.LANGUAGES:
        return []
    words = lexicon.load(code)
    cased = with_capitals(text)
    named = usual(Gazetteer.load().find(cased, code, on=published))
    names = [m for m in named if len(m.codes) == 1]
    places = [mention.start for mention in names]
    papers = short_names(text, words)
    found: list[Sentence] = []
    split = split_blocks(text, article.title)
    about = sections(text, split, names)
    for block, start, end in islice(_spans(text, cased, split), _MOST_SENTENCES):
        stop = min(end, start + _LONGEST_SENTENCE)
        inside = tuple(names[bisect_left(places, start) : bisect_left(places, stop)])
        found.append(
            Sentence(
                text=text,
                start=start,
                end=stop,
                role=block.role,
                order=len(found),
                lexicon=words,
                mentions=inside,
                papers=papers,
                about=about.get(block.start),
            )
        )
    return found


def _spans(text: str, cased: str, split: Sequence[Block]) -> Iterator[tuple[Block, int, int]]:
    """The sentences of all blocks that may speak, in order; ``cased`` shows where they begin."""
    for block in split:
        if block.role.speaks:
            for start, end in sentences.split(cased, block.start, block.end):
                if blocks.is_teaser(text, start, end):
                    break
                if block.role is Role.TITLE or not blocks.is_links(text, start, end):
                    yield block, start, end


def split_blocks(text: str, title: str) -> tuple[Block, ...]:
    """The blocks of a cleaned text, those that do not speak among them."""
    head = clean(title).text
    return blocks.split(text, len(head) if text.startswith(head) else 0)


def day_of(published: datetime | None) -> date | None:
    """The day of publication; a year in which nobody published news is no knowledge."""
    if published is None or published.year not in _YEARS_OF_NEWS:
        return None
    return published.date()


_YEARS_OF_NEWS = range(1800, 2200)


def _language(declared: str | None, text: str) -> str:
    """The declared language where it is one of ours and the script agrees, else what is seen."""
    code = (declared or "").lower().partition("-")[0]
    seen = language.detect(text)
    return code if code in lexicon.LANGUAGES and seen not in {"zh", "ru", "vi"} else seen


def _judge(
    frame: Frame,
    dates: Sequence[Dated],
    earlier: Sequence[Sentence],
    context: Context,
    cleaned: Clean,
    news_days: int,
) -> Finding:
    verdict = decide(frame, dates, context, news_days)
    if verdict.status and is_to_that_effect(frame, earlier):
        verdict = none(frame, "the paper of what was told before")
    cast = read_parties(frame, context, earlier) if verdict.status else None
    events = tuple(_events(frame, verdict, cast, context, cleaned)) if cast else ()
    unsure = tuple(event for event in events if _is_unsure(event))
    told = tuple(event for event in events if event not in unsure)
    return Finding(frame, verdict, cast, told, context, unsure)


def _is_unsure(event: Event) -> bool:
    """History is kept as it is: confidence was not learned from it."""
    return event.confidence < KEPT_FROM and event.status is not Status.HISTORICAL


def _events(
    frame: Frame, verdict: Verdict, cast: Cast, context: Context, cleaned: Clean
) -> Iterator[Event]:
    assert verdict.status is not None
    level, origin = details.levels(frame)
    paper = details.document(frame)
    number, approx = details.count(frame)
    day, basis = details.when(verdict, context)
    for parties in cast.groups:
        if len(parties) == 1 and verdict.status is not Status.CONCLUDED:
            continue
        yield Event(
            kind=frame.kind,
            act=frame.act,
            status=verdict.status,
            parties=parties,
            evidence=_evidence(frame, verdict, cleaned),
            scope=cast.scope,
            level=level,
            level_from=origin,
            document=paper[0] if paper else None,
            document_kind=paper[1] if paper else None,
            count=number,
            count_approx=approx,
            date=day,
            date_basis=basis,
            place=details.place(frame),
            confidence=confidence(frame, verdict, cast, parties, context),
        )


def _evidence(frame: Frame, verdict: Verdict, cleaned: Clean) -> Evidence:
    sentence = frame.sentence
    start = sentence.tokens[news_begins(sentence)].start
    return Evidence(
        quote=" ".join(sentence.text[start : sentence.end].split()),
        start=cleaned.origin(start),
        end=cleaned.origin(sentence.end),
        cue=" ".join(verdict.cue.split()),
    )
