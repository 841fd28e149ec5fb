"""How good extraction is: its events against labels, told to people.

:mod:`worker.measuring.gold` reads labels, :mod:`worker.measuring.scoring` counts; here it is run
and shown.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pacts.model import Event
from pacts.terms import Status
from worker.measuring.gold import GoldDocument, GoldEvent, read_gold
from worker.measuring.scoring import (
    DECILES,
    Answers,
    Miss,
    Rate,
    Scores,
    Tally,
    alert_tally,
    match,
    score,
)

__all__ = [
    "GoldDocument",
    "GoldEvent",
    "Miss",
    "Rate",
    "Scores",
    "Tally",
    "answer",
    "find_misses",
    "main",
    "read_gold",
    "render",
    "run",
    "score",
    "to_json",
]


# --- telling -------------------------------------------------------------------------------


def find_misses(documents: Iterable[GoldDocument], answers: Answers) -> tuple[Miss, ...]:
    """Every disagreement, document by document, with the words that it is about."""
    found: list[Miss] = []
    for document in documents:
        answer = answers.get(document.id, ())
        found += _alert_misses(document, answer, alert_tally(document, answers))
        matched = match(document, answer)
        confused = [event for _, event in matched.other_status]
        known = [gold for gold, _ in matched.other_status]
        found += [
            Miss(
                document.id,
                "wrong status",
                f"{_told(event)}, labelled {gold.status}",
                event.evidence.quote,
            )
            for gold, event in matched.other_status
        ]
        found += [
            Miss(document.id, "false event", _told(event), event.evidence.quote)
            for event in matched.false
            if event not in confused
        ]
        found += [
            Miss(document.id, "missed event", _told(gold), gold.quote or gold.what)
            for gold in matched.missed
            if gold not in known and gold.status is not Status.HISTORICAL
        ]
    return tuple(found)


def _alert_misses(document: GoldDocument, answer: Sequence[Event], tally: Tally) -> list[Miss]:
    if tally.missed:
        return [Miss(document.id, "missed alert", document.title)]
    if tally.false:
        quote = next(event.evidence.quote for event in answer if event.alerts)
        return [Miss(document.id, "false alert", document.title, quote)]
    return []


def _told(event: GoldEvent | Event) -> str:
    what = event.what if isinstance(event, GoldEvent) else event.level or event.document or ""
    parties = " ".join(sorted(event.parties))
    return f"{event.status} {event.kind}.{event.act} [{parties}] {event.date or 'no date'} {what}"


def render(scores: Scores) -> str:
    """The scores as a table for people, misses last."""
    lines = [
        f"{scores.documents} documents",
        f"{'':26}{'right':>7}{'false':>7}{'missed':>8}{'precision':>11}{'recall':>8}{'F1':>7}",
        _line("alert", scores.alert),
        _line("events", scores.events),
        _line("statements", scores.statements),
    ]
    for title, group in (
        ("kind", scores.by_kind),
        ("status", scores.by_status),
        ("language", scores.by_language),
        ("alert, language", scores.alert_by_language),
    ):
        lines += [_line(f"{title} {name}", tally) for name, tally in group.items()]
    lines += ["", "fields of matched events"]
    lines += [
        f"  {name:24}{rate.share:7.3f}  ({rate.right} of {rate.of})"
        for name, rate in scores.fields.items()
    ]
    lines += ["", "confidence   right"]
    lines += [
        f"  {place / DECILES:.1f}-{(place + 1) / DECILES:.1f}    {rate.share:6.3f}"
        f"  ({rate.right} of {rate.of})"
        for place, rate in enumerate(scores.reliability)
        if rate.of
    ]
    if scores.misses:
        lines += ["", *(str(miss) for miss in scores.misses)]
    return "\n".join(lines) + "\n"


def _line(name: str, tally: Tally) -> str:
    counts = f"{tally.right:7}{tally.false:7}{tally.missed:8}"
    return f"{name:26}{counts}{tally.precision:11.3f}{tally.recall:8.3f}{tally.f1:7.3f}"


def to_json(scores: Scores) -> dict[str, Any]:
    """The scores as one JSON object."""

    def one(tally: Tally) -> dict[str, float]:
        return {
            "right": tally.right,
            "false": tally.false,
            "missed": tally.missed,
            "precision": round(tally.precision, 4),
            "recall": round(tally.recall, 4),
            "f1": round(tally.f1, 4),
        }

    def group(tallies: Mapping[str, Tally]) -> dict[str, dict[str, float]]:
        return {name: one(tally) for name, tally in tallies.items()}

    return {
        "documents": scores.documents,
        "alert": one(scores.alert),
        "events": one(scores.events),
        "statements": one(scores.statements),
        "by_kind": group(scores.by_kind),
        "by_status": group(scores.by_status),
        "by_language": group(scores.by_language),
        "alert_by_language": group(scores.alert_by_language),
        "fields": {
            name: {"right": rate.right, "of": rate.of} for name, rate in scores.fields.items()
        },
        "reliability": [{"right": rate.right, "of": rate.of} for rate in scores.reliability],
        "misses": [str(miss) for miss in scores.misses],
    }


# --- running -------------------------------------------------------------------------------


def answer(documents: Iterable[GoldDocument]) -> dict[str, tuple[Event, ...]]:
    """What extraction finds in each document, by its id."""
    from extraction import extract

    return {document.id: extract(document.article) for document in documents}


def run(path: Path, *, misses: bool) -> Scores:
    """Extract from every document of a gold file and score the result.

    With ``misses`` every disagreement is listed too. Raises UsageError when the file cannot be
    used.
    """
    documents = read_gold(path)
    answers = answer(documents)
    scores = score(documents, answers)
    return replace(scores, misses=find_misses(documents, answers)) if misses else scores


def main(arguments: Sequence[str] | None = None) -> None:
    """``python -m worker.measuring.evaluate GOLD.jsonl [--misses]``."""
    parser = ArgumentParser(prog="python -m worker.measuring.evaluate", description=run.__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--misses", action="store_true", help="list every disagreement")
    chosen = parser.parse_args(arguments)
    sys.stdout.write(render(run(chosen.gold, misses=chosen.misses)))


if __name__ == "__main__":
    main()
