"""Step 1, clean: noise out, every remaining character still knowing where it came from."""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from typing import Final

_ESCAPE = re.compile(r"\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}")
_NOISE = re.compile(
    r"\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}"  # escapes that a scraper left behind
    r"|\\(?=[\[\]#*_.()!-])"  # Markdown's escaping
    r"|\[(?=[^\[\]\n]{1,200}\]\(https?:)|\]\(https?://[^()\s]{0,2000}\)"  # its links
    r"|!?\[\]\([^)\n]*\)|\*\*|</?(?:sup|sub|b|i|em|strong|br|span)/?>"
    r"|&(?:nbsp|amp|quot|#39|rsquo|lsquo|ldquo|rdquo|ndash|mdash);"
    r"|\{[^{}\n]{1,40}\}\|?"  # a hijacker's keyword tokens
    r"|[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r\f\v]"
    r"|[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]"
    r"|[\u2018\u2019\u201a\u201b\u02bc\u2032]|[\u201c-\u201f\u00ab\u00bb\u2033]"
    r"|``|''"  # quotation marks of a typewriter
    r"|[\u2010-\u2015\u2212]"
    r"|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"  # digits and letters of full width
    r"|[\u0700-\u074f\u0d00-\u0d7f\U00013000-\U0001342f]"  # Syriac, Malayalam, hieroglyphs
    r"|[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f]"  # pictures
)
_ENTITIES = {
    "&nbsp;": " ",
    "&amp;": "&",
    "&quot;": '"',
    "&#39;": "'",
    "&rsquo;": "'",
    "&lsquo;": "'",
    "&ldquo;": '"',
    "&rdquo;": '"',
    "&ndash;": "-",
    "&mdash;": "-",
}
_SPACES = frozenset("\u00a0\u202f\u205f\u3000\t\r\f\v") | {chr(c) for c in range(0x2000, 0x200B)}
_SINGLE_QUOTES = frozenset("\u2018\u2019\u201a\u201b\u02bc\u2032")
_DOUBLE_QUOTES = frozenset("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033") | {"``", "''"}
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2212")
_LONG_DASHES = frozenset("\u2014\u2015")
_FULL_WIDTH = 0xFEE0
"""How far a character of full width lies behind the plain one."""
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Clean:
    """Text without noise, and the way back to the text it was made from."""

    text: str
    origins: array[int] | None = None
    """For each position of ``text``, and the one behind its end, its place in the original;
    None where nothing changed."""

    def origin(self, position: int) -> int:
        """Where the character at ``position`` stood in the original."""
        return position if self.origins is None else self.origins[position]


def clean(text: str) -> Clean:
    """Normalise: NFC, plain quotes, dashes and spaces, no invisible or decorative characters.

    Line breaks stay. Idempotent on its own output.
    """
    cleaned = _compose(text)
    while _NOISE.search(cleaned.text):  # what was taken out can have hidden more
        build = _Builder(cleaned)
        for match in _NOISE.finditer(cleaned.text):
            build.replace(match.start(), match.end(), _replacement(match.group()))
        cleaned = build.finish()
    return cleaned


def _compose(text: str) -> Clean:
    """NFC, word by word: inside a word that changes, places are exact at its start only."""
    if unicodedata.is_normalized("NFC", text):
        return Clean(text)
    build = _Builder(Clean(text))
    for match in _WORD.finditer(text):
        word = match.group()
        if not unicodedata.is_normalized("NFC", word):
            build.replace(match.start(), match.end(), unicodedata.normalize("NFC", word))
    return build.finish()


class _Builder:
    """Collects a text with some stretches replaced, and where each character came from."""

    def __init__(self, source: Clean) -> None:
        self._source = source
        self._origins = source.origins or array("Q", range(len(source.text) + 1))
        self._pieces: list[str] = []
        self._places = array("Q")
        self._done = 0

    def replace(self, start: int, end: int, replacement: str) -> None:
        self._keep(start)
        self._pieces.append(replacement)
        last = max(start, end - 1)
        self._places.extend(
            self._origins[min(start + index, last)] for index in range(len(replacement))
        )
        self._done = end

    def _keep(self, until: int) -> None:
        self._pieces.append(self._source.text[self._done : until])
        self._places.extend(self._origins[self._done : until])
        self._done = until

    def finish(self) -> Clean:
        self._keep(len(self._source.text))
        self._places.append(self._origins[-1])
        return Clean("".join(self._pieces), self._places)


def _replacement(noise: str) -> str:
    if noise in _SPACES:
        return " "
    if noise in _SINGLE_QUOTES:
        return "'"
    if noise in _DOUBLE_QUOTES:
        return '"'
    if noise in _DASHES:
        return "-"
    if noise in _LONG_DASHES:
        return " - "
    if len(noise) == 1 and "\uff10" <= noise <= "\uff5a":
        return chr(ord(noise) - _FULL_WIDTH)
    if _ESCAPE.fullmatch(noise):
        code = noise[2:]
        character = chr(int(code, 16))
        return character if character.isprintable() and not _NOISE.match(character) else "-"
    return _ENTITIES.get(noise, "")


def with_capitals(text: str) -> str:
    """A text that somebody put in lower case with a capital on each word, for finding names.

    As long as before, so that offsets hold; any other text as it is.
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.islower, sample))
    if letters < _ENOUGH or sum(map(str.isupper, sample)) > _FEW * letters:
        return text
    titled = text.title()
    return titled if len(titled) == len(text) else text


_SAMPLE: Final = 3000
_ENOUGH: Final = 200
"""Small letters without which a text is too short to tell how it is written."""
_FEW: Final = 0.004
"""Capitals among small letters: any real text has ten times as many, one a sentence at least."""
