"""Bytes to text when the declared encoding is missing or wrong.

Valid UTF-8 is taken for UTF-8 whatever is declared: other encodings almost never look like it,
while servers that call everything Latin-1 are common.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

_DECLARED: Final = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?encoding|<meta[^>]{0,300}?charset)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([a-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD: Final = 4096
_LATIN: Final = frozenset({"iso8859-1", "ascii", "cp1252"})
_WIDER: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""Encodings that browsers read as a larger one, since pages do not mean what they say."""

_REFUSED: Final = frozenset(
    {"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"}
)
"""What Python calls encodings and no page is written in; some take time without end."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OURS: Final = ["cp1252", "cp1251", "koi8_r", "gb18030", "big5hkscs"]
"""Asked first: those of languages that we read. A few accents of Spanish or French were taken for
Polish and Latvian, which share most of their bytes."""
_FEW: Final = 0.01
_SAMPLE: Final = 100_000
_TELLING: Final = 100
"""Bytes below which statistics say nothing: four of them were taken for Chinese."""


def decode(body: bytes, content_type: str = "") -> str:
    """The text of a page or feed. Never raises; what cannot be read becomes U+FFFD."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    declared = _declarations(body, content_type)
    if not any(name.startswith(("iso2022", "hz", "utf-7")) for name in declared):
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            pass
    for name in declared:
        text = _try(body, name)
        if text is not None:
            return text
    nearly = body.decode("utf-8", "replace")
    if nearly.count("\ufffd") < _FEW * len(nearly):
        return nearly
    return _guess(body)


def _declarations(body: bytes, content_type: str) -> list[str]:
    """Encodings that header and document name, the more telling one first."""
    inside = _DECLARED.search(body[:_HEAD])
    outside = _CHARSET.search(content_type)
    names = [_known(outside[1] if outside else ""), _known(inside[1].decode() if inside else "")]
    if names[0] in _LATIN:
        names.reverse()  # what servers say of every page, when nobody told them better
    return [_WIDER.get(name, name) for name in names if name]


def _known(name: str) -> str:
    """Python's own name of an encoding for text; empty when it has none."""
    try:
        found = codecs.lookup(name) if name else None
    except (LookupError, ValueError):
        return ""
    # Codecs such as "hex" or "zlib" do not give text: unpacking bombs is not a page's to ask for.
    is_text = found is not None and getattr(found, "_is_text_encoding", True)
    return found.name if found and is_text and found.name not in _REFUSED else ""


def _try(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (UnicodeError, ValueError):
        pass
    text = body.decode(name, "replace") if name != "utf-8" else ""
    return text if text and text.count("\ufffd") < _FEW * len(text) else None


def _guess(body: bytes) -> str:
    """By the statistics of the language; Western European when even that says nothing."""
    from charset_normalizer import from_bytes  # late: seldom needed, and not small

    for among in (_OURS, None) if len(body) >= _TELLING else ():
        best = from_bytes(body[:_SAMPLE], cp_isolation=among).best()
        if best is not None:
            return body.decode(best.encoding, "replace")
    return body.decode("cp1252", "replace")
