from __future__ import annotations

import os
from pathlib import Path

import pytest

from pacts.errors import AlreadyRunningError, StoreError
from worker.life.lock import Lock


def test_a_second_holder_is_refused_and_told_who_has_it(tmp_path: Path) -> None:
    database = tmp_path / "deep" / "pactwatch.db"
    with Lock(database), pytest.raises(AlreadyRunningError) as refused, Lock(database):
        pass
    assert str(os.getpid()) in str(refused.value)
    assert str(database) in str(refused.value)


def test_a_lock_that_was_let_go_can_be_taken_again(tmp_path: Path) -> None:
    with Lock(tmp_path / "a.db"):
        pass
    with Lock(tmp_path / "a.db"):
        pass


def test_two_databases_have_two_locks(tmp_path: Path) -> None:
    with Lock(tmp_path / "a.db"), Lock(tmp_path / "b.db"):
        pass


def test_a_place_where_nothing_can_be_made_is_refused_in_a_sentence() -> None:
    with pytest.raises(StoreError, match="the place cannot be used"), Lock(Path("/proc/x/a.db")):
        pass
