"""Whether a silence covers what a watch wants."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from alerting.matching.watches import names_event
from pacts.model import Silence, Story


def covers(
    silence: Silence, story: Story | None, watch: str, now: datetime, *, source: str = ""
) -> bool:
    """Whether everything that the silence names fits.

    A silence that names parties covers stories with *all* of them; one that names nothing covers
    everything. ``story`` is None for an item that matched plain keywords: a silence that names
    anything of a story does not cover it. ``source`` is that of the article which tells it.
    ``until`` itself is no longer silent.
    """
    return (
        now < silence.until
        and silence.watch in {None, watch}
        and silence.source in {None, source}
        and _covers_story(silence, story)
    )


def _covers_story(silence: Silence, story: Story | None) -> bool:
    if story is None:
        return not (silence.parties or silence.events or silence.story)
    return (
        silence.story in {None, story.id}
        and silence.parties <= set(story.parties)
        and (not silence.events or names_event(silence.events, story))
    )


def silenced_by(
    silences: Iterable[Silence],
    story: Story | None,
    watch: str,
    now: datetime,
    *,
    source: str = "",
) -> Silence | None:
    """The silence that covers it the longest."""
    found = [one for one in silences if covers(one, story, watch, now, source=source)]
    return max(found, key=lambda silence: silence.until, default=None)


def named(silence: Silence) -> str:
    """Which silence it is: "silence 3 until 2026-03-12 09:00 UTC: they talk all week"."""
    number = f"silence {silence.id}" if silence.id is not None else "a silence"
    until = f"{silence.until.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return f"{number} until {until}" + (f": {silence.comment}" if silence.comment else "")
