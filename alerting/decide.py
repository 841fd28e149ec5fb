"""What to send now, to whom and why; and what not to send, with the reason on record.

Nothing here acts: a story, what has been told of it, and the rules go in, alerts come out. Every
alert has its reason, also those that are not sent, so that "why did I not hear of this" has an
answer. Such a record is made once for a story, a reason and a channel.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Final

from alerting.changes import correction
from alerting.documents import paper_of
from alerting.silences import silenced_by
from alerting.watches import matched_words, reads, wants, wants_as
from pacts.headline import headline
from pacts.model import Alert, Article, Silence, Story, Watch
from pacts.terms import Kind, Priority, Reason, Status, Trust

_LOUDNESS: Final = (Priority.LOW, Priority.NORMAL, Priority.HIGH)
_NOT_YET: Final = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.RUMOURED, Status.NEGATED})
# Once not sent for one of these, a story stays unsent until it advances.
_LASTING: Final = frozenset({Reason.BASELINE, Reason.INHIBITED})


@dataclass(frozen=True, slots=True)
class _Case:
    """Everything that a judgement about one story looks at."""

    story: Story
    told: Sequence[Alert]
    article: Article
    watches: Sequence[Watch]
    silences: Sequence[Silence]
    siblings: Sequence[Story]
    baseline: bool
    now: datetime


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What one watch comes to on one channel."""

    channel: str
    watch: Watch
    reason: Reason
    detail: str


def decide_story(
    story: Story,
    told: Sequence[Alert],
    article: Article,
    watches: Sequence[Watch],
    silences: Sequence[Silence],
    siblings: Sequence[Story],
    *,
    baseline: bool,
    now: datetime,
) -> tuple[Alert, ...]:
    """The alerts that ``article`` gives rise to by telling ``story``.

    ``told`` are all alerts of the story so far, sent or not, oldest first; ``siblings`` the other
    stories that the article tells. One alert goes to all channels that have the same reason.
    Deciding again, with these alerts among ``told``, gives none.
    """
    case = _Case(story, told, article, watches, silences, siblings, baseline, now)
    verdicts = [
        verdict
        for channel in _channels(watches)
        for verdict in _judge(case, channel)
        if verdict.reason.sends or not _on_record(case, verdict)
    ]
    return tuple(
        _alert(group, now, _line(case, group[0]), article=article, story=story)
        for group in _grouped(verdicts)
    )


def _line(case: _Case, verdict: _Verdict) -> str:
    """The headline; of a denial that of what is denied, as it had been told."""
    last = _last_sent(case.told, verdict.channel)
    if verdict.reason is Reason.DENIED and last and last.story:
        return headline(replace(case.story, status=last.story.status))
    return headline(case.story)


def decide_item(
    article: Article, watches: Sequence[Watch], *, baseline: bool, now: datetime
) -> tuple[Alert, ...]:
    """The alerts of watches on plain keywords: one for all channels with the same reason."""
    verdicts = []
    for watch in watches:
        if watch.events or not watch.keywords or not reads(watch, article):
            continue
        if matched_words(watch, article) is None:
            continue
        reason = _reason_of_item(watch, article, baseline=baseline, now=now)
        verdicts += [_Verdict(channel, watch, reason, "") for channel in watch.notify]
    sent = {verdict.channel for verdict in verdicts if verdict.reason.sends}
    kept = [v for v in verdicts if v.reason.sends or v.channel not in sent]
    return tuple(_alert(group, now, article.title, article=article) for group in _grouped(kept))


# --- one channel ---------------------------------------------------------------------------


def _judge(case: _Case, channel: str) -> list[_Verdict]:
    """What the watches of one channel come to: those that send, else those that say why not."""
    watches = [watch for watch in case.watches if channel in watch.notify]
    news = _news(case, channel)
    if news is None:
        return []
    reason, detail, status = news
    wanting = [watch for watch in watches if _asks(case, watch, status)]
    verdicts = [_held_back(case, channel, watch, reason, detail) for watch in wanting]
    sending = [verdict for verdict in verdicts if verdict.reason.sends]
    return sending or verdicts


def _asks(case: _Case, watch: Watch, status: Status | None) -> bool:
    """Whether a watch wants the story; or, of a denial, wanted it as it was told."""
    if wants(watch, case.story, case.article):
        return True
    return status is not None and wants_as(watch, case.story, case.article, status)


def _news(case: _Case, channel: str) -> tuple[Reason, str, Status | None] | None:
    """What is new to a channel that has been told this much; None where nothing is.

    The status, where there is one, is that of what was told and is now denied.
    """
    last = _last_sent(case.told, channel)
    if last is None or last.story is None:
        return _first(case, channel)
    before, now = last.story.status, case.story.status
    if now is Status.CONCLUDED and before in _NOT_YET:
        return Reason.ADVANCED, f"was {_spoken(before)}", None
    if now is Status.NEGATED and before is not Status.NEGATED:
        return Reason.DENIED, f"was told as {_spoken(before)}", before
    changed = correction(last.story, case.story) if now is before else None
    return (Reason.CORRECTED, changed, None) if changed else None


def _first(case: _Case, channel: str) -> tuple[Reason, str, None] | None:
    """A channel that has heard nothing; perhaps on purpose, and then only progress is news."""
    passed = [
        alert.story
        for alert in case.told
        if alert.reason in _LASTING and channel in alert.channels and alert.story
    ]
    if not passed:
        return Reason.FIRST, "", None
    before = passed[-1].status
    if case.story.status is Status.CONCLUDED and before in _NOT_YET:
        return Reason.ADVANCED, f"was {_spoken(before)}", None
    return None


def _held_back(case: _Case, channel: str, watch: Watch, reason: Reason, detail: str) -> _Verdict:
    """The reason to send, or the strongest one not to."""
    story, article = case.story, case.article
    if not story.confirmed:
        return _Verdict(channel, watch, Reason.HELD, "only sources on hold tell it")
    if _is_old(story, article, watch, case.now):
        return _Verdict(channel, watch, Reason.TOO_OLD, f"older than {watch.max_age.days} days")
    if case.baseline and reason is Reason.FIRST:
        return _Verdict(channel, watch, Reason.BASELINE, "in the first poll of its source")
    silence = silenced_by(case.silences, story, watch.name, case.now)
    if silence:
        return _Verdict(channel, watch, Reason.SILENCED, silence.comment)
    stronger = _stronger_sibling(case, channel) if reason is Reason.FIRST else None
    if stronger:
        return _Verdict(channel, watch, Reason.INHIBITED, headline(stronger))
    return _Verdict(channel, watch, reason, detail)


def _is_old(story: Story, article: Article, watch: Watch, now: datetime) -> bool:
    """Whether it happened, or was published, longer ago than the watch asks for.

    What nobody dates counts as new: it has just been found.
    """
    oldest = now - watch.max_age
    if article.published and article.published < oldest:
        return True
    if story.date is None:
        return False
    return datetime.combine(story.date.end, time.max, UTC) < oldest


_STRONGER: Final = frozenset({Kind.PARTNERSHIP, Kind.RELATIONS, Kind.AGREEMENT})


def _stronger_sibling(case: _Case, channel: str) -> Story | None:
    """What the same article tells the same channel of the same parties, and says more.

    The statement of a summit that also brought a partnership or an agreement; "an agreement"
    beside the agreement by its name.
    """
    for sibling in case.siblings:
        if _says_more(sibling, case.story) and _is_told(case, sibling, channel):
            return sibling
    return None


def _says_more(sibling: Story, story: Story) -> bool:
    if sibling.status is not story.status or not set(story.parties) <= set(sibling.parties):
        return False
    if story.kind is Kind.STATEMENT:
        return sibling.kind in _STRONGER
    return (
        story.kind is sibling.kind is Kind.AGREEMENT
        and story.act is sibling.act
        and _is_nameless(story)
        and not _is_nameless(sibling)
    )


def _is_nameless(story: Story) -> bool:
    """Whether it is only "an agreement"; a package of several is not."""
    paper = paper_of(
        story.document, story.document_kind, story.count, story.parties, statement=False
    )
    return paper.generic and not paper.package


def _is_told(case: _Case, sibling: Story, channel: str) -> bool:
    return sibling.confirmed and any(
        channel in watch.notify
        and wants(watch, sibling, case.article)
        and not _is_old(sibling, case.article, watch, case.now)
        and not silenced_by(case.silences, sibling, watch.name, case.now)
        for watch in case.watches
    )


# --- what has been told --------------------------------------------------------------------


def _last_sent(told: Iterable[Alert], channel: str) -> Alert | None:
    sent = [alert for alert in told if alert.reason.sends and channel in alert.channels]
    return sent[-1] if sent else None


def _on_record(case: _Case, verdict: _Verdict) -> bool:
    return any(
        alert.reason is verdict.reason and verdict.channel in alert.channels for alert in case.told
    )


def _spoken(status: Status) -> str:
    return "refused or postponed" if status is Status.NEGATED else status.value


# --- making alerts -------------------------------------------------------------------------


def _channels(watches: Iterable[Watch]) -> list[str]:
    return list(dict.fromkeys(channel for watch in watches for channel in watch.notify))


def _grouped(verdicts: Iterable[_Verdict]) -> list[list[_Verdict]]:
    """Verdicts of one reason together, sent ones first."""
    groups: dict[tuple[Reason, str], list[_Verdict]] = {}
    for verdict in verdicts:
        about = verdict.detail if verdict.reason.sends else ""
        groups.setdefault((verdict.reason, about), []).append(verdict)
    return sorted(groups.values(), key=lambda group: not group[0].reason.sends)


def _alert(
    verdicts: Sequence[_Verdict],
    now: datetime,
    line: str,
    *,
    article: Article,
    story: Story | None = None,
) -> Alert:
    watches: Mapping[str, Watch] = {v.watch.name: v.watch for v in verdicts}
    found = [word for watch in watches.values() for word in matched_words(watch, article) or ()]
    return Alert(
        reason=verdicts[0].reason,
        watches=tuple(watches),
        channels=tuple(dict.fromkeys(v.channel for v in verdicts)),
        priority=max((w.priority for w in watches.values()), key=_LOUDNESS.index),
        created=now,
        headline=line,
        story=story,
        article=None if story else article,
        matched=tuple(dict.fromkeys(found)),
        detail=verdicts[0].detail,
    )


def _reason_of_item(watch: Watch, article: Article, *, baseline: bool, now: datetime) -> Reason:
    if article.trust is Trust.HOLD:
        return Reason.HELD
    if article.published and article.published < now - watch.max_age:
        return Reason.TOO_OLD
    return Reason.BASELINE if baseline else Reason.KEYWORDS
