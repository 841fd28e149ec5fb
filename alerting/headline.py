"""A story in one line, as a newspaper would put it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from alerting.names import listed, name_of
from alerting.nouns import (
    bare_document,
    capitalised,
    is_plural_document,
    named_document,
    with_article,
)
from pacts.model import Period, Story
from pacts.terms import Act, Kind, Status

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class _Verb:
    """One deed in the forms that the statuses need."""

    many: str
    one: str
    done: str


_VERBS: Final = {
    Act.ESTABLISHED: _Verb("establish", "establishes", "established"),
    Act.UPGRADED: _Verb("upgrade", "upgrades", "upgraded"),
    Act.DOWNGRADED: _Verb("downgrade", "downgrades", "downgraded"),
    Act.SUSPENDED: _Verb("suspend", "suspends", "suspended"),
    Act.ENDED: _Verb("end", "ends", "ended"),
    Act.RESTORED: _Verb("restore", "restores", "restored"),
    Act.SEVERED: _Verb("sever", "severs", "severed"),
    Act.SIGNED: _Verb("sign", "signs", "signed"),
    Act.INITIALLED: _Verb("initial", "initials", "initialled"),
    Act.EXCHANGED: _Verb("exchange", "exchanges", "exchanged"),
    Act.RATIFIED: _Verb("ratify", "ratifies", "ratified"),
    Act.ACCEDED: _Verb("accede to", "accedes to", "acceded to"),
    Act.RENEWED: _Verb("renew", "renews", "renewed"),
    Act.NEGOTIATED: _Verb("agree on the text of", "agrees on the text of", "agreed on the text of"),
    Act.TERMINATED: _Verb("terminate", "terminates", "terminated"),
    Act.ADOPTED: _Verb("adopt", "adopts", "adopted"),
}
_ENTER: Final = _Verb("enter", "enters", "entered")


def headline(story: Story) -> str:
    """One line for people: "Kazakhstan and Vietnam upgrade relations to strategic partnership".

    It says how sure it is: "to sign", "reportedly to sign", "have not signed", "signed in 2015".
    """
    who = listed([name_of(code) for code in _in_order(story)]) or "unnamed parties"
    if story.act is Act.IN_FORCE:
        subject, several = capitalised(bare_document(story)), is_plural_document(story)
        return _phrase(story, subject, _ENTER, f"into force for {who}", several=several)
    return _phrase(
        story, capitalised(who), _VERBS[story.act], _object(story), several=len(story.parties) != 1
    )


def _phrase(story: Story, subject: str, verb: _Verb, rest: str, *, several: bool) -> str:
    match story.status:
        case Status.CONCLUDED:
            return f"{subject} {verb.many if several else verb.one} {rest}"
        case Status.PLANNED:
            return f"{subject} to {verb.many} {rest}"
        case Status.CONDITIONAL:
            return f"{subject} to {verb.many} {rest} if conditions are met"
        case Status.RUMOURED:
            return f"{subject} reportedly to {verb.many} {rest}"
        case Status.NEGATED:
            return f"{subject} {'have' if several else 'has'} not {verb.done} {rest}"
        case Status.HISTORICAL:
            return f"{subject} {verb.done} {rest} {_past(story.date)}"


# --- who -----------------------------------------------------------------------------------


def _in_order(story: Story) -> list[str]:
    """By name; among three and more, the one that the quoted words name first leads the list."""
    by_name = sorted(story.parties, key=name_of)
    if len(by_name) < 3:
        return by_name
    quote = story.lead.event.evidence.quote
    named = [(quote.find(name_of(code)), code) for code in by_name if name_of(code) in quote]
    hub = min(named)[1] if named else None
    return sorted(by_name, key=lambda code: (code != hub, name_of(code)))


# --- what ----------------------------------------------------------------------------------

# Deeds done to a document that is there already: "ratify the", but "sign an agreement".
_TO_WHAT_EXISTS: Final = frozenset(
    {Act.RATIFIED, Act.ACCEDED, Act.RENEWED, Act.SUSPENDED, Act.TERMINATED, Act.NEGOTIATED}
)


def _object(story: Story) -> str:
    if story.kind is Kind.PARTNERSHIP:
        return _level(story)
    if story.kind is Kind.RELATIONS:
        return _relations(story)
    return named_document(story, known=story.act in _TO_WHAT_EXISTS)


def _level(story: Story) -> str:
    level, origin = story.level, story.level_from
    if story.act is Act.ESTABLISHED:
        return with_article(level or "partnership")
    if story.act in {Act.UPGRADED, Act.DOWNGRADED}:
        ties = "ties" if level and level.endswith("relations") else "relations"
        start = f" from {origin}" if origin else ""
        return f"{ties}{start} to {level}" if level else f"{ties}{start}"
    return f"{'their' if len(story.parties) != 1 else 'its'} {level or 'partnership'}"


def _relations(story: Story) -> str:
    level = story.level
    if not level or "relations" in level or story.act not in {Act.DOWNGRADED, Act.ESTABLISHED}:
        return "diplomatic relations"
    link = "to" if story.act is Act.DOWNGRADED else "at"
    return f"diplomatic relations {link} {level.removesuffix(' level')} level"


# --- when ----------------------------------------------------------------------------------


def _past(when: Period | None) -> str:
    if when is None:
        return "earlier"
    if when.start == when.end:
        return f"on {when.start.day} {_MONTHS[when.start.month - 1]} {when.start.year}"
    if when == Period.month(when.start.year, when.start.month):
        return f"in {_MONTHS[when.start.month - 1]} {when.start.year}"
    if when.start.year == when.end.year:
        return f"in {when.start.year}"
    return f"between {when.start.year} and {when.end.year}"
