"""The tables, as migrations whose names are for ever: a change is a new migration at the end.

Each is a file of ``storage/steps``. Everything of one migration commits together with the record
that it was applied. Times are ISO 8601 texts in UTC and of one width; days are ISO dates; booleans
are 0 and 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sqlite_utils import Database, Migrations

from storage.steps import (
    s0001_first,
    s0002_marks,
    s0003_health,
    s0004_cost,
    s0005_identity,
    s0006_published_by,
    s0007_asked,
    s0008_cautions,
    s0009_copies,
    s0010_waits,
    s0011_dealings,
    s0012_decisions,
    s0013_watches,
    s0014_hands,
    s0015_language,
    s0016_refused,
    s0017_merges,
)

_STEPS: Final[Mapping[str, Callable[[Database], None]]] = {
    module.NAME: module.step
    for module in (
        s0001_first,
        s0002_marks,
        s0003_health,
        s0004_cost,
        s0005_identity,
        s0006_published_by,
        s0007_asked,
        s0008_cautions,
        s0009_copies,
        s0010_waits,
        s0011_dealings,
        s0012_decisions,
        s0013_watches,
        s0014_hands,
        s0015_language,
        s0016_refused,
        s0017_merges,
    )
}

migrations: Final = Migrations("pactwatch")
for _name, _step in _STEPS.items():
    migrations(name=_name)(_step)


def applied(db: Database) -> frozenset[str]:
    """Names of the migrations that this file went through; none for a file that is not ours."""
    return frozenset(migration.name for migration in migrations.applied(db))


def missing(db: Database) -> frozenset[str]:
    """Migrations of this code that the file still needs."""
    return frozenset(_STEPS) - applied(db)


def newer(db: Database) -> frozenset[str]:
    """Migrations that a newer version applied and this code does not know."""
    return applied(db) - frozenset(_STEPS)
