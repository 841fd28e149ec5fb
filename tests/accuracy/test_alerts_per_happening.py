"""Labelled articles of several outlets, through extraction, merging and deciding, in many orders.

The floors are what was reached on the labels that developers see; they may rise, not fall.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from alert_tally import CONCLUDED, Reading, Tally, arrive, reading
from gold_events import GOLD

from extraction import extract
from pacts.terms import Kind, Scope, Status
from worker.measuring.gold import read_gold
from worker.measuring.scoring import match

FILE = GOLD / "stories-dev.jsonl"
if not FILE.is_file():
    pytest.skip("the gold files are not beside this checkout", allow_module_level=True)

MOST_PER_HAPPENING, MOST_LOST, MOST_FALSE, MOST_MERGED = 1.0, 3, 2, 2
ORDERS = 12


@cache
def told() -> tuple[tuple[Reading, ...], frozenset[str]]:
    """Every article as it is read, and the happenings that must be told."""
    raw = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    readings: list[Reading] = []
    due: set[str] = set()
    for document, written in zip(read_gold(FILE), raw, strict=True):
        article = replace(document.article, source=written["outlet"])
        clusters = [event.get("cluster") or "" for event in written["events"]]
        events = extract(article)
        found = match(document, events)
        cluster_of = {id(e): name for e, name in zip(document.events, clusters, strict=True)}
        labels = {e: cluster_of[id(gold)] for gold, e in (*found.right, *found.other_status)}
        lenient = document.alert == "either"
        readings.append(replace(reading(article, events, labels), lenient=lenient))
        due |= {
            name
            for event, name in zip(document.events, clusters, strict=True)
            if event.status is Status.CONCLUDED
            and event.kind is not Kind.STATEMENT
            and event.scope is Scope.STATE
        }
    return tuple(readings), frozenset(due - {""})


def in_order(number: int) -> Tally:
    """By day of publication, the other way round, then at random."""
    readings = sorted(told()[0], key=lambda one: str(one.article.published), reverse=number == 1)
    if number > 1:
        Random(number).shuffle(readings)
    return arrive(readings, CONCLUDED)


@pytest.mark.parametrize("number", range(ORDERS))
def test_a_happening_gives_one_alert_in_every_order(number: int) -> None:
    due, tally = told()[1], in_order(number)
    alerts = sum(tally.concluded[name] for name in due)
    lost = sorted(name for name in due if not tally.concluded[name])
    print(f"{alerts} alerts for {len(due)} happenings, lost {lost}, false {tally.false}")
    assert alerts / len(due) <= MOST_PER_HAPPENING
    assert len(lost) <= MOST_LOST
    assert len(tally.false) <= MOST_FALSE
    assert len(set(tally.merged)) <= MOST_MERGED
