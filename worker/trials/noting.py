"""A door to the web that keeps a note of what goes through it: for trials, which show it."""

from __future__ import annotations

import time
from dataclasses import dataclass

from pacts.errors import FetchError
from pacts.model import Source, Validators
from sources.http import Response, Web


@dataclass(frozen=True, slots=True)
class Asked:
    """One request and what came of it. ``seconds`` hold its connection, if it needed a new one."""

    url: str
    seconds: float
    status: int | None = None
    bytes: int = 0
    content_type: str = ""
    error: str | None = None

    @property
    def said(self) -> str:
        if self.error:
            return self.error
        return f"{self.status}, {self.bytes:,} bytes, {self.content_type or 'no content type'}"


class NotingWeb(Web):
    """A door that keeps a note of every request."""

    noted: tuple[Asked, ...] = ()

    def get(
        self,
        source: Source,
        url: str,
        *,
        validators: Validators | None = None,
        patience: float = 0.0,
    ) -> Response:
        """As the door itself."""
        begun = time.monotonic()
        try:
            got = super().get(source, url, validators=validators, patience=patience)
        except FetchError as error:
            self._note(Asked(url, time.monotonic() - begun, error=error.reason))
            raise
        took = time.monotonic() - begun
        self._note(Asked(got.url, took, got.status, len(got.body), got.content_type))
        return got

    def _note(self, asked: Asked) -> None:
        self.noted = (*self.noted, asked)
