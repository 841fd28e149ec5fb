"""A story in one line, as a newspaper would put it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from alerting.names import listed, name_of
from pacts.model import Period, Story
from pacts.terms import Act, Kind, Status

_LONGEST_TITLE: Final = 90
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
    Act.NEGOTIATED: _Verb("agree the text of", "agrees the text of", "agreed the text of"),
    Act.TERMINATED: _Verb("terminate", "terminates", "terminated"),
    Act.ADOPTED: _Verb("adopt", "adopts", "adopted"),
}
_ENTER: Final = _Verb("enter", "enters", "entered")


def headline(story: Story) -> str:
    """One line for people: "Kazakhstan and Vietnam upgrade relations to strategic partnership".

    It says how sure it is: "to sign", "reportedly to sign", "have not signed", "signed in 2015".
    """
    who = listed([name_of(code) for code in _in_order(story)]) or "Unnamed parties"
    what = _object(story)
    if story.act is Act.IN_FORCE:
        subject = what.removeprefix("the ").removeprefix("a ").removeprefix("an ")
        subject = f"{subject[:1].upper()}{subject[1:]} of {who}"
        several = _is_plural(subject) or (story.count or 1) > 1
        return _phrase(story, subject, _ENTER, "into force", several=several)
    return _phrase(story, who, _VERBS[story.act], what, several=len(story.parties) != 1)


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


def _object(story: Story) -> str:
    if story.kind is Kind.PARTNERSHIP:
        return _level(story)
    if story.kind is Kind.RELATIONS:
        return "diplomatic relations"
    return _document(story)


def _level(story: Story) -> str:
    level, origin = story.level, story.level_from
    if story.act is Act.ESTABLISHED:
        return _with_article(level or "partnership")
    if story.act is Act.UPGRADED or story.act is Act.DOWNGRADED:
        start = f" from {origin}" if origin else ""
        return f"relations{start} to {level}" if level else f"relations{start}"
    return f"their {level or 'partnership'}" if len(story.parties) != 1 else level or "partnership"


def _document(story: Story) -> str:
    fallback = "joint statement" if story.kind is Kind.STATEMENT else "agreement"
    kind = (story.document_kind or fallback).replace("_", " ")
    if story.count is not None and story.count > 1:
        return _counted(story, kind)
    title = _shortened(story.document or "")
    if not title:
        return _with_article(kind)
    if not _is_latin(title) or '"' in title:
        return f"{_with_article(kind)} ({title})"
    return _titled(title)


def _counted(story: Story, kind: str) -> str:
    number = f"{'about ' if story.count_approx else ''}{story.count}"
    title = _shortened(story.document or "")
    named = _is_latin(title) and title[:1].islower() and _is_plural(title)
    return f"{number} {title if named else _plural(kind)}"


def _titled(title: str) -> str:
    """A proper title takes "the", a common noun "a" or nothing."""
    if re.match(
        r"(?:the|a|an|its|their|several|various|some|two|three|\d)\b", title, re.IGNORECASE
    ):
        return title
    if _is_plural(title):
        return title
    return f"the {title}" if title[:1].isupper() else _with_article(title)


def _is_plural(title: str) -> bool:
    """Whether the noun that a title is about is a plural: "agreements on trade"."""
    noun = re.split(r" (?:on|of|for|in|between|with|to|and)\b| ?[(,;:]", title, maxsplit=1)[0]
    last = noun.rsplit(" ", 1)[-1].lower()
    return last == "memoranda" or (last.endswith("s") and not last.endswith(("ss", "us", "is")))


def _plural(noun: str) -> str:
    special = {
        "memorandum": "memorandums",
        "memorandum of understanding": "memorandums of understanding",
        "letter of intent": "letters of intent",
        "exchange of notes": "exchanges of notes",
        "treaty": "treaties",
    }
    return special.get(noun, noun if noun.endswith("s") else f"{noun}s")


def _with_article(noun: str) -> str:
    if _is_plural(noun):
        return noun
    return f"{'an' if noun[:1].lower() in 'aeio' else 'a'} {noun}"


def _is_latin(title: str) -> bool:
    return all(letter < "\u0250" or not letter.isalpha() for letter in title)


def _shortened(title: str) -> str:
    """At most ninety characters, cut between words; a bracket that would stay open goes first."""
    title = " ".join(title.split())
    if len(title) <= _LONGEST_TITLE:
        return title
    cut = title[:_LONGEST_TITLE].rsplit(" ", 1)[0]
    if cut.count("(") > cut.count(")"):
        return cut[: cut.rindex("(")].rstrip() or f"{cut} …"
    return f"{cut.rstrip(' ,;:-')} …"


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
