"""Ten thousand sources on one machine for ten simulated hours: ``./run.sh soak -k ten_thousand``.

PACTWATCH_SOAK_HOURS sets the hours. The answers come without sockets, so the cost is that of all
else: what sockets and TLS add is measured by ``./run.sh bench polling``.
"""

from __future__ import annotations

import os
from pathlib import Path

import manysources

COUNT = 10_000
HOURS = int(os.environ.get("PACTWATCH_SOAK_HOURS", "10"))
CPU_MS_PER_POLL = 4.5
"""10,000 polls every 15 minutes in 5 % of one core."""
MEGABYTES = 250


def test_ten_thousand_sources_are_each_asked_in_time_and_memory_stays_flat(
    tmp_path: Path,
) -> None:
    memory: list[float] = []
    with manysources.simulated(count=COUNT, folder=tmp_path) as world:
        for hour in range(1, HOURS + 1):
            world.run(hours=1)
            memory.append(megabytes())
            print(
                f"hour {hour}: {world.polls} polls, {world.requests} requests,"
                f" {world.cpu_per_poll:.2f} ms CPU a poll, late by {world.worst_lateness} at most,"
                f" {memory[-1]:.0f} MB",
                flush=True,
            )
        ticks = HOURS * 3600 / manysources.TICK.total_seconds()
        print(f"asking what is due: {world.due_seconds * 1000 / ticks:.2f} ms CPU a tick")
        assert world.never_polled() == []
        assert world.too_close == 0
        assert world.worst_lateness <= manysources.LATEST
        assert world.cpu_per_poll <= CPU_MS_PER_POLL
        assert memory[-1] <= MEGABYTES
        assert memory[-1] <= 1.05 * memory[min(1, HOURS - 1)]


def megabytes() -> float:
    status = Path("/proc/self/status").read_text("ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000
