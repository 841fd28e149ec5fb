"""What extraction saw in an article as one JSON object: what ``explain --json`` prints.

Every key is always there. ``start`` and ``end`` count code points of the article's text, which
begins with its title and an empty line; ``into`` counts in ``events`` from 0.
"""

from __future__ import annotations

from typing import Any

from extraction.casts import Cast
from extraction.context import Context
from extraction.dates import Dated
from extraction.fates import Told
from extraction.heads import Head
from extraction.near_misses import Miss, Use
from extraction.trace import Aside, Stage, Trace, TracedFrame, TracedSentence
from pacts.codec import event_to_json
from pacts.model import Article
from worker.showing.shapes import time_json


def to_json(told: Trace, article: Article, *, everything: bool) -> dict[str, Any]:
    """The whole trace; without ``everything`` only sentences with a deed, and nothing set aside."""
    shown = [
        (number, sentence)
        for number, sentence in enumerate(told.sentences, start=1)
        if everything or sentence.stage is not Stage.NO_DEED
    ]
    return {
        "title": told.title,
        "url": article.url,
        "language": told.language,
        "read": bool(told.sentences),
        "published": time_json(article.published),
        "published_by": article.published_by.value,
        "context": _context(told.context),
        "sentences": [_sentence(number, sentence) for number, sentence in shown],
        "set_aside": [_aside(aside) for aside in told.asides] if everything else [],
        "alert": any(event.alerts for event in told.events),
        "events": [event_to_json(event) for event in told.events],
    }


def _context(context: Context) -> dict[str, Any]:
    return {
        "pair": list(context.pair),
        "publisher": context.home,
        "visit": str(context.visit) if context.visit else None,
        "dateline": str(context.dateline) if context.dateline else None,
        "looks_back": context.looks_back,
    }


def _sentence(number: int, told: TracedSentence) -> dict[str, Any]:
    return {
        "number": number,
        "role": told.sentence.role.value,
        "start": told.start,
        "end": told.end,
        "text": " ".join(told.sentence.quote.split()),
        "stage": told.stage.value,
        "objects": [_head(told, head) for head in told.objects],
        "names": [
            {
                "text": " ".join(named.mention.surface.split()),
                "code": named.codes[0],
                "kind": named.mention.kind,
                "use": use.value if use is not Use.NONE else None,
            }
            for named, use in told.names
        ],
        "dates": [_dated(told, dated) for dated in told.dates],
        "frames": [_frame(told, frame) for frame in told.frames],
        "misses": [_miss(told, miss) for miss in told.misses],
    }


def _head(told: TracedSentence, head: Head) -> dict[str, Any]:
    text = told.sentence.words(head.first, head.last)
    return {"text": text, "family": head.family, "kind": head.kind}


def _dated(told: TracedSentence, dated: Dated) -> dict[str, Any]:
    return {
        "text": told.sentence.words(dated.first, dated.last),
        "date": str(dated.period),
        "basis": dated.basis.value,
    }


def _miss(told: TracedSentence, miss: Miss) -> dict[str, Any]:
    mark = miss.trigger
    text = told.sentence.words(mark.first, mark.last)
    return {"trigger": text, "deed": mark.value, "why": miss.why}


def _frame(told: TracedSentence, traced: TracedFrame) -> dict[str, Any]:
    finding = traced.finding
    frame, verdict = finding.frame, finding.verdict
    sentence = told.sentence
    first, last = sentence.clause(frame.trigger.first)
    return {
        "trigger": sentence.words(frame.trigger.first, frame.trigger.last),
        "deed": frame.trigger.value,
        "object": _head(told, frame.head),
        "clause": " ".join(sentence.words(first, last).split()),
        "voice": frame.voice.value,
        "kind": frame.kind.value,
        "act": frame.act.value,
        "level": frame.level.name if frame.level else None,
        "level_from": frame.level_from.name if frame.level_from else None,
        "status": verdict.status.value if verdict.status else None,
        "cue": verdict.cue,
        "why": verdict.why,
        "certainty": round(verdict.certainty, 4),
        "date": _dated(told, verdict.dated) if verdict.dated else None,
        "cast": _cast(finding.cast) if finding.cast else None,
        "dropped": traced.dropped or None,
        "events": [_told(one) for one in traced.told],
    }


def _cast(cast: Cast) -> dict[str, Any]:
    return {
        "groups": [list(group) for group in cast.groups],
        "scope": cast.scope.value,
        "certainty": round(cast.certainty, 4),
        "how": cast.how,
    }


def _told(told: Told) -> dict[str, Any]:
    return {"fate": told.fate.value, "into": told.into, "event": event_to_json(told.event)}


def _aside(aside: Aside) -> dict[str, Any]:
    return {
        "role": aside.role.value,
        "start": aside.start,
        "end": aside.end,
        "text": aside.text,
        "why": aside.why,
    }
