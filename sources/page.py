"""A web page as a tree, and what it says of itself: title, time of publication, language."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Final

from lxml import etree, html

from sources.encoding import decode
from sources.entries import MAX_TITLE, primary_tag
from sources.published import Publication, is_article, stated_times, string_of
from sources.text import one_line, shorten

MAX_PAGE: Final = 3_000_000
"""Characters of a page that are looked at: no article is longer, and no page may cost minutes."""

MAX_TAGS: Final = 40_000
"""Angle brackets of a page that are looked at: a page of nothing but tags took eleven seconds.

Of 1,033 real pages the fullest has 19,629, and 1,029 have fewer than 10,000.
"""

_MAX_DATA: Final = 500_000
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONG_TAG: Final = re.compile(r"<([A-Za-z][\w:-]{0,30})\s[^<>]{10000,}")
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_SEPARATOR: Final = re.compile(r"\s+[|»·•:–—-]+\s+|\s*\|\s*")
_MARKS: Final = " |»·•:–—-"
_WORD: Final = re.compile(r"\w+")
MAX_SITE: Final = 80
"""Letters of the name of a site; what is longer is a sentence."""
_CLEARLY: Final = 0.15
"""By how much another candidate must fit better than the first, to be taken for the title."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the page says of itself outside its text."""

    titles: tuple[str, ...]
    """Headings and titles as written, best first, the site's name still on them."""
    site: str
    language: str | None
    times: tuple[Publication, ...]
    """When it says that it was published, the most believed first."""
    body: str
    """The text as JSON-LD carries it, for pages whose own text is put there by a script."""


def markup_of(body: bytes, content_type: str = "") -> str:
    """The markup of a page as far as it is looked at, fit for a parser.

    Without the attributes of monstrous tags: the parser compares each attribute with all before,
    and 200,000 of them took a hundred seconds.
    """
    text = decode(body, content_type)[:MAX_PAGE]
    text = _DECLARATION.sub("", _FORBIDDEN.sub("", text))
    text = _LONG_TAG.sub(r"<\1", text)
    if text.count("<") <= MAX_TAGS:
        return text
    tag = next(islice(re.finditer("<", text), MAX_TAGS, None))
    return text[: tag.start()]


def parse_page(body: bytes, content_type: str = "") -> html.HtmlElement | None:
    """The tree of a page; None when there is none in it."""
    text = markup_of(body, content_type)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def read_head(root: html.HtmlElement, *, zone: str, now: datetime) -> Head:
    """Read the head before anything is pruned from the tree."""
    metas = _metas(root)
    headings = [one_line(heading.text_content()) for heading in root.iter("h1")]
    name = one_line(root.findtext(".//title") or "")
    # Of several h1 all but one head something else, and which one is not told by their order.
    titles = [headings[0]] if len(headings) == 1 else []
    titles += [metas.get("og:title", ""), metas.get("twitter:title", ""), name]
    titles = [title for title in titles if title] or headings[:1]
    nodes = _articles_first(root)
    return Head(
        titles=tuple(dict.fromkeys(shorten(title, MAX_TITLE) for title in titles)),
        site=metas.get("og:site_name", ""),
        language=primary_tag(root.get("lang") or root.get("xml:lang") or ""),
        times=stated_times(root, nodes, metas, zone=zone, now=now),
        body=max((string_of(node, "articleBody") for node in nodes), key=len, default=""),
    )


def choose_title(head: Head, body: str, expected: str = "") -> str:
    """The title: the candidate that has most in common with the text and with the listing.

    A hijacked page calls itself something else in its head than above its text, and a site's own
    name can stand in the ``h1``: neither is believed alone.
    """
    candidates = [without_site(title, head) for title in head.titles] + [expected]
    wanted = _words(expected)
    start = _words(body[:3000])

    def score(title: str) -> float:
        words = _words(title)
        if not words:
            return -1.0
        listed = len(words & wanted) / len(words | wanted) if wanted else 0.0
        # The three keep the name of a country, found in any text, from beating a sentence.
        return len(words & start) / (len(words) + 3) + listed

    best = max(candidates, key=score)
    return candidates[0] if score(best) - score(candidates[0]) < _CLEARLY else best


def without_site(title: str, head: Head) -> str:
    """``title`` without the name of the site at its end or beginning."""
    pieces = _SEPARATOR.split(title)
    if len(pieces) < 2:
        return title
    # What is left when the tail goes is the title when another candidate says so too, or when
    # the tail is the name that the site gives itself.
    for separator in _SEPARATOR.finditer(title):
        front, back = title[: separator.start()].strip(), title[separator.end() :].strip()
        if front in head.titles or _is_site(back, head.site):
            return front
        if back in head.titles or _is_site(front, head.site):
            return back
    return title


def site_name(head: Head) -> str:
    """What the page calls the site: by its own word, else in its titles.

    There it stands beside the headline, or alone where the two have no word in common. Of a page
    that says neither, nothing.
    """
    names = [head.site]
    for title in head.titles:
        front = without_site(title, head)
        if front != title:
            names.append(title.removeprefix(front).removesuffix(front).strip(_MARKS))
    if len(head.titles) > 1 and not _words(head.titles[0]) & _words(head.titles[-1]):
        names.append(head.titles[-1])
    return next((name for name in names if 0 < len(name) <= MAX_SITE), "")


def _metas(root: html.HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = one_line(meta.get("content") or "")
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _articles_first(root: html.HtmlElement) -> list[dict[str, Any]]:
    """The objects of JSON-LD, those of articles before all others."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            found.extend(_nodes(json.loads((script.text or "")[:_MAX_DATA], strict=False)))
        except (ValueError, RecursionError):
            continue
    return sorted(found, key=lambda node: not is_article(node))


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Every object of a JSON value, outer ones first. Not recursive: depth is a stranger's."""
    todo = deque([data])
    while todo:
        value = todo.popleft()
        if isinstance(value, dict):
            yield value
            todo.extend(inner for inner in value.values() if isinstance(inner, (dict, list)))
        elif isinstance(value, list):
            todo.extend(inner for inner in value if isinstance(inner, (dict, list)))


def _is_site(text: str, site: str) -> bool:
    return bool(site) and bool(_words(text)) and _words(text) <= _words(site)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
