"""XML from strangers: no entities of its own, no network, no limits lifted, mended where broken."""

from __future__ import annotations

import html
import re
from typing import Final

from lxml import etree

from sources.encoding import decode

_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_START: Final = re.compile(
    r"<(?:\?xml|!DOCTYPE|(?:\w+:)?(?:rss|rdf|feed|urlset|sitemapindex|opml|channel)\b)",
    re.IGNORECASE,
)
_JUNK: Final = 8192
_PAGE: Final = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
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

    Raises PageError for HTML and XmlError for anything else that is no XML. A document that
    declares entities is refused: nobody's feed needs them, and every XML bomb does.
    """
    text = decode(body, content_type)
    if "<!ENTITY" in text:
        raise XmlError("it declares entities of its own")
    text = _from_start(text)
    if _PAGE.match(text):
        raise PageError("HTML")
    root = _parse(text, base, recover=False)
    if root is None:
        root = _parse(_mended(text), base, recover=True)
    if root is None:
        raise XmlError("it is not XML")
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
    return _DECLARATION.sub("", text, count=1).lstrip()


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
