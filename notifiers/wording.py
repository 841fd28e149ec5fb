"""How facts are put: deeds, dates and lists in plain English. Pure."""

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
    Reason.ADVANCED: "Told before as not done yet, done now.",
    Reason.CORRECTED: "A fact told earlier has changed.",
    Reason.DENIED: "What was told earlier is now refused, postponed or denied.",
    Reason.NEW_PARTY: "Another party has joined what was told.",
    Reason.THRESHOLD: "Enough independent sources tell it now.",
    Reason.REMINDER: "Its day has passed, and no source has confirmed it.",
    Reason.KEYWORDS: "A new item has the words of a watch.",
    Reason.OPERATOR: "You run this service: this is about the service or one of its sources.",
    Reason.BASELINE: "Not sent: found in the first poll of a new source.",
    Reason.HELD: "Not sent: told only by sources that are on hold.",
    Reason.SILENCED: "Not sent: a silence covers it.",
    Reason.INHIBITED: "Not sent: a stronger alert of the same article says it.",
    Reason.TOO_OLD: "Not sent: it happened or was published too long ago.",
    Reason.UNSURE: "Not sent: less sure than the watch asks for.",
    Reason.TOO_FEW: "Not sent: too few independent sources tell it.",
    Reason.DUPLICATE: "Not sent: told before, and this adds nothing new.",
}

SCOPE: Final[Mapping[Scope, str]] = {
    Scope.STATE: "between states",
    Scope.MIXED: "states with companies or other bodies",
    Scope.SUBNATIONAL: "regions or cities",
    Scope.CORPORATE: "companies",
}

_DEED: Final[Mapping[Act, str]] = {
    Act.ESTABLISHED: "establishment of",
    Act.UPGRADED: "upgrade of",
    Act.DOWNGRADED: "downgrade of",
    Act.SUSPENDED: "suspension of",
    Act.ENDED: "end of",
    Act.RESTORED: "restoration of",
    Act.SEVERED: "severance of",
    Act.SIGNED: "signing of",
    Act.INITIALLED: "initialling of",
    Act.EXCHANGED: "exchange of",
    Act.RATIFIED: "ratification of",
    Act.ACCEDED: "accession to",
    Act.IN_FORCE: "entry into force of",
    Act.RENEWED: "renewal of",
    Act.NEGOTIATED: "agreement on the text of",
    Act.TERMINATED: "termination of",
    Act.ADOPTED: "adoption of",
}
"""Nouns, because whether it was done is what the status says."""

_IRREGULAR: Final = {
    "memorandum": "memoranda",
    "memorandum of understanding": "memoranda of understanding",
    "exchange of letters": "exchanges of letters",
    "letter of intent": "letters of intent",
    "declaration of intent": "declarations of intent",
}


def party_names(codes: Sequence[str]) -> str:
    """ "Kazakhstan, Vietnam"; the code "+" stands for parties that the text does not name."""
    named = [clean(name_of(code)) for code in codes if code != "+"]
    return ", ".join([*named, "others"] if "+" in codes else named) or "not named"


def listed(names: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{clean(name)}”" for name in names)


def counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def deed(story: Story) -> str:
    """ "upgrade of a partnership", "signing of about 60 agreements"."""
    return f"{_DEED[story.act]} {_object(story)}"


def _object(story: Story) -> str:
    if story.kind is Kind.RELATIONS:
        return "diplomatic relations"
    if story.kind is Kind.PARTNERSHIP:
        return "a partnership"
    kind = _document_kind(story)
    if story.count is None:
        return _a(kind)
    return ("about " if story.count_approx else "") + counted(story.count, kind, _plural(kind))


def level(story: Story) -> str:
    """ "comprehensive partnership → strategic partnership", or empty when no level is named."""
    steps = [clean(step) for step in (story.level_from, story.level) if step]
    if len(steps) == 1 and story.level_from:
        return f"{steps[0]} → ?"
    return " → ".join(steps)


def _document_kind(story: Story) -> str:
    fallback = "joint statement" if story.kind is Kind.STATEMENT else "agreement"
    return clean(story.document_kind or "").lower() or fallback


def says_only_its_kind(story: Story) -> bool:
    """Whether the document is called "agreement" or "agreements", which the sentence says."""
    kind = _document_kind(story)
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
