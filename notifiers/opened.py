"""Notifiers opened when they are first needed: Apprise takes a second to load."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from notifiers.base import Notifier
from notifiers.channel import open_channel
from pacts.model import Channel


class OpenOnUse(Mapping[str, Notifier]):
    """Notifiers by name of channel, each opened when first asked for and kept.

    ``[name]`` raises DeliveryError when the channel cannot be opened.
    """

    def __init__(
        self,
        channels: Sequence[Channel],
        opener: Callable[[Channel], Notifier] = open_channel,
    ) -> None:
        self._channels: Final = {channel.name: channel for channel in channels}
        self._opener: Final = opener
        self._open: Final[dict[str, Notifier]] = {}
        self._lock: Final = threading.Lock()

    def __getitem__(self, name: str) -> Notifier:
        with self._lock:
            if name not in self._open:
                self._open[name] = self._opener(self._channels[name])
            return self._open[name]

    def __contains__(self, name: object) -> bool:
        return name in self._channels

    def __iter__(self) -> Iterator[str]:
        return iter(self._channels)

    def __len__(self) -> int:
        return len(self._channels)
