"""The alert that the README shows is one that Pactwatch sends."""

from __future__ import annotations

import re
import subprocess
import sys

from checkout import ROOT


def plain(text: str) -> str:
    """Without the port, which is another each time."""
    return re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1", text)


def test_the_alert_in_the_readme_is_one_of_the_demonstration() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.partition("## One alert")[2].partition("\n## ")[0]
    (shown,) = re.findall(r"```text\n(.*?)```", section, re.DOTALL)
    played = subprocess.run(
        [sys.executable, "-m", "worker", "demo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert plain(shown) in plain(played.stdout)
