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
    old, new = urlsplit(url), urlsplit(moved_to)
    if _bare(old.hostname) == _bare(new.hostname):
        return None
    return new._replace(query="" if new.query == old.query else new.query, fragment="").geturl()


def _bare(host: str | None) -> str:
    return (host or "").lower().removeprefix("www.").rstrip(".")
