"""Marked stories as examples: do they still come out as they were judged?

A story marked *right* holds while extraction tells its event again with the same kind, act,
status, parties, scope, level, count and date; how the document is named, the place and the
confidence may change. One marked *wrong* holds while no event of that family is told with the
same status, parties, scope and level. Nothing is said of other events of the article.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pacts.codec import event_to_json
from pacts.counting import counted
from pacts.model import Article, Event
from pacts.terms import Status
from storage.records import Mark
from worker.measuring.gold import GoldEvent
from worker.measuring.scoring import told_again
from worker.showing.documents import event_line
from worker.showing.shapes import mark_json, told

Extract = Callable[[Article], Sequence[Event]]


@dataclass(frozen=True, slots=True)
class Broken:
    """A mark that does not hold, and what is told of its article now."""

    mark: Mark
    found: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """How many marks were tried, and which of them do not hold."""

    marks: int
    broken: tuple[Broken, ...]


def judge(marks: Iterable[Mark], extract: Extract) -> Report:
    """Run extraction over every marked article."""
    answers = [(mark, tuple(extract(mark.article))) for mark in marks]
    broken = [Broken(mark, found) for mark, found in answers if not holds(mark, found)]
    return Report(len(answers), tuple(broken))


def holds(mark: Mark, found: Sequence[Event]) -> bool:
    """Whether these events of the marked article agree with the mark."""
    if mark.right:
        return any(_facts(event) == _facts(mark.event) for event in found)
    return not any(told_again(gold_event(mark.event), event) for event in found)


def _facts(event: Event) -> tuple[object, ...]:
    said = (event.kind, event.act, event.status, event.parties)
    return (*said, event.scope, event.level, event.count, event.date)


# --- telling -------------------------------------------------------------------------------


def render(report: Report) -> str:
    """For people: the broken ones with what they were and what is told now."""
    if not report.marks:
        return "No story is marked."
    lines = [f"{counted(report.marks, 'mark')}, {len(report.broken) or 'none'} broken."]
    for broken in report.broken:
        mark = broken.mark
        lines += ["", f"broken: {name(mark)}, {told(mark)}: {event_line(mark.event)}"]
        lines += [f"    {mark.article.title}".rstrip(), f"    {mark.article.url}".rstrip()]
        lines += [f"    “{mark.event.evidence.quote}”"]
        lines += [f"    marked so: {mark.comment}"] if mark.comment else []
        lines += [f"    now: {event_line(event)}" for event in broken.found] or ["    now: nothing"]
    return "\n".join(line for line in lines if not line or line.strip())


def name(mark: Mark) -> str:
    return f"mark {mark.id}" if mark.story is None else f"story {mark.story}"


def to_json(report: Report) -> dict[str, Any]:
    return {
        "marks": report.marks,
        "held": report.marks - len(report.broken),
        "broken": [
            {**mark_json(one.mark), "found": [event_to_json(event) for event in one.found]}
            for one in report.broken
        ],
    }


# --- labelled documents --------------------------------------------------------------------

_ONE_JUDGED = "only the marked event was judged"


def gold_event(event: Event) -> GoldEvent:
    """An event of ours as a labeller would have written it down."""
    return GoldEvent(
        kind=event.kind,
        act=event.act,
        status=event.status,
        parties=frozenset(event.parties),
        scope=event.scope,
        what=event.level or event.document or "",
        count=event.count,
        date=event.date,
        quote=event.evidence.quote,
    )


def gold_lines(marks: Iterable[Mark]) -> list[str]:
    """Marks as the lines of a file for ``pactwatch evaluate``.

    Of one article and event that were judged twice, for two stories, the later mark stands.
    """
    documents = {_identity(mark): _document(mark) for mark in marks}
    return [json.dumps(one, ensure_ascii=False) + "\n" for one in documents.values()]


def _document(mark: Mark) -> dict[str, Any]:
    article, event = mark.article, _label(mark.event)
    head = Article.compose(article.title, "")
    titled = bool(article.title) and article.text.startswith(head)
    alerts = mark.right and mark.event.alerts
    return {
        "id": _identity(mark),
        "lang": article.language,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "title": article.title if titled else "",
        "text": article.text.removeprefix(head) if titled else article.text,
        # Whether the rest of the article alerts, nobody said.
        "alert": "yes" if alerts else "either",
        "events": [event] if mark.right else [],
        "must_not": [] if mark.right else [event],
        "optional": [f"{status}: {_ONE_JUDGED}" for status in Status],
        "comment": mark.comment,
    }


def _label(event: Event) -> dict[str, Any]:
    return {
        "kind": event.kind.value,
        "act": event.act.value,
        "parties": list(event.parties),
        "scope": event.scope.value,
        "what": event.level or event.document or "",
        "status": event.status.value,
        "count": event.count,
        "date": str(event.date) if event.date else None,
        "quote": event.evidence.quote,
    }


def _identity(mark: Mark) -> str:
    """The same for the same example, whichever database it is in; no two of one file share it."""
    said = json.dumps([mark.article.text, event_to_json(mark.event)], sort_keys=True)
    return f"mark-{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:16]}"
