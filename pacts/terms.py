"""The closed vocabularies of events, sources and alerts."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What sort of thing happened."""

    PARTNERSHIP = "partnership"
    """A named level of relations changed."""
    RELATIONS = "relations"
    """Diplomatic relations as such changed."""
    AGREEMENT = "agreement"
    """An international document moved along its life cycle."""
    STATEMENT = "statement"
    """A joint statement, declaration or communique was adopted."""


class Act(StrEnum):
    """What was done. Which acts go with which kind: :data:`ACTS`."""

    ESTABLISHED = "established"
    UPGRADED = "upgraded"
    DOWNGRADED = "downgraded"
    SUSPENDED = "suspended"
    ENDED = "ended"
    RESTORED = "restored"
    SEVERED = "severed"
    SIGNED = "signed"
    INITIALLED = "initialled"
    EXCHANGED = "exchanged"
    RATIFIED = "ratified"
    ACCEDED = "acceded"
    IN_FORCE = "in_force"
    RENEWED = "renewed"
    NEGOTIATED = "negotiated"
    TERMINATED = "terminated"
    ADOPTED = "adopted"


ACTS: Final[Mapping[Kind, frozenset[Act]]] = {
    Kind.PARTNERSHIP: frozenset(
        {Act.ESTABLISHED, Act.UPGRADED, Act.DOWNGRADED, Act.SUSPENDED, Act.ENDED}
    ),
    Kind.RELATIONS: frozenset({Act.ESTABLISHED, Act.RESTORED, Act.DOWNGRADED, Act.SEVERED}),
    Kind.AGREEMENT: frozenset(
        {
            Act.SIGNED,
            Act.INITIALLED,
            Act.EXCHANGED,
            Act.RATIFIED,
            Act.ACCEDED,
            Act.IN_FORCE,
            Act.RENEWED,
            Act.NEGOTIATED,
            Act.SUSPENDED,
            Act.TERMINATED,
        }
    ),
    Kind.STATEMENT: frozenset({Act.ADOPTED}),
}
"""The acts each kind can have; anything else is refused by :class:`pacts.model.Event`."""


class Status(StrEnum):
    """Whether it happened."""

    CONCLUDED = "concluded"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    RUMOURED = "rumoured"
    NEGATED = "negated"
    HISTORICAL = "historical"


class Scope(StrEnum):
    """Who the parties are."""

    STATE = "state"
    MIXED = "mixed"
    SUBNATIONAL = "subnational"
    CORPORATE = "corporate"


class DateBasis(StrEnum):
    """How the date of an event is known."""

    STATED = "stated"
    RELATIVE = "relative"
    """From a weekday, "yesterday" and the like, counted from publication."""
    VISIT = "visit"
    """The interval of the visit that the text reports."""
    PUBLICATION = "publication"


class PublishedBy(StrEnum):
    """What says when an article was published, the most believed first."""

    FEED = "feed"
    """The feed, listing, news sitemap or record that brought it."""
    JSON_LD = "json-ld"
    META = "meta"
    TIME = "time"
    """A ``time`` element, or what the page marks as its date of publication."""
    GUESSED = "guessed"
    """A date near the title, in the address, or somewhere on the page."""
    FIRST_SEEN = "first-seen"
    """Nothing says it; it was new when the source was polled."""
    NOTHING = "none"


class Undated(StrEnum):
    """What becomes of an article when nothing says when it was published."""

    FIRST_SEEN = "first-seen"
    """It counts as published when it was first seen, except in the first poll of its source."""
    HOLD = "hold"
    """It is on hold: it may confirm a story, and starts no alert."""


class SourceKind(StrEnum):
    """How a source lists its items."""

    FEED = "feed"
    LISTING = "listing"
    SITEMAP = "sitemap"
    FOLDER = "folder"


class Pages(StrEnum):
    """Of which items the page is fetched; the others are judged by what the listing carries."""

    ALL = "all"
    LIKELY = "likely"
    """All but those whose title and summary already rule out that there is an event."""
    NONE = "none"


class Trust(StrEnum):
    """Whether a source may create an alert alone."""

    ALLOWED = "allowed"
    HOLD = "hold"


class Rung(StrEnum):
    """How far down a source is, from weighted failures in a row."""

    OK = "ok"
    DEGRADED = "degraded"
    """The last poll failed; nobody is told yet."""
    FAILING = "failing"
    """It failed for long enough to tell the operator."""
    DEAD = "dead"
    """Failing for days: asked once a week from now on."""


class Sign(StrEnum):
    """What makes a page look hijacked or made up; the value is what people read."""

    GAMBLING = "words of gambling sites that are not its subject"
    PHARMACY = "words of pill shops that are not its subject"
    COPIES = "words of shops for copied brands that are not its subject"
    STUFFING = "keywords repeated for search engines"
    ODD_SCRIPT = "letters of foreign scripts between the words"
    EMOJI = "emoji in front of sentences"
    PINYIN = "pinyin in brackets after characters"
    NAME = "the page gives another site's name than before"
    LINKS = "links to gambling or pill sites"
    UNDATED = "no date anywhere"


class Priority(StrEnum):
    """How loud an alert is."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class Form(StrEnum):
    """How a message is written."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    """What chat services read."""
    SHORT = "short"
    """Subject, number of sources and one link."""


class Reason(StrEnum):
    """Why an alert was sent, or why it was not."""

    FIRST = "first"
    """The story is new to this channel."""
    ADVANCED = "advanced"
    """What was planned has been concluded."""
    CORRECTED = "corrected"
    """A fact that had been told (level, count, parties) has changed."""
    NEW_PARTY = "new_party"
    """Another state or body has joined what had been told."""
    THRESHOLD = "threshold"
    """Told now by as many independent sources as the watch asks for."""
    REMINDER = "reminder"
    """What was planned for a day that has passed has not been confirmed by anybody."""
    DENIED = "denied"
    """What had been told is now refused, postponed or denied."""
    KEYWORDS = "keywords"
    """A watch without events matched the words of an item."""
    OPERATOR = "operator"
    """About a source itself, for whoever runs the service: it fell, recovered, was held ..."""
    NOTHING = "nothing"
    """A digest is due for a channel that wants one also when there is nothing to tell."""
    BASELINE = "baseline"
    """Not sent: seen in the first poll of a new source."""
    HELD = "held"
    """Not sent: only sources on hold tell it."""
    SILENCED = "silenced"
    """Not sent: a silence covers it."""
    INHIBITED = "inhibited"
    """Not sent: a stronger event of the same article says it already."""
    TOO_OLD = "too_old"
    """Not sent: it happened, or was published, too long ago."""
    UNSURE = "unsure"
    """Not sent: less sure than the watch asks for."""
    TOO_FEW = "too_few"
    """Not sent: fewer independent sources than the watch asks for tell it."""
    DUPLICATE = "duplicate"
    """Not sent: the channel has been told, and this adds nothing new."""

    @property
    def sends(self) -> bool:
        """Whether an alert with this reason goes out."""
        return self in _SENDING


_SENDING: Final = frozenset(
    {
        Reason.FIRST,
        Reason.ADVANCED,
        Reason.CORRECTED,
        Reason.DENIED,
        Reason.NEW_PARTY,
        Reason.THRESHOLD,
        Reason.REMINDER,
        Reason.KEYWORDS,
        Reason.OPERATOR,
        Reason.NOTHING,
    }
)


class DeliveryState(StrEnum):
    """Where one message to one channel stands."""

    WAITING = "waiting"
    LEASED = "leased"
    SENT = "sent"
    FAILED = "failed"
    """Given up: a permanent error, or too many attempts."""


class Wait(StrEnum):
    """What a message that could leave waits for."""

    GROUP = "group wait"
    """More sources, before a story is told for the first time."""
    QUIET = "quiet hours"
    """Their end."""
    DIGEST = "digest"
    """Its next time."""
    RATE = "rate"
    """The channel has had as many messages as it may get."""
    BACK_OFF = "back-off"
    """The next try: it was refused before."""
    DISABLED = "disabled channel"
    """Another address, or a test that succeeds: the channel refuses for good."""


TOGETHER: Final = frozenset(Wait) - {Wait.GROUP}
"""What was held back for one of these leaves as one message with the others that were."""
