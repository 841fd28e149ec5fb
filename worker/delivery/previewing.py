"""Messages as a channel would get them, without sending any."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from notifiers.base import Notifier
from notifiers.channel import AppriseNotifier, open_channel
from notifiers.fit import Room, fitted
from pacts.errors import StoreError, UsageError
from pacts.model import Alert, Channel
from pacts.terms import Form
from worker.delivery.composing import compose
from worker.delivery.specimens import NAMES, specimens

_NO_LIMIT: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Preview:
    """One message."""

    name: str
    """Of the built-in alert, or the number of a stored one."""
    form: Form
    title: str
    body: str


def previews(
    wanted: str | None,
    channel: Channel | None,
    form: Form | None,
    stored: Callable[[int], Alert | None],
) -> Iterator[Preview]:
    """The stored alert of a number, the built-in one of a name, or all that are built in.

    Raises UsageError for what is neither, DeliveryError when the channel cannot be opened.
    """
    room = room_of(channel, form)
    for name, alerts in _chosen(wanted, stored).items():
        title, body = fitted(compose(alerts, channel), room)
        yield Preview(name, room.form, title, body)


def room_of(channel: Channel | None, form: Form | None) -> Room:
    """That of the channel; without one, room for everything. A form that is asked for wins."""
    notifier: Notifier | None = open_channel(channel) if channel else None
    if isinstance(notifier, AppriseNotifier):
        room = notifier.room
        return Room(form or room.form, room.body, room.title)
    asked = form or (channel.form if channel else None) or Form.TEXT
    return Room(asked, _NO_LIMIT, _NO_LIMIT)


def page_of(shown: Sequence[Preview]) -> str:
    """What ``--open`` writes: the message alone, or all of them one after the other."""
    return "\n".join(one.body for one in shown)


def write(path: Path, shown: Sequence[Preview]) -> None:
    """Raises UsageError when the file cannot be written."""
    try:
        path.write_text(page_of(shown), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error


def _chosen(
    wanted: str | None, stored: Callable[[int], Alert | None]
) -> dict[str, tuple[Alert, ...]]:
    if wanted is None:
        return dict(specimens())
    if wanted in NAMES:
        return {wanted: specimens()[wanted]}
    if not wanted.isdecimal():
        raise UsageError(f'"{wanted}" is no alert: write the number of one, or {", ".join(NAMES)}')
    try:
        found = stored(int(wanted))
    except OverflowError as error:
        raise StoreError(f"there is no alert {wanted}") from error
    if found is None:
        raise UsageError(f"there is no alert {wanted}: `pactwatch alerts` lists them")
    return {wanted: (found,)}
