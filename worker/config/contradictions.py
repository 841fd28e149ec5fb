"""Options of one watch that cannot all hold, or of which one says what another says already."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from pacts.errors import Problem
from pacts.terms import Status
from worker.config import parties, values
from worker.config.checks import Raw
from worker.config.document import Document, Loc
from worker.config.models import WatchEntry

_MAX_AGE: Final = values.duration_text(WatchEntry.model_fields["max_age"].default)
Codes = dict[int, str]
"""The code of each party of a list, by its place there."""
_STEM_LANGUAGE: Final = "en"


def contradictions(document: Document, loc: Loc, raw: Raw) -> Iterator[Problem]:
    """What no story or article could satisfy, and what changes nothing."""
    yield from _events(document, (*loc, "events"), raw.get("events"))
    yield from _parties(document, (*loc, "parties"), raw.get("parties"))
    yield from _remind(document, loc, raw)
    yield from _inflect(document, loc, raw)


def _events(document: Document, loc: Loc, found: object) -> Iterator[Problem]:
    """An act beside its whole kind, or anything twice."""
    names = found if isinstance(found, list) else []
    for index, name in enumerate(names):
        if name in names[:index]:
            yield document.problem((*loc, index), f"{name} stands here already: remove one")
        elif isinstance(name, str) and name.partition(".")[0] in set(names) - {name}:
            kind = name.partition(".")[0]
            message = f"{kind} means all of its acts, {name} among them: remove one of the two"
            yield document.problem((*loc, index), message)


# --- parties ---------------------------------------------------------------------------------


def _parties(document: Document, loc: Loc, found: object) -> Iterator[Problem]:
    lists = found if isinstance(found, dict) else {}
    any_, all_, none, between = (
        dict(_codes(lists.get(key))) for key in ("any", "all", "none", "between")
    )
    for key, codes in (("any", any_), ("all", all_), ("none", none), ("between", between)):
        for index, code in codes.items():
            if code in [codes[earlier] for earlier in codes if earlier < index]:
                message = f"{code} stands in this list already: remove one"
                yield document.problem((*loc, key, index), message)
    for index, code in none.items():
        other = next((key for key in ("any", "all", "between") if code in _set(lists, key)), None)
        if other:
            message = f"{code} is under {other} as well: remove it there or here"
            yield document.problem((*loc, "none", index), message)
    if isinstance(lists.get("between"), list) and len(lists["between"]) == 1:
        message = "between needs two or more: with one, nobody is left to conclude anything with"
        yield document.problem((*loc, "between"), message)
    yield from _outside(document, loc, any_, all_, between)


def _outside(
    document: Document, loc: Loc, any_: Codes, all_: Codes, between: Codes
) -> Iterator[Problem]:
    """Parties that are wanted and left out by ``between``."""
    inside = set(between.values())
    for key, codes in (("all", all_), ("any", any_)):
        for index, code in codes.items() if between else ():
            if code not in inside:
                message = f"{code} is not under between, so no story can have it: add it there"
                yield document.problem((*loc, key, index), message)


def _codes(found: object) -> Iterator[tuple[int, str]]:
    """Place and code of every party that is known; the others are a problem already."""
    for index, name in enumerate(found if isinstance(found, list) else ()):
        if isinstance(name, str):
            with suppress(ValueError):
                yield index, parties.resolve(name)


def _set(lists: Raw, key: str) -> set[str]:
    return {code for _, code in _codes(lists.get(key))}


# --- reminders, inflections ------------------------------------------------------------------


def _remind(document: Document, loc: Loc, raw: Raw) -> Iterator[Problem]:
    if not raw.get("events") or raw.get("remind") is None:
        return  # without events it does nothing at all, which is told elsewhere
    status = raw.get("status", [Status.CONCLUDED.value])
    if isinstance(status, list) and Status.PLANNED.value not in status:
        message = "remind is about what was planned: add planned to status, or remove this"
        yield document.problem((*loc, "remind"), message, at_key=True)
    with suppress(ValueError):
        remind, oldest = values.duration(raw["remind"]), raw.get("max_age", _MAX_AGE)
        if remind >= values.duration(oldest):
            message = f"after {oldest} (max_age) nothing is sent: remind must be shorter"
            yield document.problem((*loc, "remind"), message)


def _inflect(document: Document, loc: Loc, raw: Raw) -> Iterator[Problem]:
    """Inflections are English ones."""
    keywords, languages = raw.get("keywords"), raw.get("languages")
    if not isinstance(keywords, dict) or keywords.get("inflect") is not True:
        return
    if isinstance(languages, list) and languages and _STEM_LANGUAGE not in languages:
        message = "inflect knows English only: add en to languages, or remove this"
        yield document.problem((*loc, "keywords", "inflect"), message, at_key=True)
