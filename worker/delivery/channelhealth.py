"""How channels are doing, in words, and the test of one. Addresses stay out of both."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from pacts.errors import DeliveryError, UsageError
from pacts.model import Channel, Message
from storage.records import ChannelState
from storage.store import Store
from worker.config.timing import rate_text
from worker.config.values import duration_text
from worker.config.wording import shown, suggestion
from worker.life.runtime import load_config
from worker.showing.shapes import time_json


def known_channels(directory: Path, database: Path) -> list[tuple[Channel, ChannelState]]:
    """Each configured channel with what is known of it."""
    states: dict[str, ChannelState] = {}
    if database.is_file():
        with Store.open(database, read_only=True) as store:
            states = store.channel_states()
    return [
        (channel, states.get(channel.name) or ChannelState(channel.name))
        for channel in load_config(directory).channels
    ]


def way_of(channel: Channel) -> str:
    """``mailto``, ``slack`` and the like: the part of an address that tells nothing."""
    return "console" if channel.url is None else channel.url.partition("://")[0].lower()


def state_of(state: ChannelState) -> str:
    if state.disabled_at is None:
        return "in use"
    return f"disabled since {state.disabled_at:%Y-%m-%d %H:%M} UTC: {state.reason}"


def test_of(state: ChannelState) -> str:
    """How its last test went."""
    if state.tested_at is None:
        return "never tested"
    outcome = f"failed: {state.test_error}" if state.test_error else "taken"
    return f"test of {state.tested_at:%Y-%m-%d %H:%M} UTC {outcome}"


def options_of(channel: Channel) -> str:
    """What holds its messages back or sends them elsewhere, as the file has it."""
    said = {
        "except": channel.loud,
        "group_wait": duration_text(channel.group_wait) if channel.group_wait else None,
        "rate": rate_text(channel.rate) if channel.rate else None,
        "escalate": channel.escalate,
    }
    return ", ".join(f"{name} {value}" for name, value in said.items() if value)


def quiet_of(channel: Channel) -> str | None:
    return f"{'-'.join(channel.quiet[:2])} {channel.quiet[2]}" if channel.quiet else None


def digest_of(channel: Channel) -> str | None:
    return " ".join(channel.digest) if channel.digest else None


def as_json(channel: Channel, state: ChannelState) -> dict[str, Any]:
    return {
        "channel": channel.name,
        "way": way_of(channel),
        "quiet": quiet_of(channel),
        "digest": digest_of(channel),
        "empty_digest": channel.empty_digest,
        "except": channel.loud,
        "group_wait_seconds": round(channel.group_wait.total_seconds()),
        "rate": rate_text(channel.rate) if channel.rate else None,
        "escalate": channel.escalate,
        "state": state_of(state),
        "tested": time_json(state.tested_at),
        "test_error": state.test_error,
    }


def send_test(name: str, directory: Path, database: Path, *, now: datetime) -> str | None:
    """Send one message now and keep how that went; one that is taken enables the channel again.

    Returns why some did not get it, None when all did.

    Raises UsageError for an unknown channel, DeliveryError if it is refused.
    """
    from notifiers.channel import open_channel

    channels = {channel.name: channel for channel in load_config(directory).channels}
    if name not in channels:
        known = suggestion(name, list(channels), what="there")
        raise UsageError(f"no channel is called {shown(name)}; {known or 'there is none'}")
    words = f"A test of the channel {name}, sent {now:%Y-%m-%d %H:%M} UTC. Nothing has happened."
    message = Message("Pactwatch: test message", words, f"<p>{words}</p>")
    refused: DeliveryError | None = None
    partly: str | None = None
    try:
        partly = open_channel(channels[name]).send(message)
    except DeliveryError as error:
        refused = error
    with Store.open(database) as store:
        store.channel_tested(name, error=refused.detail if refused else None, now=now)
    if refused:
        raise refused
    return partly
