"""Three invented outlets on one loopback server: a feed, a front page and a sitemap."""

from __future__ import annotations

import threading
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Final, Self

from worker.demo.texts import Piece

OUTLETS: Final = {
    "courier": "The Montevideo Courier",
    "pacific": "Pacific Wire",
    "gazette": "Harbour Gazette",
}


class Site:
    """Serves what was published so far, on a free port of loopback."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        handler = type("Handler", (_Handler,), {"site": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def publish(self, *pieces: Piece) -> None:
        self._pieces += pieces

    def page(self, path: str) -> tuple[str, str] | None:
        """Content type and body of a path; None when there is no such page."""
        outlet, _, rest = path.strip("/").partition("/")
        if outlet not in OUTLETS:
            return None
        mine = [piece for piece in reversed(self._pieces) if piece.outlet == outlet]
        if rest == "feed.xml":
            return "application/rss+xml", self._feed(outlet, mine)
        if rest == "sitemap.xml":
            return "application/xml", self._sitemap(mine)
        if rest == "":
            return "text/html", self._front_page(outlet, mine)
        for piece in mine:
            if rest == f"{piece.slug}.html":
                return "text/html", article_page(piece)
        return None

    def _link(self, piece: Piece) -> str:
        return f"{self.address}/{piece.outlet}/{piece.slug}.html"

    def _feed(self, outlet: str, pieces: list[Piece]) -> str:
        items = "".join(
            f"<item><title>{escape(piece.title)}</title><link>{self._link(piece)}</link>"
            f"<guid>{self._link(piece)}</guid>"
            f"<pubDate>{format_datetime(piece.published)}</pubDate></item>"
            for piece in pieces
        )
        return (
            '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
            f"<title>{OUTLETS[outlet]}</title><link>{self.address}/{outlet}/</link>"
            f"<description>News</description>{items}</channel></rss>"
        )

    def _sitemap(self, pieces: list[Piece]) -> str:
        entries = "".join(
            f"<url><loc>{self._link(piece)}</loc>"
            f"<lastmod>{piece.published.isoformat()}</lastmod></url>"
            for piece in pieces
        )
        return (
            '<?xml version="1.0" encoding="utf-8"?>'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
        )

    def _front_page(self, outlet: str, pieces: list[Piece]) -> str:
        teasers = "".join(
            f'<div class="teaser"><h2><a href="{self._link(piece)}">{escape(piece.title)}</a></h2>'
            f'<time datetime="{piece.published.isoformat()}">{piece.published:%d %B %Y}</time>'
            "</div>"
            for piece in pieces
        )
        return f"<!doctype html><html><body><h1>{OUTLETS[outlet]}</h1>{teasers}</body></html>"


def article_page(piece: Piece) -> str:
    """A page as outlets make them: navigation above, somebody else's headlines below."""
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in piece.paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{escape(piece.title)}</title>'
        f'<meta property="article:published_time" content="{piece.published.isoformat()}">'
        f'</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>'
        f"<article><h1>{escape(piece.title)}</h1>{body}</article>"
        '<aside class="related"><h3>See more</h3><ul>'
        "<li><a href='/old'>Portugal and Japan upgraded ties to strategic partnership</a></li>"
        "</ul></aside><footer>Contact</footer></body></html>"
    )


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        found = self.site.page(self.path)
        body = found[1].encode() if found else b"not here"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{found[0] if found else 'text/plain'}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives
        """Say nothing: the demonstration speaks."""
