"""Finding the directory, and writing the files to start from."""

from __future__ import annotations

from pathlib import Path

import configs
import pytest
from checkout import ROOT

from pacts.errors import ConfigError, UsageError
from worker.adding.init import starter_texts, write_starter
from worker.config import find_directory, load


def test_a_directory_that_is_named_is_taken_as_it_is(tmp_path: Path) -> None:
    explicit = tmp_path / "nowhere"
    environ = {"PACTWATCH_CONFIG": "elsewhere"}
    assert find_directory(explicit, tmp_path, environ) == explicit
    assert find_directory(None, tmp_path, environ) == Path("elsewhere")


def test_the_local_directory_comes_before_the_users_own(tmp_path: Path) -> None:
    own = tmp_path / "home" / "pactwatch"
    environ = {"XDG_CONFIG_HOME": str(tmp_path / "home")}
    assert find_directory(None, tmp_path, environ) == tmp_path / "config"
    own.mkdir(parents=True)
    (own / "sources.yaml").touch()
    (tmp_path / "config").mkdir()
    assert find_directory(None, tmp_path, environ) == own, "an empty ./config is somebody else's"
    configs.write_config(tmp_path)
    assert find_directory(None, tmp_path, environ) == tmp_path / "config"


def test_what_init_writes_can_be_loaded_and_is_private_where_secrets_go(tmp_path: Path) -> None:
    made = write_starter(tmp_path / "config")
    assert all(starter.written for starter in made)
    names = {str(starter.path.relative_to(tmp_path)) for starter in made}
    assert names == {
        ".env",
        "config/sources.yaml",
        "config/keywords.yaml",
        "config/channels.yaml",
        "config/schema/sources.json",
        "config/schema/keywords.json",
        "config/schema/channels.json",
    }
    assert (tmp_path / ".env").stat().st_mode & 0o777 == 0o600
    config = load(tmp_path / "config", environ={})
    assert len(config.sources) >= 30
    assert config.warnings == ()


def test_init_overwrites_nothing_and_says_what_was_there(tmp_path: Path) -> None:
    directory = configs.write_config(tmp_path, sources=None, env="A=1\n")
    made = {starter.path.name: starter.written for starter in write_starter(directory)}
    assert made["sources.yaml"]
    assert not (made["keywords.yaml"])
    assert not (made["channels.yaml"])
    assert not (made[".env"])
    assert (directory / "keywords.yaml").read_text("utf-8") == configs.KEYWORDS
    assert (tmp_path / ".env").read_text("utf-8") == "A=1\n"
    assert not any(starter.written for starter in write_starter(directory))


def test_a_directory_of_another_name_holds_its_own_secrets(tmp_path: Path) -> None:
    write_starter(tmp_path / "pactwatch")
    assert (tmp_path / "pactwatch" / ".env").is_file()
    assert not (tmp_path / ".env").exists()


def test_init_keeps_a_dotenv_that_points_elsewhere(tmp_path: Path) -> None:
    (tmp_path / ".env").symlink_to(tmp_path / "gone")
    made = {starter.path.name: starter.written for starter in write_starter(tmp_path / "config")}
    assert not made[".env"]
    assert not (tmp_path / "gone").exists()


def test_init_says_why_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file", "utf-8")
    with pytest.raises(UsageError, match="cannot be written"):
        write_starter(tmp_path / "config")


def test_the_starter_is_the_shipped_configuration() -> None:
    texts = starter_texts()
    assert texts["config/sources.yaml"] == (ROOT / "config" / "sources.yaml").read_text("utf-8")
    assert texts[".env"] == (ROOT / ".env.example").read_text("utf-8")


def test_a_missing_directory_is_one_problem(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "gone", environ={})
    (problem,) = caught.value.problems
    assert problem.message == "this directory is missing: `pactwatch init` makes it"
