from __future__ import annotations

from pathlib import Path

import pytest

from worker.commands.options import config_directory, database_path


def test_what_is_given_is_used(tmp_path: Path) -> None:
    assert config_directory(tmp_path / "mine") == tmp_path / "mine"
    assert database_path(tmp_path / "a.db", tmp_path) == tmp_path / "a.db"


def test_the_database_stands_beside_the_configuration(tmp_path: Path) -> None:
    assert database_path(None, tmp_path / "config") == tmp_path / "var" / "pactwatch.db"


def test_the_database_of_a_users_own_configuration_is_among_the_users_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "etc"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("PACTWATCH_CONFIG", raising=False)
    own = tmp_path / "etc" / "pactwatch"
    own.mkdir(parents=True)
    (own / "sources.yaml").touch()
    assert config_directory(None) == own
    assert database_path(None, own) == tmp_path / "data" / "pactwatch" / "pactwatch.db"
