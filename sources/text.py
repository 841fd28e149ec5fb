"""Text as it may be stored and judged: composed, printable, without what nobody sees."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

_UNSEEN: Final = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls but tab and line ends
    "\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"  # zero width, direction
    "\ud800-\udfff"  # halves of characters, which SQLite refuses
    "\ufffe\uffff"
    "]"
)
_SPACES: Final = re.compile(r"[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINE_ENDS: Final = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_DROPPED: Final = tuple(
    (re.compile(opening, re.IGNORECASE), re.compile(closing, re.IGNORECASE))
    for opening, closing in (
        (r"<script\b", r"</script\s*>"),
        (r"<style\b", r"</style\s*>"),
        ("<!--", "-->"),
    )
)
_TAG: Final = re.compile(r"</?[A-Za-z!?][^<>]{0,4000}>")
_BREAK: Final = re.compile(r"(?i)</?(?:p|div|li|h[1-6]|br|tr)\b[^<>]{0,200}>")


def clean(text: str) -> str:
    """NFC, without control characters, lone surrogates, zero-width and direction marks."""
    if text.isascii() and text.isprintable():
        return text  # most texts, most of the time
    text = _LINE_ENDS.sub("\n", text)
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def one_line(text: str) -> str:
    """Cleaned, every stretch of white space one space."""
    return " ".join(clean(text).split())


def lines(text: str) -> list[str]:
    """The lines that hold something, cleaned, each with single spaces."""
    return [
        line for line in (_SPACES.sub(" ", raw).strip() for raw in clean(text).split("\n")) if line
    ]


def plain_lines(markup: str) -> str:
    """The words of a piece of HTML, a line for each paragraph."""
    text = _TAG.sub("", _BREAK.sub("\n", _visible(markup))) if "<" in markup else markup
    return html.unescape(text)


def plain(markup: str, limit: int) -> str:
    """The words of a piece of HTML on one line, at most ``limit`` characters.

    Feeds escape once too often or once too little: after the tags are gone, what is still
    escaped is unescaped, and tags that come out of that go too.
    """
    text = markup[: limit * 20]
    for _ in range(2):
        if "<" in text:
            text = _TAG.sub("", _BREAK.sub(" ", _visible(text)))
        if "&" not in text:
            break
        text = html.unescape(text)
    else:
        text = _TAG.sub("", text)
    return shorten(one_line(text), limit)


def _visible(text: str) -> str:
    """Without scripts, styles and comments. In linear time, which one pattern would not take."""
    for opening, closing in _DROPPED:
        kept, at = [], 0
        while start := opening.search(text, at):
            end = closing.search(text, start.end())
            if end is None:
                break
            kept.append(text[at : start.start()])
            at = end.end()
        text = " ".join((*kept, text[at:]))
    return text


def shorten(text: str, limit: int) -> str:
    """At most ``limit`` characters, cut between words where there is a place."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > limit // 2 else cut) + "…"
