"""A webhook with several channels, which knows what it answered, and when.

The last part of the path is the name of the channel. A message may come a second time only when
its first sender was dead before he could hear the answer: whether he was is what this file tells.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from webhook import Webhook

REFUSES = "bad"
"""This channel answers 500 to everything."""
PAUSE = 0.03
"""Between taking a message and answering: time for a process to die."""
HARDLY = 0.1
"""Seconds in which an answer may have come to a busy machine without having been read there."""
_ALERT = re.compile(r"alert (\d+)")

Told = tuple[str, int]
"""A channel, and the number of an alert."""


@dataclass
class Taken:
    """One message that was accepted."""

    channel: str
    alerts: tuple[int, ...]
    answered: float | None = None
    """When, in seconds of the monotonic clock; None when the sender hung up before."""

    @property
    def told(self) -> Counter[Told]:
        return Counter((self.channel, alert) for alert in self.alerts)


class Receiver(Webhook):
    def __init__(self) -> None:
        super().__init__()
        self.taken: list[Taken] = []
        self._under_way = 0
        self._here = threading.local()

    def address(self, channel: str) -> str:
        return f"{self.url}/{channel}"

    def take(self, path: str, headers: dict[str, str], body: bytes) -> int:
        self._here.taken = None
        channel = path.rpartition("/")[2]
        if channel == REFUSES:
            return 500
        with self._changed:
            self._under_way += 1
        numbers = tuple(map(int, _ALERT.findall(json.loads(body)["message"])))
        assert numbers, body
        self._here.taken = taken = Taken(channel, tuple(sorted(set(numbers))))
        self.taken.append(taken)
        time.sleep(PAUSE)
        with self._changed:
            self._under_way -= 1
        return 200

    def answered(self) -> None:
        if self._here.taken is not None:
            self._here.taken.answered = time.monotonic()

    def settled(self) -> list[Taken]:
        """What was taken, once nothing is under way any more."""
        while True:
            count = len(self.taken)
            time.sleep(PAUSE)
            if len(self.taken) == count and not self._under_way:
                return list(self.taken)


def received(taken: Sequence[Taken]) -> Counter[Told]:
    return sum((one.told for one in taken), Counter())


def unheard(taken: Sequence[Taken], death: float) -> Counter[Told]:
    """What was answered when the sender was dead, or never."""
    late = [one for one in taken if one.answered is None or one.answered >= death]
    return received(late)


def hardly_heard(taken: Sequence[Taken], death: float) -> Counter[Told]:
    """What was answered just before, and may not have been read."""
    return received(
        [one for one in taken if one.answered and death - HARDLY <= one.answered < death]
    )
