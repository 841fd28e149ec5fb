"""What every way of telling people has in common."""

from __future__ import annotations

from typing import Protocol

from pacts.model import Message


class Notifier(Protocol):
    """One open channel."""

    def send(self, message: Message) -> str | None:
        """Hand ``message`` over; returning means that the channel took it, for some at least: why
        others were refused is returned, None where nobody was.

        Raises DeliveryError and nothing else. Its ``permanent`` says that trying again cannot
        help. Its text never holds an address, a password, a token or words of the other side.
        Blocks as long as the service needs, up to the deadline of the notifier.
        """
        ...
