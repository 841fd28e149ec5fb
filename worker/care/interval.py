"""How often a source is asked: learned from its own news, within the bounds of its configuration.

    every      where it starts, and what it keeps without bounds
    at_least   the shortest interval: a source with much news comes down to it
    at_most    the longest: a source with little goes up to it

A source is asked ``CHECKS`` times in the usual time between two polls that bring something: it
settles where every other poll brings something. Pure arithmetic.
"""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Final

from pacts.model import Source
from storage.records import Watched

CHECKS: Final = 2
"""Polls in the usual time between two that bring something new."""
MEMORY: Final = timedelta(weeks=1)
"""What was seen so long ago counts a third: nights and weekends even out, habits may change."""
BELIEF: Final = 6
"""``every`` counts like so many polls that brought something: one quiet day proves little."""
_SPREAD: Final = 0.1
_FIRST_SPREAD: Final = 0.5


def bounds(source: Source) -> tuple[timedelta, timedelta]:
    """The shortest and the longest interval. A bound on the wrong side of ``every`` is none."""
    every = source.every
    return min(source.at_least or every, every), max(source.at_most or every, every)


def interval(source: Source, watched: Watched) -> timedelta:
    """The time between two checks of this source."""
    shortest, longest = bounds(source)
    started = BELIEF * CHECKS * source.every
    usual_gap = (watched.time + started) / (watched.hits + BELIEF)
    return min(max(usual_gap / CHECKS, shortest), longest)


def learn(watched: Watched, since: datetime | None, now: datetime, *, hit: bool) -> Watched:
    """What is known after one more poll that worked; ``hit``: it brought something new.

    The first poll of a source teaches nothing: all of it is new. Nor does the time beyond
    ``MEMORY``, when nobody looked.
    """
    if since is None:
        return watched
    passed = min(max(now - since, timedelta()), MEMORY)
    kept = math.exp(-passed / MEMORY)
    return Watched(watched.hits * kept + hit, watched.time * kept + passed)


def wait(length: timedelta, name: str, now: datetime, *, first: bool) -> timedelta:
    """Until the next check: the interval, or up to a tenth less.

    Sources that were once asked together drift apart by it. After its ``first`` poll a source
    waits as little as half, so that a thousand that were added together do not come together.
    No dice: the same name and time give the same wait.
    """
    return length * (1 - (_FIRST_SPREAD if first else _SPREAD) * share(name, now))


def share(name: str, moment: datetime) -> float:
    """A number from 0 up to 1 that looks like chance and always is the same."""
    seed = f"{name} {moment.isoformat()}".encode("utf-8", "replace")
    digest = blake2b(seed, digest_size=6).digest()
    return int.from_bytes(digest) / (1 << 48)
