"""One channel served: lease, render, send, record, until nothing is due or the channel refuses."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Self

import structlog

from alerting.timing.hours import after_quiet, loud, room
from pacts.errors import DeliveryError, StoreError
from pacts.model import Channel, Delivery, Held, Message, Occasion
from pacts.terms import TOGETHER, Wait
from storage.store import Store
from worker.config import fingerprint
from worker.delivery.backoff import next_try
from worker.delivery.composing import compose
from worker.delivery.digests import alive
from worker.delivery.escalating import report_disabled, report_given_up, report_partly
from worker.delivery.ways import Ways
from worker.life.clock import Clock

_log = structlog.get_logger("deliver")

PATIENCE: Final = 2
"""Refusals in a row after which a channel is left alone for a while: one may be the fault of its
message, a second says that the channel is down, and every further try would cost its time limit."""
LEASE: Final = timedelta(minutes=10)
"""Longer than any send takes (``notifiers.channel.DEADLINE_SECONDS``)."""
DIGEST_SIZE: Final = 50
"""Alerts in one digest message; what is left over makes a second one."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the deliveries of one run, counted in alerts."""

    sent: int = 0
    put_off: int = 0
    failed: int = 0
    disabled: tuple[str, ...] = ()
    """Channels disabled in this run."""
    interrupted: tuple[str, ...] = ()
    """Why a channel was left: the database could not be used."""

    def __add__(self, other: Self) -> Self:
        return type(self)(
            self.sent + other.sent,
            self.put_off + other.put_off,
            self.failed + other.failed,
            self.disabled + other.disabled,
            self.interrupted + other.interrupted,
        )


class Round(threading.Thread):
    """One channel served in a thread of its own, until nothing is due or it refuses."""

    def __init__(
        self,
        store: Store,
        channel: Channel,
        ways: Ways,
        *,
        clock: Clock,
        stop: threading.Event,
        done: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(name=f"deliver-{channel.name}", daemon=True)
        self._store: Final = store
        self._channel: Final = channel
        self.channel: Final = channel.name
        self._ways: Final = ways
        self._clock: Final = clock
        self._halt: Final = stop
        self._done: Final = done
        self.summary = Summary()
        self.refused = True
        """Not all that was due could be sent: the channel is better left alone for a while."""
        self.over = False
        self.outdated = False
        """Set when other channels are configured: this round ends after the message under way."""

    def run(self) -> None:
        try:
            self.refused = self._serve()
        except StoreError as error:
            # What was leased comes up again when the lease has run out.
            self.summary += Summary(interrupted=(str(error),))
            _log.warning("delivery_interrupted", channel=self._channel.name, reason=str(error))
        finally:
            self.over = True
            self._done()

    def _serve(self) -> bool:
        """Whether it ended because the channel refuses."""
        in_a_row = 0
        while in_a_row < PATIENCE and not (self._halt.is_set() or self.outdated):
            rows, together = self._lease()
            if not rows:
                return False
            in_a_row = in_a_row + 1 if self._deliver(rows, together) else 0
            if self.summary.disabled:
                return False
        return in_a_row >= PATIENCE

    def _lease(self) -> tuple[list[Delivery], Wait | None]:
        """The rows of the next message, and what they have waited for together.

        None where nothing is due, or where the channel has had as much as it may get: then all of
        it waits until there is room.
        """
        name, store, now = self._channel.name, self._store, self._clock()
        # What comes at another time than planned, as after a refusal or a restart, keeps to the
        # quiet hours as well.
        quiet = after_quiet(self._channel, Held(now))
        if quiet.until > now:
            store.hold_back(name, quiet, now=now, sparing=loud(self._channel))
        full = self._full_until(now)
        if full is not None:
            store.hold_back(name, Held(full, Wait.RATE), now=now)
            return [], None
        waited, until = store.next_waited(name, now), now + LEASE
        if self._channel.digest:
            rows = store.lease(name, now=now, until=until, limit=DIGEST_SIZE)
            return rows, Wait.DIGEST if len(rows) > 1 or waited is Wait.DIGEST else None
        if waited in TOGETHER:
            rows = store.lease(name, now=now, until=until, limit=DIGEST_SIZE, waited=TOGETHER)
            return rows, waited if len(rows) > 1 else None
        return store.lease(name, now=now, until=until, limit=1), None

    def _full_until(self, now: datetime) -> datetime | None:
        """When the channel may get another message; None when it may now."""
        rate = self._channel.rate
        if rate is None:
            return None
        # Later ones left before the clock was put back.
        around = now - rate.per, now + rate.per
        taken = self._store.taken(self._channel.name, *around, limit=rate.count)
        until = room(rate, taken, now)
        return until if until > now else None

    def _deliver(self, rows: Sequence[Delivery], together: Wait | None) -> bool:
        """Send one message and record what came of it; whether the channel refused it."""
        began = time.monotonic()
        try:
            message, rows = self._rendered(rows, self._occasion(rows, together))
            refused = self._ways.notifiers[self._channel.name].send(message)
        except DeliveryError as error:
            self._put_off(rows, error.detail, permanent=error.permanent, since=began)
            return True
        except StoreError:  # no fault of the message: see ``run``
            raise
        except Exception as error:  # noqa: BLE001 - the poison guard: one row must not stop the loop
            self._puzzled(rows, error)
            return False
        self._sent(rows, since=began, refused=refused)
        return False

    def _occasion(self, rows: Sequence[Delivery], together: Wait | None) -> Occasion:
        copied = next((row for row in rows if row.instead_of), None) if len(rows) == 1 else None
        return Occasion(
            together=together,
            alive=alive(self._store, self._channel, self._clock()) if together else None,
            instead_of=copied.instead_of if copied else None,
            refusal=self._store.refusal(copied.id) if copied else "",
        )

    def _rendered(
        self, rows: Sequence[Delivery], occasion: Occasion
    ) -> tuple[Message, Sequence[Delivery]]:
        """The message and the rows that are in it: a digest goes out without what breaks it."""
        try:
            return compose([row.alert for row in rows], self._channel, occasion), rows
        except Exception:
            good = [row for row in rows if len(rows) > 1 and self._renders(row)]
            if not good:
                raise
            return compose([row.alert for row in good], self._channel, occasion), good

    def _renders(self, row: Delivery) -> bool:
        try:
            compose([row.alert], self._channel)
        except Exception as error:  # noqa: BLE001 - the poison guard again, one row at a time
            self._puzzled([row], error)
            return False
        return True

    def _puzzled(self, rows: Sequence[Delivery], error: Exception) -> None:
        """An error nobody foresaw: the rows move on first, then it is told, without its words."""
        self._put_off(rows, f"an unexpected {type(error).__name__}, see the log", permanent=False)
        _log.critical(
            "delivery_broke",
            channel=self._channel.name,
            deliveries=[row.id for row in rows],
            error=type(error).__name__,
            trace="".join(traceback.format_tb(error.__traceback__)),
        )

    def _sent(self, rows: Sequence[Delivery], *, since: float, refused: str | None) -> None:
        """``refused``: why some did not get it; told once, until all get a message again."""
        ids, name, now = [row.id for row in rows], self._channel.name, self._clock()
        seconds = time.monotonic() - since
        self.summary += Summary(sent=len(ids))
        if refused and self._store.last_refused(name) is None:
            # One cannot be without the other: what is noted as refused is no news the next time.
            with self._store.transaction():
                self._store.delivered(ids, now=now, seconds=seconds, refused=refused)
                report_partly(self._store, self._ways, name, refused, now)
        else:
            self._store.delivered(ids, now=now, seconds=seconds, refused=refused)
        _log.info("delivered", channel=name, deliveries=ids)
        if refused:
            _log.warning("recipient_refused", channel=name, reason=refused)

    def _put_off(
        self,
        rows: Sequence[Delivery],
        detail: str,
        *,
        permanent: bool,
        since: float | None = None,
    ) -> None:
        """Each row by its own count of failures; a permanent error disables the channel, and what
        is for it waits.
        """
        name, now = self._channel.name, self._clock()
        seconds = None if since is None else time.monotonic() - since
        with self._store.transaction():
            # What an address answers that was replaced meanwhile says nothing of the new one.
            permanent = permanent and self._store.disable_channel(
                name, reason=detail, now=now, fingerprint=fingerprint(self._channel)
            )
            for row in rows:
                failures = row.attempts + 1
                when = now if permanent else next_try(failures, now, seed=rows[0].id)
                self._store.delivery_failed(
                    [row.id], error=detail, now=now, next_try=when, seconds=seconds
                )
                self.summary += Summary(put_off=1) if when else Summary(failed=1)
                if when is None:
                    report_given_up(self._store, self._ways, row, detail, now)
            if permanent:
                report_disabled(self._store, self._ways, name, detail, now)
        if permanent:
            self.summary += Summary(disabled=(name,))
        _log.warning(
            "channel_disabled" if permanent else "not_delivered",
            channel=name,
            deliveries=[row.id for row in rows],
            reason=detail,
        )
