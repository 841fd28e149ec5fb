"""The HTML of a mail in a real browser, as narrow as a telephone and as wide as a tablet."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import escape
from pathlib import Path

import pytest
import samples

from notifiers.render import render
from pacts.model import Message
from worker.delivery.specimens import specimens

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WIDTHS = (360, 700)
OFFLINE = "--disable-background-networking --disable-component-update --disable-sync --no-first-run"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


def measured(messages: dict[str, Message], folder: Path) -> dict[tuple[str, int], tuple[int, int]]:
    """Width and height of what each message takes, by its name and the width that it is given."""
    frames = "".join(
        f'<iframe id="{name}-{width}" style="width:{width}px;height:400px;border:0" '
        f'srcdoc="{escape(message.html)}"></iframe>'
        for name, message in messages.items()
        for width in WIDTHS
    )
    script = (
        "onload=()=>{document.body.innerHTML=[...document.querySelectorAll('iframe')].map(f=>{"
        "const e=f.contentDocument.documentElement;"
        "return f.id+'='+e.scrollWidth+'x'+e.scrollHeight}).join(' ')}"
    )
    page = folder / "page.html"
    page.write_text(f"<!DOCTYPE html><body>{frames}<script>{script}</script>", encoding="utf-8")
    done = subprocess.run(
        [
            str(CHROMIUM),
            *("--headless", "--no-sandbox", "--disable-gpu", *OFFLINE.split()),
            f"--user-data-dir={folder / 'profile'}",
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found = re.findall(r"(\w+)-(\d+)=(\d+)x(\d+)", done.stdout)
    return {(name, int(width)): (int(wide), int(high)) for name, width, wide, high in found}


def test_no_message_is_wider_than_the_screen(tmp_path: Path) -> None:
    messages = {name: render(alerts) for name, alerts in specimens().items()}
    endless = "endless" * 60
    told = samples.story(place=endless, sources=(endless, "b"), document=endless)
    messages["endless"] = render(
        [samples.alert(told, headline=endless, detail=endless, watches=(endless,))]
    )
    sizes = measured(messages, tmp_path)
    assert len(sizes) == len(messages) * len(WIDTHS)
    for (name, width), (wide, high) in sizes.items():
        # Wider pages would make the reader move it sideways.
        assert wide <= width, name
        assert high > 100, name
