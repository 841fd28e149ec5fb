"""The ledger as rows for people and as JSON objects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alerting.knowing.standings import Standing, State, Step
from pacts.names import listed, name_of
from pacts.terms import DateBasis, Kind
from worker.showing.shapes import time_json

COLUMNS = ("parties", "level", "since", "story", "told by", "evidence")
STEP_COLUMNS = ("when", "step", "level", "story", "told by", "evidence")
_RELATIONS = "diplomatic relations"
BELOW = ("told by", "evidence")


def standing_row(standing: Standing) -> tuple[object, ...]:
    """One line of the ledger, under :data:`COLUMNS`."""
    step = standing.since
    who = _who(standing.parties)
    doubted = [one.story.id for one in standing.steps if one.doubts]
    says = f" · doubtful: story {', '.join(map(str, doubted))}" if doubted else ""
    evidence = f"{_evidence(step)}{says}"
    return who, _level(standing), _when(step), step.story.id, _tellers(step), evidence


def step_row(standing: Standing, step: Step) -> tuple[object, ...]:
    """One line of a history, under :data:`STEP_COLUMNS`."""
    others = len(standing.parties) > 2
    what = step.level or (_RELATIONS if standing.kind is Kind.RELATIONS else None)
    if others:
        what = f"{what} ({' '.join(standing.parties)})"
    evidence = " · ".join((_evidence(step), *step.doubts))
    return _when(step), step.story.act, what, step.story.id, _tellers(step), evidence


def history(standings: Sequence[Standing]) -> list[tuple[Standing, Step]]:
    """The steps of several standings in one row, the oldest first."""
    steps = [(standing, step) for standing in standings for step in standing.steps]
    return sorted(steps, key=lambda pair: pair[1].at)


def standing_json(standing: Standing) -> dict[str, Any]:
    return {
        "parties": list(standing.parties),
        "kind": standing.kind.value,
        "level": standing.level,
        "field": sorted(standing.field),
        "state": standing.state.value,
        **_step_json(standing.since),
        "history": [
            {"act": step.story.act.value, "level": step.level, **_step_json(step)}
            for step in standing.steps
        ],
    }


def _step_json(step: Step) -> dict[str, Any]:
    lead = step.story.lead
    return {
        "since": str(step.when) if step.when else None,
        "basis": step.basis.value if step.basis else None,
        "known": step.known.isoformat() if step.known else None,
        "story": step.story.id,
        "sources": list(step.story.sources),
        "evidence": {
            "quote": lead.event.evidence.quote,
            "source": lead.source,
            "url": lead.url,
            "published": time_json(lead.published),
        },
        "doubts": list(step.doubts),
    }


def _who(parties: Sequence[str]) -> str:
    """Two by name; more by their codes, or there were no room for anything else."""
    return listed(sorted(map(name_of, parties))) if len(parties) == 2 else " ".join(parties)


def _level(standing: Standing) -> str:
    what = standing.level or "partnership"
    if standing.kind is Kind.RELATIONS:
        what = f"{_RELATIONS} ({standing.level})" if standing.level else _RELATIONS
    return what if standing.state is State.HELD else f"{what}: {standing.state}"


def _when(step: Step) -> str:
    """ "2025-05-06"; "by 2025-05-10" where only the telling has a day."""
    if step.when is None or step.basis is DateBasis.PUBLICATION:
        return f"by {step.known or step.when or '?'}"
    return str(step.when)


def _tellers(step: Step) -> str:
    first, *others = dict.fromkeys((step.story.lead.source, *step.story.sources))
    return f"{first} and {len(others)} more" if others else first


def _evidence(step: Step) -> str:
    lead = step.story.lead
    return f'"{lead.event.evidence.quote}" · {lead.url}'
