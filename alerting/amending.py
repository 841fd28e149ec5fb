"""An alert that nobody has got yet is brought up to date, instead of a second one behind it.

A plan that is concluded before the digest of the morning gives one entry, which says concluded.
Such an alert is never taken back: what was denied before it could be told is told as denied, once,
because its readers will meet the claim elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from alerting.case import Case, Verdict
from alerting.known import sent_to
from alerting.making import line, loudest, watches_of, words_of
from alerting.news import spoken
from alerting.watches import doubt_of
from pacts.model import Alert
from pacts.terms import Reason, Status

Judge = Callable[[Case, str], list[Verdict]]
"""What the watches of a channel come to."""


def amended(case: Case, unsent: Collection[int], judge: Judge) -> list[Alert]:
    """The unsent alerts of the story that stand for what is told now, as they are to be.

    ``unsent`` are the numbers of those of which no channel has got anything. One that is in this
    list speaks for its channels: nothing else is told them now. It is judged again as if it had
    not been made, so it says what is new to them by what they really heard.
    """
    found = []
    for alert in case.told:
        if alert.id in unsent and alert.reason.sends and _is_last(alert, case.told):
            new = _amended(case, alert, judge)
            if new is not None:
                found.append(new)
    return found


def _is_last(alert: Alert, told: Sequence[Alert]) -> bool:
    return all(sent_to(told, channel)[-1] is alert for channel in alert.channels)


def _amended(case: Case, alert: Alert, judge: Judge) -> Alert | None:
    """None where it cannot say what is to be said, and a second alert must."""
    if alert.story is None:
        return None
    others = [one for one in case.told if one is not alert]
    without = replace(case, told=others, baseline=False)
    verdicts = [v for channel in alert.channels for v in judge(without, channel)]
    sending = [verdict for verdict in verdicts if verdict.reason.sends]
    if sending:
        alike = {(verdict.reason, verdict.detail) for verdict in sending}
        if len(sending) < len(alert.channels) or len(alike) > 1:
            return None
        return _renewed(case, alert, sending)
    before, now = alert.story.status, case.story.status
    if now is before:
        return _with_facts(case, alert)
    if now is Status.NEGATED and _is_sure(case, alert):
        was = f"was first reported as {spoken(before)}"
        denied = replace(_with_facts(case, alert), reason=Reason.DENIED, detail=was)
        return replace(denied, headline=line(case.story, before))
    return None


def _renewed(case: Case, alert: Alert, sending: Sequence[Verdict]) -> Alert:
    watches = watches_of(sending)
    names = dict.fromkeys((*alert.watches, *(watch.name for watch in watches)))
    words = dict.fromkeys((*alert.matched, *words_of(watches, case.article)))
    return replace(
        _with_facts(case, alert),
        headline=line(case.story, sending[0].before),
        reason=sending[0].reason,
        detail=sending[0].detail,
        watches=tuple(names),
        matched=tuple(words),
        priority=loudest([alert.priority, *(watch.priority for watch in watches)]),
    )


def _with_facts(case: Case, alert: Alert) -> Alert:
    """The alert with the story as it stands now; the very same where that has not changed."""
    if alert.story == case.story:
        return alert
    said = alert.headline if alert.reason is Reason.DENIED else line(case.story, None)
    return replace(alert, story=case.story, headline=said, amended=case.now)


def _is_sure(case: Case, alert: Alert) -> bool:
    """Whether a denial is sure enough for a watch that wanted the story."""
    return case.story.confirmed and not any(
        watch.name in alert.watches and doubt_of(watch, case.story) is Reason.UNSURE
        for watch in case.watches
    )
