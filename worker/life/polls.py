"""Polls under way: a plain thread pool, and the set of sources that are in it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from pacts.model import Source
from worker.journey.pipeline import Polled

Poll = Callable[[Source], Polled]


class Polls:
    """Runs polls in threads; a source that is under way is not started a second time."""

    def __init__(self, poll: Poll, *, workers: int) -> None:
        self._poll = poll
        self._pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="poll")
        self._under_way: set[str] = set()
        self._lock = threading.Lock()

    def submit(self, sources: Iterable[Source]) -> list[Future[Polled]]:
        """Start those that are not under way."""
        return [self._pool.submit(self._run, source) for source in sources if self._take(source)]

    def __len__(self) -> int:
        return len(self._under_way)

    def close(self) -> None:
        """Drop what has not begun and wait for what has."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _take(self, source: Source) -> bool:
        with self._lock:
            if source.name in self._under_way:
                return False
            self._under_way.add(source.name)
            return True

    def _run(self, source: Source) -> Polled:
        try:
            return self._poll(source)
        finally:
            with self._lock:
                self._under_way.discard(source.name)
