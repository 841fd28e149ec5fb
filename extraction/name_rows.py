"""Step 3, rows of Chinese short names that say how many they are: 美、英、法三国, 俄白哈三国.

One character alone is no name; as many as the number behind them says are states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extraction.name_tables import Entry, NameKind, data
from extraction.once import once

Hit = tuple[int, int, Entry]
_NUMBERS: Final = "三四五六七八九"
_FEWEST: Final = 3


def with_rows(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The names found, and those of rows instead of what was read inside them.

    A chain that says itself whom it means (中吉乌) stays as it was found.
    """
    known = {(start, end) for start, end, _ in hits}
    rows = [hit for row in _rows(text) if (row[0][0], row[-1][1]) not in known for hit in row]
    if not rows:
        return list(hits)
    held = {place for start, end, _ in rows for place in range(start, end)}
    kept = [hit for hit in hits if held.isdisjoint(range(hit[0], hit[1]))]
    return sorted([*kept, *rows], key=lambda hit: hit[0])


def _rows(text: str) -> Iterator[list[Hit]]:
    names = _short_names()
    whole, one = _patterns()
    for match in whole.finditer(text):
        found = list(one.finditer(text, match.start("row"), match.end("row")))
        if len(found) == _number(match["number"]):
            yield [(name.start(), name.end(), _entry(names[name[0]])) for name in found]


def _entry(codes: str) -> Entry:
    return Entry(tuple(sorted(codes.split())), NameKind.ABBREVIATION)


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _FEWEST + _NUMBERS.index(word)


@once
def _short_names() -> dict[str, str]:
    characters = data()["pairs"]["characters"]
    meaning = {"中": "CN", **characters["safe"], **characters["risky"]}
    return meaning | {new: meaning[old] for old, new in characters["traditional"].items()}


@once
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted(_short_names(), key=len, reverse=True))
    row = rf"(?P<row>(?:{names})(?:、?(?:{names})){{{_FEWEST - 1},8}})"
    return re.compile(rf"{row}(?P<number>[{_NUMBERS}3-9])[国國]"), re.compile(names)
