"""How reasons, bodies and numbers are put. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from notifiers.clean import clean
from pacts.terms import Reason, Scope

_FOLLOW_UP: Final = "It was reported otherwise before."
"""What is different now stands below the first sentence."""

REASON: Final[Mapping[Reason, str]] = {
    Reason.FIRST: "First report of this.",
    Reason.ADVANCED: _FOLLOW_UP,
    Reason.CORRECTED: _FOLLOW_UP,
    Reason.DENIED: _FOLLOW_UP,
    Reason.NEW_PARTY: _FOLLOW_UP,
    Reason.THRESHOLD: "Enough independent sources tell it now.",
    Reason.REMINDER: "The watch asks for a reminder of plans that nobody confirms.",
    Reason.KEYWORDS: "The watch asks for each new item with these words.",
    Reason.OPERATOR: "You run this service: this is about the service or one of its sources.",
    Reason.NOTHING: "It is time for a digest, and there is nothing to tell.",
    Reason.BASELINE: "Not sent: found in the first poll of a new source.",
    Reason.HELD: "Not sent: told only by sources that are on hold.",
    Reason.SILENCED: "Not sent: a silence covers it.",
    Reason.INHIBITED: "Not sent: a stronger alert of the same article says it.",
    Reason.TOO_OLD: "Not sent: it happened or was published too long ago.",
    Reason.UNSURE: "Not sent: less sure than the watch asks for.",
    Reason.TOO_FEW: "Not sent: too few independent sources tell it.",
    Reason.DUPLICATE: "Not sent: told before, and this adds nothing new.",
}

SCOPE: Final[Mapping[Scope, str]] = {
    Scope.STATE: "states",
    Scope.MIXED: "states with companies or other bodies",
    Scope.SUBNATIONAL: "regions or cities",
    Scope.CORPORATE: "companies",
}

_LANGUAGES: Final[Mapping[str, str]] = {
    "ar": "Arabic",
    "az": "Azerbaijani",
    "be": "Belarusian",
    "de": "German",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "hi": "Hindi",
    "hy": "Armenian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "ko": "Korean",
    "ky": "Kyrgyz",
    "mn": "Mongolian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sr": "Serbian",
    "tg": "Tajik",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
_SMALL: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{clean(name)}”" for name in names)


def foreign(language: str) -> str:
    """ "Vietnamese"; empty for English and for what is not known."""
    return _LANGUAGES.get(language, "")


def in_words(number: int) -> str:
    """ "three"; from ten on in figures."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else str(number)


def sentence(words: str) -> str:
    """With a capital and a full stop; empty stays empty."""
    if words and words[-1] not in ".!?":
        words += "."
    return words[:1].upper() + words[1:]
