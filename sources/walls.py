"""Whether an answer is a wall for robots: a challenge, captcha or block instead of a page. Pure.

Walls are known by their machinery, what their scripts and forms are called, and by having next to
no text of their own. Words alone prove nothing: an article may be about captchas, and sites behind
such a service carry some of its scripts on every page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

LARGEST: Final = 100_000
"""Bytes: walls are small pages."""

_MANY_LINKS: Final = 25
"""No wall has so many, and nearly every other page has: asked first, since it costs least."""
_LITTLE: Final = 1500
"""Characters of visible text that a wall may have: some explain themselves at length."""
_NONE: Final = 400
"""The same where what was found stands on ordinary pages as well."""


class _Maker(NamedTuple):
    name: str
    marks: tuple[bytes, ...]
    """In lower case; one of them is enough."""
    most: int = _LITTLE


_MAKERS: Final = (
    _Maker(
        "Cloudflare",
        (
            b"_cf_chl_opt",
            b"cf-browser-verification",
            b'id="challenge-form"',
            b"cf-error-details",
            b"<title>just a moment...</title>",
            b"<title>attention required! | cloudflare</title>",
        ),
    ),
    _Maker("Imperva", (b"incapsula incident id", b"<title>pardon our interruption</title>")),
    _Maker("Imperva", (b"/_incapsula_resource?",), _NONE),
    _Maker("DDoS-Guard", (b"/.well-known/ddos-guard/", b"<title>ddos-guard</title>")),
    _Maker("Akamai", (b"/_sec/cp_challenge/", b"sec-if-cpt-container", b"errors.edgesuite.net")),
    _Maker("DataDome", (b"captcha-delivery.com/",)),
    _Maker("HUMAN", (b'id="px-captcha"', b"/px-captcha/")),
    _Maker("AWS WAF", (b"window.gokuprops", b".token.awswaf.com/")),
    _Maker("Sucuri", (b"sucuri_cloudproxy_js", b"<title>sucuri website firewall")),
    _Maker("Anubis", (b"/.within.website/x/cmd/anubis", b'id="anubis_challenge"')),
    _Maker("SafeLine", (b"/.safeline/", b"safeline-challenge")),
    _Maker("Qrator", (b"/__qrator/",)),
    _Maker("a cookie set by a script", (b"__jsl_clearance", b"slowaes.decrypt("), _NONE),
    _Maker(
        "a captcha",
        (
            b"g-recaptcha",
            b"h-captcha",
            b"cf-turnstile",
            b"smartcaptcha",
            b"geetest",
            b"/captcha/",
            b"captcha.js",
        ),
        _NONE,
    ),
)
_HEADERS: Final = {"cf-mitigated": "Cloudflare", "x-amzn-waf-action": "AWS WAF"}

_SETS_COOKIE: Final = b"document.cookie"
_COMES_BACK: Final = re.compile(
    rb"location\.(?:reload|replace)\s*\(|location(?:\.href)?\s*=(?!=)|http-equiv=.?refresh"
)
_UNSEEN: Final = re.compile(
    rb"<(script|style|template|title)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL
)
_SPACE: Final = re.compile(rb"\s+")
_PAGE: Final = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head)", re.DOTALL
)


def wall_in(headers: Mapping[str, str], body: bytes, content_type: str) -> str | None:
    """Whose wall it is, or of what kind; None for anything else.

    ``headers`` are looked up without regard to case; ``content_type`` is in lower case.
    """
    for header, name in _HEADERS.items():
        if headers.get(header):
            return name
    if len(body) > LARGEST:
        return None
    text = body.lower()
    if "html" not in content_type and not _PAGE.match(text):
        return None
    if text.count(b"<a ") >= _MANY_LINKS:
        return None
    found = [maker for maker in _MAKERS if any(mark in text for mark in maker.marks)]
    scripted = _SETS_COOKIE in text and _COMES_BACK.search(text)
    if not found and not scripted:
        return None
    shown = len(_SPACE.sub(b" ", _UNSEEN.sub(b" ", text)).strip())
    for one in found:
        if shown <= one.most:
            return one.name
    return "a script that must run first" if scripted and shown <= _NONE else None
