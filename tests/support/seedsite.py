"""The five seed articles as the web pages that they were, behind feeds, a listing and a sitemap.

    with SeedSite() as site:
        site.sources        # pacts.model.Source, one per outlet
        site.urls           # {"seed-000": "http://127.0.0.1:.../...", ...}

Every outlet has a page of its own make: captions in figures, in tables or in paragraphs, related
articles with and without a telling class, navigation, sharing, comments. The texts are read from
``../shared``; where that is missing, :func:`SeedSite.skip_reason` says so and tests skip.
"""

from __future__ import annotations

import html
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Final, Self

from fakeweb import FakeWeb

from pacts.model import Selectors, Source
from pacts.terms import SourceKind, Trust

SHARED: Final = Path(__file__).resolve().parents[3] / "shared"

_TITLES: Final = {
    "seed-000": "Top leader's four-country tour: results and next steps",  # lost in scraping
}
_TIMES: Final = {
    "seed-000": datetime(2025, 5, 23, 4, 3, 30, tzinfo=UTC),
    "seed-001": datetime(2025, 5, 13, 3, 0, tzinfo=UTC),
    "seed-002": datetime(2025, 5, 7, 2, 30, tzinfo=UTC),
    "seed-003": datetime(2025, 5, 12, 9, 5, tzinfo=UTC),
    "seed-004": datetime(2025, 2, 10, 6, 0, tzinfo=UTC),
}
_PATHS: Final = {
    "seed-000": "/vbf/news/four-country-tour-118213.html",
    "seed-001": "/mirror/party-chiefs-four-nation-trip-post319211.vnp",
    "seed-002": "/vna/vietnam-kazakhstan-issue-joint-statement-post318992.vnp",
    "seed-003": "/vgp/joint-statement-on-major-orientations-111250512.htm",
    "seed-004": "/bqt/deputy-pm-fm-visit-to-russia-303718.html",
}
_KINDS: Final = {
    "seed-000": SourceKind.FEED,
    "seed-001": SourceKind.FEED,
    "seed-002": SourceKind.FEED,
    "seed-003": SourceKind.LISTING,
    "seed-004": SourceKind.SITEMAP,
}


@dataclass(slots=True)
class Seed:
    """One seed taken apart. Blocks are (kind, text): p, h, li, caption."""

    id: str
    source: str
    trust: Trust
    title: str
    published: datetime
    path: str
    lead: str = ""
    dateline: str = ""
    blocks: list[tuple[str, str]] = field(default_factory=list)
    nav: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    spam: str = ""


def skip_reason() -> str | None:
    """Why the seeds cannot be used here; None when they can."""
    return None if (SHARED / "gold" / "seeds.jsonl").is_file() else f"no seeds in {SHARED}"


def load_seeds() -> list[Seed]:
    """The five seeds, in the order of their files."""
    lines = (SHARED / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()
    return [_load(json.loads(line)) for line in lines if line.strip()]


class SeedSite:
    """The site. ``order``: ids in the order in which feeds list them (all of one outlet each)."""

    def __init__(self, web: FakeWeb | None = None) -> None:
        self.web = web or FakeWeb()
        self.seeds = load_seeds()
        self.sources: list[Source] = []
        self.urls = {seed.id: self.web.url(seed.path) for seed in self.seeds}
        for seed in self.seeds:
            self.web.serve(seed.path, render(seed))
            self.sources.append(self._open(seed))

    def __enter__(self) -> Self:
        self.web.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self.web.close()

    def source_of(self, seed_id: str) -> Source:
        """The source that lists a seed."""
        index = [seed.id for seed in self.seeds].index(seed_id)
        return self.sources[index]

    def _open(self, seed: Seed) -> Source:
        kind = _KINDS[seed.id]
        folder = seed.path.split("/")[1]
        if kind is SourceKind.FEED:
            url = self.web.serve(
                f"/{folder}/rss", self._feed(seed), "application/rss+xml", etag=f'"{seed.id}"'
            )
        elif kind is SourceKind.SITEMAP:
            url = self.web.serve(f"/{folder}/news.xml", self._sitemap(seed), "application/xml")
        else:
            url = self.web.serve(f"/{folder}/politics.htm", self._listing(seed))
        select = None
        if kind is SourceKind.LISTING:
            select = Selectors(item="div.box-stream-item", title="a.title", date="span.time")
        return Source(
            name=seed.source,
            kind=kind,
            url=url,
            language="en",
            trust=seed.trust,
            time_zone="Asia/Ho_Chi_Minh",
            select=select,
            allow_private=True,
        )

    def _feed(self, seed: Seed) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
            f"<title>{html.escape(seed.source)}</title><language>en</language><item>"
            f"<title>{html.escape(seed.title)}</title><link>{self.urls[seed.id]}</link>"
            f"<guid>{self.urls[seed.id]}</guid>"
            f"<description>{html.escape(seed.lead[:300])}</description>"
            f"<pubDate>{format_datetime(seed.published)}</pubDate></item></channel></rss>"
        )

    def _listing(self, seed: Seed) -> str:
        time = seed.published.strftime("%d/%m/%Y")
        return (
            "<!doctype html><html><body><nav><a href='/'>Home</a></nav><main>"
            f"<div class='box-stream-item'><a class='title' href='{seed.path}'>"
            f"{html.escape(seed.title)}</a><span class='time'>{time} 16:05</span></div>"
            "</main></body></html>"
        )

    def _sitemap(self, seed: Seed) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8"?>'
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>'
            f"<loc>{self.urls[seed.id]}</loc><news:news><news:publication><news:name>x</news:name>"
            "<news:language>en</news:language></news:publication>"
            f"<news:publication_date>{seed.published.isoformat()}</news:publication_date>"
            f"<news:title>{html.escape(seed.title)}</news:title></news:news></url></urlset>"
        )


# --- taking the scraped files apart --------------------------------------------------------


def _load(gold: dict[str, object]) -> Seed:
    seed_id = str(gold["id"])
    lines = (SHARED / str(gold["file"])).read_text("utf-8").split("\n")
    seed = Seed(
        id=seed_id,
        source=str(gold["source"]),
        trust=Trust(str(gold["trust"])),
        title=_TITLES.get(seed_id, ""),
        published=_TIMES[seed_id],
        path=_PATHS[seed_id],
    )
    _READERS[seed_id](seed, [line.strip() for line in lines])
    return seed


def _read_vbf(seed: Seed, lines: list[str]) -> None:
    """A date line, then paragraphs one a line; a blank line stands before each caption."""
    seed.dateline, seed.lead = lines[0], lines[1]
    for before, line in itertools.pairwise(lines[1:]):
        if line:
            seed.blocks.append(("caption" if not before else "p", line))


def _read_vna(seed: Seed, lines: list[str]) -> None:
    """Title, lead, caption twice, paragraphs, "See more" and then other news."""
    kept = [line for line in lines if line]
    if "bet" in kept[0]:
        seed.spam = kept.pop(0)
        kept = [line for line in kept if not line.startswith("{")]
    seed.title, seed.lead = kept[0], kept[1]
    end = kept.index("See more")
    seed.related = kept[end + 1 :]
    is_caption = False
    for line in kept[2:end]:
        if line.endswith(".jpg"):
            is_caption = True
        elif is_caption or line.endswith(("(Photo: VNA)", "baoquocte.vn)")):
            if ("caption", line) not in seed.blocks:
                seed.blocks.append(("caption", line))
            is_caption = False
        else:
            short = len(line) < 110 and not line.endswith((".", "!", "?", ":"))
            seed.blocks.append(("h" if short else "p", line))


def _read_vgp(seed: Seed, lines: list[str]) -> None:
    """A list of provinces, title, lead, date, numbered paragraphs, headings, dashes."""
    seed.nav = [line.lstrip("• ") for line in lines if line.startswith("•")]
    kept = [line for line in lines if line and not line.startswith("•")]
    seed.title, seed.lead, seed.dateline = kept[0], kept[1], kept[2]
    for line in kept[3:]:
        if line.startswith("- "):
            seed.blocks.append(("li", line[2:]))
        else:
            short = len(line) < 80 and not line.endswith((".", ":"))
            seed.blocks.append(("h" if short else "p", line))


def _read_bqt(seed: Seed, lines: list[str]) -> None:
    """Title, a word of navigation, paragraphs; captions follow the mark of a picture."""
    kept = [line for line in lines if line]
    seed.title, seed.nav = kept[0], [kept[1]]
    is_caption = False
    for line in kept[2:]:
        if line.startswith("![]"):
            is_caption = True
            continue
        seed.blocks.append(("caption" if is_caption else "p", line.rstrip(" |")))
        is_caption = False


_READERS: Final = {
    "seed-000": _read_vbf,
    "seed-001": _read_vna,
    "seed-002": _read_vna,
    "seed-003": _read_vgp,
    "seed-004": _read_bqt,
}


# --- pages ---------------------------------------------------------------------------------


def render(seed: Seed) -> str:
    """The page of a seed in the make of its outlet."""
    return _TEMPLATES[seed.id](seed)


def _vbf(seed: Seed) -> str:
    body = "".join(
        f'<p class="image"><img src="a.jpg"></p><p class="imgcap"><em>{_e(text)}</em></p>'
        if kind == "caption"
        else f"<p>{_e(text)}</p>"
        for kind, text in seed.blocks
    )
    return (
        f"<!doctype html><html lang='en'><head><title>{_e(seed.title)} - Vietnam Business Forum"
        f"</title></head><body>{_menu()}<div class='detail'><h1 class='tit'>{_e(seed.title)}</h1>"
        f"<p class='date'>{_e(seed.dateline)}</p><div class='sapo'>{_e(seed.lead)}</div>"
        f"<div class='content-detail'>{body}</div><div class='social-share'>"
        "<a href='#'>Facebook</a><a href='#'>Twitter</a></div></div>"
        "<div class='right'><h3>Most read</h3><ul>"
        f"{_links(8)}</ul></div>{_footer()}</body></html>"
    )


def _vna(seed: Seed) -> str:
    """With a related block that only its heading gives away, inside the article."""
    first, *rest = seed.blocks if seed.blocks[0][0] == "caption" else [("", ""), *seed.blocks]
    others = "".join(
        "<article class='story'><figure class='story__thumb'><a href='/x'>"
        f"<img src='b.jpg' alt='{_e(caption)}'></a><figcaption>{_e(caption)}</figcaption></figure>"
        f"<h2 class='story__heading'><a href='/x'>{_e(title)}</a></h2>"
        f"<div class='story__summary'>{_e(summary)}</div></article>"
        for caption, title, summary in _triples(seed.related)
    )
    published = seed.published.isoformat()
    data = json.dumps({"@type": "NewsArticle", "datePublished": published})
    name = seed.spam or seed.title
    spam = f"<div style='display:none'>{' | '.join([seed.spam] * 10)}</div>" if seed.spam else ""
    return (
        f"<!doctype html><html lang='en'><head><title>{_e(name)} | Vietnam+ (VietnamPlus)</title>"
        f"<meta property='og:title' content='{_e(name)} | Vietnam+ (VietnamPlus)'>"
        "<meta property='og:site_name' content='Vietnam+ (VietnamPlus)'>"
        f"<script type='application/ld+json'>{data}</script></head>"
        f"<body>{_menu()}<div class='l-content'><h1 class='article__title'>{_e(seed.title)}</h1>"
        f"<div class='article__meta'><time datetime='{published}'>{published[:10]}</time></div>"
        f"<div class='article__sapo'>{_e(seed.lead)}</div>"
        f"<figure class='article__avatar'><img src='c.jpg' alt='{_e(first[1])}'>"
        f"<figcaption>{_e(first[1])}</figcaption></figure>"
        f"<div class='article__body'>{''.join(_block(kind, text) for kind, text in rest)}</div>"
        "<div class='article__tag'><a href='/t1'>#Kazakhstan</a> <a href='/t2'>#strategic "
        f"partnership</a></div><div class='box'><h3 class='box-heading'>See more</h3>"
        f"<div class='box-content'>{others}</div></div>"
        "<form class='comment-form'><textarea></textarea><p>Your comment has been sent</p></form>"
        f"</div>{spam}{_footer()}</body></html>"
    )


def _vgp(seed: Seed) -> str:
    parts: list[str] = []
    for kind, text in seed.blocks:
        open_list = bool(parts) and parts[-1].startswith("<ul>")
        if kind == "li" and open_list:
            parts[-1] = parts[-1].removesuffix("</ul>") + f"<li>{_e(text)}</li></ul>"
        else:
            parts.append(f"<ul><li>{_e(text)}</li></ul>" if kind == "li" else _block(kind, text))
    places = "".join(
        f"<li><a href='/w/{index}'>{_e(x)}</a></li>" for index, x in enumerate(seed.nav)
    )
    return (
        f"<!doctype html><html lang='en'><head><title>{_e(seed.title)}</title>"
        f"<meta property='og:title' content='{_e(seed.title)}'></head><body>"
        f"<div class='header__weather'><ul class='list-city'>{places}</ul></div>{_menu()}"
        f"<div class='detail-container'><h1 class='detail-title'>{_e(seed.title)}</h1>"
        f"<h2 class='detail-sapo'>{_e(seed.lead)}</h2><div class='detail-time'>{_e(seed.dateline)}"
        f"</div><div class='detail-content afcbc-body'>{''.join(parts)}</div>"
        "<div class='detail-share'><a href='#'>Share</a></div></div>"
        f"{_footer()}</body></html>"
    )


def _bqt(seed: Seed) -> str:
    body = "".join(
        "<table class='MASTERCMS_TPL_TABLE'><tbody><tr><td><img src='d.jpg'></td></tr>"
        f"<tr><td>{_e(text)}</td></tr></tbody></table>"
        if kind == "caption"
        else f"<p>{_e(text)}</p>"
        for kind, text in seed.blocks
    )
    return (
        f"<!doctype html><html lang='en'><head><title>{_e(seed.title)}</title>"
        f"<meta property='article:published_time' content='{seed.published.isoformat()}'></head>"
        f"<body>{_menu()}<h1 class='detail-title'>{_e(seed.title)}</h1><div class='bx-time'>"
        f"<span>{_e(seed.nav[0])}</span></div><div class='content-detail' id='__MB_ARTICLE'>{body}"
        "<div class='__MB_ARTICLE_A'><ul class='item-listing'>"
        f"{_links(4)}</ul></div></div>{_footer()}</body></html>"
    )


_TEMPLATES: Final = {
    "seed-000": _vbf,
    "seed-001": _vna,
    "seed-002": _vna,
    "seed-003": _vgp,
    "seed-004": _bqt,
}


def _block(kind: str, text: str) -> str:
    if kind == "caption":
        return f"<figure><img src='e.jpg'><figcaption>{_e(text)}</figcaption></figure>"
    return f"<h3>{_e(text)}</h3>" if kind == "h" else f"<p>{_e(text)}</p>"


def _triples(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    yield from zip(lines[0::3], lines[1::3], lines[2::3], strict=False)


def _menu() -> str:
    words = ("Home", "Politics", "World", "Business", "Society", "Culture", "Sports", "Videos")
    links = "".join(f"<li><a href='/{word.lower()}'>{word}</a></li>" for word in words)
    return (
        f"<header><div class='logo'><a href='/'>News</a></div><nav><ul>{links}</ul></nav></header>"
    )


def _links(count: int) -> str:
    return "".join(
        f"<li><a href='/n/{number}'>Minister signs agreement number {number} with Uruguay</a></li>"
        for number in range(count)
    )


def _footer() -> str:
    return "<footer><p>Copyright 2019. All rights reserved. Editor-in-chief: X</p></footer>"


def _e(text: str) -> str:
    return html.escape(re.sub(r"\s+", " ", text), quote=True)
