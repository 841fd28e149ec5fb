"""Alerts as messages."""

from __future__ import annotations

from collections.abc import Sequence

from pacts.model import Alert, Message


def render(alerts: Sequence[Alert]) -> Message:
    """One alert, or a digest of several. Pure."""
    title = " / ".join(alert.headline for alert in alerts)
    return Message(title, title, "")
