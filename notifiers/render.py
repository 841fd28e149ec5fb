"""Alerts as messages. Pure: the same alerts give the same message, at any time and place."""

from __future__ import annotations

from collections.abc import Sequence

from notifiers import chat, digest, page, plain
from notifiers.facts import Entry, entry_of
from notifiers.sizes import short, sizes
from pacts.model import Alert, Message


def render(alerts: Sequence[Alert]) -> Message:
    """One alert as a message of its own, several as a digest. Raises ValueError for none."""
    if not alerts:
        raise ValueError("nothing to render")
    if len(alerts) == 1:
        return _single(entry_of(alerts[0]))
    return digest.of([entry_of(alert) for alert in sorted(alerts, key=_oldest_first)])


def _oldest_first(alert: Alert) -> tuple[float, int]:
    return alert.created.timestamp(), alert.id or 0


def _single(entry: Entry) -> Message:
    """The smallest is made first, because each holds the next smaller one."""
    message: Message | None = None
    for size in reversed(list(sizes(entry))):
        message = Message(
            title=entry.subject,
            text=plain.block(size) + "\n",
            html=page.document(page.article(size)),
            markdown=chat.block(size) + "\n",
            short=short(entry),
            smaller=message,
        )
    assert message is not None, "an entry has at least its full size"
    return message
