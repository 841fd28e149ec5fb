"""Step 5, sections: a digest says over each brief which state it is about.

"TUVALU - The treaty signed with Australia ...", or a heading that is only a state's name: what
stands below is about that state until the next one is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from extraction.blocks import Block, Role
from extraction.gazetteer import Mention, is_body

_BEFORE: Final = re.compile(r"[\s*•·>#\"'\d.)-]*")
_BEHIND: Final = re.compile(r"\s*(?:- |[:：|]|\.\s|$)")
_FEWEST: Final = 2
"""One name alone may be a dateline; a digest names one state after another."""


def sections(text: str, blocks: Sequence[Block], names: Sequence[Mention]) -> Mapping[int, str]:
    """The state that a block is about, by the block's first character; empty for most texts."""
    labels = {block.start: _label(text, block, names) for block in blocks}
    if len({code for code in labels.values() if code}) < _FEWEST:
        return {}
    found: dict[int, str] = {}
    heading: str | None = None
    for block in blocks:
        label = labels[block.start]
        if block.role is Role.HEADING:
            heading = label
        about = label or heading
        if about and block.role is not Role.TITLE:
            found[block.start] = about
    return found


def _label(text: str, block: Block, names: Sequence[Mention]) -> str | None:
    """The state whose name opens a block and is set apart from what follows."""
    opening = _BEFORE.match(text, block.start, block.end)
    start = opening.end() if opening else block.start
    place = bisect_left(names, start, key=lambda mention: mention.start)
    if block.role is Role.TITLE or place == len(names) or names[place].start != start:
        return None
    mention = names[place]
    behind = _BEHIND.match(text, mention.end, block.end)
    if behind is None or mention.kind != "country" or is_body(mention.codes[0]):
        return None
    if block.role is Role.HEADING and behind.end() != block.end:
        return None
    return mention.codes[0]
