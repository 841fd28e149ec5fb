"""The channels that messages leave through, and who hears when one of them does not work."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from notifiers.base import Notifier
from pacts.model import Channel


@dataclass(frozen=True, slots=True)
class Ways:
    """All channels, their notifiers, and the names of those that the operator reads."""

    channels: tuple[Channel, ...]
    notifiers: Mapping[str, Notifier]
    operator: tuple[str, ...] = ()

    def named(self, name: str) -> Channel | None:
        return next((one for one in self.channels if one.name == name), None)

    def beside(self, name: str, disabled: Collection[str]) -> tuple[str, ...]:
        """Who is told that a channel does not work: those of the operator, else the one that
        stands in for it, else any other, the console last; only channels that work themselves.
        """
        working = {one.name: one for one in self.channels if one.name not in {name, *disabled}}
        operator = tuple(one for one in self.operator if one in working)
        if operator:
            return operator
        channel = self.named(name)
        if channel and channel.escalate in working:
            return (channel.escalate,)
        return tuple(sorted(working, key=lambda one: working[one].url is None))[:1]
