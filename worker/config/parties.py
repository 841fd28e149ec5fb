"""Parties of watches: ISO codes, short names of organisations, English names of countries."""

from __future__ import annotations

from functools import cache
from typing import Final

from worker.config.wording import closest

ORGANISATIONS: Final = (
    "AFRICAN UNION", "APEC", "ASEAN", "BRICS", "CARICOM", "CIS", "COUNCIL OF EUROPE", "CSTO",
    "EAEU", "ECOWAS", "EU", "GCC", "IAEA", "IMF", "MERCOSUR", "NATO", "OAS", "OECD", "OPEC",
    "PIF", "SADC", "SCO", "UN", "UNESCO", "WHO", "WORLD BANK", "WTO",
)  # fmt: skip


@cache
def names() -> dict[str, str]:
    """Every accepted spelling, folded, and its code."""
    from babel import Locale  # imported late: takes a while and most files use codes

    territories = Locale("en").territories
    states = {code: name for code, name in territories.items() if len(code) == 2 and code.isalpha()}
    spellings = {name.casefold(): code for code, name in states.items()}
    spellings |= {code.casefold(): code for code in states}
    spellings |= {name.casefold(): name for name in ORGANISATIONS}
    return spellings


def resolve(text: str) -> str:
    """The code of a party. Raises ValueError with a suggestion."""
    code = names().get(text.strip().casefold())
    if code is None:
        meant = closest(text, [name.title() for name in names() if len(name) > 3])
        hint = f'did you mean "{meant}"?' if meant else "write a code such as VN, EU or ASEAN"
        raise ValueError(f"is not a known state or organisation; {hint}")
    return code
