from __future__ import annotations

import json
import subprocess
import sys

from newsroom import ROOT

SAY = """
import logging, structlog
from worker.life.logs import set_up_logs
set_up_logs({style!r}, {level!r})
log = structlog.get_logger("test")
log.debug("hidden")
log.info("polled", source="wire", reason="a b")
logging.getLogger("apscheduler.scheduler").error("it broke")
logging.getLogger("apprise").error("mailto://user:secret@host")
logging.getLogger("urllib3").error("/bot123:secret/send")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("broke")
"""


def said(style: str, level: str = "info") -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", SAY.format(style=style, level=level)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == ""
    assert "secret" not in done.stderr
    return done.stderr.splitlines()


def test_text_logs_are_one_line_of_keys_and_values() -> None:
    first = said("text")[0]
    assert "event=polled" in first
    assert 'reason="a b"' in first


def test_json_logs_hold_everything_in_one_object_a_line() -> None:
    polled, foreign, broke = (json.loads(line) for line in said("json"))
    assert (polled["event"], polled["source"], polled["level"]) == ("polled", "wire", "info")
    assert (foreign["event"], foreign["level"]) == ("it broke", "error")
    assert "ZeroDivisionError" in broke["exception"]


def test_a_file_or_pipe_gets_json_when_nobody_says() -> None:
    assert json.loads(said("auto")[0])["event"] == "polled"


def test_only_what_is_loud_enough_is_logged() -> None:
    assert [json.loads(line)["event"] for line in said("json", "error")] == ["it broke", "broke"]
