"""Step 2, blocks: which stretches of an article may speak for it, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a block is to the article."""

    TITLE = "title"
    LEDE = "lede"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    NAVIGATION = "navigation"
    RELATED = "related"
    """A teaser of another article: it never speaks for this one."""

    @property
    def speaks(self) -> bool:
        return self not in {Role.NAVIGATION, Role.RELATED}


@dataclass(frozen=True, slots=True)
class Block:
    """``text[start:end]`` of the cleaned article."""

    start: int
    end: int
    role: Role


_LINE = re.compile(r"[^\n]*\S[^\n]*")
_RELATED_ALONE = re.compile(
    r"\W*(?:see more|see also|read more|read also|also read|you may also like|last minute|"
    r"more (?:news|stories|on this (?:story|topic))|recommended(?: for you)?|other news|"
    r"related(?: (?:news|articles?|stories|topics?|posts?|content))?|trending(?: now)?|"
    r"latest (?:news|stories)|most (?:read|popular|viewed)|"
    r"đọc thêm|xem thêm|mời (?:đọc|xem)(?: thêm)?|"
    r"(?:các )?(?:tin|bài)(?:,? bài)?(?: viết)? (?:liên quan|cùng (?:chuyên mục|chủ đề)|khác|"
    r"nổi bật|đọc nhiều|mới(?: nhất)?|nóng)|đọc nhiều(?: nhất)?|"
    r"(?:có thể )?bạn (?:có thể )?quan tâm|đừng bỏ lỡ|cùng chuyên mục|từ khóa|"
    r"(?:相关|相關)(?:信息|新闻|新聞|阅读|閱讀|报道|報道|報導|文章|链接|連結|推荐|专题)|"
    r"(?:延伸|推荐|推薦|扩展)(?:阅读|閱讀)|(?:更多|其他|热门|熱門|推荐|今日)(?:新闻|新聞|报道|報導|文章)|"
    r"猜你喜欢|热点推荐|为您推荐|大家都在看|精彩推荐|相关稿件|热点(?:新闻)?|"
    r"(?:читайте|смотрите|читать) (?:также|ещё|еще|по теме)|(?:читайте )?(?:ещё |еще )?по теме|"
    r"материалы по теме|новости по теме|(?:другие|похожие|последние|главные|горячие) новости|"
    r"(?:популярн|рекомендуем|актуальн)(?:ое|ые новости)|лента новостей|самое (?:читаемое|важное)|"
    r"новости партн[её]ров|подписывайтесь на нас|ранее по теме|"
    r"à lire aussi|lire aussi|voir aussi|sur le même (?:sujet|thème)|articles? similaires|"
    r"le puede interesar|lea también|lee también|también te puede interesar|"
    r"noticias relacionadas|más noticias|te recomendamos)\W*",
    re.IGNORECASE,
)
_RELATED_INLINE = re.compile(
    r"\W*(?:see also|read more|read also|also read|also on this page|"
    r"in other news|elsewhere|also today|read|more|related(?: (?:news|articles?|"
    r"stories))?|đọc thêm|xem thêm|mời (?:đọc|xem)(?: thêm)?|(?:tin|bài)(?: bài| viết)? "
    r"(?:liên quan|cùng (?:chuyên mục|chủ đề)|khác|nổi bật|đọc nhiều|mới|nóng)|đọc nhiều|"
    r"bạn có thể quan tâm|đừng bỏ lỡ|từ khóa|(?:相关|相關)(?:阅读|閱讀|新闻|新聞|"
    r"报道|報道|報導|文章|链接)|"
    r"(?:延伸|推荐|推薦)(?:阅读|閱讀)|更多新闻|更多新聞|热点|"
    r"(?:читайте|смотрите) также|(?:читайте |ещё |новости )?по теме|"
    r"(?:последние|главные|другие|похожие|горячие) новости|"
    r"à lire aussi|lire aussi|lea también|lee también|"
    r"le puede interesar)\s?[:：>-]",
    re.IGNORECASE,
)
_TEASER = re.compile(
    r"\W*(?:(?:читайте|смотрите) также|see also|read also|also read|à lire aussi|lire aussi|"
    r"lea también|lee también)\s?:",
    re.IGNORECASE,
)
_TEASER_LIST = re.compile(
    r"\W*[^\n:：]{2,40}[:：]\s?[^\n]{6,120}?(?:\s[·•|]\s|[；;])[^\n]{6,300}[^.。!?！？\n]\s*"
)
"""A label and headlines side by side: "Also today: Chad floods; Peru signs oil contract; ..."."""
_CAPTION = re.compile(
    r"[(\[（](?:file |archive )?(?:photos?|source|image|illustration|ảnh|nguồn|фото|图|foto)\b"
    r"|^(?:photos?|image|caption|ảnh|фото|图为|légende)\s?[:：]"
    r"|\(\s?(?:L|R|C|left|right|centre|center)\s?\)|(?:second|third|first) from (?:left|right)"
    r"|\b(?:Getty Images|file photo|AFP/|Reuters/|EPA-EFE)\b"
    r"|[.)] ảnh\s?:[^\n:]{2,50}$"
    r"|^(?:资料图|資料圖|资料照片|資料照片|图为|圖為)|(?:摄|攝)[)）]?\s*$"
    r"|^(?:ảnh (?:minh họa|minh hoạ|tư liệu)|(?:quang|toàn) cảnh (?:buổi |lễ ))",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|webp|gif)\s*", re.IGNORECASE)
_TERMINAL = re.compile(r"[.!?。！？…;:：\"')\]]\s*$")
_INDENTED = re.compile(r"[ \t]{2,}\S")
_LIST_ITEM = re.compile(r"\s*(?:[-*•·–+]|\(?\d{1,2}[.)])\s")

Span = tuple[int, int]

_WRAP_WIDTH = 110
"""Texts of which nearly no line is longer are hard-wrapped: mail and archive texts are."""
_NAVIGATION_RUN = 8
_NAVIGATION_WIDTH = 32
_TEASERS_FROM = 0.6
_RELATED_FROM = 0.3
"""A bare "See more" after this share of the article closes it; before, only short lines go."""


def split(text: str, title_length: int) -> tuple[Block, ...]:
    """Blocks in the order of the text; the first ``title_length`` characters are the title."""
    paragraphs = list(_paragraphs(text, title_length))
    navigation = _navigation(text, paragraphs)
    blocks: list[Block] = []
    if title_length and text[:title_length].strip():
        blocks.append(Block(0, title_length, Role.TITLE))
    related_rest = related_short = seen_body = False
    for index, (start, end) in enumerate(paragraphs):
        line = text[start:end]
        if _RELATED_ALONE.fullmatch(line):
            related_rest = related_rest or start > _RELATED_FROM * len(text)
            related_short = True
            role = Role.RELATED
        elif related_rest or (related_short and _is_short(line)):
            role = Role.RELATED
        else:
            related_short = False
            late = start > _TEASERS_FROM * len(text)
            role = _role(line, in_navigation=index in navigation, seen_body=seen_body)
            if late and role.speaks and _TEASER_LIST.fullmatch(line):
                role = Role.RELATED
            seen_body = seen_body or role is Role.LEDE
        blocks.append(Block(start, end, role))
    return tuple(blocks)


def is_teaser(text: str, start: int, end: int) -> bool:
    """Whether a sentence inside a block turns to other articles, with all that follows it."""
    return _TEASER.match(text, start, end) is not None


def is_links(text: str, start: int, end: int) -> bool:
    """Whether a sentence is a row of headlines, "A | B | C"; the row of a table is not."""
    first = text.find(" | ", start, end)
    return first - start > _CELL and text.count(" | ", start, end) >= _BARS


_BARS = 2
_CELL = 25
"""Characters of a table's first cell at most."""


def _is_short(line: str) -> bool:
    return len(line) < _WRAP_WIDTH and not _TERMINAL.search(line)


def _role(line: str, *, in_navigation: bool, seen_body: bool) -> Role:
    if in_navigation or _FILE_NAME.fullmatch(line):
        return Role.NAVIGATION
    if _RELATED_INLINE.match(line) and len(line) < 160:
        return Role.RELATED
    if len(line) < 600 and _CAPTION.search(line):
        return Role.CAPTION
    if len(line) < 120 and not _TERMINAL.search(line) and not _LIST_ITEM.match(line):
        return Role.HEADING
    return Role.BODY if seen_body else Role.LEDE


def _paragraphs(text: str, begin: int) -> Iterator[tuple[int, int]]:
    lines = [match.span() for match in _LINE.finditer(text, begin)]
    if not _is_wrapped(lines):
        yield from _with_indented(text, lines)
        return
    start, end = -1, -1
    for first, last in lines:
        if start >= 0 and (text.count("\n", end, first) > 1 or _LIST_ITEM.match(text, first)):
            yield start, end
            start = first
        elif start < 0:
            start = first
        end = last
    if start >= 0:
        yield start, end


def _with_indented(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Lines; those indented below an item of a list are joined to it, as editors wrap them."""
    start, end, listed = -1, -1, False
    for first, last in lines:
        item = _LIST_ITEM.match(text, first) is not None
        follows = listed and not item and _INDENTED.match(text, first)
        if follows and text.count("\n", end, first) == 1:
            end = last
            continue
        if start >= 0:
            yield start, end
        start, end, listed = first, last, item
    if start >= 0:
        yield start, end


def _is_wrapped(lines: Sequence[tuple[int, int]]) -> bool:
    """Whether line breaks are the typewriter's rather than the author's."""
    widths = [end - start for start, end in lines]
    full = [width for width in widths if width > 50]
    return (
        len(full) >= 2
        and sum(width <= _WRAP_WIDTH for width in full) >= 0.9 * len(full)
        and (_follows_on(len(widths), len(full)))
    )


def _follows_on(lines: int, full: int) -> bool:
    return full >= 0.3 * lines


def _navigation(text: str, paragraphs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Indexes of long runs of very short lines: menus, lists of provinces, tag clouds."""
    found: set[int] = set()
    run: list[int] = []
    for index, (start, end) in enumerate(paragraphs):
        if end - start <= _NAVIGATION_WIDTH and not _TERMINAL.search(text[start:end]):
            run.append(index)
            continue
        if len(run) >= _NAVIGATION_RUN:
            found.update(run)
        run = []
    if len(run) >= _NAVIGATION_RUN:
        found.update(run)
    return frozenset(found)
