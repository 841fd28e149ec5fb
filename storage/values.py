"""How values stand in the tables: times, days, texts and JSON, each in one form only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, Final

_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")
_REPLACEMENT: Final = "\ufffd"


def clean(text: str) -> str:
    """``text`` without what SQLite cannot hold: NUL and lone surrogates become U+FFFD.

    One character for one character, so offsets of evidence stay true.
    """
    return _UNSTORABLE.sub(_REPLACEMENT, text)


def clean_or_none(text: str | None) -> str | None:
    return None if text is None else clean(text)


def time_text(time: datetime) -> str:
    """ISO 8601 in UTC and of one width, so that the order of texts is the order of times.

    Raises ValueError for a time without a zone: guessing one would move it by hours.
    """
    if time.tzinfo is None:
        raise ValueError(f"a time without a zone: {time.isoformat()}")
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def time_text_or_none(time: datetime | None) -> str | None:
    return None if time is None else time_text(time)


def time_of(text: str) -> datetime:
    return datetime.fromisoformat(text)


def time_or_none(text: str | None) -> datetime | None:
    return None if text is None else time_of(text)


def day_text(day: date, *, shift: int = 0) -> str:
    """A day, or the one ``shift`` days later; the calendar ends at its ends."""
    number = day.toordinal() + shift
    return date.fromordinal(min(max(number, 1), date.max.toordinal())).isoformat()


def utc_day(time: datetime) -> date:
    return time.astimezone(UTC).date()


def json_text(value: Any) -> str:
    """Compact JSON that reads as it is written in any script, cleaned like every text."""
    text = _dumps(value)
    if "\\u0000" in text:  # JSON escapes a NUL, which would come back as one
        text = _dumps(_cleaned(value))
    return clean(text)


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value


def json_list(values: Iterable[object]) -> str:
    """A JSON array, also the way in which a list of any length becomes one SQL parameter."""
    return json_text(list(values))
