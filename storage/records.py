"""What the store tells of itself: frozen records that no other room needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pacts.model import Article, Event, Validators


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
