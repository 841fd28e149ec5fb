"""Where a name counts and where the same letters are something else.

Each check gets the folded text and the place of the match there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

Rule = Callable[[str, int, int], bool]

# "anti-China", "non-EU", "latino-américain": an attitude or a region, not the state.
_DISTANCING: Final = re.compile(
    r"(?:^|[^A-Za-z])(?:anti|pro|non|ex|post|trans|intra|extra|pan|cross|pre|neo|sub|all|mid"
    r"|nord|sud|latino|afro|ibero|ibéro|centro|meso|inter|north|south|west|east|central)-$",
    re.IGNORECASE,
)


# "the former Soviet republic", "a former French colony": no longer what the name says.
_FORMER: Final = re.compile(
    r"(?:^|[^A-Za-z])(?:former|erstwhile|onetime|one-time|ex)[ -]$", re.IGNORECASE
)


def romance(text: str, start: int, _end: int) -> bool:
    """Not in "pro-russe", "latino-américain"."""
    return not (
        start and text[start - 1] == "-" and _DISTANCING.search(text, max(0, start - 9), start)
    )


def english(text: str, start: int, end: int) -> bool:
    """Not in "U.S.-based", "China-backed", "anti-Russian", "the former Soviet republic"."""
    if _FORMER.search(text, max(0, start - 12), start):
        return False
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].islower():
        return False
    return romance(text, start, end)


def not_a_word(text: str, start: int, end: int) -> bool:
    """Not in capitals and not at the beginning of a sentence: "Того" is also "of that"."""
    return not text[start:end].isupper() and not _opening(text, start)


def prefix(text: str, _start: int, end: int) -> bool:
    """Only as the first half of a compound: "Sino-Vietnamese", "russo-vietnamien"."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()


# --- Vietnamese: names of one syllable are also words and parts of persons' names ----------

_VIETNAMESE_LETTER: Final = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u00e0-\u00fd\u0128-\u0169\u1ea0-\u1ef9]")
_NEXT_WORD: Final = re.compile(r" ([A-ZĐÀ-Ỵ]\w*)")
_PERSON_BEFORE: Final = re.compile(
    r"(?:^|[\W\d_])(?:[Ôô]ng|[Bb]à|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ậu|[Tt]hầy|[Cc]ụ"
    r"|Thị|Văn|Ngọc|Hoài|Thanh|Thúy|Hồng|Quỳnh|Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng"
    r"|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Trương|Tô|Lương|Tạ|Thái|Kim|Hằng|Tuyết|Bích"
    r"|Phương|Đức|Minh|Mai|Cao|Thu|Hà|Anh|Mỹ) $"
)
# "Trần Tuấn Anh": a family name, and further syllables in capitals up to this one.
_FULL_NAME: Final = re.compile(
    r"(?:^|[\W\d_])(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Đinh"
    r"|Đoàn|Trịnh|Trương|Lương|Tạ|Đào|Mai|Tống|Lưu|Vương|Quách|Tăng)((?: \w+){1,2}) $"
)
_OPENERS: Final = frozenset('.!?:;"“”«»\0\n([-')
_PRONOUN: Final = frozenset({"Anh"})
_AFTER_COUNTRY: Final = re.compile(
    r"\s?(?:,|-|và |ký |công bố |phê chuẩn |cảnh báo |áp |rút |gia nhập |nâng |đạt |trao |đình chỉ "
    r"|chấm dứt |chính thức |tuyên bố |thông báo |trở thành |gia hạn |nối lại |cắt |hoan nghênh )"
)
_COMPANIONS: Final = frozenset({"Việt", "Nga", "Trung", "Anh", "Pháp", "Đức", "Mỹ", "Nhật", "Hàn"})


def _opening(text: str, start: int) -> bool:
    """Whether a sentence, headline or quotation begins here."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in _OPENERS


def _ends_full_name(text: str, start: int) -> bool:
    match = _FULL_NAME.search(text, max(0, start - 24), start)
    return match is not None and all(part[0].isupper() for part in match[1].split())


def syllable(text: str, start: int, end: int) -> bool:
    """A state's one-syllable name ("Nga", "Mỹ") and not a person, a place or a pronoun."""
    if text[start:end].isupper():
        return True
    if _opening(text, start):
        if text[start:end] in _PRONOUN and not _AFTER_COUNTRY.match(text, end):
            return False
    elif _PERSON_BEFORE.search(text, max(0, start - 12), start) or _ends_full_name(text, start):
        return False
    following = _NEXT_WORD.match(text, end)
    if following is None or following[1][0].islower() or following[1] in _COMPANIONS:
        return True
    return not _VIETNAMESE_LETTER.search(following[1])


# --- Chinese ---------------------------------------------------------------------------------

_NOT_BEFORE_PAIR: Final = frozenset("其集高初当途手眼心空水年月程")
_DAY_BEFORE: Final = frozenset("0123456789今昨明次当每近节生假一二三四五六七八九十")
_NOT_AFTER_SIDE: Final = frozenset("案式法向面针便位略程才能块圆形")


def pair(text: str, start: int, _end: int) -> bool:
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
        "romance": romance,
        "not a word": not_a_word,
        "prefix": prefix,
        "syllable": syllable,
        "pair": pair,
        "side": side,
        "pair in context": pair_in_context(after_pairs),
    }
