"""Feeds: RSS 0.9 to 2.0, RDF, Atom, CDF and JSON Feed.

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
from sources.xmlsafe import PageError, XmlError, local_name, parse_text, text_of, xml_text

_ROOTS: Final = frozenset({"rss", "rdf", "feed", "channel"})
_ENTRY_NAMES: Final = frozenset({"item", "entry"})
_HAS_ENTRIES: Final = re.compile(r"<(?:\w{1,30}:)?(?:item|entry)[\s>]", re.IGNORECASE)
_XML_BEHIND: Final = re.compile(r"\A[^\"]*<(?:\?xml|rss|rdf:|feed|channel)\b", re.IGNORECASE)
"""A feed behind a warning in brackets ("[notice] ..."); in JSON a quotation mark comes first."""

_JUNK: Final = 8192
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
    "http://purl.org/dc/elements/1.0/": "dc:",
    "http://purl.org/dc/terms/": "dc:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://news.yandex.ru": "",
    "http://news.yandex.ru/": "",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
}
_DATE_NAMES: Final = (
    "pubdate", "published", "issued", "dc:date", "dc:issued", "dc:created", "date", "created",
    "updated", "modified", "dc:modified",
)  # fmt: skip
_CONTENT_NAMES: Final = (
    "content:encoded",
    "content",
    "xhtml:body",
    "body",
    "fullitem",
    "full-text",
)
_SUMMARY_NAMES: Final = ("description", "summary", "abstract", "dc:description", "itunes:summary")
_MEDIA: Final = ("http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss")
_EDITED_NAMES: Final = ("updated", "modified", "dc:modified")
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
        text = decode(body, content_type)
        if not _XML_BEHIND.search(text[:_JUNK]):
            return _json_feed(source, text, limit)
    try:
        text = xml_text(body, content_type)
        root = parse_text(text, base=url)
    except PageError as error:
        raise FetchError(source, FetchFailure.NOT_A_FEED) from error
    except XmlError as error:
        raise FetchError(source, FetchFailure.UNREADABLE, str(error)) from error
    feed = _xml_feed(root, limit) if local_name(root) in _ROOTS else None
    none_found = feed is None or not feed.entries
    if none_found and len(text) <= _SECOND_LOOK and _HAS_ENTRIES.search(text):
        feed = _second_opinion(text, limit) or feed
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
        if _name(element.tag, "") in {"language", "dc:language"}:
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
    own = str(element.tag).rpartition("}")[0]
    for child in element:
        name = _name(child.tag, own)
        if name == "link":
            links.append(child)
        elif name:
            parts.setdefault(name, child)
    content, brief = _first_of(parts, _CONTENT_NAMES), _first_of(parts, _SUMMARY_NAMES)
    identity = text_of(parts.get("guid", parts.get("id"))) or element.get(_ABOUT, "")
    link = text_of(parts.get("feedburner:origlink")) or _link(links, parts.get("guid"), identity)
    dates = tuple(text_of(parts[name])[:300] for name in _DATE_NAMES if name in parts)
    return Entry(
        title=_first_of(parts, ("title", "dc:title")) or _in_media(element, "title"),
        link=link or _attribute(element, "href"),
        identity=identity,
        dates=dates or tuple(filter(None, [_attribute(element, "lastmod")])),
        updated=next((text_of(parts[name])[:300] for name in _EDITED_NAMES if name in parts), ""),
        summary=brief or content or _in_media(element, "description"),
        content=content or (brief if "<" in brief else ""),
        language=text_of(parts.get("dc:language")) or element.get(_LANG, ""),
        base=_base(element),
    )


def _first_of(parts: dict[str, etree._Element], names: tuple[str, ...]) -> str:
    """What the first of these children says that says anything."""
    return next(filter(None, (_inner(parts[name]) for name in names if name in parts)), "")


def _in_media(element: etree._Element, name: str) -> str:
    """What Media RSS says, for entries that say it nowhere else (YouTube)."""
    tags = [f"{{{space}}}{name}" for space in _MEDIA]
    return text_of(next(element.iter(*tags), None))[:MAX_CONTENT]


def _attribute(element: etree._Element, name: str) -> str:
    """An attribute of a CDF item, whose names have either case."""
    return next((str(value) for key, value in element.items() if key.lower() == name), "")


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
    is_page = identity.lower().startswith(("http://", "https://")) and (
        guid is None or guid.get("isPermaLink", "true").strip().lower() != "false"
    )
    return identity if is_page else ""


def _base(element: etree._Element) -> str:
    base = element.base or ""
    return base if base.startswith(("http://", "https://")) else ""


def _inner(element: etree._Element) -> str:
    """Text, or the markup inside where a feed puts elements in place of escaped text."""
    text = element.text or ""
    if len(element):
        children = (etree.tostring(child, encoding="unicode", method="html") for child in element)
        text += "".join(children)
    return text[:MAX_CONTENT].strip()


@lru_cache(maxsize=512)
def _name(tag: Any, own: str) -> str:
    """The name of a child as we look it up; empty for namespaces that are none of ours.

    ``own`` is the namespace of the entry, with its opening brace: many a feed misspells it.
    """
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
    if space.lower() in _PREFIXES:
        return _PREFIXES[space.lower()] + local
    return local if space == own[1:] or space.startswith(_PLAIN_SPACES) else ""


# --- feedparser ----------------------------------------------------------------------------


def _second_opinion(text: str, limit: int) -> Feed | None:
    import feedparser  # late: seldom needed

    # A stream: given bytes or text, feedparser may take them for the name of a file. Our text,
    # not the body: it would expand what entities there are.
    try:
        parsed = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
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
        updated=str(dict.get(entry, "updated") or "")[:300],
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
        updated=_string(item, "date_modified"),
    )


def _string(data: dict[str, Any], name: str) -> str:
    value = data.get(name)
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
