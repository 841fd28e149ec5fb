"""Which watches are dead, mute or noisy, and which of their keywords find nothing. Pure.

Judged by what is on record since the watch asks for what it asks for, at most ``WINDOW`` back:
one that was edited yesterday is not blamed for what it was before.
"""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from alerting.matching.keywords import find_keywords
from pacts.model import Keywords, Watch
from pacts.terms import Reason
from storage.records import ReadOfDay, WatchAlert

WINDOW: Final = timedelta(days=90)
SETTLED: Final = timedelta(days=14)
"""A watch younger than this has had no time to prove itself."""
ENOUGH_READ: Final = 200
"""Articles; with fewer a watch that matched none may just have had no chance."""
ENOUGH_MARKS: Final = 5
"""Marked alerts; of fewer, "most were wrong" says nothing."""
ENOUGH_MATCHES: Final = 10
"""Of these none holds a keyword that is never found; with fewer it may just be rare."""

_SHOWS_ONLY: Final = frozenset({"name", "notify", "priority"})
"""Fields that decide where and how loud a watch is heard, not what it asks for."""
_SPOKEN: Final = {
    Reason.BASELINE: "in the first poll of a source",
    Reason.HELD: "told by sources on hold only",
    Reason.SILENCED: "silenced",
    Reason.INHIBITED: "said better by another event",
    Reason.TOO_OLD: "too old",
    Reason.UNSURE: "less sure than it asks for",
    Reason.TOO_FEW: "told by fewer sources than it asks for",
    Reason.DUPLICATE: "told before",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What somebody should look at."""

    words: str
    keyword: str | None = None
    """The keyword that it is about; None: the whole watch."""


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What one watch came to."""

    watch: str
    since: datetime
    """What it came to from then on is counted."""
    read: int
    """Articles that it could have matched."""
    stories: int
    articles: int
    """Articles that it matched by plain keywords."""
    sent: int
    unsent: Mapping[Reason, int]
    right: int
    wrong: int
    last: datetime | None
    """When its last alert was made that went out."""
    keywords: Mapping[str, int]
    """How many of its matches hold each keyword that it looks for."""
    findings: tuple[Finding, ...]
    young: bool
    """Too little time or too few articles to say more."""

    @property
    def matched(self) -> int:
        return self.stories + self.articles

    @property
    def silent(self) -> bool:
        """Nothing is on record for it, and that says something."""
        return not self.young and not self.matched


def upkeep(
    watches: Sequence[Watch],
    known: Mapping[str, datetime],
    alerts: Sequence[WatchAlert],
    read: Sequence[ReadOfDay],
    *,
    now: datetime,
    window: timedelta = WINDOW,
) -> tuple[Upkeep, ...]:
    """What each watch came to. ``known`` says since when each is as it is; ``alerts`` and ``read``
    reach back ``window``. A watch that ``known`` lacks is new.
    """
    return tuple(
        _of(watch, max(now - window, known.get(watch.name, now)), alerts, read, now)
        for watch in watches
    )


def _of(
    watch: Watch,
    since: datetime,
    alerts: Sequence[WatchAlert],
    read: Sequence[ReadOfDay],
    now: datetime,
) -> Upkeep:
    ours = [one for one in alerts if watch.name in one.watches and one.created >= since]
    sent = [one for one in ours if one.reason.sends]
    marks = {one.story: one.right for one in sent if one.right is not None}
    articles = sum(
        one.articles for one in read if one.day >= since.date() and _could_read(watch, one)
    )
    counted = Upkeep(
        watch=watch.name,
        since=since,
        read=articles,
        stories=len({one.story for one in ours if one.story is not None}),
        articles=sum(1 for one in ours if one.story is None),
        sent=len(sent),
        unsent=Counter(one.reason for one in ours if not one.reason.sends),
        right=sum(marks.values()),
        wrong=len(marks) - sum(marks.values()),
        last=max((one.created for one in sent), default=None),
        keywords=_found(watch.keywords, ours) if watch.keywords else {},
        findings=(),
        young=now - since < SETTLED or articles < ENOUGH_READ,
    )
    return dataclasses.replace(counted, findings=tuple(_findings(counted, watch, now)))


def _could_read(watch: Watch, some: ReadOfDay) -> bool:
    return (not watch.sources or some.source in watch.sources) and (
        not watch.languages or some.language in watch.languages
    )


def _found(keywords: Keywords, alerts: Sequence[WatchAlert]) -> dict[str, int]:
    """An alert keeps what was found as it was written: each keyword is looked for in that."""
    near = keywords.near.words if keywords.near else ()
    wanted = dict.fromkeys((*keywords.any, *keywords.all, *keywords.same_sentence, *near))
    return {word: sum(_holds(keywords, word, one.matched) for one in alerts) for word in wanted}


def _holds(keywords: Keywords, word: str, pieces: Sequence[str]) -> bool:
    alone = Keywords(any=(word,), inflect=keywords.inflect)
    return any(find_keywords(alone, piece) is not None for piece in pieces)


# --- verdicts --------------------------------------------------------------------------------


def _findings(one: Upkeep, watch: Watch, now: datetime) -> Iterator[Finding]:
    marked = one.right + one.wrong
    if marked >= ENOUGH_MARKS and 2 * one.wrong > marked:
        yield Finding(f"noisy: {one.wrong} of {marked} marked alerts were wrong")
    if one.young:
        return
    days = (now - one.since).days
    if one.silent:
        yield Finding(f"dead: nothing in {days} days although {one.read:,} articles were read")
    elif not one.sent:
        why = ", ".join(f"{count} {_SPOKEN[reason]}" for reason, count in _by_count(one.unsent))
        yield Finding(f"mute: nothing was sent in {days} days of what it matched ({why})")
    if one.matched >= ENOUGH_MATCHES and watch.keywords:
        for word in dict.fromkeys(watch.keywords.any):
            if not one.keywords[word]:
                words = f'keyword "{word}" never found in {one.matched} matches of {days} days'
                yield Finding(words, word)


def overshadowed(one: Upkeep, stories: int, now: datetime) -> Upkeep:
    """A silent watch of which ``stories`` that it asks for were told for others: what one watch
    sends to a channel leaves no record for another that would have kept it back.
    """
    days, told = (now - one.since).days, f"{stories} stories" if stories > 1 else "1 story"
    words = f"mute: nothing was sent for it in {days} days; {told} it asks for went to its channels"
    return dataclasses.replace(one, findings=(Finding(f"{words} for other watches"),))


def _by_count(unsent: Mapping[Reason, int]) -> list[tuple[Reason, int]]:
    return sorted(unsent.items(), key=lambda pair: (-pair[1], pair[0]))


# --- since when ------------------------------------------------------------------------------


def definition_of(watch: Watch) -> str:
    """What a watch asks for, as far as it differs from the defaults: what a later version adds
    makes no old watch a new one.
    """
    usual = {field.name: field.default for field in dataclasses.fields(Watch)}
    asked = {
        name: _plain(value)
        for name, value in ((name, getattr(watch, name)) for name in usual)
        if name not in _SHOWS_ONLY and value != usual[name]
    }
    return json.dumps(asked, sort_keys=True, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        usual = {field.name: field.default for field in dataclasses.fields(value)}
        said = {name: getattr(value, name) for name in usual}
        return {name: _plain(one) for name, one in said.items() if one != usual[name]}
    if isinstance(value, frozenset):
        return sorted(value)
    return value.total_seconds() if isinstance(value, timedelta) else value
