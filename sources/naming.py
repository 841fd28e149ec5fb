"""CSS selectors that find an element again tomorrow: by what people named, never by its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from bs4 import Tag

_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z-]*(?:_{1,2}[A-Za-z-]+)*\d?")
"""A name of letters. Numbers in it count posts, columns or builds of a style sheet."""
_MADE: Final = re.compile(
    r"(?:css|sc|jsx|jss|svelte|styled|emotion|chakra|ng|data-v|Mui\w*|elementor|wp|et_pb)(?:[-_]|$)"
)
"""Prefixes of names that tools make up, anew with each build or alike for everything."""
_STATE: Final = re.compile(
    r"active|animated|clear(?:fix)?|container|current|even|fade|first|hidden|hover|last|lazy|"
    r"load(?:ed|ing)|new|odd|open|row|selected|show|visible|collapse|sticky|hentry|wow|rel|abs|"
    r"left|right|center|block|inline|grid|flex|d-flex|relative|absolute",
    re.IGNORECASE,
)
"""What changes from item to item or from day to day, or says only how it looks."""
_UTILITY: Final = re.compile(
    r"(?:col|row|offset|[mp][trblxy]?|w|h|d|g|fw|fs|text|font|bg|border|rounded|shadow|flex|grid|"
    r"items|justify|align|gap|space|order|float|pull|push|is|has|js|post|tag|category|type|format|"
    r"status|lg|md|sm|xs|xl|uk|u|overflow|position|max|min|leading|tracking|hover|group|cursor)-.*"
)
"""How it looks or which one it is, not what it is."""
_WHAT: Final = re.compile(r"post-(?:item|card|title|list|entry|box|content|date|summary)|text-news")
_MAX_CLASSES: Final = 3
_MAX_CLIMB: Final = 5


def stable_classes(tag: Tag) -> list[str]:
    """Classes of an element that say what it is, the best first, at most three."""
    found = tag.get("class")
    names = found if isinstance(found, list) else (found or "").split()
    kept = [name for name in dict.fromkeys(names) if is_stable(name)]
    return kept[:_MAX_CLASSES]


def is_stable(name: str) -> bool:
    """Whether a class or id is likely to be there tomorrow, and on the next article."""
    if len(name) < 2 or len(name) > 40 or not _PLAIN.fullmatch(name):
        return False
    if _STATE.fullmatch(name) or _MADE.match(name):
        return False
    return bool(_WHAT.fullmatch(name)) or (not _UTILITY.fullmatch(name) and not _is_hash(name))


def _is_hash(name: str) -> bool:
    """``xK3fQz`` and ``bDaWq``: mixed case within one piece of a name, or no vowel at all."""
    piece = re.split(r"[-_]", name)[-1]
    flips = len(re.findall(r"[a-z][A-Z]", piece))
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+", piece)
    return flips >= 2 and any(len(word) < 3 for word in words)


def own_names(tag: Tag) -> Iterator[str]:
    """Selectors for one element by its own names: ``ul#news``, ``div.card``, ``main``."""
    name = str(tag.get("id") or "")
    if is_stable(name):
        yield f"{tag.name}#{name}"
    for each in stable_classes(tag):
        yield f"{tag.name}.{each}"
    if tag.name in {"main", "article"}:
        yield tag.name


def item_selectors(tag: Tag) -> Iterator[str]:
    """Selectors that find this element and those like it, the most telling first."""
    classes = [f"{tag.name}.{name}" for name in stable_classes(tag)]
    yield from classes
    if tag.name == "article":
        yield "article"
    path = [tag.name]
    above = tag.parent
    for _ in range(_MAX_CLIMB):
        if above is None or above.name in {"body", "html", "[document]"}:
            break
        for name in own_names(above):
            for last in (tag.name, *classes[:1]):
                yield _joined(name, [*path[:-1], last])
        if next(own_names(above), None):
            return
        path.insert(0, above.name)
        above = above.parent
    yield _joined("", path)


def _joined(first: str, path: list[str]) -> str:
    """One path of children. Rows are looked up anywhere in a table: ``tbody`` comes and goes."""
    parts = [part for part in path if part not in {"tbody", "thead"}]
    steps = [first, *parts] if first else parts
    text = steps[0]
    for before, part in pairwise(steps):
        inside = part.partition(".")[0] == "tr" or before.startswith("table")
        text += f" {part}" if inside else f" > {part}"
    return text
