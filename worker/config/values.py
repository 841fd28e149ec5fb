"""The kinds of text that settings are written in, each checked where it is read.

Every function takes what stands in the file and gives the value, or raises ValueError with the
sentence that the user reads. The sentence never repeats what stands in the file where that could
be a secret.
"""

from __future__ import annotations

import re
import zoneinfo
from datetime import timedelta
from functools import cache
from typing import Final

import soupsieve

from pacts.terms import ACTS, Act, Kind
from worker.config.wording import closest, listed

_UNITS: Final = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
}
_DURATION: Final = re.compile(r"([0-9]{1,6})([smhd])")
_PAUSE: Final = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)s")
LONGEST_PAUSE: Final = timedelta(minutes=1)
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_COUNTRY_FOR_LANGUAGE: Final = {
    "vn": "vi",
    "kz": "kk",
    "cn": "zh",
    "jp": "ja",
    "ua": "uk",
    "gr": "el",
    "cz": "cs",
    "dk": "da",
    "ir": "fa",
    "rs": "sr",
    "ge": "ka",
    "by": "be",
    "tj": "tg",
}
"""Country codes that people write for a language; none of them is a language as well."""
_LANGUAGES: Final = {
    "arabic": "ar",
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "german": "de",
    "kazakh": "kk",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "vietnamese": "vi",
}
_CITIES: Final = {
    "abu_dhabi": "Asia/Dubai",
    "ankara": "Europe/Istanbul",
    "astana": "Asia/Almaty",
    "beijing": "Asia/Shanghai",
    "brasilia": "America/Sao_Paulo",
    "canberra": "Australia/Sydney",
    "delhi": "Asia/Kolkata",
    "geneva": "Europe/Zurich",
    "hanoi": "Asia/Ho_Chi_Minh",
    "islamabad": "Asia/Karachi",
    "new_delhi": "Asia/Kolkata",
    "st_petersburg": "Europe/Moscow",
    "the_hague": "Europe/Amsterdam",
    "washington": "America/New_York",
}
"""Cities that people look for and the database of time zones does not name."""


LONGEST_NAME: Final = 60


def name(text: str) -> str:
    """What a person calls a source, a watch or a channel."""
    if not text.strip():
        raise ValueError("is empty: give it a name")
    if text != text.strip() or not text.isprintable():
        raise ValueError("must be one line without spaces around it")
    if len(text) > LONGEST_NAME:
        raise ValueError(f"is longer than {LONGEST_NAME} characters")
    return text


def duration(written: object) -> timedelta:
    """``90s``, ``15m``, ``2h`` or ``1d``."""
    found = _DURATION.fullmatch(written) if isinstance(written, str) else None
    if not found:
        raise ValueError(
            "is not a duration: write a number and s, m, h or d, such as 15m, 2h or 1d"
        )
    value = int(found[1]) * _UNITS[found[2]]
    if value < timedelta(seconds=1):
        raise ValueError("must be one second (1s) or more")
    return value


def pause(written: object) -> timedelta:
    """``0.5s`` or ``2s``, up to a minute; a bare number is one of seconds."""
    text = f"{written}s" if isinstance(written, int | float) else written
    found = _PAUSE.fullmatch(text) if isinstance(text, str) else None
    if not found or isinstance(written, bool):
        raise ValueError("is not a number of seconds: write one such as 0.5s or 2s")
    value = timedelta(seconds=float(found[1]))
    if value > LONGEST_PAUSE:
        raise ValueError("must be one minute (60s) or less")
    return value


def duration_text(value: timedelta) -> str:
    """The shortest form that :func:`duration` reads back, or :func:`pause` below a second."""
    if value % _UNITS["s"] or not value:
        return f"{value.total_seconds():g}s"
    seconds = round(value.total_seconds())
    for unit in ("d", "h", "m"):
        count, rest = divmod(seconds, round(_UNITS[unit].total_seconds()))
        if not rest:
            return f"{count}{unit}"
    return f"{seconds}s"


@cache
def _zones() -> tuple[str, ...]:
    return tuple(sorted(zoneinfo.available_timezones()))


def time_zone(name: str) -> str:
    """An IANA name, as it is spelt there."""
    if name not in _zones():
        raise ValueError(f"is not a known time zone; {_zone_hint(name)}")
    return name


def _zone_hint(name: str) -> str:
    tail = name.rpartition("/")[2].replace(" ", "_").casefold()
    places = [zone for zone in _zones() if "/" in zone and not zone.startswith("Etc/")]
    meant = _CITIES.get(tail) or next(
        (zone for zone in ("UTC", *places) if zone.rpartition("/")[2].casefold() == tail), None
    )
    if meant is None and not re.search(r"[+\d]", name):  # the signs of Etc/GMT+7 are reversed
        meant = closest(name, places)
    return f'did you mean "{meant}"?' if meant else "write one such as UTC or Asia/Ho_Chi_Minh"


def language(code: str) -> str:
    """A BCP 47 primary tag."""
    if code in _COUNTRY_FOR_LANGUAGE:
        meant = _COUNTRY_FOR_LANGUAGE[code]
        raise ValueError(f'is the code of a country; did you mean the language "{meant}"?')
    if not _LANGUAGE.fullmatch(code):
        raise ValueError(f"is not a language code; {_language_hint(code)}")
    return code


def _language_hint(code: str) -> str:
    primary = re.split("[-_]", code.lower())[0]
    meant = _LANGUAGES.get(primary) or (primary if _LANGUAGE.fullmatch(primary) else None)
    return f'did you mean "{meant}"?' if meant else "write two or three small letters, such as en"


def selector(text: str) -> str:
    """A CSS selector."""
    try:
        soupsieve.compile(text)
    except (soupsieve.SelectorSyntaxError, ValueError) as error:
        first = str(error).splitlines()[0] if str(error) else "it cannot be read"
        raise ValueError(f"is not a CSS selector: {first[:1].lower()}{first[1:]}") from error
    return text


EVENT_NAMES: Final[tuple[str, ...]] = (
    *(kind.value for kind in Kind),
    *(f"{kind}.{act}" for kind in Kind for act in sorted(ACTS[kind])),
)
"""Everything that a watch may list under ``events``."""


def event_name(text: str) -> str:
    """``kind`` or ``kind.act``."""
    if text in EVENT_NAMES:
        return text
    kind, dot, act_text = text.partition(".")
    if dot and kind in set(Kind):
        raise ValueError(f"is not an event; {_act_hint(Kind(kind), act_text)}")
    act = closest(text, [act.value for act in Act])
    meant = closest(text, EVENT_NAMES) or next(
        (name for name in EVENT_NAMES if act and name.endswith(f".{act}")), None
    )
    if meant:
        raise ValueError(f'is not an event; did you mean "{meant}"?')
    kinds = ", ".join(known.value for known in Kind)
    raise ValueError(f"is not an event; write one of {kinds}, or kind.act")


def _act_hint(kind: Kind, act: str) -> str:
    acts = sorted(ACTS[kind])
    meant = None if act in set(Act) else closest(act, acts)
    return f'did you mean "{kind}.{meant}"?' if meant else f"{kind} has {listed(acts, 'and')}"


def template_name(text: str) -> str:
    """The name of a template file in the folder of the configuration."""
    if not re.fullmatch(r"[\w-][\w.-]*\.j2", text, re.ASCII):
        raise ValueError("must be the name of a file beside this one that ends in .j2, as desk.j2")
    return text
