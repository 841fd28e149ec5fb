"""What one alert says, in parts: the text and the HTML of a message are two faces of this. Pure.

Everything in an :class:`Entry` is clean (:mod:`notifiers.clean`) and nothing in it is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from notifiers.clean import clean, clean_quote, clean_title, safe_link
from notifiers.snippet import around
from notifiers.wording import (
    REASON,
    SCOPE,
    STATUS,
    counted,
    day,
    deed,
    level,
    party_names,
    quoted,
    says_only_its_kind,
    when,
)
from pacts.model import Alert, Article, Sighting, Story
from pacts.terms import Kind, Priority, Reason, Scope, Status

_NAMES_SHOWN: Final = 8
"""Sources that are named; of more only the number is told."""
KEYWORDS: Final = "keywords"
OPERATOR: Final = "operator"
"""What entries without a kind are about."""


@dataclass(frozen=True, slots=True)
class Teller:
    """One source that tells it; ``link`` leads to its first article."""

    name: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One alert, ready to be laid out."""

    title: str
    marker: str
    """Where it stands, in a word or two: "concluded", "now concluded"."""
    facts: tuple[tuple[str, str], ...]
    """Label and value."""
    quote: str
    quoted_from: str
    link: str | None
    tellers: tuple[Teller, ...]
    told_by: str
    """"Told by 3 sources", before the tellers; empty for a plain keyword alert."""
    why: str
    watches: str
    reference: str
    priority: Priority
    kind: Kind | None
    status: Status | None
    matched: tuple[str, ...] = ()
    """Words to stress in the quote."""
    said: str = ""
    """What the operator is told, in whole sentences; empty for all others."""

    @property
    def subject(self) -> str:
        """The title with the marker, for a subject line or a heading."""
        return f"{self.title} · {self.marker}" if self.marker else self.title

    @property
    def group(self) -> str:
        """What it is about: its kind, ``keywords`` or ``operator``."""
        return self.kind or (OPERATOR if self.said else KEYWORDS)

    @property
    def unnamed(self) -> int:
        """Tellers beyond those that are named."""
        return max(0, len(self.tellers) - _NAMES_SHOWN)

    @property
    def named(self) -> tuple[Teller, ...]:
        return self.tellers[:_NAMES_SHOWN]


def entry_of(alert: Alert) -> Entry:
    """The parts of one alert."""
    if alert.story is not None:
        return _of_story(alert, alert.story)
    if alert.article is not None:
        return _of_article(alert, alert.article)
    if alert.reason is Reason.OPERATOR:
        return _of_operator(alert)
    raise ValueError("an alert needs a story or an article")


def _of_operator(alert: Alert) -> Entry:
    return Entry(
        title=clean_title(alert.headline),
        marker="",
        facts=(),
        quote="",
        quoted_from="",
        link=None,
        tellers=(),
        told_by="",
        why=REASON[alert.reason],
        watches="",
        reference=_reference(alert, OPERATOR),
        priority=alert.priority,
        kind=None,
        status=None,
        said=_sentence(alert.detail) or _sentence(alert.headline),
    )


def _of_story(alert: Alert, story: Story) -> Entry:
    lead = story.lead
    tellers = _tellers(story)
    return Entry(
        title=clean_title(alert.headline),
        marker=_marker(alert.reason, story.status),
        facts=tuple(_story_facts(story)),
        quote=clean_quote(lead.event.evidence.quote),
        quoted_from=_source_line(lead),
        link=safe_link(lead.url),
        tellers=tellers,
        told_by=f"Told by {counted(len(tellers), 'source')}",
        why=_why(alert),
        watches=_watches(alert),
        reference=_reference(alert, f"{story.kind}.{story.act}"),
        priority=alert.priority,
        kind=story.kind,
        status=story.status,
    )


def _of_article(alert: Alert, article: Article) -> Entry:
    return Entry(
        title=clean_title(alert.headline or article.title),
        marker=KEYWORDS,
        facts=tuple(_item_facts(alert, article)),
        quote=around(article, alert.matched),
        quoted_from=clean(article.source),
        link=safe_link(article.url),
        tellers=(),
        told_by="",
        why=_why(alert),
        watches=_watches(alert),
        reference=_reference(alert, KEYWORDS),
        priority=alert.priority,
        kind=None,
        status=None,
        matched=tuple(clean(word) for word in alert.matched),
    )


def _marker(reason: Reason, status: Status) -> str:
    return {
        Reason.ADVANCED: f"now {status}",
        Reason.CORRECTED: f"{status}, corrected",
        Reason.DENIED: "denied",
    }.get(reason, str(status))


def _story_facts(story: Story) -> Iterator[tuple[str, str]]:
    yield "What", deed(story)
    if told := level(story):
        yield "Level", told
    yield "Parties", party_names(story.parties)
    yield "Status", STATUS[story.status]
    yield "Date", when(story.date, story.date_basis)
    if story.place:
        yield "Place", clean(story.place)
    if story.document and not says_only_its_kind(story):
        yield "Document", f"“{clean_quote(story.document)}”"
    if story.scope is not Scope.STATE:
        yield "Between", SCOPE[story.scope]
    if not story.confirmed:
        yield "Caution", "told only by sources that are on hold"


def _item_facts(alert: Alert, article: Article) -> Iterator[tuple[str, str]]:
    yield "Words", quoted(alert.matched)
    if article.published:
        yield "Published", day(article.published)


def _source_line(sighting: Sighting) -> str:
    published = f", {day(sighting.published)}" if sighting.published else ""
    return f"{clean(sighting.source)}{published}"


def _tellers(story: Story) -> tuple[Teller, ...]:
    first = {
        sighting.source: safe_link(sighting.url)
        # The earliest article of each source: later ones are overwritten by it.
        for sighting in sorted(story.sightings, key=_published_last)
    }
    return tuple(Teller(clean(name), first[name]) for name in story.sources)


def _published_last(sighting: Sighting) -> tuple[bool, float, str]:
    """Latest first; those without a time before all others."""
    published = sighting.published
    return (published is not None, -published.timestamp() if published else 0.0, sighting.url)


def _why(alert: Alert) -> str:
    return " ".join(part for part in (REASON[alert.reason], _sentence(alert.detail)) if part)


def _sentence(words: str) -> str:
    """With a capital and a full stop."""
    words = clean(words)
    if words and words[-1] not in ".!?":
        words += "."
    return words[:1].upper() + words[1:]


def _watches(alert: Alert) -> str:
    return quoted(alert.watches)


def _reference(alert: Alert, name: str) -> str:
    parts = [f"alert {alert.id}" if alert.id is not None else ""]
    if alert.story is not None and alert.story.id is not None:
        parts.append(f"story {alert.story.id}")
    return " · ".join([part for part in parts if part] + [name])
