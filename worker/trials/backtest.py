"""What other watches would have told, against what was told: gained, lost and kept.

Alerts are compared by what they tell (a story with its status, or an article) and by channel: it
counts what reaches people, and not which watch brought it. So a watch that is only renamed gains
and loses nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from pacts.model import Alert, Watch
from pacts.terms import Reason
from storage.store import Store
from worker.config import Config
from worker.trials.compared import Change, Report, Subject, Tally, Told
from worker.trials.lostwhy import explained
from worker.trials.replay import Advance, Replay


def backtest(
    archive: Store,
    config: Config,
    *,
    since: datetime | None = None,
    anew: bool = False,
    advance: Advance = lambda: None,
) -> Report:
    """Try the watches of ``config`` on everything stored; the store is only read.

    Only alerts made at or after ``since`` are told of, then or now.
    """
    replay = Replay(archive, config, since=since, anew=anew, advance=advance)
    comparison = _Comparison(config.watches)
    for alert in replay.alerts():
        comparison.now(alert)
    for alert in archive.judgements(sent=True):
        comparison.then(alert)
    marks = {mark.story: mark.right for mark in archive.marks() if mark.story is not None}
    report = comparison.report(since, marks)
    return replace(
        report,
        lost=explained(report.lost, archive, config.watches),
        articles=replay.articles,
        stories=replay.stories,
        events=tuple(replay.changes),
        anew=anew,
        since=since,
    )


@dataclass(slots=True)
class _Side:
    """The messages of one run: by what they tell and where, in their order."""

    alerts: list[Told] = field(default_factory=list)
    by_key: dict[tuple[Subject, str], list[Told]] = field(default_factory=dict)

    def add(self, alert: Alert) -> None:
        told = _told(alert, len(self.alerts))
        self.alerts.append(told)
        for channel in told.channels:
            self.by_key.setdefault((told.subject, channel), []).append(told)


def _told(alert: Alert, number: int) -> Told:
    story, article = alert.story, alert.article
    if story is not None:
        subject: Subject = (story.id or ("new", alert.headline), story.status)
        url = story.lead.url
    else:
        subject = (article.source, article.key) if article else (alert.headline,)
        url = article.url if article else ""
    return Told(
        number=number,
        subject=subject,
        channels=alert.channels,
        watches=alert.watches,
        reason=alert.reason,
        detail=alert.detail,
        at=alert.created,
        headline=alert.headline,
        story=story.id if story else None,
        url=url,
    )


class _Comparison:
    def __init__(self, watches: Sequence[Watch]) -> None:
        self._watches: Mapping[str, Watch] = {watch.name: watch for watch in watches}
        self._then = _Side()
        self._now = _Side()
        self._held_back: dict[tuple[Subject, str], tuple[Reason, str]] = {}

    def then(self, alert: Alert) -> None:
        self._then.add(alert)

    def now(self, alert: Alert) -> None:
        if alert.reason.sends:
            self._now.add(alert)
            return
        told = _told(alert, 0)
        for channel in told.channels:
            self._held_back[told.subject, channel] = (told.reason, told.detail)
            if told.reason is not Reason.DUPLICATE:
                # On record once for a story, whatever becomes of its status.
                self._held_back[told.subject[:1], channel] = (told.reason, told.detail)

    def report(self, since: datetime | None, marks: Mapping[int, bool]) -> Report:
        lost: dict[int, list[str]] = {}
        gained: dict[int, list[str]] = {}
        self._again: dict[int, set[str]] = {}
        """Watches that tell an alert of then now."""
        self._before: dict[int, set[str]] = {}
        """Watches that told an alert of now then."""
        for key in self._then.by_key.keys() | self._now.by_key.keys():
            self._pair(key, lost, gained)
        losses = [self._lost(number, channels, marks) for number, channels in lost.items()]
        gains = [self._gained(number, channels, marks) for number, channels in gained.items()]
        recent = _Recent(since)
        return self._counted(recent, recent.changes(losses), recent.changes(gains))

    def _pair(
        self,
        key: tuple[Subject, str],
        lost: dict[int, list[str]],
        gained: dict[int, list[str]],
    ) -> None:
        """Find each alert of one side its like on the other: of the same reason if there is one."""
        then, now = list(self._then.by_key.get(key, ())), list(self._now.by_key.get(key, ()))
        same = [(old, new) for old in then for new in now if old.reason is new.reason]
        for old, new in [*same, *((old, new) for old in then for new in now)]:
            if old in then and new in now:
                then.remove(old)
                now.remove(new)
                self._again.setdefault(old.number, set()).update(self._sending(new, key[1]))
                self._before.setdefault(new.number, set()).update(old.watches)
        for old in then:
            lost.setdefault(old.number, []).append(key[1])
        for new in now:
            gained.setdefault(new.number, []).append(key[1])

    def _sending(self, new: Told, *channels: str) -> set[str]:
        """The watches of an alert of now that bring it to one of these channels."""
        return {
            name for name in new.watches if not set(channels).isdisjoint(self._watches[name].notify)
        }

    def _lost(self, number: int, channels: list[str], marks: Mapping[int, bool]) -> Change:
        alert = self._then.alerts[number]
        told_still = self._again.get(number, set())
        watches = [name for name in alert.watches if name not in told_still]
        return Change(
            alert,
            tuple(name for name in alert.channels if name in channels),
            tuple(watches) or alert.watches,
            self._why(alert, channels),
            marks.get(alert.story or 0),
        )

    def _gained(self, number: int, channels: list[str], marks: Mapping[int, bool]) -> Change:
        alert = self._now.alerts[number]
        bringing = self._sending(alert, *channels)
        told_before = self._before.get(number, set())
        watches = [n for n in alert.watches if n in bringing and n not in told_before]
        return Change(
            alert,
            tuple(name for name in alert.channels if name in channels),
            tuple(watches) or tuple(name for name in alert.watches if name in bringing),
            mark=marks.get(alert.story or 0),
        )

    def _why(self, alert: Told, channels: list[str]) -> str:
        held = [
            self._held_back[subject, channel]
            for subject in (alert.subject, alert.subject[:1])
            for channel in channels
            if (subject, channel) in self._held_back
        ]
        if not held or held[0][0] is Reason.DUPLICATE:
            keys = ((alert.subject, channel) for channel in channels)
            told = [new for key in keys for new in self._now.by_key.get(key, ())]
            if told:  # as where a plan waits for a digest, and its reminder comes before that
                return f"the {_plain(told[-1].reason)} alert says it as well, in one message"
        if not held:
            return ""
        reason, detail = held[0]
        return f"held back ({_plain(reason)})" + (f": {detail}" if detail else "")

    def _counted(
        self, recent: _Recent, lost: tuple[Change, ...], gained: tuple[Change, ...]
    ) -> Report:
        sent = [alert for alert in self._then.alerts if recent.is_in(alert)]
        gone = {change.alert.number for change in lost}
        return Report(
            articles=0,
            stories=0,
            watches=self._by_watch(sent, lost, gained),
            channels=self._by_channel(sent, lost, gained),
            gained=gained,
            lost=lost,
            kept=sum(alert.number not in gone for alert in sent),
        )

    def _by_watch(
        self, sent: Sequence[Told], lost: Sequence[Change], gained: Sequence[Change]
    ) -> tuple[Tally, ...]:
        sends = _count(alert.watches for alert in sent)
        losses, gains = (_count(one.watches for one in changes) for changes in (lost, gained))
        others = _count(
            tuple(self._again.get(alert.number, set()) - set(alert.watches)) for alert in sent
        )
        names = [*self._watches, *sorted(sends.keys() - self._watches.keys())]
        return tuple(
            Tally(
                name,
                sends[name],
                losses[name],
                gains[name],
                others[name],
                gone=name not in self._watches,
            )
            for name in names
        )

    def _by_channel(
        self, sent: Sequence[Told], lost: Sequence[Change], gained: Sequence[Change]
    ) -> tuple[Tally, ...]:
        sends = _count(alert.channels for alert in sent)
        losses, gains = (_count(one.channels for one in changes) for changes in (lost, gained))
        named = {name for watch in self._watches.values() for name in watch.notify}
        return tuple(
            Tally(name, sends[name], losses[name], gains[name])
            for name in sorted(named | sends.keys())
        )


@dataclass(frozen=True, slots=True)
class _Recent:
    """What is told of: both sides are compared whole, since one alert can come later now."""

    since: datetime | None

    def is_in(self, alert: Told) -> bool:
        return self.since is None or alert.at >= self.since

    def changes(self, found: Iterable[Change]) -> tuple[Change, ...]:
        kept = (one for one in found if self.is_in(one.alert))
        return tuple(sorted(kept, key=lambda one: (one.alert.at, one.alert.number)))


def _count(names: Iterable[Iterable[str]]) -> Counter[str]:
    return Counter(name for some in names for name in some)


def _plain(reason: Reason) -> str:
    return reason.value.replace("_", " ")
