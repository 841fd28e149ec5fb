"""A sign of life for a service elsewhere that raises the alarm when it stops: one GET."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from pacts.errors import FetchError, FetchFailure
from pacts.model import Source
from pacts.terms import SourceKind
from sources.http import Web
from sources.resolve import is_numeric
from sources.transport import is_public

DEADLINE: Final = 10.0
_MOST_BYTES: Final = 100_000
_TAKEN: Final = re.compile(r"HTTP 2\d\d")


def ping(url: str, *, user_agent: str, proxy: str | None = None) -> None:
    """Ask for ``url`` once; any answer of success will do, an empty one as well.

    It goes through the proxy, but for numeric addresses inside our network; without a proxy it
    may lead inside, since whoever runs the service wrote it. Redirects are followed under the
    same rules as those of sources. Raises FetchError, whatever goes wrong.
    """
    host = urlsplit(url).hostname or ""
    inside = host == "localhost" or (is_numeric(host) and not is_public(host))
    whom = Source(
        name="ping",
        kind=SourceKind.FOLDER,
        url=url,
        allow_private=proxy is None or inside,
        robots=False,
    )
    with Web(user_agent=user_agent, deadline=DEADLINE, max_bytes=_MOST_BYTES, proxy=proxy) as web:
        try:
            web.get(whom, url)
        except FetchError as error:
            empty = error.failure is FetchFailure.EMPTY
            if not empty and not (error.failure is FetchFailure.STATUS and _taken(error)):
                raise


def _taken(error: FetchError) -> bool:
    return _TAKEN.fullmatch(error.detail) is not None
