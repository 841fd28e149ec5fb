"""A trail told to people: what was read, decided, sent and said, and when. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from rich.text import Text

from pacts.counting import counted
from pacts.days import day, minute
from pacts.headline import headline
from pacts.model import Alert, Event, Story
from pacts.terms import DeliveryState, PublishedBy, Reason, Trust, Wait
from storage.records import Teller, Trail
from worker.commands.output import span
from worker.showing.explain_rows import BAD, CUE, DATE, DIM, GOOD, Row, blank, said, shortened
from worker.showing.trail import (
    Amended,
    Decided,
    Edited,
    Joined,
    Marked,
    Mended,
    Read,
    Step,
    Tried,
    Unsendable,
    Waits,
    steps,
)

_MOMENT: Final = 60.0
"""Seconds: a message that leaves sooner did not wait."""
_LONGEST_QUOTE: Final = 300
_PLAINLY: Final = {
    Reason.FIRST: "new to these channels",
    Reason.KEYWORDS: "it holds the words of the watch",
}
"""What reasons mean that need no detail."""
_FOR: Final = {
    Wait.GROUP: "more sources",
    Wait.QUIET: "the end of quiet hours",
    Wait.DIGEST: "the digest",
    Wait.RATE: "room in the rate",
    Wait.BACK_OFF: "its next try",
    Wait.DISABLED: "the channel to be in use again",
}
"""What a message waits for, as a sentence says it."""
_DATED_BY: Final = {
    PublishedBy.FEED: "its listing",
    PublishedBy.JSON_LD: "its page",
    PublishedBy.META: "its page",
    PublishedBy.TIME: "its page",
    PublishedBy.GUESSED: "a guess from its page",
}


def why(trail: Trail) -> Iterator[Row]:
    """What it is about, then each step under the heading of its day."""
    yield from _summary(trail)
    today = None
    for step in steps(trail):
        if step.at.date() != today:
            today = step.at.date()
            yield blank()
            yield Row(Text(f"{day(today)}, times in UTC", DATE), Text())
        yield from _rows(step)


def _summary(trail: Trail) -> Iterator[Row]:
    story = trail.story
    if story is None:
        for alert in trail.alerts:
            yield Row(Text(f"Alert {alert.id}", "bold"), Text(alert.headline, "bold"))
        return
    yield Row(Text(f"Story {story.id}", "bold"), Text(headline(story), "bold"))
    facts = [f"{story.kind}.{story.act}", story.status.value, f"sure to {story.confidence:.2f}"]
    yield Row(Text(), Text(" · ".join(facts)))
    yield Row(Text(), Text(_tellers(story)))
    for conflict in story.conflicts:
        claims = "; ".join(f"{value} ({', '.join(by)})" for value, by in conflict.claims)
        yield Row(Text(), Text(f"they differ on the {conflict.field}: {claims}"))


def _tellers(story: Story) -> str:
    told, number = f"told by {counted(len(story.sources), 'source')}", story.independent
    if number == len(story.sources):
        return told
    if not number:
        return f"{told}, on hold"
    tell, copy = ("tells", "copies") if number == 1 else ("tell", "copy")
    return f"{told}; {number} {tell} it as it stands and {copy} nobody"


def _rows(step: Step) -> Iterator[Row]:
    match step.way:
        case Read() | Edited():
            yield from _of_article(step.at, step.way)
        case Tried():
            yield from _tried(step.at, step.way)
        case Waits():
            yield from _waits(step.at, step.way)
        case Mended(hand):
            done = "made of two stories" if hand.other is None else f"parted from {hand.other}"
            comment = f": {hand.comment}" if hand.comment else ""
            yield _row(step.at, "by hand", f"{done}{comment}", CUE)
        case Joined(merged):
            text = f"with story {merged.other}, which turned out to be the same"
            yield _row(step.at, "joined", text, CUE)
        case Marked(mark):
            verdict = "right" if mark.right else "wrong"
            comment = f": {mark.comment}" if mark.comment else ""
            yield _row(step.at, "marked", f"{verdict}{comment}", GOOD if mark.right else BAD)
        case decision:
            yield from _of_decision(step.at, decision)


# --- articles ------------------------------------------------------------------------------


def _of_article(at: datetime, way: Read | Edited) -> Iterator[Row]:
    teller = way.teller
    if isinstance(way, Read):
        yield _row(at, "read", Text(f"{_who(teller)}: {teller.title}"), "bold")
        yield from _about(teller)
    else:
        yield _row(at, "edited", f"{_who(teller)}: {teller.title}", "bold")
        if way.before.title != teller.title:
            yield _note(Text.assemble("until then called ", said(way.before.title, "")))
    if not way.changed:
        yield _note("it changed nothing that anybody is told", DIM)


def _who(teller: Teller) -> str:
    return f"{teller.source} (on hold)" if teller.trust is Trust.HOLD else teller.source


def _about(teller: Teller) -> Iterator[Row]:
    yield _note(_when(teller), DIM)
    if teller.baseline:
        yield _note("in the silent first poll of its source", DIM)
    if teller.unreadable:
        yield _note(f"judged by title and summary only: {teller.unreadable}", DIM)
    for event in teller.events:
        yield _note(_event(event))
        quote = said(shortened(event.evidence.quote, _LONGEST_QUOTE), "italic")
        yield _note(quote)
    yield _note(teller.url, DIM)


def _when(teller: Teller) -> str:
    if teller.published is None:
        return f"nothing dates it; first seen {minute(teller.first_seen)}"
    by = _DATED_BY.get(teller.published_by)
    published = f"published {minute(teller.published)}" + (f", as {by} says" if by else "")
    if teller.published_by is PublishedBy.FIRST_SEEN:
        return f"nothing dates it; counted from {minute(teller.first_seen)}, when first seen"
    seconds = (teller.first_seen - teller.published).total_seconds()
    if abs(seconds) < _MOMENT:
        return f"{published}; first seen at once"
    return f"{published}; first seen {span(abs(seconds))} {'later' if seconds > 0 else 'before'}"


def _event(event: Event) -> Text:
    sure = f", sure to {event.confidence:.2f}"
    told = Text.assemble("tells it as ", (event.status.value, "bold"), sure)
    cue = " ".join(event.evidence.cue.split())
    return Text.assemble(told, ", by ", said(cue, CUE)) if cue else told


# --- decisions -----------------------------------------------------------------------------


def _of_decision(at: datetime, way: Decided | Amended | Unsendable) -> Iterator[Row]:
    alert = way.alert
    if isinstance(way, Decided):
        yield from _decided(at, alert)
    elif isinstance(way, Amended):
        text = f"alert {alert.id}, before anybody got it: it says what was known by then"
        yield _row(at, "updated", text, GOOD)
    else:
        text = f"alert {alert.id} cannot go to {way.channel}: no such channel was configured"
        yield _row(at, "not sent", text, BAD)


def _decided(at: datetime, alert: Alert) -> Iterator[Row]:
    sends = alert.reason.sends
    about = _spoken(alert.reason.value)
    why = alert.detail or _PLAINLY.get(alert.reason, "")
    detail = f": {why}" if why else ""
    word, style = ("told", GOOD) if sends else ("not told", DIM)
    yield _row(at, word, Text.assemble((about, style), detail), style)
    watches = f"watch {_quoted(alert.watches)}" if alert.watches else "no watch"
    to = f" → {', '.join(alert.channels)}" if alert.channels else ""
    loud = f", {alert.priority} priority" if sends else ""
    yield _note(f"{watches}{to}; alert {alert.id}{loud}", DIM)
    if sends:
        yield _note(alert.headline)
    if alert.matched:
        yield _note(f"words found: {_quoted(alert.matched)}")
    for caution in alert.cautions:
        yield _note(caution, BAD)


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{' '.join(name.split())}”" for name in names)


def _spoken(word: str) -> str:
    return word.replace("_", " ")


# --- deliveries ----------------------------------------------------------------------------


def _tried(at: datetime, tried: Tried) -> Iterator[Row]:
    delivery, attempt = tried.delivery, tried.attempt
    copy = f", in place of {delivery.instead_of}" if delivery.instead_of else ""
    which = f"alert {delivery.alert.id} to {delivery.channel}{copy}"
    if tried.of > 1:
        which += f", try {tried.number} of {tried.of}"
    if attempt.seconds is not None:
        which += f", in {attempt.seconds:.1f} s"
    waited = (at - delivery.alert.created).total_seconds()
    if tried.number == 1 and waited > _MOMENT:
        which += f", after {span(waited)}" + (
            f" of waiting for {_FOR[tried.waited]}" if tried.waited else ""
        )
    if attempt.ok:
        yield _row(at, "sent", which, GOOD)
        return
    yield _row(at, "refused", f"{which}: {attempt.error or 'no reason given'}", BAD)
    last = tried.number == tried.of
    if last and delivery.state is DeliveryState.FAILED:
        yield _note(f"given up; `pactwatch deliveries --retry {delivery.id}` sends it", BAD)


def _waits(at: datetime, waits: Waits) -> Iterator[Row]:
    delivery = waits.delivery
    which = f"alert {delivery.alert.id} to {delivery.channel}"
    if delivery.state is DeliveryState.LEASED:
        yield _row(at, "leaving", f"{which}, now", DATE)
        return
    why = f", waits for {_FOR[delivery.waits_for]}" if delivery.waits_for else ""
    yield _row(at, "due", f"{which}{why}", DATE)
    if waits.disabled is not None:
        yield _note(f"but the channel is disabled: {waits.disabled}", BAD)


# --- rows ----------------------------------------------------------------------------------


def _row(at: datetime, word: str, text: Text | str, style: str = "") -> Row:
    body = text if isinstance(text, Text) else Text(text)
    return Row(Text.assemble(f"{at:%H:%M} ", (word, style)), body)


def _note(text: Text | str, style: str = "") -> Row:
    return Row(Text(), text if isinstance(text, Text) else Text(text, style))
