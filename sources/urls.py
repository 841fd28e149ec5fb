"""Addresses: made absolute for fetching, made canonical for telling whether two are one page.

Neither library does it alone: courlan drops trackers and keeps ``/a/../b`` and fragments, w3lib
resolves paths, sorts queries, drops fragments and keeps trackers.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from courlan import clean_url
from w3lib.url import canonicalize_url

MAX_URL: Final = 2000
"""Longer addresses are rubbish or traps, and some stores and mail programs cut them."""

_SPACE: Final = re.compile(r"[\x00-\x20\x7f\u200b\ufeff]+")
_READY: Final = re.compile(
    r"https?://[a-z0-9.-]+(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}))?/[!$-:<-~]*"
)
"""An address in the form that it would be given: no capitals in the host, no fragment, no user."""
_PASSES: Final = 8
_CAMPAIGN: Final = ("utm_", "mc_", "mtm_", "pk_", "itm_", "fb", "gcl", "dcl", "ycl", "mscl")


def absolute(link: str, base: str = "") -> str | None:
    """``link`` as found on the page at ``base``, ready to be fetched; None if it is no web address.

    Keeps the query as it is, since some servers mind; drops fragment and credentials.
    """
    if len(link) <= MAX_URL and _READY.fullmatch(link) and not link.endswith("?"):
        return link  # most addresses, at a tenth of the time
    try:
        parts = urlsplit(urljoin(base, _SPACE.sub("", link) if link else ""))
        host = parts.hostname
        port = parts.port
    except ValueError:
        return None
    if not link or parts.scheme not in {"http", "https"} or not host:
        return None
    netloc = f"[{host}]" if ":" in host else host
    if port is not None:
        netloc += f":{port}"
    url = urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))
    return url if len(url) <= MAX_URL else None


def canonical(link: str, base: str = "") -> str | None:
    """The form in which two addresses of one page are equal; None if it is no web address.

    Idempotent: cleaning can uncover something to clean, so it is repeated until nothing changes.
    """
    url = absolute(link, base)
    for _ in range(_PASSES):
        if url is None:
            return None
        again = _once(url)
        if again == url:
            return url
        url = again
    return url


def _once(url: str) -> str | None:
    cleaned = clean_url(url)
    if not cleaned:
        return None
    try:
        return absolute(canonicalize_url(_with_numbers(cleaned, url)))
    except (ValueError, UnicodeError):
        return None


def _with_numbers(cleaned: str, url: str) -> str:
    """Put back the numbered parameters that courlan takes for trackers by their names.

    Sites number their pages by ``eid``, ``cid``, ``uid`` or ``ref``: dropping one would make all
    of their pages one page, and every news but the first unseen for ever.
    """
    before, after = urlsplit(url), urlsplit(cleaned)
    kept = parse_qsl(after.query, keep_blank_values=True)
    names = {name for name, _ in kept}
    lost = [
        (name, value)
        for name, value in parse_qsl(before.query)
        if name not in names and value.isdigit() and not name.lower().startswith(_CAMPAIGN)
    ]
    if not lost or before.hostname != after.hostname:
        return cleaned
    return urlunsplit(after._replace(query=urlencode(kept + lost)))
