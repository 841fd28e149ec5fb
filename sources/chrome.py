"""What stands on every page around its news: menus, footers, boxes of what others read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from bs4 import BeautifulSoup, Tag

from sources.cards import words
from sources.listing import attribute

_TAGS: Final = frozenset({"nav", "footer", "aside", "form", "select"})
_ROLES: Final = frozenset(
    {"navigation", "contentinfo", "complementary", "search", "menu", "menubar", "banner"}
)
_NEVER: Final = frozenset({"html", "body", "main", "article", "a", "li", "tr", "td"})
_NAMES: Final = re.compile(
    r"(?:^|(?<!with)(?<!has)(?<!no)[-_])(?:nav|navbar|navigation|navi|menu|submenu|megamenu|breadcrumbs?|crumbs?|footer|"
    r"foot|sidebar|aside|pagination|pager|paging|popular|most-?(?:read|viewed|popular)|trending|"
    r"topread|related|recommend(?:ed|ations)?|tags|tagcloud|share|sharing|social|cookies?|ads?|"
    r"advert\w*|login|comments?|langs?|languages?|copyright|topbar|toolbar)(?:$|[-_\d])",
    re.IGNORECASE,
)
_MOST_READ: Final = re.compile(
    r"most (?:read|viewed|popular)|popular|trending|related|read (?:also|next)|recommended|"
    r"đọc nhiều|xem nhiều|nổi bật|liên quan|самое|популярн|читают|по теме|читайте|"
    r"les plus (?:lus|vus)|plus lus|à lire|lo más|más leíd|más vist|le puede interesar|"
    r"relacionad|热门|热点|排行|点击|推荐|相关|最多",
    re.IGNORECASE,
)
_HEADING_CHARS: Final = 40


def chrome(soup: BeautifulSoup, links: Sequence[Tag]) -> set[int]:
    """Elements around the news: menus, footers, boxes.

    A name alone is not believed of what holds half of the links: whole pages call themselves
    "with-sidebar".
    """
    sure = {id(tag) for tag in soup.find_all(name=True) if _is_chrome(tag)}
    held: dict[int, int] = defaultdict(int)
    rest = [link for link in links if not any(id(around) in sure for around in link.parents)]
    for link in rest:
        for around in link.parents:
            held[id(around)] += 1
    named = {
        id(tag)
        for tag in soup.find_all(name=True)
        if _is_called_chrome(tag) and held[id(tag)] <= max(len(rest) / 2, 1)
    }
    return sure | named


def _is_chrome(tag: Tag) -> bool:
    """By what the markup itself says it is."""
    if tag.name in _TAGS or attribute(tag, "role").lower() in _ROLES:
        return tag.name not in _NEVER
    outer = tag.parent is not None and tag.parent.name in {"body", "div"}
    return tag.name == "header" and outer and not tag.find_parent(["article", "main", "section"])


def _is_called_chrome(tag: Tag) -> bool:
    if tag.name in _NEVER:
        return False
    names = [*attribute(tag, "class").split(), attribute(tag, "id")]
    return any(_NAMES.search(name) for name in names)


def is_aside(tag: Tag) -> bool:
    """Whether the nearest heading above a list says that it is no list of what is new."""
    around: Tag | None = tag
    for _ in range(4):
        around = around.parent if around is not None else None
        if around is None:
            return False
        inside = around.find_all(["h2", "h3", "h4", "h5"], recursive=False, limit=1)
        for before in (*inside, *around.find_previous_siblings(name=True, limit=2)):
            said = words(before)
            if said and len(said) < _HEADING_CHARS:
                return bool(_MOST_READ.search(said))
    return False
