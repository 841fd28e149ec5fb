"""What makes a page look hijacked or made up. Pure: signs are seen here, and weighed elsewhere.

A mirror that was taken over keeps the articles and adds to them: the names of gambling sites as
lines of their own and in its title, lists of one keyword for search engines, links to such sites,
and a stray emoji or foreign letter in front of sentences so that no two copies are alike. An
article *about* casinos or medicines has the same words inside its sentences, which is no sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from lxml import html

from pacts.terms import Sign
from sources.spamwords import COPIES, GAMBLING, PHARMACY, Words
from sources.text import one_line

_TRADES: Final = {
    Sign.GAMBLING: GAMBLING,
    Sign.PHARMACY: PHARMACY,
    Sign.COPIES: COPIES,
}
_SKIPPED: Final = frozenset({"script", "style", "noscript", "template", "svg", "option"})
_MOST_PIECES: Final = 5_000
_PIECE: Final = 60
"""Letters: what stands alone and is longer is a sentence."""
_REST_OF_TITLE: Final = 0.15
"""Part of a title that may be other words: a headline about the trade has a verb."""
_SUBJECT: Final = 3
"""Words inside sentences that make it the subject of an article."""
_LINKS: Final = 2

_STUFFED: Final = re.compile(r"(?:\{[^{}|_\n]{2,40}\}[ ]?\|[ ]?){2,}\{[^{}|_\n]{2,40}\}")
_REPEATED: Final = re.compile(
    r"(?:^|[|\n])[ ]*(?=[^|\n]{0,36}[^\W\d_]{4}|[^|\n]{0,38}[\u0e00-\u9fff]{2})([^|\n]{2,40}?)[ ]*"
    r"(?:\|[ ]*\1[ ]*){4,}",
    re.IGNORECASE,
)

_PINYIN: Final = re.compile(
    "[\u3400-\u9fff][(（](?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    "[aeiouüvāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,4}(?:ng?|r)?[)）]"
)
_MUCH_PINYIN: Final = 4
"""One or two explain a rare character."""

_FAR: Final = "\u0590-\u10ff\u1200-\u1cff\ua000-\uabff\U00010000-\U00016fff"
"""Scripts that no language of ours is written in: Hebrew to Georgian, Ethiopic to Vedic, Yi to
Meetei, and those of antiquity. A text in one of them is no less a text, see ``_FOREIGN``."""
_RUN: Final = re.compile(f"[{_FAR}]+")
_STRAY: Final = 2
"""Letters at most that make no word."""
_FOREIGN: Final = 0.05
"""Share of such letters above which the text is simply in that script."""

_EMOJI: Final = re.compile(
    "(?:^|(?<=[.!?:)\u201d] )|(?<=[.!?:)]))"
    "[\u2600-\u26ff\u2730-\u2775\u2794-\u27bf\U0001f130-\U0001f1e5\U0001f300-\U0001faff]",
    re.MULTILINE,
)
_OF_EDITORS: Final = frozenset(
    "☎✉▶📷📸🎥🎬📹📺📻🔴🔵🟢⚪⚫🔹🔸🔺🔻✅❗❌➡👉👇📍📌📅🕒📞📧🔗⚡⭐🇻🎧📰☀☂☁"
)
"""What newsrooms themselves put in front of lines: photographs, live marks, lists, weather."""
_MANY: Final = 2


@dataclass(frozen=True, slots=True)
class Look:
    """What stands on a page, whether shown or hidden, before anything is taken from it."""

    pieces: tuple[str, ...] = ()
    """Texts as they stand between tags, the short ones."""
    links: tuple[tuple[str, str], ...] = ()
    """Host and words of links to other hosts."""


NOTHING: Final = Look()
"""Of an article that has no page."""


def look_at(root: html.HtmlElement, url: str) -> Look:
    """Everything on the page but scripts. To be called before the tree is pruned."""
    own = _site_of(urlsplit(url).hostname or "")
    links = []
    for anchor in root.iter("a"):
        host = _host(anchor.get("href") or "")
        if host and _site_of(host) != own:
            links.append((host, one_line(anchor.text_content()[:_PIECE])))
    return Look(tuple(_pieces(root)), tuple(links))


def signs_of(
    title: str, text: str, look: Look = NOTHING, *, dated: bool = True
) -> tuple[Sign, ...]:
    """What speaks against an article, sorted; nothing as a rule.

    ``text`` is the article's own, ``look`` what else is on its page.
    """
    lines = [line for line in text.split("\n") if line]
    pieces = [*look.pieces, *(line for line in (title, *lines) if len(line) <= _PIECE)]
    whole = "\n".join((*pieces, text))
    found = {
        **{sign: _stands_alone(words, title, pieces, lines) for sign, words in _TRADES.items()},
        Sign.STUFFING: _is_stuffed(whole),
        Sign.ODD_SCRIPT: _has_stray_letters(text),
        Sign.EMOJI: _has_stray_emoji(text),
        Sign.PINYIN: len(set(_PINYIN.findall(text))) >= _MUCH_PINYIN,
        Sign.LINKS: _leads_astray(look.links),
        Sign.UNDATED: not dated,
    }
    return tuple(sign for sign, is_there in found.items() if is_there)


# --- words ---------------------------------------------------------------------------------


def _stands_alone(words: Words, title: str, pieces: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether the words stand by themselves on a page that is not about them, or head it."""
    if not words.any_in("\n".join((*pieces, *lines)).casefold()):
        return False
    if words.make_up(title, rest=_REST_OF_TITLE):
        return True
    if not any(words.make_up(piece) for piece in dict.fromkeys(pieces)):
        return False
    sentences = " ".join(line for line in lines if len(line) > _PIECE and "|" not in line)
    return words.count(sentences) < _SUBJECT


def _is_stuffed(text: str) -> bool:
    if "|" not in text:
        return False
    return bool(_STUFFED.search(text) or _REPEATED.search(text))


def _leads_astray(links: Sequence[tuple[str, str]]) -> bool:
    hosts = {
        host
        for host, said in links
        if any(words.make_up(said) or words.names(host) for words in _TRADES.values())
    }
    return len(hosts) >= _LINKS


# --- letters -------------------------------------------------------------------------------


def _has_stray_letters(text: str) -> bool:
    runs = _RUN.findall(text)
    if sum(len(run) <= _STRAY for run in runs) < _MANY:
        return False
    return sum(map(len, runs)) < _FOREIGN * len(text)


def _has_stray_emoji(text: str) -> bool:
    found = {mark[-1] for mark in _EMOJI.findall(text)} - _OF_EDITORS
    return len(found) >= _MANY


# --- pages ---------------------------------------------------------------------------------


def _pieces(root: html.HtmlElement) -> Iterator[str]:
    left = _MOST_PIECES
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        own = None if element.tag in _SKIPPED else element.text
        for said in (own, element.tail):
            if said and len(said) <= 4 * _PIECE and (piece := one_line(said)):
                if len(piece) > _PIECE and "|" not in piece:
                    continue
                left -= 1
                if left < 0:
                    return
                yield piece


def _host(href: str) -> str:
    if not href.startswith(("http:", "https:", "//")):
        return ""
    try:
        return urlsplit(href).hostname or ""
    except ValueError:
        return ""


def _site_of(host: str) -> str:
    """The last two labels: near enough, since a link to a sister site is no sign by itself."""
    return ".".join(host.lower().split(".")[-2:])
