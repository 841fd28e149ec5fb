"""What speaks against telling what is new, the strongest reason first."""

from __future__ import annotations

from dataclasses import replace

from alerting.deciding.case import Case, Verdict, is_old
from alerting.deciding.inhibition import stronger_sibling
from alerting.deciding.known import sent_to
from alerting.deciding.news import News
from alerting.deciding.silences import named, silenced_by
from alerting.matching.watches import doubt_of
from pacts.headline import headline
from pacts.model import Story, Watch
from pacts.names import listed
from pacts.terms import Reason, Trust


def judged(case: Case, channel: str, watch: Watch, news: News) -> Verdict:
    """What one watch comes to on one channel: the news, or the reason to keep it back.

    Reasons that pass (a source on hold, too little certainty) stand before those that last (the
    first poll of a source), so that what passes cannot hide a story for good.
    """

    def verdict(reason: Reason, detail: str, silence: int | None = None) -> Verdict:
        return Verdict(channel, (watch,), reason, detail, silence)

    story, article = case.story, case.article
    if not story.confirmed:
        return verdict(Reason.HELD, "only sources on hold tell it")
    if article.trust is Trust.HOLD:
        return verdict(Reason.HELD, f"{article.source} is on hold and starts no alert")
    if is_old(story, article, watch, case.now):
        return verdict(Reason.TOO_OLD, f"older than {watch.max_age.days} days")
    doubt = doubt_of(watch, story)
    # Who was told something hears that it is denied from the first who says so.
    if doubt and not (doubt is Reason.TOO_FEW and news.reason is Reason.DENIED):
        return verdict(doubt, _doubted(doubt, watch, story))
    # Also what advanced while the channel was spared it; but what waits is not taken back.
    fresh = not sent_to(case.told, channel)
    if fresh and case.baseline and (news.reason is Reason.FIRST or not case.edited):
        return verdict(Reason.BASELINE, "in the first poll of its source")
    silence = silenced_by(case.silences, story, watch.name, case.now, source=article.source)
    if silence:
        return verdict(Reason.SILENCED, named(silence), silence.id)
    stronger = stronger_sibling(case, channel) if fresh else None
    if stronger:
        return verdict(Reason.INHIBITED, headline(stronger))
    if news.reason is Reason.FIRST and watch.min_sources > 1 and _waited_for_more(case, channel):
        return verdict(Reason.THRESHOLD, _told_by(story))
    return replace(verdict(news.reason, news.detail), before=news.before)


def _doubted(doubt: Reason, watch: Watch, story: Story) -> str:
    if doubt is Reason.TOO_FEW:
        return f"{watch.min_sources} independent sources are asked for; {_told_by(story)}"
    return f"sure to {story.confidence:.2f}, {watch.min_confidence:.2f} is asked for"


def _told_by(story: Story) -> str:
    """ "told by 2 independent sources: agency and ministry"; copies of one text count once."""
    names = sorted(
        {
            one.source
            for one in story.sightings
            if one.trust is Trust.ALLOWED and one.event.status is story.status
        }
    )
    number = story.independent
    sources = "one independent source" if number == 1 else f"{number} independent sources"
    copies = ", some of them copies" if len(names) > number else ""
    return f"told by {sources}: {listed(names)}{copies}"


def _waited_for_more(case: Case, channel: str) -> bool:
    return any(a.reason is Reason.TOO_FEW and channel in a.channels for a in case.told)
