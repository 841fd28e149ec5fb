"""CPU time of rivals that take turns, so that a noisy machine is noisy to all of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """Milliseconds of CPU of one call: the best and the middle round."""

    best: float
    middle: float


def compare(
    rivals: Mapping[str, Callable[[], object]], *, calls: int, rounds: int = 9
) -> dict[str, Timing]:
    """Time each rival for ``rounds`` rounds of ``calls`` calls, after one round unmeasured."""
    spent: dict[str, list[float]] = {name: [] for name in rivals}
    for number in range(rounds + 1):
        for name, call in rivals.items():
            started = time.process_time()
            for _ in range(calls):
                call()
            if number:
                spent[name].append((time.process_time() - started) * 1000 / calls)
    return {
        name: Timing(min(times), sorted(times)[len(times) // 2]) for name, times in spent.items()
    }


def table(title: str, timings: Mapping[str, Timing], *, baseline: str) -> str:
    """Rows of name, milliseconds and the ratio to the baseline."""
    floor = timings[baseline].best
    rows = [
        f"{name:44}{timing.best:10.3f}{timing.middle:10.3f}{timing.best / floor:11.2f}"
        for name, timing in timings.items()
    ]
    head = f"{title:44}{'best ms':>10}{'middle':>10}{'x baseline':>11}"
    return "\n".join([head, "-" * len(head), *rows, f"baseline: {baseline}", ""])
