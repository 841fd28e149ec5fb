"""Which blocks of a page are the article, and how they read as text."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import datetime
from typing import Final

from lxml import html

from sources.blocks import Block, Form
from sources.boilerplate import introduces_others
from sources.dates import is_date_only

MIN_BODY: Final = 200
"""Characters below which a text found by trafilatura is not trusted to be the article."""

MIN_TEXT: Final = 60
"""Characters of prose without which a page has no article at all."""

_MATCHABLE: Final = 40
_SEARCHABLE: Final = 200_000
_MAIN: Final = 0.75
_LINKED: Final = 0.5
_HEAD_LINES: Final = 10
_SENTENCE_END: Final = re.compile(r"[.!?:;…。！？：；)\]\"”»]\s*$")
_BULLET: Final = re.compile(r"^[-–—•·*▪►■+]\s+")
_WIDE: Final = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def own_blocks(blocks: list[Block], found: str) -> list[Block]:
    """The blocks of the article, given the text that trafilatura found.

    That text locates the element that holds the article. All prose in it belongs, and so does
    what stands between the title and it: lead and captions.
    """
    lines = {_squeeze(line) for line in found.splitlines()}
    # A block can be part of a line. Looked for only in texts of a sensible length.
    hay = _squeeze(found) if len(found) <= _SEARCHABLE else ""

    def is_found(key: str) -> bool:
        return key in lines or key in hay

    matched = {
        index
        for index, block in enumerate(blocks)
        if len(block.text) >= _MATCHABLE and is_found(_squeeze(block.text))
    }
    if not matched:
        return []
    first, last = min(matched), max(matched)
    main = _main_element([blocks[index] for index in sorted(matched)])
    title = max(
        (i for i, b in enumerate(blocks[: first + 1]) if b.element.tag == "h1"), default=last
    )

    def is_inside(index: int, block: Block) -> bool:
        return first <= index <= last if main is None else _is_within(block.element, main)

    begin = next(index for index in sorted(matched) if is_inside(index, blocks[index]))

    def is_own(index: int, block: Block) -> bool:
        if index in matched or (title < index < begin and _is_lead(block)):
            return True
        return is_inside(index, block) and _belongs(block)

    return [block for index, block in enumerate(blocks) if is_own(index, block)]


def prose(blocks: list[Block]) -> list[Block]:
    """Everything that reads like prose, after the title where there is one."""
    start = next((i for i, block in enumerate(blocks) if block.element.tag == "h1"), -1)
    return [block for block in blocks[start + 1 :] if _is_lead(block)]


def is_enough(blocks: list[Block]) -> bool:
    """Whether the blocks hold an article, be it a short one. Ideographs count for two."""
    return sum(_weight(block.text) for block in blocks) >= MIN_TEXT


def lines_near_title(blocks: list[Block], chosen: list[Block]) -> list[str]:
    """Where a page prints its date: below the title first, then above it, then at the end."""
    title = next((i for i, block in enumerate(blocks) if block.element.tag == "h1"), None)
    if title is None:
        title = blocks.index(chosen[0]) if chosen else 0
    after = blocks[title + 1 : title + 1 + _HEAD_LINES]
    before = blocks[max(0, title - 3) : title]
    return [block.text for block in (*after, *reversed(before), *chosen[-2:])]


def to_text(blocks: list[Block], title: str, *, zone: str, now: datetime) -> str:
    """Paragraphs with an empty line between them, items of a list on lines of their own.

    Left out: the title where it is repeated at the top, date lines there, and doubles (captions
    that a page carries once for each size of screen).
    """
    seen: set[str] = {_squeeze(title)} if title else set()
    text, previous = "", None
    for index, block in enumerate(blocks):
        key = _squeeze(block.text)
        at_top = index < _HEAD_LINES
        if at_top and (key in seen or is_date_only(block.text, zone=zone, now=now)):
            continue
        if len(key) >= _MATCHABLE:
            if key in seen:
                continue
            seen.add(key)
        if introduces_others(block.text):
            continue
        item = block.form is Form.ITEM
        line = f"- {_BULLET.sub('', block.text)}" if item else block.text
        gap = "\n" if item and previous is Form.ITEM else "\n\n"
        text += (gap if text else "") + line
        previous = block.form
    return text


def _main_element(blocks: list[Block]) -> html.HtmlElement | None:
    """The innermost element that holds most of the text; None when that is the whole page."""
    held: dict[html.HtmlElement, int] = defaultdict(int)
    for block in blocks:
        element: html.HtmlElement | None = block.element
        while element is not None:
            held[element] += len(block.text)
            element = element.getparent()
    enough = _MAIN * sum(len(block.text) for block in blocks)
    deep = [element for element, size in held.items() if size >= enough]
    best = max(deep, key=lambda element: sum(1 for _ in element.iterancestors()))
    return None if best.tag in {"body", "html"} else best


def _is_within(element: html.HtmlElement, room: html.HtmlElement) -> bool:
    return element is room or any(ancestor is room for ancestor in element.iterancestors())


def _belongs(block: Block) -> bool:
    """Whether a block inside the article that trafilatura passed over is part of it."""
    if block.density > _LINKED:
        return False
    if block.form is not Form.PARAGRAPH:
        return True
    return len(block.text) >= _MATCHABLE or _SENTENCE_END.search(block.text) is not None


def _is_lead(block: Block) -> bool:
    """Whether a block outside the article's own element reads like its lead or a caption."""
    return _weight(block.text) >= _MATCHABLE and block.density < 0.3


def _weight(text: str) -> int:
    return len(text) + len(_WIDE.findall(text))


def _squeeze(text: str) -> str:
    return "".join(text.split()).lower()
