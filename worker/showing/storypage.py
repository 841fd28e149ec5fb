"""All that is known of one story, as lines of a page and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from alerting.knowing import lives
from alerting.knowing.ledger import KINDS, ledger
from alerting.knowing.past import related
from alerting.knowing.standings import Standing
from pacts import days
from pacts.headline import headline
from pacts.model import Alert, Sighting, Story
from pacts.nouns import bare_document
from pacts.terms import Trust
from storage.store import Store
from worker.journey.past import past_of
from worker.showing.shapes import alert_json, said_json, story_json, told
from worker.showing.standings import standing_json, standing_row

_WIDTH: Final = 78
_MOST: Final = 200


def page(number: int, store: Store) -> Iterator[str]:
    """The lines of a page, none wider than a terminal of 80 columns but for addresses."""
    story = store.story(number)
    yield from _wrapped(f"Story {number}: {headline(story)}", "")
    yield from _wrapped(_facts(story))
    mark = store.marks_of([number]).get(number)
    if mark:
        yield from _wrapped(f"marked {told(mark)}{': ' if mark.comment else ''}{mark.comment}")
    for other, comment in store.hands_of(number):
        done = "made of two by hand" if other is None else f"parted from story {other} by hand"
        yield from _wrapped(f"{done}{': ' if comment else ''}{comment}")
    yield from _section(_tellers_title(story), _tellers(story))
    yield from _section("What sources do not agree on", _conflicts(story))
    doubtful, _ = past_of(story, store)
    yield from _section("What is doubtful", doubtful)
    yield from _section("Steps of the same document", _life(story, store))
    yield from _section("The ledger", _standings(story, store))
    yield from _section("Alerts", map(_alert, store.told(number)))


def page_json(number: int, store: Store) -> dict[str, Any]:
    """The same for programs."""
    story = store.story(number)
    doubtful, before = past_of(story, store)
    return {
        **story_json(story),
        "headline": headline(story),
        "mark": said_json(store.marks_of([number]).get(number)),
        "by_hand": [
            {"parted_from": other, "comment": comment} for other, comment in store.hands_of(number)
        ],
        "cautions": list(doubtful),
        "background": list(before),
        "life": list(_life(story, store)),
        "ledger": [standing_json(one) for one in _ledger(story, store)],
        "alerts": [alert_json(alert) for alert in store.told(number)],
    }


# --- sections ------------------------------------------------------------------------------


def _facts(story: Story) -> str:
    date = f"{days.period(story.date)} ({story.date_basis or 'stated'})" if story.date else None
    several = story.count is not None and story.count > 1
    said = (
        f"{story.kind}.{story.act}",
        story.status.value,
        story.scope.value,
        date,
        story.place,
        bare_document(story) if several else None,
        f"sure to {story.confidence:.2f}",
        None if story.confirmed else "told by sources on hold only",
    )
    return ", ".join(one for one in said if one)


def _tellers_title(story: Story) -> str:
    if len(story.sources) == 1:
        return "Told by 1 source"
    return f"Told by {len(story.sources)} sources, {story.independent} of them independent"


def _tellers(story: Story) -> Iterator[str]:
    for one in story.sightings:
        yield f"{one.source}, {_when(one)}{_differs(one, story)}"
        yield f'  "{one.event.evidence.quote}"'
        yield f"  {one.url}"


def _when(one: Sighting) -> str:
    day = f"{one.published:%Y-%m-%d %H:%M}" if one.published else "no day"
    return f"{day} (on hold)" if one.trust is Trust.HOLD else day


def _differs(one: Sighting, story: Story) -> str:
    """What a source says otherwise than the story does."""
    event = one.event
    status = None if event.status is story.status else event.status.value
    act = None if event.name == f"{story.kind}.{story.act}" else event.name
    said = ", ".join(word for word in (status, act) if word)
    return f": {said}" if said else ""


def _conflicts(story: Story) -> Iterator[str]:
    for conflict in story.conflicts:
        claims = (f"{value} ({', '.join(sources)})" for value, sources in conflict.claims)
        yield f"{conflict.field}: {' or '.join(claims)}"


def _life(story: Story, store: Store) -> tuple[str, ...]:
    if story.kind in KINDS:
        return ()
    known = store.facts_between(story.parties, related(story), limit=_MOST)
    steps = lives.life(story, known).steps
    return tuple(lives.told(step, story.parties) for step in steps) if len(steps) > 1 else ()


def _ledger(story: Story, store: Store) -> list[Standing]:
    if len(story.parties) != 2:
        return []
    found = ledger(store.ledger_stories(story.parties))
    return [one for one in found if one.parties == story.parties]


def _standings(story: Story, store: Store) -> Iterator[str]:
    for standing in _ledger(story, store):
        who, level, since, number, *_ = standing_row(standing)
        word = "" if str(since).startswith("by") else "since "
        yield f"{who}: {level}, {word}{since} (story {number})"


def _alert(alert: Alert) -> str:
    goes = "for" if alert.reason.sends else "not sent to"
    where = ", ".join(alert.channels)
    detail = f": {alert.detail}" if alert.detail else ""
    return f"{alert.id}  {alert.created:%Y-%m-%d %H:%M}  {alert.reason}, {goes} {where}{detail}"


# --- lines ---------------------------------------------------------------------------------


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    known: Sequence[str] = list(lines)
    if known:
        yield ""
        yield title
        for one in known:
            yield from _wrapped(one)


def _wrapped(text: str, indent: str = "  ") -> list[str]:
    """Within the width; what the web wrote may hold anything, so nothing but text is left of it."""
    start = indent + " " * (len(text) - len(text.lstrip()))
    plain = "".join(letter if letter.isprintable() else " " for letter in text).strip()
    return textwrap.wrap(
        plain,
        _WIDTH,
        initial_indent=start,
        subsequent_indent=start if indent else "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
