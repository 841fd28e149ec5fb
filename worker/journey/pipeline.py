"""The journey of one source's news, from a poll to deliveries that wait to be sent.

1. list     ask the source what it has; "nothing changed" is an answer
2. meet     drop what is known already, under whatever name; the oldest of the rest comes first
3. again    add the items whose page failed earlier and whose time has come
   for each of these, and then for each known item whose listing was edited:
4. read     fetch its page, reduce it to title, text, time and language; failed: put it off; what
            ``pages: likely`` rules out is not fetched; what nothing dates counts from when it
            was first seen, or is on hold
5. extract  find the events that the text reports
6. settle   in ONE transaction: look whether the text is that of a known item, then this is only
            another name of it; judge whether the article and its source are to be believed; keep
            the article (the item is seen from here on); give every event its story; decide who
            is to be told what, or why not; one delivery row per channel. Of an edited article the
            new text takes the place of the old one, and only what changed is told
7. close    keep the validators, the time of the next check and how the source is doing, now that
            every item of the poll is settled or put off; tell the operator what he must know

A crash between any two steps costs a fetch, never news: an item is seen only in the transaction
that stores its outcome, and validators are kept only after all items are. This file calls;
``alerting`` and ``worker.care.pace`` decide; ``now`` is the time at which the poll began.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from pacts.errors import FetchError, FetchFailure, StoreUnavailableError
from pacts.model import Alert, Article, Event, Item, Listing, Source, Validators
from sources.fetch import list_items
from storage.records import Remembered, SourceState
from worker.care import pace
from worker.care.missed import may_have_missed
from worker.journey.closing import Closing, close
from worker.journey.desk import Desk
from worker.journey.holding import judged
from worker.journey.memory import Met, twin
from worker.journey.reading import Reader
from worker.journey.remembering import meet, sort_out
from worker.journey.revising import revise, since_first
from worker.journey.settling import settle

log = structlog.get_logger("pipeline")


@dataclass(frozen=True, slots=True)
class Polled:
    """How a poll went. ``error`` is the sentence for people when the source failed."""

    source: str
    stored: int = 0
    put_off: int = 0
    unreadable: int = 0
    revised: int = 0
    alerts: int = 0
    """Alerts that go out; those that are only recorded do not count."""
    unchanged: bool = False
    interrupted: bool = False
    error: str | None = None
    postponed_to: datetime | None = None
    """When its host may be asked again: then ``error`` says that it waits; it has not failed."""


def poll(source: Source, desk: Desk, *, now: datetime) -> Polled:
    """Take one source through the whole journey. Failures are values; raises StoreError only."""
    state = desk.store.source_state(source.name)

    asked = desk.early or state.next_check <= now
    listing = _list(source, state, desk, now) if asked else None  # 1
    items = listing.items if isinstance(listing, Listing) else ()
    met = meet(desk.store, source.name, items)  # 2
    new = _oldest_first(met.new)
    again = desk.store.put_off_items(source.name, now)  # 3

    work = _Work(source, desk, now, first_poll=state.baselined_at is None)
    for item, attempts in [*again, *((item, None) for item in new)]:
        if desk.stopping():
            return replace(work.polled, interrupted=True)
        work.through(item, attempts)  # 4, 5, 6
    edited, unfinished = sort_out(desk.store, met, now)
    for item, known in edited:
        if desk.stopping():
            return replace(work.polled, interrupted=True)
        unfinished |= not work.revise(item, known)

    if listing is None:
        return work.polled
    if unfinished and isinstance(listing, Listing):  # "unchanged" would hide what is left to do
        listing = replace(listing, validators=Validators())
    return _close(source, state, listing, desk, work.polled, now, met)  # 7


def _list(source: Source, state: SourceState, desk: Desk, now: datetime) -> Listing | FetchError:
    whole = pace.is_whole_due(state.last_whole, source.name, now)
    validators = pace.validators_to_send(state.validators, whole=whole)
    try:
        return list_items(source, desk.web, validators, now=now)
    except FetchError as error:
        return error
    except Exception:  # one broken source must not stop the others: this is its boundary
        log.exception("poll_broke", source=source.name)
        return FetchError(source.name, FetchFailure.UNEXPECTED)


def _oldest_first(items: Sequence[Item]) -> list[Item]:
    """As things happened: a plan is told before its conclusion. Listings begin with the newest."""
    dated = [(item.published, item) for item in items if item.published]
    undated = [item for item in items if not item.published]
    return [*reversed(undated), *(item for _, item in sorted(dated, key=lambda pair: pair[0]))]


def _close(
    source: Source,
    state: SourceState,
    listing: Listing | FetchError,
    desk: Desk,
    polled: Polled,
    now: datetime,
    met: Met,
) -> Polled:
    missed = state.baselined_at is not None and may_have_missed(met)
    case = Closing(source, state, desk.store, desk.config, now, fresh=len(met.new), missed=missed)
    polled = replace(polled, alerts=polled.alerts + close(case, listing))
    if isinstance(listing, FetchError):
        waits = listing.failure is FetchFailure.POSTPONED
        until = now + pace.postponed(listing) if waits else None
        return replace(polled, error=listing.reason, postponed_to=until)
    return replace(polled, unchanged=listing.unchanged)


class _Work:
    """Steps 4 to 6 for the items of one poll, and the count of how they went."""

    def __init__(self, source: Source, desk: Desk, now: datetime, *, first_poll: bool) -> None:
        self.polled = Polled(source.name)
        self._source = source
        self._desk = desk
        self._now = now
        self._baseline = first_poll and not desk.notify_baseline
        self._reader = Reader(source, desk, now, first_poll=first_poll)

    def through(self, item: Item, attempts: int | None) -> None:
        """Take one item to its outcome: stored, put off, or given up.

        ``attempts`` counts its failures so far, if it was put off before.
        """
        try:
            article, not_fetched = self._reader.read(item)  # 4
            events = self._reader.events(article)  # 5
            with self._desk.store.transaction():
                self._settle(item, article, events, attempts)  # 6
                if not_fetched:
                    self._desk.store.note(item, not_fetched)
            self._count(stored=1)
        except FetchError as error:
            self._failed(item, attempts, error)
        except StoreUnavailableError:  # no fault of the page: it is met again
            raise
        except Exception:  # one poisonous page must not stop the others: this is its boundary
            log.exception("item_broke", source=item.source, url=item.url)
            self._failed(item, attempts, FetchError(item.source, FetchFailure.UNEXPECTED))

    def revise(self, item: Item, known: Remembered) -> bool:
        """Read a known item again; False when that failed, and is to be tried at a later poll."""
        store = self._desk.store
        try:
            before = store.article(known.id)
            article, not_fetched = self._reader.read(item)
            article = since_first(article, before)
            events = self._reader.events(article)
            with store.transaction():
                self._replace(item, article, events, before, known)
                store.remember(item)
                if not_fetched:
                    store.note(item, not_fetched)
                store.reread(known.id, now=self._now)
        except FetchError as error:
            if error.failure is FetchFailure.POSTPONED:
                return False
        except StoreUnavailableError:
            raise
        except Exception:  # one poisonous page must not stop the others: this is its boundary
            log.exception("edit_broke", source=item.source, url=item.url)
        else:
            return True
        store.reread(known.id, now=self._now)
        return False

    def _replace(
        self,
        item: Item,
        article: Article,
        events: Sequence[Event],
        before: Article,
        known: Remembered,
    ) -> None:
        desk, now = self._desk, self._now
        article, told = judged(article, self._source, desk.store, desk.config, now=now)
        edited = item.updated or now
        alerts = revise(article, events, before, known, desk, edited=edited, now=now)
        sent = sum(alert.reason.sends for alert in alerts or ())
        self._count(revised=alerts is not None, alerts=told + sent)

    def _failed(self, item: Item, attempts: int | None, error: FetchError) -> None:
        if pace.is_final(error, attempts or 0):
            self._give_up(item, error, attempts)
            return
        again = pace.next_try(self._now, attempts or 0, error)
        failed = error.failure is not FetchFailure.POSTPONED
        self._desk.store.put_off(
            item, reason=error.reason, now=self._now, next_try=again, failed=failed
        )
        self._count(put_off=1)

    def _give_up(self, item: Item, error: FetchError, attempts: int | None) -> None:
        """The page never came: judge what the listing said of it, and keep it as unreadable."""
        try:
            article = self._reader.unread(item)
            self._settle(item, article, self._reader.events(article), attempts, error.reason)
        except StoreUnavailableError:
            raise
        except Exception:  # the same poison may sit in the title: then it is kept unjudged
            log.exception("item_broke", source=item.source, url=item.url)
            self._desk.store.give_up(item, reason=error.reason, now=self._now)
        self._count(unreadable=1)

    def _settle(
        self,
        item: Item,
        article: Article,
        events: Sequence[Event],
        attempts: int | None,
        unreadable: str | None = None,
    ) -> None:
        store, now = self._desk.store, self._now
        silent = self._baseline or (attempts is not None and self._stays_silent(item))
        with store.transaction():
            same_as = twin(article, store.twins(article)) if unreadable is None else None
            article, told = judged(article, self._source, store, self._desk.config, now=now)
            if unreadable is None:
                store.add_article(article, now=now, baseline=silent, same_as=same_as)
                if attempts is None:  # what was put off has its names already
                    store.remember(item)
                if same_as is not None:
                    store.give_names(item, same_as)
            else:
                store.give_up(item, reason=unreadable, now=now)
            alerts: list[Alert] = []
            if same_as is None:
                alerts = settle(article, events, self._desk, baseline=silent, now=now)
        self._count(alerts=told + sum(alert.reason.sends for alert in alerts))

    def _stays_silent(self, item: Item) -> bool:
        """What was put off in the silent first poll is judged in silence whenever it comes."""
        met = self._desk.store.first_met(item)
        return not self._desk.notify_baseline and met is not None and met[1]

    def _count(self, **more: int) -> None:
        had = self.polled
        self.polled = replace(had, **{name: getattr(had, name) + n for name, n in more.items()})
