"""Foreign text made fit to be read: one line, no tricks, no decoration, cut at a word.

Titles and quotes come from web pages, some of them hijacked. What a reader cannot see (controls,
directions, joiners without use) and what spam decorates with (emoji, stray glyphs of far-off
scripts, letters made of mathematical symbols) goes; every living script stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit, urlunsplit

QUOTE_LIMIT: Final = 300
"""Characters of a quote that are shown."""
_LINK_LIMIT: Final = 2_000
_MARKS_IN_A_ROW: Final = 3
"""Combining marks on one letter: Vietnamese and Thai need two."""
ELLIPSIS: Final = "…"

_OPEN: Final = "\N{FIRST STRONG ISOLATE}"
_CLOSE: Final = "\N{POP DIRECTIONAL ISOLATE}"
_COMMON: Final = ""
_NOISE: Final = "noise"
_JOINERS: Final = "\u200c\u200d"

_HELD_BY_MANY: Final = frozenset({"LATIN", "GREEK", "CYRILLIC", "CJK", "HIRAGANA", "KATAKANA"})
"""Scripts of which a single letter stands in a text of another script for good reasons."""
_LIVING: Final = _HELD_BY_MANY | frozenset(
    re.findall(
        r"\w+",
        """ARABIC ARMENIAN BENGALI BOPOMOFO DEVANAGARI ETHIOPIC GEORGIAN GUJARATI GURMUKHI HANGUL
        HEBREW KANNADA KHMER LAO MALAYALAM MONGOLIAN MYANMAR ORIYA SINHALA SYRIAC TAMIL TELUGU
        THAANA THAI TIBETAN TIFINAGH""",
    )
)
_ASCII_JUNK: Final = re.compile(r"[\x00-\x1f\x7f]+")
_SPACES: Final = re.compile(r"\s+")
# "@everyone" in a quote would ring the phones of a whole chat room, "<!channel>" likewise.
_CALLS: Final = re.compile(
    r"([@!])(?=(?:everyone|here|channel|all|group|subteam)\b)", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r":(?=//)|\bwww(?=\.)|\bmailto(?=:)", re.IGNORECASE)
_MENTION: Final = re.compile(r"<(?=[@!#&])")


def clean(text: str) -> str:
    """``text`` as one line of readable characters; the same again when cleaned again.

    Addresses in it lead nowhere: mail and chat programs make links of whatever looks like one.
    """
    return _ADDRESS.sub(_apart, clean_own(text))


def clean_own(text: str) -> str:
    """The same with addresses as they are: for words of our own."""
    if not text.isascii():
        text = _readable(unicodedata.normalize("NFC", text))
    text = _SPACES.sub(" ", _ASCII_JUNK.sub(" ", text)).strip()
    return _MENTION.sub("< ", _CALLS.sub(r"\1 ", text))


def _apart(found: re.Match[str]) -> str:
    return f"{found[0]} "


def clean_quote(text: str) -> str:
    """A quote without the marks around it, at most QUOTE_LIMIT characters."""
    return shorten(clean(text).strip("\"“”„«»'‘’ "), QUOTE_LIMIT)


def shorten(text: str, limit: int) -> str:
    """At most ``limit`` characters, cut between words where there are any, with an ellipsis.

    What :func:`directed` opened before the cut is closed after it.
    """
    if len(text) <= limit:
        return text
    head = _head(text, limit - 1)
    opened = head.count(_OPEN) - head.count(_CLOSE)
    if opened > 0:
        head = _head(text, limit - 1 - opened)
        opened = head.count(_OPEN) - head.count(_CLOSE)
    return head + ELLIPSIS + _CLOSE * max(0, opened)


def _head(text: str, length: int) -> str:
    head = text[: max(0, length)]
    at = head.rfind(" ")
    # Scripts without spaces, or one endless word: cut where it is.
    head = head[:at] if at > length // 2 else head
    return head.rstrip(" ,;:.-–—")


def directed(text: str) -> str:
    """``text`` as one piece in a line of English: what runs from right to left stays inside it."""
    if not text.isascii() and any(unicodedata.bidirectional(ch) in ("R", "AL") for ch in text):
        return f"{_OPEN}{text}{_CLOSE}"
    return text


def safe_link(url: str) -> str | None:
    """``url`` when a reader may follow it: http or https, a host, no login, nothing hidden."""
    if len(url) > _LINK_LIMIT or any(ch.isspace() or not ch.isprintable() for ch in url):
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or set("<>\"'`\\") & set(url):
        return None
    name = f"[{host}]" if ":" in host else host
    place = f"{name}:{port}" if port else name
    return urlunsplit((parts.scheme, place, parts.path, parts.query, parts.fragment))


def _readable(text: str) -> str:
    letters = [(ch, _script(ch)) for ch in _plain_letters(text)]
    count = Counter(script for _, script in letters if script not in (_COMMON, _NOISE))
    main = count.most_common(1)[0][0] if count else _COMMON
    kept = [
        ch
        for at, (ch, script) in enumerate(letters)
        if script == _COMMON or _belongs(script, main, letters, at)
    ]
    return unicodedata.normalize("NFC", _calm("".join(kept)))


def _plain_letters(text: str) -> str:
    """Bold, cursive and circled letters of the symbol blocks as the letters that they imitate."""
    return "".join(
        unicodedata.normalize("NFKC", ch) if "\U0001d400" <= ch <= "\U0001d7ff" else ch
        for ch in text
    )


def _belongs(script: str, main: str, letters: list[tuple[str, str]], at: int) -> bool:
    """Whether a letter is part of the text: its main script, or a word of another living one."""
    if script in (main, *_HELD_BY_MANY):
        return True
    if script not in _LIVING:
        return False
    neighbours = letters[max(0, at - 1) : at] + letters[at + 1 : at + 2]
    return any(other == script for _, other in neighbours)


@lru_cache(maxsize=4096)
def _script(ch: str) -> str:
    """The script of a letter or digit, COMMON for what all texts share, NOISE for what goes."""
    kind = unicodedata.category(ch)
    if ch in _JOINERS or ch.isspace():
        return _COMMON
    if kind[0] == "C" or _decorates(ch, kind):
        return _NOISE
    if kind[0] in "ZMS" or _shared(ch):
        return "LATIN" if kind[0] == "L" and ch < "\u0250" else _COMMON
    first = re.split(r"[ -]", unicodedata.name(ch, "?"), maxsplit=1)[0]
    first = "ARABIC" if first == "EXTENDED" else first
    return _COMMON if kind[0] == "P" and first in _LIVING else first


def _shared(ch: str) -> bool:
    """Blocks that all scripts use: Latin-1 signs, modifiers, punctuation, numbers, wide forms."""
    return (
        ch < "\u0250"
        or "\u02b0" <= ch <= "\u036f"
        or "\u2000" <= ch <= "\u2bff"
        or "\u3000" <= ch <= "\u303f"
        or "\ufe30" <= ch <= "\uffef"
    )


def _decorates(ch: str, kind: str) -> bool:
    """Emoji, dingbats, boxes, enclosed letters and the selectors that colour them."""
    if "\u2190" <= ch <= "\u2bff":
        return kind in ("So", "Sk", "Me") or "\u2500" <= ch <= "\u27bf"
    if ch >= "\U0001f000":
        return not "\U00020000" <= ch <= "\U0003ffff"
    return "\ufe00" <= ch <= "\ufe0f" or kind == "Me" or ch in "\ufffc\ufffd"


def _calm(text: str) -> str:
    """Joiners only inside words that are not Latin, no towers of combining marks."""
    kept: list[str] = []
    marks = 0
    for at, ch in enumerate(text):
        if ch in _JOINERS and not _joins(text[at - 1 : at], text[at + 1 : at + 2]):
            continue
        marks = marks + 1 if unicodedata.combining(ch) else 0
        if marks <= _MARKS_IN_A_ROW:
            kept.append(ch)
    return "".join(kept)


def _joins(before: str, after: str) -> bool:
    return all(
        one and one > "\u024f" and unicodedata.category(one)[0] in "LM" for one in (before, after)
    )
