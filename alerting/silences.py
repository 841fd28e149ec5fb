"""Whether a silence covers what a watch wants."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from alerting.watches import names_event
from pacts.model import Silence, Story


def covers(silence: Silence, story: Story, watch: str, now: datetime) -> bool:
    """Whether everything that the silence names fits.

    A silence that names parties covers stories with *all* of them; one that names nothing covers
    everything. ``until`` itself is no longer silent.
    """
    return (
        now < silence.until
        and silence.watch in {None, watch}
        and silence.parties <= set(story.parties)
        and (not silence.events or names_event(silence.events, story))
    )


def silenced_by(
    silences: Iterable[Silence], story: Story, watch: str, now: datetime
) -> Silence | None:
    """The silence that covers it the longest."""
    found = [silence for silence in silences if covers(silence, story, watch, now)]
    return max(found, key=lambda silence: silence.until, default=None)
