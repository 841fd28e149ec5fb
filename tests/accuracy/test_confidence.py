"""What confidence is learned from, and what it promises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import train_confidence as learning
from reading import article

from extraction import extract
from extraction.confidence import shipped
from pacts.terms import Status
from worker.measuring.gold import read_gold
from worker.measuring.scoring import DECILES, is_same_event, status_class

GOLD = Path(__file__).parents[3] / "shared" / "gold"
TEXTS = {
    "Kenya and Fiji signed a tax treaty on Thursday.": True,
    "Kenya and Oman will sign a border treaty in May.": True,
    "Kenya and Oman have reached a deal.": False,
    "A deal between Chad and Oman is under negotiation.": False,
}


def labelled(folder: Path, copies: int = 6) -> Path:
    """Documents whose events are all right, or all wrong, by their text."""
    path = folder / "labels.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(copies):
            for text, right in TEXTS.items():
                found = extract(article(text))
                events = [
                    {"kind": e.kind, "act": e.act, "status": e.status, "parties": e.parties,
                     "date": None}
                    for e in found if right
                ]  # fmt: skip
                line = {"id": f"{number} {text}", "text": text, "published": "2031-03-14",
                        "lang": "en", "alert": "either", "events": events}  # fmt: skip
                file.write(json.dumps(line) + "\n")
    return path


def test_what_was_right_is_believed_more_than_what_was_wrong(tmp_path: Path) -> None:
    data = list(learning.examples(labelled(tmp_path)))
    model = learning.train(data, penalty=1.0)
    right = [model.probability(e.features) for e in data if e.right]
    wrong = [model.probability(e.features) for e in data if not e.right]
    assert right
    assert wrong
    assert min(right) > 0.5 > max(wrong)


def test_learning_the_same_twice_gives_the_same_weights(tmp_path: Path) -> None:
    data = list(learning.examples(labelled(tmp_path)))
    assert learning.train(data) == learning.train(data)


def test_no_fold_judges_a_document_that_it_learned_from(tmp_path: Path) -> None:
    data = list(learning.examples(labelled(tmp_path, copies=2)))
    assert len(learning.cross_validated(data, penalty=1.0)) == len(data)


def test_the_model_that_ships_is_small() -> None:
    assert 0 < len(shipped().weights) < 2000
    assert learning.MODEL.stat().st_size < 100_000


@pytest.mark.skipif(not GOLD.exists(), reason="the labelled documents are not beside the project")
@pytest.mark.parametrize("name", ["dev.jsonl", "stories-dev.jsonl"])
def test_of_events_told_with_nine_tenths_of_confidence_nine_in_ten_are_right(name: str) -> None:
    right = every = 0
    for document in read_gold(GOLD / name):
        for event in extract(document.article):
            if event.confidence < (DECILES - 1) / DECILES or event.status is Status.HISTORICAL:
                continue
            every += 1
            right += any(
                is_same_event(gold, event)
                and status_class(gold.status) is status_class(event.status)
                for gold in document.events
            )
    assert right >= 0.9 * every
