"""What was planned for a day that has passed, and that nobody has reported since.

For watches that ask for it with ``remind``: so long after the last planned day one reminder, once
for each channel and planned day. A plan that is put off to another day has another reminder.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Final

from alerting.deciding.amending import place
from alerting.deciding.case import Verdict
from alerting.deciding.known import heard, sent_to, watches_known
from alerting.deciding.making import alerts_of, for_channel
from alerting.deciding.silences import named, silenced_by
from alerting.deciding.waiting import Waiting
from alerting.matching.watches import doubt_of, is_about
from pacts.days import adverb
from pacts.model import Alert, Silence, Story, Watch
from pacts.terms import DateBasis, Reason, Status

_DAY: Final = timedelta(days=1)


def due_at(story: Story, watch: Watch) -> datetime | None:
    """When ``watch`` is to be reminded of a plan, in UTC; None where it is not to be."""
    if watch.remind is None or story.status is not Status.PLANNED or story.date is None:
        return None
    if story.date_basis is DateBasis.PUBLICATION:  # the day of the report, not of the plan
        return None
    return _end(story) + watch.remind


def decide_reminders(
    story: Story,
    told: Sequence[Alert],
    watches: Sequence[Watch],
    silences: Sequence[Silence],
    *,
    now: datetime,
    unsent: Collection[tuple[int, str]] = (),
) -> tuple[Alert, ...]:
    """The reminders of a story that are due, and the reasons for which some are not sent.

    ``told`` are all alerts of the story so far, the oldest first; ``unsent`` and what is returned
    as for :func:`alerting.deciding.decide.decide_story`: a channel that still waits to hear of the
    plan gets the reminder instead. Deciding again, with these alerts among ``told``, gives none.
    """
    waiting = Waiting(told, unsent)
    verdicts = [
        verdict
        for channel in dict.fromkeys(name for watch in watches for name in watch.notify)
        for verdict in _judge(story, told, channel, watches, silences, now)
        if not _on_record(story, told, verdict)
    ]
    late = {v.channel: v for v in verdicts if v.reason.sends and waiting.at(v.channel)}
    placed = place(late, waiting, story, None, now, lambda _: True)
    rest = [v for v in verdicts if v.channel not in late]
    return (*placed.changed, *alerts_of([*placed.apart, *rest], None, story, now))


def _judge(
    story: Story,
    told: Sequence[Alert],
    channel: str,
    watches: Sequence[Watch],
    silences: Sequence[Silence],
    now: datetime,
) -> list[Verdict]:
    if _was_inhibited(told, channel):
        return []
    known = watches_known(told, channel)
    asking = [
        watch
        for watch in watches
        if channel in watch.notify and _asks(story, watch, known) and _is_due(story, watch, now)
    ]
    return for_channel([_verdict(story, channel, watch, silences, now) for watch in asking])


def _asks(story: Story, watch: Watch, known: frozenset[str]) -> bool:
    """Whether the plan is what a watch asks for; what it asks of articles, some article had."""
    asks_of_articles = watch.keywords or watch.sources or watch.languages
    return is_about(watch, story) and (watch.name in known or not asks_of_articles)


def _is_due(story: Story, watch: Watch, now: datetime) -> bool:
    """Due, and not planned for longer ago than the watch cares for."""
    due = due_at(story, watch)
    return due is not None and due <= now <= _end(story) + watch.max_age


def _verdict(
    story: Story, channel: str, watch: Watch, silences: Sequence[Silence], now: datetime
) -> Verdict:
    if not story.confirmed:
        return Verdict(channel, (watch,), Reason.HELD, "only sources on hold tell it")
    doubt = doubt_of(watch, story)
    if doubt:
        return Verdict(channel, (watch,), doubt, "of what was planned nothing more was heard")
    silence = silenced_by(silences, story, watch.name, now)
    if silence:
        return Verdict(channel, (watch,), Reason.SILENCED, named(silence), silence.id)
    when = adverb(story.date) if story.date else ""
    return Verdict(
        channel, (watch,), Reason.REMINDER, f"expected {when}; nobody has reported it since"
    )


def _was_inhibited(told: Sequence[Alert], channel: str) -> bool:
    """Whether the plan was too vague to be told: then its day is not worth a word either."""
    inhibited = any(a.reason is Reason.INHIBITED and channel in a.channels for a in told)
    return inhibited and heard(told, channel) is None


def _on_record(story: Story, told: Sequence[Alert], verdict: Verdict) -> bool:
    if verdict.reason is Reason.REMINDER:
        days = {
            alert.story.date.end
            for alert in sent_to(told, verdict.channel)
            if alert.reason is Reason.REMINDER and alert.story and alert.story.date
        }
        return story.date is not None and story.date.end in days
    return any(
        alert.reason is verdict.reason
        and alert.silence == verdict.silence
        and verdict.channel in alert.channels
        for alert in told
    )


def _end(story: Story) -> datetime:
    """The end of the last planned day."""
    if story.date is None:
        raise ValueError("a plan without a day has no last one")
    return datetime.combine(story.date.end, time.min, UTC) + _DAY
