"""Sitemaps: plain, gzip, with news, and indexes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Final

from lxml import etree

from pacts.errors import FetchError, FetchFailure
from sources.dates import parse_date
from sources.encoding import decode
from sources.entries import Entry
from sources.inflate import CutShortError, DamagedError, TooLargeError, gunzip, is_gzip
from sources.xmlsafe import PageError, XmlError, local_name, parse_xml, text_of

MAX_CHILDREN: Final = 5
"""Children of an index that one poll reads, the newest first."""

MAX_UNPACKED: Final = 20_000_000
MAX_ENTRIES: Final = 50_000
"""What the sitemap protocol itself allows in one file; of more, the first are read."""

_OLDEST: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Entries, newest first; or the children of an index, newest first."""

    entries: tuple[Entry, ...] = ()
    children: tuple[str, ...] = ()


def read_sitemap(
    source: str, body: bytes, content_type: str, url: str, *, zone: str, now: datetime
) -> Sitemap:
    """Read one sitemap file. Raises FetchError: NOT_A_SITEMAP, TOO_LARGE, BAD_ENCODING."""
    if is_gzip(body):
        body = _unpacked(source, body)
    text = body[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if text[:4].lower() == b"http":
        return Sitemap(_plain_list(source, decode(body, content_type)))
    try:
        root = parse_xml(body, content_type, base=url)
    except PageError as error:
        raise FetchError(source, FetchFailure.NOT_A_SITEMAP, "it is a web page") from error
    except XmlError as error:
        raise FetchError(source, FetchFailure.NOT_A_SITEMAP, str(error)) from error

    def when(text: str) -> datetime:
        return parse_date(text, zone=zone, now=now) or _OLDEST

    match local_name(root):
        case "urlset":
            return Sitemap(_newest_first(root, when))
        case "sitemapindex":
            return Sitemap(children=_children(root, when))
        case other:
            detail = f"the root element is <{other[:40]}>"
            raise FetchError(source, FetchFailure.NOT_A_SITEMAP, detail)


def _unpacked(source: str, body: bytes) -> bytes:
    try:
        return gunzip(body, MAX_UNPACKED)
    except TooLargeError as error:
        detail = f"over {MAX_UNPACKED:,} bytes unpacked"
        raise FetchError(source, FetchFailure.TOO_LARGE, detail) from error
    except DamagedError as error:
        raise FetchError(source, FetchFailure.BAD_ENCODING) from error
    except CutShortError as error:
        detail = "the packed data ends early"
        raise FetchError(source, FetchFailure.TRUNCATED, detail) from error


def _plain_list(source: str, text: str) -> tuple[Entry, ...]:
    """A text file with one address per line."""
    lines = text.split(maxsplit=MAX_ENTRIES)[:MAX_ENTRIES]
    if not all(line.lower().startswith(("http://", "https://")) for line in lines):
        raise FetchError(source, FetchFailure.NOT_A_SITEMAP, "not a list of addresses")
    return tuple(Entry(link=line) for line in lines)


def _children(root: etree._Element, when: Callable[[str], datetime]) -> tuple[str, ...]:
    found = [_parts(child) for child in islice(root, MAX_ENTRIES) if local_name(child) == "sitemap"]
    found.sort(key=lambda parts: when(parts.get("lastmod", "")), reverse=True)
    return tuple(parts["loc"] for parts in found[:MAX_CHILDREN] if parts.get("loc"))


def _newest_first(root: etree._Element, when: Callable[[str], datetime]) -> tuple[Entry, ...]:
    """All entries. Without any date the order of the file stays."""
    found = [_parts(child) for child in islice(root, MAX_ENTRIES) if local_name(child) == "url"]
    found.sort(key=lambda parts: when(_changed(parts)), reverse=True)
    return tuple(
        Entry(
            title=parts.get("title", ""),
            link=parts["loc"],
            # Not lastmod: an old page that was touched is not news.
            dates=(parts["publication_date"],) if parts.get("publication_date") else (),
            language=parts.get("language", ""),
        )
        for parts in found
        if parts.get("loc")
    )


def _changed(parts: dict[str, str]) -> str:
    return parts.get("publication_date") or parts.get("lastmod") or ""


def _parts(element: etree._Element) -> dict[str, str]:
    """The leaves of one entry by name; those of images and videos are left out."""
    parts: dict[str, str] = {}
    for child in element:
        name = local_name(child)
        if name == "news":
            for part in child.iter():
                if len(part) == 0:
                    parts.setdefault(local_name(part), text_of(part))
        elif name in {"loc", "lastmod"}:
            parts.setdefault(name, text_of(child))
    return parts
