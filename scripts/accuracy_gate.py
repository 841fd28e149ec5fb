"""The accuracy gate: extraction may get better on labelled documents, and not worse unnoticed.

    python scripts/accuracy_gate.py LABELS_FOLDER                     compare
    python scripts/accuracy_gate.py LABELS_FOLDER --raise             take in what got better
    python scripts/accuracy_gate.py LABELS_FOLDER --raise --allow-regression "reason"

Floors live in ``tests/accuracy/floors.json`` with the hash of the labels that they hold for.
"""

from __future__ import annotations

import hashlib
import json
import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).parent.parent / "tests" / "accuracy" / "floors.json"
Measured = Mapping[str, float]


def fingerprint(path: Path) -> str:
    """SHA-256 of a file of labels, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def measure(path: Path) -> dict[str, float]:
    """Every gated figure of one file of labels, rounded down to three places."""
    from worker.measuring.evaluate import run

    scores = run(path, misses=False)
    figures = {
        "alert precision": scores.alert.precision,
        "alert recall": scores.alert.recall,
        "event precision": scores.events.precision,
        "event recall": scores.events.recall,
        "event f1": scores.events.f1,
        **{f"{name} right": rate.share for name, rate in scores.fields.items()},
    }
    return {name: int(figure * 1000) / 1000 for name, figure in figures.items()}


def failures(name: str, floor: Mapping[str, Any], sha256: str, measured: Measured) -> list[str]:
    """What is wrong with one file: other labels than the floors are for, or a lower figure."""
    if floor["sha256"] != sha256:
        return [f"{name}: the labels are not those that the floors were set on"]
    return [
        f"{name}: {figure} is {measured.get(figure, 0.0)}, its floor is {least}"
        for figure, least in floor["floors"].items()
        if measured.get(figure, 0.0) < least
    ]


def raised(
    floor: Mapping[str, Any] | None, sha256: str, measured: Measured, reason: str | None
) -> dict[str, Any]:
    """The floors after a measurement: never lower, unless there is a reason, which is kept.

    Raises ValueError when a floor would fall, or the labels changed, without a reason.
    """
    if floor is None:
        return {"sha256": sha256, "floors": dict(measured), "lowered": []}
    lower = {
        figure: (least, measured.get(figure, 0.0))
        for figure, least in floor["floors"].items()
        if measured.get(figure, 0.0) < least
    }
    changed = floor["sha256"] != sha256
    if (lower or changed) and not reason:
        what = "the labels changed" if changed else ", ".join(sorted(lower))
        raise ValueError(f"lower than before or not comparable: {what}")
    lowered = list(floor["lowered"])
    if lower or changed:
        lowered.append({"reason": reason, "from": {k: v[0] for k, v in sorted(lower.items())}})
    return {"sha256": sha256, "floors": dict(measured), "lowered": lowered}


def main() -> int:
    parser = ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--raise", action="store_true", dest="take")
    parser.add_argument("--allow-regression", metavar="REASON")
    chosen = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    wrong: list[str] = []
    for name in sorted(floors):
        path = chosen.folder / name
        sha256, measured = fingerprint(path), measure(path)
        print(name, json.dumps(measured))
        if chosen.take:
            known = floors[name] or None
            floors[name] = raised(known, sha256, measured, chosen.allow_regression)
        else:
            wrong += failures(name, floors[name], sha256, measured)
    if chosen.take:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
