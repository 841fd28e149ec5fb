"""The archive judged once more: what these watches would have told, and when.

Every article is settled again as it was first, at the time at which it was, by the judgement of
the journey itself, on a database that is thrown away. Edits come when they came, and so do
silences. What was judged in silence (the first poll of a source) or on hold then is so again. What
people joined or parted is joined or parted at its time, by who tells which story today.

An article that was never edited tells the events that are stored of it. One that was edited is
read by the present extraction in each of its versions, because events of a text that was replaced
are not kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from extraction import extract
from pacts.model import Alert, Article, Event, Sighting, Silence
from pacts.terms import Trust
from storage.records import Moment, MomentKind, Remembered, Settled
from storage.store import Store
from worker.care.releasing import make_up_for
from worker.config import Config
from worker.journey.desk import Desk
from worker.journey.reminding import remind
from worker.journey.revising import revise
from worker.journey.settling import settle
from worker.life.runtime import open_web
from worker.trials.holds import holds_of
from worker.trials.mending import mend
from worker.trials.scratch import scratch

_NO_STORY: Final = -1
"""The number of a story that is not there."""

_STEP: Final = timedelta(hours=1)

Advance: TypeAlias = Callable[[], None]
Version: TypeAlias = tuple[datetime | None, Article]
"""A text and when another took its place; None for the one that stands."""


@dataclass(frozen=True, slots=True)
class EventChange:
    """An event that extraction finds now and did not then, or the other way round."""

    item: int
    title: str
    published: datetime | None
    event: Event
    gained: bool


class Replay:
    """One run over an archive, which is only read.

    ``config`` has the watches to be tried. ``anew``: every text is read by the present extraction,
    and how its events differ from those stored is noted in ``changes``. Before ``since`` nothing
    but what stories need is replayed.
    """

    def __init__(
        self,
        archive: Store,
        config: Config,
        *,
        since: datetime | None = None,
        anew: bool = False,
        advance: Advance = lambda: None,
    ) -> None:
        self.articles = 0
        self.stories = 0
        self.changes: list[EventChange] = []
        self._archive = archive
        self._config = config
        self._since = since
        self._anew = anew
        self._advance = advance
        self._holds = holds_of(archive, config)
        self._held_since: dict[str, datetime] = {}
        self._reminded: datetime | None = None

    def alerts(self) -> Iterator[Alert]:
        """Every alert of the run, sent or not, in order; stories under the ids of the archive.

        The id is None where the archive has no such story.
        """
        states = self._archive.source_states()
        named = [(one.name, one.kind, one.url) for one in states]
        begin = min((one.next_check for one in states), default=None)
        if begin is None:
            return
        with (
            open_web(self._config) as web,
            scratch(named, begin) as store,
            store.transaction(),  # one for all: nothing of it is to last
        ):
            desk = Desk(store, web, self._config)
            for moment in self._archive.moments():
                self._until(moment.at, desk)
                self._at(moment, desk)
                self._advance()
            self._until(max(one.last_poll or begin for one in states), desk)
            self.stories = store.story_count()
            # Only now: an alert can be brought up to date before anybody gets it.
            for alert in store.judgements(sent=False):
                yield self._under_its_id(alert)

    def _at(self, moment: Moment, desk: Desk) -> None:
        if moment.kind is MomentKind.SILENCE:
            desk.store.add_silence(self._silence(moment.id, desk.store), now=moment.at)
            return
        if moment.kind in {MomentKind.JOINED, MomentKind.PARTED}:
            mend(moment, self._archive, desk.store)
            return
        settled = self._archive.settled(moment.id)
        texts = self._texts(settled)
        if moment.kind is MomentKind.ITEM:
            self._settle(settled, texts, desk)
        else:
            self._revise(settled, texts, moment.at, desk)

    def _silence(self, number: int, store: Store) -> Silence:
        """A silence of the archive; one of a story names it as it is called here."""
        silence = self._archive.silences_ever()[number]
        if silence.story is None:
            return silence
        there = self._archive.story_sightings(silence.story)
        ids = (store.story_telling(one.source, one.item, one.event) for one in there)
        return replace(silence, story=next((one for one in ids if one is not None), _NO_STORY))

    # --- what time brings ------------------------------------------------------------------

    def _until(self, now: datetime, desk: Desk) -> None:
        """What happened before ``now`` and after the moment before it, without any article."""
        while self._holds and self._holds[0].end < now:
            hold = self._holds.pop(0)
            since = self._held_since.get(hold.source.name)
            if since is not None:
                make_up_for(hold.source, since, desk.store, self._config, now=hold.end)
        self._remind(now, desk.store)

    def _remind(self, now: datetime, store: Store) -> None:
        """As a service that never stopped: what was planned for a day of a quiet week as well."""
        if all(watch.remind is None for watch in self._config.watches):
            return
        at = self._reminded or now
        while at < now:
            at = min(at + _STEP, now)
            remind(store, self._config, at)
        self._reminded = now

    # --- items -----------------------------------------------------------------------------

    def _settle(self, settled: Settled, texts: list[Version], desk: Desk) -> None:
        self.articles += 1
        article, edited = texts[0][1], len(texts) > 1
        events = self._events(settled, article, edited=edited)
        if events or edited:
            desk.store.add_article(article, now=settled.at, baseline=settled.baseline)
        elif self._since and settled.at < self._since:
            return
        settle(article, events, desk, baseline=settled.baseline, now=settled.at)

    def _events(self, settled: Settled, article: Article, *, edited: bool) -> tuple[Event, ...]:
        if not (self._anew or edited):
            return settled.events
        found = self._extract(article)
        if self._anew and not edited:
            self._note(settled, found)
        return found

    def _extract(self, article: Article) -> tuple[Event, ...]:
        return extract(article, news_days=self._config.settings.news_days)

    def _note(self, settled: Settled, found: tuple[Event, ...]) -> None:
        """How the events found now differ in what they say from those stored."""
        before = {_facts(event): event for event in settled.events}
        after = {_facts(event): event for event in found}
        for facts in [*before, *after]:
            if (facts in before) != (facts in after):
                event = before.get(facts) or after[facts]
                article = settled.article
                self.changes.append(
                    EventChange(settled.id, article.title, article.published, event, facts in after)
                )

    # --- edits -----------------------------------------------------------------------------

    def _texts(self, settled: Settled) -> list[Version]:
        """The versions of an article, the oldest first, each with the time of its end."""
        now = settled.article
        olds = self._archive.revisions(settled.id)
        texts: list[Version] = [
            (
                old.replaced_at,
                replace(now, url=old.url, title=old.title, published=old.published, text=old.text),
            )
            for old in olds
        ]
        begins = [settled.at, *(old.replaced_at for old in olds)]
        return [
            (end, self._as_believed(article, begin))
            for begin, (end, article) in zip(begins, [*texts, (None, now)], strict=True)
        ]

    def _as_believed(self, article: Article, at: datetime) -> Article:
        """With the trust that it had then."""
        if not any(hold.covers(article, at) for hold in self._holds):
            return article
        self._held_since.setdefault(article.source, at)
        return replace(article, trust=Trust.HOLD)

    def _revise(self, settled: Settled, texts: list[Version], at: datetime, desk: Desk) -> None:
        number = next(index for index, (end, _) in enumerate(texts) if end == at)
        before, after = texts[number][1], texts[number + 1][1]
        row = desk.store.add_article(before, now=settled.at, baseline=settled.baseline)
        known = Remembered(row, after.key, baseline=settled.baseline)
        events = self._extract(after)
        if self._anew and number + 2 == len(texts):
            self._note(settled, events)
        revise(after, events, before, known, desk, edited=at, now=at)

    # --- stories ---------------------------------------------------------------------------

    def _under_its_id(self, alert: Alert) -> Alert:
        if alert.story is None:
            return alert
        told: list[Sighting] = [alert.story.lead, *alert.story.sightings]
        ids = (self._archive.story_telling(one.source, one.item, one.event) for one in told)
        found = next((number for number in ids if number is not None), None)
        return replace(alert, story=replace(alert.story, id=found))


def _facts(event: Event) -> tuple[object, ...]:
    said = (event.kind, event.act, event.status, event.parties)
    return (*said, event.scope, event.level, event.count, event.date)
