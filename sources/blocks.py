"""The text of a tree as a list of blocks: paragraphs, headings, list items, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from lxml import etree, html

from sources.text import one_line

_INLINE: Final = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "o:p", "picture", "q",
        "rp", "rt", "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub",
        "sup", "time", "tt", "u", "var", "wbr", "st1:place", "st1:country-region", "st1:city",
    }
)  # fmt: skip
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CAPTION_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:\w*caption\w*|img-?cap\w*|img-?(?:desc|note|title)|photo-?(?:cap|desc|note)\w*"
    r"|image-?(?:cap|desc|note)\w*|tplcaption|wp-caption-text)(?=$|[\s_-])",
    re.IGNORECASE,
)


class Form(StrEnum):
    """What a block is in the page."""

    PARAGRAPH = "p"
    HEADING = "h"
    ITEM = "li"
    CAPTION = "caption"
    ROW = "tr"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text between two boundaries of the page."""

    form: Form
    text: str
    linked: int
    """How many of its characters are in links."""
    element: html.HtmlElement
    """The innermost block element around it."""

    @property
    def density(self) -> float:
        return self.linked / max(1, len(self.text))


def blocks_of(root: html.HtmlElement) -> list[Block]:
    """All text below ``root`` in its order; rows of short cells are one block each."""
    return list(_Walk().over(root))


class _Walk:
    """Collects text until a boundary comes."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0
        self._row = 0
        self._open: list[tuple[html.HtmlElement, Form]] = []

    def over(self, root: html.HtmlElement) -> Iterator[Block]:
        self._open.append((root, Form.PARAGRAPH))
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag
            if not isinstance(tag, str):
                self._take(element.tail)
                continue
            if event == "start":
                yield from self._enter(element, tag)
                self._take(element.text)
            else:
                yield from self._leave(element, tag)
                if element is not root:
                    self._take(element.tail)
        yield from self._flush()

    def _enter(self, element: html.HtmlElement, tag: str) -> Iterator[Block]:
        if tag == "a":
            self._links += 1
        if tag in _INLINE:
            return
        if self._row:
            if tag in {"td", "th"} and self._parts:
                self._parts.append(" | ")
            self._row += tag == "tr"
            return
        yield from self._flush()
        if tag == "tr" and _is_short_row(element):
            self._row = 1
        self._open.append((element, self._form(element, tag)))

    def _leave(self, element: html.HtmlElement, tag: str) -> Iterator[Block]:
        if tag == "a":
            self._links -= 1
        if tag in _INLINE:
            return
        if self._row and element is not self._open[-1][0]:
            self._row -= tag == "tr"
            return
        yield from self._flush()
        self._row = 0
        self._open.pop()

    def _form(self, element: html.HtmlElement, tag: str) -> Form:
        """Of a block element: its own, else that of the block around it."""
        around = self._open[-1][1]
        if tag in {"figcaption", "caption"} or around is Form.CAPTION:
            return Form.CAPTION
        if tag in {"p", "div", "span", "td"} and _CAPTION_NAME.search(element.get("class") or ""):
            return Form.CAPTION
        if tag in _HEADINGS:
            return Form.HEADING
        if tag in {"li", "dd"}:
            return Form.ITEM
        return around if tag in {"p", "div"} and around is Form.ITEM else Form.PARAGRAPH

    def _take(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            if self._links:
                self._linked += len(text.strip())

    def _flush(self) -> Iterator[Block]:
        text = one_line("".join(self._parts)).strip(" |") if self._parts else ""
        if text:
            element, form = self._open[-1]
            if self._row and form is Form.PARAGRAPH:
                form = Form.ROW
            yield Block(form, text, self._linked, element)
        self._parts.clear()
        self._linked = 0


def _is_short_row(row: html.HtmlElement) -> bool:
    """Whether a row of a table reads as one line: at least two cells, none with prose in it."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    if len(cells) < 2 or row.find(".//table") is not None:
        return False
    return all(len(cell.text_content()) < 200 for cell in cells)
