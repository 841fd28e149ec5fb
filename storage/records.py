"""What the store tells of itself: frozen records that no other room needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from pacts.model import Alert, Article, Delivery, Event, Story, Validators
from pacts.terms import PublishedBy, Reason, Rung, Sign, Trust, Wait


@dataclass(frozen=True, slots=True)
class Watched:
    """What the polls so far showed of how often a source has news; what is older counts less."""

    hits: float = 0.0
    """Polls that brought something new."""
    time: timedelta = timedelta()
    """The time that they looked back on."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How a source was configured to be asked: two texts that are compared and not read."""

    reading: str
    """What decides what its list gives."""
    timing: str
    """What decides when it is asked."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """How one source is doing. Times are UTC."""

    name: str
    kind: str
    url: str
    validators: Validators
    next_check: datetime
    last_poll: datetime | None
    """The last poll, whatever came of it."""
    last_success: datetime | None
    last_new_item: datetime | None
    failures: int
    """Polls failed in a row; 0 after a success."""
    last_error: str | None
    """Why the last poll failed; None after a success."""
    baselined_at: datetime | None
    """End of the first successful poll, whose items are recorded in silence."""
    items: int
    """Items known, in whatever state."""
    retired: bool
    """No longer configured; its items stay."""
    watched: Watched = Watched()
    last_whole: datetime | None = None
    """The last time it gave its whole list, and not only the word that nothing had changed."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """An item that was met before, as far as it is recognised by it. Times are UTC."""

    id: int
    key: str
    guids: frozenset[int] = frozenset()
    """Names of ``pacts.identity``, as all the others."""
    addresses: frozenset[int] = frozenset()
    words: frozenset[int] = frozenset()
    title: str | None = None
    """What the listing last called it; None where nobody kept that."""
    said: int | None = None
    published: datetime | None = None
    updated: datetime | None = None
    settled: bool = True
    """False while it waits for another try."""
    baseline: bool = False
    """Met in the silent first poll of its source."""
    first_seen: datetime | None = None
    rereads: int = 0
    """How often its page was read again because the listing said something else."""
    reread_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """What an item said until it was edited."""

    replaced_at: datetime
    url: str
    title: str
    published: datetime | None
    text: str


class MomentKind(StrEnum):
    """What came at a moment of the archive."""

    SILENCE = "silence"
    ITEM = "item"
    REVISION = "revision"
    JOINED = "joined"
    PARTED = "parted"


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that was judged, or bore on what was judged afterwards."""

    at: datetime
    kind: MomentKind
    id: int
    """Of the silence, of the item, or of the story that somebody made of two or parted."""
    other: int = 0
    """The story that it was parted from."""


@dataclass(frozen=True, slots=True)
class Settled:
    """An item as it was judged, with the events that it tells today."""

    id: int
    article: Article
    events: tuple[Event, ...]
    baseline: bool
    """It was judged in silence."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Shape:
    """What one listing looked like: how many items, and how many of them have what."""

    items: int
    titled: int
    """Items whose title reads like a headline and not like an entry of a menu."""
    dated: int


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How one source is doing beyond its last poll. Times are UTC."""

    rung: Rung = Rung.OK
    weight: float = 0.0
    """Of the failures in a row; 0 after a success."""
    since: datetime | None = None
    """The first failure of the row."""
    failure: str | None = None
    """The name (not the sentence) of the last failure in ``pacts.errors.FetchFailure``."""
    told: bool = False
    """The operator has been told of this fall."""
    quiet_since: datetime | None = None
    """Since when the operator knows that nothing new comes."""
    drift: str | None = None
    """Why the listing no longer looks as it did."""
    drift_since: datetime | None = None
    suspect: int = 0
    """Listings in a row that looked wrong before that was believed."""
    shapes: tuple[Shape, ...] = ()
    """What the latest listings looked like, the oldest first."""
    held_at: datetime | None = None
    """Since when it is on hold for what its pages look like."""
    held_why: str | None = None
    released_at: datetime | None = None
    """When somebody ended the last hold: what it published before no longer counts."""
    site: str = ""
    """What its pages call the site."""
    site_seen: int = 0
    """How much that name is to be believed: more with each page that gives it."""
    moved_to: str | None = None
    """Where it has moved for good, as the operator was told."""
    missed: int = 0
    """Polls of late that found nothing but new items: some may have come and gone unseen."""
    missed_at: datetime | None = None
    """The last of them."""
    missed_told: datetime | None = None
    """When the operator was last told of it."""


@dataclass(frozen=True, slots=True)
class HeldItem:
    """An item that may start no alert, by its row id."""

    id: int
    key: str
    signs: tuple[Sign, ...]
    """What its own page looks like."""
    baseline: bool
    """It was met in the silent first poll of its source."""


@dataclass(frozen=True, slots=True)
class Outage:
    """So many sources fail at once that the cause must be here."""

    since: datetime
    """When the first of them began to fail, in UTC."""
    woken: bool = False
    """The first to answer again had the others asked before their time."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to send one delivery."""

    delivery: int
    at: datetime
    ok: bool
    error: str | None
    seconds: float | None
    """How long it took, where the sender said so."""


@dataclass(frozen=True, slots=True)
class ChannelState:
    """What is known of a channel. Times are UTC."""

    name: str
    disabled_at: datetime | None = None
    reason: str | None = None
    """Why it is disabled."""
    tested_at: datetime | None = None
    test_error: str | None = None
    """Why the last test failed; None when it was taken."""
    digest_plan: str | None = None
    """The times that ``digest_at`` follows from."""
    digest_at: datetime | None = None
    """When its next digest is due; only for channels that want empty ones."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a person said of a story: an example that extraction is held to."""

    id: int
    right: bool
    """False: the event must not be told again."""
    comment: str
    article: Article
    """The article of the sighting that was quoted."""
    event: Event
    """What extraction told of that article."""
    created: datetime
    story: int | None
    """None when the story is gone; the example stays."""


@dataclass(frozen=True, slots=True)
class WatchAlert:
    """What an alert says of the watches that asked for it."""

    watches: tuple[str, ...]
    reason: Reason
    story: int | None
    """None for an alert on plain keywords."""
    created: datetime
    matched: tuple[str, ...]
    right: bool | None
    """What was said of the story; None where nobody said anything."""


@dataclass(frozen=True, slots=True)
class ReadOfDay:
    """Articles of one source and language that were first seen on one day."""

    source: str
    language: str | None
    day: date
    articles: int


@dataclass(frozen=True, slots=True)
class Teller:
    """An article that tells a story, and how it came here."""

    item: int
    source: str
    key: str
    url: str
    title: str
    trust: Trust
    published: datetime | None
    published_by: PublishedBy
    first_seen: datetime
    settled_at: datetime
    """When it was judged first."""
    baseline: bool
    """It was met in the silent first poll of its source."""
    unreadable: str | None
    """Why it was judged by its title and summary only."""
    revisions: tuple[Revision, ...]
    """What it said before it was edited, the oldest first."""
    events: tuple[Event, ...]
    """What it tells of the story now."""


@dataclass(frozen=True, slots=True)
class Hand:
    """What a person did to a story."""

    at: datetime
    other: int | None
    """The story that it was parted from; None where it was made of two."""
    comment: str


@dataclass(frozen=True, slots=True)
class Merged:
    """Another story became part of this one."""

    at: datetime
    other: int
    """The number that it had."""


@dataclass(frozen=True, slots=True)
class Trail:
    """All that is known of how a story, or a single alert, came to people."""

    story: Story | None
    tellers: tuple[Teller, ...]
    alerts: tuple[Alert, ...]
    deliveries: tuple[Delivery, ...]
    waited: Mapping[int, Wait]
    """What these deliveries waited for before they were tried, by their numbers."""
    attempts: tuple[Attempt, ...]
    disabled: Mapping[str, str]
    """Channels that are disabled now, each with the reason."""
    hands: tuple[Hand, ...]
    merges: tuple[Merged, ...]
    mark: Mark | None
