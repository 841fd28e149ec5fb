"""Addresses on their way through the door: which may be asked for, where a redirect leads."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final
from urllib.parse import urljoin, urlsplit

import requests

from pacts.errors import FetchError, FetchFailure
from pacts.model import Source
from pacts.terms import SourceKind

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD: Final = frozenset({301, 308})


def without_credentials(url: str) -> str:
    """The URL without ``user:password@``, one that cannot be read included."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return re.sub(r"//[^/?#]*@", "//", url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def host_of(source: Source, url: str) -> str:
    """The host of an address that we are willing to fetch. Raises FetchError for any other."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(source.name, FetchFailure.BAD_ADDRESS) from error
    if parts.scheme not in {"http", "https"} or not host:
        detail = f"a {parts.scheme[:20]}: address" if parts.scheme else "no http or https in it"
        raise FetchError(source.name, FetchFailure.BAD_ADDRESS, detail)
    return host


def joined(source: Source, url: str, target: str) -> str:
    """Where a redirect leads, as an address that we are willing to fetch."""
    try:
        where = urljoin(url, target)
    except ValueError as error:
        raise FetchError(source.name, FetchFailure.BAD_ADDRESS, "a redirect") from error
    host_of(source, where)
    return where


def credentials_for(source: Source, url: str) -> tuple[str, str] | None:
    """The credentials in the source's own URL, for other addresses of the same origin."""
    own, asked = urlsplit(source.url), urlsplit(url)
    same = (own.scheme, own.hostname, own.port) == (asked.scheme, asked.hostname, asked.port)
    if source.kind is SourceKind.FOLDER or not same or own.username is None:
        return None
    return requests.utils.get_auth_from_url(source.url)


def target_of(answer: requests.Response) -> str | None:
    """Where a redirect leads. Header bytes arrive as Latin-1 and are UTF-8 in practice."""
    location = answer.headers.get("Location")
    if answer.status_code not in _REDIRECTS or not location:
        return None
    return location.encode("latin-1", "replace").decode("utf-8", "replace").strip()


def moved_to(moves: list[tuple[int, str]]) -> str | None:
    """The last address of the permanent redirects that came before any other."""
    for_good = list(takewhile(lambda move: move[0] in _FOR_GOOD, moves))
    return without_credentials(for_good[-1][1]) if for_good else None
