"""The names that an item can be known by: what it is called, where it is, and what it says.

A feed changes each of them without telling anybody: guids when its software is replaced,
addresses with every campaign, titles with every second thought. So an item has several names and
is known by any of them (``worker/journey/memory.py`` has the rules). Names are hashes of 64 bits:
millions take little room, and none is ever shown.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import datetime
from typing import Final
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from pacts.model import Article, Item

ENOUGH_SUMMARY: Final = 40
"""Characters that a summary needs, so that two entries with the same words are one."""
ENOUGH_BODY: Final = 200
"""Characters of a text that are not written twice by chance."""

_TWIN_HOST: Final = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_TWIN_PAGE: Final = re.compile(
    r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$|/amp/?$", re.IGNORECASE
)
_SESSION_PATH: Final = re.compile(r"(?:;|%3b)(?:jsessionid|phpsessid|sid)=[^/?#]*", re.IGNORECASE)
_NO_PARTS: Final = re.compile(
    r"(?:utm|mc|mtm|pk|itm|at|ns|ga|wt|hsa|vero|oly)_.*|_ga|_hs.*|(?:fbc|gc|dc|yc|twc)lid|gclsrc|fbadid"
    r"|igsh(?:id)?|(?:msclk|wbra|gbra|click|partner)id|xtor|cmp(?:id)?|ocid|smid|smtyp"
    r"|amp|outputtype|jsessionid|phpsessid|aspsessionid\w*|sid|session_?(?:id)?",
    re.IGNORECASE,
)
"""Parameters that say where a reader came from, or who he is."""
_SAY_FROM: Final = frozenset(
    {"ref", "referrer", "referer", "source", "src", "from", "campaign", "medium", "feed", "partner"}
)
"""The same, unless they hold a number: some sites count their pages by them."""
_MARKUP: Final = re.compile(r"<[^>]*>")
_NO_WORDS: Final = re.compile(r"[\W_]+")


def page_name(url: str) -> str:
    """What is left of an address when everything goes that one page may have in two forms.

    The scheme, ``www.`` and ``m.``, a slash at the end, an index page, the AMP twin, sessions and
    trackers. Where that goes too far, guid and title still tell items apart. Empty for the front
    page of a site, which is the address of nothing in particular.
    """
    try:
        parts = urlsplit(_SESSION_PATH.sub("", url))
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    host = _TWIN_HOST.sub("", host)
    path = unquote(_TWIN_PAGE.sub("", parts.path)).rstrip("/")
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _NO_PARTS.fullmatch(name) and (name.lower() not in _SAY_FROM or value.isdigit())
    ]
    if not host or not (path or query):
        return ""
    shown = f"{host}:{port}" if port not in {None, 80, 443} else host
    return f"{shown}{path}?{urlencode(sorted(query))}" if query else f"{shown}{path}"


def guid_name(guid: str) -> str:
    """What a document calls its entry; an address that serves as a guid moves like any address."""
    if guid.lower().startswith(("http://", "https://")):
        return page_name(guid)
    return guid.strip()


def folded(text: str) -> str:
    """The words of a text alone: no case, no marks, no markup, one space between any two."""
    plain = _MARKUP.sub(" ", text) if "<" in text else text
    return _NO_WORDS.sub(" ", unicodedata.normalize("NFKC", plain).casefold()).strip()


def name(kind: str, *parts: str) -> int:
    """A name as 64 bits, signed as SQLite has them; the same in every process."""
    said = "\x1f".join((kind, *parts)).encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(said, digest_size=8).digest(), "big", signed=True)


# --- of an item ----------------------------------------------------------------------------


def guid_of(item: Item) -> int | None:
    """None for an item that only its address names. One with neither is called by its key."""
    called = item.guid or ("" if item.address else item.key)
    return name("guid", called) if called else None


def address_of(item: Item) -> int | None:
    return name("address", item.address) if item.address else None


def words_of(item: Item) -> int | None:
    """Of title, summary and time together; None where they say too little to tell items apart."""
    summary = folded(item.summary)
    if not item.title or item.published is None or len(summary) < ENOUGH_SUMMARY:
        return None
    return name("words", folded(item.title), summary, item.published.isoformat())


def entry_of(item: Item) -> int:
    """Of the whole entry as it stands, but for its time, which many feeds move with every poll."""
    moved = item.updated.isoformat() if item.updated else ""
    called = item.guid or item.key if not item.address else item.guid
    return name(
        "entry", called, item.address, item.url, item.title, item.summary, item.content, moved
    )


def said_of(item: Item) -> int:
    """Of what the entry says in words: another one is an edit."""
    return name("said", folded(item.title), folded(item.summary), folded(item.content))


# --- of an article -------------------------------------------------------------------------


def text_of(article: Article) -> int:
    """Of the words of a text without its title; of a short one with its title and its day."""
    body = article.text.removeprefix(article.title)
    words = folded(body)
    if len(words) >= ENOUGH_BODY:
        return name("text", words)
    return name("text", folded(article.title), words, _day(article.published))


def _day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment else ""


# --- titles --------------------------------------------------------------------------------


def alike(one: str, other: str) -> bool:
    """Whether a title can be an edit of the other: half of their pairs of letters are shared.

    Pairs of letters and not words, so that it holds for scripts without spaces as well.
    """
    first, second = _pairs(folded(one)), _pairs(folded(other))
    if not first or not second:
        return first == second
    return 4 * len(first & second) >= len(first) + len(second)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1)) or frozenset({text} - {""})
