"""Extraction on labelled documents is as right as it was, and the gate that says so works."""

from __future__ import annotations

import json

import accuracy_gate as gate
import pytest
from checkout import ROOT

LABELS = ROOT.parent / "shared" / "gold"
FLOORS = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
BEFORE = {"sha256": "a", "floors": {"alert precision": 0.9, "event f1": 0.8}, "lowered": []}


@pytest.mark.skipif(not LABELS.is_dir(), reason="the labelled documents are not part of a checkout")
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_is_below_its_floor(name: str) -> None:
    path = LABELS / name
    measured = gate.measure(path)
    assert gate.failures(name, FLOORS[name], gate.fingerprint(path), measured) == []


def test_a_lower_figure_fails_the_gate() -> None:
    found = gate.failures("x", BEFORE, "a", {"alert precision": 0.89, "event f1": 0.8})
    assert found == ["x: alert precision is 0.89, its floor is 0.9"]


def test_a_figure_that_is_no_longer_measured_fails_the_gate() -> None:
    assert gate.failures("x", BEFORE, "a", {"alert precision": 0.95}) != []


def test_other_labels_fail_the_gate_whatever_the_figures() -> None:
    assert gate.failures("x", BEFORE, "b", {"alert precision": 1.0, "event f1": 1.0}) != []


def test_better_figures_raise_the_floors() -> None:
    after = gate.raised(BEFORE, "a", {"alert precision": 0.95, "event f1": 0.8}, None)
    assert after["floors"]["alert precision"] == 0.95
    assert after["lowered"] == []


def test_floors_do_not_fall_without_a_reason() -> None:
    with pytest.raises(ValueError, match="alert precision"):
        gate.raised(BEFORE, "a", {"alert precision": 0.5, "event f1": 0.9}, None)


def test_changed_labels_need_a_reason() -> None:
    with pytest.raises(ValueError, match="labels changed"):
        gate.raised(BEFORE, "b", {"alert precision": 1.0, "event f1": 1.0}, None)


def test_a_reason_for_lower_floors_is_kept() -> None:
    after = gate.raised(BEFORE, "a", {"alert precision": 0.5, "event f1": 0.9}, "labels were wrong")
    assert after["floors"]["alert precision"] == 0.5
    assert after["lowered"] == [{"reason": "labels were wrong", "from": {"alert precision": 0.9}}]


def test_a_first_measurement_sets_the_floors() -> None:
    assert gate.raised(None, "a", {"event f1": 0.5}, None)["floors"] == {"event f1": 0.5}
