"""The kinds of text that settings are written in, each checked where it is read.

Every function takes what stands in the file and gives the value, or raises ValueError with the
sentence that the user reads. The sentence never repeats what stands in the file where that could
be a secret.
"""

from __future__ import annotations

import ipaddress
import re
import zoneinfo
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import soupsieve

from pacts.terms import ACTS, Kind
from worker.config.wording import suggestion

_UNITS: Final = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
}
_DURATION: Final = re.compile(r"([0-9]{1,6})([smhd])")
_CLOCK: Final = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
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


def duration(text: str) -> timedelta:
    """``90s``, ``15m``, ``2h`` or ``1d``."""
    found = _DURATION.fullmatch(text)
    if not found:
        raise ValueError(
            "is not a duration: write a number and s, m, h or d, such as 15m, 2h or 1d"
        )
    value = int(found[1]) * _UNITS[found[2]]
    if value < timedelta(seconds=1):
        raise ValueError("must be one second (1s) or more")
    return value


def duration_text(value: timedelta) -> str:
    """The shortest form that :func:`duration` reads back."""
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
    tail = name.rpartition("/")[2].replace(" ", "_")
    for zone in _zones():
        if zone.rpartition("/")[2].casefold() == tail.casefold():
            return f'did you mean "{zone}"?'
    hint = suggestion(name, _zones())
    return hint if hint.startswith("did") else "write one such as UTC or Asia/Ho_Chi_Minh"


def language(code: str) -> str:
    """A BCP 47 primary tag."""
    if code in _COUNTRY_FOR_LANGUAGE:
        meant = _COUNTRY_FOR_LANGUAGE[code]
        raise ValueError(f'is the code of a country; did you mean the language "{meant}"?')
    if not _LANGUAGE.fullmatch(code):
        raise ValueError(
            "is not a language: write its code in two or three small letters, such as en"
        )
    return code


def clock(text: str) -> str:
    """``HH:MM``."""
    if not _CLOCK.fullmatch(text):
        raise ValueError("needs times as HH:MM from 00:00 to 23:59, such as 07:30")
    return text


def quiet_hours(text: str) -> tuple[str, str, str]:
    """``22:00-06:30 Asia/Ho_Chi_Minh``."""
    hours, _, zone = text.partition(" ")
    begin, dash, end = hours.partition("-")
    if not dash or not zone.strip():
        raise ValueError('is not of the form "22:00-06:30 Asia/Ho_Chi_Minh"')
    if clock(begin) == clock(end):
        raise ValueError("begins and ends at the same time: that is either never or always")
    return begin, end, _zone_of(zone)


def digest_time(text: str) -> tuple[str, str]:
    """``07:30 Asia/Ho_Chi_Minh``."""
    hour, _, zone = text.partition(" ")
    if not zone.strip():
        raise ValueError('is not of the form "07:30 Asia/Ho_Chi_Minh"')
    return clock(hour), _zone_of(zone)


def _zone_of(text: str) -> str:
    try:
        return time_zone(text.strip())
    except ValueError as error:
        raise ValueError(f"names something that {error}") from error


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
    kind, dot, _ = text.partition(".")
    if dot and kind in {known.value for known in Kind}:
        acts = [name for name in EVENT_NAMES if name.startswith(f"{kind}.")]
        raise ValueError(f"is not an event; {suggestion(text, acts, what='the acts of this kind')}")
    hint = suggestion(text, EVENT_NAMES)
    if not hint.startswith("did"):
        hint = "write one of " + ", ".join(kind.value for kind in Kind) + ", or kind.act"
    raise ValueError(f"is not an event; {hint}")


def web_address(url: str, *, private: bool) -> None:
    """Refuse anything but a usable public http or https address.

    ``private`` allows loopback and private addresses. Raises ValueError.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise ValueError("is not a web address: its host or port cannot be read") from error
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError("is not a web address: it must begin with https:// or http://")
    if parts.username is not None:
        raise ValueError("holds a user name or password: sources are read without logging in")
    if re.search(r"[\s<>\"{}|\\^`]", url) or not _host_is_sound(host, private):
        raise ValueError(
            "is not a web address: look for a typing mistake in its host name or spaces"
        )
    if not private and _is_private(host):
        raise ValueError("is an address of this machine or network: add `allow_private: true`")


def _host_is_sound(host: str, private: bool) -> bool:  # noqa: FBT001 - one caller above
    if ":" in host:
        return _address(host) is not None
    try:
        ascii_host = host.encode("idna").decode("ascii") if host else ""
    except UnicodeError:
        return False
    labels = ascii_host.rstrip(".").split(".")
    if labels[-1].isdigit():
        return _address(ascii_host) is not None
    sound = all(
        re.fullmatch(r"[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?", label) for label in labels
    )
    return sound and (len(labels) > 1 or private or host == "localhost")


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _is_private(host: str) -> bool:
    address = _address(host)
    return host == "localhost" if address is None else not address.is_global


def folder(url: str, base: Path) -> str:
    """The absolute path of a folder source; relative ones start at ``base``."""
    path = Path(url).expanduser()
    return str(path if path.is_absolute() else (base / path).resolve())
