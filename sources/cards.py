"""One item of a page as a person sees it: its title, where it leads, its date, its first lines.

From a few items that look alike come the selectors that find the same in each of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bs4 import Tag

from pacts.model import Selectors
from sources.dates import find_dateline, is_date_only
from sources.listing import attribute
from sources.naming import stable_classes
from sources.urls import absolute

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_TITLE: Final = re.compile(
    r"(?:^|[-_])(?:title|tit|headline|heading|name|caption)(?:$|[-_\d])|Title"
)
_WIDE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f]")
_LONG_ENOUGH: Final = 22
"""Length of a title: "Contact us" is none."""
_MOST_TITLE: Final = 600
_DATE_LETTERS: Final = 60
_SUMMARY: Final = 60
_ENOUGH: Final = 0.9
"""A selector must be right for this share of the items."""


@dataclass(frozen=True, slots=True)
class Card:
    """What one item holds."""

    tag: Tag
    title: str
    url: str
    link: Tag
    heading: Tag | None
    """The element whose words are the title, when that is not the link."""
    date: Tag | None
    summary: Tag | None
    titles: int
    """Different addresses in it whose words look like titles: more than one is a container."""

    @property
    def is_news(self) -> bool:
        return looks_like_title(self.title)


def words(tag: Tag | None) -> str:
    return " ".join(tag.get_text(" ", strip=True).split()) if tag is not None else ""


def length(text: str) -> int:
    """Characters, a Chinese, Japanese or Korean one counted for three."""
    return len(text) + 2 * len(_WIDE.findall(text))


def looks_like_title(text: str) -> bool:
    """Whether a text is long enough for a headline in its script, and not a paragraph."""
    return _LONG_ENOUGH <= length(text) <= _MOST_TITLE


def read_card(tag: Tag, base: str, *, zone: str, now: datetime) -> Card | None:
    """The item in an element; None when it leads nowhere."""
    links = [
        (link, url) for link in _links(tag) if (url := absolute(attribute(link, "href"), base))
    ]
    if not links:
        return None
    heading = _heading(tag, zone, now)
    link, url = _main(links, heading)
    title = words(heading) or _called(link)
    date = _date(tag, zone, now)
    return Card(
        tag=tag,
        title=title,
        url=url,
        link=link,
        heading=heading if heading is not None and words(heading) != words(link) else None,
        date=date,
        summary=_summary(tag, title, date),
        titles=len({url for link, url in links if looks_like_title(_called(link))}),
    )


def _links(tag: Tag) -> list[Tag]:
    return [tag] if tag.name == "a" else tag.find_all("a", href=True)


def _heading(tag: Tag, zone: str, now: datetime) -> Tag | None:
    """The heading, or what calls itself a title. Dates are headings as well, and no titles."""
    named = (
        each
        for each in tag.find_all(["div", "span", "p", "strong", "b", "a"])
        if any(_TITLE.search(name) for name in each.get("class") or ())
    )
    for each in (*tag.find_all(_HEADINGS), *named):
        text = words(each)
        if text and not is_date_only(text, zone=zone, now=now):
            return each
    return None


def _main(links: Sequence[tuple[Tag, str]], heading: Tag | None) -> tuple[Tag, str]:
    """The link of the heading, else the one with most words."""
    if heading is not None:
        for link, url in links:
            if link is heading or heading in link.parents or link in heading.parents:
                return link, url
    return max(links, key=lambda pair: len(_called(pair[0])))


def _called(link: Tag) -> str:
    image = link.find("img")
    return words(link) or attribute(link, "title") or attribute(image, "alt")


def _date(tag: Tag, zone: str, now: datetime) -> Tag | None:
    stated = tag.find("time")
    if stated is not None:
        return stated
    for each in tag.find_all(name=True):
        text = words(each)
        if not text or len(text) > _DATE_LETTERS or each.name == "a":
            continue
        if find_dateline(text, zone=zone, now=now) is not None and not _holds_date(each, zone, now):
            return each
    return None


def _holds_date(tag: Tag, zone: str, now: datetime) -> bool:
    """Whether a smaller element inside says the date already."""
    inner = (words(each) for each in tag.find_all(name=True))
    return any(find_dateline(text, zone=zone, now=now) is not None for text in inner if text)


def _summary(tag: Tag, title: str, date: Tag | None) -> Tag | None:
    for each in tag.find_all(["p", "div", "span", "dd"]):
        text = words(each)
        longer = length(text) >= _SUMMARY
        if longer and title not in text and each is not date and not each.find(["p", "div", "a"]):
            return each
    return None


# --- selectors for all of them -------------------------------------------------------------


def inner_selectors(item: str, cards: Sequence[Card]) -> Selectors | None:
    """Selectors that find in each item what a person sees there; None when none finds the links."""
    link = _found(cards, _link_options(cards), lambda card: card.link, same=_leads_there)
    if link is None:
        return None
    title = date = summary = None
    if sum(card.heading is not None for card in cards) > len(cards) / 2:
        title = _found(cards, _options(cards, lambda c: c.heading), lambda c: c.heading)
    if sum(card.date is not None for card in cards) > len(cards) / 2:
        date = _found(cards, _options(cards, lambda c: c.date), lambda c: c.date)
    if sum(card.summary is not None for card in cards) > len(cards) * 2 / 3:
        summary = _found(cards, _options(cards, lambda c: c.summary), lambda c: c.summary)
    return Selectors(item=item, link=link, title=title, date=date, summary=summary)


def _found(
    cards: Sequence[Card],
    options: Iterable[str],
    wanted: Callable[[Card], Tag | None],
    *,
    same: Callable[[Tag | None, Card], bool] | None = None,
) -> str | None:
    """The first option that finds what is wanted in nearly every item that has it."""
    having = [(card, tag) for card in cards if (tag := wanted(card)) is not None]
    for option in dict.fromkeys(options):
        hits = ((card.tag.select_one(option), card, tag) for card, tag in having)
        right = sum(same(hit, card) if same else hit is tag for hit, card, tag in hits)
        if right >= _ENOUGH * len(having):
            return option
    return None


def _leads_there(found: Tag | None, card: Card) -> bool:
    """A picture may lead to the same page as the words, where the title stands elsewhere."""
    if found is None:
        return card.tag is card.link
    if attribute(found, "href") != attribute(card.link, "href"):
        return False
    return card.heading is not None or _called(found) == _called(card.link)


def _link_options(cards: Sequence[Card]) -> Iterator[str]:
    if all(card.tag is card.link for card in cards):
        yield "a"
        return
    yield "a[href]"
    yield from _options(cards, lambda card: card.link)
    for card in cards[:3]:
        if card.heading is not None:
            yield f"{card.heading.name} a"


def _options(cards: Sequence[Card], wanted: Callable[[Card], Tag | None]) -> Iterator[str]:
    """Ways to name an element inside its item, the plainest first."""
    found = [(card, tag) for card in cards[:5] if (tag := wanted(card)) is not None]
    for _, tag in found:
        if tag.name in {*_HEADINGS, "time"}:
            yield tag.name
        yield from (f"{tag.name}.{name}" for name in stable_classes(tag))
    for card, tag in found:
        above = tag.parent
        if above is not None and above is not card.tag and card.tag in above.parents:
            yield from (f"{above.name}.{name} {tag.name}" for name in stable_classes(above))
            yield f"{above.name} > {tag.name}"
    for _, tag in found:
        yield tag.name
        yield f"{tag.name}:not([class])"
    for _, tag in found:
        before = [each.name for each in tag.find_previous_siblings(name=True)]
        yield " + ".join([*reversed(before), tag.name])
