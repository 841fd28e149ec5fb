"""Dates as feeds and pages write them, read strictly: None rather than a guess.

Libraries that guess were measured on feeds of this field: "05/06/2025" became the 6th of May,
"GMT+7" was dropped or turned round, a guid of "2025" became a date. A wrong date turns history
into news, so the forms that are understood are listed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
AHEAD: Final = timedelta(days=1)
"""How far in the future a publication can be said to lie: no zone is further from another."""

MAX_DATE_CHARS: Final = 200
_MAX_DATELINE_LETTERS: Final = 60
_MAX_DATELINE_WORDS: Final = 3
_CLOCK_WORDS: Final = frozenset({"am", "pm", "gmt", "utc"})
_WORD: Final = re.compile(r"[^\W\d_]{2,}")

_MONTH_NAMES: Final = (
    "jan january janvier janv enero ene января январь янв januar janeiro januari ocak",
    "feb february février fevrier févr fév febrero февраля февраль фев februar fevereiro februari",
    "mar march mars marzo марта март мар märz maerz março maret mart",
    "apr april avril avr abril abr апреля апрель апр nisan",
    "may mai mayo мая май maio mei mayıs",
    "jun june juin junio июня июнь июн juni junho haziran",
    "jul july juillet juil julio июля июль июл juli julho temmuz",
    "aug august août aout agosto ago августа август авг agustus ağustos",
    "sep sept september septembre septiembre setiembre сентября сентябрь сен сент setembro eylül",
    "oct october octobre octubre октября октябрь окт oktober outubro out oktober okt ekim",
    "nov november novembre noviembre ноября ноябрь ноя novembro nopember kasım",
    "dec december décembre decembre déc diciembre dic декабря декабрь дек dezember dezembro aralık",
    # and the rest of Portuguese, in Ukrainian, Arabic and Thai
    "січня يناير มกราคม ม.ค.",
    "fev лютого فبراير กุมภาพันธ์ ก.พ.",
    "березня مارس มีนาคม มี.ค.",
    "квітня أبريل ابريل เมษายน เม.ย.",
    "травня مايو พฤษภาคม พ.ค.",
    "червня يونيو มิถุนายน มิ.ย.",
    "липня يوليو กรกฎาคม ก.ค.",
    "серпня أغسطس สิงหาคม ส.ค.",
    "set вересня سبتمبر กันยายน ก.ย.",
    "жовтня أكتوبر ตุลาคม ต.ค.",
    "листопада نوفمبر พฤศจิกายน พ.ย.",
    "dez грудня ديسمبر ธันวาคม ธ.ค.",
)
_MONTHS: Final = {
    name: number % 12 + 1 for number, names in enumerate(_MONTH_NAMES) for name in names.split()
}
_NAMES: Final = "|".join(re.escape(name) for name in sorted(_MONTHS, key=len, reverse=True))
_WORD_START: Final = r"(?<![^\W\d_])"
_WORD_END: Final = r"(?![^\W\d_])"
"""Not a boundary as re knows it: Thai words end in signs that it takes for no letters."""

_VI: Final = {
    "mười một": 11, "mười hai": 12, "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "chạp": 12,
}  # fmt: skip
_ERAS: Final = {"民國": 1911, "民国": 1911, "令和": 2018}
"""What is added to a year of an era to make it ours."""

_BUDDHIST: Final = 543
_NTH: Final = r"(?:st|nd|rd|th|er|º)?"
_OF: Final = r"(?:\s*(?:de|of|-|/|,|\.)\s*|\s+)"

_DATES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<y>\d{4})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]",
        r"(?<!\d)(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})(?!\d)",
        rf"(?P<era>{'|'.join(_ERAS)})\s*(?P<y>\d{{1,3}})\s*年\s*(?P<m>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*日",
        rf"(?<!\d)(?P<d>\d{{1,2}})\s*(?:tháng|thg)\s*(?P<m>\d{{1,2}}|{'|'.join(_VI)})(?:\s*,)?\s*(?:năm\s*)?(?P<y>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}}){_NTH}{_OF}(?P<name>{_NAMES}){_WORD_END}\.?{_OF}(?P<y>\d{{4}}|\d\d(?!:))(?!\d)",
        rf"{_WORD_START}(?P<name>{_NAMES}){_WORD_END}\.?\s*(?P<d>\d{{1,2}}){_NTH}\s*,?\s*(?P<y>\d{{4}})(?!\d)",
        r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})(?=T?\d{4,6}|$|\D)",
    )
)
_TIME: Final = re.compile(
    r"(?P<early>上午|下午|오전|오후)?\s*(?<![\d:.+])(?P<h>\d{1,2})\s?(?:[:hH]|(?<=\d\d)\.(?=\d\d(?!\d)))\s?"
    r"(?P<min>\d{2})(?::(?P<sec>\d{1,2}))?(?:[.,]\d+)?(?![\d:])"
    r"(?:\s*(?P<half>[AaPp]\.?\s?[Mm]\b\.?|SA\b|CH\b))?"
)
_COMPACT_TIME: Final = re.compile(r"^\s*T?(?P<h>\d{2})(?P<min>\d{2})(?P<sec>\d{2})?(?!\d)")
_ZONE: Final = re.compile(
    r"(?<![A-Za-z\d])(?:GMT|UTC|UT)?\s?(?P<sign>[+\-−])(?P<zh>\d{1,2})(?::?(?P<zm>\d{2}))?(?!\d)"
    r"|(?<![A-Za-z])(?P<named>Z|[A-Z]{2,5})(?![A-Za-z])"
)
_NAMED_ZONES: Final = {
    "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "WET": 0, "BST": 1, "CET": 1, "WEST": 1, "CEST": 2,
    "EET": 2, "EEST": 3, "MSK": 3, "GST": 4, "IST": 5.5, "ICT": 7, "WIB": 7, "SGT": 8, "HKT": 8,
    "PHT": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "EDT": -4, "EST": -5, "CDT": -5,
    "CST": -6, "MDT": -6, "MST": -7, "PDT": -7, "PST": -8,
}  # fmt: skip
_AFTERNOON: Final = ("p", "ch", "下午", "오후")
_STAMP: Final = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d{1,9})?", re.ASCII)
_NUMBERS: Final = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2\d{4}(?!\d)")


def parse_date(
    text: str, *, zone: str = "UTC", now: datetime, month_first: bool = False
) -> datetime | None:
    """The moment that ``text`` names, in UTC; None when it names none, or an unlikely one.

    Without a zone of its own it is meant in ``zone``. A day without a time counts as its noon
    there, so that it stays the same day in UTC. Between day and month in doubt the day comes
    first, or the month where ``month_first``, unless that date cannot be. Years are also read as
    Thailand (2569), Taiwan (民國115年) and Japan (令和8年) write them; those of Iran are not.
    """
    text = " ".join(text[: MAX_DATE_CHARS + 1].split())
    if not text or len(text) > MAX_DATE_CHARS:
        return None
    if found := _STAMP.fullmatch(text):
        stamp = datetime.fromtimestamp(int(found[1]), UTC)
        return stamp if _is_sane(stamp, now) else None
    for pattern in _DATES:
        for found in pattern.finditer(text):
            for day in _days(found, month_first=month_first):
                moment = _moment(day, text[: found.start()], text[found.end() :], zone)
                if moment is not None and _is_sane(moment, now):
                    return moment
    return None


def find_dateline(line: str, *, zone: str = "UTC", now: datetime) -> datetime | None:
    """The date of a line that says little else ("Published: 12/05/2025 | 16:05 GMT+7")."""
    if len(line) > MAX_DATE_CHARS or not any(character.isdigit() for character in line):
        return None
    if sum(character.isalpha() for character in line) > _MAX_DATELINE_LETTERS:
        return None
    return parse_date(line, zone=zone, now=now)


def is_date_only(line: str, *, zone: str = "UTC", now: datetime) -> bool:
    """Whether a date line holds no news: at most a few words beside the date.

    "SUVA, March 4, 2031 - Kenya signs pact with Fiji" gives a date, and is not one.
    """
    if find_dateline(line, zone=zone, now=now) is None:
        return False
    words = {word.lower() for word in _WORD.findall(line)}
    return len(words - _MONTHS.keys() - _CLOCK_WORDS) <= _MAX_DATELINE_WORDS


def is_month_first(texts: Iterable[str]) -> bool:
    """Whether dates of one document are written as 11/20/2026, and none as 20/11/2026."""
    pairs = {
        (int(found[1]) > 12, int(found[3]) > 12)
        for text in texts
        for found in _NUMBERS.finditer(text[:MAX_DATE_CHARS])
    }
    return (False, True) in pairs and (True, False) not in pairs


def _days(found: re.Match[str], *, month_first: bool) -> list[date]:
    """The days that a match can mean, the likeliest first."""
    parts = found.groupdict()
    year = _year(parts["y"], parts.get("era"))
    if "a" in parts:
        first, second = int(parts["a"]), int(parts["b"])
        pairs = [(first, second)] if first == second else [(first, second), (second, first)]
        if month_first:
            pairs.reverse()
    elif "name" in parts:
        pairs = [(int(parts["d"]), _MONTHS[parts["name"].lower()])]
    else:
        pairs = [(int(parts["d"]), _VI.get(parts["m"].lower()) or int(parts["m"]))]
    return [day for day in (_day(year, month, number) for number, month in pairs) if day]


def _year(digits: str, era: str | None) -> int:
    year = int(digits)
    if era:
        return year + _ERAS[era]
    if len(digits) == 2:
        return year + 2000
    return year - _BUDDHIST if 2500 < year < 2700 else year


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _moment(day: date, before: str, after: str, zone: str) -> datetime | None:
    """The day with the time and zone that stand around it."""
    clock = _TIME.search(after) or _COMPACT_TIME.search(after)
    rest = after[clock.end() :] if clock else after
    if clock is None:
        clock = _TIME.search(before)
        rest = (before[clock.end() :] + " " + after) if clock else after
    hour, minute, second = _time(clock) if clock else (12, 0, 0)
    local = datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001  (next line)
    home = _zone(zone)
    try:
        return local.replace(tzinfo=_named_zone(rest, local, home) if clock else home).astimezone(
            UTC
        )
    except (OverflowError, ValueError):
        return None


def _time(found: re.Match[str]) -> tuple[int, int, int]:
    """Hour, minute and second; noon for a time that does not exist."""
    parts = found.groupdict()
    hour, minute, second = int(parts["h"]), int(parts["min"]), int(parts["sec"] or 0)
    half = (parts.get("half") or parts.get("early") or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith(_AFTERNOON) else 0)
    if hour > 23 or minute > 59:
        return 12, 0, 0
    return hour, minute, min(second, 59)


def _named_zone(rest: str, local: datetime, home: tzinfo) -> tzinfo:
    """The zone written after a time; the source's own where none is understood.

    Short names are not unique (CST is Chicago and China): the one in use at home wins.
    """
    for found in _ZONE.finditer(rest):
        name = found["named"]
        if name is None:
            hours = int(found["zh"]) + int(found["zm"] or 0) / 60
            if hours <= 14:
                return timezone(timedelta(hours=hours if found["sign"] == "+" else -hours))
        elif local.replace(tzinfo=home).tzname() == name:
            return home
        elif name in _NAMED_ZONES:
            return timezone(timedelta(hours=_NAMED_ZONES[name]))
    return home


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo:
    """The IANA zone; UTC for a name that the system does not know (the configuration checks)."""
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):  # unknown names are KeyErrors
        return UTC


def _is_sane(moment: datetime, now: datetime) -> bool:
    return EARLIEST <= moment <= now + AHEAD
