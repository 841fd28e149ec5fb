"""The news agency that an article credits: in its dateline, its byline or its last line.

Two papers that print one agency's text are one source, however many words each of them changed.
Only a credit counts: a name in brackets or between strokes, behind "by", "source", "according to",
before "reports", or at the head of a Chinese wire. An agency that the news is *about* is none.
"""

from __future__ import annotations

import re
from typing import Final

_HEAD: Final = 400
"""Characters after the title in which a credit stands: dateline, byline and first sentence."""
_TAIL: Final = 160
"""Characters at the end: "Source: VNA", "(Reporting by ...; Reuters)"."""

# What each is called in its credits. A name in capitals alone is one only in capitals.
_AGENCIES: Final = {
    "AA": "AA|Anadolu|Анадолу",
    "ACN": "ACN",
    "AFP": "AFP|Agence France-Presse|АФП|Франс Пресс|法新社",
    "Andina": "Andina",
    "ANI": "ANI",
    "ANSA": "ANSA|АНСА|安莎社",
    "Antara": "Antara",
    "AP": "AP|Associated Press|Ассошиэйтед Пресс|美联社",
    "APA": "APA",
    "APP": "APP",
    "APS": "APS",
    "Armenpress": "Armenpress|Арменпресс",
    "AZERTAC": "AZERTAC|AZƏRTAC|АЗЕРТАДЖ|Азертадж",
    "BelTA": "BelTA|BELTA|БелТА|БЕЛТА|Белта",
    "Belga": "Belga",
    "Bernama": "Bernama",
    "BSS": "BSS",
    "BTA": "BTA|БТА",
    "CNS": "CNS|China News Service|中新社|中新网",
    "dpa": "dpa|DPA|德新社",
    "EFE": "EFE|ЭФЭ|埃菲社",
    "Europa Press": "Europa Press",
    "Interfax": "Interfax|Интерфакс|国际文传",
    "IRNA": "IRNA|ИРНА|伊通社",
    "Jiji": "Jiji|Jiji Press|时事社",
    "Kabar": "Kabar|Кабар",
    "Kazinform": "Kazinform|Казинформ|QazInform|哈通社",
    "Kyodo": "Kyodo|Kyodo News|Киодо|共同社",
    "KUNA": "KUNA",
    "LUSA": "Lusa|LUSA",
    "MAP": "MAP",
    "MENA": "MENA",
    "Montsame": "Montsame|МОНЦАМЭ|蒙通社",
    "PAP": "PAP",
    "Petra": "Petra",
    "PNA": "PNA",
    "Prensa Latina": "Prensa Latina|Пренса Латина|拉美社",
    "PTI": "PTI",
    "QNA": "QNA",
    "Reuters": "Reuters|Thomson Reuters|Рейтер|Рейтерс|路透社|路透",
    "RIA": "RIA|RIA Novosti|РИА|РИА Новости|俄新社",
    "SPA": "SPA",
    "Sputnik": "Sputnik|Спутник|卫星社",
    "Tanjug": "Tanjug|Танюг",
    "TASS": "TASS|ITAR-TASS|ТАСС|ИТАР-ТАСС|塔斯社",
    "Télam": "Télam|Telam",
    "Trend": "Trend|Тренд",
    "Ukrinform": "Ukrinform|Укринформ",
    "UzA": "UzA|УзА",
    "VNA": "VNA|VNA/VNP|TTXVN|TTXVN/Vietnam+|Thông tấn xã Việt Nam|Vietnam News Agency|ВИА|越通社",
    "WAM": "WAM|ВАМ",
    "Xinhua": "Xinhua|Xinhuanet|Синьхуа|Tân Hoa xã|Tân Hoa Xã|THX|"
    "Xinhua News Agency|新华社|新華社|新华网",
    "Yonhap": "Yonhap|Ренхап|Ёнхап|韩联社",
}  # fmt: skip
_BY_NAME: Final = {name: agency for agency, names in _AGENCIES.items() for name in names.split("|")}
_NAME: Final = re.compile(
    rf"(?<![^\W\u3400-\u9fff])"
    rf"(?:{'|'.join(map(re.escape, sorted(_BY_NAME, key=len, reverse=True)))})"
    rf"(?![^\W\u3400-\u9fff])"
)
_NEAR: Final = 40
"""Characters before and after a name in which what makes it a credit stands."""
# Between brackets or strokes, perhaps beside another word: "(AFP, Paris)", "/ТАСС/".
_OPENED: Final = re.compile(r"[(（/\[][^()（）\[\]\n]{0,25}$")
_CLOSED: Final = re.compile(r"[^()（）\[\]\n]{0,25}[)）/\]]")
_CREDITED: Final = re.compile(
    r"(?:(?:^|\n)\s*(?:by|par|por|sources?|nguồn|fuente|источник|来源)[\s:：][^\n,.;]{0,15}"
    r"|\b(?:according to|citing|selon|d['’]après|según|theo|сообща\w+|переда[её]т|пишет)"
    r"\s(?:l['’](?:agence )?|la agencia |the |the news agency |агентство |hãng )?"
    r"|[据據])$",
    re.IGNORECASE,
)
# What follows the name: "Astana, 6 May, X —", "X reports", "新华社北京5月6日电", the end of a line.
_DATELINE: Final = re.compile(r"(?:^|\n)[^\n.!?]{0,40}[,\s]$")
_DASH: Final = re.compile(r"\s?[—–-]{1,2}\s")
_REPORTS: Final = re.compile(
    r"\s(?:reports|reported|сообщает|đưa tin|informa|informó|rapporte)\b"
    r"|(?:[\u3400-\u9fff]{0,8}(?:\d{1,2}月)?\d{1,2}日)?[^。\n\w]{0,2}(?:电|電|讯|报道)",
    re.IGNORECASE,
)
_ALONE: Final = (re.compile(r"(?:^|\n)\s*[—–-]*\s*$"), re.compile(r"\s*(?:$|\n)"))


def agency_of(text: str) -> str:
    """The agency that an article credits, by one name in every language; empty for none.

    ``text`` begins with the title and a blank line, as that of an article does.
    """
    _, _, body = text.partition("\n\n")
    body = body or text
    parts = [body] if len(body) <= _HEAD + _TAIL else [body[:_HEAD], body[-_TAIL:]]
    credited = (found for part in parts for found in _NAME.finditer(part) if _is_credit(found))
    return next((_BY_NAME[found[0]] for found in credited), "")


def _is_credit(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - _NEAR) : found.start()]
    after = found.string[found.end() : found.end() + _NEAR]
    if _OPENED.search(before) and _CLOSED.match(after):
        return True
    if _CREDITED.search(before) or _REPORTS.match(after):
        return True
    if _ALONE[0].search(before) and _ALONE[1].match(after):
        return True
    return bool(_DATELINE.search(before) and _DASH.match(after))
