"""What a channel has not got yet is brought up to date, instead of a second message behind it.

A plan that is concluded before the digest of the morning gives one entry, which says concluded.
It is never taken back: what was denied before it could be told is told as denied, once, because
its readers will meet the claim elsewhere.

An alert that nobody has got is changed in place. Of one that some channels have got, those that
still wait are told by another alert, as soon as there is more to say than it says.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby

from alerting.deciding.case import Case, Verdict
from alerting.deciding.known import heard
from alerting.deciding.making import line, loudest, watches_of, words_of
from alerting.deciding.news import news_for, spoken
from alerting.deciding.waiting import Waiting
from alerting.matching.watches import doubt_of
from pacts.model import Alert, Article, Story
from pacts.terms import Reason, Status

Judge = Callable[[Case, str], list[Verdict]]
"""What the watches of a channel come to, by what it has really got."""


@dataclass(slots=True)
class Placed:
    """What becomes of the alerts that somebody waits for."""

    changed: list[Alert] = field(default_factory=list)
    """As they are to be, under their numbers."""
    apart: list[Verdict] = field(default_factory=list)
    """What is told by new alerts, in place of what waited."""
    channels: set[str] = field(default_factory=set)
    """Those for which nothing is left to be decided."""


def amended(case: Case, judge: Judge) -> Placed:
    """What waits, as it is to be now that the story stands as it does."""
    waiting = case.waiting
    moot = {channel for channel in waiting.channels() if _is_moot(case, channel)}
    told = {
        channel: verdict
        for channel in waiting.channels()
        if channel not in moot and (verdict := _instead(case, channel, judge))
    }

    def says_more(channel: str) -> bool:
        news = news_for(case.story, case.told, channel)
        return news is not None and news.reason.sends

    placed = place(told, waiting, case.story, case.article, case.now, says_more, moot)
    left = {alert.id for alert in placed.changed}
    for alert in case.told:
        if _only_facts(alert, case.story) and waiting.is_free(alert) and alert.id not in left:
            placed.changed.append(_with_facts(alert, case.story, case.now))
    placed.channels |= (
        moot
        | told.keys()
        | {
            channel
            for channel in waiting.channels()
            if _only_facts(waiting.at(channel)[-1], case.story)
        }
    )
    placed.changed = [alert for alert in placed.changed if alert not in case.told]
    return placed


def place(
    told: Mapping[str, Verdict],
    waiting: Waiting,
    story: Story,
    article: Article | None,
    now: datetime,
    says_more: Callable[[str], bool],
    moot: Collection[str] = (),
) -> Placed:
    """How each of these channels is told, in place of what it waits for: once.

    ``says_more``: whether it is worth another alert where the one that waits cannot be changed,
    because others have got it or are told something else. ``moot``: channels that are not to be
    told anything.
    """
    placed = Placed()
    lost: dict[int, set[str]] = {}
    for channel in moot:
        for alert in waiting.at(channel):
            lost.setdefault(alert.id or 0, set()).add(channel)
    for home, verdicts in _by_home(told, waiting):
        here, apart = _split(home, verdicts, waiting, says_more)
        placed.apart += apart
        if home and here:
            others = [one for v in here for one in waiting.at(v.channel) if one is not home]
            placed.changed.append(_renewed(home, here, others, story, article, now))
        for verdict in (*here, *apart):
            for alert in waiting.at(verdict.channel):
                if not (here and alert is home):
                    lost.setdefault(alert.id or 0, set()).add(verdict.channel)
    placed.changed += [_left(one, lost[one.id], moot) for one in waiting.told if one.id in lost]
    return placed


def with_what_waits(alert: Alert, waiting: Waiting) -> Alert:
    """A new alert, with all for which its channels were to be told: they get it instead.

    The watches that asked may be gone from the configuration by now.
    """
    if not alert.reason.sends:
        return alert
    told = [*(one for channel in alert.channels for one in waiting.at(channel)), alert]
    return replace(
        alert,
        watches=tuple(dict.fromkeys(name for one in told for name in one.watches)),
        matched=tuple(dict.fromkeys(word for one in told for word in one.matched)),
        priority=loudest(one.priority for one in told),
    )


def _by_home(
    told: Mapping[str, Verdict], waiting: Waiting
) -> Iterator[tuple[Alert | None, list[Verdict]]]:
    """The verdicts by the alert that may be changed to say them; None where there is none."""

    def home(verdict: Verdict) -> int:
        free = (one for one in waiting.at(verdict.channel) if waiting.is_free(one))
        return next((one.id or 0 for one in free), 0)

    alerts = {one.id: one for one in waiting.told}
    for number, verdicts in groupby(sorted(told.values(), key=home), key=home):
        yield alerts.get(number), list(verdicts)


def _split(
    home: Alert | None,
    verdicts: Sequence[Verdict],
    waiting: Waiting,
    says_more: Callable[[str], bool],
) -> tuple[list[Verdict], list[Verdict]]:
    """Those that ``home`` is to say, all alike and to all its channels; and those apart."""
    first = [v for v in verdicts if _said(v) == _said(verdicts[0])]
    if home and len(first) == len(home.channels):
        return first, []
    apart = [v for v in verdicts if len(waiting.at(v.channel)) > 1 or says_more(v.channel)]
    if home and len(apart) == len(home.channels):
        return first, [v for v in apart if v not in first]
    return [], apart


def _said(verdict: Verdict) -> tuple[Reason, str]:
    return verdict.reason, verdict.detail


def _left(alert: Alert, lost: set[str], moot: Collection[str]) -> Alert:
    """An alert without channels that are told by another one instead, or not at all."""
    rest = tuple(channel for channel in alert.channels if channel not in lost)
    if rest:
        return replace(alert, channels=rest)
    another = "another alert says it, before anybody got this one"
    why = "what was told before stands again" if lost <= set(moot) else another
    return replace(alert, reason=Reason.DUPLICATE, detail=why)


# --- what a channel is told instead --------------------------------------------------------


def _instead(case: Case, channel: str, judge: Judge) -> Verdict | None:
    """What is to be said by now; None where it is what waits."""
    last = case.waiting.at(channel)[-1]
    sending = next((v for v in judge(case, channel) if v.reason.sends), None)
    if sending:
        if last.reason is Reason.REMINDER and _is_same_plan(last.story, case.story):
            return replace(sending, reason=last.reason, detail=last.detail)
        return sending
    before = last.story.status if last.story else Status.NEGATED
    denied = case.story.status is Status.NEGATED and before is not Status.NEGATED
    if not denied or not _is_sure(case, last):
        return None
    watches = tuple(w for w in case.watches if w.name in last.watches and channel in w.notify)
    was = f"was first reported as {spoken(before)}"
    return Verdict(channel, watches, Reason.DENIED, was, before=before)


def _is_moot(case: Case, channel: str) -> bool:
    """Whether the story stands again as the channel knows it: a denial, say, was withdrawn."""
    if case.waiting.at(channel)[-1].reason is Reason.REMINDER:
        return False
    got = case.waiting.got(channel)
    known, news = heard(got, channel), news_for(case.story, got, channel)
    same = known is not None and known.status is case.story.status
    return same and news is not None and news.reason is Reason.DUPLICATE


def _is_same_plan(then: Story | None, now: Story) -> bool:
    plan = now.status is Status.PLANNED
    return plan and then is not None and (then.status, then.date) == (now.status, now.date)


def _is_sure(case: Case, alert: Alert) -> bool:
    """Whether a denial is sure enough for a watch that wanted the story."""
    return case.story.confirmed and not any(
        watch.name in alert.watches and doubt_of(watch, case.story) is Reason.UNSURE
        for watch in case.watches
    )


# --- changed in place ----------------------------------------------------------------------


def _renewed(
    alert: Alert,
    verdicts: Sequence[Verdict],
    others: Sequence[Alert],
    story: Story,
    article: Article | None,
    now: datetime,
) -> Alert:
    """The alert as it says these verdicts, and stands for the ``others`` as well."""
    watches = watches_of(verdicts)
    told = (alert, *others)
    names = dict.fromkeys(name for one in told for name in one.watches)
    words = dict.fromkeys(word for one in told for word in one.matched)
    return replace(
        _with_facts(alert, story, now),
        channels=tuple(verdict.channel for verdict in verdicts),
        headline=line(story, verdicts[0].before),
        reason=verdicts[0].reason,
        detail=verdicts[0].detail,
        watches=tuple(names | dict.fromkeys(watch.name for watch in watches)),
        matched=tuple(words | dict.fromkeys(words_of(watches, article) if article else ())),
        priority=loudest([*(one.priority for one in told), *(watch.priority for watch in watches)]),
    )


def _only_facts(alert: Alert, story: Story) -> bool:
    """Whether what is told is the same, with more sources or details."""
    sends = alert.reason.sends and alert.story is not None
    return sends and alert.story is not None and alert.story.status is story.status


def _with_facts(alert: Alert, story: Story, now: datetime) -> Alert:
    """The alert with the story as it stands now; the very same where that has not changed."""
    if alert.story == story:
        return alert
    said = alert.headline if alert.reason is Reason.DENIED else line(story, None)
    return replace(alert, story=story, headline=said, amended=now)
