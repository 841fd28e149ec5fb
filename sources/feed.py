"""Feeds: RSS 0.9 to 2.0, RDF, Atom and JSON Feed.

Read with lxml first, and with feedparser where that finds nothing. fastfeedparser is as fast as
lxml but hands on dates that it has guessed (day and month swapped, zones lost, numbers in a guid
taken for dates) and not the words that they were read from.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from lxml import etree

from pacts.errors import FetchError, FetchFailure
from sources.encoding import decode
from sources.entries import MAX_CONTENT, Entry
from sources.xmlsafe import PageError, XmlError, local_name, parse_xml, text_of

_ROOTS: Final = frozenset({"rss", "rdf", "feed", "channel"})
_ENTRY_NAMES: Final = frozenset({"item", "entry"})
_HAS_ENTRIES: Final = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_PLAIN_SPACES: Final = (
    "http://purl.org/rss/",
    "http://my.netscape.com/",
    "http://backend.userland.com/",
    "http://channel.netscape.com/",
    "http://blogs.law.harvard.edu/",
    "http://www.w3.org/2005/Atom",
    "http://purl.org/atom/",
)
_PREFIXES: Final = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dc:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
}
_DATE_NAMES: Final = (
    "pubdate", "published", "issued", "dc:date", "dc:issued", "dc:created", "date", "created",
    "updated", "modified", "dc:modified",
)  # fmt: skip
_SECOND_LOOK: Final = 1_000_000
"""feedparser takes seconds for each megabyte of rubbish."""

_ABOUT: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Feed:
    """The entries of a feed in its own order, and the language that it says it is in."""

    entries: tuple[Entry, ...]
    language: str = ""


def read_feed(source: str, body: bytes, content_type: str, url: str, *, limit: int) -> Feed:
    """Read any feed, at most ``limit`` entries. ``source`` is the name for errors.

    An empty feed is fine and has no entries. Raises FetchError: NOT_A_FEED for a web page,
    UNREADABLE for anything else.
    """
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}:
        return _json_feed(source, decode(body, content_type), limit)
    try:
        root = parse_xml(body, content_type, base=url)
    except PageError as error:
        raise FetchError(source, FetchFailure.NOT_A_FEED) from error
    except XmlError as error:
        raise FetchError(source, FetchFailure.UNREADABLE, str(error)) from error
    feed = _xml_feed(root, limit) if local_name(root) in _ROOTS else None
    none_found = feed is None or not feed.entries
    if none_found and len(body) <= _SECOND_LOOK and _HAS_ENTRIES.search(body):
        feed = _second_opinion(body, content_type, limit) or feed
    if feed is None:
        detail = f"the root element is <{local_name(root)[:40]}>"
        raise FetchError(source, FetchFailure.UNREADABLE, detail)
    return feed


# --- XML -----------------------------------------------------------------------------------


def _xml_feed(root: etree._Element, limit: int) -> Feed:
    entries = tuple(_entry(element) for element in _first(root, limit))
    language = root.get(_LANG) or ""
    for element in root.iter():
        if local_name(element) in _ENTRY_NAMES:
            break
        if _name(element.tag) in {"language", "dc:language"}:
            language = text_of(element)
            break
    return Feed(entries, language)


def _first(root: etree._Element, limit: int) -> Iterator[etree._Element]:
    found = (element for element in root.iter() if local_name(element) in _ENTRY_NAMES)
    for _, element in zip(range(limit), found, strict=False):
        yield element


def _entry(element: etree._Element) -> Entry:
    """The first of each kind of child counts; children of other namespaces do not."""
    parts: dict[str, etree._Element] = {}
    links: list[etree._Element] = []
    for child in element:
        name = _name(child.tag)
        if name == "link":
            links.append(child)
        elif name:
            parts.setdefault(name, child)
    body = parts.get("content:encoded")
    if body is None:
        body = parts.get("content")
    summary = parts.get("description", parts.get("summary"))
    identity = text_of(parts.get("guid", parts.get("id"))) or element.get(_ABOUT, "")
    content, brief = _inner(body), _inner(summary)
    return Entry(
        title=_inner(parts.get("title", parts.get("dc:title"))),
        link=text_of(parts.get("feedburner:origlink")) or _link(links, parts.get("guid"), identity),
        identity=identity,
        dates=tuple(text_of(parts[name])[:300] for name in _DATE_NAMES if name in parts),
        summary=brief or content,
        content=content or (brief if "<" in brief else ""),
        language=text_of(parts.get("dc:language")) or element.get(_LANG, ""),
        base=_base(element),
    )


def _link(links: list[etree._Element], guid: etree._Element | None, identity: str) -> str:
    """The page of the entry: text of RSS, ``alternate`` of Atom, else a guid that is an address."""
    for link in links:
        if link.text and link.text.strip():
            return link.text.strip()
    pages = [link for link in links if link.get("rel", "alternate") == "alternate"]
    pages.sort(key=lambda link: "html" not in link.get("type", "html"))
    for link in pages:
        if link.get("href"):
            return str(link.get("href"))
    is_page = identity.startswith(("http://", "https://")) and (
        guid is None or guid.get("isPermaLink", "true").strip().lower() != "false"
    )
    return identity if is_page else ""


def _base(element: etree._Element) -> str:
    base = element.base or ""
    return base if base.startswith(("http://", "https://")) else ""


def _inner(element: etree._Element | None) -> str:
    """Text, or the markup inside where a feed puts elements in place of escaped text."""
    if element is None:
        return ""
    text = element.text or ""
    if len(element):
        children = (etree.tostring(child, encoding="unicode", method="html") for child in element)
        text += "".join(children)
    return text[:MAX_CONTENT].strip()


@lru_cache(maxsize=512)
def _name(tag: Any) -> str:
    """The name of a child as we look it up; empty for namespaces that are none of ours."""
    if not isinstance(tag, str) or len(tag) > 200:
        return ""
    space, _, local = tag.rpartition("}")
    local = local.lower()
    if not space:
        prefix, _, bare = local.rpartition(":")
        if prefix in {"atom", "rss"}:
            return bare
        return local if prefix in {"", "content", "dc", "feedburner"} else ""
    space = space[1:]
    if space in _PREFIXES:
        return _PREFIXES[space] + local
    return local if space.startswith(_PLAIN_SPACES) else ""


# --- feedparser ----------------------------------------------------------------------------


def _second_opinion(body: bytes, content_type: str, limit: int) -> Feed | None:
    import feedparser  # late: seldom needed

    # A stream: given bytes or text, feedparser may take them for the name of a file.
    try:
        parsed = feedparser.parse(
            io.BytesIO(body),
            response_headers={"content-type": content_type} if content_type else {},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, LookupError, AttributeError, TypeError):
        return None  # it trips over some rubbish ("&#x110000;"): then there is no second opinion
    entries = tuple(_from_feedparser(entry) for entry in parsed.entries[:limit])
    return Feed(entries, str(parsed.feed.get("language") or "")) if entries else None


def _from_feedparser(entry: Any) -> Entry:
    contents = entry.get("content") or ()
    return Entry(
        title=str(entry.get("title") or ""),
        link=str(entry.get("link") or ""),
        identity=str(entry.get("id") or ""),
        dates=tuple(
            str(dict.get(entry, name))[:300]
            for name in ("published", "created", "updated")
            if dict.get(entry, name)  # without feedparser's guess of one date from another
        ),
        summary=str(entry.get("summary") or ""),
        content=str(contents[0].get("value") or "")[:MAX_CONTENT] if contents else "",
    )


# --- JSON Feed -----------------------------------------------------------------------------


def _json_feed(source: str, text: str, limit: int) -> Feed:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FetchError(source, FetchFailure.UNREADABLE, "damaged JSON") from error
    items = data.get("items") if isinstance(data, dict) else None
    if not isinstance(items, list):
        raise FetchError(source, FetchFailure.UNREADABLE, "JSON, but not a JSON Feed")
    entries = tuple(_from_json(item) for item in items[:limit] if isinstance(item, dict))
    return Feed(entries, _string(data, "language"))


def _from_json(item: dict[str, Any]) -> Entry:
    markup, words = _string(item, "content_html"), _string(item, "content_text")
    return Entry(
        title=_string(item, "title"),
        link=_string(item, "url") or _string(item, "external_url"),
        identity=_string(item, "id"),
        dates=tuple(
            date
            for date in (_string(item, "date_published"), _string(item, "date_modified"))
            if date
        ),
        summary=_string(item, "summary") or words or markup,
        content=(markup or words)[:MAX_CONTENT],
        language=_string(item, "language"),
    )


def _string(data: dict[str, Any], name: str) -> str:
    value = data.get(name)
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
