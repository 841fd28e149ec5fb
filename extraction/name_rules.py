"""Where a name counts and where the same letters are something else.

Each check gets the folded text and the place of the match there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

Rule = Callable[[str, int, int], bool]

# "anti-China", "non-EU": somebody else's attitude, not the state.
_DISTANCING: Final = re.compile(
    r"(?:^|[^A-Za-z])(?:anti|pro|non|ex|post|trans|intra|extra|pan|cross|pre|neo|sub|all|mid)-$",
    re.IGNORECASE,
)


def english(text: str, start: int, end: int) -> bool:
    """Not in "U.S.-based", "China-backed", "anti-Russian"."""
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].islower():
        return False
    if start and text[start - 1] == "-":
        return not _DISTANCING.search(text[max(0, start - 7) : start])
    return True


def prefix(text: str, start: int, end: int) -> bool:
    """Only as the first half of a compound: "Sino-Vietnamese", "russo-vietnamien"."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()


# --- Vietnamese: names of one syllable are also words and parts of persons' names ----------

_VIETNAMESE_LETTER: Final = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u00e0-\u00fd\u0128-\u0169\u1ea0-\u1ef9]")
_NEXT_WORD: Final = re.compile(r" ([A-ZĐÀ-Ỵ]\w*)")
_LAST_WORD: Final = re.compile(r"(\w+) $")
_TITLES_OF_PERSONS: Final = frozenset(
    "ông bà anh chị cô em chú bác cậu thầy cụ thị văn ngọc hoài minh thanh thúy hồng quỳnh "
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh "
    "trương mai tô lương hà tạ cao thái kim hằng thu tuyết bích phương việt đức anh mỹ".split()
)
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:;\"“”\0\n(\[-]|\d\.)\s*$")
_PRONOUN: Final = frozenset({"Anh"})
_AFTER_COUNTRY: Final = re.compile(r"\s?(?:,|-|và |ký |công bố |phê chuẩn |cảnh báo |áp )")
_COMPANIONS: Final = frozenset({"Việt", "Nga", "Trung", "Anh", "Pháp", "Đức", "Mỹ", "Nhật", "Hàn"})


def syllable(text: str, start: int, end: int) -> bool:
    """A state's one-syllable name ("Nga", "Mỹ") and not a person, a place or a pronoun."""
    opening = bool(_SENTENCE_START.search(text[max(0, start - 4) : start]))
    if opening and text[start:end] in _PRONOUN and not _AFTER_COUNTRY.match(text, end):
        return False
    if not opening and _person_before(text, start):
        return False
    following = _NEXT_WORD.match(text, end)
    if following is None or text[start:end].isupper():
        return True
    return not _VIETNAMESE_LETTER.search(following[1]) or following[1] in _COMPANIONS


def _person_before(text: str, start: int) -> bool:
    """Whether the word before makes a person's name of it: "bà Nga", "Nguyễn Quỳnh Nga"."""
    before = _LAST_WORD.search(text[max(0, start - 12) : start])
    if before is None:
        return False
    word = before[1]
    if word.lower() in _TITLES_OF_PERSONS and not word.isupper():
        return word not in {"Việt", "anh", "em", "hà", "mai", "cao", "thu", "minh"}
    return False


# --- Chinese ---------------------------------------------------------------------------------

_NOT_BEFORE_PAIR: Final = frozenset("其集高初当途手眼心空水年月程")
_DAY_BEFORE: Final = frozenset("0123456789今昨明次当每近节生假一二三四五六七八九十")
_NOT_AFTER_SIDE: Final = frozenset("案式法向面针便位略程才能块圆形")


def pair(text: str, start: int, end: int) -> bool:
    """中哈 and not 其中哈."""
    before = text[start - 1 : start]
    if text[start] == "日":
        return before not in _DAY_BEFORE or not before
    return before not in _NOT_BEFORE_PAIR or not before


def side(text: str, start: int, end: int) -> bool:
    """俄方 and not 新方案."""
    return pair(text, start, end) and text[end : end + 1] not in _NOT_AFTER_SIDE


def pair_in_context(after: tuple[str, ...]) -> Rule:
    """中法关系, 中以两国 and not 其中以."""

    def check(text: str, start: int, end: int) -> bool:
        return pair(text, start, end) and text.startswith(after, end)

    return check


def rules(after_pairs: tuple[str, ...]) -> Mapping[str, Rule | None]:
    """The checks by the names that entries carry."""
    return {
        "": None,
        "half": None,  # decided later, beside the other names found
        "english": english,
        "prefix": prefix,
        "syllable": syllable,
        "pair": pair,
        "side": side,
        "pair in context": pair_in_context(after_pairs),
    }
