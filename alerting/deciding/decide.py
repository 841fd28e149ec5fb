"""What to send now, to whom and why; and what not to send, with the reason on record.

Nothing here acts: a story, what has been told of it, and the rules go in, alerts come out. Every
alert has its reason, also those that are not sent, so that "why did I not hear of this" has an
answer. Such a record is made once for a story, a reason and a channel.

For each channel of the watches:

1. what is new to it, by what it heard so far          ``news.py``, ``known.py``
2. the watches that ask for that                        here
3. what speaks against telling it                       ``keeping_back.py``, ``inhibition.py``
4. one alert for all channels told the same             ``making.py``
   or a change of what some have not got yet            ``amending.py``
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from alerting.deciding.amending import amended, with_what_waits
from alerting.deciding.case import Case, Sibling, Verdict
from alerting.deciding.keeping_back import judged
from alerting.deciding.known import LASTING, sent_to, watches_known
from alerting.deciding.making import alerts_of, for_channel
from alerting.deciding.news import News, news_for
from alerting.deciding.silences import named, silenced_by
from alerting.deciding.waiting import Waiting
from alerting.matching.watches import is_about, matched_words, reads
from pacts.model import Alert, Article, Silence, Story, Watch
from pacts.terms import Reason, Trust


def decide_story(
    story: Story,
    told: Sequence[Alert],
    article: Article,
    watches: Sequence[Watch],
    silences: Sequence[Silence],
    siblings: Sequence[Sibling],
    *,
    baseline: bool,
    now: datetime,
    edited: bool = False,
    unsent: Collection[tuple[int, str]] = (),
) -> tuple[Alert, ...]:
    """The alerts that ``article`` gives rise to by telling ``story``.

    ``baseline``: it was found in the first poll of its source, and what it told then is old news.
    ``edited``: that was then; a plan that it now says was carried out is news.
    ``told`` are all alerts of the story so far, sent or not, oldest first; ``unsent`` number and
    channel of what a channel has not got yet. An alert with a number takes the place of the one
    of that number, the others are new. One alert goes to all channels that have the same reason.
    Deciding again, with these alerts among ``told``, sends nothing.
    """
    waiting = Waiting(told, unsent)
    case = Case(story, waiting, article, watches, silences, siblings, baseline, now, edited)
    placed = amended(case, _judge)
    if_it_were_sent = replace(case, waiting=Waiting(told, ()))
    verdicts = placed.apart + [
        verdict
        for channel in _channels(watches)
        if channel not in placed.channels
        for verdict in _judge(if_it_were_sent, channel)
        if verdict.reason.sends or not _on_record(case, verdict)
    ]
    new = alerts_of(verdicts, article, story, now)
    return (*placed.changed, *(with_what_waits(alert, waiting) for alert in new))


def decide_item(
    article: Article,
    watches: Sequence[Watch],
    silences: Sequence[Silence] = (),
    *,
    baseline: bool,
    now: datetime,
) -> tuple[Alert, ...]:
    """The alerts of watches on plain keywords: one for all channels with the same reason."""
    matching = [
        watch
        for watch in watches
        if not watch.events
        and watch.keywords
        and reads(watch, article)
        and matched_words(watch, article) is not None
    ]
    verdicts: list[Verdict] = []
    for channel in _channels(matching):
        verdicts += for_channel(
            [
                _of_item(watch, channel, article, silences, baseline=baseline, now=now)
                for watch in matching
                if channel in watch.notify
            ]
        )
    return alerts_of(verdicts, article, None, now)


# --- one channel ---------------------------------------------------------------------------


def _judge(case: Case, channel: str) -> list[Verdict]:
    """What the watches of one channel come to, by what it has really got: one verdict that
    sends, else why not.
    """
    news = news_for(case.story, case.waiting.got(channel), channel)
    if news is None:
        return []
    known = watches_known(case.told, channel)
    asking = [
        watch
        for watch in case.watches
        if channel in watch.notify and _asks(case, watch, news, known)
    ]
    if news.reason is not Reason.DUPLICATE:
        return for_channel([judged(case, channel, watch, news) for watch in asking])
    if not asking or _is_told_by(case.article, case.told, channel):
        return []
    return [Verdict(channel, tuple(asking), news.reason, news.detail)]


def _asks(case: Case, watch: Watch, news: News, known: Collection[str]) -> bool:
    """Whether a watch asks for the story; or, of a denial, asked for it as it was told.

    Keywords need to be found once: what is said of the story later need not repeat them.
    """
    story = case.story
    about = is_about(watch, story) or (
        news.before is not None and is_about(watch, replace(story, status=news.before))
    )
    if not about or not reads(watch, case.article):
        return False
    return watch.name in known or matched_words(watch, case.article) is not None


def _is_told_by(article: Article, told: Sequence[Alert], channel: str) -> bool:
    """Whether it is this article that the channel was told by: it repeats nothing then."""
    by = {(alert.source, alert.item) for alert in sent_to(told, channel)}
    return (article.source, article.key) in by


def _on_record(case: Case, verdict: Verdict) -> bool:
    return any(
        alert.reason is verdict.reason
        and alert.silence == verdict.silence
        and verdict.channel in alert.channels
        and (alert.reason not in LASTING or _is_of_same_status(alert, case.story))
        for alert in case.told
    )


def _is_of_same_status(alert: Alert, story: Story) -> bool:
    """What spares a channel a plan does not spare it that the plan was carried out."""
    return alert.story is not None and alert.story.status is story.status


def _channels(watches: Iterable[Watch]) -> list[str]:
    return list(dict.fromkeys(channel for watch in watches for channel in watch.notify))


# --- plain keywords ------------------------------------------------------------------------


def _of_item(
    watch: Watch,
    channel: str,
    article: Article,
    silences: Sequence[Silence],
    *,
    baseline: bool,
    now: datetime,
) -> Verdict:
    def verdict(reason: Reason, detail: str = "", silence: int | None = None) -> Verdict:
        return Verdict(channel, (watch,), reason, detail, silence)

    if article.trust is Trust.HOLD:
        return verdict(Reason.HELD, f"{article.source} is on hold and starts no alert")
    if article.published and article.published < now - watch.max_age:
        return verdict(Reason.TOO_OLD, f"older than {watch.max_age.days} days")
    if baseline:
        return verdict(Reason.BASELINE, "in the first poll of its source")
    silence = silenced_by(silences, None, watch.name, now, source=article.source)
    if silence:
        return verdict(Reason.SILENCED, named(silence), silence.id)
    return verdict(Reason.KEYWORDS)
