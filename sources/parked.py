"""Whether a page stands where an outlet used to be: its domain is parked, for sale or suspended.

Asked only of what is no feed and no listing, so that a news article about the trade in domains is
never mistaken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from lxml import etree, html

from sources.page import parse_page
from sources.text import one_line

_SHORT: Final = 4_000
"""Letters of text at most: such a page says little."""
_LOOKED_AT: Final = 300_000
"""Bytes of a page."""

_KEEPERS: Final = frozenset(
    {
        "sedo.com", "sedoparking.com", "parkingcrew.net", "bodis.com", "dan.com",
        "afternic.com", "hugedomains.com", "parklogic.com", "undeveloped.com", "uniregistry.com",
        "cashparking.com", "domainmarket.com", "buydomains.com", "skenzo.com", "namebright.com",
        "dnparking.com", "domainnamesales.com",
    }
)  # fmt: skip
"""Sites to which a parked domain sends its visitors."""

_SAID: Final = re.compile(
    r"""
      domain(?:\s+name)?\s+(?:\S+\s+)?(?:is|may\s+be|might\s+be)\s+(?:now\s+)?for\s+sale
    | domain(?:\s+name)?\s+\S+\.\S+\s+is\s+available
    | (?:buy|purchase|get|own)\s+this\s+domain
    | domain\s+(?:has|is)\s+(?:been\s+)?(?:expired|suspended|parked|on\s+hold)
    | (?:parked\s+(?:free|domain)|domain\s+parking)
    | (?:account|website|site)\s+(?:has\s+been|is)\s+suspended
    | (?:este\s+)?dominio\s+(?:est[áa]\s+)?(?:en\s+venta|a\s+la\s+venta|aparcado|caducado|expirado)
    | domaine\s+(?:est\s+)?(?:[àa]\s+vendre|en\s+vente|expir[ée])
    | domain\s+steht\s+zum\s+verkauf
    | домен(?:ное\s+имя)?\s+(?:\S+\s+)?(?:прода[её]тся|припаркован\w*|выставлен\w*\s+на\s+продажу)
    | срок\s+регистрации\s+домена
    | tên\s+miền\s+(?:này\s+)?(?:(?:đang|được)\s+)*(?:rao\s+)?(?:bán|hết\s+hạn|đã\s+hết\s+hạn)
    | (?:域名|網域)\S{0,8}(?:出售|出讓|转让|轉讓|已过期|已過期|停放)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_UNSHOWN: Final = frozenset({"script", "style", "noscript", "template"})
_ELSEWHERE: Final = re.compile(r"""location(?:\.href)?\s{0,5}=\s{0,5}["'](https?:[^"']{4,300})""")


def is_parked(body: bytes, content_type: str, url: str) -> bool:
    """Whether the page at ``url`` says so, or is kept by one who trades in domains."""
    if _kept_by_a_trader(url):
        return True
    root = parse_page(body[:_LOOKED_AT], content_type)
    if root is None:
        return False
    text = one_line(" ".join(_shown(root)))
    if len(text) > _SHORT:
        return False
    return bool(_SAID.search(text)) or any(map(_kept_by_a_trader, _targets(root)))


def _shown(root: html.HtmlElement) -> Iterator[str]:
    for element in root.iter(etree.Element):
        if element.tag not in _UNSHOWN:
            yield element.text or ""
        yield element.tail or ""


def _targets(root: html.HtmlElement) -> Iterator[str]:
    """Where its frames and scripts lead. Links lead anywhere."""
    for element in root.iter(etree.Element):
        yield element.get("src") or ""
        if element.tag == "script":
            yield from _ELSEWHERE.findall(element.text or "")


def _kept_by_a_trader(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return ".".join(host.lower().split(".")[-2:]) in _KEEPERS
