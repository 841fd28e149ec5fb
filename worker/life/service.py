"""``pactwatch run``: the life of the service, from the lock to the last message.

take the lock, open everything, then start deliveries and the tick; a database that is locked, or
               on a full disk, is waited for (``worker/life/trouble.py``), now and later
each tick      say that we live, take over a changed configuration, submit what is due, remind of
               plans whose day has passed
               (``worker/life/reload.py`` says when it has changed)
SIGTERM, INT   stop ticking, finish the polls under way, deliver what is due, close
SIGHUP         read the configuration again
a second one   end at once; nothing is lost, a message may be repeated
"""

from __future__ import annotations

import dataclasses
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Final

import structlog

from notifiers.opened import OpenOnUse
from pacts.errors import StoreError, StoreUnavailableError
from pacts.model import Source
from worker.care.acquaint import acquaint
from worker.config import Config
from worker.delivery.deliver import Deliverer, deliver_due
from worker.journey.pipeline import Polled
from worker.journey.reminding import Reminding
from worker.journey.telling import tell_operator
from worker.life.clock import Clock
from worker.life.pinging import Pinging
from worker.life.polls import Polls
from worker.life.reload import Mended, Refused, Reload, changes, needs_restart
from worker.life.runtime import PATIENCE_OF_SERVICE, Runtime, load_config, opened
from worker.life.schedule import Schedule
from worker.life.signals import Waiting, waiting
from worker.life.systemd import tell
from worker.life.trouble import Spell, Trouble

log = structlog.get_logger("service")

LAST_ROUND_SECONDS: Final = 20.0
"""How long messages that are due may still leave once we were told to stop."""


def serve(config: Config, database: Path, clock: Clock, *, notify_baseline: bool = False) -> None:
    """Run until told to stop; begins when the database can be used.

    Raises AlreadyRunningError, and StoreError for what does not pass by itself, before it begins.
    """
    open_it = partial(
        opened,
        config,
        database,
        clock,
        notify_baseline=notify_baseline,
        patience=PATIENCE_OF_SERVICE,
    )
    with waiting() as signals, ExitStack() as stack:
        trouble = Trouble()
        while not signals.stopping():
            try:
                runtime = stack.enter_context(open_it(stopping=signals.stopping, trouble=trouble))
            except StoreUnavailableError as error:
                if not error.passes:
                    raise
                trouble.refused(error, clock())
                signals.next(trouble.wait(clock()))
            else:
                _serve(_Service(runtime), signals)
                return


def _serve(service: _Service, signals: Waiting) -> None:
    service.start()
    tell("READY=1")
    while signals.next() is signal.SIGHUP:
        service.reload()
    log.info("stopping")
    tell("STOPPING=1")
    service.stop()
    log.info("stopped")


class _Service:
    """The threads of the service: the tick, the polls and the deliveries."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._started = runtime.config
        self._reload = Reload(runtime.config, load_config)
        self._first: list[Future[Polled]] | None = None
        self._reminding = Reminding()
        settings = runtime.config.settings
        self._polls = Polls(self._poll, workers=settings.workers)
        self._deliverer = Deliverer(
            runtime.store,
            runtime.config.channels,
            clock=runtime.clock,
            operator=settings.operator,
        )
        self._pinging = Pinging()
        self._schedule = Schedule(self._tick, seconds=settings.tick_seconds)

    def start(self) -> None:
        config = self._runtime.config
        log.info("started", sources=len(config.sources), watches=len(config.watches))
        for warning in config.warnings:
            log.warning("configuration_warning", at=str(warning))
        self._deliverer.start()
        self._schedule.start()

    def reload(self) -> None:
        """Read the configuration at the next tick, whether its files changed or not."""
        self._reload.ask()

    def stop(self) -> None:
        """Finish what is under way; every step of it has a deadline of its own."""
        self._schedule.stop()
        self._polls.close()
        if self._deliverer.close(LAST_ROUND_SECONDS):
            self._last_round()
        else:
            log.warning("deliveries_cut_short", reason="a channel does not answer")

    def _last_round(self) -> None:
        """What the last polls found leaves now and not at the next start."""
        channels, enough = self._runtime.config.channels, threading.Event()
        timer = threading.Timer(LAST_ROUND_SECONDS, enough.set)
        timer.daemon = True
        timer.start()
        try:
            deliver_due(
                self._runtime.store,
                channels,
                OpenOnUse(channels),
                clock=self._runtime.clock,
                stop=enough,
                operator=self._runtime.config.settings.operator,
            )
        except StoreError as error:
            log.warning("deliveries_cut_short", reason=str(error))
        timer.cancel()

    def _tick(self) -> None:
        tell("WATCHDOG=1")
        trouble, now = self._runtime.trouble, self._runtime.clock()
        if trouble.rests(now):
            return
        try:
            self._runtime.store.heartbeat(now)
            over = trouble.works(now)
            if over:
                if over.worth_telling:
                    self._tell("The database can be written again", _refused_for(over))
                trouble.forget()
            self._poll_due()
            if self._reminding.look(self._runtime.store, self._runtime.config, now):
                self._deliverer.wake()
            if self._deliverer.alive:
                self._pinging.healthy(self._runtime.config.settings, now)
        except StoreUnavailableError as error:
            trouble.refused(error, now)

    def _poll_due(self) -> None:
        self._take_over_changes()
        begun = self._polls.submit(self._runtime.due())
        if self._first is None:
            self._first = begun
        elif self._first and all(poll.done() for poll in self._first):
            _tell_round([poll.result() for poll in self._first if not poll.cancelled()])
            self._first = []

    def _poll(self, source: Source) -> Polled:
        polled = self._runtime.poll(source, early=False)
        log_poll(polled)
        if polled.alerts:
            self._deliverer.wake()
        return polled

    def _take_over_changes(self) -> None:
        """A new configuration replaces the old one wholly, or not at all when it is bad."""
        outcome = self._reload.look()
        try:
            if isinstance(outcome, Refused):
                self._refuse(outcome)
            elif outcome is not None:
                self._use(outcome)
            if outcome is not None:
                self._reload.done(outcome)
        except StoreUnavailableError:
            raise
        except StoreError as error:  # the next tick tries again
            log.error("configuration_waits", reason=str(error))  # noqa: TRY400 - its sentence says it all

    def _refuse(self, refused: Refused) -> None:
        log.warning("configuration_kept", reason="the new one has problems")
        for problem in refused.problems:
            log.warning("configuration_problem", at=str(problem))
        if refused.first:
            self._tell("The new configuration is not used", _told(refused))

    def _use(self, mended: Mended) -> None:
        config, old = mended.config, self._runtime.config
        if config != old:
            acquaint(self._runtime.store, config, self._runtime.clock(), spread=True)
            self._runtime = dataclasses.replace(self._runtime, config=config)
            self._deliverer.reconfigure(config.channels, operator=config.settings.operator)
        log.info(
            "configuration_taken_over",
            sources=len(config.sources),
            watches=len(config.watches),
            **changes(old, config),
        )
        for warning in config.warnings:
            if warning not in old.warnings:
                log.warning("configuration_warning", at=str(warning))
        restart = needs_restart(self._started.settings, config.settings)
        if restart and restart != needs_restart(self._started.settings, old.settings):
            log.warning("restart_needed", settings=", ".join(restart))
        if mended.again:
            self._tell("The configuration is used again", "what was wrong in it has been mended.")

    def _tell(self, headline: str, detail: str) -> None:
        store, config, now = self._runtime.store, self._runtime.config, self._runtime.clock()
        with store.transaction():
            tell_operator(store, config, headline, detail, now=now)
        self._deliverer.wake()


def _refused_for(spell: Spell) -> str:
    return (
        f"it could not from {spell.since:%Y-%m-%d %H:%M} to {spell.until:%H:%M} UTC: "
        f"{spell.reason}. What was published meanwhile is read now."
    )


def _told(refused: Refused) -> str:
    """The problems for a message: all of them may be thousands."""
    told = [str(one) for one in refused.problems[:3]]
    more = len(refused.problems) - len(told)
    said = " · ".join([*told, f"{more} more"] if more else told)
    return f"the service works on with the old one; `pactwatch check` shows what is wrong: {said}"


def log_poll(polled: Polled) -> None:
    """One line a poll that brought something, failed or has to wait; silence for any other."""
    facts = {
        name: value
        for name, value in dataclasses.asdict(polled).items()
        if value and name not in {"error", "postponed_to", "interrupted"}
    }
    if polled.interrupted:
        log.debug("poll_broken_off", reason=polled.error, **facts)
    elif polled.postponed_to:
        until = polled.postponed_to.isoformat(timespec="seconds")
        log.info("poll_postponed", reason=polled.error, until=until, **facts)
    elif polled.error:
        log.warning("poll_failed", reason=polled.error, **facts)
    elif polled.stored or polled.put_off or polled.unreadable:
        log.info("polled", **facts)
    else:
        log.debug("polled", **facts)


def _tell_round(polls: Sequence[Polled]) -> None:
    asked = [polled for polled in polls if not (polled.postponed_to or polled.interrupted)]
    failed = [polled for polled in asked if polled.error]
    log.info(
        "first_round",
        asked=len(asked),
        answered=len(asked) - len(failed),
        not_reached=", ".join(sorted(polled.source for polled in failed)) or "none",
    )
