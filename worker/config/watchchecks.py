"""Whether a watch can do what it says: keywords, options that go together, its own examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pacts.errors import Problem
from pacts.terms import Trust
from worker.config import examples, keywordchecks
from worker.config.checks import Raw, entries, mistyped, names
from worker.config.contradictions import contradictions
from worker.config.document import Document, Loc
from worker.config.models import WatchEntry
from worker.config.wording import listed

_ONLY_EVENTS: Final = (
    "parties", "status", "scope", "levels", "min_confidence", "min_sources", "remind"
)  # fmt: skip


def watches(document: Document) -> Iterator[Problem]:
    """All that makes a watch deaf, mute or talkative."""
    for loc, raw in entries(document, "watches"):
        yield from _purpose(document, loc, raw)
        yield from contradictions(document, loc, raw)
        keywords, plain = raw.get("keywords"), not raw.get("events")
        if isinstance(keywords, dict):
            yield from keywordchecks.keywords(document, (*loc, "keywords"), keywords, plain=plain)
        yield from examples.problems(document, loc, raw)


def _purpose(document: Document, loc: Loc, raw: Raw) -> Iterator[Problem]:
    if raw.get("events") or mistyped(raw, "events", WatchEntry):
        return
    if not raw.get("keywords") and not mistyped(raw, "keywords", WatchEntry):
        yield document.problem(loc, "this watch wants nothing: give it events or keywords")
    for key in _ONLY_EVENTS:
        if key in raw:
            message = f'{key} does nothing without "events": add them, or remove this'
            yield document.problem((*loc, key), message, at_key=True)


def odd_watches(document: Document, sources: Document) -> Iterator[Problem]:
    """Warnings: no watch at all, or one that the configured sources can never satisfy."""
    if not names(document, "watches"):
        yield document.problem(("watches",), "there is no watch: nobody will be told anything")
    defaults = sources.data.get("defaults") or {}
    known = [{**defaults, **raw} for _, raw in entries(sources, "sources")]
    free = sum(1 for one in known if one.get("trust") != Trust.HOLD)
    for loc, raw in entries(document, "watches"):
        least = raw.get("min_sources", 1)
        if least > max(1, free):
            message = f"of your sources {free} are not on hold: no story will have {least}"
            yield document.problem((*loc, "min_sources"), message)
        theirs = [one for one in known if one["name"] in raw.get("sources", [one["name"]])]
        read = {str(one.get("language", "any")) for one in theirs}
        if "languages" in raw and read.isdisjoint({*raw["languages"], "any"}):
            message = f"its sources are in {listed(sorted(read), 'and')}: nothing will be in these"
            yield document.problem((*loc, "languages"), message)
