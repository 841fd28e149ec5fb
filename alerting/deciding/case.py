"""What a judgement about one story looks at, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from alerting.deciding.waiting import Waiting
from pacts.model import Alert, Article, Silence, Story, Watch
from pacts.terms import Reason, Status


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another story that the same article tells."""

    story: Story
    told: Sequence[Alert] = ()
    """All its alerts so far."""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that a judgement about one story looks at."""

    story: Story
    waiting: Waiting
    article: Article
    watches: Sequence[Watch]
    silences: Sequence[Silence]
    siblings: Sequence[Sibling]
    baseline: bool
    now: datetime
    edited: bool = False
    """The article was known and says something else now."""

    @property
    def told(self) -> Sequence[Alert]:
        """All alerts of the story so far, sent or not, the oldest first."""
        return self.waiting.told


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the watches of one channel come to."""

    channel: str
    watches: tuple[Watch, ...]
    reason: Reason
    detail: str = ""
    silence: int | None = None
    """The number of the silence that keeps it back."""
    before: Status | None = None
    """Of a denial: the status in which the channel knows the story."""


def is_old(story: Story, article: Article | None, watch: Watch, now: datetime) -> bool:
    """Whether it happened, or was published, longer ago than the watch asks for.

    What nobody dates counts as new: it has just been found.
    """
    oldest = now - watch.max_age
    if article and article.published and article.published < oldest:
        return True
    return story.date is not None and datetime.combine(story.date.end, time.max, UTC) < oldest
