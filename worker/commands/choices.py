"""Words of closed vocabularies on the command line: statuses, kinds, events, parties."""

from __future__ import annotations

from collections.abc import Callable
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


def language(text: str) -> str:
    """The code of a language that extraction reads. Raises UsageError that lists them."""
    from extraction.lexicon import LANGUAGES

    if text.lower() not in LANGUAGES:
        raise UsageError(f"{text!r} is none of: {', '.join(sorted(LANGUAGES))}")
    return text.lower()


def party(text: str) -> str:
    """The code of a state or organisation, by code or name. Raises UsageError with a hint."""
    from worker.config.parties import resolve

    return _understood(resolve, text)


def event(text: str) -> str:
    """``kind`` or ``kind.act``. Raises UsageError with a hint."""
    from worker.config.values import event_name

    return _understood(event_name, text)


def _understood(read: Callable[[str], str], text: str) -> str:
    try:
        return read(text)
    except ValueError as error:
        raise UsageError(f'"{text}" {error}') from None
