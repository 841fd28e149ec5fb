"""Parties of watches: ISO codes, short names of organisations, English names of both."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

from pacts.names import ORGANISATIONS, STATES
from worker.config.wording import closest

_MORE_ORGANISATIONS: Final = (
    "AIIB", "APEC", "ASEAN", "BIMSTEC", "BRICS", "CARICOM", "CIS", "COMESA", "CSTO", "EAEU",
    "EBRD", "ECOWAS", "EFTA", "EU", "EURATOM", "FAO", "G20", "G7", "GCC", "IAEA", "ICC", "ICRC",
    "IDB", "IFAD", "ILO", "IMF", "IMO", "IOM", "ITU", "NATO", "OAS", "OECD", "OIC", "OPEC",
    "OSCE", "OTS", "SAARC", "SADC", "SCO", "UN", "UNDP", "UNESCO", "UNHCR", "UNICEF", "UNIDO",
    "WFP", "WHO", "WIPO", "WTO",
)  # fmt: skip
"""Those whose name is their code."""

_OTHER_NAMES: Final[Mapping[str, str]] = {
    "America": "US",
    "Bosnia": "BA",
    "Britain": "GB",
    "Burma": "MM",
    "Côte d'Ivoire": "CI",
    "Czech Republic": "CZ",
    "Democratic Republic of the Congo": "CD",
    "Democratic People's Republic of Korea": "KP",
    "Democratic Republic of Congo": "CD",
    "DPRK": "KP",
    "DRC": "CD",
    "Emirates": "AE",
    "European Union": "EU",
    "Great Britain": "GB",
    "Holland": "NL",
    "Holy See": "VA",
    "Korea": "KR",
    "KSA": "SA",
    "Lao PDR": "LA",
    "Macedonia": "MK",
    "Republic of China": "TW",
    "Republic of Korea": "KR",
    "ROK": "KR",
    "Russian Federation": "RU",
    "South Korea": "KR",
    "North Korea": "KP",
    "Swaziland": "SZ",
    "Timor-Leste": "TL",
    "East Timor": "TL",
    "Turkey": "TR",
    "Türkiye": "TR",
    "UAE": "AE",
    "UK": "GB",
    "United Nations": "UN",
    "United States of America": "US",
    "USA": "US",
    "Vatican": "VA",
    "Viet Nam": "VN",
}

_FORM: Final = re.compile(
    r"^(the )?((islamic|people's|socialist|federal|united|federative|co-operative) )*"
    r"(republic|kingdom|state|states|sultanate|commonwealth) of (the )?|^the "
)
"""What official names put before the name; those that it would confuse stand in the table."""


def resolve(text: str) -> str:
    """The code of a party. Raises ValueError with a suggestion."""
    folded = _fold(text)
    code = _spellings().get(folded) or _spellings().get(_FORM.sub("", folded))
    if code is None:
        meant = closest(text, _names())
        hint = f'did you mean "{meant}"?' if meant else "write a code such as VN, EU or ASEAN"
        raise ValueError(f"is not a known state or organisation; {hint}")
    return code


@cache
def _spellings() -> dict[str, str]:
    """Every accepted spelling, folded, and its code. Codes last: they win over names."""
    codes = (*STATES, *ORGANISATIONS, *_MORE_ORGANISATIONS)
    called = {name: code for table in (ORGANISATIONS, STATES) for code, name in table.items()}
    spellings = called | dict(_OTHER_NAMES) | {code: code for code in codes}
    return {_fold(name): code for name, code in spellings.items()}


def _names() -> list[str]:
    """What a suggestion may name: whole names and organisations, no codes of two letters."""
    return [*STATES.values(), *ORGANISATIONS.values(), *_OTHER_NAMES, *_MORE_ORGANISATIONS]


def _fold(text: str) -> str:
    """Case, accents and spaces do not matter."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(one for one in split if not unicodedata.combining(one)).split())
