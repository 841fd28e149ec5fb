"""How sources and channels are doing, in words: the same for every command that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from pacts.errors import UsageError
from pacts.model import Channel, Message, Source
from storage.records import SourceState
from storage.store import Store
from worker.commands.options import config_directory, database_path
from worker.runtime import load_config
from worker.shapes import time_json

LATE: Final = timedelta(minutes=10)
"""A check so long overdue means that nobody polls: the service is not running."""


Unread = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Health:
    """One source. ``state``: ok, empty, failing, overdue, not polled yet."""

    name: str
    kind: str
    state: str
    last_success: datetime | None = None
    last_new_item: datetime | None = None
    next_check: datetime | None = None
    items: int = 0
    reason: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "source": self.name,
            "kind": self.kind,
            "state": self.state,
            "last_success": time_json(self.last_success),
            "last_new_item": time_json(self.last_new_item),
            "next_check": time_json(self.next_check),
            "items": self.items,
            "reason": self.reason,
        }


def health(config: Path | None, database: Path | None, *, now: datetime) -> list[Health]:
    """Every configured source in the order of the file; without a database none is polled yet."""
    directory = config_directory(config)
    sources = load_config(directory).sources
    path = database_path(database, directory)
    states: dict[str, SourceState] = {}
    unread: dict[str, Unread] = {}
    if path.is_file():
        with Store.open(path, read_only=True) as store:
            states = {state.name: state for state in store.source_states()}
            unread = store.unread()
    return [
        health_of(source, states.get(source.name), now, unread.get(source.name))
        for source in sources
    ]


def health_of(
    source: Source, state: SourceState | None, now: datetime, unread: Unread | None = None
) -> Health:
    """What is to be said of one source; ``state`` is None when the database knows nothing.

    ``unread`` is how many of its articles wait for another try, and why the latest of them does.
    """
    if state is None or state.last_poll is None:
        return Health(source.name, source.kind.value, "not polled yet")
    return Health(
        source.name,
        source.kind.value,
        _state(state, now),
        state.last_success,
        state.last_new_item,
        state.next_check,
        state.items,
        _reason(state, unread),
    )


def _state(state: SourceState, now: datetime) -> str:
    if state.failures:
        return "failing"
    if now > state.next_check + LATE:
        return "overdue"
    return "ok" if state.items else "empty"


def _reason(state: SourceState, unread: Unread | None) -> str | None:
    """All that is wrong, each with its cause; None when nothing is."""
    reasons = []
    if state.failures:
        times = "once" if state.failures == 1 else f"{state.failures} times in a row"
        next_try = f"next try {state.next_check:%Y-%m-%d %H:%M} UTC"
        reasons.append(f"{state.last_error} ({times}; {next_try})")
    elif not state.items:
        reasons.append("it answers, and has never listed anything")
    if unread:
        count, why = unread
        articles = "1 article waits" if count == 1 else f"{count} articles wait"
        reasons.append(f"{articles} for another try: {why}")
    return "; ".join(reasons) or None


# --- channels ------------------------------------------------------------------------------


def channel_rows(directory: Path, database: Path) -> list[tuple[str, str, str, str, str]]:
    """Name, way, quiet hours, digest and state of each channel. Addresses stay out of it."""
    channels = load_config(directory).channels
    disabled = {}
    if database.is_file():
        with Store.open(database, read_only=True) as store:
            disabled = store.disabled_channels()
    return [
        (
            channel.name,
            way_of(channel),
            " ".join(("-".join(channel.quiet[:2]), channel.quiet[2])) if channel.quiet else "none",
            " ".join(channel.digest) if channel.digest else "none",
            f"disabled: {disabled[channel.name]}" if channel.name in disabled else "in use",
        )
        for channel in channels
    ]


def way_of(channel: Channel) -> str:
    """``mailto``, ``slack`` and the like: the part of an address that tells nothing."""
    return "console" if channel.url is None else channel.url.partition("://")[0].lower()


def send_test(name: str, directory: Path, *, now: datetime) -> None:
    """Send one message now. Raises UsageError for an unknown channel, DeliveryError if refused."""
    from notifiers.channel import open_channel

    channels = {channel.name: channel for channel in load_config(directory).channels}
    if name not in channels:
        known = ", ".join(channels) or "none"
        raise UsageError(f"no channel is called {name!r}; there are: {known}")
    words = f"A test of the channel {name}, sent {now:%Y-%m-%d %H:%M} UTC. Nothing has happened."
    open_channel(channels[name]).send(Message("Pactwatch: test message", words, f"<p>{words}</p>"))
