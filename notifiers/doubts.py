"""What is uncertain about a story, each in one sentence: said only where it matters. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from notifiers.clean import clean, directed
from notifiers.wording import in_words
from pacts.model import Alert, Conflict, Story
from pacts.names import listed
from pacts.terms import Act, DateBasis, Kind, Status, Trust

_SURE: Final = 0.8
"""From here on the confidence is not spoken of."""
_NAMED: Final = 5

_ALONE: Final = frozenset({Act.RATIFIED, Act.ACCEDED, Act.TERMINATED, Act.SUSPENDED, Act.ENDED})
"""What one party can do by itself."""
_DATED: Final = frozenset({Status.CONCLUDED, Status.PLANNED})
_BASIS: Final = {
    DateBasis.RELATIVE: "The day follows from a weekday or a word like “yesterday”.",
    DateBasis.VISIT: "The exact day is not given: these are the days of the visit.",
    DateBasis.PUBLICATION: "The day is not given: this is the day of the report.",
}


def sources_now(story: Story) -> frozenset[str]:
    """Sources, not on hold, that tell it as it stands; where all are on hold, those."""
    told = [s for s in story.sightings if s.event.status is story.status]
    allowed = [s for s in told if s.trust is Trust.ALLOWED]
    return frozenset(s.source for s in allowed or told)


def doubts_of(alert: Alert, story: Story) -> tuple[str, ...]:
    """Whole sentences, the gravest first."""
    return tuple(_doubts(alert, story))


def _doubts(alert: Alert, story: Story) -> Iterator[str]:
    if not story.confirmed:
        yield "Told only by sources that are on hold."
    yield from (clean(caution) for caution in alert.cautions)
    if story.confidence < _SURE:
        yield _confidence(story.confidence)
    yield from (_conflict(conflict) for conflict in story.conflicts)
    yield from _sources(story)
    yield from _unknown(story)
    if story.date is not None and story.date_basis in _BASIS and _matters(story):
        yield _BASIS[story.date_basis]


def _matters(story: Story) -> bool:
    """Of what did not happen no day is told.

    A weekday that has passed leaves no doubt; one to come may be that of another week.
    """
    if story.status is Status.NEGATED:
        return False
    return story.date_basis is not DateBasis.RELATIVE or story.status is not Status.CONCLUDED


def _confidence(share: float) -> str:
    right = min(9, max(1, round(share * 10)))
    return f"Not sure: of ten reports worded like this, about {in_words(right)} are right."


def _sources(story: Story) -> Iterator[str]:
    now = sources_now(story)
    if story.confirmed and len(now) == 1:
        yield f"{_told(story)} by one source only so far."
    elif story.confirmed and story.independent == 1:
        yield "All that tell it copy one report."
    held = {s.source for s in story.sightings if s.trust is Trust.HOLD}
    if story.confirmed and held:
        yield f"On hold, not counted: {_names(sorted(held))}."


def _told(story: Story) -> str:
    """As what it stands, where others tell, or told, it otherwise."""
    if all(sighting.event.status is story.status for sighting in story.sightings):
        return "Told"
    return "Denied" if story.status is Status.NEGATED else f"Told as {story.status}"


def _conflict(conflict: Conflict) -> str:
    """Who says what, side by side."""
    said = [f"{clean(value)} ({_names(names)})" for value, names in conflict.claims]
    return f"Sources differ on the {conflict.field}: {'; '.join(said)}."


def _names(names: Sequence[str]) -> str:
    shown = [directed(clean(name)) for name in names[:_NAMED]]
    more = len(names) - len(shown)
    return listed([*shown, f"{more} more"] if more else shown)


def _unknown(story: Story) -> Iterator[str]:
    if story.date is None and story.status in _DATED:
        yield "The day is not known."
    parties = [code for code in story.parties if code != "+"]
    if not parties:
        yield "The parties are not known."
    elif len(parties) == 1 and "+" not in story.parties and story.act not in _ALONE:
        yield "The other party is not named."
    if story.kind is Kind.PARTNERSHIP and not story.level and story.act is not Act.ENDED:
        yield "The level is not named."
