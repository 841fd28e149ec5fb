"""The life of one document: planned, agreed, initialled, signed, ratified, in force, ended.

Each step is a story of its own. Stories are steps of one document when their parties and their
titles go together; "an agreement" without a name or a subject goes with nothing. A subject alone
says little of a busy pair, so it links only what is about a year apart; a name links for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from alerting.knowing.standings import Step, step_of
from alerting.merging.documents import Match, Paper, paper_of, same_paper
from alerting.merging.happenings import LATER_STEP_DAYS
from pacts import days
from pacts.model import Period, Story
from pacts.names import listed, name_of
from pacts.terms import Act, DateBasis, Kind, Scope, Status

KINDS: Final = frozenset({Kind.AGREEMENT, Kind.STATEMENT})
"""Kinds of stories that are steps of a document."""

_AHEAD: Final = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.RUMOURED})
_DONE: Final = frozenset({Status.CONCLUDED, Status.HISTORICAL})
# In the order in which they come; what can come at any time has no number.
_ORDER: Final = {
    Act.NEGOTIATED: 1,
    Act.INITIALLED: 2,
    Act.SIGNED: 3,
    Act.EXCHANGED: 3,
    Act.ADOPTED: 3,
    Act.RATIFIED: 4,
    Act.ACCEDED: 4,
    Act.IN_FORCE: 5,
    Act.TERMINATED: 6,
}
_ANY_TIME: Final = 5
_DEEDS: Final = {
    Act.NEGOTIATED: "agreed as a text",
    Act.ACCEDED: "acceded to",
    Act.IN_FORCE: "brought into force",
}
_NOUNS: Final = {
    Act.NEGOTIATED: "agreement on the text",
    Act.INITIALLED: "initialling",
    Act.EXCHANGED: "exchange",
    Act.ADOPTED: "adoption",
    Act.RATIFIED: "ratification",
    Act.ACCEDED: "accession",
    Act.IN_FORCE: "entry into force",
    Act.RENEWED: "renewal",
    Act.SUSPENDED: "suspension",
    Act.TERMINATED: "termination",
}


@dataclass(frozen=True, slots=True)
class Life:
    """The steps of one document, the oldest first, with the story that was asked for."""

    steps: tuple[Step, ...]
    at: Step

    @property
    def earlier(self) -> tuple[Step, ...]:
        """What came before the story that was asked for."""
        return self.steps[: self.steps.index(self.at)]


def life(story: Story, known: Iterable[Story]) -> Life:
    """The life that ``story`` is a step of, among ``known`` stories.

    Where several could be the same step (one document on trade after another), it is the nearest.
    """
    at = step_of(story)
    nearest: dict[tuple[object, ...], Step] = {}
    for other in known:
        if other.id == story.id or not _goes_with(story, other):
            continue
        step = step_of(other)
        place = _place(other)
        if place not in nearest or _apart(step, at) < _apart(nearest[place], at):
            nearest[place] = step
    nearest.pop(_place(story), None)  # the same step once more is of another document
    return Life(tuple(sorted([at, *nearest.values()], key=_in_time)), at)


def disorder(life: Life) -> tuple[str, ...]:
    """What cannot be by the days of its steps, each a whole sentence; nothing as a rule."""
    sentences = []
    for other in life.steps:
        first, then = (other, life.at) if _rank(other) < _rank(life.at) else (life.at, other)
        if _rank(first) < _rank(then) and _surely_before(then, first):
            sentences.append(
                f"By its days it was {_deed(then)} {_when(then)}{_number(then, life)} before it"
                f" was {_deed(first)} {_when(first)}{_number(first, life)}."
            )
    return tuple(sentences)


def told(step: Step, parties: Iterable[str]) -> str:
    """A step in one sentence: "Ratified by Vietnam on 1 June 2025 (story 40)."

    ``parties`` are those of the document: who is all of them is not named.
    """
    story, number = step.story, f" (story {step.story.id})" if step.story.id is not None else ""
    who = listed(sorted(map(name_of, story.parties)))
    by = f" by {who}" if set(story.parties) != set(parties) else ""
    if story.status in _AHEAD:
        noun = _NOUNS.get(story.act, "signing")
        said = f" told on {days.day(step.known)}" if step.known else ""
        return f"{_capital(noun)}{by} {story.status},{said or ' told'}{number}."
    if story.status is Status.NEGATED:
        noun = _NOUNS.get(story.act, "signing")
        said = f" {days.adverb(Period.day(step.known))}" if step.known else ""
        return f"{_capital(noun)}{by} refused or postponed{said}{number}."
    done = "text agreed" if story.act is Act.NEGOTIATED else _deed(step)
    when = f" {_when(step)}" if _when(step) else ""
    return f"{_capital(done)}{by}{when}{number}."


# --- which go together ---------------------------------------------------------------------


def _goes_with(a: Story, b: Story) -> bool:
    if not (a.kind in KINDS and b.kind in KINDS and _official(a) == _official(b)):
        return False
    x, y = _paper(a), _paper(b)
    if x.package or y.package or same_paper(x, y) is not Match.SAME:
        return False
    named = bool(x.names & y.names or x.shorts & (y.shorts | y.initials) or y.shorts & x.initials)
    if not (set(a.parties) == set(b.parties) or (named and _one_holds_the_other(a, b))):
        return False
    if a.status in _AHEAD or b.status in _AHEAD:
        return _can_follow(a, b)
    return named or _apart(step_of(a), step_of(b)) <= LATER_STEP_DAYS


def _paper(story: Story) -> Paper:
    return paper_of(
        story.document,
        story.document_kind,
        story.count,
        story.parties,
        statement=story.kind is Kind.STATEMENT,
    )


def _official(story: Story) -> str:
    return "state" if story.scope in {Scope.STATE, Scope.MIXED} else story.scope.value


def _one_holds_the_other(a: Story, b: Story) -> bool:
    one, other = set(a.parties), set(b.parties)
    return bool(one and other) and (one <= other or other <= one)


def _can_follow(a: Story, b: Story) -> bool:
    """A plan is of a step that nothing has come to yet; after that it is of another document."""
    plan, other = (a, b) if a.status in _AHEAD else (b, a)
    x, y = step_of(plan), step_of(other)
    if x.known is None or y.known is None or _apart(x, y) > LATER_STEP_DAYS:
        return False
    if other.status in _AHEAD:
        return True
    return x.known <= y.known or _rank(y) < _rank(x)


def _place(story: Story) -> tuple[object, ...]:
    """Which step of a life a story is; two stories of one place are of two documents."""
    order = _ORDER.get(story.act, story.act.value)
    course = "done" if story.status in _DONE else story.status.value
    return order, course, story.parties


# --- in time -------------------------------------------------------------------------------


def _rank(step: Step) -> int:
    """Zero for what has no place among what is done."""
    return _ORDER.get(step.story.act, 0) if step.story.status in _DONE else 0


def _in_time(step: Step) -> tuple[object, ...]:
    return step.at, _ORDER.get(step.story.act, _ANY_TIME), step.story.id or 0


def _apart(a: Step, b: Step) -> int:
    return abs((a.at - b.at).days)


def _surely_before(a: Step, b: Step) -> bool:
    """Whether all days of ``a`` lie before those of ``b``, which must be known, not guessed."""
    if not (_rank(a) and _rank(b) and a.when and b.when) or b.basis is DateBasis.PUBLICATION:
        return False
    return a.when.end < b.when.start


# --- words ---------------------------------------------------------------------------------


def _deed(step: Step) -> str:
    return _DEEDS.get(step.story.act, step.story.act.value)


def _when(step: Step) -> str:
    if step.when and step.basis is not DateBasis.PUBLICATION:
        return days.adverb(step.when)
    return f"as told on {days.day(step.known)}" if step.known else ""


def _number(step: Step, life: Life) -> str:
    return "" if step is life.at or step.story.id is None else f" (story {step.story.id})"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
