"""Taking out of a page what must not speak for the article: related news, lists, sharing, forms.

Rules are conservative: a block goes only when its name, its heading or its links say what it is,
and never when the title stands in it. Captions stay: they carry news of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, takewhile
from typing import Final

from lxml import etree, html

from sources.boilerplate import MAX_HEADING, introduces_others, points_elsewhere

_DEAD: Final = (
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas",
    "button", "select", "textarea", "audio", "video", "map", "dialog", "datalist",
)  # fmt: skip
_ROOMS: Final = frozenset({"html", "body", "main"})
_FRAME: Final = frozenset({"nav", "footer", "aside", "form", "menu"})
_LISTS: Final = frozenset({"ul", "ol", "dl", "table", "nav"})
_HEADING_TAGS: Final = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b", "a", "label", "dt",
     "li", "section", "header", "em", "legend", "td", "th", "summary", "u", "font"}
)  # fmt: skip

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_EDGE: Final = r"(?:^|[\s_-])"
_END: Final = r"(?=$|[\s_-])"
_OTHERS: Final = re.compile(
    rf"{_EDGE}(?:relat(?:ed|e)\w*|recommend\w*|most-?(?:read|view(?:ed)?|popular)|also-?(?:read|like)"
    r"|other-?news|news-?other|outbrain|taboola|lien-?quan|tin-?(?:khac|moi|lq|lien-?quan)|doc-?them"
    r"|xem-?them|cung-?chuyen-?muc|comments?|disqus\w*|breadcrumbs?|newsletter|cookies?|gdpr|popup"
    rf"|see-?also|trending){_END}"
)
_EXTRAS: Final = re.compile(
    rf"{_EDGE}(?:shar(?:e|ing)\w*|socials?|tags?|keywords?|sidebar|adv\w*|ads?|banners?|promo\w*"
    rf"|menu|nav\w*|footer|header|topbar|toolbar|paging|pagination|read-?more|see-?more|suggest\w*"
    rf"|more-?news|follow\w*|subscri\w*|login|search|weather){_END}"
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_MAX_HEADINGS: Final = 40
_MAX_SIBLINGS: Final = 300
"""Headings of other news that are followed up, and how far: each looks at what comes after it."""

_BOXES: Final = frozenset({"div", "article", "section", "ul", "ol", "li", "figure", "table", "tr"})
_BESIDE: Final = 2
"""Paragraphs that can stand between two linked lines: a summary, and the next one's caption."""

_MOST: Final = 0.85
_HALF: Final = 0.5
_SOME: Final = 0.4
_LONG: Final = 80
"""Text of one element from which on it is counted as prose."""


class Sizes:
    """How much text, how much of it in links, and how many links each element holds."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.order: list[html.HtmlElement] = [
            element for element in root.iter() if isinstance(element.tag, str)
        ]
        self._text: dict[html.HtmlElement, int] = {}
        self._linked: dict[html.HtmlElement, int] = {}
        self._links: dict[html.HtmlElement, int] = {}
        self._own: dict[html.HtmlElement, int] = {}
        """Text that stands in an element itself, between its children."""
        self.prose: dict[html.HtmlElement, int] = {}
        """Characters of unlinked prose that come before an element."""
        for element in reversed(self.order):
            self._add(element)
        passed = 0
        for element in self.order:
            self.prose[element] = passed
            own = self._own[element]
            if own >= _LONG and element.tag != "a":
                passed += own

    def _add(self, element: html.HtmlElement) -> None:
        """Later elements first, so that an element is complete when its turn comes."""
        written = _length(element.text)
        text = self._text.get(element, 0) + written
        self._own[element] = self._own.get(element, 0) + written
        if element.tag == "a":
            self._linked[element] = text
            self._links[element] = 1
        self._text[element] = text
        parent = element.getparent()
        if parent is None:
            return
        behind = _length(element.tail)
        self._text[parent] = self._text.get(parent, 0) + text + behind
        self._own[parent] = self._own.get(parent, 0) + behind
        if links := self._links.get(element):
            self._linked[parent] = self._linked.get(parent, 0) + self._linked.get(element, 0)
            self._links[parent] = self._links.get(parent, 0) + links

    def text(self, element: html.HtmlElement) -> int:
        return self._text.get(element, 0)

    def links(self, element: html.HtmlElement) -> int:
        return self._links.get(element, 0)

    def density(self, element: html.HtmlElement) -> float:
        """Share of the text that is linked, 0 to 1."""
        text = self.text(element)
        return self._linked.get(element, 0) / text if text else 0.0


def prune(root: html.HtmlElement) -> None:
    """Take everything out of the tree that is clearly not the article."""
    etree.strip_elements(root, *_DEAD, with_tail=False)
    body = root.find("body")
    if body is None:
        return
    sizes = Sizes(body)
    title = next(iter(body.iter("h1")), None)
    kept = set(title.iterancestors()) | {title} if title is not None else set()
    # Cards of other news are articles as well: only the largest is sure to be the one.
    kept.add(max(body.iter("article"), key=sizes.text, default=body))
    total = max(1, sizes.text(body))
    gone: set[html.HtmlElement] = set()
    above = title is not None

    def allowed(element: html.HtmlElement) -> bool:
        return element not in kept and element.tag not in _ROOMS

    for element in sizes.order:
        above = above and element is not title
        inside = element.getparent() in gone
        if inside or (allowed(element) and _is_else(element, sizes, total, above=above)):
            gone.add(element)
    headings = 0
    for element in sizes.order:
        if headings < _MAX_HEADINGS and element not in gone and element.tag in _HEADING_TAGS:
            introduced = set(_after_heading(element, sizes, allowed))
            headings += bool(introduced)
            gone |= introduced
    _drop(sizes.order, gone)


def _drop(order: list[html.HtmlElement], gone: set[html.HtmlElement]) -> None:
    """Remove the outermost of the elements; the text behind them stays."""
    for element in order:
        parent = element.getparent()
        if element in gone and parent is not None and parent not in gone:
            element.drop_tree()


def _is_else(element: html.HtmlElement, sizes: Sizes, total: int, *, above: bool) -> bool:
    return _is_named(element, sizes, total) or _is_list(element, sizes, above=above)


def _is_named(element: html.HtmlElement, sizes: Sizes, total: int) -> bool:
    """Whether tag, class, id or style say that this is something else."""
    share = sizes.text(element) / total
    if element.tag in _FRAME:
        return share < (_SOME if element.tag in {"form", "aside"} else _MOST)
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return share < _SOME
    names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    if not names:
        return False
    names = _CAMEL.sub("-", names).lower()
    if _OTHERS.search(names):
        return share < _MOST
    if _EXTRAS.search(names):
        poor = sizes.density(element) >= _HALF or sizes.text(element) < _LONG
        return poor and share < _SOME
    return False


def _is_list(element: html.HtmlElement, sizes: Sizes, *, above: bool) -> bool:
    """A list of links; or any list of short entries that comes before the title."""
    if element.tag not in _LISTS or len(element) == 0:
        return False
    text, links = sizes.text(element), sizes.links(element)
    if links >= 5 and sizes.density(element) >= 0.7:
        return text / links < 120
    return above and sizes.prose[element] == 0 and text / len(element) < 40


def _after_heading(
    element: html.HtmlElement, sizes: Sizes, allowed: Callable[[html.HtmlElement], bool]
) -> Iterator[html.HtmlElement]:
    """What a heading like "See more" introduces, heading included; nothing for other elements."""
    size = sizes.text(element)
    if not 0 < size <= 300:
        return
    words = " ".join(element.text_content().split())
    if size > MAX_HEADING or not introduces_others(words):
        if points_elsewhere(words) and sizes.density(element) >= _SOME and allowed(element):
            yield element
        return
    top = _outermost(element, sizes, allowed)
    if not allowed(top):
        return
    yield top
    box = top.getparent()
    if box is None:
        return
    if _is_first(top) and allowed(box) and _is_listy(box, sizes):
        yield box
        return
    following = [
        sibling
        for sibling in islice(top.itersiblings(), _MAX_SIBLINGS)
        if isinstance(sibling.tag, str)
    ]
    yield from takewhile(allowed, _cards(following, sizes))


def _cards(siblings: list[html.HtmlElement], sizes: Sizes) -> list[html.HtmlElement]:
    """The row of other articles with which the siblings begin; where prose goes on, it ends.

    A card is a box with a link, or a linked line with its caption and summary beside it.
    """
    full = [index for index, sibling in enumerate(siblings) if sizes.text(sibling)]
    cards = [index for index in full if _is_card(siblings[index], sizes)]
    if not cards or cards[0] not in full[:2]:
        return []
    last, widest = cards[0], 0
    for card in cards[1:]:
        gap = _prose_between(siblings[last + 1 : card], sizes)
        if gap > _BESIDE:
            break
        last, widest = card, max(widest, gap)
    rest = siblings[last + 1 :]
    beside = widest or (1 if siblings[last].tag not in _BOXES else 0)
    if _prose_between(rest, sizes) <= beside:
        return siblings
    summary = next((i for i, s in enumerate(rest) if _is_prose(s, sizes)), 0) if widest else -1
    return siblings[: last + 2 + summary]


def _is_card(element: html.HtmlElement, sizes: Sizes) -> bool:
    return sizes.density(element) >= (0.12 if element.tag in _BOXES else _HALF)


def _is_prose(element: html.HtmlElement, sizes: Sizes) -> bool:
    return sizes.text(element) >= 40 and not _is_card(element, sizes)


def _prose_between(siblings: list[html.HtmlElement], sizes: Sizes) -> int:
    return sum(_is_prose(sibling, sizes) for sibling in siblings)


def _outermost(
    element: html.HtmlElement, sizes: Sizes, allowed: Callable[[html.HtmlElement], bool]
) -> html.HtmlElement:
    """The largest element that holds no other text than this one."""
    parent = element.getparent()
    while parent is not None and allowed(parent) and sizes.text(parent) == sizes.text(element):
        element, parent = parent, parent.getparent()
    return element


def _is_first(element: html.HtmlElement) -> bool:
    """Whether no text stands before it in its parent."""
    parent = element.getparent()
    if parent is None or _length(parent.text):
        return False
    return all(
        not _length(sibling.tail) and not sibling.text_content().strip()
        for sibling in element.itersiblings(preceding=True)
        if isinstance(sibling.tag, str)
    )


def _is_listy(box: html.HtmlElement, sizes: Sizes) -> bool:
    """Whether a box looks like a list of other articles rather than like prose."""
    links = sizes.links(box)
    return links >= 1 and (sizes.density(box) >= 0.2 or sizes.text(box) / links < 900)


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0
