"""One check names every problem of all files, each at its line and column."""

from __future__ import annotations

from pathlib import Path

import configs
import pytest

from pacts.errors import ConfigError
from worker.check import check
from worker.config import load

SOURCES = """\
defaults: {every: 15m, language: en}
sources:
  - name: vietnamplus
    url: https://en.vietnamplus.vn/rss/politics.rss
    evry: 30m
  - name: vgp
    url: htps://en.baochinhphu.vn/rss
    max_items: many
  - name: vietnamplus
    url: https://vietnamnews.vn/rss
"""
KEYWORDS = """\
watches:
  - name: upgrades
    events: [partnership]
    notify: [dsk]
"""
CHANNELS = """\
channels:
  console: {}
  desk:
    url: "${DESK_URL}"
"""
WRONG_KEY = 'config/sources.yaml:5:5: "evry" is not a key here; did you mean "every"?'
BAD_URL = (
    "config/sources.yaml:7:10: url is not a web address: it must begin with https:// or http://"
)
WRONG_TYPE = 'config/sources.yaml:8:16: max_items "many" must be a whole number, not text'
DUPLICATE = 'config/sources.yaml:9:11: the name "vietnamplus" is on line 3 already: choose another'
UNKNOWN_CHANNEL = (
    'config/keywords.yaml:4:14: channel "dsk" is not in channels.yaml; did you mean "desk"?'
)
MISSING_VARIABLE = (
    "config/channels.yaml:4:10: the variable DESK_URL is not set: "
    "put DESK_URL=... into .env, or set DESK_URL or DESK_URL_FILE"
)
ALL = [MISSING_VARIABLE, UNKNOWN_CHANNEL, WRONG_KEY, BAD_URL, WRONG_TYPE, DUPLICATE]


def test_one_check_reports_all_six_problems_of_three_files_in_order(tmp_path: Path) -> None:
    directory = configs.write_config(
        tmp_path, sources=SOURCES, keywords=KEYWORDS, channels=CHANNELS
    )
    report = check(directory, environ={})
    assert report.exit_status == 2
    said = [line.replace(f"{tmp_path}/", "") for line in report.lines()]
    assert said == [*ALL, "6 problems: nothing was changed or started"]


def test_loading_raises_the_same_six(tmp_path: Path) -> None:
    directory = configs.write_config(
        tmp_path, sources=SOURCES, keywords=KEYWORDS, channels=CHANNELS
    )
    with pytest.raises(ConfigError) as caught:
        load(directory, environ={})
    assert str(caught.value).replace(f"{tmp_path}/", "").splitlines() == ALL
    assert len(caught.value.problems) == 6


def test_a_file_that_cannot_be_read_hides_nothing_of_the_others(tmp_path: Path) -> None:
    found = configs.problems(
        tmp_path, sources=SOURCES, keywords=KEYWORDS, channels="channels:\n\tdesk: {}\n"
    )
    assert found == [
        "channels.yaml:2:1: a tab stands here: indent with spaces only",
        *(line.removeprefix("config/") for line in ALL[2:]),
    ]


def test_the_report_of_a_sound_configuration_counts_what_is_in_it(tmp_path: Path) -> None:
    report = check(configs.write_config(tmp_path), environ={})
    assert (report.exit_status, report.problems) == (0, ())
    assert report.lines() == ("1 source, 1 watch, 1 channel: no problems",)
    assert report.to_json() == {"ok": True, "problems": [], "warnings": []}


def test_warnings_are_told_apart_and_do_not_fail_the_check(tmp_path: Path) -> None:
    channels = 'channels:\n  console: {}\n  spare: {url: "json://localhost/"}\n'
    report = check(configs.write_config(tmp_path, channels=channels), environ={})
    assert report.exit_status == 0
    assert [line.replace(f"{tmp_path}/", "") for line in report.lines()] == [
        "config/channels.yaml:3:3: warning: no watch sends anything to this channel",
        "1 source, 1 watch, 2 channels: no problems, 1 warning",
    ]
    assert report.to_json()["warnings"][0]["line"] == 3
