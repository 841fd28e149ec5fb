"""Plain text and Markdown as an article: which line is the title, which the date."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from sources.boilerplate import introduces_others
from sources.dates import find_dateline, is_date_only
from sources.text import clean, one_line

MAX_TITLE_LINE: Final = 250
_HEAD_LINES: Final = 6
_WRAPPED: Final = 100
"""A file without a longer line was wrapped by its writer: line ends are spaces there."""

_FULL: Final = 0.6
"""Share of the longest line from which on a line was broken only because it was full."""

_RELATED_FROM: Final = 0.4
"""The heading of a related block is believed after this share of the text, not before."""

_MARKS: Final = (
    (re.compile(r"!\[[^\]]{0,500}\]\([^)\s]{0,2000}[^)]{0,200}\)"), ""),
    (re.compile(r"\[([^\]]{1,500})\]\([^)\s]{0,2000}[^)]{0,200}\)"), r"\1"),
    (re.compile(r"^\s{0,3}#{1,6}\s+", re.MULTILINE), ""),
    (re.compile(r"^\s*[*•·]\s+", re.MULTILINE), "- "),
    (re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1"), r"\2"),
)


def read_plain(
    text: str, *, zone: str, now: datetime, titled: bool = False
) -> tuple[str, str, datetime | None]:
    """(title, body, date) of a text; ``titled``: the title is known, no line is one.

    The first line is the title when it is short and more follows; a line near the top that says
    little but a date is the date. Both are left out of the body, and so is a related block.
    """
    text = clean(text)
    for pattern, plain in _MARKS:
        text = pattern.sub(plain, text)
    paragraphs = _paragraphs(text)
    published, title = None, ""
    for index, line in enumerate(paragraphs[:_HEAD_LINES]):
        published = find_dateline(line, zone=zone, now=now)
        if published is not None:
            if is_date_only(line, zone=zone, now=now):
                del paragraphs[index]
            break
    if not titled and len(paragraphs) > 1 and len(paragraphs[0]) <= MAX_TITLE_LINE:
        title = paragraphs.pop(0)
    return title, "\n\n".join(_without_related(paragraphs)), published


def _paragraphs(text: str) -> list[str]:
    """Lines; but where the writer wrapped them, a full line runs on into the next."""
    raw = [line.rstrip() for line in text.split("\n")]
    longest = max(map(len, raw), default=0)
    if longest > _WRAPPED:
        return [line for line in map(one_line, raw) if line]
    found: list[str] = []
    full = False
    for line in raw:
        if full and line.strip() and not line.lstrip().startswith("- "):
            found[-1] += f" {line}"
        elif line.strip():
            found.append(line)
        full = len(line) >= _FULL * longest and bool(line.strip())
    return [one_line(paragraph) for paragraph in found]


def _without_related(paragraphs: list[str]) -> list[str]:
    """Up to the heading of a related block, when that stands late enough."""
    total = sum(map(len, paragraphs))
    passed = 0
    for index, line in enumerate(paragraphs):
        if introduces_others(line) and passed >= _RELATED_FROM * total:
            return paragraphs[:index]
        passed += len(line)
    return paragraphs
