"""Rows of styled text: a word in the margin, and what stands beside it, folded to a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from worker.commands.output import visible

MARGIN: Final = 15
LEAST_BODY: Final = 20
"""Columns beside the margin, however narrow the terminal is."""

DEED: Final = "bold yellow"
OBJECT: Final = "bold cyan"
CUE: Final = "bold magenta"
PARTY: Final = "bold green"
OTHER_NAME: Final = "green"
DATE: Final = "bold blue"
GOOD: Final = "bold green"
BAD: Final = "red"
DIM: Final = "dim"


@dataclass(frozen=True, slots=True)
class Row:
    """A word in the margin, and what stands beside it."""

    margin: Text
    body: Text


def row(margin: str, body: Text | str, style: str = "") -> Row:
    """A row whose margin has a style; text that is no :class:`Text` yet holds no markup."""
    text = body if isinstance(body, Text) else Text(body)
    return Row(Text(f"  {margin}" if margin else "", style), text)


def blank() -> Row:
    return Row(Text(), Text())


def legend() -> Text:
    """What the colours mean."""
    parts = {"deed": DEED, "object": OBJECT, "cue": CUE, "party": PARTY, "other name": OTHER_NAME,
             "date": DATE}  # fmt: skip
    return Text("  ").join(Text(word, style) for word, style in parts.items())


def lines(rows: Iterable[Row], width: int) -> Iterator[Text]:
    """Rows folded to a width in columns, the margin kept free."""
    for one in rows:
        margin, body = one.margin, one.body.copy()
        body.plain = visible(body.plain)
        for folded in body.divide(_folds(body.plain, max(LEAST_BODY, width - MARGIN))):
            text = Text.assemble(margin, " " * (MARGIN - margin.cell_len), folded)
            text.rstrip()
            yield text
            margin = Text()


_NOT_FIRST: Final = frozenset("，。、；：！？”’）》」』】…")
"""Punctuation that begins no line, in scripts without spaces."""


def _folds(text: str, width: int) -> list[int]:
    """Where lines end: behind a space or a wide character, in a word only where it must be."""
    folds: list[int] = []
    start = cells = allowed = 0
    for index, character in enumerate(text):
        size = cell_len(character)
        if cells + size > width and character != " ":
            start = allowed if allowed > start else index
            folds.append(start)
            cells = cell_len(text[start:index])
        cells += size
        if character == " " or (size == 2 and text[index + 1 : index + 2] not in _NOT_FIRST):
            allowed = index + 1
    return folds


def said(words: str, style: str) -> Text:
    """Words of the article, in quotation marks."""
    return Text(f"“{' '.join(words.split())}”", style)


def shortened(text: str, most: int) -> str:
    """At most so many characters, cut between words where there are some."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(maxsplit=1)[0]} …"
