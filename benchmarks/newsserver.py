"""The news of the polling benchmark: as many hosts as there are loopback addresses, in a process
of its own, so that its CPU time is not counted.

``python -m benchmarks.newsserver [CERTIFICATE]`` prints its port and serves every address of
127.0.0.0/8 until its input ends.

    /same.xml       30 items; 304 to whoever has its tag
    /changed.xml    the same 30 items under another tag and build date each time
    /growing.xml    one new item each time, first in the list
    /article/N      a page of 40 kB with an article of 4 kB in it
    /robots.txt     not there
"""

from __future__ import annotations

import asyncio
import itertools
import ssl
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator

TAG = '"same"'
_ITEM = (
    "<item><title>Rain in the hills, part {0}</title><guid isPermaLink='false'>item-{0}</guid>"
    "<link>{1}/article/{0}</link>"
    "<pubDate>Wed, 07 May 2025 06:{3:02}:00 GMT</pubDate><description>{2}</description></item>"
)
_SUMMARY = "Words of day {0} about the weather. " * 19
_STATES = (
    *("Kenya", "Fiji", "Peru", "Chile", "Japan", "Norway", "Ghana", "Egypt", "Oman", "Malta"),
    *("Laos", "Nepal", "Brazil", "Canada", "Spain", "Greece", "Poland", "Turkey", "Vietnam"),
    *("Cuba", "Qatar", "Togo", "Mali", "Chad"),
)
_PAPERS = ("fisheries", "trade", "transport", "health", "culture")
_COUNTS: defaultdict[str, Iterator[int]] = defaultdict(lambda: itertools.count(1))


def feed(origin: str, first: int, build: int = 0) -> bytes:
    """30 items, 24 kB; ``first`` is the number of the newest."""
    items = "".join(
        _ITEM.format(n, origin, _SUMMARY.format(n), n % 60) for n in range(first, first - 30, -1)
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>'
        f"<ttl>{build}</ttl>{items}</channel></rss>"
    ).encode()


def page(origin: str, number: int) -> bytes:
    """An article as newspapers serve it: a tenth of the page is text."""
    text = "".join(
        f"<p>Paragraph {number}-{n}: the rain in the old town went on into the evening, and the "
        "people spoke of the harvest, of the river and of the railway that is to be built. "
        "Nobody spoke of money.</p>"
        for n in range(20)
    )
    chance = zlib.crc32(f"{origin} {number}".encode())
    one, other = _STATES[chance % 12], _STATES[12 + chance // 12 % 12]
    text += f"<p>{one} and {other} signed a {_PAPERS[chance % 5]} agreement on Tuesday.</p>"
    links = "".join(
        f"<li><a href='/section/{n}'>Section {n}</a><span>more of it</span></li>"
        for n in range(150)
    )
    script = f"<script>var data = {{{','.join(f'k{n}: {n}' for n in range(1500))}}};</script>"
    return (
        f"<!doctype html><html lang='en'><head><title>Rain in the hills, part {number}</title>"
        f"<meta property='article:published_time' content='2025-05-07T07:00:00Z'>{script}</head>"
        f"<body><nav><ul>{links}</ul></nav><article><h1>Rain in the hills, part {number}</h1>{text}"
        f"</article><footer><ul>{links}</ul></footer></body></html>"
    ).encode()


def answer(head: str, scheme: str) -> bytes:
    path = head.split(" ", 2)[1].partition("?")[0]
    lines = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    origin = f"{scheme}://{lines.get('host', '')}"
    if path == "/robots.txt":
        return reply("404 Not Found", b"", "text/plain")
    if path.startswith("/article/"):
        return reply(
            "200 OK", page(origin, int(path.rpartition("/")[2])), "text/html; charset=utf-8"
        )
    if path == "/same.xml":
        if lines.get("if-none-match") == TAG:
            return reply("304 Not Modified", b"", "", TAG)
        return reply("200 OK", feed(origin, 30), "application/rss+xml", TAG)
    number = next(_COUNTS[origin])
    body = feed(origin, 30, number) if path == "/changed.xml" else feed(origin, 30 + number)
    return reply("200 OK", body, "application/rss+xml", f'"{number}"')


def reply(status: str, body: bytes, kind: str, tag: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nConnection: close\r\n"
    head += f"ETag: {tag}\r\n" if tag else ""
    head += f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n" if kind else ""
    return f"{head}\r\n".encode() + body


async def main(certificate: str | None) -> None:
    context, scheme = None, "http"
    if certificate:
        context, scheme = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), "https"
        context.load_cert_chain(certificate)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            writer.write(answer(head, scheme))
            await writer.drain()
            writer.close()
            await writer.wait_closed()
        except (OSError, asyncio.IncompleteReadError, ssl.SSLError):
            pass  # a client that leaves early is no concern of a benchmark

    server = await asyncio.start_server(serve, "0.0.0.0", 0, ssl=context, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else None))
