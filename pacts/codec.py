"""Events as JSON objects and back: one form for every command, file and table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pacts.model import Event, Evidence, Period, Story
from pacts.terms import Act, DateBasis, Kind, Scope, Status


def deed_to_json(told: Event | Story) -> dict[str, Any]:
    """What an event and a story say alike; keys are always all there."""
    return {
        "kind": told.kind.value,
        "act": told.act.value,
        "status": told.status.value,
        "parties": list(told.parties),
        "scope": told.scope.value,
        "level": told.level,
        "level_from": told.level_from,
        "document": told.document,
        "document_kind": told.document_kind,
        "count": told.count,
        "count_approx": told.count_approx,
        "date": str(told.date) if told.date else None,
        "date_basis": told.date_basis.value if told.date_basis else None,
        "place": told.place,
        "confidence": told.confidence,
    }


def deed_from_json(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that :func:`deed_to_json` wrote. Raises KeyError or ValueError otherwise."""
    return {
        "kind": Kind(data["kind"]),
        "act": Act(data["act"]),
        "status": Status(data["status"]),
        "parties": tuple(data["parties"]),
        "scope": Scope(data["scope"]),
        "level": data["level"],
        "level_from": data["level_from"],
        "document": data["document"],
        "document_kind": data["document_kind"],
        "count": data["count"],
        "count_approx": data["count_approx"],
        "date": Period.parse(data["date"]) if data["date"] else None,
        "date_basis": DateBasis(data["date_basis"]) if data["date_basis"] else None,
        "place": data["place"],
        "confidence": data["confidence"],
    }


def event_to_json(event: Event) -> dict[str, Any]:
    """The JSON object of an event; keys are always all there."""
    return {
        **deed_to_json(event),
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
        **deed_from_json(data),
        evidence=Evidence(
            quote=evidence["quote"],
            start=evidence["start"],
            end=evidence["end"],
            cue=evidence["cue"],
        ),
    )
