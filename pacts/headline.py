"""A story in one line, as a newspaper would put it; and in one sentence, as it would go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pacts.days import adverb
from pacts.model import Period, Story
from pacts.names import listed, name_of, spoken
from pacts.nouns import (
    bare_document,
    capitalised,
    is_plural_document,
    named_document,
    with_article,
)
from pacts.terms import Act, DateBasis, Kind, Status

_NAMED: Final = 5
"""Of more parties a headline names three and counts the others."""
_OTHERS: Final = "+"
"""The code of parties that a text does not name."""


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
    who, verb, rest, several = _parts(story, _who(story, most=_NAMED))
    match story.status:
        case Status.CONCLUDED:
            return f"{who} {verb.many if several else verb.one} {rest}"
        case Status.PLANNED:
            return f"{who} to {verb.many} {rest}"
        case Status.CONDITIONAL:
            return f"{who} to {verb.many} {rest} if conditions are met"
        case Status.RUMOURED:
            return f"{who} reportedly to {verb.many} {rest}"
        case Status.NEGATED:
            return f"{who} {'have' if several else 'has'} not {verb.done} {rest}"
        case Status.HISTORICAL:
            return f"{who} {verb.done} {rest} {_past(story.date)}"


def sentence(story: Story) -> str:
    """The same as a whole sentence with all parties, the place and the day.

    "Kazakhstan and Vietnam upgraded relations to a strategic partnership in Astana on 6 May 2025."
    """
    who, verb, rest, several = _parts(story, _who(story, most=None))
    if story.kind is Kind.PARTNERSHIP:
        rest = _level(story, with_article)
    if story.act is Act.IN_FORCE:
        who = capitalised(named_document(story, known=True))
    there = f" in {story.place}" if story.place else ""
    then = _then(story)
    are = "are" if several else "is"
    match story.status:
        case Status.CONCLUDED | Status.HISTORICAL:
            said = f"{verb.done} {rest}{there}{then or _earlier(story)}"
        case Status.PLANNED:
            said = f"{are} to {verb.many} {rest}{there}{then}"
        case Status.CONDITIONAL:
            said = f"{are} to {verb.many} {rest}{there}{then}, if conditions are met"
        case Status.RUMOURED:
            said = f"{are} reportedly to {verb.many} {rest}{there}{then}"
        case Status.NEGATED:
            # A day would be read as the one on which it did not happen.
            said = f"{'have' if several else 'has'} not {verb.done} {rest}"
    return f"{who} {said}."


def _parts(story: Story, who: str) -> tuple[str, _Verb, str, bool]:
    """Who, did, what; and whether the verb is in the plural."""
    if story.act is Act.IN_FORCE:
        several = is_plural_document(story)
        return capitalised(bare_document(story)), _ENTER, f"into force for {who}", several
    # Who stands for others that are not named is several.
    several = len(story.parties) != 1 or _OTHERS in story.parties
    return capitalised(who), _VERBS[story.act], _object(story), several


# --- who -----------------------------------------------------------------------------------


def _who(story: Story, *, most: int | None) -> str:
    """Names as a headline lists them: of more than ``most`` three, and the number of the others.

    Without ``most`` as a sentence does: all, each with its article.
    """
    called = name_of if most is not None else spoken
    names = [called(code) for code in _in_order(story)]
    if most is not None and len(names) > most:
        return listed([*names[:3], f"{len(names) - 3} others"])
    if _OTHERS in story.parties:
        names.append("others")
    return listed(names) or "unnamed parties"


def _in_order(story: Story) -> list[str]:
    """By name; among three and more, the one that the quoted words name first leads the list."""
    by_name = sorted((code for code in story.parties if code != _OTHERS), key=name_of)
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


def _level(story: Story, called: Callable[[str], str] = str) -> str:
    """Headlines leave out the articles of levels that states move between."""
    level, origin = story.level, story.level_from
    if story.act is Act.ESTABLISHED:
        return with_article(level or "partnership")
    if story.act in {Act.UPGRADED, Act.DOWNGRADED}:
        ties = "ties" if level and level.endswith("relations") else "relations"
        start = f" from {called(origin)}" if origin else ""
        return f"{ties}{start} to {called(level)}" if level else f"{ties}{start}"
    return f"{'their' if len(story.parties) != 1 else 'its'} {level or 'partnership'}"


def _relations(story: Story) -> str:
    level = story.level
    if not level or "relations" in level or story.act not in {Act.DOWNGRADED, Act.ESTABLISHED}:
        return "diplomatic relations"
    link = "to" if story.act is Act.DOWNGRADED else "at"
    return f"diplomatic relations {link} {level.removesuffix(' level')} level"


# --- when ----------------------------------------------------------------------------------


def _then(story: Story) -> str:
    """ " on 6 May 2025"; of a day that is only that of the report, it says so."""
    if story.date is None:
        return ""
    if story.date_basis is DateBasis.PUBLICATION:
        return f", as reported {adverb(story.date)}"
    return f" {adverb(story.date)}"


def _earlier(story: Story) -> str:
    return " earlier" if story.status is Status.HISTORICAL else ""


def _past(when: Period | None) -> str:
    if when is None:
        return "earlier"
    if when.start == when.end or when == Period.month(when.start.year, when.start.month):
        return adverb(when)
    if when.start.year == when.end.year:
        return f"in {when.start.year}"
    return f"between {when.start.year} and {when.end.year}"
