"""Texts, pages and feeds, broken in every way that the web breaks them, and what must still hold.

Everything follows from a number: a failure names its seed, and the seed brings it back.
"""

from __future__ import annotations

import json
import os
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from random import Random

from checkout import ROOT
from fakeweb import FakeWeb

from extraction import extract
from extraction.gate import may_hold_frames
from extraction.gazetteer import Gazetteer
from extraction.lexicon import LANGUAGES
from pacts.codec import event_from_json, event_to_json
from pacts.errors import FetchError
from pacts.model import Article, Item, Selectors, Source, Validators
from pacts.terms import SourceKind
from sources.article import article_from_html
from sources.fetch import list_items
from sources.http import Web
from worker.demo import texts as demo
from worker.demo.site import article_page
from worker.demo.texts import Piece

TIMES = (None, datetime(1, 1, 1, tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
NOW = datetime(2031, 3, 5, 12, tzinfo=UTC)
GOLD = ROOT.parent / "shared" / "gold"
"""Labelled documents; where they are not at hand the texts of the demonstration must do."""

NOISE = (
    "\u200b", "\u00ad", "\ufeff", "\u202e", "\x0b", "\x00", "\u2028", "\u00a0", "\ufffd", "&nbsp;",
    "<b>", "</p>", "]]>", "-->", "{{", "(((", "“", "”", "’", "—", "|", "•", "![](", "1,000,000.00",
    "31/02/2025", "00:00", "$ y$ A.", "é", "e\u0301", "ß", "Ⅷ", "𝔙", "中", "ж", "ỗ", "👍🏽",
    "not ", "will ", "never ", "has yet to ", "in 1992 ", "if ", "the ", "and ", ", ", ". ", "; ",
)  # fmt: skip


def seconds(default: float) -> float:
    """How long one soak runs: PACTWATCH_SOAK_SECONDS, or what is usual."""
    return float(os.environ.get("PACTWATCH_SOAK_SECONDS", default))


def seeds(budget: float, *, start: int = 0) -> Iterator[int]:
    """Numbers from ``start`` until so many seconds have passed."""
    until = time.monotonic() + budget
    number = start
    while time.monotonic() < until:
        yield number
        number += 1


# --- texts ---------------------------------------------------------------------------------


def pieces() -> list[Piece]:
    found: list[Piece] = []
    for value in vars(demo).values():
        if isinstance(value, Piece):
            found.append(value)
        elif isinstance(value, tuple):
            found += [part for part in value if isinstance(part, Piece)]
    return found


def texts() -> list[str]:
    """Articles to break: the demonstration's, and the labelled ones where they are at hand."""
    found = ["\n\n".join((piece.title, *piece.paragraphs)) for piece in pieces()]
    for name in ("cases.jsonl", "stories-dev.jsonl"):
        if (GOLD / name).is_file():
            lines = (GOLD / name).read_text(encoding="utf-8").split("\n")
            found += [json.loads(line)["text"] for line in lines if line]
    return found


@cache
def _load_languages() -> None:
    """What a language costs when it is read for the first time is no matter of the text."""
    for code in LANGUAGES:
        may_hold_frames("", code)
        Gazetteer.load().find("", code)


def mangled(known: Sequence[str], random: Random) -> str:
    """One of the texts, broken one to six times over."""
    text = random.choice(known)
    for _ in range(random.randint(1, 6)):
        text = random.choice(BREAKS)(text, known, random)[:200_000]
    return text


def _cut(text: str, _: Sequence[str], random: Random) -> str:
    a, b = sorted(random.randint(0, len(text)) for _ in range(2))
    return text[a:b] if random.random() < 0.5 else text[:a] + text[b:]


def _splice(text: str, known: Sequence[str], random: Random) -> str:
    other = random.choice(known)
    return text[: random.randint(0, len(text))] + other[random.randint(0, len(other)) :]


def _repeat(text: str, _: Sequence[str], random: Random) -> str:
    a = random.randint(0, len(text))
    part = text[a : a + random.choice((1, 3, 20, 200))]
    return text[:a] + part * random.choice((2, 10, 300)) + text[a:]


def _sprinkle(text: str, _: Sequence[str], random: Random) -> str:
    noise = random.choice(NOISE)
    for _ in range(random.choice((1, 5, 50))):
        a = random.randint(0, len(text))
        text = text[:a] + noise + text[a:]
    return text


def _glue(text: str, _: Sequence[str], random: Random) -> str:
    mark = random.choice((" ", "\n", ".", ",", "-"))
    return text.replace(mark, random.choice(("", "\n", "\t", "  ", "\u00a0", "…")))


def _recase(text: str, _: Sequence[str], random: Random) -> str:
    return random.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _normal(text: str, _: Sequence[str], random: Random) -> str:
    return unicodedata.normalize(random.choice(("NFC", "NFD", "NFKC", "NFKD")), text)


def _shuffle(text: str, _: Sequence[str], random: Random) -> str:
    mark = random.choice((" ", ". ", "\n"))
    parts = text.split(mark)
    random.shuffle(parts)
    return mark.join(parts)


Break = Callable[[str, Sequence[str], Random], str]
BREAKS: tuple[Break, ...] = (_cut, _splice, _repeat, _sprinkle, _glue, _recase, _normal, _shuffle)


def check_text(known: Sequence[str], seed: int) -> int:
    """Break a text, extract, and hold what must hold. Returns the number of events."""
    random = Random(seed)
    text = mangled(known, random)
    article = Article(
        source="fuzz",
        key=str(seed),
        url=random.choice(("https://news.example/a", "", "x:", "https://www.mfa.gov.xx/a")),
        title=text[:80],
        text=text,
        published=random.choice((NOW, *TIMES)),
        language=random.choice((None, "en", "vi", "xx", "")),
    )
    _load_languages()
    started = time.process_time()
    events = extract(article)
    spent = time.process_time() - started
    assert spent < 0.5 + len(text) * 1e-4, f"seed {seed}: {spent:.1f} s for {len(text)} characters"
    for event in events:
        assert event_from_json(json.loads(json.dumps(event_to_json(event)))) == event, seed
        assert 0 <= event.evidence.start < event.evidence.end <= len(text), seed
        assert event.evidence.quote.strip(), seed
        assert event.evidence.quote.isprintable(), (seed, event.evidence.quote)
        assert 0 <= event.confidence <= 1, seed
        assert event.parties, seed
    assert extract(article) == events, f"seed {seed}: two answers for one text"
    return len(events)


# --- bytes ---------------------------------------------------------------------------------

_LINK = "https://news.example/{}?a=1&amp;b=2"
_HOSTILE = (
    b"\x00", b"\xff\xfe", b"\xc3", b"\xed\xa0\x80", b"&", b"&#0;", b"&#x110000;", b"&lol;",
    b"<", b">", b"<![CDATA[", b"]]>", b"<!--", b"<script>", b"</item>", b"<item>", b"\r", b"\x1a",
    b'"', b"{", b"}", b"<!DOCTYPE x [<!ENTITY lol 'lol'>]>", b"javascript:alert(1)",
    b"<?xml version='1.0' encoding='utf-16'?>", b"Thu, 99 Foo 2025 25:61:61 +9999",
    b"9999999999999999999999", b"https://[::1", b"http://\xff/",
)  # fmt: skip


def rss() -> bytes:
    items = "".join(
        f"<item><title>{piece.title}</title><link>{_LINK.format(number)}</link>"
        f"<guid>{number}</guid><pubDate>Tue, 04 Mar 2031 08:20:00 GMT</pubDate>"
        f"<description>{piece.paragraphs[0]}</description></item>"
        for number, piece in enumerate(pieces())
    )
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()  # noqa: E501


def atom() -> bytes:
    items = "".join(
        f"<entry><title>{piece.title}</title><link href='{_LINK.format(number)}'/>"
        f"<id>tag:{number}</id><updated>2031-03-04T08:20:00Z</updated></entry>"
        for number, piece in enumerate(pieces())
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{items}</feed>'.encode()


def json_feed() -> bytes:
    items = [
        {"id": number, "url": f"https://news.example/{number}", "title": piece.title}
        for number, piece in enumerate(pieces())
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()


def sitemap() -> bytes:
    items = "".join(
        f"<url><loc>{_LINK.format(number)}</loc><lastmod>2031-03-04</lastmod></url>"
        for number, _ in enumerate(pieces())
    )
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}</urlset>'.encode()


def listing() -> bytes:
    items = "".join(
        f"<li><a href='/{number}'>{piece.title}</a> <time>4 March 2031</time></li>"
        for number, piece in enumerate(pieces())
    )
    return f"<!doctype html><html><body><ul>{items}</ul></body></html>".encode()


def mangled_bytes(data: bytes, random: Random) -> bytes:
    for _ in range(random.randint(0, 6)):
        a, b = sorted(random.randint(0, len(data)) for _ in range(2))
        how = random.randrange(5)
        if how == 0:
            data = data[:a] + random.choice(_HOSTILE) * random.choice((1, 1, 500)) + data[a:]
        elif how == 1:
            data = data[:a] + data[a + 20 :]
        elif how == 2:
            data = data[:a] + random.randbytes(8) + data[a + 8 :]
        elif how == 3:
            data = data[:a] + data[a:b] * 2 + data[b:]
        else:
            data = data[:b] if random.random() < 0.3 else data
    return data[:500_000]


KINDS: dict[str, tuple[SourceKind, Callable[[], bytes]]] = {
    "rss": (SourceKind.FEED, rss),
    "atom": (SourceKind.FEED, atom),
    "json": (SourceKind.FEED, json_feed),
    "sitemap": (SourceKind.SITEMAP, sitemap),
    "listing": (SourceKind.LISTING, listing),
}


def check_source(web: FakeWeb, door: Web, seed: int) -> int:
    """Serve a broken listing, poll it, and hold what must hold. Returns the number of items."""
    random = Random(seed)
    kind, make = KINDS[random.choice(list(KINDS))]
    address = web.serve(
        f"/{seed}",
        mangled_bytes(make(), random),
        random.choice(("application/xml", "text/html; charset=latin-1", "text/plain", None)),
    )
    select = Selectors("li", title="a", date="time") if kind is SourceKind.LISTING else None
    source = Source("fuzz", kind, address, select=select, allow_private=True)
    try:
        found = list_items(source, door, Validators(), now=NOW)
    except FetchError:
        return 0
    finally:
        web.script(f"/{seed}")
        web.requests.clear()
    for item in found.items:
        check_item(item, seed)
    assert len({item.key for item in found.items}) == len(found.items), f"seed {seed}: doubles"
    return len(found.items)


def check_item(item: Item, seed: int) -> None:
    assert item.key, seed
    # An entry may have no address of its own: it is judged by what the feed says of it.
    assert not item.url or item.url.startswith(("http://", "https://")), (seed, item.url)
    for text in (item.key, item.url, item.title, item.summary):
        text.encode()  # half a surrogate pair would break the database
        assert "\0" not in text, seed
    if item.published:
        assert item.published.tzinfo is not None, seed
        assert item.published.year >= 1990, (seed, item.published)


def check_page(known: Sequence[Piece], seed: int) -> bool:
    """Reduce a broken page to its text. Returns whether there was any."""
    random = Random(seed)
    page = mangled_bytes(article_page(random.choice(known)).encode(), random)
    try:
        article = article_from_html(page, url="https://news.example/a", now=NOW)
    except FetchError:
        return False
    article.text.encode()
    assert article.text.strip(), seed
    assert "\0" not in article.text, seed
    extract(article)
    return True
