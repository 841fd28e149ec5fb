"""What one alert says, in parts: each form of a message is a face of this. Pure.

Everything in an :class:`Entry` is clean (:mod:`notifiers.clean`) and nothing in it is escaped.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from notifiers.clean import clean, clean_own, clean_quote, directed, safe_link
from notifiers.doubts import doubts_of, sources_now
from notifiers.snippet import around
from notifiers.subject import subject_of
from notifiers.wording import REASON, SCOPE, foreign, quoted, sentence
from pacts import headline
from pacts.counting import counted
from pacts.days import minute
from pacts.model import Alert, Article, Sighting, Story
from pacts.names import listed
from pacts.nouns import is_shortened
from pacts.terms import Kind, Priority, Reason, Scope, Status, Trust

_TELLERS_NAMED: Final = 8
"""Sources that are named; of more only the number is told."""
_NEVER: Final = datetime.max.replace(tzinfo=UTC)
KEYWORDS: Final = "keywords"
OPERATOR: Final = "operator"
"""What entries without a kind are about."""


@dataclass(frozen=True, slots=True)
class Teller:
    """One source that tells it; ``link`` leads to its first article."""

    name: str
    link: str | None
    time: str
    """When that was published, as people write it; empty when nothing says so."""
    told_as: str = ""
    """ "planned", where it tells it in another state than the story has now; "on hold"; of who is
    quoted the language, unless that is English."""

    @property
    def label(self) -> str:
        """ "vgp, 7 May 2025, 08:00 UTC (planned)"."""
        time = f", {self.time}" if self.time else ""
        return self.name + time + (f" ({self.told_as})" if self.told_as else "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One alert, ready to be laid out, in the order in which it is read."""

    subject: str
    said: str
    """What happened, in one sentence; of the operator's alerts what they have to say."""
    change: str
    """Of a follow-up what is different now; empty for a first report."""
    quote: str
    teller: Teller | None
    """Who is quoted."""
    language: str
    """The code of that of the quote; empty where it is not known."""
    doubts: tuple[str, ...]
    """What is uncertain, in sentences."""
    background: tuple[str, ...]
    """What came before, in sentences."""
    told_by: str
    """ "Told by 3 sources, 2 of them independent."; empty where it is one."""
    told_by_briefly: str
    """ "3 sources"."""
    others: tuple[Teller, ...]
    """Who tells it, or told it in another state, beside the one that is quoted."""
    why: str
    watches: str
    """In quotation marks; empty where no watch asked."""
    words: str
    """The keywords that matched, in quotation marks."""
    commands: tuple[str, ...]
    """What to run to know more, or to say that it is wrong."""
    reference: str
    priority: Priority
    kind: Kind | None
    status: Status | None
    matched: tuple[str, ...] = ()
    """Words to stress in the quote."""

    @property
    def group(self) -> str:
        """What it is about: its kind, ``keywords`` or ``operator``."""
        return self.kind or (KEYWORDS if self.teller else OPERATOR)

    @property
    def link(self) -> str | None:
        """Where to read it."""
        return self.teller.link if self.teller else None

    @property
    def others_heading(self) -> str:
        """What stands above the others."""
        return f"{self.told_by} Also:" if self.told_by else "Told before by others:"

    @property
    def named(self) -> tuple[Teller, ...]:
        return self.others[:_TELLERS_NAMED]

    @property
    def unnamed(self) -> int:
        """Others beyond those that are named."""
        return max(0, len(self.others) - _TELLERS_NAMED)


def entry_of(alert: Alert) -> Entry:
    """The parts of one alert. Raises ValueError when it is about nothing."""
    if alert.story is not None:
        return _of_story(alert, alert.story)
    if alert.article is not None:
        return _of_article(alert, alert.article)
    if alert.reason is Reason.OPERATOR:
        return _of_operator(alert)
    raise ValueError("an alert needs a story or an article")


def _of_operator(alert: Alert) -> Entry:
    return Entry(
        subject=subject_of(alert),
        said=sentence(clean_own(alert.detail or alert.headline)),
        change="",
        quote="",
        teller=None,
        language="",
        doubts=(),
        background=(),
        told_by="",
        told_by_briefly="",
        others=(),
        why=REASON[alert.reason],
        watches="",
        words="",
        commands=(),
        reference=_reference(alert, OPERATOR),
        priority=alert.priority,
        kind=None,
        status=None,
    )


def _of_story(alert: Alert, story: Story) -> Entry:
    tellers = _tellers(story)
    quoted_from = _teller(story.lead, story)
    now = len(sources_now(story))
    return Entry(
        subject=subject_of(alert),
        said=_said(story),
        change=_change(alert),
        quote=clean_quote(story.lead.event.evidence.quote),
        teller=replace(quoted_from, told_as=foreign(story.lead.language)),
        language=story.lead.language,
        doubts=doubts_of(alert, story),
        background=tuple(clean(line) for line in alert.background),
        told_by=_told_by(story, now),
        told_by_briefly=counted(now, "source") if now else "",
        others=tuple(one for one in tellers if one.name != quoted_from.name),
        why=_why(alert),
        watches=quoted(alert.watches),
        words=quoted(alert.matched),
        commands=_commands(story),
        reference=_reference(alert, f"{story.kind}.{story.act}"),
        priority=alert.priority,
        kind=story.kind,
        status=story.status,
    )


def _of_article(alert: Alert, article: Article) -> Entry:
    published = minute(article.published) if article.published else ""
    return Entry(
        subject=subject_of(alert),
        said=_item(alert, article),
        change="",
        quote=around(article, alert.matched),
        teller=Teller(
            directed(clean(article.source)),
            safe_link(article.url),
            published,
            foreign(article.language or ""),
        ),
        language=article.language or "",
        doubts=tuple(clean(caution) for caution in alert.cautions),
        background=(),
        told_by="",
        told_by_briefly="",
        others=(),
        why=_why(alert),
        watches=quoted(alert.watches),
        words="",
        commands=(),
        reference=_reference(alert, KEYWORDS),
        priority=alert.priority,
        kind=None,
        status=None,
        matched=tuple(clean(word) for word in alert.matched),
    )


def _change(alert: Alert) -> str:
    """Who tells it, which is the change of a threshold, stands under what is quoted."""
    if not alert.reason.sends or alert.reason is Reason.THRESHOLD:
        return ""
    return sentence(clean(alert.detail))


def _said(story: Story) -> str:
    """The sentence, with what it had no room for."""
    parts = [clean(headline.sentence(story))]
    if story.document and is_shortened(story.document):
        parts.append(f"In full: “{clean_quote(story.document)}”.")
    if story.scope is not Scope.STATE:
        parts.append(f"The parties are {SCOPE[story.scope]}.")
    return " ".join(parts)


def _item(alert: Alert, article: Article) -> str:
    """Who has which words; and the title where the subject had no room for all of it."""
    words = listed([f"“{clean(word)}”" for word in alert.matched]) or "the words of a watch"
    said = f"A new item from {directed(clean(article.source))} has {words}."
    title = clean(article.title)
    return said if title in subject_of(alert) else f"{said} Its title: “{directed(title)}”."


def _tellers(story: Story) -> tuple[Teller, ...]:
    """Each source once, with its earliest article that tells the story as it stands now."""
    first: dict[str, Sighting] = {}
    # Who tells it as it stands now and told it otherwise before is named with the later article.
    told_now = sorted(
        story.sightings, key=lambda s: (s.event.status is not story.status, _by_time(s))
    )
    for sighting in told_now:
        first.setdefault(sighting.source, sighting)
    return tuple(_teller(sighting, story) for sighting in first.values())


def _teller(sighting: Sighting, story: Story) -> Teller:
    published = minute(sighting.published) if sighting.published else ""
    status = sighting.event.status
    told_as = "" if status is story.status else str(status)
    if sighting.trust is Trust.HOLD and story.confirmed:
        told_as = "on hold"
    return Teller(directed(clean(sighting.source)), safe_link(sighting.url), published, told_as)


def _told_by(story: Story, now: int) -> str:
    if now < 2:
        return ""
    known = 0 < story.independent < now
    return f"Told by {now} sources{f', {story.independent} of them independent' if known else ''}."


def _by_time(sighting: Sighting) -> tuple[datetime, str, str]:
    """Undated ones last."""
    return (sighting.published or _NEVER, sighting.source, sighting.url)


def _why(alert: Alert) -> str:
    if alert.reason.sends:
        return REASON[alert.reason]
    return " ".join(part for part in (REASON[alert.reason], sentence(clean(alert.detail))) if part)


def _commands(story: Story) -> tuple[str, ...]:
    if story.id is None:
        return ()
    return (f"pactwatch alerts why {story.id}", f"pactwatch mark {story.id} wrong")


def _reference(alert: Alert, name: str) -> str:
    parts = [f"alert {alert.id}" if alert.id is not None else ""]
    if alert.story is not None and alert.story.id is not None:
        parts.append(f"story {alert.story.id}")
    parts.append(name)
    if alert.priority is Priority.HIGH:
        parts.append("high priority")
    return " · ".join(part for part in parts if part)
