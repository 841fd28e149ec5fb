"""A page becomes an article: its own text whole, and nothing else's.

    tree -> head (title, time, language) -> pruned -> blocks -> those of the article -> text

trafilatura says where on the page the article is. The words are then taken from the page itself:
measured on joint statements, trafilatura alone lost leads, captions, headings and lists.
"""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime
from typing import Final

from lxml import html

from pacts.errors import FetchError, FetchFailure
from pacts.model import Article, Item, Source
from pacts.terms import Pages, PublishedBy, SourceKind
from sources.blocks import Block, blocks_of
from sources.body import MIN_BODY, is_enough, lines_near_title, own_blocks, prose, to_text
from sources.encoding import decode
from sources.entries import digest
from sources.http import Web
from sources.hygiene import NOTHING, Look, look_at, signs_of
from sources.page import Head, choose_title, parse_page, read_head, site_name
from sources.plaintext import read_plain
from sources.prune import prune
from sources.published import Publication, choose, guess
from sources.text import lines, one_line, plain_lines
from sources.urls import canonical

_HIDDEN_BODY: Final = 1.5
"""How much longer the text in the page's data must be than the one on it, to be taken instead."""

MAX_TEXT: Final = 400_000
"""Characters of a text that are kept: the longest treaty is shorter."""


def read_article(item: Item, source: Source, web: Web, *, now: datetime) -> Article:
    """The article of an item: its page, its file, or what the listing itself carried.

    Raises FetchError: whatever the page's server does, or NO_TEXT.
    """
    if source.kind is SourceKind.FOLDER:
        return _from_folder(item, source, now)
    if source.pages is Pages.NONE or not item.url:
        return read_listed(item, source, now)
    answer = web.get(source, item.url)
    kind = answer.content_type.partition(";")[0].strip()
    if kind == "text/plain":
        _, body, line = read_plain(decode(answer.body, kind), zone=source.time_zone, now=now)
        dated = choose(item.published, [Publication(line, PublishedBy.GUESSED)] if line else [])
        return _settle(item, source, item.title, body, dated, None)
    if kind and not any(word in kind for word in ("html", "xml", "octet-stream")):
        raise FetchError(source.name, FetchFailure.NO_TEXT, kind[:60])
    return _from_page(item, source, answer.body, answer.content_type, answer.url, now)


def article_from_html(html: bytes, *, url: str, source: str = "", now: datetime) -> Article:
    """The article of a page at hand, without any network. Raises FetchError(NO_TEXT)."""
    origin = Source(name=source, kind=SourceKind.LISTING, url=url)
    key = canonical(url) or digest(url, decode(html[:1_000_000]))
    item = Item(source=source, key=key, url=url, title="")
    return _from_page(item, origin, html, "", url, now)


def _from_page(
    item: Item, source: Source, body: bytes, content_type: str, url: str, now: datetime
) -> Article:
    root = parse_page(body, content_type)
    if root is None:
        raise FetchError(source.name, FetchFailure.NO_TEXT)
    head = read_head(root, zone=source.time_zone, now=now)
    look = look_at(root, url)
    prune(root)
    blocks = blocks_of(root)
    chosen = _article_blocks(root, blocks)
    title = choose_title(head, " ".join(block.text for block in chosen), item.title)
    text = to_text(chosen, title, zone=source.time_zone, now=now)
    if len(head.body) > _HIDDEN_BODY * len(text):
        text = "\n\n".join(lines(plain_lines(head.body)))
    elif not is_enough(chosen):
        raise FetchError(source.name, FetchFailure.NO_TEXT)
    published = choose(item.published, head.times)
    if published is None:
        near = lines_near_title(blocks, chosen)
        published = guess(root, near, url, zone=source.time_zone, now=now)
    return _settle(item, source, title, text, published, head, look)


def _article_blocks(root: html.HtmlElement, blocks: list[Block]) -> list[Block]:
    """The blocks of the article; by their looks alone where trafilatura finds too little."""
    from trafilatura import bare_extraction  # late: half a second to load

    # A copy, since the library takes the tree apart and the blocks point into it.
    document = bare_extraction(
        deepcopy(root), fast=True, favor_precision=True, include_comments=False, include_tables=True
    )
    found = (getattr(document, "text", None) or "") if document is not None else ""
    chosen = own_blocks(blocks, found) if len(found) >= MIN_BODY else []
    return chosen if is_enough(chosen) else prose(blocks)


def _from_folder(item: Item, source: Source, now: datetime) -> Article:
    from sources.folder import read_document

    document = read_document(item, source, now=now)
    if document.html:
        return _from_page(item, source, document.html, "", item.url, now)
    if not document.text:
        raise FetchError(source.name, FetchFailure.NO_TEXT)
    published = choose(item.published or document.published, ())
    return _settle(item, source, document.title, document.text, published, None)


def read_listed(item: Item, source: Source, now: datetime) -> Article:
    """What the feed carried of an item. Raises FetchError(NO_TEXT) when it carried nothing."""
    root = parse_page(item.content.encode("utf-8", "replace")) if item.content else None
    text = ""
    if root is not None:
        prune(root)
        text = to_text(blocks_of(root), item.title, zone=source.time_zone, now=now)
    text = text if len(text) > len(item.summary) else item.summary
    if not text and not item.title:
        raise FetchError(source.name, FetchFailure.NO_TEXT, "the listing carries none")
    return _settle(item, source, item.title, text, choose(item.published, ()), None)


def _settle(
    item: Item,
    source: Source,
    title: str,
    text: str,
    published: Publication | None,
    head: Head | None,
    look: Look = NOTHING,
) -> Article:
    title = one_line(title or item.title)
    return Article(
        source=source.name,
        key=item.key,
        url=item.url,
        title=title,
        text=Article.compose(title, text[:MAX_TEXT]),
        published=published.at if published else None,
        published_by=published.by if published else PublishedBy.NOTHING,
        language=source.language or (head.language if head else None) or item.language,
        trust=source.trust,
        signs=signs_of(title, text, look, dated=published is not None) if source.hygiene else (),
        site=site_name(head) if head else "",
    )
