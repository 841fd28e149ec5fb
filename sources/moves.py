"""Whether a permanent redirect means that a source has another home. Pure."""

from __future__ import annotations

from urllib.parse import urlsplit


def new_home(url: str, moved_to: str | None) -> str | None:
    """``moved_to`` when it is on another host than ``url``; else None.

    From http to https and between a name with and without "www." nothing has moved. A query that
    is that of ``url`` is left out: it may hold a key, and whoever changes the address has it.
    """
    if moved_to is None:
        return None
    if is_same_host(url, moved_to):
        return None
    old, new = urlsplit(url), urlsplit(moved_to)
    return new._replace(query="" if new.query == old.query else new.query, fragment="").geturl()


def is_same_host(one: str, other: str) -> bool:
    """Whether two addresses are of one host, with or without "www."."""
    return _host(one) == _host(other)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.").rstrip(".")
