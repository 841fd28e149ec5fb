"""What a poll works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sources.http import Web
from storage.store import Store
from worker.config import Config


@dataclass(frozen=True, slots=True)
class Desk:
    """``stopping`` is asked before each item: yes leaves the rest."""

    store: Store
    web: Web
    config: Config
    notify_baseline: bool = False
    stopping: Callable[[], bool] = lambda: False
    early: bool = True
    """Whether to ask a source that is not due; otherwise only its put-off pages are read."""
