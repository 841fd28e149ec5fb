"""What was told as far as we are concerned, and what a channel has really got of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from alerting.deciding.known import sent_to
from pacts.model import Alert


@dataclass(frozen=True, slots=True)
class Waiting:
    """The alerts of one story, and which channels still wait for which of them."""

    told: Sequence[Alert]
    """All alerts so far, sent or not, the oldest first."""
    unsent: Collection[tuple[int, str]]
    """Number and channel of what the channel has not got, and is not about to get."""

    def at(self, channel: str) -> list[Alert]:
        """The latest alerts of a channel, as far as it has got none of them."""
        found: list[Alert] = []
        for alert in reversed(sent_to(self.told, channel)):
            if not self._waits(alert, channel):
                break
            found.insert(0, alert)
        return found

    def got(self, channel: str) -> list[Alert]:
        """All alerts but those that the channel still waits for."""
        still = self.at(channel)
        return [alert for alert in self.told if not any(alert is one for one in still)]

    def channels(self) -> list[str]:
        """Those that wait for something."""
        names = dict.fromkeys(name for alert in self.told for name in alert.channels)
        return [name for name in names if self.at(name)]

    def is_free(self, alert: Alert) -> bool:
        """Whether nobody has got it, so that it may say something else."""
        return all(self._waits(alert, channel) for channel in alert.channels)

    def _waits(self, alert: Alert, channel: str) -> bool:
        return alert.id is not None and (alert.id, channel) in self.unsent
