"""What extraction saw in an article, told to people. Pure: a trace in, rows of styled text out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final

from rich.text import Text

from extraction.near_misses import Miss, Use
from extraction.trace import Aside, Stage, Trace, TracedSentence, cue_span
from pacts.counting import counted
from pacts.model import Event
from pacts.terms import PublishedBy
from worker.showing.documents import event_line
from worker.showing.explain_deeds import deed_rows
from worker.showing.explain_rows import (
    CUE,
    DATE,
    DEED,
    DIM,
    GOOD,
    OBJECT,
    OTHER_NAME,
    PARTY,
    Row,
    blank,
    row,
    shortened,
)


def explain(
    told: Trace,
    *,
    published: datetime | None,
    published_by: PublishedBy = PublishedBy.NOTHING,
    everything: bool,
) -> Iterator[Row]:
    """All of it: the article, its sentences, what it comes to.

    ``everything`` shows sentences without a deed as well, and what was set aside.
    """
    yield from _article(told, published, published_by)
    for number, sentence in enumerate(told.sentences, start=1):
        if everything or sentence.stage is not Stage.NO_DEED:
            yield from _sentence(number, sentence)
    if everything:
        yield from _set_aside(told.asides)
    yield from _summary(told, everything=everything)


# --- the article ---------------------------------------------------------------------------


def _article(told: Trace, published: datetime | None, by: PublishedBy) -> Iterator[Row]:
    if told.title:
        yield row("title", Text(told.title, "bold"))
    context = told.context
    yield row("language", told.language if told.sentences else "there is nothing to read")
    yield row("published", _day(published, by))
    if context.pair:
        yield row("mostly about", " ".join(context.pair))
    if context.home:
        yield row("publisher", f"the government of {context.home}, which is meant by “we”")
    if context.visit:
        yield row("visit", str(context.visit))
    if context.dateline:
        yield row("dateline", str(context.dateline))
    if context.looks_back:
        yield row("looks back", "the title announces an anniversary or a review")


def _day(published: datetime | None, by: PublishedBy) -> str:
    if published is None:
        return "not known: --published DAY"
    says = "" if by is PublishedBy.NOTHING else f" ({by})"
    return f"{published.date()}{says}"


# --- a sentence ----------------------------------------------------------------------------


def _sentence(number: int, told: TracedSentence) -> Iterator[Row]:
    yield blank()
    yield Row(Text(f"{number:>4} {told.sentence.role}", DIM), _coloured(told))
    for index, frame in enumerate(told.frames):
        if index:
            yield blank()
        yield from deed_rows(told, frame)
    for why, deeds in _grouped(told.misses, told).items():
        yield row("no event", Text.assemble(*_listed(deeds, DEED), f": {why}"), DIM)


def _coloured(told: TracedSentence) -> Text:
    """The sentence with its deeds, objects, cues, names and dates."""
    sentence = told.sentence
    text = Text(sentence.quote.replace("\n", " "))

    def paint(style: str, first: int, last: int) -> None:
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        text.stylize(style, start - sentence.start, end - sentence.start)

    for dated in told.dates:
        paint(DATE, dated.first, dated.last)
    for named, use in told.names:
        paint(PARTY if use is Use.PARTY else OTHER_NAME, named.first, named.last)
    for frame in told.frames:
        span = cue_span(frame.finding)
        if span:
            text.stylize(CUE, span[0] - sentence.start, span[1] - sentence.start)
    for head in told.objects:
        paint(OBJECT, head.first, head.last)
    for mark in sentence.of("trigger"):
        paint(DEED, mark.first, mark.last)
    return text


def _grouped(misses: Sequence[Miss], told: TracedSentence) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for miss in misses:
        words = told.sentence.words(miss.trigger.first, miss.trigger.last)
        groups.setdefault(miss.why, []).append(words)
    return groups


def _listed(words: Iterable[str], style: str) -> Iterator[Text | str]:
    for index, word in enumerate(dict.fromkeys(words)):
        if index:
            yield ", "
        yield Text(f"“{word}”", style)


# --- what was set aside ---------------------------------------------------------------------


def _set_aside(asides: Sequence[Aside]) -> Iterator[Row]:
    """Blocks that do not speak for the article, those of one reason together."""
    for (role, why), group in groupby(asides, key=lambda aside: (aside.role, aside.why)):
        yield blank()
        yield row("set aside", f"{role}, {why}", DIM)
        for aside in group:
            yield row("", Text(shortened(aside.text, _FROM_ASIDE), DIM))


_FROM_ASIDE: Final = 120
"""Characters of a block that is set aside."""


# --- what it comes to ----------------------------------------------------------------------

_NEAR: Final = "with a deed and an object, and no event"
_BARE: Final = "with a deed and no object"
_OTHER: Final = "without a deed"


def _summary(told: Trace, *, everything: bool) -> Iterator[Row]:
    yield blank()
    hidden = "" if everything else " (--all shows them)"
    counts = Counter(_sort(sentence) for sentence in told.sentences)
    parts = [f"{counts[what]} {what}" for what in ("with an event", _NEAR, _BARE) if counts[what]]
    if counts[_OTHER]:
        parts.append(f"{counts[_OTHER]} {_OTHER}{hidden}")
    yield row("sentences", "; ".join(parts) or "none")
    if told.asides:
        yield row("set aside", f"{counted(len(told.asides), 'block')}{hidden}")
    for number, event in enumerate(told.events, start=1):
        yield row(f"event {number}", _event(event), GOOD)
    if not told.events:
        yield row("events", "No events.")


def _sort(sentence: TracedSentence) -> str:
    if any(frame.told for frame in sentence.frames):
        return "with an event"
    if sentence.stage is Stage.NO_DEED:
        return _OTHER
    return _BARE if sentence.stage is Stage.NO_OBJECT else _NEAR


def _event(event: Event) -> Text:
    text = Text(event_line(event))
    text.append(f"; confidence {event.confidence:.2f}{'; alerts' if event.alerts else ''}", DIM)
    return text
