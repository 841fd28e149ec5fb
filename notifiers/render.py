"""Alerts as messages. Pure: the same alerts give the same message, at any time and place."""

from __future__ import annotations

from collections.abc import Sequence

from notifiers import chat, digest, page, plain
from notifiers.facts import Entry, entry_of
from notifiers.occasion import ALONE, NOTHING, dressed
from notifiers.sizes import short, sizes
from pacts.model import Alert, Message, Occasion
from pacts.terms import Reason


def render(alerts: Sequence[Alert], occasion: Occasion = ALONE) -> Message:
    """One alert as a message of its own, several as a digest. Raises ValueError for none."""
    if not alerts:
        raise ValueError("nothing to render")
    telling = [alert for alert in alerts if alert.reason is not Reason.NOTHING]
    if not telling:
        return dressed(NOTHING, occasion)
    if len(telling) == 1:
        return dressed(_single(entry_of(telling[0])), occasion)
    ordered = sorted(telling, key=_oldest_first)
    return dressed(digest.of([entry_of(alert) for alert in ordered]), occasion)


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
