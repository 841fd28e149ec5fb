"""Reading the headers of an answer: validators, how long it stays fresh, when to come back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from pacts.model import Validators

MAX_FRESH: Final = 86_400.0
"""A promise of no change is believed for a day at most: a year on a list of news is a mistake."""

MAX_RETRY_AFTER: Final = 7 * 86_400.0
"""No server sends us away for longer than a week."""

_MAX_VALIDATOR: Final = 1000
_DIRECTIVE: Final = re.compile(r'([a-z-]+)(?:\s*=\s*"?(\d+)"?)?', re.ASCII)


def validators_of(headers: Mapping[str, str], before: Validators | None, status: int) -> Validators:
    """The validators to keep. A 304 may leave them out: then those of before stay."""
    known = before if before is not None and status == 304 else Validators()
    return Validators(
        etag=_clean(headers.get("ETag")) or known.etag,
        last_modified=_clean(headers.get("Last-Modified")) or known.last_modified,
        body_hash=known.body_hash,
    )


def fresh_for(headers: Mapping[str, str]) -> float | None:
    """Seconds for which the server promises no change, at most a day; None without a promise."""
    directives = dict(_DIRECTIVE.findall(headers.get("Cache-Control", "").lower()))
    if directives.keys() & {"no-cache", "no-store", "must-understand"}:
        return None
    if directives.get("max-age"):
        seconds = float(directives["max-age"]) - (_number(headers.get("Age")) or 0.0)
    else:
        expires, date = _moment(headers.get("Expires")), _moment(headers.get("Date"))
        if expires is None or date is None:
            return None
        seconds = (expires - date).total_seconds()
    return min(seconds, MAX_FRESH) if seconds > 0 else None


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds until the server wants to see us again; None when it does not say.

    A date is counted from the server's own clock, so that neither clock has to be right.
    """
    value = headers.get("Retry-After")
    seconds = _number(value)
    if seconds is None:
        moment, date = _moment(value), _moment(headers.get("Date"))
        if moment is None or date is None:
            return None
        seconds = (moment - date).total_seconds()
    return max(0.0, min(seconds, MAX_RETRY_AFTER))


def _clean(value: str | None) -> str | None:
    """A validator that can be sent back as it is."""
    text = (value or "").strip()
    fits = text.isascii() and text.isprintable() and len(text) <= _MAX_VALIDATOR
    return text if text and fits else None


def _number(value: str | None) -> float | None:
    text = (value or "").strip()
    return float(text) if text.isascii() and text.isdigit() and len(text) < 20 else None


def _moment(value: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value or "")
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
