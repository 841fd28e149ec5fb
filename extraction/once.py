"""What is read once and kept, also when many threads ask for it in the same moment.

``functools.cache`` lets each of them read it anew: a service whose first sixteen polls began
together built sixteen dictionaries, in seconds and hundreds of megabytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import Final, ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")

_ONE_AT_A_TIME: Final = RLock()
"""One for all, since making one thing may need another."""


def once(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """Remember what ``make`` gives for these arguments; only one thread ever makes it."""
    made: dict[object, Made] = {}

    @wraps(make)
    def kept(*args: Given.args, **named: Given.kwargs) -> Made:
        key = (args, tuple(named.items()))
        if key not in made:
            with _ONE_AT_A_TIME:
                if key not in made:
                    made[key] = make(*args, **named)
        return made[key]

    return kept
