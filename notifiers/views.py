"""What a template may use: one frozen view of each alert, everything in it clean.

These names are documented and stay: templates of users rest on them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from notifiers.clean import clean
from notifiers.facts import Entry, Teller, entry_of
from pacts.model import Alert, Story
from pacts.names import name_of


class Link(str):
    """An address that may be followed; empty where there is none."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class TellerView:
    """One source that tells it."""

    name: str
    link: Link
    time: str
    told_as: str
    """"planned", where it tells it in another state; "on hold"; the language of the quote."""


@dataclass(frozen=True, slots=True)
class AlertView:
    """One alert."""

    subject: str
    sentence: str
    change: str
    quote: str
    source: TellerView | None
    """Who is quoted; None for what the operator is told."""
    link: Link
    doubts: tuple[str, ...]
    background: tuple[str, ...]
    others: tuple[TellerView, ...]
    told_by: str
    independent: int
    reason: str
    why: str
    watches: tuple[str, ...]
    words: tuple[str, ...]
    priority: str
    kind: str
    act: str
    status: str
    parties: tuple[str, ...]
    """Names."""
    codes: tuple[str, ...]
    level: str
    document: str
    count: int | None
    place: str
    date: dt.date | None
    """The first day."""
    until: dt.date | None
    """The last day."""
    confidence: float | None
    id: int | None
    story: int | None
    """The number of its story."""


VARIABLES: Final = ("alerts", "alert", "subject", "digest")


def view_of(alert: Alert) -> AlertView:
    """Raises ValueError for an alert about nothing."""
    entry = entry_of(alert)
    story = alert.story
    return AlertView(
        subject=entry.subject,
        sentence=entry.said,
        change=entry.change,
        quote=entry.quote,
        source=_teller(entry.teller) if entry.teller else None,
        link=Link(entry.link or ""),
        doubts=entry.doubts,
        background=entry.background,
        others=tuple(_teller(one) for one in entry.others),
        told_by=entry.told_by,
        independent=story.independent if story else 0,
        reason=str(alert.reason),
        why=entry.why,
        watches=tuple(clean(name) for name in alert.watches),
        words=tuple(clean(word) for word in alert.matched),
        priority=str(alert.priority),
        kind=_kind(entry),
        act=str(story.act) if story else "",
        status=str(story.status) if story else "",
        parties=tuple(name_of(code) for code in _codes(story)),
        codes=_codes(story),
        level=clean(story.level or "") if story else "",
        document=clean(story.document or "") if story else "",
        count=story.count if story else None,
        place=clean(story.place or "") if story else "",
        date=story.date.start if story and story.date else None,
        until=story.date.end if story and story.date else None,
        confidence=story.confidence if story else None,
        id=alert.id,
        story=story.id if story else None,
    )


def _kind(entry: Entry) -> str:
    return str(entry.group)


def _codes(story: Story | None) -> tuple[str, ...]:
    return tuple(clean(code) for code in story.parties if code != "+") if story else ()


def _teller(teller: Teller) -> TellerView:
    return TellerView(teller.name, Link(teller.link or ""), teller.time, teller.told_as)
