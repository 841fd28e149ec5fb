"""Words of a closed vocabulary on the command line."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from pacts.errors import UsageError

Word = TypeVar("Word", bound=StrEnum)


def one_of(vocabulary: type[Word], text: str | None) -> Word | None:
    """The member that is meant, None for none. Raises UsageError that lists what there is."""
    if text is None:
        return None
    try:
        return vocabulary(text.lower())
    except ValueError:
        known = ", ".join(word.value for word in vocabulary)
        raise UsageError(f"{text!r} is none of: {known}") from None
