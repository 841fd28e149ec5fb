"""Step 3, sentences: where one ends, with offsets into the cleaned text."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Letters of the Latin alphabets, accents included, and of the Cyrillic one.
_CAPITAL = "[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-ỸА-ЯЁ]"
_SMALL = "[a-zß-öø-ÿăđĩũơưạ-ỹа-яё]"
# Every repetition is bounded: a row of twenty thousand dots must not be read twenty thousand times.
_END = re.compile(
    rf"(?:(?:(?<=[^\W\d_]{_SMALL}{_SMALL})|(?<=\d\d))\.(?={_CAPITAL}{_SMALL})|"
    r"[.!?]{1,8}[\"')\]]{0,6}(?=\s)"
    r"|[。！？]{1,8}[”\"』」）)]{0,6}|[；;](?=\s{0,8}\n))"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:[A-ZА-ЯЁ]|[A-ZА-ЯЁ]\.\s?[А-ЯЁ]|[A-Z]\.[A-Z](?:\.[A-Z])*|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sen|Rep|Gov|St|No|Nos|Art|Vol|"
    r"Jr|Sr|Inc|Ltd|Co|Corp|vs|etc|e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|a\.m|p\.m|Sra?|Sres|Dra?|Lic|Ing|EE|EE\.\s?UU|FF|JJ|RR|DD|MM?|Mmes?|Mgr|"
    r"TP|PGS|TS|GS|ThS|г|гг|ул|им|др|т\.\s?е|т\.\s?д|долл|руб)$"
)
_NUMBERED = re.compile(r"(?:^|\n)\s*\d{1,3}$")


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of ``text[start:end]``, white space at their ends left out."""
    begin = start
    for match in _END.finditer(text, start, end):
        if match.group()[0] == "." and _goes_on(text, begin, match.start(), match.end(), end):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _goes_on(text: str, begin: int, dot: int, after: int, end: int) -> bool:
    """Whether this full stop closes an abbreviation or a number rather than a sentence."""
    before = text[max(begin, dot - 12) : dot]
    if _NUMBERED.search("\n" + before if dot - 12 <= begin else before):
        return True
    following = text[after : min(end, after + 3)].lstrip()
    if following[:1].islower():
        return True
    if not _ABBREVIATION.search(before):
        return False
    # "the U.S. The two": an initialism before a capitalised article or pronoun does end it.
    return not (
        before[-2:-1] == "."
        and re.match(r"\s+(?:The|In|On|At|It|He|She|They|We|This|Both)\b", text[after : after + 8])
    )


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        yield begin, end
