"""Learn how far to believe an event from documents whose events people have labelled.

    python scripts/train_confidence.py LABELS.jsonl ...            try: cross-validated figures
    python scripts/train_confidence.py LABELS.jsonl ... --write    and ship what was learned

Each line is a gold document (``pactwatch evaluate`` reads the same), or a document with
``verdicts``: events that were found in it, each said to be right or wrong. The model is logistic
over the features of ``extraction/confidence.py``, with an L2 penalty; folds never share a
document. What is shipped are weights: no text, and no word of a text.
"""

from __future__ import annotations

import json
import math
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from extraction.cascade import Finding, findings
from extraction.confidence import Model, features
from pacts.terms import Status
from worker.measuring.gold import GoldDocument, read_gold
from worker.measuring.scoring import is_same_event, status_class

MODEL = Path(__file__).parent.parent / "extraction" / "data" / "confidence.json"
FOLDS = 5
PENALTY = 20.0
"""L2; of 0.5 to 40 tried with cross-validation the one with the least loss (2026-11)."""
ROUNDS = 80
RAREST = 3
"""Features that fewer examples have are left out: they would only learn those by heart."""


@dataclass(frozen=True)
class Example:
    document: str
    features: tuple[str, ...]
    right: bool


def examples(path: Path) -> Iterator[Example]:
    """Every event that the rules find in labelled documents, history left out: labels of it are
    known to be incomplete."""
    for document in read_gold(path):
        for finding in findings(document.article):
            yield from _of_finding(document, finding)


def _of_finding(document: GoldDocument, finding: Finding) -> Iterator[Example]:
    for event in (*finding.events, *finding.unsure):
        if event.status is Status.HISTORICAL or status_class(event.status) in document.forgiven:
            continue
        assert finding.cast is not None
        right = any(
            is_same_event(gold, event) and status_class(gold.status) is status_class(event.status)
            for gold in document.events
        )
        seen = features(
            finding.frame, finding.verdict, finding.cast, event.parties, finding.context
        )
        yield Example(document.id, seen, right)


def train(data: Sequence[Example], penalty: float = PENALTY) -> Model:
    """Minimise the penalised log-loss with resilient steps (Rprop): deterministic, no library."""
    seen: dict[str, int] = defaultdict(int)
    for example in data:
        for name in example.features:
            seen[name] += 1
    names = sorted(name for name, count in seen.items() if count >= RAREST)
    place = {name: index for index, name in enumerate(names, start=1)}
    rows = [
        ([0, *(place[n] for n in example.features if n in place)], float(example.right))
        for example in data
    ]
    weights = [0.0] * (len(names) + 1)
    steps, before = [0.1] * len(weights), [0.0] * len(weights)
    for _ in range(ROUNDS):
        slope = [penalty * weight for weight in weights]
        slope[0] = 0.0
        for on, right in rows:
            error = 1 / (1 + math.exp(-sum(weights[i] for i in on))) - right
            for index in on:
                slope[index] += error
        for index, now in enumerate(slope):
            turn = now * before[index]
            if turn > 0:
                steps[index] = min(steps[index] * 1.2, 1.0)
            elif turn < 0:
                steps[index] = max(steps[index] * 0.5, 1e-6)
            weights[index] -= math.copysign(steps[index], now) if now else 0.0
            before[index] = now
    return Model(weights[0], {name: weights[place[name]] for name in names})


def cross_validated(data: Sequence[Example], penalty: float = PENALTY) -> list[tuple[float, bool]]:
    """Each example as a model judges it that was learned from other documents."""
    judged = []
    for fold in range(FOLDS):
        kept = [e for e in data if crc32(e.document.encode()) % FOLDS != fold]
        model = train(kept, penalty)
        judged += [
            (model.probability(e.features), e.right)
            for e in data
            if crc32(e.document.encode()) % FOLDS == fold
        ]
    return judged


def report(judged: Sequence[tuple[float, bool]]) -> str:
    loss = -sum(math.log(p if right else 1 - p) for p, right in judged) / len(judged)
    base = sum(right for _, right in judged) / len(judged)
    flat = -(base * math.log(base) + (1 - base) * math.log(1 - base))
    lines = [f"{len(judged)} events, {base:.3f} right; log-loss {loss:.3f} (constant {flat:.3f})"]
    for tenth in range(10):
        inside = [right for p, right in judged if min(int(p * 10), 9) == tenth]
        if inside:
            share = sum(inside) / len(inside)
            lines.append(f"  {tenth / 10:.1f}-{tenth / 10 + 0.1:.1f}  {share:.3f}  {len(inside)}")
    return "\n".join(lines)


def write(model: Model, sources: Mapping[str, int]) -> None:
    weights = {n: round(w, 3) for n, w in sorted(model.weights.items()) if abs(w) >= 0.005}
    data = {"examples": dict(sources), "bias": round(model.bias, 3), "weights": weights}
    MODEL.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--penalty", type=float, default=PENALTY)
    parser.add_argument("--write", action="store_true", help="ship what was learned")
    options = parser.parse_args()
    read = {path.name: list(examples(path)) for path in options.labels}
    data = [example for part in read.values() for example in part]
    print(report(cross_validated(data, options.penalty)))
    if options.write:
        write(train(data, options.penalty), {name: len(part) for name, part in read.items()})


if __name__ == "__main__":
    main()
