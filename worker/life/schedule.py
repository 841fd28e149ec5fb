"""The heartbeat: one APScheduler job, the tick. This is the only file that knows APScheduler.

What is due, and when, lives in the database; the tick only asks. So a reload of the configuration
shifts nothing, and a restart loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from apscheduler.executors.pool import ThreadPoolExecutor as TickExecutor
from apscheduler.schedulers.background import BackgroundScheduler


class Schedule:
    """Calls ``tick`` at once and then every ``seconds``, in a thread of its own.

    Ticks never overlap: one that takes long makes the next one late, and missed ones are made
    up for by a single one. An exception is logged and does not end the schedule.
    """

    def __init__(self, tick: Callable[[], None], *, seconds: float) -> None:
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            executors={"default": TickExecutor(max_workers=1)},
            # The default grace of one second is counted when the job starts to run, not when it
            # is due: a tick behind a busy moment would be dropped without a word.
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        self._scheduler.add_job(
            tick, "interval", seconds=seconds, id="tick", next_run_time=datetime.now(UTC)
        )

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        """Waits for a tick under way. Not to be called from the tick itself."""
        self._scheduler.shutdown(wait=True)
