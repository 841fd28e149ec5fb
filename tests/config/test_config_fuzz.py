"""Whatever stands in the files, loading gives a configuration or problems, and nothing else."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import configs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from pacts.errors import ConfigError
from worker.config import Config, load
from worker.config.models import ChannelEntry, SettingsEntry, SourceEntry, WatchEntry

MODELS = (SourceEntry, SettingsEntry, WatchEntry, ChannelEntry)
KEYS = sorted(
    {name for model in MODELS for name in model.model_fields}
    | {"sources", "defaults", "settings", "watches", "channels", "console", "except"}
    | {"any", "all", "none", "near", "words", "within", "item", "match", "ignore", "a"}
)
ADDRESSES = ("https://a.org/", "http://localhost/", "json://a", "${A}", "${B}")
NAMES = ("", "a", "a*", "feed", "listing", "folder", "high", "15m", "VN", "console", "UTC", "en")
WORDS = st.sampled_from([*ADDRESSES, *NAMES, "partnership", "22:00-06:00 UTC"])
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-1, 99), st.floats(0, 1), WORDS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)
ENTRIES = st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6), max_size=3)
QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


def as_yaml(data: Any) -> str:
    stream = io.StringIO()
    YAML(typ="safe", pure=True).dump(data, stream)
    return stream.getvalue()


def judged(base: Path, **files: str) -> Config | ConfigError:
    directory = configs.write_config(base, **files)
    try:
        return load(directory, environ={"A": "json://a"})
    except ConfigError as error:
        return error


def sound(found: Config | ConfigError) -> None:
    problems = found.warnings if isinstance(found, Config) else found.problems
    assert problems or isinstance(found, Config)
    assert list(problems) == sorted(problems, key=lambda p: (p.file, p.line, p.column))
    assert len(set(problems)) == len(problems)
    assert all(problem.line > 0 and problem.column > 0 for problem in problems)
    assert all(problem.message == problem.message.strip() for problem in problems)


@QUIET
@given(ENTRIES, ENTRIES, VALUES)
def test_any_tree_of_known_keys_gives_a_configuration_or_problems(
    tmp_path: Path, sources: Any, watches: Any, channels: Any
) -> None:
    files = {
        "sources": as_yaml({"sources": sources}),
        "keywords": as_yaml({"watches": watches}),
        "channels": as_yaml({"channels": channels}),
    }
    sound(judged(tmp_path, **files))


@QUIET
@given(VALUES, st.sampled_from(["sources", "keywords", "channels"]))
def test_any_other_file_gives_problems(tmp_path: Path, data: Any, name: str) -> None:
    sound(judged(tmp_path, **{name: as_yaml(data)}))


@QUIET
@given(st.text(max_size=60), st.sampled_from(["sources", "keywords", "channels", "env"]))
def test_any_text_gives_problems(tmp_path: Path, text: str, name: str) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    sound(judged(tmp_path, **{name: text}))


@QUIET
@given(st.data())
def test_a_sound_file_with_a_piece_cut_out_or_put_in_gives_a_configuration_or_problems(
    tmp_path: Path, data: st.DataObject
) -> None:
    text = configs.watch(
        "name: a\nnotify: [console]\nevents: [partnership]\nparties: {any: [VN]}\n"
        "keywords: {any: [gas], near: {words: [a, b], within: 4}}\nexamples: {match: [gas]}"
    )
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 8)))
    piece = data.draw(st.sampled_from(["", "\t", ": ", "- ", "[", "}", "'", "*", "&a ", "\n", "#"]))
    sound(judged(tmp_path, keywords=text[:start] + piece + text[end:]))
