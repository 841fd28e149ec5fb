"""Short ways to make sources and to expect failures, for the tests of the room ``sources``."""

from __future__ import annotations

import contextlib
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from pacts.errors import FetchError, FetchFailure
from pacts.model import Selectors, Source
from pacts.terms import Pages, SourceKind
from sources.http import Web
from sources.resolve import LookUp, Resolver, ask_system
from sources.transport import Dialling

NOW = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)


def source(
    url: str = "http://127.0.0.1/feed",
    kind: SourceKind = SourceKind.FEED,
    *,
    name: str = "outlet",
    private: bool = True,
    select: Selectors | None = None,
    zone: str = "UTC",
    language: str | None = None,
    pages: Pages = Pages.ALL,
    max_items: int = 100,
    robots: bool = False,
) -> Source:
    return Source(
        name=name,
        kind=kind,
        url=url,
        select=select,
        time_zone=zone,
        language=language,
        pages=pages,
        max_items=max_items,
        allow_private=private,
        robots=robots,
    )


_NO_TLS = ssl.create_default_context()


def door(
    *,
    deadline: float = 10.0,
    connect_timeout: float = 2.0,
    max_bytes: int = 10_000_000,
    max_per_host: int = 2,
    spacing: float = 0.0,
    patience: float = 30.0,
    proxy: str | None = None,
    resolver: Resolver = ask_system,
    clock: Callable[[], float] = time.monotonic,
) -> Web:
    """A door for plain http: reading certificates for each would take longer than most tests."""
    return Web(
        deadline=deadline,
        connect_timeout=connect_timeout,
        max_bytes=max_bytes,
        max_per_host=max_per_host,
        spacing=spacing,
        patience=patience,
        proxy=proxy,
        dialling=Dialling(LookUp(resolver)),
        clock=clock,
        ssl_context=_NO_TLS,
    )


@dataclass(slots=True)
class Caught:
    error: FetchError | None = None

    @property
    def detail(self) -> str:
        assert self.error is not None
        return self.error.detail


@contextlib.contextmanager
def fails(failure: FetchFailure) -> Iterator[Caught]:
    """The block raises a FetchError of this kind and no other."""
    caught = Caught()
    with pytest.raises(FetchError) as info:
        yield caught
    caught.error = info.value
    assert info.value.failure is failure, info.value.reason


def rss(*items: str, head: str = "") -> bytes:
    body = "".join(f"<item>{item}</item>" for item in items)
    return f"<rss version='2.0'><channel><title>T</title>{head}{body}</channel></rss>".encode()
