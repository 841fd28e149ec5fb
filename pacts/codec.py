"""Events as JSON objects and back: one form for every command, file and table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pacts.model import Event, Evidence, Period
from pacts.terms import Act, DateBasis, Kind, Scope, Status


def event_to_json(event: Event) -> dict[str, Any]:
    """The JSON object of an event; keys are always all there."""
    return {
        "kind": event.kind.value,
        "act": event.act.value,
        "status": event.status.value,
        "parties": list(event.parties),
        "scope": event.scope.value,
        "level": event.level,
        "level_from": event.level_from,
        "document": event.document,
        "document_kind": event.document_kind,
        "count": event.count,
        "count_approx": event.count_approx,
        "date": str(event.date) if event.date else None,
        "date_basis": event.date_basis.value if event.date_basis else None,
        "place": event.place,
        "confidence": event.confidence,
        "evidence": {
            "quote": event.evidence.quote,
            "start": event.evidence.start,
            "end": event.evidence.end,
            "cue": event.evidence.cue,
        },
    }


def event_from_json(data: Mapping[str, Any]) -> Event:
    """The event that :func:`event_to_json` wrote. Raises KeyError or ValueError otherwise."""
    evidence = data["evidence"]
    return Event(
        kind=Kind(data["kind"]),
        act=Act(data["act"]),
        status=Status(data["status"]),
        parties=tuple(data["parties"]),
        scope=Scope(data["scope"]),
        level=data["level"],
        level_from=data["level_from"],
        document=data["document"],
        document_kind=data["document_kind"],
        count=data["count"],
        count_approx=data["count_approx"],
        date=Period.parse(data["date"]) if data["date"] else None,
        date_basis=DateBasis(data["date_basis"]) if data["date_basis"] else None,
        place=data["place"],
        confidence=data["confidence"],
        evidence=Evidence(
            quote=evidence["quote"],
            start=evidence["start"],
            end=evidence["end"],
            cue=evidence["cue"],
        ),
    )
