"""What a backtest found, as lines for people and as JSON. Prints nothing."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pacts.codec import event_to_json
from pacts.counting import counted
from worker.showing.documents import event_line
from worker.showing.shapes import time_json
from worker.trials.compared import Change, Report, Tally
from worker.trials.replay import EventChange

WIDTH: Final = 78
MOST_CHANGES: Final = 100
"""Alerts that are listed of a watch, unless it is asked for alone; all are counted."""
MOST_EVENTS: Final = 50
"""Events that are listed; all are counted, and all stand in the JSON."""

_BELOW: Final = "      "
GAINED: Final = "green"
LOST: Final = "red"
HEAD: Final = "bold"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, and how it is shown where there are colours."""

    text: str
    style: str = ""


def lines(report: Report, watch: str | None = None) -> Iterator[Line]:
    """The report, or the part of one watch."""
    yield from _opening(report)
    yield Line("")
    for tally in report.watches:
        if watch in (None, tally.name):
            yield from _watch(tally, report, None if watch else MOST_CHANGES)
    if watch is None and len(report.channels) > 1:
        yield Line("")
        yield Line("By channel, in messages", HEAD)
        for tally in report.channels:
            yield Line(f"  {tally.name}: {_numbers(tally)}")
    yield from _marked(report)
    yield from _events(report)


def _opening(report: Report) -> Iterator[Line]:
    since = f" since {report.since:%Y-%m-%d %H:%M}" if report.since else ""
    stories = "1 story" if report.stories == 1 else f"{report.stories} stories"
    yield Line(f"{counted(report.articles, 'article')} and {stories} judged again.")
    sent = report.kept + len(report.lost)
    yield Line(
        f"{counted(sent, 'alert')} sent then{since}: {report.kept} kept, {len(report.lost)} lost,"
        f" {len(report.gained)} gained."
    )


def _numbers(tally: Tally) -> str:
    return f"{tally.sent} sent then, {tally.kept} kept, {tally.lost} lost, {tally.gained} gained"


def _watch(tally: Tally, report: Report, most: int | None) -> Iterator[Line]:
    others = f", {tally.others} that others sent then" if tally.others else ""
    gone = " (not in this file)" if tally.gone else ""
    yield from _wrapped(f"{tally.name}: {_numbers(tally)}{others}{gone}", "", HEAD)
    changes = [
        *(("-", LOST, change) for change in report.lost if tally.name in change.watches),
        *(("+", GAINED, change) for change in report.gained if tally.name in change.watches),
    ]
    changes.sort(key=lambda one: one[2].alert.at)
    for sign, style, change in changes[:most]:
        yield from _change(sign, style, change)
    if most is not None and len(changes) > most:
        yield Line(f"  and {len(changes) - most} more (--watch with its name has all)")


def _change(sign: str, style: str, change: Change) -> Iterator[Line]:
    alert = change.alert
    story = f"story {alert.story}  " if alert.story else ""
    yield from _wrapped(f"{sign} {alert.at:%Y-%m-%d %H:%M}  {story}{alert.headline}", "  ", style)
    detail = f" ({alert.detail})" if alert.detail else ""
    why = f"; {change.why}" if change.why else ""
    mark = "" if change.mark is None else f"; marked {'right' if change.mark else 'wrong'}"
    said = f"{alert.reason.value.replace('_', ' ')}{detail}, to {', '.join(change.channels)}"
    yield from _wrapped(f"{said}{why}{mark}", _BELOW)


def _marked(report: Report) -> Iterator[Line]:
    told = [
        f"of the {what} {_marks(changes)}"
        for what, changes in (("gained", report.gained), ("lost", report.lost))
        if any(one.mark is not None for one in changes)
    ]
    if told:
        yield Line("")
        yield Line(f"By what was marked: {'; '.join(told)}.")


def _marks(changes: Sequence[Change]) -> str:
    noted = _noise(changes)
    parts = [f"{noted[verdict]} {verdict}" for verdict in ("right", "wrong") if noted[verdict]]
    return " and ".join(parts)


def _events(report: Report) -> Iterator[Line]:
    if not report.anew:
        return
    gained = sum(one.gained for one in report.events)
    yield Line("")
    yield Line(
        f"Events read anew: {gained} gained, {len(report.events) - gained} lost"
        " against those stored.",
        HEAD,
    )
    for one in report.events[:MOST_EVENTS]:
        sign, style = ("+", GAINED) if one.gained else ("-", LOST)
        day = f"{one.published:%Y-%m-%d}" if one.published else "no date"
        yield from _wrapped(f"{sign} {day}  {event_line(one.event)}", "  ", style)
        yield from _wrapped(f'"{one.event.evidence.quote}" - {one.title}', _BELOW)
    if len(report.events) > MOST_EVENTS:
        yield Line(f"  and {len(report.events) - MOST_EVENTS} more (--json has all)")


def _wrapped(text: str, indent: str, style: str = "") -> Iterator[Line]:
    parts = textwrap.wrap(
        " ".join(text.split()), WIDTH, initial_indent=indent, subsequent_indent=_BELOW
    )
    return (Line(part, style) for part in parts)


# --- JSON ----------------------------------------------------------------------------------


def to_json(report: Report, watch: str | None = None) -> dict[str, Any]:
    """The report, or the part of one watch."""

    def chosen(changes: Sequence[Change]) -> list[Change]:
        return [one for one in changes if watch is None or watch in one.watches]

    gained, lost = chosen(report.gained), chosen(report.lost)
    data: dict[str, Any] = {
        "since": time_json(report.since),
        "articles": report.articles,
        "stories": report.stories,
        "kept": report.kept,
        "watches": [
            {**_tally_json(one), "others": one.others, "in_file": not one.gone}
            for one in report.watches
            if watch in (None, one.name)
        ],
        "channels": [_tally_json(one) for one in report.channels],
        "gained": [_change_json(one) for one in gained],
        "lost": [{**_change_json(one), "why": one.why} for one in lost],
        "marked": {"gained": _noise(gained), "lost": _noise(lost)},
    }
    if report.anew:
        data["events"] = [_event_json(one) for one in report.events]
    return data


def _tally_json(tally: Tally) -> dict[str, Any]:
    return {
        "name": tally.name,
        "sent": tally.sent,
        "kept": tally.kept,
        "lost": tally.lost,
        "gained": tally.gained,
    }


def _change_json(change: Change) -> dict[str, Any]:
    alert = change.alert
    return {
        "time": time_json(alert.at),
        "story": alert.story,
        "headline": alert.headline,
        "url": alert.url,
        "reason": alert.reason.value,
        "detail": alert.detail,
        "channels": list(change.channels),
        "watches": list(change.watches),
        "mark": None if change.mark is None else ("right" if change.mark else "wrong"),
    }


def _event_json(change: EventChange) -> dict[str, Any]:
    return {
        "item": change.item,
        "title": change.title,
        "published": time_json(change.published),
        "gained": change.gained,
        "event": event_to_json(change.event),
    }


def _noise(changes: Sequence[Change]) -> dict[str, int]:
    marks = [one.mark for one in changes]
    return {"right": marks.count(True), "wrong": marks.count(False)}
