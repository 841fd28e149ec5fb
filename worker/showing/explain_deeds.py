"""One deed with its object, told to people: status, parties, date, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from rich.text import Text

from extraction.analysis import Named
from extraction.cascade import Finding
from extraction.fates import Fate, Told
from extraction.near_misses import Use
from extraction.trace import TracedFrame, TracedSentence, believed_because
from pacts.terms import DateBasis, Scope
from worker.showing.explain_rows import (
    BAD,
    CUE,
    DATE,
    DEED,
    DIM,
    GOOD,
    OBJECT,
    PARTY,
    Row,
    row,
    said,
    shortened,
)


def deed_rows(told: TracedSentence, frame: TracedFrame) -> Iterator[Row]:
    finding = frame.finding
    yield row("deed", _deed(finding))
    clause = _clause(finding)
    if clause:
        yield row("clause", f"“{clause}”")
    if finding.verdict.status is None:
        yield row("dropped", _why(finding), BAD)
        return
    yield row("status", Text.assemble((finding.verdict.status, "bold"), ": ", _why(finding)))
    yield from _parties(told, finding)
    yield row("date", _date(finding))
    yield from _outcome(frame)


def _deed(finding: Finding) -> Text:
    frame = finding.frame
    sentence, head = frame.sentence, frame.head
    parts: list[Text | str] = [said(sentence.words(frame.trigger.first, frame.trigger.last), DEED)]
    if (head.first, head.last) != (frame.trigger.first, frame.trigger.last):
        parts += [" → ", said(sentence.words(head.first, head.last), OBJECT)]
    parts.append(f": {frame.kind}.{frame.act}, {frame.voice}")
    if frame.level:
        parts.append(f", to the level “{frame.level.name}”")
    if frame.level_from:
        parts.append(f" from “{frame.level_from.name}”")
    return Text.assemble(*parts)


def _clause(finding: Finding) -> str:
    """The clause of the deed, around it, where it is not the whole sentence."""
    sentence, trigger = finding.frame.sentence, finding.frame.trigger
    first, last = sentence.clause(trigger.first)
    if last - first >= len(sentence.tokens) - 1:
        return ""
    start, middle = sentence.tokens[first].start, sentence.tokens[trigger.first].start
    before = re.sub(r"\s+", " ", sentence.text[start:middle]).lstrip(" ,，")
    rest = " ".join(sentence.words(trigger.first, last).split())
    begin = before if len(before) <= _BEFORE_DEED else f"… {_tail(before)}"
    return f"{begin}{shortened(rest, _FROM_DEED)}"


def _tail(before: str) -> str:
    cut = before[-_BEFORE_DEED:]
    return cut[cut.find(" ") + 1 :] or cut


_BEFORE_DEED: Final = 50
_FROM_DEED: Final = 70
"""Characters of a clause that are shown before a deed, and from it on."""


def _why(finding: Finding) -> Text:
    """The reason and the words that decided; a cue that is the deed itself is not told twice."""
    verdict, frame = finding.verdict, finding.frame
    deed = frame.sentence.words(frame.trigger.first, frame.trigger.last)
    if verdict.cue in {"", deed}:
        return Text(verdict.why)
    return Text.assemble(verdict.why, "; cue ", said(verdict.cue, CUE))


def _parties(told: TracedSentence, finding: Finding) -> Iterator[Row]:
    cast = finding.cast
    if cast:
        groups = " and ".join(" ".join(group) for group in cast.groups)
        yield row("parties", Text.assemble((groups, PARTY), f": {cast.how}"))
    codes = {code for group in cast.groups for code in group} if cast else set()
    meant = _meant(told, codes)
    if meant:
        yield row("", ", ".join(meant))
    others = dict.fromkeys(
        _surface(named) + _USES[use] for named, use in told.names if not codes & set(named.codes)
    )
    if others:
        yield row("" if cast else "names", "left out: " + ", ".join(others))
    if cast and cast.scope is not Scope.STATE:
        yield row("scope", f"{cast.scope}: no alert unless a watch asks for it")


def _meant(told: TracedSentence, codes: AbstractSet[str]) -> list[str]:
    """How each party is named: by a name that only tells a place where no other does."""
    found: dict[str, str] = {}
    for code in sorted(codes):
        names = [(named, use) for named, use in told.names if code in named.codes]
        as_party = [(named, use) for named, use in names if use is Use.PARTY] or names
        found |= {f"{_surface(named)} = {code}": _USES[use] for named, use in as_party}
    named_codes = {code for named, _ in told.names for code in named.codes}
    unnamed = sorted(codes - named_codes)
    parts = [name + use for name, use in found.items()]
    return [*parts, f"{' and '.join(unnamed)} from the rest of the article"] if unnamed else parts


def _surface(named: Named) -> str:
    return " ".join(named.mention.surface.split())


_USES: Final = {
    Use.PARTY: "",
    Use.NONE: "",
    Use.PLACE: " (a place)",
    Use.VENUE: " (a venue)",
    Use.BYSTANDER: " (host or bystander)",
}
_BASIS: Final = {
    DateBasis.STATED: "as stated",
    DateBasis.RELATIVE: "counted from the day of publication",
    DateBasis.VISIT: "during the visit that the article reports",
    DateBasis.PUBLICATION: "the day of publication",
}


def _date(finding: Finding) -> Text:
    dated = finding.verdict.dated
    if dated:
        words = finding.frame.sentence.words(dated.first, dated.last)
        return Text.assemble(said(words, DATE), f" = {dated.period}, {_BASIS[dated.basis]}")
    event = next(iter(finding.events), None)
    if event is None or event.date is None or event.date_basis is None:
        return Text("not told")
    basis = event.date_basis
    how = "as the dateline says" if basis is DateBasis.STATED else _BASIS[basis]
    return Text(f"{event.date}, {how}")


# --- what became of it ---------------------------------------------------------------------

_FATES: Final = {
    Fate.KEPT: "as {}",
    Fate.JOINED: "{} tells the same",
    Fate.OVERRIDDEN: "{} says what came of it",
    Fate.CARRIED: "the statement makes the level: {}",
}


def _outcome(frame: TracedFrame) -> Iterator[Row]:
    if frame.dropped:
        yield row("dropped", frame.dropped, BAD)
    by_fate: dict[Fate, list[Told]] = {}
    for told in frame.told:
        by_fate.setdefault(told.fate, []).append(told)
    for fate, group in by_fate.items():
        body = Text(_FATES[fate].format(_numbered([told.into for told in group])))
        if fate is Fate.KEPT:
            body.append(_confidence(frame.finding))
        yield row(fate.value, body, GOOD if fate is Fate.KEPT else DIM)


def _numbered(places: Sequence[int | None]) -> str:
    known = sorted({place + 1 for place in places if place is not None})
    if not known:
        return "another event"
    return f"event{'s' if len(known) > 1 else ''} {', '.join(map(str, known))}"


def _confidence(finding: Finding) -> str:
    """How sure, and by what: "confidence 0.71: + in title=2, - relative clause"."""
    whole = finding.events[0].confidence
    moved = [f"{'+' if weight > 0 else '-'} {name}" for name, weight in believed_because(finding)]
    return f"; confidence {whole:.2f}: {', '.join(moved)}" if moved else f"; confidence {whole:.2f}"
