"""The subject of a message: what happened, where and when; of a follow-up first what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from notifiers.clean import clean, directed, shorten
from pacts.days import day, period
from pacts.model import Alert, Article, Story
from pacts.terms import Act, DateBasis, Reason, Status

LIMIT: Final = 120
"""Characters: what a telephone shows of a mail before it is opened, in three lines."""
_LEAST_HEADLINE: Final = 60
"""Below this a headline says too little: the words before it go first."""
_LONGEST_WORDS: Final = 40
"""Keywords in front of a title."""

_DONE: Final[Mapping[Act, str]] = {
    Act.IN_FORCE: "in force",
    Act.ACCEDED: "joined",
    Act.NEGOTIATED: "agreed",
}
_NOT_YET: Final = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.RUMOURED})
_FORMERLY: Final = frozenset({Status.HISTORICAL, Status.NEGATED})


def subject_of(alert: Alert) -> str:
    """At most LIMIT characters: "Ghana and Norway sign a treaty (Accra, 5 March 2031)"."""
    line = directed(clean(alert.headline or (alert.article.title if alert.article else "")))
    afters = list(_afters(alert))
    for before in _befores(alert):
        for after in afters:
            if len(before) + len(line) + len(after) <= LIMIT:
                return before + line + after
        room = LIMIT - len(before) - len(afters[-1])
        if room >= _LEAST_HEADLINE:
            return before + shorten(line, room) + afters[-1]
    return shorten(line, LIMIT)


def _befores(alert: Alert) -> Iterator[str]:
    """What stands in front, the fullest first."""
    change = clean(alert.detail).rstrip(".")
    match alert.reason:
        case Reason.ADVANCED if alert.story is not None:
            yield f"Now {_stage(alert.story)}: "
        case Reason.CORRECTED:
            yield from ([f"Corrected ({change}): "] if change else [])
            yield "Corrected: "
        case Reason.DENIED:
            yield "Denied: "
        case Reason.NEW_PARTY:
            yield from ([f"{change[:1].upper()}{change[1:]}: "] if change else [])
            yield "Another party: "
        case Reason.THRESHOLD if alert.story is not None and alert.story.independent > 1:
            yield f"Now told by {alert.story.independent} sources: "
        case Reason.REMINDER:
            yield "Reminder, not confirmed: "
        case Reason.KEYWORDS if alert.matched:
            yield f"{_matched(alert)}: "
        case _:
            yield ""


def _stage(story: Story) -> str:
    if story.status in (Status.CONCLUDED, Status.HISTORICAL):
        return _DONE.get(story.act, story.act.value)
    return story.status.value


def _matched(alert: Alert) -> str:
    """As many of the words as have room, at least one."""
    shown = shorten(clean(alert.matched[0]), _LONGEST_WORDS)
    line = f"“{shown}”"
    for word in alert.matched[1:]:
        more = f"{line}, “{clean(word)}”"
        if len(more) > _LONGEST_WORDS:
            return line
        line = more
    return line


def _afters(alert: Alert) -> Iterator[str]:
    """What stands behind, the fullest first; the last one always has room."""
    if alert.story is not None:
        yield from _place_and_day(alert.story)
    elif alert.article is not None:
        yield from _outlet_and_day(alert.article)
    else:
        yield ""


def _place_and_day(story: Story) -> Iterator[str]:
    place = directed(shorten(clean(story.place or ""), _LONGEST_WORDS))
    when = "" if story.status in _FORMERLY else _when(story)
    if place and when:
        yield f" ({place}, {when})"
    yield f" ({when or place})" if when or place else ""


def _when(story: Story) -> str:
    if story.date is None:
        return ""
    if story.date_basis is DateBasis.PUBLICATION:
        return f"reported {period(story.date)}"
    return ("expected " if story.status in _NOT_YET else "") + period(story.date)


def _outlet_and_day(article: Article) -> Iterator[str]:
    outlet = directed(shorten(clean(article.source), _LONGEST_WORDS))
    if article.published:
        yield f" ({outlet}, {day(article.published)})"
    yield f" ({outlet})"
