"""Everything that servers do wrong, as a table: ``./run.sh soak -k faults``."""

from __future__ import annotations

from pathlib import Path

from faulthost import FAULTS, Outcome, rows, suffer


def test_faults_as_a_table(tmp_path: Path) -> None:
    outcomes: dict[str, Outcome] = {}
    suffer(FAULTS["nothing at all"], tmp_path / "warm")  # libraries are loaded when first used
    for number, (name, fault) in enumerate(FAULTS.items()):
        outcomes[name] = suffer(fault, tmp_path / str(number))
    print("", *rows(outcomes), sep="\n")
    assert len(outcomes) == len(FAULTS)
