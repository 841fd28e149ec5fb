from __future__ import annotations

import threading
import time
from pathlib import Path

from worker.life import schedule as schedule_module
from worker.life.schedule import Schedule


def test_the_first_tick_comes_at_once_and_others_follow() -> None:
    ticks = threading.Semaphore(0)
    slow = Schedule(ticks.release, seconds=60)
    slow.start()
    assert ticks.acquire(timeout=30)
    slow.stop()
    quick = Schedule(ticks.release, seconds=0.1)
    quick.start()
    assert all(ticks.acquire(timeout=30) for _ in range(3))
    quick.stop()


def test_a_tick_that_fails_does_not_end_the_schedule() -> None:
    ticks = threading.Semaphore(0)

    def tick() -> None:
        ticks.release()
        raise RuntimeError("once in a while")

    schedule = Schedule(tick, seconds=0.05)
    schedule.start()
    assert all(ticks.acquire(timeout=5) for _ in range(3))
    schedule.stop()


def test_ticks_never_overlap_and_missed_ones_are_not_made_up_for() -> None:
    at_once, most, ticks = 0, 0, threading.Semaphore(0)

    def tick() -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        time.sleep(0.15)
        at_once -= 1
        ticks.release()

    schedule = Schedule(tick, seconds=0.02)
    schedule.start()
    assert all(ticks.acquire(timeout=5) for _ in range(3))
    schedule.stop()
    assert most == 1


def test_no_other_file_knows_the_library_of_the_schedule() -> None:
    worker = Path(schedule_module.__file__ or "").parent
    users = [path.name for path in worker.rglob("*.py") if "apscheduler" in path.read_text()]
    assert users == ["schedule.py"]


def test_stopping_waits_for_the_tick_under_way() -> None:
    begun, ended = threading.Event(), threading.Event()

    def tick() -> None:
        begun.set()
        time.sleep(0.2)
        ended.set()

    schedule = Schedule(tick, seconds=60)
    schedule.start()
    assert begun.wait(5)
    schedule.stop()
    assert ended.is_set()
