"""One frozen type per stage: Source -> Item -> Article -> Event -> Story -> Alert -> Delivery.

A stage adds knowledge only by making the next type. Times are aware datetimes in UTC.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, Self

from pacts.terms import (
    ACTS,
    Act,
    DateBasis,
    DeliveryState,
    Form,
    Kind,
    Pages,
    Priority,
    PublishedBy,
    Reason,
    Scope,
    Sign,
    SourceKind,
    Status,
    Trust,
    Undated,
    Wait,
)

# --- sources -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Selectors:
    """CSS selectors of a listing page, each but ``item`` looked up inside one item."""

    item: str
    link: str = "a"
    title: str | None = None
    date: str | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One configured place that lists news items."""

    name: str
    kind: SourceKind
    url: str
    """An http or https address; for a folder, its path."""
    every: timedelta = timedelta(minutes=15)
    """Time between two checks: where it starts, and what it stays without bounds."""
    at_least: timedelta | None = None
    """The shortest interval that much news may lead to; None: never less than ``every``."""
    at_most: timedelta | None = None
    """The longest interval that little news may lead to; None: never more than ``every``."""
    language: str | None = None
    """BCP 47 primary tag ("en"), or None to be found out per article."""
    trust: Trust = Trust.ALLOWED
    time_zone: str = "UTC"
    """IANA name: how dates without a zone are meant."""
    undated: Undated = Undated.FIRST_SEEN
    """What becomes of articles that nothing dates."""
    select: Selectors | None = None
    pages: Pages = Pages.ALL
    max_items: int = 100
    """Only this many of the items listed first are considered in one poll."""
    allow_private: bool = False
    """Whether loopback and private addresses may be fetched."""
    hygiene: bool = True
    """Whether its articles are searched for signs of a hijacked site."""
    robots: bool = True
    """Whether robots.txt is asked and obeyed, for the listing and for its pages."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave us to ask "has it changed?", and the hash of the last body."""

    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One entry as a source lists it, before its page is fetched."""

    source: str
    key: str
    """Name inside the source, for ever: the guid by which it was first met, else the canonical
    address, else a hash of the content."""
    url: str
    title: str
    summary: str = ""
    published: datetime | None = None
    language: str | None = None
    content: str = ""
    """HTML that came with the listing itself, when it did."""
    guid: str = ""
    """What its document calls it, where that tells it from the other entries."""
    address: str = ""
    """``pacts.identity.page_name`` of its page, where that tells it from the other entries."""
    updated: datetime | None = None
    """When it was last edited, where the document says so."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What one poll of a source brought."""

    source: str
    items: tuple[Item, ...]
    validators: Validators
    unchanged: bool = False
    """The server said 304, or the body is the one of last time: ``items`` is empty."""
    max_age: float | None = None
    """Seconds for which the server promises no change."""
    moved_to: str | None = None
    """Another host to which permanent redirects lead."""


# --- articles ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Article:
    """An item reduced to the text that is judged.

    ``text`` begins with the title and a blank line: every offset of evidence counts code points
    from its start.
    """

    source: str
    key: str
    url: str
    title: str
    text: str
    published: datetime | None = None
    """When it was published as far as known; None when nothing says so."""
    language: str | None = None
    trust: Trust = Trust.ALLOWED
    signs: tuple[Sign, ...] = ()
    """What makes its page look hijacked, sorted; nothing as a rule."""
    site: str = ""
    """What its page calls the site; empty when it does not say."""
    published_by: PublishedBy = PublishedBy.NOTHING
    """What says when it was published."""

    @staticmethod
    def compose(title: str, body: str) -> str:
        """The text of an article out of its title and body."""
        return f"{title}\n\n{body}" if title else body


# --- events --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A day, a month, a year or any interval of days, both ends included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")

    @classmethod
    def day(cls, day: date) -> Self:
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int) -> Self:
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2025-05-06``, ``2025-05``, ``2025`` or two of them with a slash between.

        Raises ValueError for anything else.
        """
        first, _, last = text.partition("/")
        start = cls._parse_one(first)
        return cls(start.start, cls._parse_one(last).end) if last else start

    @classmethod
    def _parse_one(cls, text: str) -> Self:
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 3:
            return cls.day(date(*parts))
        if len(parts) == 2:
            return cls.month(*parts)
        if len(parts) == 1:
            return cls.year(parts[0])
        raise ValueError(f"not a date or period: {text!r}")

    def __str__(self) -> str:
        """The shortest ISO 8601 form that :meth:`parse` reads back as the same period."""
        if self.start == self.end:
            return self.start.isoformat()
        if self == Period.month(self.start.year, self.start.month):
            return f"{self.start.year:04}-{self.start.month:02}"
        if self == Period.year(self.start.year):
            return f"{self.start.year:04}"
        return f"{self.start.isoformat()}/{self.end.isoformat()}"

    def distance(self, other: Period) -> int:
        """Days between the two; 0 when they overlap or touch the same day."""
        return max(0, (other.start - self.end).days, (self.start - other.end).days)


SURE_ENOUGH: Final = 0.55
"""Below this confidence an event is kept and told to nobody unless a watch asks for it: on 270
documents and 83 general articles that were kept unread this costs none of 136 right alerts and
saves 8 of 41 false ones (2026-11)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that say so: ``article.text[start:end]``, cleaned of noise, is ``quote``."""

    quote: str
    start: int
    end: int
    cue: str
    """The words that decided the status."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a text says happened, will happen or did not happen."""

    kind: Kind
    act: Act
    status: Status
    parties: tuple[str, ...]
    """ISO 3166-1 alpha-2 codes and short names of organisations, sorted, no doubles."""
    evidence: Evidence
    scope: Scope = Scope.STATE
    level: str | None = None
    """A named level of relations in lower case English: "comprehensive strategic partnership"."""
    level_from: str | None = None
    document: str | None = None
    """The document as the text names it."""
    document_kind: str | None = None
    """"treaty", "agreement", "memorandum", "joint statement" and so on."""
    count: int | None = None
    """How many documents, where the text gives a number."""
    count_approx: bool = False
    date: Period | None = None
    date_basis: DateBasis | None = None
    place: str | None = None
    confidence: float = 0.5
    """Share of events like this one that were right on development data, 0 to 1."""

    def __post_init__(self) -> None:
        if self.act not in ACTS[self.kind]:
            raise ValueError(f"{self.kind} has no act {self.act}")
        if list(self.parties) != sorted(set(self.parties)):
            raise ValueError(f"parties must be sorted and unique: {self.parties}")

    @property
    def name(self) -> str:
        """``kind.act``, as watches write it."""
        return f"{self.kind}.{self.act}"

    @property
    def alerts(self) -> bool:
        """Whether a reader without any watch would call it news: concluded, between states."""
        return (
            self.confidence >= SURE_ENOUGH
            and self.status is Status.CONCLUDED
            and self.kind is not Kind.STATEMENT
            and self.scope is Scope.STATE
        )


# --- stories -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sighting:
    """One source telling one event."""

    source: str
    trust: Trust
    url: str
    title: str
    published: datetime | None
    event: Event
    item: str = ""
    """The key of the item inside its source."""
    agency: str = ""
    """The news agency that its text credits: "Reuters"; empty where it credits none."""
    sketch: tuple[int, ...] = ()
    """A few numbers out of its text, by which copies know each other (alerting.merging.copies)."""
    language: str = ""
    """Of its text, as a BCP 47 primary tag; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that say different things about one story."""

    field: str
    """"count", "date", "level" or "place"."""
    claims: tuple[tuple[str, tuple[str, ...]], ...]
    """What is said, and the names of the sources that say it; what most say comes first."""


@dataclass(frozen=True, slots=True)
class Story:
    """One real-world happening, told by one or more sources.

    Everything but ``id`` follows from its sightings (``alerting.merging.telling``), in whatever
    order they arrived.
    """

    sightings: tuple[Sighting, ...]
    kind: Kind
    act: Act
    status: Status
    parties: tuple[str, ...]
    scope: Scope
    level: str | None
    level_from: str | None
    document: str | None
    document_kind: str | None
    count: int | None
    count_approx: bool
    date: Period | None
    date_basis: DateBasis | None
    place: str | None
    confidence: float
    confirmed: bool
    """Told by at least one source that is not on hold."""
    lead: Sighting
    """The sighting that is quoted: the best evidence."""
    id: int | None = None
    independent: int = 0
    """Sources that tell it as it stands, without those that copy another; none on hold."""
    conflicts: tuple[Conflict, ...] = ()
    """What they do not agree on, side by side."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Names of the sources that tell it, sorted, no doubles."""
        return tuple(sorted({sighting.source for sighting in self.sightings}))


# --- watches, alerts, deliveries -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Near:
    """All ``words`` within a stretch of ``within`` words."""

    words: tuple[str, ...]
    within: int


@dataclass(frozen=True, slots=True)
class Keywords:
    """Words to find in an article: a trailing ``*`` stands for any ending."""

    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    near: Near | None = None
    same_sentence: tuple[str, ...] = ()
    """All of these within one sentence."""
    title_only: bool = False
    """Looked for in the title alone."""
    inflect: bool = False
    """English words in Latin letters also match their inflections: "sign", "signed"."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Which parties a watch wants, by their codes."""

    any: frozenset[str] = frozenset()
    all: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    """Every party of the story is one of these; empty means any party will do."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What somebody wants to hear of, and where."""

    name: str
    notify: tuple[str, ...]
    """Names of channels."""
    events: tuple[str, ...] = ()
    """``kind`` or ``kind.act``; none at all makes a watch on plain keywords."""
    parties: Parties = Parties()
    keywords: Keywords | None = None
    status: frozenset[Status] = frozenset({Status.CONCLUDED})
    scope: frozenset[Scope] = frozenset({Scope.STATE})
    levels: tuple[str, ...] = ()
    """Only stories whose level holds one of these words."""
    sources: frozenset[str] = frozenset()
    """Only these sources; empty means all."""
    languages: frozenset[str] = frozenset()
    """Only articles in these languages (BCP 47 primary tags); empty means all."""
    min_confidence: float = SURE_ENOUGH
    min_sources: int = 1
    """Told only when so many independent sources tell it."""
    max_age: timedelta = timedelta(days=45)
    """Older happenings are recorded and not sent: by default what is history in its article too."""
    remind: timedelta | None = None
    """Remind when the day of what was planned passed so long ago and nobody confirmed it."""
    priority: Priority = Priority.NORMAL


@dataclass(frozen=True, slots=True)
class Rate:
    """At most ``count`` messages in any stretch of time as long as ``per``."""

    count: int
    per: timedelta


@dataclass(frozen=True, slots=True)
class Template:
    """How somebody wants the messages of a channel: Jinja, in a file of the configuration."""

    file: str
    """Its path, as problems print it."""
    source: str = field(repr=False)
    form: Form = Form.TEXT
    """What it writes."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One place that messages go to. ``url`` is a secret and is never printed."""

    name: str
    url: str | None = field(default=None, repr=False)
    """An Apprise URL, or None for the console."""
    quiet: tuple[str, str, str] | None = None
    """Begin and end as HH:MM, and an IANA time zone: no messages in between."""
    loud: Priority | None = None
    """Alerts of this priority or above wait neither for the end of quiet hours nor for a digest
    nor for more sources."""
    digest: tuple[str, str] | None = None
    """When all that waits leaves as one message: HH:MM or the five fields of a cron line, and an
    IANA time zone."""
    empty_digest: bool = False
    """Whether a digest leaves at its time also when there is nothing to tell."""
    group_wait: timedelta = timedelta()
    """How long the first alert of a story waits for more sources."""
    rate: Rate | None = None
    """The most messages that it gets."""
    escalate: str | None = None
    """The channel that gets a copy of what this one does not take."""
    form: Form | None = None
    """How its messages are written; None: as its service speaks."""
    template: Template | None = None
    """Written by its own template; None: as they are built in."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing that matches is sent until ``until``."""

    until: datetime
    comment: str
    parties: frozenset[str] = frozenset()
    events: tuple[str, ...] = ()
    watch: str | None = None
    story: int | None = None
    """The number of the only story that it covers."""
    source: str | None = None
    """The only source whose articles start no alert; they still add to stories."""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """A judgement that somebody should, or should not, be told something now."""

    reason: Reason
    watches: tuple[str, ...]
    channels: tuple[str, ...]
    """Who is told; kept for alerts that are not sent as well, to show who would have been."""
    priority: Priority
    created: datetime
    headline: str
    """One line: "Kazakhstan and Vietnam: strategic partnership (upgraded)"."""
    story: Story | None = None
    """The story as it stood when the alert was made; None for plain keywords."""
    article: Article | None = None
    """The matching article of an alert on plain keywords; None otherwise. What is told to the
    operator has neither: its headline and detail say it all."""
    matched: tuple[str, ...] = ()
    """The keywords found, as they stand in the text."""
    detail: str = ""
    """One sentence more on the reason: "was planned", "20 agreements, told as 12"."""
    cautions: tuple[str, ...] = ()
    """What is doubtful or cannot be by what was known before, each a whole sentence."""
    background: tuple[str, ...] = ()
    """Earlier steps of the same document or level, each a whole sentence."""
    source: str = ""
    """With ``item`` the article that gave rise to it; empty for reminders and for the operator."""
    item: str = ""
    """The key of the item inside its source."""
    silence: int | None = None
    """The number of the silence that kept it back."""
    amended: datetime | None = None
    """When it was last brought up to date, before anybody got it."""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """From when on an alert may leave through a channel, in UTC, and what it waits for if it
    has to.
    """

    until: datetime
    waits_for: Wait | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One alert on its way to one channel."""

    id: int
    alert: Alert
    channel: str
    state: DeliveryState
    attempts: int
    not_before: datetime
    """Earliest time of the next attempt: quiet hours, digests and back-off end here."""
    sent_at: datetime | None = None
    error: str | None = None
    waits_for: Wait | None = None
    """Why not before ``not_before``; None when nothing keeps it, or when it is over."""
    instead_of: str | None = None
    """The channel that did not take it: this is a copy for the one that stands in."""


@dataclass(frozen=True, slots=True)
class Alive:
    """What shows that the service works: how its sources did of late, and what is still to send."""

    at: datetime
    sources: int
    answered: int
    """Sources that answered within the last day."""
    last_poll: datetime | None
    waiting: int
    """Messages that a channel has refused and that are still to be sent."""
    time_zone: str = "UTC"
    """IANA name: where the reader is."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why a message leaves as it does, beside what its alerts say."""

    together: Wait | None = None
    """What its alerts have waited for; None for one that leaves alone."""
    alive: Alive | None = None
    """With digests."""
    instead_of: str | None = None
    """The channel that did not take it: this goes to the one that stands in."""
    refusal: str = ""
    """Why it did not."""


@dataclass(frozen=True, slots=True)
class Message:
    """An alert, or a digest of several, in every form that a channel may ask for."""

    title: str
    text: str
    """Plain text."""
    html: str
    """The same as HTML without scripts, styles in attributes only; all foreign text escaped."""
    markdown: str = ""
    """The same for chat services; nothing foreign in it can be taken for markup."""
    short: str = ""
    """What a text message has room for beside the title."""
    smaller: Message | None = None
    """The same in fewer words, for channels with less room."""
