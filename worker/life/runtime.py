"""What a process that polls has open: lock, database, web. Opened and closed together."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, TypeVar

import structlog

from pacts.errors import (
    FetchError,
    FetchFailure,
    StoreError,
    StoreUnavailableError,
    UsageError,
)
from pacts.model import Source
from sources.http import Web
from storage.store import Store
from worker.care.acquaint import acquaint
from worker.config import Config, load
from worker.config.wording import shown, suggestion
from worker.journey.closing import Closing, close
from worker.journey.desk import Desk
from worker.journey.pipeline import Polled, poll
from worker.life.clock import Clock
from worker.life.lock import Lock
from worker.life.trouble import Trouble

log = structlog.get_logger("worker")

Door = TypeVar("Door", bound=Web)

PATIENCE: Final = 60.0
"""Where somebody waits for the end: what would come later than that is not waited for."""
PATIENCE_OF_SERVICE: Final = 5.0
"""In the service a thread that waits is one that others need."""

AFTER_OUR_FAULT: Final = timedelta(hours=1)
"""A poll that fails for a reason of our own making is not tried again before."""


def load_config(directory: Path) -> Config:
    """The configuration of this process. Raises ConfigError with every problem."""
    return load(directory, environ=os.environ)


def source_called(name: str, config: Config) -> Source:
    """The configured source of that name. Raises UsageError when there is none."""
    found = next((source for source in config.sources if source.name == name), None)
    if found is None:
        known = suggestion(name, [source.name for source in config.sources], what="there")
        raise UsageError(f"no source is called {shown(name)}; {known or 'there is none'}")
    return found


def open_web(config: Config, *, patience: float = PATIENCE) -> Web:
    """The door to the web as the settings want it."""
    return open_door(Web, config, patience=patience)


def open_door(kind: type[Door], config: Config, *, patience: float = PATIENCE) -> Door:
    """A door of this kind. ``patience``: seconds to wait for the turn of a host, at most."""
    settings = config.settings
    return kind(
        user_agent=settings.user_agent or user_agent(settings.contact),
        deadline=settings.deadline_seconds,
        max_bytes=settings.max_bytes,
        max_per_host=settings.per_host,
        spacing=settings.spacing_seconds,
        patience=patience,
        proxy=settings.proxy,
    )


def user_agent(contact: str | None) -> str:
    """How servers see us: who to write to belongs in it."""
    try:
        name = f"pactwatch/{version('pactwatch')}"
    except PackageNotFoundError:
        name = "pactwatch"
    return f"{name} (+{contact})" if contact else name


@dataclass(frozen=True, slots=True)
class Runtime:
    """The open parts. One per process and database."""

    config: Config
    store: Store
    web: Web
    clock: Clock
    notify_baseline: bool = False
    stopping: Callable[[], bool] = lambda: False
    trouble: Trouble = field(default_factory=Trouble)

    def poll(self, source: Source, *, early: bool = True) -> Polled:
        """Take one source through the journey, now. Raises nothing: what went wrong is told.

        Without ``early`` only what is due is done: its listing, pages that were put off, or both.
        """
        if self._breaks_off():
            return Polled(source.name, interrupted=True)
        desk = Desk(
            self.store, self.web, self.config, self.notify_baseline, self._breaks_off, early
        )
        try:
            return poll(source, desk, now=self.clock())
        except StoreUnavailableError as error:
            self.trouble.refused(error, self.clock())
            return Polled(source.name, interrupted=True, error=str(error))
        except StoreError as error:
            log.error("database_refuses", source=source.name, reason=str(error))  # noqa: TRY400 - its sentence says it all
            return Polled(source.name, error=str(error))
        except Exception:  # a poll is the boundary of a thread: nobody above would hear of it
            log.exception("poll_broke", source=source.name)
            self._leave_alone(source)
            return Polled(source.name, error=FetchFailure.UNEXPECTED.value)

    def _breaks_off(self) -> bool:
        return self.stopping() or self.trouble.stands

    def _leave_alone(self, source: Source) -> None:
        """A fault of ours would strike at every tick; pushed away, it leaves time for others."""
        with contextlib.suppress(StoreError):
            state = self.store.source_state(source.name)
            case = Closing(
                source, state, self.store, self.config, self.clock(), wait=AFTER_OUR_FAULT
            )
            close(case, FetchError(source.name, FetchFailure.UNEXPECTED))

    def due(self) -> list[Source]:
        """The configured sources that are to be asked now, the longest waiting first."""
        sources = {source.name: source for source in self.config.sources}
        return [sources[name] for name in self.store.due_sources(sources, self.clock())]


@contextlib.contextmanager
def opened(
    config: Config,
    database: Path,
    clock: Clock,
    *,
    notify_baseline: bool = False,
    stopping: Callable[[], bool] = lambda: False,
    patience: float = PATIENCE,
    trouble: Trouble | None = None,
) -> Iterator[Runtime]:
    """Take the lock, open the database and the web, and make the configuration known to it.

    Raises AlreadyRunningError when another process works on this database, and StoreError.
    """
    with (
        Lock(database),
        Store.open(database) as store,
        open_web(config, patience=patience) as web,
    ):
        store.release_leases()
        acquaint(store, config, clock())
        yield Runtime(config, store, web, clock, notify_baseline, stopping, trouble or Trouble())
