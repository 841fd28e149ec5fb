"""What extraction saw in an article, sentence by sentence, and why it kept or dropped it.

A report beside the cascade: the same functions are asked once more, nothing is decided here, and
``trace(article).events`` is ``extract(article)``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final

from extraction import language
from extraction.analysis import Named, Sentence
from extraction.blocks import Block, Role
from extraction.cascade import (
    NEWS_DAYS,
    Finding,
    day_of,
    extract,
    findings,
    read_sentences,
    split_blocks,
)
from extraction.confidence import features, shipped
from extraction.context import Context, read_context
from extraction.dates import Dated, read_dates
from extraction.fates import Told, fates
from extraction.gate import may_hold_events
from extraction.heads import Head
from extraction.near_misses import (
    Miss,
    Use,
    objects_of,
    uses,
    why_no_event,
    why_no_frame,
    why_nobody,
)
from extraction.text import Clean, clean
from pacts.model import Article, Event

_EARLIER: Final = 2


class Stage(StrEnum):
    """How far a sentence came."""

    NO_DEED = "no deed"
    NO_OBJECT = "no object"
    NO_FRAME = "no frame"
    FRAMED = "framed"


@dataclass(frozen=True, slots=True)
class TracedFrame:
    """A deed with its object, all that was decided of it, and what became of its events."""

    finding: Finding
    told: tuple[Told, ...]
    dropped: str
    """Why it gave no event; empty where it gave one."""


@dataclass(frozen=True, slots=True)
class TracedSentence:
    """One sentence that may speak for the article."""

    sentence: Sentence
    start: int
    """Where it stands in the text of the article, as it was before it was cleaned."""
    end: int
    stage: Stage
    frames: tuple[TracedFrame, ...]
    misses: tuple[Miss, ...]
    """Deeds without an object, in a sentence without frames."""
    objects: tuple[Head, ...]
    names: tuple[tuple[Named, Use], ...]
    dates: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of the article that does not speak for it."""

    role: Role
    text: str
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that extraction saw in one article."""

    title: str
    language: str
    """The language that it was read in."""
    context: Context
    sentences: tuple[TracedSentence, ...]
    asides: tuple[Aside, ...]
    events: tuple[Event, ...]


def cue_span(finding: Finding) -> tuple[int, int] | None:
    """Where the words that decided the status stand in the cleaned text; None if they do not."""
    sentence, cue = finding.frame.sentence, finding.verdict.cue
    if not cue:
        return None
    near = sentence.tokens[finding.frame.trigger.first].start
    found = re.finditer(re.escape(cue), sentence.quote, re.IGNORECASE)
    starts = [sentence.start + match.start() for match in found]
    start = min(starts, key=lambda place: abs(place - near), default=None)
    return None if start is None else (start, start + len(cue))


def believed_because(finding: Finding, most: int = 4) -> tuple[tuple[str, float], ...]:
    """What moved the confidence in a finding's event most: features and their weights."""
    if finding.cast is None or not finding.events:
        return ()
    parties = finding.events[0].parties
    seen = features(finding.frame, finding.verdict, finding.cast, parties, finding.context)
    return shipped().strongest(seen, most)


def trace(article: Article, *, news_days: int = NEWS_DAYS) -> Trace:
    """Read an article as :func:`extraction.extract` does, and tell everything."""
    cleaned, published = clean(article.text), day_of(article.published)
    sentences = read_sentences(cleaned, article, published)
    context = read_context(sentences, published, article.url, news_days)
    events = extract(article, news_days=news_days)
    open_gate = may_hold_events(article.text)
    found = tuple(findings(article, news_days=news_days)) if open_gate else ()
    return Trace(
        title=clean(article.title).text,
        language=sentences[0].lexicon.code if sentences else language.detect(cleaned.text),
        context=context,
        sentences=tuple(_traced(sentences, found, events, context, cleaned)),
        asides=tuple(_asides(split_blocks(cleaned.text, article.title), cleaned)),
        events=events,
    )


def _traced(
    sentences: Sequence[Sentence],
    found: Sequence[Finding],
    events: Sequence[Event],
    context: Context,
    cleaned: Clean,
) -> Iterator[TracedSentence]:
    told = iter(fates([event for finding in found for event in finding.events], events))
    frames: dict[int, list[TracedFrame]] = defaultdict(list)
    for finding in found:
        order = finding.frame.sentence.order
        earlier = sentences[max(0, order - _EARLIER) : order]
        outcome = tuple(islice(told, len(finding.events)))
        frames[order].append(TracedFrame(finding, outcome, _dropped(finding, context, earlier)))
    for sentence in sentences:
        yield _one(sentence, tuple(frames[sentence.order]), context, cleaned)


def _dropped(finding: Finding, context: Context, earlier: Sequence[Sentence]) -> str:
    status = finding.verdict.status
    if finding.events:
        return ""
    if status is None:
        return finding.verdict.why
    if finding.unsure:
        return f"more likely wrong than right: confidence {finding.unsure[0].confidence:.2f}"
    if finding.cast is None:
        return why_nobody(finding.frame, context, earlier)
    return why_no_event(status)


def _one(
    sentence: Sentence, frames: tuple[TracedFrame, ...], context: Context, cleaned: Clean
) -> TracedSentence:
    stage = _stage(sentence, frames)
    casts = [frame.finding.cast for frame in frames]
    parties = {code for cast in casts if cast for group in cast.groups for code in group}
    worth = stage is not Stage.NO_DEED
    return TracedSentence(
        sentence=sentence,
        start=cleaned.origin(sentence.start),
        end=cleaned.origin(sentence.end),
        stage=stage,
        frames=frames,
        misses=why_no_frame(sentence) if worth and not frames else (),
        objects=objects_of(sentence) if worth else (),
        names=uses(sentence, parties) if worth else (),
        dates=read_dates(sentence, context.published) if worth else (),
    )


def _stage(sentence: Sentence, frames: Sequence[TracedFrame]) -> Stage:
    if frames:
        return Stage.FRAMED
    if not sentence.has("trigger"):
        return Stage.NO_DEED
    return Stage.NO_FRAME if objects_of(sentence) else Stage.NO_OBJECT


# --- what does not speak -------------------------------------------------------------------


def _asides(blocks: Sequence[Block], cleaned: Clean) -> Iterator[Aside]:
    opened_by = ""
    for block in blocks:
        text = " ".join(cleaned.text[block.start : block.end].split())
        if block.role is not Role.RELATED:
            opened_by = ""
        if not block.role.speaks:
            start, end = cleaned.origin(block.start), cleaned.origin(block.end)
            yield Aside(block.role, text, start, end, _why_aside(block.role, opened_by))
        if block.role is Role.RELATED:
            opened_by = opened_by or text


def _why_aside(role: Role, opened_by: str) -> str:
    if role is Role.NAVIGATION:
        return "a menu, a run of very short lines or the name of a file"
    return f"under “{opened_by}”: of another article" if opened_by else "points to other articles"
