"""XML from strangers: no entities of its own, no network, no limits lifted, mended where broken."""

from __future__ import annotations

import html
import re
from typing import Final

from lxml import etree

from sources.encoding import decode

_PROLOG: Final = re.compile(
    r"(?:\s++|(?><!--.*?-->)|(?><\?.*?\?>)|(?><!DOCTYPE\b[^\[>]*+(?:\[.*?\]\s*+)?>))*+",
    re.IGNORECASE | re.DOTALL,
)
"""All that may stand before the root. Atomic, so that rubbish costs one look at each letter."""

_START: Final = re.compile(
    r"<(?:\?xml|!DOCTYPE|(?:\w+:)?(?:rss|rdf|feed|urlset|sitemapindex|opml|channel)\b)",
    re.IGNORECASE,
)
_JUNK: Final = 8192
_PAGE: Final = re.compile(r"<!doctype\s+html\b|<(?:html|head|body)\b", re.IGNORECASE)
_INSIDE: Final = re.compile(
    r"<(?:\w{1,30}:)?(?:rss|rdf|feed|urlset|sitemapindex)\s[^<>]{0,2000}?(?:xmlns|version)\b",
    re.IGNORECASE,
)
_BAD: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AMPERSAND: Final = re.compile(r"&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});)")
_NAMED: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]\w{1,30});")


class XmlError(Exception):
    """Not XML, or XML that we refuse; the message says why."""


class PageError(XmlError):
    """A web page in place of XML."""


def parse_xml(body: bytes, content_type: str = "", *, base: str = "") -> etree._Element:
    """The root element. Broken documents are mended as far as possible.

    Raises PageError for HTML and XmlError for anything else that is no XML. A feed that stands
    inside a page is read. Entities that a document declares are never read, and what refers to
    them stays as it is written: hardly a feed needs them, and every XML bomb does.
    """
    return parse_text(xml_text(body, content_type), base=base)


def xml_text(body: bytes, content_type: str = "") -> str:
    """The document from its root on, without declarations. Raises PageError for a mere page."""
    return _root_of(_from_start(decode(body, content_type)))


def parse_text(text: str, *, base: str = "") -> etree._Element:
    """The root element of what :func:`xml_text` gave. Raises as :func:`parse_xml` does."""
    root = _parse(text, base, recover=False)
    if root is None:
        root = _parse(_mended(text), base, recover=True)
    if root is None:
        raise XmlError("it is not XML")
    if _declares(root):  # behind something odd, where the prolog was not understood
        raise XmlError("it declares entities of its own")
    if local_name(root) == "html":
        raise PageError("XHTML")
    return root


def local_name(element: etree._Element) -> str:
    """The lower-case name without namespace or prefix; empty for comments and the like."""
    tag: object = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def text_of(element: etree._Element | None) -> str:
    """All text inside, stripped."""
    return "" if element is None else "".join(str(part) for part in element.itertext()).strip()


def _from_start(text: str) -> str:
    """Without what stands before the document: marks, blank lines, warnings of PHP."""
    text = text.lstrip("\ufeff \t\r\n\x00")
    if not text.startswith("<") and (start := _START.search(text[:_JUNK])):
        text = text[start.start() :]
    return text


def _root_of(text: str) -> str:
    """Without declarations, and without the page around it. Raises PageError for a mere page."""
    prolog = _PROLOG.match(text)
    start = prolog.end() if prolog else 0
    looks = _PAGE.search(text, 0, start) or _PAGE.match(text, start)
    if not looks or _START.match(text, start):
        return text[start:]
    inside = _INSIDE.search(text, start)
    if inside is None:
        raise PageError("HTML")
    return text[inside.start() :]


def _declares(root: etree._Element) -> bool:
    own: etree.DTD | None = root.getroottree().docinfo.internalDTD
    # The stubs of lxml do not know the method.
    return own is not None and bool(own.entities())  # type: ignore[attr-defined]


def _mended(text: str) -> str:
    """With entities of HTML spelt out, stray ampersands escaped, forbidden characters gone."""
    text = _AMPERSAND.sub("&amp;", _BAD.sub("", text))
    return _NAMED.sub(_spelt_out, text)


def _spelt_out(found: re.Match[str]) -> str:
    plain = html.unescape(found[0])
    return plain if plain != found[0] and plain not in "<>&" else f"&amp;{found[1]};"


def _parse(text: str, base: str, *, recover: bool) -> etree._Element | None:
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser, base_url=base)
    except (etree.XMLSyntaxError, ValueError):
        return None
