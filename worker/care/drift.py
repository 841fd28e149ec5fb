"""Whether a listing page still looks like itself: a page that was rebuilt often still matches
some selector, and then lists too little, or a menu. Pure.

Feeds and sitemaps say what they mean; only what selectors find can drift.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from statistics import median
from typing import Final

from pacts.model import Item
from storage.records import Shape, SourceHealth

_KEPT: Final = 10
"""Listings that are remembered."""
_ENOUGH: Final = 5
"""Listings that show what is usual."""
_FEW: Final = 5
"""A listing that is so short anyway may be of any length."""
_FALL: Final = 1 / 3
"""Below this part of what is usual it is no longer the same."""
_USUAL: Final = 0.7
"""What most items had, the selector was made for."""
_IN_A_ROW: Final = 2
"""Once may be a page that was caught half-way."""
NEW_NORMAL: Final = timedelta(days=7)
"""After so long the page is taken for what it is now."""

_WIDE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HEADLINE: Final = 15
_WIDE_HEADLINE: Final = 7
"""Letters below which a title is an entry of a menu."""


def shape_of(items: Sequence[Item]) -> Shape:
    """What is remembered of a listing."""
    return Shape(
        items=len(items),
        titled=sum(_is_headline(item.title) for item in items),
        dated=sum(item.published is not None for item in items),
    )


def look(health: SourceHealth, items: Sequence[Item], now: datetime) -> SourceHealth:
    """The state after a listing that had changed; ``drift`` says what is wrong, if anything."""
    shape = shape_of(items)
    wrong = wrong_with(shape, health.shapes)
    if wrong is None:
        shapes = (*health.shapes, shape)[-_KEPT:]
        return replace(health, drift=None, drift_since=None, suspect=0, shapes=shapes)
    if health.drift_since and now - health.drift_since > NEW_NORMAL:
        return replace(health, drift=None, drift_since=None, suspect=0, shapes=(shape,))
    if health.suspect + 1 < _IN_A_ROW:
        return replace(health, suspect=health.suspect + 1)
    since = health.drift_since or now
    return replace(health, drift=wrong, drift_since=since, suspect=health.suspect + 1)


def is_suspect(health: SourceHealth) -> bool:
    """Whether the next listing decides."""
    return health.suspect > 0 and health.drift is None


def is_settled(before: SourceHealth, now: datetime) -> bool:
    """Whether the drift has lasted so long that its end is no recovery."""
    return before.drift_since is not None and now - before.drift_since > NEW_NORMAL


def wrong_with(shape: Shape, usual: Sequence[Shape]) -> str | None:
    """How a listing differs from what was usual, in words; None when it does not."""
    if len(usual) < _ENOUGH:
        return None
    items = median(one.items for one in usual)
    if items >= _FEW and shape.items <= items * _FALL:
        return f"it lists {shape.items} items where it listed {items:g}"
    if _fell(shape.titled, shape, [_share(one.titled, one) for one in usual]):
        return "most titles are as short as entries of a menu"
    if _fell(shape.dated, shape, [_share(one.dated, one) for one in usual]):
        return "most items no longer have a date"
    return None


def _fell(count: int, shape: Shape, usual: Sequence[float]) -> bool:
    before = median(usual)
    return before >= _USUAL and _share(count, shape) <= before * _FALL


def _share(count: int, shape: Shape) -> float:
    return count / shape.items if shape.items else 0.0


def _is_headline(title: str) -> bool:
    return len(title) >= (_WIDE_HEADLINE if _WIDE.search(title) else _HEADLINE)
