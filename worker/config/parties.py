"""Parties of watches: codes, and the names that extraction knows for them in its six languages.

The table is extraction's own, so that a watch cannot wait for a party that is never found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from worker.config.wording import closest, listed

_KINDS: Final = ("country", "organisation", "abbreviation")
"""Names of the thing itself; adjectives, capitals and palaces name it only in a text."""


def resolve(text: str) -> str:
    """The code of a party. Raises ValueError with a suggestion."""
    codes = _spellings().get(_fold(text), ())
    if len(codes) == 1:
        return codes[0]
    if codes:
        raise ValueError(f"stands for more than one; write {listed(codes)}")
    meant = closest(text, _names())
    hint = f'did you mean "{meant}"?' if meant else "write a code such as VN, EU or ASEAN"
    raise ValueError(f"is not a known state or organisation; {hint}")


@cache
def _spellings() -> Mapping[str, tuple[str, ...]]:
    """Every accepted spelling, folded. A code wins over a name, English over other languages."""
    table: dict[str, tuple[str, ...]] = {}
    for layer in _layers():
        found: dict[str, set[str]] = {}
        for code, name in layer:
            found.setdefault(_fold(name), set()).update(code.split("|"))
        table = {name: tuple(sorted(codes)) for name, codes in found.items()} | table
    return table


def _layers() -> Iterator[list[tuple[str, str]]]:
    """Codes, then the names of each language: pairs of code (or "CD|CG") and spelling."""
    known = _gazetteer()
    yield [(code, code) for part in ("states", "organisations") for code in known[part]]
    for names in known["names"].values():
        kinds = [names.get(kind, {}) for kind in _KINDS]
        yield [(code, name) for kind in kinds for code, some in kind.items() for name in some]


def _names() -> list[str]:
    """What a suggestion may say: English names and codes of organisations."""
    known = _gazetteer()
    organisations = known["organisations"]
    return [
        *known["states"].values(),
        *(row["name"] for row in organisations.values()),
        *organisations,
    ]


def _gazetteer() -> Mapping[str, Any]:
    from extraction.name_tables import data  # imported late: many watches name no party

    return data()


def _fold(text: str) -> str:
    """Case, accents, spaces and a leading article do not matter."""
    split = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in split if not unicodedata.combining(one))
    return " ".join(bare.replace("’", "'").split()).removeprefix("the ")
