"""How facts are put: sentences, dates and lists in plain English. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from notifiers.clean import clean
from pacts.model import Period, Story
from pacts.names import name_of
from pacts.terms import Act, DateBasis, Kind, Reason, Scope, Status

STATUS: Final[Mapping[Status, str]] = {
    Status.CONCLUDED: "concluded",
    Status.PLANNED: "planned, not done yet",
    Status.CONDITIONAL: "depends on conditions",
    Status.RUMOURED: "reported without confirmation",
    Status.NEGATED: "not done: refused, postponed or denied",
    Status.HISTORICAL: "done earlier, background",
}

BASIS: Final[Mapping[DateBasis, str]] = {
    DateBasis.STATED: "as stated",
    DateBasis.RELATIVE: "from the weekday or a word like “yesterday”",
    DateBasis.VISIT: "the days of the visit",
    DateBasis.PUBLICATION: "day of publication, no other date given",
}

REASON: Final[Mapping[Reason, str]] = {
    Reason.FIRST: "First report of this.",
    Reason.ADVANCED: "It was told as not yet done and is done now.",
    Reason.CORRECTED: "A fact told earlier has changed.",
    Reason.DENIED: "What was told earlier is now refused, postponed or denied.",
    Reason.KEYWORDS: "A new item has the words of a watch.",
    Reason.BASELINE: "Not sent: found in the first poll of a new source.",
    Reason.HELD: "Not sent: told only by sources that are on hold.",
    Reason.SILENCED: "Not sent: a silence covers it.",
    Reason.INHIBITED: "Not sent: a stronger alert of the same article says it.",
    Reason.TOO_OLD: "Not sent: it happened or was published too long ago.",
}

SCOPE: Final[Mapping[Scope, str]] = {
    Scope.STATE: "between states",
    Scope.MIXED: "states with companies or other bodies",
    Scope.SUBNATIONAL: "regions or cities",
    Scope.CORPORATE: "companies",
}

_PAST: Final[Mapping[Act, str]] = {
    Act.ESTABLISHED: "established",
    Act.UPGRADED: "upgraded",
    Act.DOWNGRADED: "downgraded",
    Act.SUSPENDED: "suspended",
    Act.ENDED: "ended",
    Act.RESTORED: "restored",
    Act.SEVERED: "severed",
    Act.SIGNED: "signed",
    Act.INITIALLED: "initialled",
    Act.EXCHANGED: "exchanged",
    Act.RATIFIED: "ratified",
    Act.ACCEDED: "acceded to",
    Act.IN_FORCE: "brought into force",
    Act.RENEWED: "renewed",
    Act.NEGOTIATED: "agreed the text of",
    Act.TERMINATED: "terminated",
    Act.ADOPTED: "adopted",
}

_BASE: Final[Mapping[Act, str]] = {
    Act.ESTABLISHED: "establish",
    Act.UPGRADED: "upgrade",
    Act.DOWNGRADED: "downgrade",
    Act.SUSPENDED: "suspend",
    Act.ENDED: "end",
    Act.RESTORED: "restore",
    Act.SEVERED: "sever",
    Act.SIGNED: "sign",
    Act.INITIALLED: "initial",
    Act.EXCHANGED: "exchange",
    Act.RATIFIED: "ratify",
    Act.ACCEDED: "accede to",
    Act.IN_FORCE: "bring into force",
    Act.RENEWED: "renew",
    Act.NEGOTIATED: "agree the text of",
    Act.TERMINATED: "terminate",
    Act.ADOPTED: "adopt",
}

_IRREGULAR: Final = {
    "memorandum": "memoranda",
    "memorandum of understanding": "memoranda of understanding",
    "exchange of letters": "exchanges of letters",
    "letter of intent": "letters of intent",
    "declaration of intent": "declarations of intent",
}


def party_names(codes: Sequence[str]) -> str:
    """ "Kazakhstan and Vietnam"; "+" stands for parties that the text does not name."""
    named = [clean(name_of(code)) for code in codes if code != "+"]
    return listed([*named, "others"] if "+" in codes else named) or "Unnamed parties"


def listed(names: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{clean(name)}”" for name in names)


def counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def happened(story: Story) -> str:
    """One sentence: who did, will do or did not do what."""
    who, what = party_names(story.parties), _object(story)
    past, base = _PAST[story.act], _BASE[story.act]
    plural = "s" if len(story.parties) == 1 else ""
    return {
        Status.CONCLUDED: f"{who} {past} {what}.",
        Status.PLANNED: f"{who} plan{plural} to {base} {what}.",
        Status.CONDITIONAL: f"{who} may {base} {what}, on conditions.",
        Status.RUMOURED: f"Unconfirmed: {who} {past} {what}.",
        Status.NEGATED: f"{who} did not {base} {what}.",
        Status.HISTORICAL: f"Earlier, {who} {past} {what}.",
    }[story.status]


def _object(story: Story) -> str:
    if story.kind is Kind.RELATIONS:
        return "diplomatic relations"
    if story.kind is Kind.PARTNERSHIP:
        return _level(story)
    return _documents(story)


def _level(story: Story) -> str:
    level, before = clean(story.level or ""), clean(story.level_from or "")
    if story.act in (Act.UPGRADED, Act.DOWNGRADED):
        steps = (f" from {_a(before)}" if before else "") + (f" to {_a(level)}" if level else "")
        return f"{_their(story)} relations{steps}"
    if story.act in (Act.SUSPENDED, Act.ENDED):
        return f"{_their(story)} {level or 'partnership'}"
    return _a(level or "partnership")


def _their(story: Story) -> str:
    return "its" if len(story.parties) == 1 else "their"


def _documents(story: Story) -> str:
    """ "about 60 agreements", "a memorandum of understanding", "documents"."""
    kind = clean(story.document_kind or "").lower()
    fallback = "joint statement" if story.kind is Kind.STATEMENT else "agreement"
    if story.count is None:
        return _a(kind or fallback)
    about = "about " if story.count_approx else ""
    return about + counted(story.count, kind or fallback, _plural(kind or fallback))


def says_only_its_kind(story: Story) -> bool:
    """Whether the document is called "agreement" or "agreements", which the sentence says."""
    kind = (story.document_kind or "agreement").lower()
    return (story.document or "").lower().strip() in (kind, _plural(kind))


def _plural(kind: str) -> str:
    if kind in _IRREGULAR:
        return _IRREGULAR[kind]
    if kind.endswith("y") and kind[-2:-1] not in "aeiou":
        return kind[:-1] + "ies"
    return kind if kind.endswith("s") else kind + "s"


def _a(thing: str) -> str:
    """With its article, unless it is a plural already."""
    if not thing or (thing.endswith("s") and not thing.endswith("ss")):
        return thing
    return f"{'an' if thing[0].lower() in 'aeio' else 'a'} {thing}"


def when(period: Period | None, basis: DateBasis | None) -> str:
    """ "6 May 2025 (as stated)"."""
    if period is None:
        return "not known"
    return _period(period) + (f" ({BASIS[basis]})" if basis else "")


def _period(period: Period) -> str:
    first, last = period.start, period.end
    if first == last:
        return day(first)
    if period == Period.year(first.year):
        return str(first.year)
    if period == Period.month(first.year, first.month):
        return f"{_month(first)} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {_month(first)} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def day(moment: date) -> str:
    """ "6 May 2025", whatever the locale of the process."""
    return f"{moment.day} {_month(moment)} {moment.year}"


def _month(moment: date) -> str:
    return _MONTHS[moment.month - 1]


_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
